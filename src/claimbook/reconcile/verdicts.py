"""How the accounts of a matter stand to each other: verdict, flags, figures, credibility, and the reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.model.claim import Claim, Event, Party, Stance
from claimbook.model.matter import Flag, Link, Relation, Verdict
from claimbook.reconcile.facets import Facets, side
from claimbook.reconcile.origins import independent, is_named, is_official
from claimbook.reconcile.relations import is_denial, origin_key
from claimbook.reconcile.titles import party_name

_HOSTILE = frozenset({Event.ATTACK, Event.CONTROL, Event.SANCTION})


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with what it rests on."""

    verdict: Verdict
    flags: tuple[Flag, ...]
    sources: tuple[Party, ...]
    credibility: int
    why: tuple[str, ...]


def judge(claims: Sequence[Facets], links: Sequence[Link], flags: frozenset[Flag]) -> Finding:
    """The verdict on a matter from its claims, the links between them, and flags found elsewhere."""
    by_id = {facets.claim.id: facets for facets in claims}
    sources = independent(origin for facets in claims for origin in facets.origins)
    against = [link for link in links if link.relation is Relation.CONTRADICTION and _two_origins(link, by_id)]
    revisions = [
        link for link in links if link.relation is Relation.REVISION and {link.source, link.target} <= set(by_id)
    ]
    confirming = confirmed_by(claims)
    denying = denied_by(claims)
    found = set(flags)
    if any(facets.unreadable for facets in claims):
        found.add(Flag.DAMAGED_TEXT)
    if denying:
        found.add(Flag.DENIED_BY_PARTY)
    verdict = _verdict(against, revisions, confirming, sources)
    why = [_count(claims, sources)]
    why += [f"they part: {link.why}" for link in _most_telling(against)]
    why += [f"revised: {link.why}" for link in _most_telling(revisions)]
    if confirming:
        why.append(f"said so by a party itself: {_names(confirming)}")
    if denying:
        why.append(f"denied by {_names(denying)}")
    if Flag.UNCONFIRMED_BY_PARTY in found:
        why.append("a document says that a party has not confirmed it")
    if Flag.DAMAGED_TEXT in found:
        why.append("a figure could not be read for certain")
    ordered = tuple(flag for flag in Flag if flag in found)
    return Finding(verdict, ordered, sources, _credibility(verdict, found, sources), tuple(why))


def confirmed_by(claims: Sequence[Facets]) -> tuple[Party, ...]:
    """Parties to the event that have themselves acknowledged it.

    Of a hostile act only the doer's word counts: that its target accuses it is no acknowledgement. A side that is
    doer in one claim and target in another is no witness of its own. Of losses only the loser's word counts.
    """
    admitting: set[str] = set()
    struck: set[str] = set()
    for facets in claims:
        if facets.claim.event in _HOSTILE:
            admitting |= facets.doers
            struck |= facets.targets
        elif facets.claim.event is Event.CASUALTY:
            admitting |= facets.targets
        elif facets.claim.event is Event.STATE:
            admitting |= facets.doers
        else:
            admitting |= facets.sides
    admitting -= struck
    nobody_affirms = not any(_affirms(facets) for facets in claims)
    confirming = {
        origin.id: origin
        for facets in claims
        if _affirms(facets) or nobody_affirms
        for origin in facets.origins
        if side(origin) in admitting and not _doubts(facets.claim, origin) and _speaks_for_a_party(origin)
    }
    return independent(confirming.values())


def denied_by(claims: Sequence[Facets]) -> tuple[Party, ...]:
    """Parties to the event that say no to what others say."""
    if not any(_affirms(facets) for facets in claims):
        return ()
    sides = frozenset(side for facets in claims for side in facets.sides)
    denying = {
        origin.id: origin
        for facets in claims
        for origin in facets.origins
        if side(origin) in sides
        and _speaks_for_a_party(origin)
        and (not _affirms(facets) or _stance(facets.claim, origin) is Stance.DENIES)
    }
    return independent(denying.values())


def _affirms(facets: Facets) -> bool:
    return facets.phase != "denied" and not is_denial(facets)


def _speaks_for_a_party(origin: Party) -> bool:
    """A state, an organ, an official, a company, a force; not an outlet, an observer, or "sources" of a side."""
    return is_named(origin) and (is_official(origin) or side(origin) == origin.id or origin.sector == "BUS")


def _two_origins(link: Link, by_id: dict[str, Facets]) -> bool:
    ends = by_id.get(link.source), by_id.get(link.target)
    return bool(ends[0] and ends[1] and origin_key(ends[0]) != origin_key(ends[1]))


def _verdict(
    against: Sequence[Link], revisions: Sequence[Link], confirming: Sequence[Party], sources: Sequence[Party]
) -> Verdict:
    if against:
        return Verdict.CONTESTED
    if revisions:
        return Verdict.REVISED
    if confirming:
        return Verdict.CONFIRMED_BY_PARTY
    if len(sources) > 1:
        return Verdict.CORROBORATED
    return Verdict.SINGLE_SOURCE if sources else Verdict.UNSOURCED


def _credibility(verdict: Verdict, flags: set[Flag], sources: Sequence[Party]) -> int:
    """Information credibility of the Admiralty system, 1 (confirmed) to 6 (cannot be judged)."""
    if verdict is Verdict.CONTESTED:
        return 4
    if verdict is Verdict.UNSOURCED:
        return 6
    if verdict in (Verdict.CONFIRMED_BY_PARTY, Verdict.CORROBORATED) and len(sources) > 0:
        return 2 if flags & {Flag.UNCONFIRMED_BY_PARTY, Flag.DENIED_BY_PARTY, Flag.CIRCULAR, Flag.SUM_MISMATCH} else 1
    return 4 if Flag.DENIED_BY_PARTY in flags else 3


def _doubts(claim: Claim, origin: Party) -> bool:
    return _stance(claim, origin) in (Stance.DENIES, Stance.SUSPECTS, Stance.ESTIMATES)


def _stance(claim: Claim, origin: Party) -> Stance | None:
    return next((one.stance for one in claim.attribution if one.source.id == origin.id), None)


def _count(claims: Sequence[Facets], sources: Sequence[Party]) -> str:
    documents = len({facets.document for facets in claims})
    articles = f"{documents} document" + ("s" if documents > 1 else "")
    if not sources:
        return f"{articles}, none names a source" if documents > 1 else f"{articles}, which names no source"
    if len(sources) == 1:
        return f"{articles}, one named source: {_names(sources)}"
    return f"{articles}, {len(sources)} named sources: {_names(sources)}"


def _names(parties: Sequence[Party]) -> str:
    names = [party_name(party) for party in parties[:4]]
    return ", ".join(names) + (" and others" if len(parties) > 4 else "")


def _most_telling(links: Sequence[Link]) -> list[Link]:
    seen: dict[str, Link] = {}
    for link in links:
        seen.setdefault(link.why, link)
    return list(seen.values())[:3]
