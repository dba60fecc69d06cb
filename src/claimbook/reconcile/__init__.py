"""Stage 4: claims to matters. What is known, who says so, and where the accounts part.

facets       what a claim comes to when it is compared
candidates   which pairs are worth comparing
compare      the evidence for and against
groups       pairs and people's decisions to groups
relations    how two claims of a group stand to each other
origins      who said it first
verdicts     what that makes of the matter
matters      the record
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimbook.model.claim import Claim, Event
from claimbook.model.document import Document
from claimbook.model.matter import Flag, Link, Matter, Verdict
from claimbook.reconcile.candidates import candidates
from claimbook.reconcile.chains import outlets, traced
from claimbook.reconcile.compare import score
from claimbook.reconcile.context import with_cohorts, with_usual_places
from claimbook.reconcile.copies import copies
from claimbook.reconcile.decisions import Decision, Judgement
from claimbook.reconcile.disputes import disputes
from claimbook.reconcile.facets import Facets, facets
from claimbook.reconcile.followers import copied_claims, followers
from claimbook.reconcile.groups import group
from claimbook.reconcile.matters import matter
from claimbook.reconcile.statements import attach, unconfirmed
from claimbook.reconcile.sums import sums

__all__ = ["Decision", "Judgement", "reconcile"]


def reconcile(
    claims: Sequence[Claim], documents: Sequence[Document], decisions: Sequence[Decision] = ()
) -> tuple[Matter, ...]:
    """The matters that the claims speak of, in the order of their titles.

    Pure: the same claims, documents and decisions give the same matters in whatever order they come. Every claim is
    in at least one matter. Documents may be missing; then each document name counts as an article of its own.
    """
    distinct = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    read = _read(distinct, documents)
    copied = copied_claims(read)
    read, copied = _copies_last(read, copied)
    own = read[: len(read) - len(copied)]
    groups, disputed = _matters_of(own, decisions)
    repeats: dict[int, list[int]] = defaultdict(list)
    for copy, original in copied.items():
        repeats[original].append(copy)
    silent, outlet_of = unconfirmed(read), outlets(documents)
    found = sums(read)
    part_of: dict[str, list[Link]] = defaultdict(list)
    for link in found.links:
        part_of[link.source].append(link)

    homes = {read[index].claim.id: number for number, members in enumerate(groups) for index in members}

    def told(members: Sequence[int], links: Sequence[Link] = (), dispute: bool = False) -> Matter:
        everybody = [one for index in members for one in (index, *repeats[index])]
        ids = [read[index].claim.id for index in everybody]
        flags = {Flag.UNCONFIRMED_BY_PARTY} if silent & set(everybody) else set()
        wrong = [found.mismatches[one] for one in ids if one in found.mismatches]
        parts = [link for one in ids for link in part_of[one]]
        flags |= {Flag.SUM_MISMATCH} if wrong else set()
        way = traced(sorted((read[index] for index in everybody), key=lambda one: one.claim.id), outlet_of)
        flags |= {Flag.CIRCULAR} if way.loops else set()
        return matter(way.claims, (*links, *parts), frozenset(flags), (*wrong, *way.loops), homes if dispute else None)

    disputes_told = [told(members, links, dispute=True) for members, links in disputed]
    matters = [one for one in map(told, groups) if not _is_part_of_dispute(one, disputes_told)] + disputes_told
    return tuple(sorted({one.id: one for one in matters}.values(), key=lambda one: (one.title, one.id)))


def _read(claims: Sequence[Claim], documents: Sequence[Document]) -> list[Facets]:
    """The claims' facets, with the dates of their articles and what these were copied from."""
    dates = {key: document.date for document in documents for key in (document.name, document.id)}
    copied = copies(documents)
    roots = {key: copied[one.id].original for one in documents if one.id in copied for key in (one.name, one.id)}
    ids = {document.name: document.id for document in documents}
    found = []
    for claim in claims:
        article = claim.document_id or ids.get(claim.document, claim.document)
        one = facets(claim, dates.get(article))
        found.append(replace(one, document=article, root=roots.get(article, article)))
    return found


def _copies_last(read: Sequence[Facets], copied: Mapping[int, int]) -> tuple[list[Facets], dict[int, int]]:
    """The claims with those that repeat others put last, and who repeats whom at their new places.

    What is repeated counts as what it repeats: it takes over the origins.
    """
    order = sorted(range(len(read)), key=lambda index: index in copied)
    place = {index: new for new, index in enumerate(order)}
    now = {place[copy]: place[original] for copy, original in copied.items()}
    found = [read[index] for index in order]
    return [replace(one, origins=found[now[new]].origins) if new in now else one for new, one in enumerate(found)], now


def _matters_of(
    own: Sequence[Facets], decisions: Sequence[Decision]
) -> tuple[list[list[int]], list[tuple[tuple[int, ...], tuple[Link, ...]]]]:
    """Groups and disputes of claims that repeat no others.

    Dispatches come first: the claims about "them" are compared when it is known whom they mean.
    """
    own = with_usual_places(own)
    led = followers(own)
    alone = [index for index in range(len(own)) if index not in led]
    dispatches = [index for index in alone if own[index].claim.event is Event.DEPLOY]
    others = [index for index in alone if own[index].claim.event is not Event.DEPLOY]
    scores = _scores(own, dispatches)
    own = with_cohorts(own, _groups(own, dispatches, scores, led, decisions))
    scores |= _scores(own, others)
    groups = attach(own, _groups(own, alone, scores, led, decisions))
    return groups, disputes(own, groups)


def _scores(read: Sequence[Facets], which: Sequence[int]) -> dict[tuple[int, int], float]:
    """What the pairs worth comparing come to, by places in `read`."""
    pairs = candidates([read[index] for index in which]).pairs
    return {(which[a], which[b]): score(read[which[a]], read[which[b]]) for a, b in pairs}


def _groups(
    read: Sequence[Facets],
    which: Sequence[int],
    scores: Mapping[tuple[int, int], float],
    led: Mapping[int, int],
    decisions: Sequence[Decision],
) -> list[tuple[int, ...]]:
    """Groups of the claims at the places `which`, as places in `read`; followers go with their leaders."""
    at = {index: place for place, index in enumerate(which)}
    groups, _complaints = group(
        [read[index].claim.id for index in which],
        {(at[left], at[right]): found for (left, right), found in scores.items()},
        decisions,
        lambda left, right: score(read[which[left]], read[which[right]]),
        [one.figure.nominal if one.figure else 0.0 for one in (read[index] for index in which)],
    )
    led_by: dict[int, list[int]] = defaultdict(list)
    for index, leader in led.items():
        led_by[leader].append(index)
    return [
        tuple(sorted(one for place in members for one in (which[place], *led_by[which[place]]))) for members in groups
    ]


def _is_part_of_dispute(one: Matter, disputed: Sequence[Matter]) -> bool:
    """A contested matter, or one that nobody vouches for and that a dispute holds whole, is told by the dispute."""
    return one.verdict is Verdict.CONTESTED and any(set(one.claims) <= set(other.claims) for other in disputed)
