"""The tables of a book. What is filtered or sorted by is a column; the whole record stands beside it as JSON.

Tables are SQLAlchemy's, without anything peculiar to SQLite, so that another database can hold a book one day.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

TABLES = MetaData()

documents = Table(
    "documents",
    TABLES,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("sha256", String, nullable=False),
    Column("encoding", String, nullable=False),
    Column("format", String, nullable=False),
    Column("date", String),
    Column("date_from", String),
    Column("text", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("edits", Text, nullable=False),
    Column("left_out", Text, nullable=False),
    Column("captions", Text, nullable=False),
    Column("unreadable", Text, nullable=False),
    Column("replaced_by", String, index=True),
)
"""`replaced_by` is the id of the document of the same name that came later, NULL for the current one."""

claims = Table(
    "claims",
    TABLES,
    Column("id", String, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("document", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("event", String, nullable=False, index=True),
    Column("act", String),
    Column("status", String, nullable=False),
    Column("origin", String),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String),
    Column("time", String),
    Column("said", String),
    Column("body", Text, nullable=False),
)
"""`start` is where the first evidence begins, `origin` the id of whoever is credited first (NULL: nobody)."""

claim_parties = Table(
    "claim_parties",
    TABLES,
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("party", String, nullable=False),
    Column("country", String),
    Column("sector", String),
    Index("claim_parties_by_party", "party", "role", "claim_id"),
    Index("claim_parties_by_country", "country", "role", "claim_id"),
)
"""`role` is actor, recipient or source; `number` counts within the role from 0."""

matters = Table(
    "matters",
    TABLES,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("event", String, nullable=False, index=True),
    Column("verdict", String, nullable=False, index=True),
    Column("credibility", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
"""`number` is the place in the order of interest, from 0."""

matter_claims = Table(
    "matter_claims",
    TABLES,
    Column("matter_id", ForeignKey("matters.id"), primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True, index=True),
)

problems = Table(
    "problems",
    TABLES,
    Column("where", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("hint", String, nullable=False),
)

builds = Table(
    "builds",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("program", String, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("matters", Integer, nullable=False),
)
"""One row each time the matters were set. The only table with times of day: nothing of it is exported."""

migrations = Table(
    "migrations",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
)
