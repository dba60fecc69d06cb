"""English cardinal numbers: one hundred and sixteen, 3 hundred and 21, two thousand five hundred.

"And" goes on with a number only where what follows is smaller than the last unit before it (three hundred and five,
but not "three hundred and four hundred").
"""

import math
import re
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.load import read_table

_LITERAL = (
    r"(?:\d{1,3}(?:,\d{3})+(?!,?\d|\.\d+\.)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?<!\d )\d{1,3}(?:[ \u202f]\d{3})+(?![\d ]\d|\d|,\d)(?:\.\d+)?"
    r"|(?<![\d.])\d+[.]\d+(?!\.?\d)|(?<![\d,.])\d+,\d{1,2}(?![\d,])|(?<![\d.])\.\d+(?!\.?\d)|\d+)"
)
_CODES = (
    "USD|EUR|GBP|CNY|RMB|JPY|KRW|HKD|TWD|RUB|CAD|AUD|NZD|SGD|CHF|INR|MYR|THB|TRY|ILS|AED|SAR|BRL|MXN|ZAR|SEK|NOK|DKK"
    "|PLN|UAH"
)
_TOKEN = re.compile(rf"(?:(?<![A-Za-z_\d])|(?<=\b(?:{_CODES}))|(?<=\bR[sM])){_LITERAL}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[A-Za-z]+")
_GLYPHS = dict(
    zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (1/2, 1/3, 2/3, 1/4, 3/4, 1/5, 2/5, 3/5, 4/5, 1/6, 5/6, 1/8, 3/8, 5/8, 7/8), strict=True)
)  # fmt: skip
_ROLES = frozenset([
    "ones", "teens", "tens", "zero", "hundred", "scale", "dozen", "score", "crowd", "several", "half", "part", "parts",
    "article", "and", "point", "minus", "of", "over", "in",
])  # fmt: skip
_GAP = re.compile(r"[ \u00a0]{1,2}|-| - ")


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A word or figure of a number: where it stands, what it does there, its value (lowest and highest)."""

    start: int
    end: int
    role: str
    low: float
    high: float


@cache
def _vocabulary() -> dict[str, tuple[str, float, float]]:
    found = {}
    for row in read_table("languages/en/numerals.tsv", ("word", "role", "value", "note")):
        low, _, high = row["value"].partition("-")
        if row["role"] not in _ROLES:
            raise row.wrong(f"unknown role {row['role']!r}")
        try:
            found[row["word"]] = (row["role"], float(low or 0), float(high or low or 0))
        except ValueError:
            raise row.wrong(f"value is no number: {row['value']!r}") from None
    return found


def number_tokens(plain: str, start: int, end: int) -> list[NumberToken]:
    """Number words and figures of a stretch; every other word stands there without a role."""
    vocabulary = _vocabulary()
    found = []
    for match in _TOKEN.finditer(plain, start, end):
        text = match.group()
        if (entry := vocabulary.get(text.lower())) is not None:
            found.append(NumberToken(match.start(), match.end(), *entry))
        elif text in _GLYPHS:
            found.append(NumberToken(match.start(), match.end(), "glyph", _GLYPHS[text], _GLYPHS[text]))
        elif text[0].isdigit() or text[0] == ".":
            decimal = text.count(",") == 1 and len(text) - text.index(",") < 4
            value = float(text.replace(",", "." if decimal else "").replace("\u202f", "").replace(" ", ""))
            if value < math.inf:
                found.append(NumberToken(match.start(), match.end(), "literal", value, value))
    return found


def joined(plain: str, left: NumberToken, right: NumberToken) -> bool:
    """The two can belong to one number: a blank or a hyphen lies between them."""
    if left.end == right.start:
        return left.role == "literal" and right.role in ("scale", "glyph")  # 4.5bn, 2½
    return bool(_GAP.fullmatch(plain, left.end, right.start))


def next_word(plain: str, words: list[NumberToken], at: int) -> NumberToken | None:
    """The word after `at`, where only a blank or a hyphen lies between."""
    return words[at + 1] if at + 1 < len(words) and joined(plain, words[at], words[at + 1]) else None


def cardinal(plain: str, words: list[NumberToken], at: int) -> tuple[float | None, int]:
    """The cardinal number that starts at a word, and the word after it."""
    total, current, scale, last = 0.0, None, math.inf, ""
    i = at
    while i < len(words):
        word = words[i]
        if i > at and not joined(plain, words[i - 1], word):
            break
        if i > at and word.role == "literal" and last != "and":
            break
        if word.role == "and":
            if not _goes_on(plain, words, i, last, scale) or (words[at].role == "literal" and last == "scale"):
                break
        elif word.role == "article":
            following = next_word(plain, words, i)
            if (
                i > at
                or following is None
                or following.role not in ("hundred", "scale", "dozen")
                or plain[word.end] == "-"
            ):
                break
        else:
            step = _add(word, i == at, last, total, current, scale)
            if step is None:
                break
            total, current, scale = step
        last = word.role
        i += 1
    if i > at and last == "and":
        i -= 1
    if i == at or (i == at + 1 and words[at].role in ("article", "and")):
        return None, at + 1
    return total + (current or 0.0), i


def _add(
    word: NumberToken, first: bool, last: str, total: float, current: float | None, scale: float
) -> tuple[float, float | None, float] | None:
    """Total, current group and last scale with one more word; None where the number ends before it."""
    match word.role:
        case "literal" | "zero":
            return (
                (total, word.low + (current or 0.0), scale)
                if first or (word.role == "literal" and last == "and")
                else None
            )
        case "ones" if last in ("", "tens", "hundred", "scale", "and"):
            return total, (current or 0.0) + word.low, scale
        case "teens" | "tens" if last in ("", "hundred", "scale", "and"):
            return total, (current or 0.0) + word.low, scale
        case "tens" if last == "ones" and current is not None and current < 10 and total == 0:
            return total, current * 100 + word.low, scale  # one twenty two
        case "hundred" if last in ("", "ones", "teens", "tens", "literal", "article"):
            return total, (current or 1.0) * 100, scale
        case "scale":
            group = current if current is not None else 1.0 if not total else None
            if group is None:
                return total * word.low, None, word.low
            if word.low >= scale:
                return ((total + group) * word.low, None, word.low) if total and word.low > scale else None
            return total + group * word.low, None, word.low
        case "dozen" if last != "dozen":
            return total, (current or 1.0) * word.low, scale
        case "crowd" if (
            word.low in (12.0, 20.0)
            and word.high == 90
            and not first
            and last in ("literal", "ones", "teens", "tens", "hundred")
        ):
            return total, (current or 1.0) * (12 if word.low == 20 else 20), scale
        case "score" if last in ("ones", "literal"):
            return total, (current or 1.0) * 20, scale
    return None


def _goes_on(plain: str, words: list[NumberToken], at: int, last: str, scale: float) -> bool:
    """What follows "and" belongs to the number: it is smaller than the last unit, and no fraction starts there."""
    if last not in ("hundred", "scale") or not joined(plain, words[at - 1], words[at]):
        return False
    following = next_word(plain, words, at)
    if following is None or following.role not in ("ones", "teens", "tens", "literal"):
        return False
    value, after = cardinal(plain, words, at + 1)
    limit = 100.0 if last == "hundred" else scale
    if value is None or value >= limit or not value.is_integer():
        return False
    beyond = next_word(plain, words, after - 1)
    return beyond is None or (
        (beyond.role != "parts" or value >= 10)
        and beyond.role not in ("half", "hundred")
        and not (beyond.role == "part" and value == 1)
    )
