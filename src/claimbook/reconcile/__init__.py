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

from collections.abc import Sequence

from claimbook.model.claim import Claim
from claimbook.model.document import Document
from claimbook.model.matter import Matter
from claimbook.reconcile.candidates import candidates
from claimbook.reconcile.compare import score
from claimbook.reconcile.decisions import Decision, Judgement
from claimbook.reconcile.facets import facets
from claimbook.reconcile.groups import group
from claimbook.reconcile.matters import matter

__all__ = ["Decision", "Judgement", "reconcile"]


def reconcile(
    claims: Sequence[Claim], documents: Sequence[Document], decisions: Sequence[Decision] = ()
) -> tuple[Matter, ...]:
    """The matters that the claims speak of, in the order of their titles.

    Pure: the same claims, documents and decisions give the same matters in whatever order they come. Every claim is
    in at least one matter. Documents may be missing; then each document name counts as an article of its own.
    """
    distinct = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    all_facets = [facets(claim) for claim in distinct]
    pairs = candidates(all_facets)
    scores = {(left, right): score(all_facets[left], all_facets[right]) for left, right in pairs.pairs}
    groups, _complaints = group([claim.id for claim in distinct], scores, decisions)
    matters = [matter([all_facets[index] for index in members]) for members in groups]
    return tuple(sorted(matters, key=lambda one: (one.title, one.id)))
