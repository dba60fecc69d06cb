"""English numbers: 1,234, 3.5 million, one hundred and sixteen, two thirds, dozens, tens of thousands.

Words and figures are read from left to right; "and" goes on with a number only where what follows is smaller than
the last unit before it (three hundred and five, but not "three hundred and four hundred").
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.languages.number import Number
from claimbook.lexicon.load import read_table
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_LITERAL = (
    r"(?:\d{1,3}(?:,\d{3})+(?!,?\d|\.\d+\.)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\u202f\d{3})+(?!\d)(?:\.\d+)?|(?<![\d.])\d+[.]\d+(?!\.?\d)|(?<![\d,.])\d+,\d{1,2}(?![\d,])|(?<![\d.])\.\d+(?!\.?\d)|\d+)"
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
_RATIO = re.compile(r"/(\d{1,6})(?![\d/.,]\d|\d|/)")
_MIXED = re.compile(r" {1,2}(\d{1,4})/(\d{1,6})(?![\d/])")
_POWER = re.compile(r"\^(-{0,2}\d{1,3})(?![\d.])")
_TENFOLD = re.compile(r" ?[x×] ?10\^(-?\d{1,3})(?!\d)|[eE]([-+]?\d{1,3})(?![A-Za-z\d])")
_SUFFIX = re.compile(r" ?[kK](?![A-Za-z\d])|[MG](?![A-Za-z\d²³])")
_SUFFIXES = {"k": 1e3, "m": 1e6, "g": 1e9}
_POINTING = re.compile(r"\b(?:the|this|that|which|no|any|every|each|another) $", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?!(?:and|odd|plus|strong)\b)[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class _Word:
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


def _words(plain: str, start: int, end: int) -> list[_Word]:
    """Number words and figures of a stretch; every other word stands there without a role."""
    vocabulary = _vocabulary()
    found = []
    for match in _TOKEN.finditer(plain, start, end):
        text = match.group()
        if (entry := vocabulary.get(text.lower())) is not None:
            found.append(_Word(match.start(), match.end(), *entry))
        elif text in _GLYPHS:
            found.append(_Word(match.start(), match.end(), "glyph", _GLYPHS[text], _GLYPHS[text]))
        elif text[0].isdigit() or text[0] == ".":
            decimal = text.count(",") == 1 and len(text) - text.index(",") < 4
            value = float(text.replace(",", "." if decimal else "").replace("\u202f", ""))
            if value < math.inf:
                found.append(_Word(match.start(), match.end(), "literal", value, value))
    return found


def find_numbers(plain: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every number of a stretch of English text, in order, none overlapping.

    A figure that letters follow (29km) is a number here; what the letters mean is for the amounts to say.

    >>> text = "Between 3.5 million and four million people, two thirds of them in dozens of towns"
    >>> [(n.span.of(text), n.value, n.low, n.high) for n in find_numbers(text)]
    [('3.5 million', 3500000.0, 3500000.0, 3500000.0), ('four million', 4000000.0, 4000000.0, 4000000.0),
     ('two thirds', 0.6666666666666666, 0.6666666666666666, 0.6666666666666666), ('dozens', None, 20.0, 90.0)]
    """
    return tuple(_numbers(plain, _words(plain, start, len(plain) if end is None else end)))


def _numbers(plain: str, words: list[_Word]) -> Iterator[Number]:
    at = 0
    while at < len(words):
        number, after = _number(plain, words, at)
        if number is not None:
            yield number
        at = max(after, at + 1)


def _joined(plain: str, left: _Word, right: _Word) -> bool:
    if left.end == right.start:
        return left.role == "literal" and right.role in ("scale", "glyph")  # 4.5bn, 2½
    return bool(_GAP.fullmatch(plain, left.end, right.start))


def _next(plain: str, words: list[_Word], at: int) -> _Word | None:
    """The word after `at`, where only a blank or a hyphen lies between."""
    return words[at + 1] if at + 1 < len(words) and _joined(plain, words[at], words[at + 1]) else None


def _number(plain: str, words: list[_Word], at: int) -> tuple[Number | None, int]:
    word = words[at]
    following = _next(plain, words, at)
    role = following.role if following else ""
    if word.role == "minus":
        if following is None or role not in ("literal", "ones", "teens", "tens", "hundred", "article"):
            return None, at + 1
        number, after = _number(plain, words, at + 1)
        return (_negative(number, word.start) if number else None), after
    if word.role in ("several", "crowd") or (word.role == "article" and role == "several"):
        return _vague(plain, words, at)
    if (
        word.role == "half"
        or (word.role == "article" and role in ("half", "part"))
        or (word.role == "part" and word.low == 4)
    ):
        return _share(plain, words, at)
    value, after, kind, end = _cardinal_and_fraction(plain, words, at)
    if value is None:
        return None, after
    start = word.start
    if word.role == "literal":
        if plain[start - 1 : start] == "-" and (
            start == 1 or not (plain[start - 2].isalnum() or plain[start - 2] in "-–—~%)")
        ):
            value, start = -value, start - 1
        value, end, kind = _figures(plain, words, after, value, end, kind)
        while after < len(words) and words[after].start < end:
            after += 1
    elif (
        word.role == "ones" and word.low == 1 and after == at + 1 and _POINTING.search(plain, max(0, start - 9), start)
    ):
        return None, after
    elif (
        word.role in ("ones", "teens", "tens")
        and after == at + 1
        and _COMPOUND.match(plain, end)
        and not _part_after(plain, words, at)
    ):
        return Number(Span(start, end), value, value, value, Bound.EXACT, "compound"), after
    return Number(Span(start, end), value, value, value, Bound.EXACT, kind), after


def _part_after(plain: str, words: list[_Word], at: int) -> bool:
    following = _next(plain, words, at)
    return following is not None and following.role in ("part", "parts", "ones", "scale", "hundred", "dozen")


def _negative(number: Number, start: int) -> Number:
    value = None if number.value is None else -number.value
    return Number(Span(start, number.span.end), value, value, value, number.bound, number.kind)


def _cardinal_and_fraction(plain: str, words: list[_Word], at: int) -> tuple[float | None, int, str, int]:
    """A cardinal number, and the fraction that it is part of, if it is: value, word after it, kind, end."""
    value, after = _cardinal(plain, words, at)
    if value is None:
        if words[at].role == "glyph":
            return words[at].low, at + 1, "fraction", words[at].end
        return None, after, "", 0
    end = words[after - 1].end
    following = _next(plain, words, after - 1)
    if following is None:
        return value, after, "count", end
    if following.role == "glyph" and words[after - 1].role == "literal":
        return value + following.low, after + 1, "fraction", following.end
    if (
        following.role in ("parts", "part")
        and not (following.role == "part" and value != 1)
        and words[after - 1].role != "literal"
    ):
        return _of_scale(plain, words, after, value / following.low)
    if following.role == "part" and value != 1 and after - at > 1 and words[after - 1].role == "ones":
        return value, after, "count", end
    if following.role == "and":
        mixed = _mixed(plain, words, after, value)
        if mixed is not None:
            return mixed
    if following.role in ("over", "in"):
        bottom, finish = _cardinal(plain, words, after + 1) if _next(plain, words, after) else (None, after)
        one_in = following.role == "in" and value == 1 and bottom is not None and 1 < bottom <= 100
        if bottom and finish and (following.role == "over" or one_in) and not _written(plain, words[finish - 1]):
            return value / bottom, finish, "fraction", words[finish - 1].end
    if following.role == "point":
        return _point(plain, words, after, value)
    return value, after, "count", end


def _written(plain: str, word: _Word) -> bool:
    """What follows the word makes it a time or an amount of its own (one in 20 minutes, over 3 years)."""
    return bool(re.match(r" (?:year|month|week|day|hour|minute|second)", plain[word.end : word.end + 8]))


def _of_scale(plain: str, words: list[_Word], part: int, value: float) -> tuple[float, int, str, int]:
    """two thirds [of a million]; three quarters [million]."""
    following = _next(plain, words, part)
    if following is not None and following.role == "scale":
        return value * following.low, part + 2, "count", following.end
    if following is not None and following.role == "of":
        at = part + 2
        if at < len(words) and _joined(plain, words[at - 1], words[at]) and words[at].role == "article":
            at += 1
        if at < len(words) and _joined(plain, words[at - 1], words[at]) and words[at].role == "scale":
            return value * words[at].low, at + 1, "count", words[at].end
    return value, part + 1, "fraction", words[part].end


def _mixed(plain: str, words: list[_Word], and_at: int, whole: float) -> tuple[float, int, str, int] | None:
    """five [and a half million], one million [and a half], twenty [and three fifths]."""
    at = and_at + 1
    if at >= len(words) or not _joined(plain, words[and_at], words[at]):
        return None
    article = words[at].role == "article"
    if article:
        top, at = 1.0, at + 1
    elif words[at].role in ("half",):
        top = 1.0
    else:
        cardinal, at = _cardinal(plain, words, at)
        if cardinal is None:
            return None
        top = cardinal
    if (
        at >= len(words)
        or not _joined(plain, words[at - 1], words[at])
        or words[at].role not in ("half", "part", "parts")
    ):
        return None
    part = words[at].low if words[at].role == "half" else top / words[at].low
    if words[at].role == "part" and top != 1:
        return None
    following = _next(plain, words, at)
    last = words[and_at - 1]
    if following is not None and following.role == "scale":
        if last.role == "scale" and last.low > following.low:
            return whole + part * following.low, at + 2, "count", following.end
        return (whole + part) * following.low, at + 2, "count", following.end
    if last.role == "scale":
        return whole + part * last.low, at + 1, "count", words[at].end
    return whole + part, at + 1, "fraction", words[at].end


def _point(plain: str, words: list[_Word], point: int, whole: float) -> tuple[float, int, str, int]:
    """two [point two million]."""
    digits, at = "", point + 1
    while (
        at < len(words)
        and _joined(plain, words[at - 1], words[at])
        and words[at].role in ("ones", "zero", "teens", "tens")
    ):
        digits += str(int(words[at].low))
        at += 1
    if not digits:
        return whole, point, "count", words[point - 1].end
    value = whole + float(f"0.{digits}")
    while at < len(words) and _joined(plain, words[at - 1], words[at]) and words[at].role in ("scale", "hundred"):
        value *= words[at].low
        at += 1
    return value, at, "count", words[at - 1].end


def _cardinal(plain: str, words: list[_Word], at: int) -> tuple[float | None, int]:
    """The cardinal number that starts at a word, and the word after it."""
    total, current, scale, last = 0.0, None, math.inf, ""
    i = at
    while i < len(words):
        word = words[i]
        if i > at and not _joined(plain, words[i - 1], word):
            break
        if i > at and word.role == "literal" and last != "and":
            break
        if word.role == "and":
            if not _goes_on(plain, words, i, last, scale) or (words[at].role == "literal" and last == "scale"):
                break
        elif word.role == "article":
            following = _next(plain, words, i)
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
    word: _Word, first: bool, last: str, total: float, current: float | None, scale: float
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


def _goes_on(plain: str, words: list[_Word], at: int, last: str, scale: float) -> bool:
    """What follows "and" belongs to the number: it is smaller than the last unit, and no fraction starts there."""
    if last not in ("hundred", "scale") or not _joined(plain, words[at - 1], words[at]):
        return False
    following = _next(plain, words, at)
    if following is None or following.role not in ("ones", "teens", "tens", "literal"):
        return False
    value, after = _cardinal(plain, words, at + 1)
    limit = 100.0 if last == "hundred" else scale
    if value is None or value >= limit or not value.is_integer():
        return False
    beyond = _next(plain, words, after - 1)
    return beyond is None or (
        (beyond.role != "parts" or value >= 10)
        and beyond.role not in ("half", "hundred")
        and not (beyond.role == "part" and value == 1)
    )


def _share(plain: str, words: list[_Word], at: int) -> tuple[Number | None, int]:
    """half, a third, half a million, a quarter million."""
    start, i = words[at].start, at
    article = words[i].role == "article"
    if article:
        i += 1
    value = words[i].low if words[i].role == "half" else 1 / words[i].low
    after = _next(plain, words, i)
    j = i
    if after is not None and words[i].role == "half" and after.role == "article" and plain[words[i].end] == " ":
        j, after = i + 1, _next(plain, words, i + 1)
    elif after is not None and after.role == "of":
        value_, finish, kind, end = _of_scale(plain, words, i, value)
        if kind == "count":
            return Number(Span(start, end), value_, value_, value_), finish
        after = None
    if after is not None and after.role in ("scale", "dozen", "hundred"):
        total = value * after.low
        return Number(Span(start, after.end), total, total, total), j + 2
    rest = plain[words[i].end : words[i].end + 4]
    if words[i].role == "part" and not (
        article and (rest.startswith(" of ") or not rest[:1].isspace() or not rest.strip()[:1].isalpha())
    ):
        return None, at + 1
    if rest.startswith("-") and rest[1:2].isalpha():
        return None, i + 1
    return Number(Span(start, words[i].end), value, value, value, Bound.EXACT, "fraction"), i + 1


def _vague(plain: str, words: list[_Word], at: int) -> tuple[Number | None, int]:
    """dozens, tens of thousands, several hundred, a few thousand, a couple of hundred."""
    start, i = words[at].start, at
    if words[i].role == "article":
        i += 1
    if words[i].role == "several":
        low, high = words[i].low, words[i].high
        following = _next(plain, words, i)
        if following is not None and following.role == "of":
            i, following = i + 1, _next(plain, words, i + 1)
        if following is None or following.role not in ("hundred", "scale", "dozen"):
            return None, at + 1
        while following is not None and following.role in ("hundred", "scale", "dozen"):
            low, high, i = low * following.low, high * following.low, i + 1
            following = _next(plain, words, i)
    else:
        low, high = words[i].low, words[i].high
        if low == high:
            low, high = 2 * low, 9 * low
        while (of := _next(plain, words, i)) is not None and of.role == "of":
            crowd = _next(plain, words, i + 1)
            if crowd is None or crowd.role != "crowd":
                break
            low, high, i = low * crowd.low, high * crowd.low, i + 2
        if words[i].low == 10 and i == at:
            return None, at + 1
    span = Span(start, words[i].end)
    if low == high:
        return Number(span, low, low, low, Bound.ABOUT), i + 1
    return Number(span, None, low, high, Bound.VAGUE), i + 1


def _figures(plain: str, words: list[_Word], after: int, value: float, end: int, kind: str) -> tuple[float, int, str]:
    """What only follows figures: 40k, 6.23x10^-4, 2^-1, 3/5, 2 1/4."""
    if words[after - 1].role != "literal" or kind != "count":
        return value, end, kind
    if (tenfold := _TENFOLD.match(plain, end)) and abs(exponent := int(tenfold.group(1) or tenfold.group(2))) < 300:
        return value * 10.0**exponent, tenfold.end(), kind
    if suffix := _SUFFIX.match(plain, end):
        return value * _SUFFIXES[suffix.group().strip().lower()], suffix.end(), kind
    if (power := _POWER.match(plain, end)) and value:
        exponent = int(power.group(1).replace("--", ""))
        if abs(exponent * math.log10(abs(value))) < 300:
            return math.copysign(abs(value) ** exponent, value), power.end(), kind
    if plain[words[after - 1].start - 1 : words[after - 1].start] not in ("/", "-") or value < 0:
        if (mixed := _MIXED.match(plain, end)) and int(mixed.group(2)) and value.is_integer():
            return value + int(mixed.group(1)) / int(mixed.group(2)), mixed.end(), "fraction"
        if (ratio := _RATIO.match(plain, end)) and int(ratio.group(1)) and value.is_integer():
            return value / int(ratio.group(1)), ratio.end(), "fraction"
    return value, end, kind
