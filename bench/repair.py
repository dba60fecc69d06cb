"""How well damaged pages are repaired: character error rate, and whether what is called sure is right.

python bench/repair.py            the damaged pages of eval/repair/tune and eval/repair/held, and clean ones
python bench/repair.py FOLDER     also the two damaged articles of the shared material, if FOLDER holds it
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "eval" / "repair"))

from damage import Damaged, damaged, keys_for  # noqa: E402

from claimbook.model.document import Edit  # noqa: E402
from claimbook.read.repair import repair_pinyin  # noqa: E402
from claimbook.read.repair.annotations import strip  # noqa: E402

PAGES = 100
SENTENCES = 16
_TAG = re.compile(r"</?p>\n?")


@dataclass
class Score:
    """Edit distances and places, summed over pages."""

    length: int = 0
    distance: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def rate(self, what: str) -> float:
        """Character error rate."""
        return self.distance[what] / max(self.length, 1)


def distance(one: str, two: str) -> int:
    """Levenshtein distance.

    >>> distance("實打的", "實的流血")
    3
    """
    left = np.frombuffer(one.encode("utf-32-le"), dtype=np.uint32)
    right = np.frombuffer(two.encode("utf-32-le"), dtype=np.uint32)
    steps = np.arange(len(right) + 1)
    row = steps.copy()
    for at, char in enumerate(left, start=1):
        best = np.minimum(row[1:] + 1, row[:-1] + (right != char))
        row = np.minimum.accumulate(np.concatenate(([at], best)) - steps) + steps
    return int(row[-1])


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made."""
    made, at = [], 0
    for edit in edits:
        made += [text[at : edit.source.start], edit.replacement]
        at = edit.source.end
    return "".join(made) + text[at:]


def measure(text: str, clean: str, score: Score) -> tuple[Edit, ...]:
    """One page into the score."""
    began = time.perf_counter()
    edits = repair_pinyin(text)
    score.seconds += time.perf_counter() - began
    score.length += len(clean)
    score.distance["before"] += distance(text, clean)
    score.distance["stripped"] += distance(applied(text, strip(text)), clean)
    score.distance["after"] += distance(applied(text, edits), clean)
    return edits


def places(page: Damaged, edits: Iterable[Edit], score: Score) -> None:
    """Every shifted stretch that was read again: sure and right, sure and wrong, or flagged."""
    for edit in edits:
        if edit.kind == "inserted pinyin":
            truth = page.truth(edit.source)
            score.places["pinyin wrong" if truth else "pinyin"] += 1
            continue
        truth = _TAG.sub("", page.truth(edit.source))
        if not edit.sure:
            score.places["flagged"] += 1
        elif truth == edit.replacement:
            score.places["right"] += 1
        else:
            score.places["wrong"] += 1
            score.wrong.append(f"{edit.source.of(page.text)!r}: {edit.replacement!r} for {truth!r}")
        if truth == edit.replacement:
            score.places["equal"] += 1


def pages(folder: Path, kinds: str, share: float, cuts: bool, seed: int) -> Iterable[Damaged]:
    """Damaged pages: sentences of the folder shuffled together, under tables of annotated characters of their own."""
    sentences = [part + "。" for path in sorted(folder.glob("*.txt")) for part in path.read_text("utf-8").split("。")]
    sentences = [sentence.strip() for sentence in sentences if len(sentence) > 3]
    for number in range(PAGES):
        chosen = random.Random(f"{seed}-{number}").sample(sentences, SENTENCES)
        lines = "\n".join("".join(chosen[at : at + 4]) for at in range(0, SENTENCES, 4))
        yield damaged(lines, keys_for(kinds, share, seed * 1000 + number), cuts, markup=number % 2 == 0)


def row(name: str, score: Score) -> str:
    """One line of the table."""
    counts = score.places
    return (
        f"| {name} | {score.length} | {score.rate('before'):.4f} | {score.rate('stripped'):.4f} "
        f"| {score.rate('after'):.4f} | {counts['right']} / {counts['wrong']} / {counts['flagged']} "
        f"| {counts['pinyin']} / {counts['pinyin wrong']} | {score.seconds:.1f} |"
    )


def main(arguments: list[str]) -> None:
    """The table."""
    print("| set | characters | before | readings out | after | sure right / wrong / flagged | out right / wrong | s |")
    print("|---|---|---|---|---|---|---|---|")
    folders = [ROOT / "eval" / "repair" / name for name in ("tune", "held") if name in arguments or not arguments]
    kinds = "".join(path.read_text("utf-8") for path in sorted((ROOT / "eval" / "repair").glob("*/*.txt")))
    told = []
    for folder in folders:
        for share, cuts in ((0.2, False), (0.6, True)):
            score = Score()
            for page in pages(folder, kinds, share, cuts, seed=1):
                clean = (
                    _TAG.sub("\n", page.clean)
                    .strip()
                    .translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
                )
                clean = re.sub(r"\n+", "\n", clean)
                places(page, measure(page.text, clean, score), score)
            print(row(f"{folder.name}, {share:.0%} of the forms{', cuts' if cuts else ''}", score), flush=True)
            told += score.wrong
    for argument in arguments:
        for number in ("002", "003"):
            clean_file = Path(argument) / "repair" / f"{number}.txt"
            damaged_file = next(iter((Path(argument) / "seeds").glob(f"{number}_*.txt")), None)
            if clean_file.is_file() and damaged_file is not None:
                score = Score()
                edits = measure(damaged_file.read_text("utf-8").strip(), clean_file.read_text("utf-8").strip(), score)
                score.places.update(
                    "sure" if edit.sure else "flagged" for edit in edits if edit.kind == "shifted bytes"
                )
                print(row(f"article {number} ({score.places['sure']} sure)", score))
    print("\n".join(["", "sure but wrong:", *told]))


if __name__ == "__main__":
    main(sys.argv[1:])
