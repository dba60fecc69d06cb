"""Scores matters against gold.

    python eval/matters.py GOLD_MATTERS GOLD_CLAIMS [--articles FOLDER [--own]] [--show]

GOLD_MATTERS is a matters file (JSON Lines), GOLD_CLAIMS a file or folder of gold claims with ids. The gold claims are
reconciled, so the figures are of reconciling alone; with --articles the articles are read for their dates and outlets,
with --own their claims are the program's own, known by the gold claims that they meet (score.py says when).

    pairs     precision, recall, F1 of "these two claims belong to one matter", over all claims (a claim that gold
              puts in no matter is alone), and over the claims that gold puts in some matter
    sources   share of gold matters whose number of independent sources is exact
    verdicts  share of gold matters whose verdict is right

A gold matter is compared with the found matter that shares most claims with it; of several, that with fewest others.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from claimbook.analyse import analyse
from claimbook.extract import extract
from claimbook.model.claim import Claim
from claimbook.model.document import Document
from claimbook.model.matter import Matter
from claimbook.model.records import from_plain
from claimbook.read import read_paths
from claimbook.reconcile import reconcile
from claimbook.score import Gold
from claimbook.score import score as score_claims

Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Score:
    """What came out."""

    all_claims: tuple[float, float, float]
    judged_claims: tuple[float, float, float]
    sources: float
    verdicts: float


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Gold records as they stand."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [
        json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def read_claims(path: Path) -> list[Claim]:
    """Gold claims, optional ones with the rest."""
    return [from_plain(plain, Claim) for plain in read_gold(path)]


def pairs_of(groups: Iterable[Sequence[str]]) -> Pairs:
    """Every two claims that share a group, the smaller id first."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def rates(found: Pairs, gold: Pairs) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = len(found & gold)
    precision, recall = right / len(found) if found else 1.0, right / len(gold) if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def closest(gold: dict[str, Any], matters: Sequence[Matter]) -> Matter | None:
    """The found matter that shares most claims with the gold one."""
    wanted = set(gold["claims"])
    best = max(matters, key=lambda one: (len(wanted & set(one.claims)), -len(one.claims), one.id), default=None)
    return best if best and wanted & set(best.claims) else None


def score(gold: Sequence[dict[str, Any]], matters: Sequence[Matter]) -> Score:
    """All figures."""
    gold_pairs, found = pairs_of(one["claims"] for one in gold), pairs_of(one.claims for one in matters)
    judged = {claim for one in gold for claim in one["claims"]}
    found_judged = {pair for pair in found if set(pair) <= judged}
    met = [(one, closest(one, matters)) for one in gold]
    return Score(
        rates(found, gold_pairs),
        rates(found_judged, gold_pairs),
        sum(found is not None and found.independent_sources == one["independent_sources"] for one, found in met)
        / len(gold),
        sum(found is not None and found.verdict == one["verdict"] for one, found in met) / len(gold),
    )


def show(gold: Sequence[dict[str, Any]], matters: Sequence[Matter]) -> None:
    """Every gold matter beside what was found."""
    for one in gold:
        found = closest(one, matters)
        claims = set(found.claims) if found else set()
        right = found and found.verdict == one["verdict"] and found.independent_sources == one["independent_sources"]
        complete = claims == set(one["claims"])
        print("  " if right and complete else "! ", one["id"], one["title"])
        if found and not (right and complete):
            print(
                f"      gold {one['verdict']}, {one['independent_sources']}; "
                f"found {found.verdict}, {found.independent_sources}"
            )
            print("      lacks", *sorted(set(one["claims"]) - claims), "| beside", *sorted(claims - set(one["claims"])))


def own_claims(documents: Sequence[Document], gold: Sequence[Claim]) -> list[Claim]:
    """The program's claims, each under the id of the gold claim it meets, or under its own."""
    found = [claim for document in documents for claim in extract(analyse(document))]
    met = score_claims([Gold(claim) for claim in gold], found).pairs
    names: Mapping[str, str] = {claim.id: entry.claim.id for entry, claim in met}
    return [replace(claim, id=names.get(claim.id, claim.id)) for claim in found]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Scores matters against gold.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--articles", type=Path, help="the articles of the claims, for dates and outlets")
    parser.add_argument("--own", action="store_true", help="the program's own claims from the articles")
    parser.add_argument("--show", action="store_true", help="every gold matter beside what was found")
    arguments = parser.parse_args()
    gold, claims = read_gold(arguments.gold), read_claims(arguments.claims)
    read = read_paths([str(arguments.articles)]) if arguments.articles else ()
    documents = [one for one in read if isinstance(one, Document)]
    matters = reconcile(own_claims(documents, claims) if arguments.own else claims, documents)
    if arguments.show:
        show(gold, matters)
    result = score(gold, matters)
    for name, (precision, recall, f1) in (("all claims", result.all_claims), ("judged claims", result.judged_claims)):
        print(f"pairs, {name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"independent sources exact: {result.sources:.3f}")
    print(f"verdicts right: {result.verdicts:.3f}")


if __name__ == "__main__":
    main()
