"""English numbers in running text: cardinals, shares (two thirds, half a million), crowds (dozens, several hundred)."""

import math
import re
from collections.abc import Iterator

from claimbook.languages.en.cardinals import NumberToken, cardinal, joined, next_word, number_tokens
from claimbook.languages.number import Number
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_RATIO = re.compile(r"/(\d{1,6})(?![\d/.,]\d|\d|/)")
_MIXED = re.compile(r" {1,2}(\d{1,4})/(\d{1,6})(?![\d/])")
_POWER = re.compile(r"\^(-{0,2}\d{1,3})(?![\d.])")
_TENFOLD = re.compile(r" ?[x×] ?10\^(-?\d{1,3})(?!\d)|[eE]([-+]?\d{1,3})(?![A-Za-z\d])")
_SUFFIX = re.compile(r" ?[kK](?![A-Za-z\d])|[MG](?![A-Za-z\d²³])")
_SUFFIXES = {"k": 1e3, "m": 1e6, "g": 1e9}
_POINTING = re.compile(r"\b(?:the|this|that|which|no|any|every|each|another) $", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?!(?:and|odd|plus|strong)\b)[a-z]{2,}")


def find_numbers(plain: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every number of a stretch of English text, in order, none overlapping.

    A figure that letters follow (29km) is a number here; what the letters mean is for the amounts to say.

    >>> text = "Between 3.5 million and four million people, two thirds of them in dozens of towns"
    >>> [(n.span.of(text), n.value, n.low, n.high) for n in find_numbers(text)]
    [('3.5 million', 3500000.0, 3500000.0, 3500000.0), ('four million', 4000000.0, 4000000.0, 4000000.0),
     ('two thirds', 0.6666666666666666, 0.6666666666666666, 0.6666666666666666), ('dozens', None, 20.0, 90.0)]
    """
    return tuple(_numbers(plain, number_tokens(plain, start, len(plain) if end is None else end)))


def _numbers(plain: str, words: list[NumberToken]) -> Iterator[Number]:
    at = 0
    while at < len(words):
        number, after = _number(plain, words, at)
        if number is not None:
            yield number
        at = max(after, at + 1)


def _number(plain: str, words: list[NumberToken], at: int) -> tuple[Number | None, int]:
    word = words[at]
    following = next_word(plain, words, at)
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


def _part_after(plain: str, words: list[NumberToken], at: int) -> bool:
    following = next_word(plain, words, at)
    return following is not None and following.role in ("part", "parts", "ones", "scale", "hundred", "dozen")


def _negative(number: Number, start: int) -> Number:
    value = None if number.value is None else -number.value
    return Number(Span(start, number.span.end), value, value, value, number.bound, number.kind)


def _cardinal_and_fraction(plain: str, words: list[NumberToken], at: int) -> tuple[float | None, int, str, int]:
    """A cardinal number, and the fraction that it is part of, if it is: value, word after it, kind, end."""
    value, after = cardinal(plain, words, at)
    if value is None:
        if words[at].role == "glyph":
            return words[at].low, at + 1, "fraction", words[at].end
        return None, after, "", 0
    end = words[after - 1].end
    following = next_word(plain, words, after - 1)
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
        bottom, finish = cardinal(plain, words, after + 1) if next_word(plain, words, after) else (None, after)
        one_in = following.role == "in" and value == 1 and bottom is not None and 1 < bottom <= 100
        if bottom and finish and (following.role == "over" or one_in) and not _written(plain, words[finish - 1]):
            return value / bottom, finish, "fraction", words[finish - 1].end
    if following.role == "point":
        return _point(plain, words, after, value)
    return value, after, "count", end


def _written(plain: str, word: NumberToken) -> bool:
    """What follows the word makes it a time or an amount of its own (one in 20 minutes, over 3 years)."""
    return bool(re.match(r" (?:year|month|week|day|hour|minute|second)", plain[word.end : word.end + 8]))


def _of_scale(plain: str, words: list[NumberToken], part: int, value: float) -> tuple[float, int, str, int]:
    """two thirds [of a million]; three quarters [million]."""
    following = next_word(plain, words, part)
    if following is not None and following.role == "scale":
        return value * following.low, part + 2, "count", following.end
    if following is not None and following.role == "of":
        at = part + 2
        if at < len(words) and joined(plain, words[at - 1], words[at]) and words[at].role == "article":
            at += 1
        if at < len(words) and joined(plain, words[at - 1], words[at]) and words[at].role == "scale":
            return value * words[at].low, at + 1, "count", words[at].end
    return value, part + 1, "fraction", words[part].end


def _mixed(plain: str, words: list[NumberToken], and_at: int, whole: float) -> tuple[float, int, str, int] | None:
    """five [and a half million], one million [and a half], twenty [and three fifths]."""
    at = and_at + 1
    if at >= len(words) or not joined(plain, words[and_at], words[at]):
        return None
    article = words[at].role == "article"
    if article:
        top, at = 1.0, at + 1
    elif words[at].role in ("half",):
        top = 1.0
    else:
        numerator, at = cardinal(plain, words, at)
        if numerator is None:
            return None
        top = numerator
    if (
        at >= len(words)
        or not joined(plain, words[at - 1], words[at])
        or words[at].role not in ("half", "part", "parts")
    ):
        return None
    part = words[at].low if words[at].role == "half" else top / words[at].low
    if words[at].role == "part" and top != 1:
        return None
    following = next_word(plain, words, at)
    last = words[and_at - 1]
    if following is not None and following.role == "scale":
        if last.role == "scale" and last.low > following.low:
            return whole + part * following.low, at + 2, "count", following.end
        return (whole + part) * following.low, at + 2, "count", following.end
    if last.role == "scale":
        return whole + part * last.low, at + 1, "count", words[at].end
    return whole + part, at + 1, "fraction", words[at].end


def _point(plain: str, words: list[NumberToken], point: int, whole: float) -> tuple[float, int, str, int]:
    """two [point two million]."""
    digits, at = "", point + 1
    while (
        at < len(words)
        and joined(plain, words[at - 1], words[at])
        and words[at].role in ("ones", "zero", "teens", "tens")
    ):
        digits += str(int(words[at].low))
        at += 1
    if not digits:
        return whole, point, "count", words[point - 1].end
    value = whole + float(f"0.{digits}")
    while at < len(words) and joined(plain, words[at - 1], words[at]) and words[at].role in ("scale", "hundred"):
        value *= words[at].low
        at += 1
    return value, at, "count", words[at - 1].end


def _share(plain: str, words: list[NumberToken], at: int) -> tuple[Number | None, int]:
    """half, a third, half a million, a quarter million."""
    start, i = words[at].start, at
    article = words[i].role == "article"
    if article:
        i += 1
    value = words[i].low if words[i].role == "half" else 1 / words[i].low
    after = next_word(plain, words, i)
    j = i
    if after is not None and words[i].role == "half" and after.role == "article" and plain[words[i].end] == " ":
        j, after = i + 1, next_word(plain, words, i + 1)
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


def _vague(plain: str, words: list[NumberToken], at: int) -> tuple[Number | None, int]:
    """dozens, tens of thousands, several hundred, a few thousand, a couple of hundred."""
    start, i = words[at].start, at
    if words[i].role == "article":
        i += 1
    if words[i].role == "several":
        low, high = words[i].low, words[i].high
        following = next_word(plain, words, i)
        if following is not None and following.role == "of":
            i, following = i + 1, next_word(plain, words, i + 1)
        if following is None or following.role not in ("hundred", "scale", "dozen"):
            return None, at + 1
        while following is not None and following.role in ("hundred", "scale", "dozen"):
            low, high, i = low * following.low, high * following.low, i + 1
            following = next_word(plain, words, i)
    else:
        low, high = words[i].low, words[i].high
        if low == high:
            low, high = 2 * low, 9 * low
        while (of := next_word(plain, words, i)) is not None and of.role == "of":
            crowd = next_word(plain, words, i + 1)
            if crowd is None or crowd.role != "crowd":
                break
            low, high, i = low * crowd.low, high * crowd.low, i + 2
        if words[i].low == 10 and i == at:
            return None, at + 1
    span = Span(start, words[i].end)
    if low == high:
        return Number(span, low, low, low, Bound.ABOUT), i + 1
    return Number(span, None, low, high, Bound.VAGUE), i + 1


def _figures(
    plain: str, words: list[NumberToken], after: int, value: float, end: int, kind: str
) -> tuple[float, int, str]:
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
