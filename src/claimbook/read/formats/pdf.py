"""PDF: the text of its pages, in order, a blank line between pages; headers and footers that repeat are left out."""

import importlib
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from claimbook.errors import Problem
from claimbook.model.document import Fact, LeftOut
from claimbook.model.span import Span
from claimbook.read.limits import LIMITS
from claimbook.read.source import Fields, Packed, Source

NAME = "pdf"
EXTENSIONS: tuple[str, ...] = (".pdf",)
BREAK = "\n\n"
DIGITS = re.compile(r"\d+")


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """The one article of the file."""
    try:
        pypdf: Any = importlib.import_module("pypdf")
    except ImportError:
        yield Problem(name, "is a PDF, and nothing here reads PDF", "install pypdf, or save the text by itself")
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if pages.is_encrypted and not pages.decrypt(""):
            yield Problem(name, "is locked with a password", "save it again without one")
            return
        texts = list(_texts(pages))
        told = pages.metadata or {}
    except Exception as error:  # the library raises many kinds on broken files
        yield Problem(name, f"is a broken PDF ({type(error).__name__})", "open and save it again, or save its text")
        return
    if not any(text.strip() for text in texts):
        yield Problem(name, "holds no text: pictures of pages?", "recognise its text first (OCR)")
        return
    facts = tuple(
        Fact(fact, str(told[key]).strip(), "document properties")
        for fact, key in (("title", "/Title"), ("author", "/Author"))
        if key in told and str(told[key]).strip()
    )
    yield Source(name, BREAK.join(texts), "utf-8", NAME, left_out=tuple(_running(texts)), facts=facts)


def _texts(pages: Any) -> Iterator[str]:
    total = 0
    for page in pages.pages:
        text = str(page.extract_text()).encode("utf-8", errors="replace").decode("utf-8")
        total += len(text)
        if total > LIMITS.article:
            return
        yield text


def _running(texts: Sequence[str]) -> Iterator[LeftOut]:
    """First and last lines that stand on most pages, numbers aside, and bare page numbers."""
    if len(texts) < 2:
        return
    edges: list[tuple[Span, str]] = []
    at = 0
    for text in texts:
        lines = [(at + found.start(), found.group()) for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
        for start, line in dict.fromkeys([*lines[:2], *lines[-2:]]):
            edges.append((Span(start, start + len(line)), DIGITS.sub("#", line).strip()))
        at += len(text) + len(BREAK)
    often = Counter(form for _, form in edges)
    for span, form in edges:
        if form == "#" or (often[form] >= max(2, (len(texts) + 1) // 2) and len(form) < 100):
            yield LeftOut(span, "page header or footer")
