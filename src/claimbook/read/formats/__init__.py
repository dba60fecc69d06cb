"""Input formats, one module each: bytes in, articles as `Source` out. The registry is this tuple."""

from collections.abc import Iterator
from typing import Protocol

from claimbook.errors import Problem
from claimbook.read.formats import html, text
from claimbook.read.source import Meta, Source


class Format(Protocol):
    """What a module of this folder offers."""

    NAME: str
    EXTENSIONS: tuple[str, ...]

    def read(self, data: bytes, name: str, meta: Meta | None) -> Iterator[Source | Problem]:
        """The articles in the bytes of one file."""
        ...


FORMATS: tuple[Format, ...] = (text, html)


def by_name(name: str) -> Format | None:
    """The format of a file by its name, or None.

    >>> by_name("a/b.HTM").NAME, by_name("photo.jpg")
    ('html', None)
    """
    lower = name.lower()
    fits = [(len(ending), found) for found in FORMATS for ending in found.EXTENSIONS if lower.endswith(ending)]
    return max(fits, key=lambda pair: pair[0])[1] if fits else None
