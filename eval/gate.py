"""Scores the program on the corpora with gold and holds it to the floors: `make check` fails when a score falls.

`python eval/gate.py` prints the table; with `--check` it fails where a figure lies below its floor in `floors.json`;
with `--update` it raises floors that were passed. A floor is lowered by hand only, in a commit that says why.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from claimbook.pipeline import run
from claimbook.score import Score, Tally, read_gold, score

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "eval" / "floors.json"
SHARED = ROOT.parent / "shared"
CORPORA = {
    "examples": (ROOT / "src/claimbook/data/examples", ROOT / "eval/examples/gold"),
    "dev": (ROOT / "eval/dev/articles", ROOT / "eval/dev/gold"),
    "check": (ROOT / "eval/check/articles", ROOT / "eval/check/gold"),
    "five real articles": (SHARED / "seeds", SHARED / "gold/claims"),
}
SLACK = 0.0005  # floors are written with three decimals


def scores() -> Iterator[tuple[str, Score]]:
    """Each corpus that is there, with its score."""
    for name, (articles, gold) in CORPORA.items():
        if articles.is_dir() and gold.is_dir():
            yield name, score(read_gold(gold), run([str(articles)]).claims)
        else:
            sys.stderr.write(f"{name}: skipped, {articles} is not there\n")


def figures(result: Score) -> dict[str, Tally]:
    """The four figures that are held."""
    return {
        "claims": result.claims,
        "in full": result.full,
        "with a figure": result.figures,
        "with a figure, in full": result.figures_full,
    }


def main() -> int:
    """Prints the table; checks or raises the floors as asked."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    fallen = []
    print(f"| {'corpus':18} | {'claims':22} | precision | recall |    F1 |")
    print(f"|{'-' * 20}|{'-' * 24}|-----------|--------|-------|")
    for name, result in scores():
        for what, tally in figures(result).items():
            print(f"| {name:18} | {what:22} | {tally.precision:9.3f} | {tally.recall:6.3f} | {tally.f1:5.3f} |")
            floor = floors.get(name, {}).get(what, 0.0)
            if tally.f1 < floor - SLACK:
                fallen.append(f"{name}, {what}: F1 {tally.f1:.3f} lies below its floor {floor:.3f}")
            floors.setdefault(name, {})[what] = max(floor, round(tally.f1, 3))
    if "--update" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n")
    for line in fallen:
        sys.stderr.write(line + "\n")
    return 1 if fallen and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
