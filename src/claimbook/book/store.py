"""The book: documents, the claims made of them, and the matters the claims come to.

    with Book.open("news.book", create=True) as book:
        book.add(documents, claims, problems)
        book.set_matters(reconcile(book.claims(), book.documents()))

Adding is idempotent, because ids are hashes of content. Documents and claims are added and replaced, never deleted
by a change of the articles; matters are derived and may be set anew at any time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Column, Connection, Engine, Select, Table, delete, func, insert, or_, select, update

from claimbook.book import pins, rows
from claimbook.book.connect import checkpoint, connect, reading, speaking, writing
from claimbook.book.order import interest
from claimbook.book.schema import builds, claim_parties, claims, documents, matter_claims, matters, problems
from claimbook.errors import BadInput, Problem
from claimbook.model.claim import Claim
from claimbook.model.document import Document
from claimbook.model.matter import Matter

CHUNK = 500
"""Ids asked for in one statement; SQLite takes at most 32,766 values."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed. All zero when the same articles are added again."""

    documents: int = 0
    replaced: int = 0
    claims: int = 0
    problems: int = 0

    def __bool__(self) -> bool:
        return bool(self.documents or self.replaced or self.claims or self.problems)


class Book:
    """A book that is open. Use it as a context manager; several processes may read while one writes."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, location: str | Path, *, create: bool = False, read_only: bool = False) -> "Book":
        """The book at `location`; with `create` a new one where there is none.

        Raises:
            BadBook: with one sentence that says what is the matter with the file.
        """
        path = Path(location)
        return cls(path, connect(path, create=create, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # Adding

    def add(self, added: Iterable[Document], found: Iterable[Claim], met: Iterable[Problem] = ()) -> Added:
        """Take in documents, the claims made of them and the problems met, all or nothing.

        A document whose name the book knows with another text replaces that one, whose claims are then no longer
        current. The claims of a document are afterwards those given here. Problems met with a file before are
        forgotten when the file is added again.

        Raises:
            BadInput: a claim belongs to no document, here or in the book.
        """
        new_documents = {document.id: document for document in added}
        new_claims = {claim.id: claim for claim in found}
        new_problems = {(problem.where, problem.what): problem for problem in met}
        with speaking(self.path), writing(self._engine) as connection:
            return Added(
                *_add_documents(connection, tuple(new_documents.values())),
                claims=_add_claims(connection, tuple(new_claims.values()), tuple(new_documents)),
                problems=_add_problems(
                    connection, tuple(new_problems.values()), [document.name for document in new_documents.values()]
                ),
            )

    def set_matters(self, found: Iterable[Matter]) -> None:
        """Put these matters in the place of those the book has: the end of a build."""
        ordered = sorted({matter.id: matter for matter in found}.values(), key=interest)
        made = [rows.matter_row(matter, number) for number, matter in enumerate(ordered)]
        with speaking(self.path):
            with writing(self._engine) as connection:
                if _same_rows(connection, matters, made):
                    return
                members = [
                    {"matter_id": matter.id, "claim_id": claim}
                    for matter in ordered
                    for claim in sorted(set(matter.claims))
                ]
                if unknown := _unknown(connection, claims, {row["claim_id"] for row in members}):
                    raise BadInput(f"A matter speaks of claim {unknown[0]!r}, which is not in {self.path}.")
                connection.execute(delete(matter_claims))
                connection.execute(delete(matters))
                _insert(connection, matters, made)
                _insert(connection, matter_claims, members)
                connection.execute(insert(builds).values(**_build(connection)))
            checkpoint(self._engine)

    # Asking

    def documents(self, *, replaced: bool = False) -> tuple[Document, ...]:
        """The current documents by name; with `replaced` also those that a later one took the place of."""
        query = select(documents).order_by(documents.c.name, documents.c.id)
        return tuple(map(rows.document, self._rows(query if replaced else query.where(_CURRENT))))

    def document(self, identifier: str) -> Document | None:
        """The document of that id, current or replaced."""
        return next(map(rows.document, self._rows(select(documents).where(documents.c.id == identifier))), None)

    def claims(self) -> tuple[Claim, ...]:
        """The claims of current documents: by document, then by where they stand in it."""
        return tuple(rows.record(row["body"], Claim) for row in self._rows(_CURRENT_CLAIMS))

    def claim(self, identifier: str) -> Claim | None:
        """The claim of that id, current or not."""
        found = self._rows(select(claims.c.body).where(claims.c.id == identifier))
        return next((rows.record(row["body"], Claim) for row in found), None)

    def matters(self) -> tuple[Matter, ...]:
        """The matters, what a reader should see first at the top: see `claimbook.book.order`."""
        return tuple(rows.record(row["body"], Matter) for row in self._rows(select(matters).order_by(matters.c.number)))

    def matter(self, identifier: str) -> Matter | None:
        """The matter of that id."""
        found = self._rows(select(matters.c.body).where(matters.c.id == identifier))
        return next((rows.record(row["body"], Matter) for row in found), None)

    def problems(self) -> tuple[Problem, ...]:
        """The articles that could not be read or only in part, and why."""
        query = select(problems).order_by(problems.c.where, problems.c.what)
        return tuple(Problem(row["where"], row["what"], row["hint"]) for row in self._rows(query))

    def find(self, prefix: str) -> Claim | Matter | Document:
        """Whatever has an id that begins so, or the document of that name.

        Raises:
            BadInput: nothing has, or more than one thing; then some of them are named.
        """
        wanted = prefix.strip()
        if not wanted:
            raise BadInput("Give the id of a matter, a claim or an article, or the first characters of one.")
        found: list[Claim | Matter | Document] = []
        in_matters = select(matters.c.body).where(_begins(matters, wanted)).order_by(matters.c.id).limit(9)
        found += [rows.record(row["body"], Matter) for row in self._rows(in_matters)]
        in_claims = select(claims.c.body).where(_begins(claims, wanted)).order_by(claims.c.id).limit(9)
        found += [rows.record(row["body"], Claim) for row in self._rows(in_claims)]
        named = select(documents).where(or_(_begins(documents, wanted), documents.c.name == wanted))
        found += map(rows.document, self._rows(named.where(_CURRENT).order_by(documents.c.id).limit(9)))
        exact = [one for one in found if one.id == wanted]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found:
            raise BadInput(f"Nothing in {self.path} has an id that begins with {wanted!r}.")
        names = ", ".join(f"{type(one).__name__.lower()} {one.id}" for one in found[:8])
        more = ", …" if len(found) > 8 else ""
        raise BadInput(f"{wanted!r} is the beginning of several ids: {names}{more}. Give one more character.")

    def check_pins(self) -> tuple[Problem, ...]:
        """One problem for each text or quote that is not what it was when it was read; none when all pins hold."""
        wrong: list[Problem] = []
        with speaking(self.path), reading(self._engine) as connection:
            texts = select(documents.c.id, documents.c.name, documents.c.text, documents.c.sha256)
            for key, name, text, sha256 in connection.execute(texts.order_by(documents.c.name, documents.c.id)):
                bodies = connection.scalars(
                    select(claims.c.body).where(claims.c.document_id == key).order_by(claims.c.start, claims.c.id)
                )
                wrong += pins.altered(name, text, sha256)
                wrong += pins.loose(text, [rows.record(body, Claim) for body in bodies])
        return tuple(wrong)

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with speaking(self.path), reading(self._engine) as connection:
            return connection.execute(query).mappings().all()


_CURRENT = documents.c.replaced_by.is_(None)
_CURRENT_CLAIMS = (
    select(claims.c.body)
    .join(documents, documents.c.id == claims.c.document_id)
    .where(_CURRENT)
    .order_by(documents.c.name, documents.c.id, claims.c.start, claims.c.id)
)


def _add_documents(connection: Connection, added: Sequence[Document]) -> tuple[int, int]:
    """How many were new or changed, how many of the book's own they replaced."""
    new = replaced = 0
    for document in added:
        row = rows.document_row(document)
        before = connection.execute(select(documents).where(documents.c.id == document.id)).mappings().first()
        if before is None:
            connection.execute(insert(documents).values(**row))
        elif dict(before) != row:
            connection.execute(update(documents).where(documents.c.id == document.id).values(**row))
        new += before is None or dict(before) != row
        older = (documents.c.name == document.name) & (documents.c.id != document.id) & _CURRENT
        replaced += connection.execute(update(documents).where(older).values(replaced_by=document.id)).rowcount
    return new, replaced


def _add_claims(connection: Connection, found: Sequence[Claim], of: Sequence[str]) -> int:
    """How many claims came or went."""
    if unknown := _unknown(connection, documents, {claim.document_id for claim in found}):
        lost = next(claim for claim in found if claim.document_id == unknown[0])
        raise BadInput(f"Claim {lost.id!r} is of {lost.document!r}, which is not in the book: add both at once.")
    known = _known(connection, claims, claims.c.document_id, of)
    wanted = {claim.id: claim for claim in found}
    gone = sorted(known - wanted.keys())
    for part in _parts(gone):
        connection.execute(delete(matter_claims).where(matter_claims.c.claim_id.in_(part)))
        connection.execute(delete(claim_parties).where(claim_parties.c.claim_id.in_(part)))
        connection.execute(delete(claims).where(claims.c.id.in_(part)))
    already = _known(connection, claims, claims.c.id, sorted(wanted))
    new = [wanted[key] for key in sorted(wanted.keys() - already)]
    _insert(connection, claims, [rows.claim_row(claim) for claim in new])
    _insert(connection, claim_parties, [row for claim in new for row in rows.party_rows(claim)])
    return len(new) + len(gone)


def _add_problems(connection: Connection, met: Sequence[Problem], names: Sequence[str]) -> int:
    """How many problems came or went."""
    where = sorted({*names, *(problem.where for problem in met)})
    before: set[tuple[str, str]] = set()
    for part in _parts(where):
        query = select(problems.c.where, problems.c.what).where(problems.c.where.in_(part))
        before |= {(row[0], row[1]) for row in connection.execute(query)}
    now = {(problem.where, problem.what): problem for problem in met}
    for gone in sorted(before - now.keys()):
        connection.execute(delete(problems).where(problems.c.where == gone[0], problems.c.what == gone[1]))
    new = [now[key] for key in sorted(now.keys() - before)]
    _insert(connection, problems, [{"where": one.where, "what": one.what, "hint": one.hint} for one in new])
    return len(before - now.keys()) + len(new)


def _build(connection: Connection) -> dict[str, Any]:
    def count(table: Table) -> int:
        return connection.scalar(select(func.count()).select_from(table)) or 0

    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "program": version("claimbook"),
        "documents": count(documents),
        "claims": count(claims),
        "matters": count(matters),
    }


def _same_rows(connection: Connection, table: Table, wanted: Sequence[dict[str, Any]]) -> bool:
    have = connection.execute(select(table).order_by(table.c.number)).mappings().all()
    return bool(wanted) and [dict(row) for row in have] == list(wanted)


def _unknown(connection: Connection, table: Table, ids: set[str]) -> list[str]:
    return sorted(ids - _known(connection, table, table.c.id, sorted(ids)))


def _known(connection: Connection, table: Table, column: Column[Any], values: Sequence[str]) -> set[str]:
    """The ids of the rows that have one of the values."""
    known: set[str] = set()
    for part in _parts(values):
        known.update(connection.scalars(select(table.c.id).where(column.in_(part))))
    return known


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


def _insert(connection: Connection, table: Table, made: Sequence[dict[str, Any]]) -> None:
    if made:
        connection.execute(insert(table), made)


def _begins(table: Table, wanted: str) -> Any:
    return table.c.id.startswith(wanted, autoescape=True)
