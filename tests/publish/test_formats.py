"""Exports: every format writes every kind of record, the same each time; misuse is told what is known."""

import csv
import io
from pathlib import Path

import pytest

from claimbook.book import Book
from claimbook.errors import BadInput
from claimbook.model.claim import Claim
from claimbook.model.matter import Matter
from claimbook.model.records import read_lines
from claimbook.publish.formats import FORMATS, WHAT, export
from tests.publish.making import HOSTILE, make_book, make_hostile_book


def exported(path: Path, what: str, name: str) -> str:
    """What a book gives in a format."""
    stream = io.StringIO()
    with Book.open(path, read_only=True) as book:
        export(book, what, name, stream)
    return stream.getvalue()


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("name", [module.NAME for module in FORMATS])
def test_every_format_writes_everything_the_same_each_time(tmp_path: Path, what: str, name: str) -> None:
    """Two books of the same articles give the same bytes."""
    first = exported(make_book(tmp_path / "a.book"), what, name)
    assert first and first == exported(make_book(tmp_path / "b.book"), what, name)


def test_json_lines_read_back_equal(tmp_path: Path) -> None:
    """Nothing is lost."""
    path = make_book(tmp_path / "a.book")
    with Book.open(path) as book:
        assert tuple(read_lines(exported(path, "claims", "jsonl").splitlines(), Claim, "claims")) == book.claims()
        assert tuple(read_lines(exported(path, "matters", "jsonl").splitlines(), Matter, "matters")) == book.matters()


def test_a_table_has_a_row_for_each_record(tmp_path: Path) -> None:
    """With the names of the columns first."""
    rows = list(csv.DictReader(io.StringIO(exported(make_book(tmp_path / "a.book"), "claims", "csv"))))
    assert len(rows) == 5
    assert {row["actor"] for row in rows} == {"LAO"}
    assert [row["value"] for row in rows if row["source"] == "KOR-NIS"] == ["80"]


def test_a_table_holds_no_formula(tmp_path: Path) -> None:
    """Words of an article that begin like a formula are kept as words."""
    text = exported(make_hostile_book(tmp_path / "a.book"), "matters", "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["title"] == HOSTILE
    assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@"))]


def test_an_unknown_format_is_told_the_known_ones(tmp_path: Path) -> None:
    """And so is an unknown kind of record."""
    path = make_book(tmp_path / "a.book")
    with pytest.raises(BadInput, match=r"Unknown export 'xls'\. Known: csv, jsonl"):
        exported(path, "claims", "xls")
    with pytest.raises(BadInput, match=r"Unknown content 'people'\. Known: claims, matters, documents"):
        exported(path, "people", "jsonl")


def test_every_format_of_the_folder_is_in_the_list() -> None:
    """A new module is of no use until it is there."""
    import claimbook.publish.formats as folder

    files = {file.stem for file in Path(folder.__path__[0]).glob("*.py")} - {"__init__"}
    assert files == {module.__name__.rpartition(".")[2] for module in FORMATS}
