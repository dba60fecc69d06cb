"""Evidence from how many: figures that are the same, agree, or exclude each other."""

from claimbook.model.claim import Bound
from claimbook.reconcile.compare.kinds import FORCES
from claimbook.reconcile.compare.sides import rivals
from claimbook.reconcile.compare.wording import number, said
from claimbook.reconcile.facets import Facets, Figure

_OPEN = frozenset({Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST})


def same_figure(left: Facets, right: Facets) -> str | None:
    """The same number of the same unit."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and is_same(one, other):
        return f"both {number(one.nominal)}"
    return None


def figures_agree(left: Facets, right: Facets) -> str | None:
    """Figures that can both hold and are of one size."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and not is_same(one, other) and can_both_hold(one, other):
        return f"{said(one)} and {said(other)} can both hold" if ratio(one, other) <= 1.5 else None
    return None


def figures_far(left: Facets, right: Facets) -> str | None:
    """Figures of forces or goods that differ by half as much again or more: mostly another lot of them."""
    one, other = left.figure, right.figure
    if (
        left.claim.event in FORCES
        and one
        and other
        and one.unit == other.unit
        and not can_both_hold(one, other)
        and ratio(one, other) > 1.5
    ):
        return f"{said(one)} is not {said(other)}"
    return None


def figures_of_other_size(left: Facets, right: Facets) -> str | None:
    """Figures that do not exclude each other ("at least 10,000", 30,000) but are far from one size."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and can_both_hold(one, other) and ratio(one, other) > 1.5:
        return f"{said(one)} is far from {said(other)}"
    return None


def lots_of_other_size(left: Facets, right: Facets) -> str | None:
    """Of people and goods sent: figures that do not exclude each other only because one of them is a bare floor."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and can_both_hold(one, other) and ratio(one, other) > 3:
        return f"{said(one)} and {said(other)} hardly count the same"
    return None


def figure_against_unread(left: Facets, right: Facets) -> str | None:
    """One figure could not be read, so nothing says that it is the other."""
    if left.unreadable != right.unreadable and not (left.figure and right.figure):
        return "the figure of one cannot be read"
    return None


def figure_against_none(left: Facets, right: Facets) -> str | None:
    """How many were sent is one matter, whether any were sent another."""
    if left.claim.event in FORCES and bool(left.claim.quantity) != bool(right.claim.quantity):
        return "only one of them says how many"
    return None


def other_units(left: Facets, right: Facets) -> str | None:
    """Figures of different units measure different things."""
    one, other = left.figure, right.figure
    if one and other and one.unit != other.unit:
        return f"{one.unit} is not {other.unit}"
    return None


def other_part(left: Facets, right: Facets) -> str | None:
    """One article gives two figures of one unit that exclude each other: it counts two things."""
    one, other = left.figure, right.figure
    if left.document != right.document or rivals(left, right):
        return None
    if one and other and one.unit == other.unit and not can_both_hold(one, other):
        return f"one article gives both {said(one)} and {said(other)}"
    return None


def told_twice_apart(left: Facets, right: Facets) -> str | None:
    """One article gives the same figure twice, of other times: two lots of one size."""
    if left.document != right.document or not same_figure(left, right) or left.claim.event not in FORCES:
        return None
    return "one article tells two lots of one size" if left.claim.time.edtf != right.claim.time.edtf else None


def is_same(one: Figure, other: Figure) -> bool:
    """The same number, and both or neither of them open to one side."""
    loose = (one.bound in _OPEN) != (other.bound in _OPEN)
    return one.nominal == other.nominal and can_both_hold(one, other) and not loose


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Some number fits both."""
    return one.low <= other.high and other.low <= one.high


def ratio(one: Figure, other: Figure) -> float:
    """How many times the smaller goes into the larger."""
    small, large = sorted((abs(one.nominal), abs(other.nominal)))
    return large / small if small else (1.0 if large == small else float("inf"))
