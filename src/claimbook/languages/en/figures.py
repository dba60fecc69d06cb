"""An English number with its unit: $ 4.5 million, six-mile, 5 ft 2 in, 13 dollars 45 cents."""

import re
from dataclasses import dataclass, replace
from functools import cache

from claimbook.languages.number import Number
from claimbook.lexicon.units import Unit, Words, base_units, unit_words
from claimbook.model.claim import Bound

_SHORT_SCALE = re.compile(r"\s?(?:(?P<bn>bn|b|B)|(?P<mn>mn|mln|m|M)|(?P<tn>tn|trn|T)|(?P<k>k|K))(?![A-Za-z\d])")
_MILLIONS = re.compile(
    r"m(?= (?:\w+ )?(?:people|refugees|tonnes|tons|barrels|shells|rounds|users|voters|children|workers|doses|customers"
    r"|homes|households|passengers|visitors|jobs|displaced|shares|drones|mines|civilians|residents|citizens|euros|dollars"
    r"|pounds|yuan|roubles|rubles|yen)\b)"
)
_SHORT = {"bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3}
_LINK = re.compile(r"(?:,? and |, | )")
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
class Figure:
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


@cache
def _units() -> tuple[Words[Unit], Words[Unit]]:
    """Units as written, and those of more than two letters in lower case."""
    words = unit_words("en")
    return words, Words({word.lower(): entry for word, entry in words.items() if len(word) > 2})


def unit_at(plain: str, start: int) -> tuple[Unit, int, int] | None:
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


def figure_at(plain: str, number: Number, floor: int, limit: int) -> Figure:
    """The number with the sign before it and the unit after it."""
    low = number.low if number.low is not None else 0.0
    figure = Figure(low, number.high, number.bound, number.span.start, number.span.end)
    if number.kind == "fraction":
        figure.kind = figure.unit = "fraction"
    prefix = _money_before(plain, number.span.start, floor)
    if prefix is not None:
        figure.kind, figure.unit, figure.factor, figure.start = "money", prefix[0].unit, prefix[0].factor, prefix[1]
        if (short := _SHORT_SCALE.match(plain, figure.end, limit)) and plain[number.span.end - 1].isdigit():
            _scale_up(figure, _SHORT[str(short.lastgroup)], short.end())
    elif (many := _MILLIONS.match(plain, figure.end, limit)) and plain[number.span.end - 1].isdigit():
        _scale_up(figure, 1e6, many.end())  # 5m people
    article = None
    if figure.kind == "fraction" or figure.bound is Bound.VAGUE:
        article = _ARTICLE.match(plain, figure.end)  # half a mile, millions of dollars
    found = unit_at(plain, article.end() if article else figure.end)
    if found is None or found[2] > limit:
        return figure
    unit, start, end = found
    word = plain[start:end]
    if (word == "in" and not _ends(plain, end)) or (
        word == '"' and '"' in plain[max(floor, number.span.start - 60) : start]
    ):
        return figure  # two in my car; "English 101"
    if prefix is not None:
        if unit.kind == "money" and unit.factor == 1:
            figure.end = end
        return figure
    figure.kind, figure.unit, figure.factor, figure.end, figure.word = unit.kind, unit.unit, unit.factor, end, word
    if word.lower().endswith(("pound", "pounds")) and len(word) < 7 and _weighs(plain, start, end, number):
        figure.kind, figure.unit = "measure", "lb"
    if word == "won" and (number.value or 0) < 1000:
        figure.weak = True  # of 12 candidates, 5 won
        return figure
    figure.weak = (unit.weak and word != "in") or (
        word in ("m", "g", "t") and start > number.span.end and plain[end : end + 1] == "."
    )
    return figure


def _weighs(plain: str, start: int, end: int, number: Number) -> bool:
    """Pounds of weight: a 500-pound bomb, pounds of explosives; not a million-pound deal, pounds of public money."""
    if plain[start - 1] == "-":
        return (number.value or 0) < 1e5
    of = _OF.match(plain, end)
    return bool(of and of.group(1).lower() not in _MONEY_OF)


def _scale_up(figure: Figure, by: float, end: int) -> None:
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


def smaller_units(
    plain: str, numbers: tuple[Number, ...], after: int, figure: Figure, limit: int
) -> tuple[Figure, int]:
    """13 dollars 45 cents, 5 ft 2 in, 15 dollars and 50."""
    while figure.kind in ("money", "measure") and figure.high is not None and after < len(numbers):
        number = numbers[after]
        if (
            number.value is None
            or not _LINK.fullmatch(plain, figure.end, number.span.start)
            or number.kind not in ("count", "fraction")
        ):
            break
        part = figure_at(plain, number, number.span.start, limit)
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


def _scale(figure: Figure) -> float:
    return figure.factor * base_units()[figure.unit][1]


def _smaller(part: Figure, whole: Figure) -> bool:
    left, right = base_units()[part.unit], base_units()[whole.unit]
    same = left[0] == right[0] and _scale(part) < _scale(whole)
    metric = {"dm", "m"}
    return same and not (part.unit in metric and whole.unit in metric)
