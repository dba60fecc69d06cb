"""Plain text and Markdown, and dumps of pages saved as such."""

from collections.abc import Iterator

from claimbook.errors import Problem
from claimbook.model.document import Fact
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
    yield Source(name, decoded.text, decoded.encoding, NAME, facts=(fact,))
