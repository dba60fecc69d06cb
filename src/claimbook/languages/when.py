"""What the words of a time say, in any language, before anything fixes it to the calendar.

"去年8月" says: the year before the one of writing, August. Which year that is, the extractor decides.
"""

from dataclasses import dataclass
from typing import Any

from claimbook.lexicon.load import Row, read_table
from claimbook.model.span import Span

COLUMNS = ("word", "slot", "says", "note")
"""Columns of `times.tsv`: the words, what part of a time they are, what they say, and a note."""


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a time as stated; None or empty where the words are silent.

    Singular parts are stated outright (`month` 8); plural ones count from the time of writing (`years` -1: last year).
    """

    span: Span
    year: int | None = None
    years: int | None = None
    month: int | None = None
    months: int | None = None
    day: int | None = None
    days: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    weeks: int | None = None
    quarter: int | None = None
    quarters: int | None = None
    half: int | None = None
    season: int | None = None
    """As in EDTF: 21 spring to 24 winter."""
    decade: int | None = None
    """Its first year, or its two digits (90) where the century is not said."""
    century: int | None = None
    part: str = ""
    """early, mid or late, of the finest part stated."""
    daypart: str = ""
    clock: tuple[int, int, int] | None = None
    back: str = ""
    """Points back to the last "day", "month", "year" or "time" told; the plural parts then count from there."""
    which: str = ""
    """last, this or next, before the name of a weekday, a month or a season."""
    amount: float | None = None
    unit: str = ""
    """So many units of time away from now, before it (negative) or after."""
    anniversary: int | None = None
    to: "When | None" = None
    """The other end, of a range."""
    bound: str = ""
    """since, by, before, after; "to" for 到, which may mean by or at."""
    about: bool = False
    future: bool = False
    """The clause around it speaks of what is to come."""
    background: bool = False
    """It stands in a modifier ("the treaty signed in 2024"): the story does not go on from there."""
    named: bool = False
    """It names an event (the Oct. 7 attacks): without a year it may lie years back."""
    word: bool = False
    """A word for a time that no calendar fixes (近日, recently)."""
    rule: str = ""


def read_words(name: str, slots: tuple[str, ...]) -> dict[str, dict[str, dict[str, Any]]]:
    """The vocabulary of times: slot to word to what it says.

    Raises:
        BadVocabulary: a slot is not among `slots`, a word stands twice in one, or what it says is no part of `When`.
    """
    words: dict[str, dict[str, dict[str, Any]]] = {slot: {} for slot in slots}
    for row in read_table(name, COLUMNS):
        if row["slot"] not in words:
            raise row.wrong(f"unknown slot {row['slot']!r}; known: {', '.join(slots)}")
        for word in row.several("word"):
            if word in words[row["slot"]]:
                raise row.wrong(f"{word!r} stands twice among {row['slot']!r}")
            words[row["slot"]][word] = dict(_said(row, part) for part in row.several("says"))
    return words


def _said(row: Row, part: str) -> tuple[str, Any]:
    name, _, value = part.partition("=")
    if name not in When.__dataclass_fields__:
        raise row.wrong(f"no part of a time: {name!r}")
    if value in ("yes", "no"):
        return name, value == "yes"
    return name, int(value) if value.lstrip("-").isdigit() else value
