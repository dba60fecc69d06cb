"""Evidence from lots and stages: first and further parts, done and planned, the people of one dispatch, one article."""

from claimbook.reconcile.compare.kinds import FORCES
from claimbook.reconcile.facets import LOTS, Facets


def one_document(left: Facets, right: Facets) -> str | None:
    """One article tells both apart: what it says twice is one claim, so two claims are mostly two things."""
    return "one article tells them apart" if left.document == right.document else None


def yes_and_no_of_one(left: Facets, right: Facets) -> str | None:
    """One article affirms the one and denies the other: it speaks of two things."""
    if left.document == right.document and (left.phase == "denied") != (right.phase == "denied"):
        return "one article affirms the one and denies the other"
    return None


def same_cohort(left: Facets, right: Facets) -> str | None:
    """Both speak of the people of one dispatch ("these men", "they")."""
    if left.cohort is not None and left.cohort == right.cohort:
        return "both speak of the people of one dispatch"
    return None


def other_cohort(left: Facets, right: Facets) -> str | None:
    """They speak of the people of different dispatches, or one only of those sent further."""
    if left.cohort == right.cohort or (left.document == right.document and None in (left.cohort, right.cohort)):
        return None
    if None not in (left.cohort, right.cohort):
        return "they speak of the people of different dispatches"
    further = left.cohort_is_further if left.cohort is not None else right.cohort_is_further
    return "one of them speaks only of those sent further" if further else None


def both_first(left: Facets, right: Facets) -> str | None:
    """Both speak of the first of them."""
    return "both speak of the first of them" if "first" in left.cues & right.cues else None


def other_lot(left: Facets, right: Facets) -> str | None:
    """The first lot in one, a further lot in the other."""
    one, other = left.cues & LOTS, right.cues & LOTS
    if left.claim.event in FORCES and len(one) == 1 and len(other) == 1 and one != other:
        return "the first lot in one, a further lot in the other"
    return None


def further_against_first(left: Facets, right: Facets) -> str | None:
    """One speaks of more to come beside what was sent before, the other does not."""
    if left.claim.event in FORCES and ("further" in left.cues) != ("further" in right.cues):
        return "only one of them speaks of a further part"
    return None


def other_phase(left: Facets, right: Facets) -> str | None:
    """One is a condition ("if …"), the other is not."""
    if (left.phase == "hypothetical") != (right.phase == "hypothetical"):
        return "one of them holds only under a condition"
    return None


def done_against_ahead(left: Facets, right: Facets) -> str | None:
    """One has happened, the other is still to come. Weighs little: plans are carried out."""
    return "one is done, the other still to come" if {left.phase, right.phase} == {"real", "ahead"} else None
