"""Words that make a figure a rate: 年产200万枚, 30 a month, 40,000 barrels per day."""

import re
from dataclasses import dataclass
from functools import cache

from claimbook.languages.number import Amount
from claimbook.lexicon.load import read_table
from claimbook.model.span import Span

_SUBSTANCE = re.compile(r" of(?: [\w-]+){1,3}?(?= (?:a|per|each|every|annual|month|dai|year))", re.IGNORECASE)
_BEHIND = 30  # characters before a figure in which a word such as 年产 still belongs to it


@dataclass(frozen=True, slots=True)
class _RateWords:
    before: re.Pattern[str]
    after: re.Pattern[str]
    per: dict[str, str]


@cache
def _rate_words(language: str) -> _RateWords:
    rows = read_table(f"languages/{language}/rates.tsv", ("word", "position", "per", "note"))
    for row in rows:
        if row["position"] not in ("before", "after") or row["per"] not in ("year", "month", "day"):
            raise row.wrong(f"unknown position or period: {row['position']!r}, {row['per']!r}")
    longest = sorted(rows, key=lambda row: -len(row["word"]))
    before, after = (
        "|".join(re.escape(row["word"]) for row in longest if row["position"] == position)
        for position in ("before", "after")
    )
    return _RateWords(
        # Not 去年产量: the output of one year is no rate.
        re.compile(rf"(?<![去今前同本全当上半])({before})[^,。;:!?、\n]{{0,22}}$", re.IGNORECASE),
        re.compile(rf"\s?({after})", re.IGNORECASE),
        {row["word"]: row["per"] for row in rows},
    )


def rate_of(plain: str, amount: Amount, noun: Span | None, floor: int, language: str) -> tuple[str, Span]:
    """ "/year", "/month", "/day" or nothing, and the span of the amount with the words of the rate right after it.

    >>> from claimbook.languages.en.amounts import find_amounts
    >>> text = "exports 200 tonnes a year"
    >>> per, span = rate_of(text, find_amounts(text)[0], None, 0, "en")
    >>> per, span.of(text)
    ('/year', '200 tonnes a year')
    """
    words = _rate_words(language)
    if match := words.after.match(plain, amount.span.end):
        return f"/{words.per[match.group(1).lower()]}", Span(amount.span.start, match.end())
    match = words.after.match(plain, noun.end) if noun else None
    if match is None and (substance := _SUBSTANCE.match(plain, amount.span.end)):
        match = words.after.match(plain, substance.end())
    if match is None:
        match = words.before.search(plain[max(floor, amount.span.start - _BEHIND) : amount.span.start])
    return (f"/{words.per[match.group(1).lower()]}" if match else ""), amount.span
