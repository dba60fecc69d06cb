"""5. Claims and matters to a book that is kept: one SQLite file, added to, never rewritten."""

from claimbook.book.store import Added, Book

__all__ = ["Added", "Book"]
