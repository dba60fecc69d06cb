"""Names and what they mean: finds all known names of a text in one pass, the longest first from left to right.

One index holds names of every kind, so that a longer name hides a shorter one inside it: 朝鲜半岛 is no mention of
朝鲜, and The Washington Post none of Washington. Names are compared as `Analysis.plain` has them: in Simplified
characters and half-width letters, with upper and lower case told apart ("us" is not the US).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import ahocorasick

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A name found at `[start, end)`, and everything it may mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class NameIndex(Generic[Meaning]):
    """Names, each with one or more meanings.

    >>> index = NameIndex([("朝鲜", "PRK"), ("朝鲜半岛", "korean-peninsula"), ("US", "USA")])
    >>> [(hit.start, hit.meanings) for hit in index.find("朝鲜半岛与朝鲜")]
    [(0, ('korean-peninsula',)), (5, ('PRK',))]
    >>> index.find("USB, trust us")
    ()
    """

    def __init__(self, names: Iterable[tuple[str, Meaning]]) -> None:
        gathered: dict[str, list[Meaning]] = {}
        for name, meaning in names:
            known = gathered.setdefault(name, [])
            if meaning not in known:
                known.append(meaning)
        self._meanings = {name: tuple(meanings) for name, meanings in gathered.items()}
        self._longest = max(map(len, gathered), default=0)
        self._automaton: Any = ahocorasick.Automaton()
        for name in gathered:
            self._automaton.add_word(name, name)
        self._automaton.make_automaton()

    def __contains__(self, name: str) -> bool:
        return name in self._meanings

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """What exactly this name means, nothing if it is not known."""
        return self._meanings.get(name, ())

    def find(self, text: str, allowed: Callable[[int, int], bool] | None = None) -> tuple[Hit[Meaning], ...]:
        """The names in a text, in order, none overlapping another. `allowed` may refuse a stretch."""
        if not self._meanings:
            return ()
        hits = []
        for last, name in self._automaton.iter(text):
            start, end = last + 1 - len(name), last + 1
            if stands_alone(text, start, end) and (allowed is None or allowed(start, end)):
                hits.append((start, -end, name))
        return tuple(self._leftmost_longest(sorted(hits)))

    def longest_at(self, text: str, start: int) -> Hit[Meaning] | None:
        """The longest name that begins exactly there; `all_at` gives the shorter ones too.

        >>> NameIndex([("国防部", 1), ("国防部长", 2)]).longest_at("韩国国防部长", 2)
        Hit(start=2, end=6, meanings=(2,))
        """
        return next(self.all_at(text, start), None)

    def all_at(self, text: str, start: int) -> Iterator[Hit[Meaning]]:
        """The names that begin exactly there, the longest first."""
        for end in range(min(len(text), start + self._longest), start, -1):
            meanings = self._meanings.get(text[start:end])
            if meanings and stands_alone(text, start, end):
                yield Hit(start, end, meanings)

    def longest_before(self, text: str, end: int) -> Hit[Meaning] | None:
        """The longest name that ends exactly there; a capital letter at its beginning may be the sentence's."""
        for start in range(max(0, end - self._longest), end):
            word = text[start:end]
            meanings = self._meanings.get(word) or self._meanings.get(word[0].lower() + word[1:])
            if meanings and stands_alone(text, start, end):
                return Hit(start, end, meanings)
        return None

    def _leftmost_longest(self, hits: list[tuple[int, int, str]]) -> Iterator[Hit[Meaning]]:
        free = 0
        for start, minus_end, name in hits:
            if start >= free:
                free = -minus_end
                yield Hit(start, free, self._meanings[name])


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch that begins or ends in Latin letters or digits is not part of a longer word.

    Chinese is written without spaces: there the words around it must decide (see extract/scan.py).

    >>> stands_alone("Iran's", 0, 4), stands_alone("Iranian", 0, 4), stands_alone("用HIMARS打", 1, 7)
    (True, False, True)
    """
    left = start > 0 and _latin(text[start]) and _latin(text[start - 1])
    right = end < len(text) and _latin(text[end - 1]) and _latin(text[end])
    return not left and not right


def _latin(character: str) -> bool:
    return character.isalnum() and ord(character) < 0x2E80
