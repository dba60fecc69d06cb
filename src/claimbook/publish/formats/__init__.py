"""Formats a book can be written in. One module a format; the list of what is known is this tuple."""

from typing import TextIO

from claimbook.book import Book
from claimbook.errors import BadInput
from claimbook.publish.formats import csv, jsonl

FORMATS = (csv, jsonl)
WHAT = ("claims", "matters", "documents")


def export(book: Book, what: str, format_name: str, stream: TextIO) -> None:
    """Writes claims, matters or documents of a book to a stream.

    Raises:
        BadInput: the format, or what to write, is not known.
    """
    formats = {module.NAME: module for module in FORMATS}
    if format_name not in formats:
        raise BadInput(f"Unknown export {format_name!r}. Known: {', '.join(formats)}.")
    if what not in WHAT:
        raise BadInput(f"Unknown content {what!r}. Known: {', '.join(WHAT)}.")
    formats[format_name].write(book, what, stream)
