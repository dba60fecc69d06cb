"""A Chinese number with the unit that follows it: 1000多人, 三斤半, 50元6角三分, 七成六."""

import re
from dataclasses import dataclass, replace

from claimbook.languages.number import Number
from claimbook.lexicon.units import (
    base_units,
    bound_words,
    measure_words,
    not_quantities,
    unit_words,
)
from claimbook.model.claim import Bound

_POINTS = re.compile(r" {0,3}个? {0,3}百 {0,3}分 {0,3}点")
_TENTHS = re.compile(r" ?([一二三四五六七八九\d])(?![\u4e00-\u9fff\d])")
_HALF = re.compile(r"半(?!径|岛|导|数|以)")
_LINK = re.compile(r"又|零| ")


@dataclass(slots=True)
class Figure:
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


def figure_at(plain: str, number: Number, limit: int) -> Figure:
    """The number with what follows it: 多, its unit, 半."""
    low = number.low if number.low is not None else 0.0
    figure = Figure(low, number.high, number.bound, number.span.start, number.span.end, number.span.end, "bare")
    if number.kind == "percent":
        figure.kind = figure.unit = "percent"
        return figure
    if number.kind == "fraction":
        figure.kind = figure.unit = "fraction"
        if plain[number.span.end - 1] == "折":
            figure.kind = figure.unit = "percent"
            figure.factor, figure.weak, figure.word = 100.0, True, "折"
            return figure
    figure.end, figure.words = bounds_after(plain, figure.end, limit, direct=True)
    _take_unit(plain, figure, limit)
    return figure


def _take_unit(plain: str, figure: Figure, limit: int) -> None:
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
    if measure is not None and not (guard and guard[1] > measure[1]) and at - figure.end <= 1:
        figure.kind, figure.unit, figure.word = "count", measure[0].unit, plain[at : at + measure[1]]
        figure.core_end = figure.end = figure.measure_end = at + measure[1]


def _runs_on(plain: str, at: int, length: int) -> bool:
    """A Latin unit that is only the beginning of a word or of a number."""
    last, following = plain[at + length - 1], plain[at + length : at + length + 1]
    return last.isascii() and last.isalpha() and following.isascii() and following.isalnum()


def _take_rest(plain: str, figure: Figure, limit: int) -> None:
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


def smaller_units(plain: str, numbers: list[Number], after: int, figure: Figure, limit: int) -> tuple[Figure, int]:
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
        part = figure_at(plain, number, limit)
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


def _scale(figure: Figure) -> float:
    return figure.factor * (base_units()[figure.unit][1] if figure.kind == "measure" else 1.0)


def _smaller(part: Figure, whole: Figure) -> bool:
    if part.kind == "money":
        same = part.unit == whole.unit
    else:
        same = base_units()[part.unit][0] == base_units()[whole.unit][0]
    return same and _scale(part) < _scale(whole)


def bounds_after(
    plain: str, end: int, limit: int, direct: bool = False, unit: str = "bare"
) -> tuple[int, tuple[Bound, ...]]:
    """Words such as 多, 余, 左右 after a figure. `direct`: only what may stand between number and unit."""
    found: list[Bound] = []
    while True:
        at = end + 1 if plain[end : end + 1] == " " and (not direct or plain[end - 1 : end].isdigit()) else end
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
