"""Opening the file of a book, and one sentence for each way in which that fails.

SQLite in WAL mode: others read while one writes. Every write begins with BEGIN IMMEDIATE, because a transaction
that reads first and wants to write later fails at once when another has written meanwhile, whatever the timeout.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from claimbook.book import migrate
from claimbook.errors import BadBook

APPLICATION = 0x436C6D42
"""SQLite's application_id of a book: "ClmB"."""

WAIT_MS = 10_000
"""How long a writer waits for another one."""


def connect(path: Path, *, create: bool, read_only: bool) -> Engine:
    """The book at `path`, made or brought up to date where that is asked for.

    Raises:
        BadBook: there is none, it is none, it is of a newer version, locked, or cannot be written.
    """
    create = create and not read_only
    _check_file(path, create)
    with speaking(path):
        _check_owner(path, create)
        engine = _engine(path, "ro" if read_only else "rwc")
        if read_only:
            engine = _readable(engine, path)
        with reading(engine) as connection:
            found = migrate.version(connection)
    latest = len(migrate.MIGRATIONS)
    if found > latest:
        raise BadBook(f"{path} was written by a newer Claimbook (version {found} of books, {latest} here): update it.")
    if found < latest and read_only:
        raise BadBook(f"{path} is of an older version ({found} of {latest}): open it once for writing to update it.")
    if found < latest:
        with speaking(path):
            _bring_up_to_date(engine, path, found)
    return engine


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn the database's own errors into a BadBook of one sentence."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(getattr(error, "orig", None) or error)
        raise BadBook(f"{path} {_in_words(said)}") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the book throughout."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the right to write from its first moment; all of it is kept, or nothing."""
    with engine.connect().execution_options(claimbook_writes=True) as connection, connection.begin():
        yield connection


def checkpoint(engine: Engine) -> None:
    """Move what was written into the book's own file, so that the file alone can be copied and sent."""
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise BadBook(f"{path} is a folder, not a book.")
    if not path.exists() and not create:
        raise BadBook(f"There is no book at {path}: `claimbook build` makes one.")
    if not path.exists() and not path.parent.is_dir():
        raise BadBook(f"There is no folder {path.parent} to make a book in.")
    if path.exists():
        try:
            with path.open("rb") as file:
                head = file.read(16)
        except OSError as error:
            raise BadBook(f"{path} cannot be read: {error.strerror}.") from error
        if head != b"SQLite format 3\0" and not (create and not head):
            raise BadBook(f"{path} is not a book.")


def _check_owner(path: Path, create: bool) -> None:
    """A database of somebody else's is refused before anything is set in it."""
    if not path.exists():
        return
    with closing(sqlite3.connect(_address(path, "ro"), uri=True)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != APPLICATION and not (create and empty):
        raise BadBook(f"{path} is a database, but not a book.")


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _engine(path: Path, mode: str) -> Engine:
    def dial() -> sqlite3.Connection:
        # isolation_level=None: the transactions are ours, begun below, not the driver's.
        return sqlite3.connect(_address(path, mode), uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=dial, pool_size=4)

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
        cursor.execute("PRAGMA foreign_keys = ON")
        if mode == "rwc":
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.execute("PRAGMA journal_size_limit = 67108864")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("claimbook_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _readable(engine: Engine, path: Path) -> Engine:
    """The same engine, or one that writes nothing at all beside the file: needed in a folder nobody may write to."""
    try:
        with reading(engine) as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DBAPIError:
        if Path(f"{path}-wal").exists():
            raise
        engine.dispose()
        return _engine(path, "ro&immutable=1")
    return engine


def _bring_up_to_date(engine: Engine, path: Path, found: int) -> None:
    if found:
        checkpoint(engine)
        shutil.copy2(path, f"{path}.version-{found}")
    with writing(engine) as connection:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
        migrate.migrate(connection)


def _in_words(said: str) -> str:
    for words, sentence in (
        ("locked", "is being written by somebody else: try again when that is done."),
        ("readonly", "cannot be written: the file or its folder is read-only."),
        ("read-only", "cannot be written: the file or its folder is read-only."),
        ("full", "cannot be written: the disk is full; nothing of this run was kept."),
        ("not a database", "is not a book."),
        ("malformed", "is damaged: take the last copy, or build it anew from the articles."),
        ("unable to open", "cannot be opened: may this user read and write it and its folder?"),
        ("interrupted", "was interrupted; nothing of this run was kept."),
    ):
        if words in said:
            return sentence
    return f"cannot be used: {said}."
