"""Which claims are worth comparing: those of one kind of event that share a side, in blocks of bounded size.

A block is an event and a state in a role ("deploy by PRK"). In a block that is larger than `MOST_TOGETHER`,
claims are put in order by time, by figure and by place, and each is compared with its `WINDOW` next neighbours:
so work grows with the number of claims, and what is left uncompared is counted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from claimbook.model.claim import Act, Event
from claimbook.reconcile.facets import Facets

MOST_TOGETHER = 100
WINDOW = 12

ACT_CLASSES = {Act.THANK: Act.PRAISE, Act.DENY: Act.ACKNOWLEDGE}
"""Acts of statements that are compared with each other."""

_MUTUAL = frozenset({Event.AGREE, Event.MEET, Event.TRAIN})


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs to compare (by place in the given sequence, the smaller first), and how many blocks were too large."""

    pairs: tuple[tuple[int, int], ...]
    large_blocks: int


def candidates(claims: Sequence[Facets]) -> Candidates:
    """The pairs worth comparing, each once, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        for key in sorted(keys(facets)):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    large = 0
    for key in sorted(blocks):
        members = blocks[key]
        large += len(members) > MOST_TOGETHER
        found = _pairs(claims, members)
        every = len(members) <= MOST_TOGETHER or key[2] != "to"
        pairs.update(pair for pair in found if every or not _met_elsewhere(claims, pair))
    return Candidates(tuple(sorted(pairs)), large)


def _met_elsewhere(claims: Sequence[Facets], pair: tuple[int, int]) -> bool:
    """Both say who acts: they share a block of that, or have nothing in common."""
    return bool(claims[pair[0]].doers and claims[pair[1]].doers)


def keys(facets: Facets) -> Iterator[tuple[str, ...]]:
    """The blocks a claim belongs to: its kind of event with each pair of sides, or with its only side.

    Where only one end is known, the claim joins every block of that end.
    """
    event = facets.claim.event
    act = ACT_CLASSES.get(facets.claim.act or Act.OTHER, facets.claim.act or "") if event is Event.STATE else ""
    if event in _MUTUAL:
        yield from ((event, "", side) for side in facets.sides)
        return
    if event is Event.ATTACK and facets.doers and facets.targets and facets.when:
        yield from ((event, "battle", spot, *sorted(facets.sides)) for spot in facets.spots)
    yield from ((event, act, "by", side) for side in facets.doers)
    yield from ((event, act, "to", side) for side in facets.targets)


def _pairs(claims: Sequence[Facets], members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= MOST_TOGETHER:
        yield from combinations(members, 2)
        return
    for order in ORDERS:
        ordered = sorted(members, key=lambda index: (order(claims[index]), claims[index].claim.id))
        for place, index in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + WINDOW]:
                yield min(index, other), max(index, other)


def _by_time(facets: Facets) -> Any:
    return facets.when or (date.max, date.max), sorted(facets.spots), _nominal(facets)


def _by_figure(facets: Facets) -> Any:
    return _nominal(facets), facets.when or (date.max, date.max), sorted(facets.spots)


def _by_place(facets: Facets) -> Any:
    return sorted(facets.spots) or sorted(facets.lands), sorted(facets.topics), facets.when or (date.max, date.max)


def _nominal(facets: Facets) -> float:
    return facets.figure.nominal if facets.figure else float("inf")


ORDERS: tuple[Callable[[Facets], Any], ...] = (_by_time, _by_figure, _by_place)
