"""Records to rows of the book and back. A record read back equals the one written, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from claimbook.model.claim import Claim
from claimbook.model.document import Document, Edit, Fact, LeftOut
from claimbook.model.matter import Matter
from claimbook.model.records import Record, from_json, to_json
from claimbook.model.span import Span
from claimbook.read.offsets import build_reading

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    """A document as a row: of its reading, what is needed to build it again."""
    reading = document.reading
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "format": document.format,
        "date": document.date,
        "date_from": document.date_from,
        "text": document.text,
        "facts": _json([[fact.name, fact.value, fact.where] for fact in document.facts]),
        "edits": _json([[*_ends(edit.source), edit.replacement, edit.kind, edit.sure] for edit in reading.edits]),
        "left_out": _json([[*_ends(stretch.source), stretch.reason] for stretch in reading.left_out]),
        "captions": _json([_ends(caption) for caption in reading.captions]),
        "unreadable": _json([_ends(span) for span in reading.unreadable]),
        "replaced_by": None,
    }


def document(row: RowMapping | Mapping[str, Any]) -> Document:
    """The document of a row, its reading built again."""
    text = row["text"]
    edits = [Edit(Span(start, end), new, kind, sure) for start, end, new, kind, sure in _plain(row["edits"])]
    left_out = [LeftOut(Span(start, end), reason) for start, end, reason in _plain(row["left_out"])]
    captions = [Span(start, end) for start, end in _plain(row["captions"])]
    return Document(
        id=row["id"],
        name=row["name"],
        text=text,
        sha256=row["sha256"],
        encoding=row["encoding"],
        format=row["format"],
        reading=build_reading(text, edits, left_out, captions),
        facts=tuple(Fact(name, value, where) for name, value, where in _plain(row["facts"])),
        date=row["date"],
        date_from=row["date_from"],
    )


def claim_row(claim: Claim) -> Row:
    """A claim as a row: what is filtered by, and the whole record."""
    quantity = claim.quantity
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "document": claim.document,
        "start": claim.span.start,
        "event": str(claim.event),
        "act": str(claim.act) if claim.act else None,
        "status": str(claim.status),
        "origin": claim.attribution[0].source.id if claim.attribution else None,
        "value": quantity.value if quantity else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else None,
        "time": claim.time.edtf,
        "said": claim.said.edtf if claim.said else None,
        "body": to_json(claim),
    }


def party_rows(claim: Claim) -> Iterator[Row]:
    """Who stands in which role of a claim."""
    sources = tuple(credit.source for credit in claim.attribution)
    for role, parties in (("actor", claim.actor), ("recipient", claim.recipient), ("source", sources)):
        for number, party in enumerate(parties):
            yield {
                "claim_id": claim.id,
                "role": role,
                "number": number,
                "party": party.id,
                "country": party.country,
                "sector": party.sector,
            }


def matter_row(matter: Matter, number: int) -> Row:
    """A matter as a row, `number` being its place in the order of interest."""
    return {
        "id": matter.id,
        "number": number,
        "title": matter.title,
        "event": str(matter.event),
        "verdict": str(matter.verdict),
        "credibility": matter.credibility,
        "documents": len(documents_of(matter)),
        "independent_sources": matter.independent_sources,
        "body": to_json(matter),
    }


def documents_of(matter: Matter) -> tuple[str, ...]:
    """The articles that speak of a matter, in order, each once."""
    return tuple(sorted({name for account in matter.accounts for name in account.documents}))


def record(body: str, kind: type[Record]) -> Record:
    """A record from the JSON it was kept as."""
    return from_json(body, kind)


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _json(plain: Any) -> str:
    return msgspec.json.encode(plain).decode("utf-8")


def _plain(text: str) -> Any:
    return msgspec.json.decode(text)
