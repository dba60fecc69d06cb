"""Input formats, one module each: bytes in, articles as `Source` out. The registry is this tuple.

A format that holds files gives them as `Packed`: they are read by the format of their own name.
"""

from collections.abc import Iterator
from typing import Protocol

from claimbook.errors import Problem
from claimbook.read.formats import html, json, mail, pdf, table, text, warc, word, zipped
from claimbook.read.source import Fields, Packed, Source


class Format(Protocol):
    """What a module of this folder offers."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """What it is called in a document's `format`."""
        ...

    @property
    def EXTENSIONS(self) -> tuple[str, ...]:  # noqa: N802
        """How names of its files end, in small letters, dot included."""
        ...

    def read(self, data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:
        """The articles in the bytes of one file."""
        ...


FORMATS: tuple[Format, ...] = (text, html, json, table, mail, zipped, word, pdf, warc)


def by_name(name: str) -> Format | None:
    """The format of a file by its name, or None.

    >>> by_name("a/b.HTM").NAME, by_name("c.warc.gz").NAME, by_name("photo.jpg")
    ('html', 'warc', None)
    """
    lower = name.lower()
    fits = [(len(ending), found) for found in FORMATS for ending in found.EXTENSIONS if lower.endswith(ending)]
    return max(fits, key=lambda pair: pair[0])[1] if fits else None
