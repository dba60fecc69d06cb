"""What a format hands over: the text as decoded, with what the format itself knows about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model.document import Edit, Fact, LeftOut


@dataclass(frozen=True, slots=True)
class Source:
    """One article as its format gives it, before anything is judged.

    `edits` take the markup away; `left_out` is what the format knows not to be the article; `captions` are
    stretches of `text` (as decoded) that the markup says are captions.
    """

    name: str
    text: str
    encoding: str
    format: str
    edits: tuple[Edit, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    captions: tuple[tuple[int, int], ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A file inside a file: bytes that are to be read by the format their name, or `ending`, says."""

    name: str
    data: bytes
    ending: str = ""
    facts: tuple[Fact, ...] = ()


Meta = Mapping[str, str]
"""What a person, a side-car or the container says about an article: field name to value."""

Fields = Mapping[str, str]
"""How records call what is called `text`, `html`, `title` … here, where they call it otherwise: {"text": "body"}."""

FIELDS = ("title", "author", "outlet", "published", "url", "repost_of")
"""The facts that can be given."""


def given_facts(meta: Meta | None, where: str) -> tuple[Fact, ...]:
    """Facts of what is given, empty values dropped.

    >>> given_facts({"outlet": "UDN", "title": " "}, "side-car")
    (Fact(name='outlet', value='UDN', where='side-car'),)
    """
    if not meta:
        return ()
    return tuple(Fact(name, meta[name].strip(), where) for name in FIELDS if (meta.get(name) or "").strip())
