"""Numbered changes to the tables of a book, each applied once and recorded.

A released migration is never edited: a new one is added below it.
"""

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select

from claimbook.book import schema


def first_tables(connection: Connection) -> None:
    """The tables of the first release."""
    schema.TABLES.create_all(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (first_tables,)
"""In order; a book's version is the number of those applied to it."""


def version(connection: Connection) -> int:
    """How many migrations the book has seen; 0 for an empty file."""
    if not inspect(connection).has_table(schema.migrations.name):
        return 0
    return max(connection.scalars(select(schema.migrations.c.number)), default=0)


def migrate(connection: Connection) -> int:
    """Apply what is missing, in the caller's transaction; gives how many that were."""
    applied = version(connection)
    for number, change in enumerate(MIGRATIONS[applied:], start=applied + 1):
        change(connection)
        connection.execute(insert(schema.migrations).values(number=number, name=change.__name__))
    return len(MIGRATIONS) - applied
