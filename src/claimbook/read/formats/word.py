"""Word documents (.docx): paragraphs one a line; that is the text positions count in."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from claimbook.errors import Problem
from claimbook.model.document import Fact
from claimbook.read.limits import LIMITS
from claimbook.read.source import Fields, Packed, Source

NAME = "docx"
EXTENSIONS: tuple[str, ...] = (".docx",)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPARE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DC = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """The document's body; headers, notes and comments are not read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        body = _member(archive, "word/document.xml")
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, ValueError, OSError) as error:
        yield Problem(name, f"is no Word document, or a broken one ({error})", "save it again as .docx or as text")
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        yield Problem(name, f"is a broken Word document ({str(error)[:100]})", "save it again as .docx or as text")
        return
    lines: list[str] = []
    captions: list[tuple[int, int]] = []
    at = 0
    for paragraph in tree.iter(f"{W}p"):
        if any(True for _ in paragraph.iterancestors(SPARE)):
            continue
        words = "".join(_runs(paragraph))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if words.strip() and style is not None and str(style.get(f"{W}val", "")).lower() in ("caption", "题注"):
            captions.append((at, at + len(words)))
        lines.append(words)
        at += len(words) + 1
    yield Source(name, "\n".join(lines), "utf-8", NAME, captions=tuple(captions), facts=tuple(_facts(archive, parser)))


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    member = archive.getinfo(name)
    if member.file_size > LIMITS.file or member.file_size > LIMITS.ratio * max(member.compress_size, 1) + 1_000_000:
        raise ValueError("its parts unpack to a suspicious size")
    return archive.read(member)


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for part in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
        owner = next(part.iterancestors(f"{W}p"), None)
        if owner is not paragraph:
            continue
        yield (part.text or "") if part.tag == f"{W}t" else "\t" if part.tag == f"{W}tab" else "\n"


def _facts(archive: zipfile.ZipFile, parser: etree.XMLParser) -> Iterator[Fact]:
    try:
        core = etree.fromstring(_member(archive, "docProps/core.xml"), parser)
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError):
        return
    for fact, tag in (("title", f"{DC}title"), ("author", f"{DC}creator")):
        value = core.findtext(tag)
        if value and value.strip():
            yield Fact(fact, value.strip(), "document properties")
