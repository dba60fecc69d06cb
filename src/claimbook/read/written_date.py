"""Dates written out with their year, in the forms that stand over and under articles: to EDTF, or None."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:[-/.]|\s?年\s?)(?P<m>\d{1,2})(?:(?:[-/.]|\s?月\s?)(?P<d>\d{1,2})(?!\d)\s?日?|\s?月)?(?![\d:])"
)
COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
YEAR_APART = re.compile(r"(?<!\d)(?P<y>20\d\d)\s(?P<m>\d{2})\s?/\s?(?P<d>\d{2})(?=\s\d{2}:\d{2})")
"""2025 07/14 09:15, as Xinhua's pages have it in three boxes."""
DAY_FIRST = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>20\d\d)(?!\d)")
WORDS = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH}),?|(?P<m2>{MONTH})(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,)?)"
    r"\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
ROC = re.compile(r"民[国國](?P<y>\d{2,3})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?")
CLOCK = (
    r"(?:[\st·,|]*(?:上午|下午|晚上|凌晨|at\s)?\s?\d{1,2}[:时]\d{2}(?:[:分]\d{2}秒?)?(?:\.\d+)?"
    r"\s?(?:[ap]\.?m\.?)?\s?(?:utc|gmt|est|edt|bst|cst|z)?(?:[+-]\d{1,2}:?\d{2})?)"
)


def parse_date(words: str) -> str | None:
    """A date written out, as EDTF; None where it is none that can be.

    >>> [parse_date(words) for words in ("2025-07-14T10:22:00+08:00", "2025年7月", "July 14, 2025", "soon")]
    ['2025-07-14', '2025-07', '2025-07-14', None]
    >>> parse_date("民国114年7月1日"), parse_date("15/07/2025"), parse_date("05/07/2025")
    ('2025-07-01', '2025-07-15', '2025')
    """
    for pattern, add in ((ISO, 0), (COMPACT, 0), (ROC, 1911), (YEAR_APART, 0)):
        if found := pattern.search(words):
            return edtf(int(found["y"]) + add, int(found["m"]), int(found["d"]) if found["d"] else None)
    if found := DAY_FIRST.search(words):
        return _day_or_month_first(int(found["y"]), int(found["d"]), int(found["m"]))
    if found := WORDS.search(words):
        return edtf(*of_words(found))
    if found := re.fullmatch(r"\s*((?:19|20)\d\d)\s*年?\s*", words):
        return found[1]
    return None


def _day_or_month_first(year: int, first: int, second: int) -> str | None:
    """15/07/2025 has one reading, 05/07/2025 two: then only the year is certain."""
    if first <= 12 and second <= 12 and first != second:
        return str(year)
    return edtf(year, first, second) if second > 12 else edtf(year, second, first)


def of_words(found: re.Match[str]) -> tuple[int, int, int | None]:
    """Year, month and day of a match of WORDS."""
    day = found["d1"] or found["d2"]
    return int(found["y"]), MONTHS[(found["m1"] or found["m2"]).lower().rstrip(".")], int(day) if day else None


def edtf(year: int, month: int, day: int | None) -> str | None:
    """The date as EDTF, or None where the calendar has no such day.

    >>> edtf(2025, 7, None), edtf(2025, 2, 30)
    ('2025-07', None)
    """
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _named(pattern: re.Pattern[str], prefix: str) -> str:
    """The pattern with its groups named anew, so that several can stand in one."""
    return pattern.pattern.replace("(?P<", f"(?P<{prefix}")


STANDING = re.compile(
    rf"(?P<before>.*?)(?P<date>{_named(ISO, 'i')}|{_named(DAY_FIRST, 'f')}|{_named(YEAR_APART, 'a')}"
    rf"|{_named(ROC, 'r')}|{_named(WORDS, 'w')})"
    rf"(?:\s?(?:星期|周|礼拜)[一二三四五六日天])?(?P<clock>{CLOCK})?(?P<after>.*)",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:原创|首发|发布|发表|更新|发布于|发表于|更新于|更新时间|更改时间|发表时间|发布时间|出版|最后更新|时间|日期|updated|published|posted)$",
    re.IGNORECASE,
)
EDGES = " \t\u3000|·•/／,，、:：()（）[]【】〔〕-—–　"


def standing_date(view: str) -> tuple[str, str, str] | None:
    """A date that stands by itself in a short line (nothing is glued to it): the date, what is before, what is behind.

    >>> standing_date("自由网/国际中心 2025/09/21 14:08")
    ('2025/09/21', '自由网/国际中心', '')
    >>> standing_date("2025-07-24 19:40 中国新闻网")
    ('2025-07-24', '', '中国新闻网')
    >>> standing_date("2025年9月3日阅兵纪实") is None
    True
    """
    if len(view) > 120:
        return None
    found = STANDING.fullmatch(view)
    if not found or not parse_date(found["date"] + (found["clock"] or "")):
        return None
    before, after = found["before"], found["after"]
    if (before and before[-1] not in EDGES and not LABELLED.search(before)) or (
        after and not found["clock"] and found["date"][-1] != " " and after[0] not in EDGES
    ):
        return None
    return found["date"].strip(), before.strip(EDGES), after.strip(EDGES)
