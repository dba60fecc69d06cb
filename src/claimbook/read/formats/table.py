"""CSV and TSV: a header line, then an article a row."""

import csv
import io
from collections.abc import Iterator

from claimbook.errors import Problem
from claimbook.read.decode import decode
from claimbook.read.limits import LIMITS
from claimbook.read.records import article
from claimbook.read.source import Fields, Packed, Source

NAME = "csv"
EXTENSIONS: tuple[str, ...] = (".csv", ".tsv")


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:
    """One article a row; rows are numbered from 1, the header not counted: `name#3`."""
    decoded = decode(data)
    if decoded is None:
        yield Problem(name, "is not text in any encoding known here", "leave it out, or save it as UTF-8")
        return
    csv.field_size_limit(LIMITS.article)
    header = decoded.text.split("\n", 1)[0]
    divider = max("\t;,", key=header.count)
    number = 0
    try:
        for number, row in enumerate(csv.DictReader(io.StringIO(decoded.text, newline=""), delimiter=divider), start=1):
            yield article(f"{name}#{number}", row, NAME, decoded.encoding, fields)
    except csv.Error as error:
        yield Problem(f"{name}#{number + 1}", f"is no row of a table ({error})", "mind the quotes")
    if not number:
        yield Problem(name, "has no rows", "give a header line and a row an article")
