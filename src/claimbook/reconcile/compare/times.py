"""Evidence from when: times that meet, touch, or lie apart."""

from datetime import date, timedelta

from claimbook.model.claim import Event
from claimbook.reconcile.compare.kinds import FIGHTING, FORCES
from claimbook.reconcile.facets import Facets

_DATED = frozenset({Event.MEET, Event.AGREE, Event.ATTACK, Event.CONTROL, Event.CASUALTY, Event.SANCTION, Event.STATE})
SLIP = 4
"""Days by which reports of one thing may differ about its date."""


def same_time(left: Facets, right: Facets) -> str | None:
    """Both are dated to a month or finer, and the dates meet."""
    if left.point and right.point and meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} meet"
    return None


def times_touch(left: Facets, right: Facets) -> str | None:
    """Both are dated, one of them loosely, and the times meet."""
    if left.when and right.when and not (left.point and right.point) and meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} can be the same time"
    return None


def times_apart(left: Facets, right: Facets) -> str | None:
    """Both are dated and the times do not meet. Weighs little: a date may be the point that is disputed."""
    if left.when and right.when and not meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} do not meet"
    return None


def times_far(left: Facets, right: Facets) -> str | None:
    """More than two months apart: things that happen on a day, and others that both claims date to a month or finer."""
    if not (left.when and right.when) or meet(left, right):
        return None
    if left.claim.event not in _DATED and not (left.point and right.point):
        return None
    return "more than two months lie between" if days_between(left, right) > 62 else None


def another_day(left: Facets, right: Facets) -> str | None:
    """Things of a day, or of a few days, more than `SLIP` days apart: two things, not one with a disputed date."""
    if not (left.point and right.point) or meet(left, right) or left.claim.event not in _DATED | FORCES:
        return None
    assert left.when and right.when
    short = min(days(*left.when), days(*right.when)) <= 10
    gap = days_between(left, right)
    return f"{gap} days lie between" if short and gap > SLIP else None


def one_and_all(left: Facets, right: Facets) -> str | None:
    """A count over a long time against a single occasion."""
    if left.claim.event not in FIGHTING or not (left.when and right.when):
        return None
    long = [facets.when is not None and days(*facets.when) > 60 for facets in (left, right)]
    counted = left.figure if long[0] else right.figure
    short = right if long[0] else left
    if long[0] != long[1] and counted and short.when and days(*short.when) <= 10:
        return "one counts all over a long time, the other is of a few days"
    return None


def meet(left: Facets, right: Facets) -> bool:
    """The times of two dated claims have a day in common."""
    assert left.when and right.when
    return left.when[0] < right.when[1] and right.when[0] < left.when[1]


def days_between(left: Facets, right: Facets) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they meet or one has no time."""
    if not (left.when and right.when) or meet(left, right):
        return 0
    first, second = sorted((left.when, right.when))
    return days(first[1], second[0])


def days(earlier: date, later: date) -> int:
    """Days from one to the other."""
    return (later - earlier) // timedelta(days=1)
