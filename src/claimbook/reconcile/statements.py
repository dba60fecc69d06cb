"""Statements that belong to what they speak of: a party's admission or silence, a promise to keep a treaty.

俄罗斯首次正式承认朝鲜援军参战        belongs to the dispatch that it admits
尚未得到老挝官方证实                flags what the article told before, if nobody admits it later
俄方将全面落实2024年签署的条约        belongs to the treaty
"""

from collections import defaultdict
from collections.abc import Sequence

from claimbook.model.claim import Act, Event, ItemKind
from claimbook.reconcile.facets import Facets, plain, side
from claimbook.reconcile.relations import is_denial

_ADMITS = frozenset({Act.ACKNOWLEDGE, Act.DENY})
_ADMITTED = (Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.ATTACK, Event.TRAIN, Event.AGREE)
_NEAR = 500
"""Characters within which a denial or a silence speaks of what was told before."""
Groups = Sequence[Sequence[int]]


def is_admission(facets: Facets) -> bool:
    """A yes, a no or a silence of a party about something told elsewhere."""
    return facets.claim.event is Event.STATE and facets.claim.act in _ADMITS


def is_silence(facets: Facets) -> bool:
    """Somebody has not confirmed it."""
    said = facets.claim.act in (Act.ACKNOWLEDGE, Act.OTHER)
    return facets.claim.event is Event.STATE and said and facets.phase == "denied"


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
    by_article = _by_article(claims)
    for index in sorted(home, key=lambda place: claims[place].claim.id):
        facets = claims[index]
        if is_denial(facets):
            told = spoken_of(claims, facets, by_article.get(facets.document, ()))
            target = home[told[0]] if told else None
        elif is_silence(facets) and not _spoke_later(claims, facets, by_article[facets.document]):
            continue
        elif is_admission(facets):
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
    """The group that an admission speaks of: in its article, whether rather than how many, the widest told."""
    told = [
        number for number in numbers if any(claims[index].document == statement.document for index in groups[number])
    ]
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


def _spoke_later(claims: Sequence[Facets], silence: Facets, article: Sequence[int]) -> bool:
    """The article goes on to tell that the silent party spoke after all."""
    return any(
        is_admission(claims[index]) and claims[index].phase != "denied" and claims[index].doers & silence.doers
        for index in article
    )


def _rank(facets: Facets) -> int:
    return _ADMITTED.index(facets.claim.event) if facets.claim.event in _ADMITTED else len(_ADMITTED)


def spoken_of(claims: Sequence[Facets], statement: Facets, article: Sequence[int]) -> list[int]:
    """What a denial or a silence is about, as places in `claims`, the last told first.

    Told shortly before on the word of those it is addressed to; else the last thing told that its speaker has a part
    in, on somebody else's word. With it those told before on the same word.
    """
    before = [
        index
        for index in reversed(article)
        if claims[index] is not statement
        and 0 <= statement.claim.span.start - claims[index].claim.span.start < _NEAR
        and not is_admission(claims[index])
        and claims[index].phase != "denied"
        and not statement.doers & voices(claims[index])
    ]
    for fits in (_answered, _has_part):
        found: list[int] = []
        for index in before:
            if fits(claims[index], statement) and (not found or voices(claims[index]) == voices(claims[found[0]])):
                found.append(index)
            elif found:
                break
        if found:
            events = [index for index in found if claims[index].claim.event is not Event.STATE] or found
            return sorted(events, key=lambda index: _less_denied(claims[index], statement))
    return []


def _less_denied(facets: Facets, statement: Facets) -> tuple[bool, int, int]:
    """First what the speaker is said to have done, then what shares words with it, then what was told last."""
    did = bool(statement.doers & facets.doers) or bool(
        statement.doers & facets.targets and facets.claim.event is Event.STATE
    )
    shared = len(pairs_of_letters(facets) & pairs_of_letters(statement))
    return not did, -shared, -facets.claim.span.start


def pairs_of_letters(facets: Facets) -> frozenset[str]:
    """Every two letters that stand together in a claim's first words."""
    words = plain("".join(evidence.quote for evidence in facets.claim.evidence[:1])[:300])
    return frozenset(words[place : place + 2] for place in range(len(words) - 1))


def voices(facets: Facets) -> frozenset[str]:
    """On whose word a claim is told, as sides: whom it is credited to, or who speaks."""
    return facets.voices or (facets.doers if facets.claim.event is Event.STATE else frozenset())


def _answered(facets: Facets, statement: Facets) -> bool:
    return bool(statement.targets & voices(facets))


def _has_part(facets: Facets, statement: Facets) -> bool:
    return bool(statement.doers & facets.sides) and facets.claim.event is not Event.SANCTION


def _by_article(claims: Sequence[Facets]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        found[facets.document].append(index)
    for members in found.values():
        members.sort(key=lambda index: (claims[index].claim.span.start, claims[index].claim.id))
    return found


def unconfirmed(claims: Sequence[Facets]) -> frozenset[int]:
    """Claims of which their article says that a party has not confirmed them, and does not later say otherwise."""
    found: set[int] = set()
    for members in _by_article(claims).values():
        admitted = [
            claims[index] for index in members if is_admission(claims[index]) and claims[index].phase != "denied"
        ]
        for index in members:
            silence = claims[index]
            if is_silence(silence) and not any(later.doers & silence.doers for later in admitted):
                found |= set(spoken_of(claims, silence, members))
    return frozenset(found)


def speaks_for_party(facets: Facets, party_sides: frozenset[str]) -> bool:
    """Whether the claim is credited to one of these sides itself."""
    return any(side(one.source) in party_sides for one in facets.claim.attribution[:1])
