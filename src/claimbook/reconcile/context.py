"""What an article's other claims say about a claim: whose people "they" are, and where its events happen.

朝鲜承诺再派出6000人 … 这批人员不直接参与作战      "these men" are the 6,000
… 在库尔斯克并肩作战 … 10月左右疑似出现在战场       the article has all of its fighting in Kursk
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimbook.model.claim import Event
from claimbook.reconcile.facets import Facets

_PLACED = frozenset({Event.ATTACK, Event.CONTROL})
_NEAR = 400
"""Characters within which "they" looks for the dispatch it speaks of."""


def with_usual_places(claims: Sequence[Facets]) -> list[Facets]:
    """Claims of fighting without a place get the places that every other such claim of the article shares."""
    by_article: dict[tuple[str, Event], list[Facets]] = defaultdict(list)
    for facets in claims:
        if facets.claim.event in _PLACED:
            by_article[facets.document, facets.claim.event].append(facets)
    return [_placed(facets, by_article[facets.document, facets.claim.event]) for facets in claims]


def _placed(facets: Facets, others: Sequence[Facets]) -> Facets:
    if facets.claim.event not in _PLACED or facets.lands:
        return facets
    spots = [other.spots for other in others if other.lands and other.doers & facets.doers]
    return replace(facets, usual_spots=frozenset.intersection(*spots)) if spots else facets


def with_cohorts(claims: Sequence[Facets], groups: Iterable[Sequence[int]]) -> list[Facets]:
    """Claims about "them" or "these men" get the dispatch told just before, as the number of its group.

    `groups` are groups of dispatches by place in `claims`.
    """
    group_of = {index: number for number, members in enumerate(groups) for index in members}
    further = {number: "further" in claims[index].cues for index, number in group_of.items()}
    for index, group in group_of.items():
        further[group] = further[group] or "further" in claims[index].cues
    dispatches: dict[str, list[int]] = defaultdict(list)
    for index in group_of:
        dispatches[claims[index].document].append(index)
    for members in dispatches.values():
        members.sort(key=lambda index: (_start(claims[index]), -_size(claims[index])))
    found = []
    for index, facets in enumerate(claims):
        number: int | None = None
        if index not in group_of and "anaphor" in facets.cues:
            number = _last_before(facets, claims, dispatches.get(facets.document, []), group_of)
        found.append(facets if number is None else replace(facets, cohort=number, cohort_is_further=further[number]))
    return found


def _last_before(
    facets: Facets, claims: Sequence[Facets], members: Sequence[int], group_of: dict[int, int]
) -> int | None:
    """The last dispatch of the same people before the claim; of several in one sentence the largest."""
    start = _start(facets)
    before = [
        index
        for index in members
        if start - _NEAR <= _start(claims[index]) < start and claims[index].doers & facets.sides
    ]
    if not before:
        return None
    last = _start(claims[before[-1]])
    return group_of[next(index for index in before if _start(claims[index]) == last)]


def _start(facets: Facets) -> int:
    return facets.claim.evidence[0].start if facets.claim.evidence else 0


def _size(facets: Facets) -> float:
    return facets.figure.nominal if facets.figure else 0.0
