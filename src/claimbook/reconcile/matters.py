"""Groups of claims into matters: accounts by origin, links, verdict, figures, title."""

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence

from claimbook.model.claim import Bound, Event, Item, Party, Place, Status
from claimbook.model.matter import Account, Figure, Flag, Link, Matter, Relation, Verdict
from claimbook.reconcile.compare import score
from claimbook.reconcile.compare.wording import number
from claimbook.reconcile.facets import Facets
from claimbook.reconcile.origins import is_named
from claimbook.reconcile.relations import document_of, relation
from claimbook.reconcile.titles import title
from claimbook.reconcile.verdicts import judge

_FIRMNESS = {bound: place for place, bound in enumerate(Bound)}
MOST_RELATED = 40
"""Claims of one matter among which every pair is looked at for contradictions; further ones only against these."""


def matter(
    claims: Sequence[Facets],
    links: Sequence[Link] = (),
    flags: frozenset[Flag] = frozenset(),
    why: Sequence[str] = (),
    homes: Mapping[str, int] | None = None,
) -> Matter:
    """One matter from its claims (in any order); `links` and `flags` are what was found about them elsewhere,
    `why` in words.

    `homes` tells for a dispute which matter each claim belongs to by itself: figures of two matters revise nothing.
    """
    ordered = sorted(claims, key=_order)
    own = [link for link in _links(ordered) if not _between_homes(link, homes or {})]
    all_links = tuple(_unique((*own, *links)))
    finding = judge(ordered, all_links, flags)
    main = _main(ordered)
    low, best, high = _figures(ordered, finding.verdict)
    first = main.claim
    return Matter(
        id=_identity([facets.claim.id for facets in ordered]),
        title=title(first.event, first.act, first.actor, first.recipient, first.item, _place(ordered), _amount(main)),
        event=first.event,
        actor=first.actor,
        recipient=first.recipient,
        item=_item(ordered),
        claims=tuple(facets.claim.id for facets in ordered),
        accounts=_accounts(ordered),
        independent_sources=len(finding.sources),
        verdict=finding.verdict,
        flags=finding.flags,
        low=low,
        best=best,
        high=high,
        credibility=finding.credibility,
        why=(*finding.why, *why),
        links=all_links,
    )


def _between_homes(link: Link, homes: Mapping[str, int]) -> bool:
    apart = homes.get(link.source) != homes.get(link.target)
    return apart and link.relation is Relation.REVISION


def _order(facets: Facets) -> tuple[str, int, str]:
    return document_of(facets), facets.claim.evidence[0].start if facets.claim.evidence else 0, facets.claim.id


def _identity(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]


def _unique(links: Sequence[Link]) -> list[Link]:
    return list({(link.source, link.target, link.relation): link for link in links}.values())


def _main(claims: Sequence[Facets]) -> Facets:
    """The claim that stands for the matter: one of the commonest kind of event, told most fully."""
    events = [facets for facets in claims if facets.claim.event is not Event.STATE] or list(claims)
    kinds = Counter(facets.claim.event for facets in events)
    most = max(kinds.values())
    return max(
        (facets for facets in events if kinds[facets.claim.event] == most),
        key=lambda facets: (
            bool(facets.doers) + bool(facets.targets),
            facets.phase != "denied",
            bool(facets.figure),
            bool(facets.spots),
            bool(facets.when),
            facets.claim.id,
        ),
    )


def _links(claims: Sequence[Facets]) -> list[Link]:
    """Every revision and contradiction, and for each claim its link to the claim before that it is most like."""
    found: list[Link] = []
    for place, facets in enumerate(claims):
        before = claims[: min(place, MOST_RELATED)]
        likest = max(range(len(before)), key=lambda other: (score(before[other], facets), -other), default=None)
        for at, other in enumerate(before):
            kind, why = relation(other, facets)
            if at == likest or kind in (Relation.CONTRADICTION, Relation.REVISION):
                found.append(Link(other.claim.id, facets.claim.id, kind, why))
    return found


def _accounts(claims: Sequence[Facets]) -> tuple[Account, ...]:
    """The claims by origin, unnamed origins by their document; a figure of its own makes an account of its own."""
    accounts: dict[tuple[str, str, str], list[tuple[Party, Facets]]] = {}
    for facets in claims:
        for origin in facets.origins:
            document = "" if is_named(origin) else document_of(facets)
            size = f"{facets.figure.nominal:.10g} {facets.figure.unit}" if facets.figure else ""
            accounts.setdefault((origin.id, document, size), []).append((origin, facets))
    return tuple(_account(members) for members in accounts.values())


def _account(members: Sequence[tuple[Party, Facets]]) -> Account:
    origin, first = members[0]
    quantity = first.claim.quantity
    said = sorted(facets.claim.said.edtf for _, facets in members if facets.claim.said and facets.claim.said.edtf)
    return Account(
        origin=origin,
        claims=tuple(facets.claim.id for _, facets in members),
        documents=tuple(dict.fromkeys(facets.claim.document for _, facets in members)),
        quantity=Figure(quantity.value, quantity.low, quantity.high, quantity.bound, quantity.unit)
        if quantity
        else None,
        status=first.claim.status,
        said=said[-1] if said else None,
    )


def _figures(claims: Sequence[Facets], verdict: Verdict) -> tuple[float | None, float | None, float | None]:
    """Lowest, best and highest figure of the matter's main unit.

    Best is the latest of a revision, else what most articles say (copies not counted), a firm figure before a loose
    one; none where the figures are contested.
    """
    counted = [facets for facets in claims if facets.figure and facets.phase != "denied"]
    units = Counter(facets.figure.unit for facets in counted if facets.figure)
    if not units:
        return None, None, None
    unit = min(units, key=lambda name: (-units[name], name))
    figures = [facets for facets in counted if facets.figure and facets.figure.unit == unit]
    said = [facets.claim.quantity for facets in figures if facets.claim.quantity]
    low = min((one for q in said if (one := q.low if q.low is not None else q.value) is not None), default=None)
    high = max((one for q in said if (one := q.high if q.high is not None else q.value) is not None), default=None)
    told = {(facets.figure.nominal, _FIRMNESS[facets.figure.bound], facets.root) for facets in figures if facets.figure}
    nominal = Counter(amount for amount, _, _ in told)
    best: float | None = min(told, key=lambda one: (-nominal[one[0]], one[1], -one[0]))[0]
    if verdict is Verdict.CONTESTED and len(nominal) > 1:
        best = None
    if verdict is Verdict.REVISED:
        latest = max(figures, key=lambda facets: (_said(facets), facets.phase == "real", facets.claim.id))
        best = latest.figure.nominal if latest.figure else best
    return low, best if best is None or math.isfinite(best) else None, high


def _said(facets: Facets) -> str:
    said = facets.claim.said.edtf if facets.claim.said and facets.claim.said.edtf else None
    return said or (facets.claim.time.edtf or "").lstrip("./")


def _item(claims: Sequence[Facets]) -> Item | None:
    items = [facets.claim.item for facets in claims if facets.claim.item]
    kinds = Counter(item.kind for item in items)
    return next((item for item in items if kinds[item.kind] == max(kinds.values())), None)


def _place(claims: Sequence[Facets]) -> Place | None:
    """The place that most of the claims name, below the level of a country."""
    places = [place for facets in claims for place in facets.claim.place[:8] if place.id in facets.spots]
    counts = Counter(place.id for place in places)
    return min(places, key=lambda place: (-counts[place.id], place.id), default=None)


def _amount(facets: Facets) -> str:
    if facets.figure is None or facets.claim.status is Status.DENIED:
        return ""
    unit = "" if facets.figure.unit in ("person", "piece", "round", "unit") else f" {facets.figure.unit}"
    words = {"about": "about ", "over": "over ", "at_least": "at least ", "at_most": "at most ", "under": "under "}
    return f"{words.get(facets.figure.bound, '')}{number(facets.figure.nominal)}{unit}"
