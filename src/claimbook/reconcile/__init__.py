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

from claimbook.model.claim import Claim, Event
from claimbook.model.document import Document
from claimbook.model.matter import Flag, Link, Matter, Verdict
from claimbook.reconcile.candidates import candidates
from claimbook.reconcile.compare import score
from claimbook.reconcile.context import with_cohorts, with_usual_places
from claimbook.reconcile.decisions import Decision, Judgement
from claimbook.reconcile.disputes import disputes
from claimbook.reconcile.facets import Facets, facets
from claimbook.reconcile.followers import followers
from claimbook.reconcile.groups import group
from claimbook.reconcile.matters import matter
from claimbook.reconcile.statements import attach, unconfirmed

__all__ = ["Decision", "Judgement", "reconcile"]


def reconcile(
    claims: Sequence[Claim], documents: Sequence[Document], decisions: Sequence[Decision] = ()
) -> tuple[Matter, ...]:
    """The matters that the claims speak of, in the order of their titles.

    Pure: the same claims, documents and decisions give the same matters in whatever order they come. Every claim is
    in at least one matter. Documents may be missing; then each document name counts as an article of its own.
    """
    distinct = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    dates = {key: document.date for document in documents for key in (document.id, document.name)}
    read = with_usual_places([facets(claim, dates.get(claim.document_id or claim.document)) for claim in distinct])
    led = followers(read)
    dispatches = [index for index, one in enumerate(read) if one.claim.event is Event.DEPLOY]
    read = with_cohorts(read, _groups(read, dispatches, led, decisions))
    groups = attach(read, _groups(read, range(len(read)), led, decisions))
    silent = unconfirmed(read)
    disputed = [_matter(read, members, silent, links) for members, links in disputes(read, groups)]
    matters = [_matter(read, members, silent) for members in groups]
    matters = [one for one in matters if not _is_part_of_dispute(one, disputed)] + disputed
    return tuple(sorted({one.id: one for one in matters}.values(), key=lambda one: (one.title, one.id)))


def _is_part_of_dispute(one: Matter, disputed: Sequence[Matter]) -> bool:
    """A contested matter, or one that nobody vouches for and that a dispute holds whole, is told by the dispute."""
    return one.verdict is Verdict.CONTESTED and any(set(one.claims) <= set(other.claims) for other in disputed)


def _matter(
    read: Sequence[Facets], members: Sequence[int], silent: frozenset[int], links: Sequence[Link] = ()
) -> Matter:
    flags = {Flag.UNCONFIRMED_BY_PARTY} if silent & set(members) else set()
    return matter([read[index] for index in members], links, frozenset(flags))


def _groups(
    read: Sequence[Facets], which: Sequence[int], led: Mapping[int, int], decisions: Sequence[Decision]
) -> list[tuple[int, ...]]:
    """Groups of the claims at the places `which`, as places in `read`; followers go with their leaders."""
    places = [index for index in which if index not in led]
    chosen = [read[index] for index in places]
    pairs = candidates(chosen)
    scores = {(left, right): score(chosen[left], chosen[right]) for left, right in pairs.pairs}
    groups, _complaints = group([one.claim.id for one in chosen], scores, decisions)
    led_by: dict[int, list[int]] = defaultdict(list)
    for index in which:
        if index in led:
            led_by[led[index]].append(index)
    return [
        tuple(sorted(one for place in members for one in (places[place], *led_by[places[place]]))) for members in groups
    ]
