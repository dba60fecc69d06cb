"""English amounts: a number with its unit and the words that bound it.

more than 30 · between 3,000 and 4,000 · at least $4 billion · 5,000-6,000 · six-mile · 5 ft 2 in · half
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claimbook.languages.en.numbers import find_numbers
from claimbook.languages.number import Amount, Number, committed
from claimbook.lexicon.load import read_table
from claimbook.lexicon.units import Unit, Words, base_units, unit_words
from claimbook.model.claim import Bound
from claimbook.model.span import Span

_STRONG = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_TO = re.compile(r"\s?(to|and|or)\s(?:about |around |nearly |some |even )?|\s?[-–—~]\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(between|from)\s$", re.IGNORECASE)
_SHORT_SCALE = re.compile(r"\s?(?:(?P<bn>bn|b|B)|(?P<mn>mn|mln|m|M)|(?P<tn>tn|trn|T)|(?P<k>k|K))(?![A-Za-z\d])")
_SHORT = {"bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3}
_LINK = re.compile(r"(?:,? and |, | )")
_SCALE_WORD = re.compile(r"(?:hundred|thousand|million|billion|trillion)s?$|[kK]$")
_GAP = re.compile(r"-|\s{0,2}[{<(]?")
_ARTICLE = re.compile(r"(?: of)? an? (?=\w)| of (?=\w)")
_OF = re.compile(r" of ([A-Za-z]+)")
_MONEY_OF = frozenset(
    [
        "aid",
        "money",
        "funding",
        "funds",
        "public",
        "taxpayer",
        "taxpayers",
        "damage",
        "debt",
        "investment",
        "savings",
        "support",
        "assistance",
        "military",
        "new",
        "extra",
        "additional",
        "government",
        "annual",
    ]
)


@dataclass(slots=True)
class _Figure:
    """A number with its unit, before ranges and bounds are read."""

    low: float
    high: float | None
    bound: Bound
    start: int
    end: int
    kind: str = "bare"
    unit: str = ""
    word: str = ""
    factor: float = 1.0
    weak: bool = False


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
            or (numbers[at].kind == "compound" and not _unit_at(plain, numbers[at].span.end))
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
    figure = _figure(plain, numbers[at], floor, limit)
    figure, after = _smaller_units(plain, numbers, at + 1, figure, limit)
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
    return None if figure is None else float(f"{figure:.12g}")


@cache
def _units() -> tuple[Words[Unit], Words[Unit]]:
    """Units as written, and those of more than two letters in lower case."""
    words = unit_words("en")
    return words, Words({word.lower(): entry for word, entry in words.items() if len(word) > 2})


def _unit_at(plain: str, start: int) -> tuple[Unit, int, int] | None:
    """The unit after a figure: its entry, its start and end."""
    gap = _GAP.match(plain, start)
    at = gap.end() if gap else start
    if at < len(plain) and plain[at : at + 1].isspace():
        return None
    exact, lower = _units()
    longest = max(
        (found for found in (exact.at(plain, at), lower.at(plain[at : at + 40].lower(), 0)) if found),
        key=lambda found: found[1],
        default=None,
    )
    while longest is not None and _runs_on(plain, at + longest[1]):
        longest = exact.at(plain[: at + longest[1] - 1], at) if longest[1] > 1 else None
    if longest is None:
        return None
    if at > start and plain[at - 1] in "{<(":
        if plain[at + longest[1] : at + longest[1] + 1] not in ("}", ">", ")") or plain[at - 1] == "(":
            return None
        return longest[0], at, at + longest[1] + 1
    return longest[0], at, at + longest[1]


def _runs_on(plain: str, end: int) -> bool:
    """The unit is only the beginning of a word or of a type number (24703 L-202)."""
    if plain[end : end + 1] == "-" and plain[end - 1].isupper() and plain[end + 1 : end + 2].isalnum():
        return True
    return plain[end - 1].isalnum() and (plain[end : end + 1].isalnum() or plain[end : end + 1] == "_")


def _figure(plain: str, number: Number, floor: int, limit: int) -> _Figure:
    """The number with the sign before it and the unit after it."""
    low = number.low if number.low is not None else 0.0
    figure = _Figure(low, number.high, number.bound, number.span.start, number.span.end)
    if number.kind == "fraction":
        figure.kind = figure.unit = "fraction"
    prefix = _money_before(plain, number.span.start, floor)
    if prefix is not None:
        figure.kind, figure.unit, figure.factor, figure.start = "money", prefix[0].unit, prefix[0].factor, prefix[1]
        if (short := _SHORT_SCALE.match(plain, figure.end, limit)) and plain[number.span.end - 1].isdigit():
            _scale_up(figure, _SHORT[str(short.lastgroup)], short.end())
    article = None
    if figure.kind == "fraction" or figure.bound is Bound.VAGUE:
        article = _ARTICLE.match(plain, figure.end)  # half a mile, millions of dollars
    found = _unit_at(plain, article.end() if article else figure.end)
    if found is None or found[2] > limit:
        return figure
    unit, start, end = found
    word = plain[start:end]
    if prefix is not None:
        if unit.kind == "money" and unit.factor == 1:
            figure.end = end
        return figure
    figure.kind, figure.unit, figure.factor, figure.end, figure.word = unit.kind, unit.unit, unit.factor, end, word
    if word.lower().endswith(("pound", "pounds")) and len(word) < 7 and _weighs(plain, start, end, number):
        figure.kind, figure.unit = "measure", "lb"
    figure.weak = (unit.weak and not (word == "in" and _ends(plain, end))) or (
        word in ("m", "g", "t") and start > number.span.end and plain[end : end + 1] == "."
    )
    return figure


def _weighs(plain: str, start: int, end: int, number: Number) -> bool:
    """Pounds of weight: a 500-pound bomb, pounds of explosives; not a million-pound deal, pounds of public money."""
    if plain[start - 1] == "-":
        return (number.value or 0) < 1e5
    of = _OF.match(plain, end)
    return bool(of and of.group(1).lower() not in _MONEY_OF)


def _scale_up(figure: _Figure, by: float, end: int) -> None:
    figure.low, figure.high, figure.end = figure.low * by, None if figure.high is None else figure.high * by, end


def _money_before(plain: str, start: int, floor: int) -> tuple[Unit, int] | None:
    """The currency sign or code before a figure, and its start: $4, US$ 4, rmb 10."""
    at = start
    if plain[start - 2 : start] in ("a ", "A "):
        at = start
    while at > floor and plain[at - 1] == " " and start - at < 2:
        at -= 1
    exact, lower = _units()
    candidates = [found for found in (exact.before(plain, at), _lower_before(lower, plain, at)) if found]
    found = max(candidates, key=lambda found: found[1], default=None)
    if found is None or found[0].kind != "money" or at - found[1] < floor:
        return None
    begin = at - found[1]
    if plain[begin].isalpha() and plain[begin - 1 : begin].isalnum():
        return None
    sign = not plain[at - 1].isalpha()
    code = plain[begin:at].isupper() or found[1] <= 3 or plain[begin:at].lower() == plain[begin:at]
    if (
        found[0].weak
        or found[0].factor != 1
        or (not sign and not code)
        or (at < start and not sign and found[1] > 3 and "ringgit" not in plain[begin:at].lower())
    ):
        return None
    if plain[begin:at] in ("p", "c", "won"):
        return None
    return found[0], begin


def _lower_before(words: Words[Unit], plain: str, at: int) -> tuple[Unit, int] | None:
    stretch = plain[max(0, at - 24) : at].lower()
    return words.before(stretch, len(stretch)) if len(stretch) == at - max(0, at - 24) else None


def _smaller_units(
    plain: str, numbers: tuple[Number, ...], after: int, figure: _Figure, limit: int
) -> tuple[_Figure, int]:
    """13 dollars 45 cents, 5 ft 2 in, 15 dollars and 50."""
    while figure.kind in ("money", "measure") and figure.high is not None and after < len(numbers):
        number = numbers[after]
        if (
            number.value is None
            or not _LINK.fullmatch(plain, figure.end, number.span.start)
            or number.kind not in ("count", "fraction")
        ):
            break
        part = _figure(plain, number, number.span.start, limit)
        if (
            part.kind == "bare"
            and figure.kind == "money"
            and figure.factor == 1
            and number.value < 100
            and _ends(plain, number.span.end)
        ):
            more, part.factor = number.value / 100, 1.0
        elif figure.kind == "money" and part.kind == "money" and part.factor == 0.01 and figure.factor == 1:
            more = number.value / 100
        elif part.kind == figure.kind == "measure" and _smaller(part, figure):
            more = number.value * _scale(part) / base_units()[figure.unit][1] / figure.factor
        else:
            break
        figure = replace(figure, low=figure.low + more, high=figure.high + more, end=part.end)
        after += 1
        if part.kind == "bare":
            break
    return figure, after


def _ends(plain: str, at: int) -> bool:
    """Nothing that the number could count follows."""
    return not re.match(r"[,:%]?\s?[\w$€£-]", plain[at : at + 3]) or plain[at : at + 4] == " of "


def _scale(figure: _Figure) -> float:
    return figure.factor * base_units()[figure.unit][1]


def _smaller(part: _Figure, whole: _Figure) -> bool:
    left, right = base_units()[part.unit], base_units()[whole.unit]
    same = left[0] == right[0] and _scale(part) < _scale(whole)
    metric = {"dm", "m"}
    return same and not (part.unit in metric and whole.unit in metric)


def _range(
    plain: str, numbers: tuple[Number, ...], after: int, figure: _Figure, limit: int
) -> tuple[_Figure | None, int]:
    """3,000 to 4,000; $10-$20; 2.5 to 3 million; between 3 and 5 kilometers."""
    if after >= len(numbers) or figure.high is None or numbers[after].value is None or figure.bound is not Bound.EXACT:
        return None, after
    number = numbers[after]
    second = _figure(plain, number, figure.end, limit)
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
    second, end_after = _smaller_units(plain, numbers, after + 1, second, limit)
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
    before = "|".join(re.escape(row["word"]) for row in by_length if row["position"] == "before")
    after = "|".join(re.escape(row["word"]) for row in by_length if row["position"] == "after")
    bounds = {row["word"]: None if row["bound"] == "none" else Bound(row["bound"]) for row in rows}
    return (
        re.compile(rf"(?:(?<![\w-])(?P<word>{before}) {{1,2}}|(?P<sign>[~≈]) ?)$", re.IGNORECASE),
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
