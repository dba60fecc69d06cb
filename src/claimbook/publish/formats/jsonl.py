"""JSON Lines: one record a line, UTF-8. Loses nothing; claims and matters read back equal."""

from collections.abc import Iterator
from typing import Any, TextIO

from claimbook.book import Book
from claimbook.extract.scene import Scene
from claimbook.model.document import Document
from claimbook.model.mention import Mention, PartyMention, PlaceMention, QuantityMention, TimeMention
from claimbook.model.records import to_json, to_plain

NAME = "jsonl"


def write(book: Book, what: str, stream: TextIO) -> None:
    """Writes `what` (claims, matters or documents) of a book."""
    lines = {
        "claims": lambda: map(to_json, book.claims()),
        "matters": lambda: map(to_json, book.matters()),
        "documents": lambda: map(document_line, book.documents()),
    }[what]()
    stream.writelines(line + "\n" for line in lines)


def document_line(document: Document) -> str:
    """A document as one line: its text as decoded and as read, what was changed and left out, what is known of it."""
    reading = document.reading
    return to_json(
        {
            "document": document.name,
            "id": document.id,
            "format": document.format,
            "encoding": document.encoding,
            "sha256": document.sha256,
            "date": document.date,
            "date_from": document.date_from,
            "facts": to_plain(document.facts),
            "text": document.text,
            "reading": reading.text,
            "edits": to_plain(reading.edits),
            "left_out": to_plain(reading.left_out),
            "unreadable": [to_plain(reading.to_source(span)) for span in reading.unreadable],
        }
    )


def mention_lines(scene: Scene) -> Iterator[str]:
    """The mentions of a document in order of its text, positions in the text as decoded."""
    mentions: list[Mention] = [*scene.quantities, *scene.times, *scene.parties, *scene.places]
    for mention in sorted(mentions, key=lambda found: (found.span, type(found).__name__)):
        yield to_json(_mention(scene, mention))


def _mention(scene: Scene, mention: Mention) -> dict[str, Any]:
    document = scene.analysis.document
    source = document.reading.to_source(mention.span)
    plain: dict[str, Any] = {
        "document": document.name,
        "type": _TYPES[type(mention)],
        "start": source.start,
        "end": source.end,
        "text": source.of(document.text),
    }
    if isinstance(mention, PartyMention):
        return {**plain, "parties": to_plain(mention.parties), "head": mention.head, "rule": mention.rule}
    value = to_plain(mention.value)
    value.pop("text", None)
    return {**plain, **value, "rule": mention.rule}


_TYPES = {QuantityMention: "quantity", TimeMention: "time", PartyMention: "party", PlaceMention: "place"}
