"""CSV for spreadsheets: one row a claim, matter or document, several values in a cell divided by "; ".

Leaves out what has no place in a cell (reasons, links, further evidence): JSON Lines has all. A cell that a
spreadsheet would take for a formula gets an apostrophe before it, because its words come from articles.
"""

import csv
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from claimbook.book import Book
from claimbook.model.claim import Claim, Party
from claimbook.model.document import Document
from claimbook.model.matter import Matter

NAME = "csv"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(book: Book, what: str, stream: TextIO) -> None:
    """Writes `what` (claims, matters or documents) of a book, a line with the names of the columns first."""
    records: dict[str, tuple[Callable[[], Iterable[Any]], Callable[[Any], dict[str, Any]], tuple[str, ...]]] = {
        "claims": (book.claims, claim_row, CLAIM),
        "matters": (book.matters, matter_row, MATTER),
        "documents": (book.documents, document_row, DOCUMENT),
    }
    find, row, columns = records[what]
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row(record).items()} for record in find())


CLAIM = (
    "id", "document", "event", "act", "status", "actor", "recipient", "item_kind", "item", "value", "low", "high",
    "bound", "unit", "figure_words", "time", "said", "place", "source", "stance", "start", "end", "quote",
    "marks",
)  # fmt: skip
MATTER = (
    "id", "title", "event", "actor", "recipient", "verdict", "flags", "credibility", "independent_sources", "articles",
    "claims", "low", "best", "high", "origins", "why",
)  # fmt: skip
DOCUMENT = ("id", "document", "title", "outlet", "author", "date", "date_from", "url", "format", "encoding", "sha256")


def cell(value: Any) -> str:
    """A value as it stands in a cell.

    >>> cell("=HYPERLINK()"), cell(-5), cell(12000.0), cell(("LAO", "RUS")), cell(None)
    ("'=HYPERLINK()", '-5', '12000', 'LAO; RUS', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim on one line: its first evidence, whoever said it first."""
    item, quantity, first, evidence = claim.item, claim.quantity, claim.attribution[:1], claim.evidence[0]
    return {
        "id": claim.id,
        "document": claim.document,
        "event": claim.event,
        "act": claim.act,
        "status": claim.status,
        "actor": _ids(claim.actor),
        "recipient": _ids(claim.recipient),
        "item_kind": item.kind if item else None,
        "item": item.text if item else None,
        "value": quantity.value if quantity else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "bound": quantity.bound if quantity else None,
        "unit": quantity.unit if quantity else None,
        "figure_words": quantity.text if quantity else None,
        "time": claim.time.edtf,
        "said": claim.said.edtf if claim.said else None,
        "place": tuple(place.id for place in claim.place),
        "source": first[0].source.id if first else None,
        "stance": first[0].stance if first else None,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "marks": claim.marks,
    }


def matter_row(matter: Matter) -> dict[str, Any]:
    """A matter on one line."""
    return {
        "id": matter.id,
        "title": matter.title,
        "event": matter.event,
        "actor": _ids(matter.actor),
        "recipient": _ids(matter.recipient),
        "verdict": matter.verdict,
        "flags": matter.flags,
        "credibility": matter.credibility,
        "independent_sources": matter.independent_sources,
        "articles": tuple(sorted({name for account in matter.accounts for name in account.documents})),
        "claims": len(matter.claims),
        "low": matter.low,
        "best": matter.best,
        "high": matter.high,
        "origins": tuple(dict.fromkeys(account.origin.id for account in matter.accounts)),
        "why": matter.why,
    }


def document_row(document: Document) -> dict[str, Any]:
    """A document on one line."""
    return {
        "id": document.id,
        "document": document.name,
        "title": document.fact("title"),
        "outlet": document.fact("outlet"),
        "author": document.fact("author"),
        "date": document.date,
        "date_from": document.date_from,
        "url": document.fact("url"),
        "format": document.format,
        "encoding": document.encoding,
        "sha256": document.sha256,
    }


def _ids(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.id for party in parties)
