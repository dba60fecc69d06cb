"""Saved web pages. `text` is the page's own source; the article in it is found by `main_text`."""

import re
from collections.abc import Iterator

from claimbook.errors import Problem
from claimbook.model.document import Fact, LeftOut
from claimbook.model.span import Span
from claimbook.read.decode import decode
from claimbook.read.flatten import Flat, flatten
from claimbook.read.limits import LIMITS
from claimbook.read.main_text import Verdict, judge
from claimbook.read.page_facts import page_facts
from claimbook.read.source import Fields, Packed, Source

NAME = "html"
EXTENSIONS: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
MAGIC = {
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF (WebP, sound) file",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "a gzip file",
}


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """The one article of the page."""
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            yield Problem(name, f"is {what}, not a page", "leave it out, or give it the ending it should have")
            return
    found = CHARSET.search(data[:4096])
    decoded = decode(data, found.group(1).decode("ascii") if found else None)
    if decoded is None:
        yield Problem(name, "is not text in any encoding known here", "leave it out, or save the page again")
        return
    fact = Fact("encoding", decoded.encoding, f"{decoded.why} (sure {decoded.sure:.2f})")
    yield page_source(name, decoded.text, decoded.encoding, NAME, (fact,))


def page_source(name: str, text: str, encoding: str, kind: str, facts: tuple[Fact, ...]) -> Source | Problem:
    """The article of a page given as text; other formats hold pages too."""
    if len(text) > LIMITS.article:
        return Problem(name, f"is {len(text):,} characters long", f"give articles of at most {LIMITS.article:,}")
    flat = flatten(text)
    if flat.depth > LIMITS.depth:
        return Problem(name, f"has tags nested {flat.depth:,} deep", "leave it out: no page is made like this")
    if not flat.lines:
        return Source(name, text, encoding, kind, flat.edits, facts=facts)
    verdict = judge(text, flat.lines)
    captions = tuple(
        (line.start, line.end) for line, caption in zip(flat.lines, verdict.captions, strict=True) if caption
    )
    known = page_facts(text, flat, verdict)
    return Source(name, text, encoding, kind, flat.edits, _left_out(flat, verdict), captions, (*known, *facts))


def _left_out(flat: Flat, verdict: Verdict) -> tuple[LeftOut, ...]:
    """A line that is not the article goes with the break behind it, the last ones with the break before."""
    lines, out = flat.lines, []
    last_kept = max((at for at, keep in enumerate(verdict.kept) if keep), default=-1)
    for at, (line, keep) in enumerate(zip(lines, verdict.kept, strict=True)):
        if keep:
            continue
        if at > last_kept >= 0:
            out.append(LeftOut(Span(lines[at - 1].end, line.end), "page furniture"))
        else:
            end = lines[at + 1].start if at + 1 < len(lines) else line.end
            out.append(LeftOut(Span(line.start, end), "page furniture"))
    return tuple(out)
