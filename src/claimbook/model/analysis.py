"""A document cut into sentences, tagged where tagging helps.

All spans count in the reading (`document.reading.text`). `plain` has the same length as the reading:
Simplified characters, half-width letters and digits, so that one vocabulary serves both scripts.
"""

from dataclasses import dataclass

from claimbook.model.document import Document
from claimbook.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its part of speech in the tagger's own letters (LAC: n, v, m, q, PER, LOC, ORG, TIME, …)."""

    span: Span
    tag: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its language ("zh", "en", or "" for one nobody here reads), the paragraph it stands in."""

    span: Span
    language: str
    paragraph: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysed document."""

    document: Document
    plain: str
    sentences: tuple[Sentence, ...]

    def words(self, span: Span) -> str:
        """The words of a stretch as the article has them (original script, repaired)."""
        return span.of(self.document.reading.text)
