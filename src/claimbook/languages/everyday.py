"""Times of everyday speech that news claims have no use for: times of day, lengths, recurrences, "in five minutes".

They are found only on request. Measured on public test suites, they keep the reading of calendar times honest.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from claimbook.languages.when import When
from claimbook.lexicon.edtf import add_months
from claimbook.model.span import Span

SECONDS = {
    "second": 1,
    "minute": 60,
    "quarter hour": 900,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2592000,
    "quarter": 7776000,
    "year": 31536000,
    "decade": 315360000,
}
"""A month counts 30 days and a year 365 where only their length is asked for."""

Parts = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Everyday:
    """One such expression. `kind` says what it is and which fields it uses.

    calendar    `when`: a time on the calendar, a time of day, or both
    length      `parts`: (3, "hour"), (20, "minute")
    around      `parts` before (`sign` -1) or after now: an instant or a day
    stretch     `parts` that end now (-1) or begin now (1)
    recurring   every Tuesday
    """

    span: Span
    kind: str
    when: When | None = None
    parts: Parts = ()
    sign: int = 0
    whole: bool = False
    """A stretch of whole units of the calendar (the last two weeks), where the words say so."""


def length(parts: Parts) -> float:
    """How many seconds a length of time has.

    >>> length(((1, "hour"), (30, "minute")))
    5400
    """
    return sum(amount * SECONDS[unit] for amount, unit in parts)


def moved(moment: datetime, parts: Parts, sign: int) -> datetime:
    """So far from a moment: whole months and years by the calendar, the rest by their length.

    >>> moved(datetime(2025, 1, 31), ((1, "month"),), 1)
    datetime.datetime(2025, 2, 28, 0, 0)

    Raises:
        OverflowError, ValueError: the calendar ends before.
    """
    for amount, unit in parts:
        months = amount * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 0)
        if months and months == int(months):
            day = add_months(date(moment.year, moment.month, moment.day), sign * int(months))
            moment = datetime.combine(day, moment.time())
        else:
            moment += timedelta(seconds=sign * amount * SECONDS[unit])
    return moment
