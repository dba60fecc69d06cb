"""Disputes between claims of different matters: each is a matter of its own, beside those its claims belong to.

at most 30,000 can be sent  ↔  100,000 more are being prepared
no official word yet        ↔  what the official side is credited with
deliveries since 2023       ↔  deliveries since June 2024
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimbook.model.claim import Act, Bound, Event
from claimbook.model.matter import Link, Relation
from claimbook.reconcile.compare.wording import number
from claimbook.reconcile.facets import Facets
from claimbook.reconcile.relations import one_origin
from claimbook.reconcile.statements import Groups, is_silence, speaks_for_party

MOST_SIDES = 60
"""Claims of one flow that are looked at for disputes."""
_NEAR = 400
"""Characters within which an offer stands beside the denial of a request."""

Dispute = tuple[tuple[int, ...], tuple[Link, ...]]


def disputes(claims: Sequence[Facets], groups: Groups) -> list[Dispute]:
    """Disputes as places in `claims`, with their contradictions."""
    home = {index: number for number, group in enumerate(groups) for index in group}
    found = [*_ceilings(claims), *_starts(claims), *_silences(claims), *_initiatives(claims)]
    return [one for one in found if len({home[index] for index in one[0]}) > 1]


def _flows(claims: Sequence[Facets], events: frozenset[Event]) -> Iterator[list[int]]:
    """Claims of people or goods of one kind from one side to another."""
    flows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        people = facets.claim.event is Event.DEPLOY
        item = facets.claim.item
        if facets.claim.event in events and facets.doers and facets.targets and (item or people):
            kind = "people" if people else "arms" if item and item.kind in _ARMS else str(item and item.kind)
            flows[facets.claim.event, *sorted(facets.doers), ">", *sorted(facets.targets), kind].append(index)
    for key in sorted(flows):
        yield sorted(flows[key], key=lambda index: claims[index].claim.id)[:MOST_SIDES]


_ARMS = frozenset({"weapon", "munition", "equipment", "vehicle", "aircraft"})


def _ceilings(claims: Sequence[Facets]) -> Iterator[Dispute]:
    """The most that can be sent, against more than that on the way. Figures nobody could read stand with them."""
    for flow in _flows(claims, frozenset({Event.DEPLOY, Event.TRANSFER})):
        ahead = [index for index in flow if claims[index].phase == "ahead"]
        for index in ahead:
            ceiling = claims[index].figure
            if ceiling is None or ceiling.bound not in (Bound.AT_MOST, Bound.UNDER):
                continue
            over = [
                other
                for other in ahead
                if (figure := claims[other].figure)
                and figure.unit == ceiling.unit
                and figure.low > ceiling.high
                and claims[other].document != claims[index].document
                and not one_origin(claims[index], claims[other])
            ]
            if over:
                unread = [
                    other
                    for other in ahead
                    if claims[other].unreadable
                    and claims[other].figure is None
                    and claims[other].document in {claims[one].document for one in (index, *over)}
                ]
                links = tuple(
                    Link(
                        claims[other].claim.id,
                        claims[index].claim.id,
                        Relation.CONTRADICTION,
                        f"{_amount(claims[other])} against at most {number(ceiling.high)}",
                    )
                    for other in over
                )
                yield tuple(sorted({index, *over, *unread})), links


def _starts(claims: Sequence[Facets]) -> Iterator[Dispute]:
    """The same flow of goods, begun at different times."""
    for flow in _flows(claims, frozenset({Event.TRANSFER})):
        begun = [index for index in flow if claims[index].since and claims[index].phase == "real"]
        general = [index for index in begun if not claims[index].topics]
        links = [
            Link(
                claims[one].claim.id,
                claims[other].claim.id,
                Relation.CONTRADICTION,
                f"{_since(claims[one])} against {_since(claims[other])} as the start",
            )
            for place, one in enumerate(general)
            for other in general[place + 1 :]
            if claims[one].document != claims[other].document and _apart(claims[one], claims[other])
        ]
        if links:
            yield tuple(sorted(begun)), tuple(links)


def _silences(claims: Sequence[Facets]) -> Iterator[Dispute]:
    """Parties that are said to be silent, and what other articles credit to them on the same dealings."""
    by_sides: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        if facets.claim.attribution and facets.phase != "denied" and facets.claim.event is not Event.STATE:
            by_sides[facets.sides].append(index)
    for index, facets in enumerate(claims):
        if not is_silence(facets) or len(facets.doers) < 2:
            continue
        if any(
            other.document == facets.document
            and other.claim.event is Event.STATE
            and other is not facets
            and other.claim.act == facets.claim.act
            and other.phase != "denied"
            and other.doers & facets.doers
            for other in claims
        ):
            continue
        credited = [
            other
            for other in by_sides[facets.doers][:MOST_SIDES]
            if claims[other].document != facets.document and speaks_for_party(claims[other], facets.doers)
        ]
        if credited:
            links = tuple(
                Link(
                    facets.claim.id,
                    claims[other].claim.id,
                    Relation.CONTRADICTION,
                    "no official word, against what an official side is credited with",
                )
                for other in credited[:1]
            )
            yield tuple(sorted({index, *credited})), links


def _initiatives(claims: Sequence[Facets]) -> Iterator[Dispute]:
    """Who asked whom: a request told by one article, and another that has it come from the other side."""
    talk: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        if facets.claim.event is Event.STATE and facets.doers and facets.targets:
            talk[facets.sides].append(index)
    for sides in sorted(talk, key=sorted):
        members = sorted(talk[sides], key=lambda index: claims[index].claim.id)[:MOST_SIDES]
        requests = [index for index in members if claims[index].claim.act is Act.REQUEST]
        asked = [index for index in requests if claims[index].phase == "real"]
        unasked = [index for index in requests if claims[index].phase == "denied"]
        links, offers = [], []
        for no in unasked:
            against = [
                yes for yes in asked if _told_apart(claims[yes], claims[no]) and claims[yes].doers & claims[no].doers
            ]
            links += [_link(claims[yes], claims[no], "asked, against not having asked") for yes in against]
            offers += [index for index in members if against and _offers(claims[index], claims[no])]
        if links:
            yield tuple(sorted({*asked, *unasked, *offers})), tuple(links)


def _offers(offer: Facets, denial: Facets) -> bool:
    """Told beside the denial of a request: the side that was to be asked speaks up by itself."""
    near = abs(offer.claim.span.start - denial.claim.span.start) < _NEAR and offer.document == denial.document
    return near and offer.doers == denial.targets and offer.claim.act in (Act.PROMISE, Act.OTHER)


def _told_apart(one: Facets, other: Facets) -> bool:
    return one.document != other.document


def _link(one: Facets, other: Facets, why: str) -> Link:
    return Link(one.claim.id, other.claim.id, Relation.CONTRADICTION, why)


def _apart(one: Facets, other: Facets) -> bool:
    return one.since is not None and other.since is not None and abs((one.since - other.since).days) > 62


def _since(facets: Facets) -> str:
    return facets.claim.time.text or facets.claim.time.edtf or ""


def _amount(facets: Facets) -> str:
    return f"{number(facets.figure.nominal)}" if facets.figure else "a figure"
