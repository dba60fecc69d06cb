"""Plain text and Markdown, and dumps of pages saved as such."""

import re
from collections.abc import Iterator

from claimbook.errors import Problem
from claimbook.model.document import Edit, Fact
from claimbook.model.span import Span
from claimbook.read.decode import decode
from claimbook.read.source import Fields, Packed, Source

NAME = "text"
EXTENSIONS: tuple[str, ...] = (".txt", ".md", ".text", ".markdown")


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """The one article of the file."""
    decoded = decode(data)
    if decoded is None:
        yield Problem(name, "is not text in any encoding known here", "leave it out, or save it as UTF-8")
        return
    fact = Fact("encoding", decoded.encoding, f"{decoded.why} (sure {decoded.sure:.2f})")
    edits = tuple(_markdown(decoded.text)) if name.lower().endswith((".md", ".markdown")) else ()
    yield Source(name, decoded.text, decoded.encoding, NAME, edits, facts=(fact,))


MARKDOWN = re.compile(
    r"(?P<head>^[ ]{0,3}#{1,6}[ ]+)|(?P<quote>^[ ]{0,3}>[ ]?)|(?P<bold>\*\*|__)"
    r"|(?P<image>!\[)|(?P<link>\[(?=[^\[\]\n]{1,300}\]\())"
    r"|(?P<address>\]\([^()\s]{0,600}\))",
    re.MULTILINE,
)


def _markdown(text: str) -> Iterator[Edit]:
    """Marks of headings, quotes, bold words and links; their words stay.

    >>> [edit.source.of("**[老挝](http://x)**") for edit in _markdown("**[老挝](http://x)**")]
    ['**', '[', '](http://x)', '**']
    """
    for found in MARKDOWN.finditer(text):
        yield Edit(Span(*found.span()), "", "markup")
