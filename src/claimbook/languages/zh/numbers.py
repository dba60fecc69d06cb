"""Chinese numbers in running text: cardinals, 上万, fractions (三又四分之一, 百分之五), 40k."""

import math
import re
from collections.abc import Iterator

from claimbook.languages.number import Number
from claimbook.languages.zh.cardinals import cardinal, touches
from claimbook.languages.zh.numerals import Numeral, find_numerals
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_UPWARDS = re.compile(r"(?:(?<![以早晚马网线身手路会桌台世历史岸船车])上|成)(?=[十百千万亿]{1,2}(?![分之]))")
_SUFFIX = re.compile(r"(?:[kK]|[MG](?!\d|²|³))(?![A-Za-z])")
_POWER = re.compile(r"\^(-{0,2}\d{1,3})(?![\d.])")
_RATIO = re.compile(r"/(\d{1,9})(?![\d/.])")
_MIXED = re.compile(r" (\d{1,6})/(\d{1,9})(?![\d/.])")
_SCALES = {"k": 1e3, "m": 1e6, "g": 1e9}


def find_numbers(plain: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every number of a text, in order, none overlapping.

    Numbers only: what makes them no quantity (第四条, 一带一路) is not judged here.
    百分之五 is one number of kind "percent"; 5% is the number 5, its sign is a unit.

    >>> text = "派出1.2万至1.5万人,数十辆车"
    >>> [(n.span.of(text), n.value, n.low, n.high) for n in find_numbers(text)]
    [('1.2万', 12000.0, 12000.0, 12000.0), ('1.5万', 15000.0, 15000.0, 15000.0), ('数十', None, 20.0, 90.0)]
    """
    return tuple(_numbers(plain, find_numerals(plain, start, len(plain) if end is None else end)))


def _numbers(plain: str, numerals: list[Numeral]) -> Iterator[Number]:
    at = 0
    while at < len(numerals):
        number, after = _number(plain, numerals, at)
        if number is not None:
            yield number
        at = max(after, at + 1)


def _number(plain: str, numerals: list[Numeral], at: int) -> tuple[Number | None, int]:
    """The number that starts at a numeral, and the numeral after it."""
    start = numerals[at].start
    sign = 1.0
    if numerals[at].role == "minus":
        if (
            at + 1 == len(numerals)
            or not touches(plain, numerals[at], numerals[at + 1])
            or plain[start - 1 : start] == "胜"
        ):
            return None, at + 1
        sign, at = -1.0, at + 1
    elif plain[start - 1 : start] == "-" and numerals[at].role == "literal" and _opens(plain, start - 1):
        sign, start = -1.0, start - 1
    first, after = cardinal(plain, numerals, at)
    if first is None:
        return None, after
    low, high, end, bound = first
    fraction, after, end = _fraction(plain, numerals, at, after, (low, high), end)
    if fraction is not None:
        value, kind = fraction
        return Number(Span(start, end), sign * value, sign * value, sign * value, Bound.EXACT, kind), after
    if numerals[after - 1].role == "literal" and low == high:
        low, end, kind = _western(plain, numerals[after - 1], low * sign, end)
        while after < len(numerals) and numerals[after].start < end:
            after += 1
        return Number(Span(start, end), low, low, low, Bound.EXACT, kind), after
    return _bounded(plain, start, end, sign, (low, high), bound), after


def _bounded(plain: str, start: int, end: int, sign: float, reading: tuple[float, float], bound: Bound) -> Number:
    low, high = sign * reading[0], sign * reading[1]
    upwards = _UPWARDS.match(plain, start - 1) if start and bound is Bound.EXACT and low == high else None
    if upwards:
        return Number(Span(start - 1, end), None, low, None, Bound.AT_LEAST)
    if bound is Bound.OVER:
        return Number(Span(start, end), low, low, None, bound)
    if low != high:
        return Number(
            Span(start, end), None, min(low, high), max(low, high), bound if bound is Bound.VAGUE else Bound.RANGE
        )
    return Number(Span(start, end), low, low, low)


def _opens(plain: str, at: int) -> bool:
    """A minus sign at `at` is one: no letter, digit or dash before it."""
    return at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] in "-–—~%)")


def _fraction(
    plain: str, numerals: list[Numeral], at: int, after: int, reading: tuple[float, float], end: int
) -> tuple[tuple[float, str] | None, int, int]:
    """A 分之 fraction that starts with the cardinal just read; kind and value, the numeral after it, its end."""
    whole = 0.0
    bottom, i = reading[0], after
    if i < len(numerals) and numerals[i].role == "and" and touches(plain, numerals[i - 1], numerals[i]):
        whole = reading[0]
        lower, i = cardinal(plain, numerals, i + 1) if i + 1 < len(numerals) else (None, i)
        if lower is None:
            return None, after, end
        bottom = lower[0]
    short = i + 1 < len(numerals) and numerals[i].role == "part" and numerals[i + 1].role == "digit"
    short = short and (whole != 0 or (bottom <= 10 and _third(plain, numerals[i + 1])))
    if not short and not (i + 2 < len(numerals) and numerals[i].role == "part" and numerals[i + 1].role == "of"):
        return None, after, end
    top_at = i + 1 if short else i + 2
    if any(not touches(plain, numerals[k - 1], numerals[k]) for k in range(i, top_at + 1)):
        return None, after, end
    sign = 1.0
    if numerals[top_at].role == "minus" and top_at + 1 < len(numerals):
        sign, top_at = -1.0, top_at + 1
    top, done = cardinal(plain, numerals, top_at)
    bare = at + (plain[numerals[at].start] in "百佰千仟万") == after or plain[numerals[at].start] in "百佰千仟万"
    if top is None and bare and plain[numerals[top_at].start] in "百佰":
        top, done = (100.0, 100.0, numerals[top_at].end, Bound.EXACT), top_at + 1
    if top is None or bottom == 0 or top[0] != top[1]:
        return None, after, end
    value, finish = sign * top[0], top[2]
    if (suffix := _SUFFIX.match(plain, finish)) and numerals[done - 1].role == "literal":
        value, finish = value * _SCALES[suffix.group().lower()], suffix.end()
    if bare and not whole:
        return (100 * value / bottom, "percent"), done, finish
    return (whole + value / bottom, "fraction"), done, finish


def _third(plain: str, top: Numeral) -> bool:
    """三分一 for 三分之一: 一 and nothing that makes it a word (十分一般)."""
    following = plain[top.end : top.end + 1]
    return top.low == 1 and not ("\u4e00" <= following <= "\u9fff" and following not in "升磅斤里公加的")


def _western(plain: str, numeral: Numeral, value: float, end: int) -> tuple[float, int, str]:
    """What only follows Western digits: 40k, 2^-1, 3/5, 1 4/3."""
    if numeral.start and plain[numeral.start - 1] == "/":
        return value, end, "count"
    if suffix := _SUFFIX.match(plain, end):
        return value * _SCALES[suffix.group().lower()], suffix.end(), "count"
    if (power := _POWER.match(plain, end)) and value:
        exponent = int(power.group(1).replace("--", ""))
        if exponent * math.log10(abs(value)) < 300:
            return math.copysign(abs(value) ** exponent, value), power.end(), "count"
    if (mixed := _MIXED.match(plain, end)) and int(mixed.group(2)) and value.is_integer():
        return value + int(mixed.group(1)) / int(mixed.group(2)), mixed.end(), "fraction"
    if (ratio := _RATIO.match(plain, end)) and int(ratio.group(1)) and value.is_integer():
        return value / int(ratio.group(1)), ratio.end(), "fraction"
    return value, end, "count"
