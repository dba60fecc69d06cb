"""Times as EDTF (ISO 8601-2), the part of it that a claim needs: check, interval, precision, overlap, order.

    2024            a year              199X, 19XX      a decade, a century
    2024-10         a month             2024-21 … -24   spring, summer, autumn, winter (of the north)
    2025-06-17      a day               2025-33 … -36   the four quarters
    2025-40, -41    half years          2025-06~        about
    2024-10/2025-04 from … to           ../2025-06      by then      2024-10/..   since then

Everything is a pure function of the string. An interval is half-open and made of whole days; None is an open end.
"""

import re
from datetime import date, timedelta

Interval = tuple[date | None, date | None]

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF code of a season to the month it begins with; winter runs into the next year."""

_POINT = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d{2})XX)([~?%]?)")
_OPEN = ".."


def is_valid(edtf: str) -> bool:
    """Whether the string is of the forms above and names days that exist.

    >>> [is_valid(text) for text in ("2024-10/..", "2025-34", "199X", "2025-02-30", "2025-13", "../..", "2025/2024")]
    [True, True, True, False, False, False, False]
    """
    try:
        interval(edtf)
    except ValueError:
        return False
    return True


def interval(edtf: str) -> Interval:
    """First day, and the day after the last; None where it is open.

    "About" does not widen it: what it could also mean is for `overlaps` to weigh.

    >>> interval("2024-12~")
    (datetime.date(2024, 12, 1), datetime.date(2025, 1, 1))
    >>> interval("../2025-06-17"), interval("2025-34")[0]
    ((None, datetime.date(2025, 6, 18)), datetime.date(2025, 4, 1))

    Raises:
        ValueError: it is not of our subset of EDTF.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    start = None if first == _OPEN else _point(first)[0]
    end = None if last == _OPEN else _point(last)[1]
    if (start is None and end is None) or (start and end and start >= end):
        raise ValueError(f"no interval of time: {edtf!r}")
    return start, end


def precision(edtf: str) -> str:
    """How fine it is: day, month, quarter, season, half, year, decade, century, or interval.

    >>> [precision(text) for text in ("2025-06-17", "2025-06~", "2025-34", "2024-22", "199X", "2024-10/..")]
    ['day', 'month', 'quarter', 'season', 'decade', 'interval']
    """
    if "/" in edtf:
        return "interval"
    match = _match(edtf)
    _year, month, day, decade, century, _about = match.groups()
    if day:
        return "day"
    if month:
        code = int(month)
        return "month" if code <= 12 else "season" if code in SEASONS else "quarter" if code <= 36 else "half"
    return "decade" if decade else "century" if century else "year"


def is_about(edtf: str) -> bool:
    """Whether either end is marked as approximate or uncertain.

    >>> is_about("2024-12~"), is_about("../2025-06~"), is_about("2024-12")
    (True, True, False)
    """
    return any(mark in edtf for mark in "~?%")


def overlaps(left: str, right: str) -> bool:
    """Whether both can be true of one event: they share a day, where "about" reaches one unit further each way.

    >>> overlaps("2024-10", "2024-10/.."), overlaps("2025-06", "2025-06-17"), overlaps("2025-06", "2025-07-01")
    (True, True, False)
    >>> overlaps("2024-12~", "2024-11"), overlaps("2024-12~", "2024-10")
    (True, False)
    """
    (start, end), (other_start, other_end) = _reach(left), _reach(right)
    return (start is None or other_end is None or start < other_end) and (
        other_start is None or end is None or other_start < end
    )


def contains(outer: str, inner: str) -> bool:
    """Whether all of `inner` lies inside `outer`.

    >>> contains("2025-06", "2025-06-17"), contains("2025-06-17", "2025-06"), contains("2024-10/..", "2025")
    (True, False, True)
    """
    (start, end), (inner_start, inner_end) = interval(outer), interval(inner)
    return (start is None or (inner_start is not None and start <= inner_start)) and (
        end is None or (inner_end is not None and inner_end <= end)
    )


def before(left: str, right: str) -> bool:
    """Whether `left` is over when `right` begins.

    >>> before("2024-10", "2025-06"), before("2024-10", "2024-10-07"), before("../2024", "2025-01")
    (True, False, True)
    """
    end, start = interval(left)[1], interval(right)[0]
    return end is not None and start is not None and end <= start


def order(edtf: str) -> tuple[date, date]:
    """A key to sort by: by first day, then by last; open ends lie at the ends of time.

    >>> sorted(["2025", "2024-10/..", "../2025-06", "2024-10", "2025-06-17"], key=order)
    ['../2025-06', '2024-10', '2024-10/..', '2025', '2025-06-17']
    """
    start, end = interval(edtf)
    return start or date.min, end or date.max


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it has no such day.

    >>> add_months(date(2024, 1, 31), 1), add_months(date(2025, 1, 1), -1)
    (datetime.date(2024, 2, 29), datetime.date(2024, 12, 1))

    Raises:
        ValueError: the calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def _match(point: str) -> re.Match[str]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"no EDTF of ours: {point!r}")
    return match


def _point(point: str) -> tuple[date, date]:
    year, month, day, decade, century, _about = _match(point).groups()
    if decade:
        return date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 10, 1, 1)
    if century:
        return date(int(century) * 100, 1, 1), date(int(century) * 100 + 100, 1, 1)
    if day:
        only = date(int(year), int(month), int(day))
        return only, only + timedelta(days=1)
    if not month:
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1)
    first, months = _part_of_year(int(month))
    start = date(int(year), first, 1)
    return start, add_months(start, months)


def _part_of_year(code: int) -> tuple[int, int]:
    """First month and number of months of what stands after the year."""
    if 1 <= code <= 12:
        return code, 1
    if code in SEASONS:
        return SEASONS[code], 3
    if 33 <= code <= 36:
        return (code - 33) * 3 + 1, 3
    if code in (40, 41):
        return (code - 40) * 6 + 1, 6
    raise ValueError(f"no part of a year: {code}")


def _reach(edtf: str) -> Interval:
    """The interval, with each "about" end moved out by one unit of its own precision."""
    start, end = interval(edtf)
    first, _, last = edtf.partition("/")
    try:
        if start is not None and is_about(first):
            start = _moved(start, first, -1)
        if end is not None and is_about(last or first):
            end = _moved(end, last or first, 1)
    except (OverflowError, ValueError):
        return interval(edtf)
    return start, end


def _moved(day: date, point: str, direction: int) -> date:
    if precision(point) == "day":
        return day + timedelta(days=direction)
    low, high = _point(point)
    return add_months(day, direction * ((high.year - low.year) * 12 + high.month - low.month))
