"""Data files to rows: TSV with a header line, YAML. Every complaint names file and line.

A table opens with comment lines (`#`) that say what each column means; then a header line, then rows.
Empty cells are empty strings. Nothing else is quoted or escaped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from claimbook.errors import BadVocabulary

DATA: Traversable = files("claimbook") / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: cells by column name, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The cell as a list: parts divided by `|`.

        >>> Row("t.tsv", 2, {"names": "俄|俄罗斯"}).several("names")
        ('俄', '俄罗斯')
        """
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def wrong(self, what: str) -> BadVocabulary:
        """An error that names this row."""
        return BadVocabulary.at(self.file, self.line, what)


def read_table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of `data/<name>`, whose header must be exactly `columns`.

    Raises:
        BadVocabulary: the header differs, or a row has too few or too many cells.
    """
    return tuple(parse_table((DATA / name).read_text(encoding="utf-8"), f"data/{name}", columns))


def parse_table(text: str, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Rows of a table given as text; see `read_table`.

    >>> [row["value"] for row in parse_table("# a comment\\nword\\tvalue\\n万\\t10000\\n", "n.tsv", ("word", "value"))]
    ['10000']
    """
    header_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header_seen:
            if tuple(cells) != columns:
                raise BadVocabulary.at(file, number, f"columns are {cells}, expected {list(columns)}")
            header_seen = True
            continue
        if len(cells) != len(columns):
            raise BadVocabulary.at(file, number, f"{len(cells)} cells, expected {len(columns)}: {line!r}")
        yield Row(file, number, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


@cache
def read_yaml(name: str) -> Any:
    """`data/<name>` as plain dicts and lists.

    Raises:
        BadVocabulary: it is no YAML.
    """
    try:
        return yaml.load(
            (DATA / name).read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except yaml.YAMLError as error:
        raise BadVocabulary(f"data/{name}: {error}") from error
