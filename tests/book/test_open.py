"""Opening a book: what goes wrong is said in one sentence, and nothing is lost."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from claimbook.book import Book, connect, migrate
from claimbook.errors import BadBook
from tests.book.making import make_document


def make_book(path: Path) -> Path:
    """A book of one article."""
    with Book.open(path, create=True) as book:
        book.add([make_document("a.txt", "老挝派出50人")], [])
    return path


def test_no_book_is_made_unless_asked_for(tmp_path: Path) -> None:
    """A mistyped name does not make an empty book."""
    with pytest.raises(BadBook, match="no book at"):
        Book.open(tmp_path / "none.book")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"Laos will send 50", b"SQLite format 3\0 but nothing after it"])
def test_another_file_is_no_book(tmp_path: Path, content: bytes) -> None:
    """Any other file is refused and stays as it is."""
    path = tmp_path / "a.book"
    path.write_bytes(content)
    with pytest.raises(BadBook, match="not a book"):
        Book.open(path)
    assert path.read_bytes() == content


def test_another_database_is_no_book(tmp_path: Path) -> None:
    """A database of somebody else's is not touched, not even with create."""
    path = tmp_path / "bank.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE money (amount)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(BadBook, match="not a book"):
            Book.open(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    """A folder is named as one; so is a missing folder."""
    with pytest.raises(BadBook, match="is a folder"):
        Book.open(tmp_path, create=True)
    with pytest.raises(BadBook, match="no folder"):
        Book.open(tmp_path / "none" / "a.book", create=True)


def test_a_newer_book_is_left_alone(tmp_path: Path) -> None:
    """A book of a later program says so."""
    path = make_book(tmp_path / "a.book")
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO migrations VALUES (99, 'later')")
    connection.commit()
    connection.close()
    with pytest.raises(BadBook, match="newer Claimbook"):
        Book.open(path)


def test_an_older_book_is_brought_up_to_date_after_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening for writing applies what is missing once, and keeps the book as it was beside it."""
    path = make_book(tmp_path / "a.book")

    def notes(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE notes (words TEXT)"))

    monkeypatch.setattr(migrate, "MIGRATIONS", (*migrate.MIGRATIONS, notes))
    with pytest.raises(BadBook, match="older version"):
        Book.open(path, read_only=True)
    for _ in range(2):
        with Book.open(path) as book:
            assert book.documents()[0].text == "老挝派出50人"
    connection = sqlite3.connect(path)
    assert [row[0] for row in connection.execute("SELECT name FROM migrations")] == ["first_tables", "notes"]
    connection.close()
    monkeypatch.undo()
    with Book.open(f"{path}.version-1") as copy:
        assert len(copy.documents()) == 1


def test_a_book_that_is_being_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer waits, then is told; a reader is not disturbed."""
    path = make_book(tmp_path / "a.book")
    monkeypatch.setattr(connect, "WAIT_MS", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Book.open(path) as book:
        assert len(book.documents()) == 1
        with pytest.raises(BadBook, match="being written by somebody else"):
            book.add([make_document("b.txt", "x")], [])
    other.execute("ROLLBACK")
    other.close()


def test_a_book_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    """And says so."""
    path = make_book(tmp_path / "a.book")
    with Book.open(path, read_only=True) as book, pytest.raises(BadBook, match="read-only"):
        book.add([make_document("b.txt", "x")], [])


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    """Both keep everything they added."""
    path = make_book(tmp_path / "a.book")

    def write(name: str) -> None:
        with Book.open(path) as book:
            for number in range(10):
                book.add([make_document(f"{name}{number}.txt", f"老挝派出{number}人")], [])

    threads = [threading.Thread(target=write, args=(name,)) for name in ("x", "y")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Book.open(path) as book:
        assert len(book.documents()) == 21


def test_a_finished_book_is_one_file(tmp_path: Path) -> None:
    """After a build nothing lies beside the book that would have to be sent with it."""
    path = make_book(tmp_path / "a.book")
    with Book.open(path) as book:
        book.set_matters([])
    assert [file.name for file in tmp_path.iterdir()] == ["a.book"]
