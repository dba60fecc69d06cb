"""Nouns for things sent, lost, made or counted: what kind of item they are and what they are counted in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from claimbook.lexicon.load import Row, read_table
from claimbook.model.claim import ItemKind
from claimbook.model.span import Span

_COLUMNS = {
    "zh": ("noun", "kind", "unit", "use", "note"),
    "en": ("noun", "plural", "kind", "unit", "use", "note"),
}
_UNITS = frozenset({"", "person", "unit", "piece", "round"})
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class ItemNoun:
    """A noun found in the text.

    `kind` is None for what is counted but never an item (countries, firms); `unit` is empty for what is measured
    (oil) rather than counted. `counted` nouns are items only beside a figure: 连, "orders".
    """

    span: Span
    kind: ItemKind | None
    unit: str
    counted: bool = False
    plural: bool | None = None
    """Whether the form found is the plural; None where the word does not tell."""


def find_items(plain: str, language: str, start: int = 0, end: int | None = None) -> tuple[ItemNoun, ...]:
    """Item nouns of a stretch in one language, the longest at each place, none overlapping, in order.

    >>> text = "派出1000名排雷工程兵和两艘护卫舰"
    >>> [(noun.span.of(text), noun.kind.value, noun.unit) for noun in find_items(text, "zh")]
    [('排雷工程兵', 'personnel', 'person'), ('护卫舰', 'ship', 'piece')]
    >>> text = "Artillery shells and 12 battalions"
    >>> [(noun.span.of(text), noun.unit) for noun in find_items(text, "en")]
    [('Artillery shells', 'round'), ('battalions', 'unit')]
    """
    if language not in _COLUMNS:
        return ()
    end = len(plain) if end is None else end
    words = plain[start:end] if language == "zh" else plain[start:end].lower()
    if len(words) != end - start:
        words = plain[start:end]
    found = []
    for last, (length, kind, unit, counted, plural) in _automaton(language).iter_long(words):
        first = last + 1 - length
        if language == "zh" or (_edge(words, first) and _edge(words, last + 1)):
            found.append(ItemNoun(Span(start + first, start + last + 1), kind, unit, counted, plural))
    return tuple(found)


def _edge(words: str, at: int) -> bool:
    """No word goes on across this place."""
    return not (0 < at < len(words) and words[at - 1].isalnum() and words[at].isalnum())


@cache
def _automaton(language: str) -> Any:
    automaton = ahocorasick.Automaton()
    for row in read_table(f"languages/{language}/item_nouns.tsv", _COLUMNS[language]):
        if row["unit"] not in _UNITS or row["use"] not in ("", "counted"):
            raise row.wrong(f"unknown unit or use: {row['unit']!r}, {row['use']!r}")
        for form, plural in _forms(row):
            automaton.add_word(form, (len(form), _kind(row), row["unit"], row["use"] == "counted", plural))
    automaton.make_automaton()
    return automaton


def _kind(row: Row) -> ItemKind | None:
    try:
        return ItemKind(row["kind"]) if row["kind"] else None
    except ValueError:
        raise row.wrong(f"unknown kind of item {row['kind']!r}") from None


def _forms(row: Row) -> Iterator[tuple[str, bool | None]]:
    """The noun and, in English, its plural, each with whether it is one."""
    noun, plural = row["noun"].lower(), row.cells.get("plural", "-").lower()
    if plural == "-":
        yield noun, None
        return
    yield noun, False
    if plural:
        yield plural, True
    elif noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield noun[:-1] + "ies", True
    elif noun.endswith(_SIBILANTS):
        yield noun + "es", True
    else:
        yield noun + "s", True
