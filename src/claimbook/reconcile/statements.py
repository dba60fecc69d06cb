"""Statements that belong to what they speak of: a party's admission or silence, a promise to keep a treaty.

    俄罗斯首次正式承认朝鲜援军参战        belongs to the dispatch that it admits
    尚未得到老挝官方证实                flags what the article told before, if nobody admits it later
    俄方将全面落实2024年签署的条约        belongs to the treaty
"""

from collections import defaultdict
from collections.abc import Sequence

from claimbook.model.claim import Act, Event, ItemKind
from claimbook.reconcile.facets import Facets, side

_ADMITS = frozenset({Act.ACKNOWLEDGE, Act.DENY})
_ADMITTED = (Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.ATTACK, Event.TRAIN, Event.AGREE)
Groups = Sequence[Sequence[int]]


def is_admission(facets: Facets) -> bool:
    """A yes, a no or a silence of a party about something told elsewhere."""
    return facets.claim.event is Event.STATE and facets.claim.act in _ADMITS


def is_silence(facets: Facets) -> bool:
    """Somebody has not confirmed it."""
    return is_admission(facets) and facets.claim.act is Act.ACKNOWLEDGE and facets.phase == "denied"


def attach(claims: Sequence[Facets], groups: Groups) -> list[list[int]]:
    """The groups with statements moved to what they speak of, where that is clear."""
    found = [list(group) for group in groups]
    home = {index: number for number, group in enumerate(found) for index in group}
    by_sides: dict[frozenset[str], list[int]] = defaultdict(list)
    by_item: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(found):
        kinds = {claims[index].claim.event for index in group}
        if kinds <= set(_ADMITTED):
            for sides in {claims[index].sides for index in group}:
                by_sides[sides].append(number)
        if kinds == {Event.AGREE}:
            for words in {claims[index].words for index in group if claims[index].words}:
                by_item[words].append(number)
    for index in sorted(home, key=lambda place: claims[place].claim.id):
        facets = claims[index]
        if is_admission(facets):
            target = _admitted(claims, found, by_sides.get(facets.sides, []), facets)
        elif facets.claim.event is Event.STATE and facets.claim.item and facets.claim.item.kind is ItemKind.DOCUMENT:
            target = min(by_item.get(facets.words, []), default=None)
        else:
            continue
        if target is not None and target != home[index] and all(_is_about(claims[one]) for one in found[home[index]]):
            found[home[index]].remove(index)
            found[target].append(index)
            home[index] = target
    return [sorted(group) for group in found if group]


def _admitted(claims: Sequence[Facets], groups: Groups, numbers: Sequence[int], statement: Facets) -> int | None:
    """The group that an admission speaks of: told in the same article, whether rather than how many, the widest told."""
    told = [number for number in numbers if any(claims[index].document == statement.document for index in groups[number])]
    return min(
        told,
        key=lambda number: (
            min(_rank(claims[index]) for index in groups[number]),
            all(claims[index].claim.quantity for index in groups[number] if not is_admission(claims[index])),
            -len(groups[number]),
            min(claims[index].claim.id for index in groups[number]),
        ),
        default=None,
    )


def _is_about(facets: Facets) -> bool:
    return is_admission(facets) or (facets.claim.event is Event.STATE and facets.claim.item is not None)


def _rank(facets: Facets) -> int:
    return _ADMITTED.index(facets.claim.event) if facets.claim.event in _ADMITTED else len(_ADMITTED)


def unconfirmed(claims: Sequence[Facets], groups: Groups) -> list[bool]:
    """For each group, whether an article that tells it says afterwards that its parties have not confirmed it."""
    admitted: dict[str, list[Facets]] = defaultdict(list)
    silences: dict[str, list[Facets]] = defaultdict(list)
    for facets in claims:
        if is_silence(facets):
            silences[facets.document].append(facets)
        elif is_admission(facets) and facets.phase != "denied":
            admitted[facets.document].append(facets)
    return [
        any(
            silence.doers <= claims[index].sides and _before(claims[index], silence)
            for index in group
            if not is_admission(claims[index])
            for silence in silences[claims[index].document]
            if not any(later.doers & silence.doers for later in admitted[silence.document])
        )
        for group in groups
    ]


def _before(facets: Facets, statement: Facets) -> bool:
    return facets.claim.span.start <= statement.claim.span.start


def speaks_for_party(facets: Facets, party_sides: frozenset[str]) -> bool:
    """Whether the claim is credited to one of these sides itself."""
    return any(side(one.source) in party_sides for one in facets.claim.attribution[:1])
