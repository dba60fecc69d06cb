"""The matter record: one thing in the world that several claims speak of, and what is known of it."""

from dataclasses import dataclass
from enum import StrEnum

from claimbook.model.claim import Bound, Event, Item, Party, Status


class Verdict(StrEnum):
    """How the accounts of a matter stand to each other; the first that applies."""

    CONTESTED = "contested"
    REVISED = "revised"
    CONFIRMED_BY_PARTY = "confirmed_by_party"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single_source"
    UNSOURCED = "unsourced"


class Flag(StrEnum):
    """What else a reader must know; all that apply."""

    UNCONFIRMED_BY_PARTY = "unconfirmed_by_party"
    DENIED_BY_PARTY = "denied_by_party"
    SUM_MISMATCH = "sum_mismatch"
    CIRCULAR = "circular"
    DAMAGED_TEXT = "damaged_text"


class Relation(StrEnum):
    """How two claims stand to each other."""

    SAME = "same"
    REVISION = "revision"
    SCOPE = "scope"
    PART_OF = "part_of"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity without its words: what an account comes to."""

    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one matter that go back to one origin."""

    origin: Party
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    quantity: Figure | None
    status: Status
    said: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """How one claim stands to another, in one word and in one sentence. `to` may lie in another matter."""

    source: str
    target: str
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing in the world. Field meanings and verdict rules: docs/records.md."""

    id: str
    title: str
    event: Event
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    item: Item | None
    claims: tuple[str, ...]
    accounts: tuple[Account, ...]
    independent_sources: int
    verdict: Verdict
    flags: tuple[Flag, ...]
    low: float | None
    best: float | None
    high: float | None
    credibility: int
    why: tuple[str, ...]
    links: tuple[Link, ...]
