"""One article explained for the terminal: what was taken from where, what was left out, what was repaired.

Lines are counted in the text as it came, from 1, since that is what an editor shows.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimbook.model.document import Document
from claimbook.model.span import Span

EXCERPT = 46
TAG = re.compile(r"^[^<>]{0,300}>|<[^<>]{0,1000}>|<[^<>]*$")
EXAMPLES = 3


def explain(document: Document, whole: bool = False) -> RenderableType:
    """What the reading stage did with one document; `whole` adds the article as it is read, with repairs marked.

    >>> from rich.console import Console
    >>> from claimbook.read import read_bytes
    >>> document = read_bytes("老挝派出50人。\\n相关推荐\\n降雪".encode(), "laos.txt")
    >>> console = Console(width=100, record=True, file=open("/dev/null", "w"))
    >>> console.print(explain(document))
    >>> "other headlines" in console.export_text()
    True
    """
    return Group(*_parts(document, whole))


def _parts(document: Document, whole: bool) -> Iterator[RenderableType]:
    lines = _Lines(document.text)
    yield _head(document)
    if document.facts:
        table = _table("Known about it", "fact", "value", "found")
        for fact in document.facts:
            table.add_row(fact.name, escape(fact.value), escape(fact.where))
        yield table
    if document.reading.left_out:
        table = _table("Left out", "lines", "characters", "as", "begins")
        for stretch in document.reading.left_out:
            table.add_row(
                lines.of(stretch.source), f"{len(stretch.source):,}", stretch.reason, _excerpt(document, stretch.source)
            )
        yield table
    yield from _repairs(document, lines)
    if document.reading.captions:
        table = _table("Captions", "lines", "says")
        for caption in document.reading.captions:
            table.add_row(
                lines.of(document.reading.to_source(caption)), escape(_short(caption.of(document.reading.text)))
            )
        yield table
    if whole:
        yield Text("\nThe article as it is read", style="bold")
        yield Padding(_marked(document), (0, 2))


def _head(document: Document) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    reading = document.reading
    out = sum(len(stretch.source) for stretch in reading.left_out)
    changed = sum(len(edit.source) for edit in reading.edits)
    rows = (
        ("document", f"[bold]{escape(document.name)}[/bold]"),
        ("read as", f"{document.format}, {document.encoding}"),
        ("date", f"{document.date or 'unknown'}" + (f"  ({escape(document.date_from)})" if document.date_from else "")),
        (
            "characters",
            f"{len(document.text):,} as it came: {len(reading.text):,} read, {out:,} left out, {changed:,} in edits",
        ),
        ("id", document.id),
    )
    for name, value in rows:
        table.add_row(f"[dim]{name}[/dim]", value)
    return table


def _repairs(document: Document, lines: "_Lines") -> Iterator[RenderableType]:
    edits = [edit for edit in document.reading.edits if len(edit.source)]
    if not edits:
        return
    table = _table("Changed while reading", "kind", "places", "sure", "examples (line: as it came → as it is read)")
    for kind, count in Counter(edit.kind for edit in edits).most_common():
        of_kind = [edit for edit in edits if edit.kind == kind]
        unsure = sum(not edit.sure for edit in of_kind)
        examples = "\n".join(
            f"{lines.number(edit.source.start)}: {_shown(edit.source.of(document.text))} → {_shown(edit.replacement)}"
            for edit in of_kind[:EXAMPLES]
        )
        table.add_row(kind, f"{count:,}", "yes" if not unsure else f"{unsure:,} not", examples)
    yield table
    if document.reading.unreadable:
        table = _table("Unreadable places: figures that touch them are marked", "lines", "as it came", "as it is read")
        for span in document.reading.unreadable:
            source = document.reading.to_source(span)
            around = Span(max(span.start - 8, 0), min(span.end + 8, len(document.reading.text)))
            table.add_row(lines.of(source), _shown(source.of(document.text)), _shown(around.of(document.reading.text)))
        yield table


def _marked(document: Document) -> Text:
    """The reading, captions slanted, repaired places underlined, unreadable ones reversed."""
    reading = document.reading
    text = Text(reading.text)
    for caption in reading.captions:
        text.stylize("italic dim", caption.start, caption.end)
    for edit in reading.edits:
        if edit.kind in ("markup", "entity", "white space") or not edit.replacement:
            continue
        place = reading.map.to_reading(edit.source) if hasattr(reading.map, "to_reading") else None
        if place:
            text.stylize("underline", place.start, place.end)
    for span in reading.unreadable:
        text.stylize("reverse red", span.start, span.end)
    return text


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2))
    for name in columns:
        table.add_column(
            name, style="dim" if name in ("lines", "found", "sure") else "", header_style="dim", overflow="fold"
        )
    return table


class _Lines:
    """Line numbers of positions."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def number(self, position: int) -> int:
        return bisect_right(self.starts, position)

    def of(self, span: Span) -> str:
        first, last = self.number(span.start), self.number(max(span.end - 1, span.start))
        return str(first) if first == last else f"{first}-{last}"


def _excerpt(document: Document, span: Span) -> str:
    words = span.of(document.text[: span.start + 2000])
    return escape(_short(TAG.sub(" ", words) if document.format == "html" else words))


def _short(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= EXCERPT else one[: EXCERPT - 1] + "…"


def _shown(words: str) -> str:
    return escape(_short(words.replace("\n", "⏎"))) if words else "[dim]nothing[/dim]"
