"""Chinese amounts: a number with its unit or measure word and the words that bound it.

    超2亿枚 · 大约1.5万名 · 2.5万到3万名 · 高达55亿美元 · 三斤半 · 近一半 · 50元6角三分

Found from each number outwards: to the right the unit, the rest of a range, 左右; to the left 超过, 约, 人民币.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimbook.languages.number import Amount, Number, committed
from claimbook.languages.zh.numbers import find_numbers
from claimbook.lexicon.units import (
    Unit,
    base_units,
    bound_words,
    measure_words,
    not_quantities,
    number_words,
    unit_words,
)
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_POINTS = re.compile(r" {0,3}个? {0,3}百 {0,3}分 {0,3}点")
_TENTHS = re.compile(r" ?([一二三四五六七八九\d])(?![\u4e00-\u9fff\d])")
_TO = re.compile(r" ?(?:[至到~-]|[-—–]{1,2}) ?")
_BETWEEN = re.compile(r" ?[和与到至] ?")
_BETWEEN_END = re.compile(r" ?之?间(?![接谍隔断])")
_BETWEEN_START = re.compile(r"(?:介于|从|介乎) ?$")
_HALF = re.compile(r"半(?!径|岛|导|数|以)")
_LINK = re.compile(r"又|零| ")
_REACH = re.compile(r"(至少|最少|起码|少说|最多|至多|顶多)[\u4e00-\u9fff]{0,5}$")
_SCALE = re.compile(r"[十百千万亿兆佰仟]+$")
_STRONG = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_LOST = r"(?<![\d?〓])[?〓][万亿](?=[余多]?(?:名|人|枚|发|辆)|左右|余|多)"


@dataclass(slots=True)
class _Figure:
    """A number with the unit after it, before ranges and bounds are read."""

    low: float
    high: float | None
    bound: Bound
    start: int
    core_end: int
    end: int
    kind: str
    unit: str = ""
    word: str = ""
    factor: float = 1.0
    weak: bool = False
    measure_end: int = 0
    words: tuple[Bound, ...] = ()


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
    apart = [number for number in numbers if not any(number.span.overlaps(span) for span in taken)]
    words = [_of_word(match) for match in matches if not match["address"]]
    return sorted([*apart, *words], key=lambda number: number.span)


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
    figure = _figure(plain, numbers[at], limit)
    after = at + 1
    figure, after = _smaller_units(plain, numbers, after, figure, limit)
    ranged, after = _range(plain, numbers, after, figure, limit)
    figure = ranged or figure
    if ranged and (opening := _BETWEEN_START.search(plain, max(floor, figure.start - 4), figure.start)):
        figure.start = opening.start()
    end, words = _bounds_after(plain, figure.end, limit, unit=figure.kind)
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
    """No 0.30000000000000004 from adding 角 and 分."""
    return None if figure is None else float(f"{figure:.12g}")


def _figure(plain: str, number: Number, limit: int) -> _Figure:
    """The number with what follows it: 多, its unit, 半."""
    low = number.low if number.low is not None else 0.0
    figure = _Figure(low, number.high, number.bound, number.span.start, number.span.end, number.span.end, "bare")
    if number.kind == "percent":
        figure.kind = figure.unit = "percent"
        return figure
    if number.kind == "fraction":
        figure.kind = figure.unit = "fraction"
        if plain[number.span.end - 1] == "折":
            figure.kind = figure.unit = "percent"
            figure.factor, figure.weak, figure.word = 100.0, True, "折"
            return figure
    figure.end, figure.words = _bounds_after(plain, figure.end, limit, direct=True)
    _take_unit(plain, figure, limit)
    return figure


def _take_unit(plain: str, figure: _Figure, limit: int) -> None:
    """Move the figure's end past its unit or measure word, where there is one."""
    if (points := _POINTS.match(plain, figure.end, limit)) and figure.kind == "bare":
        figure.kind, figure.unit, figure.word = "percent", "percent", "百分点"
        figure.core_end = figure.end = points.end()
        return
    at = figure.end
    while at < limit and plain[at] == " " and at - figure.end < 4:
        at += 1
    guard = not_quantities("zh", "unit").at(plain, at)
    unit = unit_words("zh").at(plain, at)
    counted = plain[at : at + 1] == "个" and unit is None
    if counted and (litre := unit_words("zh").at(plain, at + 1)) and litre[0].kind == "measure" and not litre[0].weak:
        unit = (litre[0], litre[1] + 1)
    if unit is not None and not (guard and guard[1] > unit[1]) and not _runs_on(plain, at, unit[1]):
        figure.kind, figure.unit, figure.factor, figure.weak = unit[0].kind, unit[0].unit, unit[0].factor, unit[0].weak
        figure.word = plain[at : at + unit[1]]
        figure.core_end = figure.end = at + unit[1]
        _take_rest(plain, figure, limit)
        return
    measure = measure_words("zh").at(plain, at) if figure.kind == "bare" else None
    if measure is not None and not (guard and guard[1] > measure[1]) and at == figure.end:
        figure.kind, figure.unit, figure.word = "count", measure[0].unit, plain[at : at + measure[1]]
        figure.core_end = figure.end = figure.measure_end = at + measure[1]


def _runs_on(plain: str, at: int, length: int) -> bool:
    """A Latin unit that is only the beginning of a word or of a number."""
    last, following = plain[at + length - 1], plain[at + length : at + length + 1]
    return last.isascii() and last.isalpha() and following.isascii() and following.isalnum()


def _take_rest(plain: str, figure: _Figure, limit: int) -> None:
    """半 after a unit adds half of it (三斤半); a digit after 成 adds tenths (七成六)."""
    if figure.kind == "percent":
        if figure.word == "折" and figure.low >= 10:
            figure.factor = 1.0
        if figure.word == "成" and (tenths := _TENTHS.match(plain, figure.end, limit)) and figure.high is not None:
            more = "一二三四五六七八九".find(tenths.group(1)) + 1 or float(tenths.group(1))
            figure.low, figure.high = figure.low + more / 10, figure.high + more / 10
            figure.core_end = figure.end = tenths.end()
    if (half := _HALF.match(plain, figure.end, limit)) and figure.high is not None:
        figure.low, figure.high = figure.low + 0.5, figure.high + 0.5
        figure.core_end = figure.end = half.end()


def _smaller_units(plain: str, numbers: list[Number], after: int, figure: _Figure, limit: int) -> tuple[_Figure, int]:
    """50元6角三分, 六斤八两, 三块零四: the smaller units that go on with the sum."""
    while figure.kind in ("money", "measure") and figure.high is not None and after < len(numbers):
        number = numbers[after]
        gap = plain[figure.core_end : number.span.start]
        if (
            number.value is None
            or number.kind != "count"
            or figure.end != figure.core_end
            or (gap and not _LINK.fullmatch(gap))
        ):
            break
        part = _figure(plain, number, limit)
        if (
            part.kind == "bare"
            and figure.kind == "money"
            and number.value < 10
            and not gap.strip()
            and figure.word in ("块", "毛", "蚊", "毫", "角", "元")
        ):
            following = plain[number.span.end : number.span.end + 1]
            if following.isalnum() and following not in "到至多左钱":
                break
            more, part.end = (
                number.value * figure.factor / 10 * (0.1 if plain[number.span.start] == "零" else 1),
                number.span.end,
            )
            part.word = figure.word
        elif (
            part.kind == "bare"
            and figure.word in ("米", "公尺")
            and number.value < 10
            and not gap
            and _ends(plain, number)
        ):
            more = number.value / 10
        elif part.kind == figure.kind and _smaller(part, figure):
            more = number.value * _scale(part)
        else:
            break
        step = _scale(figure)
        figure = replace(
            figure,
            low=figure.low + more / step,
            high=figure.high + more / step,
            core_end=part.end,
            end=part.end,
            weak=False,
        )
        figure.word = part.word
        after += 1
        if part.kind == "bare":
            break
        last = _scale(part)
        figure.low, figure.high, figure.factor = (
            figure.low * step / last,
            (figure.high or 0.0) * step / last,
            part.factor,
        )
        figure.unit = part.unit
    return figure, after


def _ends(plain: str, number: Number) -> bool:
    """A single digit in words, and nothing it could count after it: 三米九."""
    end = number.span.end
    return not plain[number.span.start].isdigit() and not (
        "\u4e00" <= plain[end : end + 1] <= "\u9fff" and plain[end] not in "到至高长深宽"
    )


def _scale(figure: _Figure) -> float:
    return figure.factor * (base_units()[figure.unit][1] if figure.kind == "measure" else 1.0)


def _smaller(part: _Figure, whole: _Figure) -> bool:
    if part.kind == "money":
        same = part.unit == whole.unit
    else:
        same = base_units()[part.unit][0] == base_units()[whole.unit][0]
    return same and _scale(part) < _scale(whole)


def _range(plain: str, numbers: list[Number], after: int, figure: _Figure, limit: int) -> tuple[_Figure | None, int]:
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
    second = _figure(plain, number, limit)
    second, end_after = _smaller_units(plain, numbers, after + 1, second, limit)
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


def _bounds_after(
    plain: str, end: int, limit: int, direct: bool = False, unit: str = "bare"
) -> tuple[int, tuple[Bound, ...]]:
    """Words such as 多, 余, 左右 after a figure. `direct`: only what may stand between number and unit."""
    found: list[Bound] = []
    while True:
        at = end + 1 if plain[end : end + 1] == " " and not direct else end
        word = bound_words("zh", after=True).at(plain, at)
        if word is None or word[0].bound is None or at + word[1] > limit or len(found) == 2:
            return end, tuple(found)
        text = plain[at : at + word[1]]
        if text in ("来", "许", "多", "余") and not _between(plain, at + 1, direct, unit):
            return end, tuple(found)
        end = at + word[1]
        found.append(word[0].bound)


def _between(plain: str, at: int, direct: bool, unit: str) -> bool:
    """多, 余 and 来 count only before a unit or measure word, or where nothing of a word follows."""
    following = plain[at : at + 1]
    if not following or not "\u4e00" <= following <= "\u9fff":
        return plain[at - 1] in "多余许"
    if plain[at - 1] == "来" and following in "自到源看说临访回":
        return False
    if unit_words("zh").at(plain, at) or measure_words("zh").at(plain, at) or following in "年天岁月日小次倍":
        return True
    if unit in ("money", "measure"):
        return following not in "国方边次元样年边"
    return plain[at - 1] in "多余" and direct


def _before(plain: str, figure: _Figure, floor: int) -> tuple[int, int, tuple[Bound, ...], Unit | None]:
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
