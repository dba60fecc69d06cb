"""The words of English times by what they do, and the small numbers in them."""

import re
from functools import cache
from typing import Any

from claimbook.languages.when import read_words

_SLOTS = (
    "month", "weekday", "season", "daypart", "day", "week", "month_word", "quarter_word", "year_word", "part", "lead",
    "tail", "word", "back", "not", "period",
)  # fmt: skip
_NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
ORDINALS = {word: value for value, word in enumerate(["first", "second", "third", "fourth"], start=1)}


def number_in(words: str) -> int | None:
    """A small number in digits or words; None for other words.

    >>> number_in("twenty-one"), number_in("3"), number_in("several")
    (21, 3, None)
    """
    if words.isdigit():
        return int(words)
    tens, _, ones = words.lower().partition("-")
    if tens not in _NUMBERS or (ones and ones not in _NUMBERS):
        return None
    return _NUMBERS[tens] + _NUMBERS.get(ones, 0)


class Vocabulary:
    """Words of each slot, longest first; only month and weekday names tell capitals apart."""

    def __init__(self, any_case: bool) -> None:
        words = read_words("languages/en/times.tsv", _SLOTS)
        self.words = {slot: {word.lower(): says for word, says in rows.items()} for slot, rows in words.items()}
        self.patterns = {
            slot: _pattern(list(rows), any_case or slot not in ("month", "weekday")) for slot, rows in words.items()
        }

    def match(self, slot: str, plain: str, at: int, end: int) -> tuple[dict[str, Any], int] | None:
        """What the longest word of a slot at this place says, and where it ends."""
        match = self.patterns[slot].match(plain, at, end)
        if match is None:
            return None
        word = re.sub(r"\s+", " ", match.group().lower())
        return dict(self.words[slot][word]), match.end()


def _pattern(words: list[str], any_case: bool) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    choices = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(f"(?:{choices})(?![A-Za-z0-9])", re.I if any_case else 0)


@cache
def vocabulary(any_case: bool = False) -> Vocabulary:
    """The vocabulary, read once. `any_case`: names of months and days count in small letters too."""
    return Vocabulary(any_case)
