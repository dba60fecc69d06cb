"""Days named by the anniversary they are: 抗战胜利80周年纪念日 is 3 September 2025.

Only where the words speak of the day itself; a meeting "for the 80th anniversary" may be held on any day.
The events and their days are those of `data/reading/anniversaries.tsv`.
"""

import re
from functools import cache

from claimbook.languages.when import When
from claimbook.languages.zh.time_words import number_of
from claimbook.lexicon.load import read_table
from claimbook.model.span import Span

_COUNT = re.compile(r"[”’]?(?:的|胜利|成立|建国)?(\d{1,3}|[一二三四五六七八九十]{1,3})周年(?:纪念日|当天|之日|那天)")


def anniversary_at(plain: str, at: int, end: int) -> When | None:
    """The day of an anniversary whose name begins here.

    >>> when = anniversary_at("抗战胜利80周年纪念日", 0, 11)
    >>> when.year, when.month, when.day
    (2025, 9, 3)
    """
    name = _names().match(plain, at, end)
    count = _COUNT.match(plain, name.end(), end) if name else None
    if name is None or count is None:
        return None
    year, month, day = _events()[name.group()]
    span = Span(at, count.end())
    return When(span, year=year + number_of(count.group(1)), month=month, day=day, rule="anniversary")


def first_characters() -> frozenset[str]:
    """The characters that the name of a dated event can begin with."""
    return frozenset(name[0] for name in _events())


@cache
def _events() -> dict[str, tuple[int, int, int]]:
    return {
        name: (int(row["year"]), int(row["day"][:2]), int(row["day"][3:]))
        for row in read_table("reading/anniversaries.tsv", ("names", "year", "day", "source"))
        if row["day"]
        for name in row.several("names")
        if not name.isascii()
    }


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(_events(), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
