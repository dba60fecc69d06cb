"""How good a set of claims is against gold: precision, recall, F1, slot by slot.

A predicted claim meets a gold claim when the event is the same, the figure is the same (value, low, high and unit,
or none in both) and their evidence overlaps. It is right in full when status, actor, recipient and origin (the first
of the attribution) are the same too. Gold claims marked optional are right when found and no fault when missed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from claimbook.errors import BadInput
from claimbook.model.claim import Claim, Quantity
from claimbook.model.records import from_plain

SLOTS = ("status", "act", "actor", "recipient", "origin", "item", "time", "said", "place", "attribution")
FULL = ("status", "actor", "recipient", "origin")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one comparison, and the three figures made of them (0 to 1; 1 where there was nothing to find)."""

    right: int
    invented: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was claimed, how much was right."""
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        """Of what was to be found, how much was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Gold:
    """A claim of the gold and whether careful readers differ on it."""

    claim: Claim
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What a comparison came to. `slots` holds, for each slot, how many of the met pairs agree in it."""

    claims: Tally
    full: Tally
    figures: Tally
    figures_full: Tally
    slots: Mapping[str, float]
    events: Mapping[str, Tally]
    pairs: Sequence[tuple[Gold, Claim]] = field(repr=False)
    missed: Sequence[Gold] = field(repr=False)
    invented: Sequence[Claim] = field(repr=False)


def read_gold(path: Path) -> list[Gold]:
    """The claims of a JSON Lines file, or of all such files in a folder.

    Raises:
        BadInput: there is no such file, or a line is no claim.
    """
    if not path.exists():
        raise BadInput(f"{path} does not exist: give a JSON Lines file of claims or a folder of them.")
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    found = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                found.append(_gold(line, f"{file}:{number}"))
    return found


def _gold(line: str, where: str) -> Gold:
    try:
        plain: Any = msgspec.json.decode(line)
        return Gold(from_plain(plain, Claim), bool(plain.get("optional", False)))
    except (msgspec.DecodeError, AttributeError, BadInput) as error:
        raise BadInput(f"{where}: not a claim: {error}") from error


def score(gold: Sequence[Gold], predicted: Sequence[Claim]) -> Score:
    """The score of predicted claims. Documents are matched by file name, whatever folder stands before it."""
    pairs: list[tuple[Gold, Claim]] = []
    missed: list[Gold] = []
    invented: list[Claim] = []
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in predicted:
        by_document[_document_key(claim.document)].append(claim)
    gold_by_document: dict[str, list[Gold]] = defaultdict(list)
    for entry in gold:
        gold_by_document[_document_key(entry.claim.document)].append(entry)
    for key in sorted(gold_by_document.keys() | by_document.keys()):
        met = _match(gold_by_document[key], by_document[key])
        pairs += [(gold_by_document[key][i], by_document[key][j]) for i, j in met]
        found, used = {i for i, _ in met}, {j for _, j in met}
        missed += [g for i, g in enumerate(gold_by_document[key]) if i not in found and not g.optional]
        invented += [c for j, c in enumerate(by_document[key]) if j not in used]
    slots = {slot: sum(slot in agreeing(g.claim, c) for g, c in pairs) / len(pairs) if pairs else 1.0 for slot in SLOTS}
    events = {
        event.value: _tally(pairs, missed, invented, lambda claim, event=event: claim.event == event)
        for event in sorted({g.claim.event for g in gold} | {c.event for c in predicted})
    }
    return Score(
        _tally(pairs, missed, invented),
        _full(pairs, missed, invented),
        _tally(pairs, missed, invented, _has_figure),
        _full(pairs, missed, invented, _has_figure),
        slots,
        events,
        pairs,
        missed,
        invented,
    )


def agreeing(gold: Claim, predicted: Claim) -> frozenset[str]:
    """The slots in which two claims agree."""
    same = {
        "status": gold.status == predicted.status,
        "act": gold.act == predicted.act,
        "actor": _ids(gold.actor) == _ids(predicted.actor),
        "recipient": _ids(gold.recipient) == _ids(predicted.recipient),
        "origin": origin(gold) == origin(predicted),
        "item": (gold.item and gold.item.kind) == (predicted.item and predicted.item.kind),
        "time": gold.time.edtf == predicted.time.edtf,
        "said": (gold.said and gold.said.edtf) == (predicted.said and predicted.said.edtf),
        "place": {place.id for place in gold.place} == {place.id for place in predicted.place},
        "attribution": [(a.source.id, a.stance) for a in gold.attribution]
        == [(a.source.id, a.stance) for a in predicted.attribution],
    }
    return frozenset(slot for slot, agrees in same.items() if agrees)


def origin(claim: Claim) -> str | None:
    """The id of whoever the document credits first, None where it credits nobody."""
    return claim.attribution[0].source.id if claim.attribution else None


def _ids(parties: Iterable[Any]) -> frozenset[str]:
    return frozenset(party.id for party in parties)


def _document_key(name: str) -> str:
    return Path(name.partition("?")[0]).name


def _has_figure(claim: Claim) -> bool:
    return claim.quantity is not None


def _same_figure(left: Quantity | None, right: Quantity | None) -> bool:
    if left is None or right is None:
        return left is right
    return (left.value, left.low, left.high, left.unit) == (right.value, right.low, right.high, right.unit)


def _shared_characters(left: Claim, right: Claim) -> int:
    return max(
        (min(a.end, b.end) - max(a.start, b.start) for a in left.evidence for b in right.evidence),
        default=0,
    )


def _match(gold: Sequence[Gold], predicted: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs that meet, best first, each claim once."""
    candidates = []
    for i, entry in enumerate(gold):
        for j, claim in enumerate(predicted):
            if entry.claim.event == claim.event and _same_figure(entry.claim.quantity, claim.quantity):
                shared = _shared_characters(entry.claim, claim)
                if shared > 0:
                    agree = agreeing(entry.claim, claim)
                    candidates.append((-sum(slot in agree for slot in FULL), -len(agree), -shared, i, j))
    met: list[tuple[int, int]] = []
    for *_, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in met):
            met.append((i, j))
    return met


def _tally(
    pairs: Sequence[tuple[Gold, Claim]],
    missed: Sequence[Gold],
    invented: Sequence[Claim],
    counts: Any = lambda _: True,
) -> Tally:
    return Tally(
        sum(bool(counts(g.claim)) for g, _ in pairs),
        sum(bool(counts(c)) for c in invented),
        sum(bool(counts(g.claim)) for g in missed),
    )


def _full(
    pairs: Sequence[tuple[Gold, Claim]],
    missed: Sequence[Gold],
    invented: Sequence[Claim],
    counts: Any = lambda _: True,
) -> Tally:
    loose = _tally(pairs, missed, invented, counts)
    counted = [(g, c) for g, c in pairs if counts(g.claim)]
    right = sum(set(FULL) <= agreeing(g.claim, c) for g, c in counted)
    wrong = len(counted) - right
    wrong_required = sum(not g.optional for g, c in counted if not set(FULL) <= agreeing(g.claim, c))
    return Tally(right, loose.invented + wrong, loose.missed + wrong_required)
