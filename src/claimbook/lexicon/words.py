"""Finds the words of a list in plain text: longest first, left to right, none overlapping another."""

from collections.abc import Iterable, Iterator

import ahocorasick

from claimbook.model.span import Span


class WordFinder:
    """Finds words of one language. English words must stand alone; Chinese ones may stand anywhere.

    >>> finder = WordFinder(["sent", "not", "not only"], "en")
    >>> [span.of("not only sent, resent") for span, _ in finder.find("not only sent, resent")]
    ['not only', 'sent']
    """

    def __init__(self, words: Iterable[str], language: str) -> None:
        self._whole_words = language != "zh"
        self._automaton = ahocorasick.Automaton()
        for word in words:
            self._automaton.add_word(word, word)
        self._automaton.make_automaton()

    def find(self, plain: str, within: Span | None = None) -> Iterator[tuple[Span, str]]:
        """Spans (in `plain`) and the words they hold, in order. English is compared in lower case."""
        within = Span(0, len(plain)) if within is None else within
        text = within.of(plain)
        if self._whole_words:
            lowered = text.lower()
            text = lowered if len(lowered) == len(text) else text
        if not len(self._automaton):
            return
        last = 0
        for start, end, word in sorted(self._matches(text), key=lambda match: (match[0], -match[1])):
            if start >= last:
                last = end
                yield Span(within.start + start, within.start + end), word

    def _matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        for last, word in self._automaton.iter(text):
            start, end = last + 1 - len(word), last + 1
            if not self._whole_words or (_is_edge(text, start) and _is_edge(text, end)):
                yield start, end, word


def _is_edge(text: str, position: int) -> bool:
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    return not (before.isalnum() and after.isalnum()) or after == "'"
