"""One article: its text as it came, and what is read of it.

Two texts, one map. `text` is the file as decoded and is what every published position counts in.
`reading.text` is what a careful reader reads: the article itself, repaired, without the page around it.
`reading.to_source` leads from the second to the first.
"""

from dataclasses import dataclass
from typing import Protocol

from claimbook.model.span import Span


class SourceMap(Protocol):
    """Leads from positions in the reading back to positions in the text as it came."""

    def to_source(self, span: Span) -> Span:
        """The smallest stretch of the text as it came that gave this stretch of the reading."""
        ...


@dataclass(frozen=True, slots=True)
class Edit:
    """One change made while reading: `source` (positions in the text as it came) is read as `replacement`.

    `kind` says what it was ("markup", "entity", "inserted pinyin", "shifted bytes", …); `sure` is False where the
    replacement is marked as unreadable (〓) or one of several readings.
    """

    source: Span
    replacement: str
    kind: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the text as it came that is not part of the article, and why it is thought so."""

    source: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The article as it is read: `text` with its way back to the source."""

    text: str
    map: SourceMap
    edits: tuple[Edit, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    captions: tuple[Span, ...] = ()
    """Stretches of `text` that are captions of pictures."""
    unreadable: tuple[Span, ...] = ()
    """Stretches of `text` that a repair touched without being sure; a figure there is marked."""

    def to_source(self, span: Span) -> Span:
        """The stretch of the text as it came behind `span` of the reading."""
        return self.map.to_source(span)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known about the article (outlet, author, title, published, url, repost_of) and where it was found.

    >>> Fact("outlet", "看看新闻", "line 58, after the time of day").value
    '看看新闻'
    """

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    `name` is its path below the folder that was asked for, and is the `document` of its claims.
    `id` is the hash of name and text. `sha256` is the hash of `text` in UTF-8: with it any pin can be checked later.
    `date` is the article's own date as EDTF, or None where it is not known; `date_from` says what fixed it.
    """

    id: str
    name: str
    text: str
    sha256: str
    encoding: str
    format: str
    reading: Reading
    facts: tuple[Fact, ...] = ()
    date: str | None = None
    date_from: str | None = None

    def fact(self, name: str) -> str | None:
        """The value of the first fact of that name, or None."""
        return next((fact.value for fact in self.facts if fact.name == name), None)
