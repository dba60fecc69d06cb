"""Chinese amounts: figures put together to ranges, with the words that bound them.

    超2亿枚 · 大约1.5万名 · 2.5万到3万名 · 高达55亿美元 · 近一半 · 超过人民币50亿元

Read from each number outwards: to the right its unit, the rest of a range, 左右; to the left 超过, 约, 人民币.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claimbook.languages.number import Amount, Number, committed
from claimbook.languages.zh.figures import Figure, bounds_after, figure_at, smaller_units
from claimbook.languages.zh.numbers import find_numbers
from claimbook.lexicon.units import (
    Unit,
    bound_words,
    measure_words,
    number_words,
    unit_words,
)
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_TO = re.compile(r" ?(?:[至到~-]|[-—–]{1,2}) ?")
_BETWEEN = re.compile(r" ?[和与到至] ?")
_BETWEEN_END = re.compile(r" ?之?间(?![接谍隔断])")
_BETWEEN_START = re.compile(r"(?:介于|从|介乎) ?$")
_REACH = re.compile(r"(至少|最少|起码|少说|最多|至多|顶多)[\u4e00-\u9fff]{0,5}$")
_SCALE = re.compile(r"[十百千万亿兆佰仟]+$")
_STRONG = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_LOST = r"(?<![\d?〓])[?〓]{1,3}[万亿](?=[余多]?(?:名|人|枚|发|辆)|左右|余|多)"


def find_amounts(plain: str, start: int = 0, end: int | None = None) -> tuple[Amount, ...]:
    """The amounts of a stretch of Chinese text, in order, none overlapping.

    >>> text = "派出至少2.5万到3万名工人,花费超过人民币50亿元,近一半已到"
    >>> [(a.span.of(text), a.value, a.low, a.high, a.unit) for a in find_amounts(text)]
    [('至少2.5万到3万名', None, 25000.0, 30000.0, 'person'),
     ('超过人民币50亿元', 5000000000.0, 5000000000.0, None, 'CNY'), ('近一半', 0.5, 0.5, 0.5, 'fraction')]
    """
    end = len(plain) if end is None else end
    return tuple(_amounts(plain, start, end))


def _amounts(plain: str, start: int, end: int) -> Iterator[Amount]:
    numbers = _with_number_words(plain, start, end)
    floor, at = start, 0
    while at < len(numbers):
        if numbers[at].span.start < floor:
            at += 1
            continue
        amount, at = _amount(plain, numbers, at, floor, end)
        floor = amount.span.end
        yield amount


@cache
def _word_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(number_words("zh"), key=len, reverse=True))
    return re.compile(rf"(?P<word>{words})|(?P<halved>[对半]折)|(?P<lost>{_LOST})|(?P<address>https?://\S+)")


def _with_number_words(plain: str, start: int, end: int) -> list[Number]:
    """Numbers, and among them the words that are one (一半, 数以万计) and those whose digit is lost (?万左右)."""
    matches = list(_word_pattern().finditer(plain, start, end))
    numbers = find_numbers(plain, start, end)
    if not matches:
        return list(numbers)
    taken = [Span(*match.span()) for match in matches]
    apart = [number for number in numbers if not _overlaps_one(number.span, taken)]
    words = [_of_word(match) for match in matches if not match["address"]]
    return sorted([*apart, *words], key=lambda number: number.span)


def _overlaps_one(span: Span, taken: list[Span]) -> bool:
    """Some span of a row that stands in order, none overlapping, has a character in common with this one."""
    at = bisect_right(taken, span.start, key=lambda other: other.start)
    return (at > 0 and taken[at - 1].overlaps(span)) or (at < len(taken) and taken[at].overlaps(span))


def _of_word(match: re.Match[str]) -> Number:
    span = Span(*match.span())
    if match["lost"]:
        return Number(span, None, None, None)
    if match["halved"]:
        return Number(span, 0.5, 0.5, 0.5, Bound.EXACT, "fraction")
    word = number_words("zh")[match["word"]]
    value = None if word.bound is Bound.VAGUE or word.kind == "count" else word.low or word.high
    return Number(span, value, word.low, word.high, word.bound, word.kind)


def _amount(plain: str, numbers: list[Number], at: int, floor: int, limit: int) -> tuple[Amount, int]:
    figure = figure_at(plain, numbers[at], limit)
    after = at + 1
    figure, after = smaller_units(plain, numbers, after, figure, limit)
    ranged, after = _range(plain, numbers, after, figure, limit)
    figure = ranged or figure
    if ranged and (opening := _BETWEEN_START.search(plain, max(floor, figure.start - 4), figure.start)):
        figure.start = opening.start()
    end, words = bounds_after(plain, figure.end, limit, unit=figure.kind)
    start, core_start, before, unit = _before(plain, figure, floor)
    bounds = (*before, *figure.words, *words)
    strong = next((bound for bound in bounds if bound in _STRONG), None)
    bound = strong or (Bound.ABOUT if Bound.ABOUT in bounds else None)
    kind, code, factor = figure.kind, figure.unit, figure.factor
    if unit is not None and (kind == "bare" or (kind == "money" and code == "CNY")):
        kind, code = "money", unit.unit
    low, high = figure.low * factor, None if figure.high is None else figure.high * factor
    value, low_, high_, bound = committed((low, high), figure.bound, bound)
    if numbers[at].low is None:  # the digit is lost, the words around it are not
        value = low_ = high_ = None
    measure = measure_words("zh").at(plain, figure.measure_end - len(figure.word)) if kind == "count" else None
    while after < len(numbers) and numbers[after].span.start < end:
        after += 1
    return (
        Amount(
            span=Span(start, end),
            core=Span(core_start, figure.core_end),
            value=_tidy(value),
            low=_tidy(low_),
            high=_tidy(high_),
            bound=bound,
            kind=kind,
            unit=code,
            word=figure.word,
            item_kind=measure[0].kind if measure else None,
            needs_noun=measure[0].needs_noun if measure else False,
            weak=figure.weak,
            noun_at=end,
        ),
        after,
    )


def _tidy(figure: float | None) -> float | None:
    """0.3, not 0.30000000000000004, where parts were added up; a third stays as exact as it is."""
    rounded = "" if figure is None else f"{figure:.12g}"
    return float(rounded) if figure is not None and len(rounded) < 12 else figure


def _range(plain: str, numbers: list[Number], after: int, figure: Figure, limit: int) -> tuple[Figure | None, int]:
    """Two figures with 至, 到, ~ or a dash between them: 2.5万到3万名, 1至3万, 5000人至6000人."""
    if after >= len(numbers) or figure.high is None or numbers[after].value is None or figure.words:
        return None, after
    to = _TO.fullmatch(plain, figure.end, numbers[after].span.start)
    number = numbers[after]
    if (
        to is None
        and plain[figure.end : number.span.start] == ""
        and (number.value or 0) < 0
        and plain[number.span.start] == "-"
    ):
        number = replace(number, value=-(number.value or 0), low=-(number.low or 0), high=-(number.high or 0))
    elif to is None and not _BETWEEN.fullmatch(plain, figure.end, number.span.start):
        return None, after
    second = figure_at(plain, number, limit)
    second, end_after = smaller_units(plain, numbers, after + 1, second, limit)
    if to is None and second.word == "间":  # 10000与20000间: no rooms
        second = replace(second, kind="bare", unit="", word="", end=second.end - 1, core_end=second.core_end - 1)
    closing = _BETWEEN_END.match(plain, second.end, limit)
    if closing is not None:  # 在200和300人之间
        second.end = closing.end()
    elif to is None and number is numbers[after]:
        return None, after
    if (
        figure.kind not in ("bare", second.kind)
        or second.high is None
        or (figure.kind != "bare" and figure.unit != second.unit)
    ):
        return None, after
    low = figure.low * (figure.factor if figure.kind != "bare" else second.factor)
    high = second.high * second.factor
    scale = _SCALE.search(plain, number.span.start, number.span.end)
    if scale and figure.kind == "bare" and not _SCALE.search(plain, figure.start, figure.core_end):
        low = _shared_scale(low, high, scale.group())
    if not low < high:
        return None, after
    merged = replace(second, low=low / second.factor, high=high / second.factor, bound=Bound.RANGE, start=figure.start)
    return merged, end_after


def _shared_scale(low: float, high: float, scale: str) -> float:
    """The lower figure of 两到三万 is 20,000: it shares the largest unit that leaves it below the higher one."""
    for start in range(len(scale)):
        size = next((n.value for n in find_numbers("一" + scale[start:]) if n.value), 1.0)
        if low * size < high and (scale[start] != "十" or len(scale) == 1):
            return low * size
    return low


def _before(plain: str, figure: Figure, floor: int) -> tuple[int, int, tuple[Bound, ...], Unit | None]:
    """Start of the whole, start of the core, the bounds and the currency before a figure (超过人民币)."""
    start = core_start = figure.start
    unit = None
    at = _back_over_blanks(plain, start, floor)
    money = unit_words("zh").before(plain, at)
    if (
        money
        and money[0].kind == "money"
        and not money[0].weak
        and at - money[1] >= floor
        and figure.kind in ("bare", "money")
    ):
        letters = (
            plain[at - 1].isascii()
            and plain[at - 1].isalpha()
            and plain[at - money[1] - 1 : at - money[1]].isalpha()
            and plain[at - money[1] - 1].isascii()
        )
        if not letters and plain[at - money[1] : at] != "元":
            unit, start = money[0], at - money[1]
            core_start = start
    found: list[Bound] = []
    while len(found) < 3:
        at = _back_over_blanks(plain, start, floor)
        word = bound_words("zh", after=False).before(plain, at)
        if word is None or at - word[1] < floor:
            break
        if word[0].bound is None:
            return start, core_start, tuple(found), unit
        start = at - word[1]
        found.append(word[0].bound)
    strong = any(bound in _STRONG for bound in found)
    if not strong and (reach := _REACH.search(plain, max(floor, start - 8), start)):
        word = bound_words("zh", after=False).at(plain, reach.start())
        if word is not None and word[0].bound is not None:
            found.append(word[0].bound)
            start = reach.start()
    return start, core_start, tuple(found), unit


def _back_over_blanks(plain: str, at: int, floor: int) -> int:
    back = at
    while back > floor and plain[back - 1] == " " and at - back < 3:
        back -= 1
    return back
