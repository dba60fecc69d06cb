"""Numbers and amounts as they stand in running text, before anything says what they count."""

from dataclasses import dataclass

from claimbook.model.claim import Bound, ItemKind
from claimbook.model.span import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the range it commits to.

    `value` is None where the words give a range or a vague amount (三五百, dozens); `low` and `high` are None
    where open. `kind` is "count", "fraction" (三分之一, two thirds) or "percent" (百分之五: the value is 5).
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound = Bound.EXACT
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or two that make a range, with its unit and the words that bound it.

    `span` covers all words that belong to it (大约1.5万名), `core` only number and unit (1.5万名).
    `kind`: "money", "measure" and "percent" have a unit of that kind, "fraction" needs none, "count" has a measure
    word, "bare" has nothing: what it counts is for the noun to say. `noun_at` is where that noun may start.
    """

    span: Span
    core: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    kind: str
    unit: str = ""
    word: str = ""
    item_kind: ItemKind | None = None
    needs_noun: bool = False
    weak: bool = False
    noun_at: int = 0


def committed(
    reading: tuple[float | None, float | None], bound: Bound, words: Bound | None
) -> tuple[float | None, float | None, float | None, Bound]:
    """Value, low, high and bound of a figure, from the range its number has and the bound of the words around it.

    The rules are those of the quantity field in docs/records.md.

    >>> committed((12000, 12000), Bound.EXACT, Bound.OVER)
    (12000, 12000, None, <Bound.OVER: 'over'>)
    >>> committed((20000, 90000), Bound.VAGUE, Bound.AT_LEAST)
    (None, 20000, None, <Bound.AT_LEAST: 'at_least'>)
    """
    low, high = reading
    value = low if low == high or bound is Bound.OVER else None
    if words is None or words is Bound.EXACT or (bound is not Bound.EXACT and words is Bound.ABOUT):
        return value, low, high, bound
    if bound is Bound.RANGE:
        return None, low, high, bound
    match words:
        case Bound.OVER | Bound.AT_LEAST:
            return value, low, None, words
        case Bound.UNDER | Bound.AT_MOST:
            return value, None, high, words
    return value, low, high, words
