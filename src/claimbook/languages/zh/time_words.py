"""The words of Chinese times by what they do, and the small numbers in them."""

import re
from functools import cache
from typing import Any

from claimbook.languages.when import read_words

_SLOTS = (
    "year", "month", "day", "season", "date", "week", "yearpart", "monthpart", "daypart", "lead", "tail", "word",
    "back", "not", "era", "period",
)  # fmt: skip
_BEGINNERS = ("year", "month", "day", "date", "week", "lead", "word", "back", "not", "era", "period", "daypart")
_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "○": 0,
    "元": 1,
}


def number_of(words: str) -> int:
    """A small number in digits or Chinese words.

    >>> [number_of(words) for words in ("12", "十二", "三十", "廿一", "两", "二〇二五", "一百一十四")]
    [12, 12, 30, 21, 2, 2025, 114]
    """
    hundreds, hundred, rest = words.partition("百")
    if hundred:
        return number_of(hundreds or "一") * 100 + number_of(rest.lstrip("零"))
    if words.isdigit() and words.isascii():
        return int(words)
    if "十" in words or "廿" in words or "卅" in words:
        words = words.replace("廿", "二十").replace("卅", "三十")
        tens, _, ones = words.partition("十")
        return (_DIGIT.get(tens, 1) if tens else 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)
    value = 0
    for character in words:
        value = value * 10 + _DIGIT.get(character, 0)
    return value


class Vocabulary:
    """Words of each slot, longest first, and the characters that a time can begin with."""

    def __init__(self) -> None:
        self.words = read_words("languages/zh/times.tsv", _SLOTS)
        self.patterns = {
            slot: re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)")
            for slot, words in self.words.items()
        }
        beginning = set("0123456789零一二三四五六七八九十廿卅两半几数多第首Q周星礼上下本约近过未今在最约大")
        for slot in _BEGINNERS:
            beginning |= {word[0] for word in self.words[slot]}
        self.starts = frozenset(beginning)

    def match(self, slot: str, plain: str, at: int, end: int) -> tuple[dict[str, Any], int] | None:
        """What the longest word of a slot at this place says, and where it ends."""
        match = self.patterns[slot].match(plain, at, end)
        return (self.words[slot][match.group()], match.end()) if match else None


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    return Vocabulary()
