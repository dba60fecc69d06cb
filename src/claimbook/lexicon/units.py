"""Words that say what a figure is counted in, and how it is meant: units, measure words, bounds.

One reader for every language; the tables lie in `data/languages/<code>/`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from claimbook.lexicon.load import read_table
from claimbook.model.claim import Bound, ItemKind

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: `unit` is ISO 4217, a symbol of `data/units.tsv` or "percent"; one word is `factor` of them.

    `weak` words are mostly something else (三块 stones, 里 inside).
    """

    unit: str
    kind: str
    factor: float
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A Chinese measure word. `needs_noun`: it makes a quantity only with a known noun after it."""

    unit: str
    kind: ItemKind | None
    needs_noun: bool


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A word that says how a figure is meant; `bound` is None for a word that only looks like one."""

    bound: Bound | None
    reaches: bool


class Words(Generic[Entry]):
    """Words looked up at a place of a text, the longest first.

    >>> words = Words({"元": 1, "元人民币": 2, "美元": 3})
    >>> words.at("50元人民币", 2), words.before("约50美元", 5), words.at("50吨", 2)
    ((2, 4), (3, 2), None)
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = dict(entries)
        self._starts = _lengths((word[0], len(word)) for word in entries)
        self._ends = _lengths((word[-1], len(word)) for word in entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def items(self) -> Iterable[tuple[str, Entry]]:
        """The words with their entries."""
        return self._entries.items()

    def at(self, text: str, start: int) -> tuple[Entry, int] | None:
        """The entry of the longest word that starts here, and its length."""
        for length in self._starts.get(text[start : start + 1], ()):
            if start + length <= len(text) and (entry := self._entries.get(text[start : start + length])) is not None:
                return entry, length
        return None

    def before(self, text: str, end: int) -> tuple[Entry, int] | None:
        """The entry of the longest word that ends here, and its length."""
        for length in self._ends.get(text[max(end - 1, 0) : end], ()):
            if length <= end and (entry := self._entries.get(text[end - length : end])) is not None:
                return entry, length
        return None


def _lengths(words: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for character, length in words:
        found.setdefault(character, set()).add(length)
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@cache
def unit_words(language: str) -> Words[Unit]:
    """The unit words of a language.

    >>> unit_words("zh").at("亿美元", 1)
    (Unit(unit='USD', kind='money', factor=1.0, weak=False), 2)
    """
    entries = {}
    for row in read_table(f"languages/{language}/units.tsv", ("word", "unit", "kind", "factor", "use", "note")):
        if row["kind"] not in ("money", "measure", "percent") or (
            row["kind"] == "measure" and row["unit"] not in base_units()
        ):
            raise row.wrong(f"unknown kind or unit: {row['kind']!r}, {row['unit']!r}")
        try:
            entries[row["word"]] = Unit(row["unit"], row["kind"], float(row["factor"]), row["use"] == "weak")
        except ValueError:
            raise row.wrong(f"factor is no number: {row['factor']!r}") from None
    return Words(entries)


@cache
def base_units() -> dict[str, tuple[str, float]]:
    """For each unit of measure the SI unit it is compared in, and how many of those it is.

    >>> base_units()["km2"]
    ('m2', 1000000.0)
    """
    return {
        row["unit"]: (row["base"], float(row["factor"]))
        for row in read_table("units.tsv", ("unit", "base", "factor", "note"))
    }


@cache
def measure_words(language: str) -> Words[Measure]:
    """The measure words of a language that has them."""
    entries = {}
    for row in read_table(f"languages/{language}/measures.tsv", ("word", "unit", "kind", "use", "note")):
        if row["use"] not in ("", "noun"):
            raise row.wrong(f"unknown use {row['use']!r}")
        entries[row["word"]] = Measure(
            row["unit"], ItemKind(row["kind"]) if row["kind"] else None, row["use"] == "noun"
        )
    return Words(entries)


@cache
def bound_words(language: str, after: bool) -> Words[BoundWord]:
    """The words that bound a figure from before it, or from after it.

    >>> bound_words("zh", after=False).before("高达55亿", 2)
    (BoundWord(bound=<Bound.EXACT: 'exact'>, reaches=False), 2)
    """
    entries = {}
    for row in read_table(f"languages/{language}/quantity_bounds.tsv", ("word", "position", "bound", "note")):
        if row["position"] not in ("before", "reach", "after"):
            raise row.wrong(f"unknown position {row['position']!r}")
        try:
            bound = None if row["bound"] == "none" else Bound(row["bound"])
        except ValueError:
            raise row.wrong(f"unknown bound {row['bound']!r}") from None
        if (row["position"] == "after") == after:
            entries[row["word"]] = BoundWord(bound, row["position"] == "reach")
    return Words(entries)


@cache
def not_quantities(language: str, position: str) -> Words[str]:
    """Words that only look like part of a quantity, by where they stand: "word", "unit" or "before".

    >>> not_quantities("zh", "unit").at("3部队", 1)
    ('部队', 2)
    """
    entries = {}
    for row in read_table(f"languages/{language}/not_quantities.tsv", ("word", "position", "note")):
        if row["position"] not in ("word", "unit", "before"):
            raise row.wrong(f"unknown position {row['position']!r}")
        if row["position"] == position:
            entries[row["word"]] = row["word"]
    return Words(entries)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word or set phrase that is a number by itself: 一半, 数以万计."""

    kind: str
    low: float | None
    high: float | None
    bound: Bound


@cache
def number_words(language: str) -> dict[str, NumberWord]:
    """Words that are a number by themselves.

    >>> number_words("zh")["过半"]
    NumberWord(kind='fraction', low=0.5, high=None, bound=<Bound.OVER: 'over'>)
    """
    found = {}
    for row in read_table(f"languages/{language}/number_words.tsv", ("word", "kind", "low", "high", "bound", "note")):
        if row["kind"] not in ("fraction", "count"):
            raise row.wrong(f"unknown kind {row['kind']!r}")
        try:
            low, high = (float(row[side]) if row[side] else None for side in ("low", "high"))
            found[row["word"]] = NumberWord(row["kind"], low, high, Bound(row["bound"]))
        except ValueError as error:
            raise row.wrong(str(error)) from None
    return found
