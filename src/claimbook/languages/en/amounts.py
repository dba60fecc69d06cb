"""English amounts: figures put together to ranges, with the words that bound them.

more than 30 · between 3,000 and 4,000 · at least $4 billion · 5,000-6,000 · half
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claimbook.languages.en.figures import Figure, figure_at, smaller_units, unit_at
from claimbook.languages.en.numbers import find_numbers
from claimbook.languages.number import Amount, Number, committed
from claimbook.lexicon.load import read_table
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_STRONG = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_TO = re.compile(r"\s?(to|and|or)\s(?:about |around |nearly |some |even )?|\s?[-–—~]\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(between|from)\s$", re.IGNORECASE)
_SCALE_WORD = re.compile(r"(?:hundred|thousand|million|billion|trillion)s?$|[kK]$")


def find_amounts(plain: str, start: int = 0, end: int | None = None) -> tuple[Amount, ...]:
    """The amounts of a stretch of English text, in order, none overlapping.

    >>> text = "at least two battalions, between 3,000 and 4,000 troops, some $4.5bn and 40 km"
    >>> [(a.span.of(text), a.value, a.low, a.high, a.unit) for a in find_amounts(text)]
    [('at least two', 2.0, 2.0, None, ''), ('between 3,000 and 4,000', None, 3000.0, 4000.0, ''),
     ('some $4.5bn', 4500000000.0, 4500000000.0, 4500000000.0, 'USD'), ('40 km', 40.0, 40.0, 40.0, 'km')]
    """
    end = len(plain) if end is None else end
    return tuple(_amounts(plain, start, end))


def _amounts(plain: str, start: int, end: int) -> Iterator[Amount]:
    numbers = find_numbers(plain, start, end)
    floor, at = start, 0
    while at < len(numbers):
        if (
            numbers[at].span.start < floor
            or numbers[at].low is None
            or (numbers[at].kind == "compound" and not unit_at(plain, numbers[at].span.end))
        ):
            at += 1
            continue
        if _is_type_number(plain, numbers[at].span.start):
            at += 1
            continue
        amount, at = _amount(plain, numbers, at, floor, end)
        floor = amount.span.end
        yield amount


def _is_type_number(plain: str, start: int) -> bool:
    """The figure is the end of a name: Su-35, SCP-173."""
    return start > 1 and plain[start - 1] == "-" and plain[start - 2].isalnum() and plain[start].isdigit()


def _amount(plain: str, numbers: tuple[Number, ...], at: int, floor: int, limit: int) -> tuple[Amount, int]:
    figure = figure_at(plain, numbers[at], floor, limit)
    figure, after = smaller_units(plain, numbers, at + 1, figure, limit)
    ranged, after = _range(plain, numbers, after, figure, limit)
    figure = ranged or figure
    core_start, start = figure.start, figure.start
    if ranged and (between := _BETWEEN.search(plain, max(floor, start - 9), start)):
        start = core_start = between.start(1)
    start, before = _bounds_before(plain, start, floor)
    end, behind = _bounds_after(plain, figure.end, limit)
    bounds = (*before, *behind)
    strong = next((bound for bound in bounds if bound in _STRONG), None)
    bound = strong or (Bound.ABOUT if Bound.ABOUT in bounds else None)
    high = None if figure.high is None else figure.high * figure.factor
    value, low, high, bound = committed((figure.low * figure.factor, high), figure.bound, bound)
    while after < len(numbers) and numbers[after].span.start < end:
        after += 1
    return (
        Amount(
            Span(start, end), Span(core_start, figure.end), _tidy(value), _tidy(low), _tidy(high), bound,
            figure.kind, figure.unit, figure.word, None, False, figure.weak, end,
        ),
        after,
    )  # fmt: skip


def _tidy(figure: float | None) -> float | None:
    """0.3, not 0.30000000000000004, where parts were added up; a third stays as exact as it is."""
    rounded = "" if figure is None else f"{figure:.12g}"
    return float(rounded) if figure is not None and len(rounded) < 12 else figure


def _range(
    plain: str, numbers: tuple[Number, ...], after: int, figure: Figure, limit: int
) -> tuple[Figure | None, int]:
    """3,000 to 4,000; $10-$20; 2.5 to 3 million; between 3 and 5 kilometers."""
    if after >= len(numbers) or figure.high is None or numbers[after].value is None or figure.bound is not Bound.EXACT:
        return None, after
    number = numbers[after]
    second = figure_at(plain, number, figure.end, limit)
    dash = number.value is not None and number.value < 0 and second.start == figure.end
    link = plain[figure.end : second.start]
    if dash:
        second.low, second.high = -second.low, -(second.high or 0.0)
        words = "-"
    elif to := _TO.fullmatch(link):
        words = (to.group(1) or "-").lower()
    else:
        return None, after
    opened = _BETWEEN.search(plain, max(0, figure.start - 9), figure.start)
    if words == "and" and not (opened and opened.group(1).lower() == "between"):
        return None, after
    if words == "or" and not (second.low == figure.low + 1 and figure.kind == "bare"):
        return None, after
    if figure.kind not in ("bare", second.kind) and second.kind != "bare":
        return None, after
    if figure.kind != "bare" and second.kind != "bare" and figure.unit != second.unit:
        return None, after
    second, end_after = smaller_units(plain, numbers, after + 1, second, limit)
    if second.kind == "bare" and figure.kind != "bare":
        if figure.kind != "money" or figure.start == _first_digit(plain, figure.start):
            return None, after
        second.kind, second.unit, second.factor = figure.kind, figure.unit, figure.factor
    low, high = (
        figure.low * (figure.factor if figure.kind != "bare" else second.factor),
        (second.high or 0.0) * second.factor,
    )
    scale = high / second.factor / _mantissa(plain, number, second.low)
    if (
        figure.kind in ("bare", "money")
        and scale >= 100
        and low < high / scale
        and not _SCALE_WORD.search(plain[figure.start : figure.end])
    ):
        low *= scale
    if not low < high:
        return None, after
    merged = replace(second, low=low / second.factor, high=high / second.factor, bound=Bound.RANGE, start=figure.start)
    return merged, end_after


def _first_digit(plain: str, at: int) -> int:
    return at if plain[at].isalnum() else -1


def _mantissa(plain: str, number: Number, value: float) -> float:
    """The figure before million and the like: 3 in "3 million"."""
    inner = re.match(
        r"[\d.,]+(?=\s?(?:thousand|million|billion|trillion|bn|mn|tn|m\b|k\b))",
        plain[number.span.start : number.span.end + 4],
    )
    digits = inner.group().replace(",", "").rstrip(".") if inner else ""
    return float(digits) if digits and digits.count(".") < 2 and float(digits) else abs(value) or 1.0


@cache
def _bound_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Bound | None]]:
    rows = read_table("languages/en/quantity_bounds.tsv", ("word", "position", "bound", "note"))
    by_length = sorted(rows, key=lambda row: -len(row["word"]))
    before, signs = (
        "|".join(
            re.escape(row["word"])
            for row in by_length
            if row["position"] == "before" and (row["word"][-1].isalpha() or row["word"][-1] == ".") is lettered
        )
        for lettered in (True, False)
    )
    after = "|".join(re.escape(row["word"]) for row in by_length if row["position"] == "after")
    bounds = {row["word"]: None if row["bound"] == "none" else Bound(row["bound"]) for row in rows}
    return (
        re.compile(rf"(?:(?<![\w-])(?P<word>{before}) {{1,2}}|(?P<sign>{signs}) ?)$", re.IGNORECASE),
        re.compile(rf" ?({after})(?![A-Za-z\d])", re.IGNORECASE),
        bounds,
    )


def _bounds_before(plain: str, start: int, floor: int) -> tuple[int, tuple[Bound, ...]]:
    pattern, _, bounds = _bound_patterns()
    found: list[Bound] = []
    while len(found) < 3:
        match = pattern.search(plain, max(floor, start - 26), start)
        if match is None:
            break
        bound = bounds[(match.group("word") or match.group("sign")).lower()]
        if bound is None:
            break
        start = match.start()
        found.append(bound)
    return start, tuple(found)


def _bounds_after(plain: str, end: int, limit: int) -> tuple[int, tuple[Bound, ...]]:
    _, pattern, bounds = _bound_patterns()
    match = pattern.match(plain, end, limit)
    bound = bounds[match.group(1).lower()] if match else None
    return (match.end(), (bound,)) if match and bound else (end, ())
