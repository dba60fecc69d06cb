"""Dated anniversaries in a text: "卫国战争胜利80周年" is 2025, because the war was won in 1945.

The events and their years are data (`data/reading/anniversaries.tsv`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.load import read_table

DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
COUNT_ZH = re.compile(r"(?P<n>\d{1,3}|[一二三四五六七八九十百两]{1,5})周年")
COUNT_EN = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)[\s-]anniversary\b|\b(?P<m>\d{1,3}) years (?:after|since|on from)\b", re.IGNORECASE
)
AHEAD = re.compile(
    r"(?:还有|再过|再有|距离?|离)[^。!?\n]{0,12}?(?P<days>十几|几|\d{1,3}|[一二三四五六七八九十]{1,3})(?P<more>多|余|来)?天[^。!?\n]{0,16}$"
    r"|(?:今年是|今年适逢|今年正值|今年恰逢|今年迎来|今年为|即将到来的|即将迎来|将迎来"
    r"|upcoming|this year marks(?: the)?|ahead of(?: the)?|this year's)"
    r"[^。.!?\n]{0,30}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary named in the text: its year, its day in the year (MM-DD) or "", the words.

    `ahead`: the text says that it is still to come, or that it is this year's; `days`: how many days are to go;
    `at`: where in the text its count stands.
    """

    year: int
    day: str
    words: str
    ahead: bool
    days: tuple[int, int] | None
    at: int


def find_anniversaries(text: str) -> tuple[Anniversary, ...]:
    """The dated anniversaries in a text (Simplified, half-width, small letters).

    >>> [(one.year, one.ahead) for one in find_anniversaries("9月13日,朝鲜建国77周年大会上")]
    [(2025, False)]
    >>> find_anniversaries("还有十几天就是卫国战争胜利80周年")[0].days
    (11, 19)
    >>> [one.year for one in find_anniversaries("marking the 80th anniversary of the end of world war ii")]
    [2025]
    """
    return tuple(sorted((*_chinese(text), *_english(text)), key=lambda one: not one.ahead))


def _chinese(text: str) -> Iterator[Anniversary]:
    for found in COUNT_ZH.finditer(text):
        start = max(0, found.start() - 30)
        before = text[start : found.start()]
        before = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
        before = before.replace("“", "").replace("”", "")
        hits = [(before.rfind(name), len(name), event) for name, event in _events().items() if name in before]
        hits = [hit for hit in hits if len(before) - hit[0] - hit[1] <= 6]
        count = _count(found["n"])
        if not hits or not count:
            continue
        _, _, (year, day) = max(hits, key=lambda hit: (hit[0] + hit[1], hit[1]))
        ahead = AHEAD.search(text[max(0, start - 20) : found.end()].replace("\n", "。 "))
        yield Anniversary(
            year + count,
            day,
            (ahead.group() if ahead else before + found.group()).strip("。 ,"),
            bool(ahead),
            _days(ahead),
            found.start(),
        )


def _english(text: str) -> Iterator[Anniversary]:
    for found in COUNT_EN.finditer(text):
        around = (
            text[found.start() : found.end() + 70]
            if found["m"]
            else text[max(0, found.start() - 40) : found.end() + 70]
        )
        hits = [(len(name), event) for name, event in _events().items() if name.isascii() and name in around]
        if not hits:
            continue
        _, (year, day) = max(hits)
        ahead = AHEAD.search(text[max(0, found.start() - 60) : found.start()])
        yield Anniversary(year + int(found["n"] or found["m"]), day, found.group(), bool(ahead), None, found.start())


def _days(ahead: re.Match[str] | None) -> tuple[int, int] | None:
    if ahead is None or not ahead["days"]:
        return None
    words = ahead["days"]
    if words in ("十几", "几"):
        return (11, 19) if words == "十几" else (2, 9)
    count = _count(words)
    if not count:
        return None
    return (count + 1, count + 9) if ahead["more"] else (count, count)


def _count(words: str) -> int | None:
    """A count below a thousand, in digits or Chinese.

    >>> _count("八十"), _count("77"), _count("一百一十")
    (80, 77, 110)
    """
    if words.isascii():
        return int(words)
    total = digit = 0
    for char in words:
        if char in DIGITS:
            digit = DIGITS[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[char]
            digit = 0
    return total + digit or None


@cache
def _events() -> dict[str, tuple[int, str]]:
    events: dict[str, tuple[int, str]] = {}
    for row in read_table("reading/anniversaries.tsv", ("names", "year", "day", "source")):
        if not re.fullmatch(r"\d{4}", row["year"]) or not re.fullmatch(r"(?:[01]\d-[0-3]\d)?", row["day"]):
            raise row.wrong(f"year and day are YYYY and MM-DD: {row['year']!r} {row['day']!r}")
        for name in row.several("names"):
            if name in events:
                raise row.wrong(f"{name!r} stands twice")
            events[name] = (int(row["year"]), row["day"])
    return events
