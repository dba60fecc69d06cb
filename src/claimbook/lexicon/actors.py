"""Who there is: states, their organs and people, blocs, armed groups, companies, outlets, read from `data/actors/`.

A new party is one row in the table of its kind. Names of states come from CLDR and `states.tsv`; organs and groups
that every state has (its foreign ministry, its troops) are made from its name and a word of `kinds.tsv`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.countries import countries, is_country
from claimbook.lexicon.load import Row, read_table
from claimbook.lexicon.names import NameIndex

_NAMED = ("id", "country", "sector", "zh", "en", "source")
NAMED_TABLES = (
    ("organs", "organ"),
    ("persons", "person"),
    ("blocs", "bloc"),
    ("armed_groups", "group"),
    ("descriptions", "group"),
    ("companies", "company"),
    ("outlets", "outlet"),
    ("treaties", "treaty"),
)
"""The tables of parties with names of their own, and the head of their mentions."""

SECTORS = frozenset(
    {"", "GOV", "MIL", "SPY", "LEG", "JRN", "CVL", "BUS", "LAB", "REB", "IGO", "NGO", "COP", "PTY", "CRM", "REF", "REL"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """A party that a name stands for. `head` as in model/mention.py; "adjective" is a state's ("Russian")."""

    id: str
    country: str | None
    sector: str | None
    head: str
    weak: bool = False
    """The name counts only in a text that names the country too."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What follows a state's name and makes an organ, a force, a side or a group of it. `id` still has {state}."""

    id: str
    sector: str | None
    head: str
    short: bool
    filler: bool = False

    def of(self, state: str) -> Known:
        """The organ or group of that state.

        >>> Kind("{people}-workers", "LAB", "people", False).of("PRK").id
        'north-korean-workers'
        """
        if not is_country(state) and self.id.startswith("{state}"):
            return Known(state, None, "IGO", "bloc")
        country = state if is_country(state) else None
        made = self.id.format(state=state, people=people_of(state))
        return Known(_same().get(made, made), country, self.sector, self.head)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A state's name of one character, the states it may mean, and where it counts; see abbreviations.tsv."""

    states: tuple[str, ...]
    strong: bool
    alone: bool
    next: str


@cache
def known_names() -> tuple[tuple[str, Known], ...]:
    """All names of parties that have names of their own."""
    return (*_state_names(), *_named())


@cache
def kinds() -> NameIndex[Kind]:
    """Words after a state's name that make an organ or group of it, in both languages."""
    return NameIndex(_kinds())


@cache
def offices() -> NameIndex[Kind]:
    """Offices (`short` is of no account there); `filler` ones only lead to a name and mean nothing alone."""
    return NameIndex(_offices())


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """One-character abbreviations of states.

    >>> abbreviations()["俄"].states
    ('RUS',)
    """
    rows = read_table("actors/abbreviations.tsv", ("char", "states", "strong", "alone", "next", "source"))
    return {
        row["char"]: Abbreviation(row.several("states"), _yes(row, "strong"), _yes(row, "alone"), row["next"])
        for row in rows
    }


@cache
def pairs() -> dict[str, tuple[str, ...]]:
    """Combined forms whose characters would not be read rightly one by one.

    >>> pairs()["印巴"]
    ('IND', 'PAK')
    """
    return {row["word"]: row.several("states") for row in read_table("actors/pairs.tsv", ("word", "states", "source"))}


@cache
def prefixes() -> dict[str, str]:
    """Verbs and prepositions of one character that take an abbreviation (援俄): to, in, from or no place.

    >>> prefixes()["访"], prefixes()["援"]
    ('to', 'no')
    """
    return {row["word"]: row["toward"] for row in _prefix_rows()}


@cache
def firm_prefixes() -> frozenset[str]:
    """Those of them after which a character needs no word of the tagger's to be a state.

    >>> "援" in firm_prefixes(), "和" in firm_prefixes()
    (True, False)
    """
    return frozenset(row["word"] for row in _prefix_rows() if _yes(row, "firm"))


def _prefix_rows() -> tuple[Row, ...]:
    return read_table("actors/prefixes.tsv", ("word", "toward", "firm", "source"))


@cache
def continuations() -> dict[str, str]:
    """Characters after which a one-character word for a side is part of a longer word.

    >>> "事" in continuations()["军"]
    True
    """
    rows = read_table("actors/continuations.tsv", ("word", "next", "source"))
    return {row["word"]: row["next"] for row in rows}


@cache
def _same() -> dict[str, str]:
    return {row["made"]: row["id"] for row in read_table("actors/same.tsv", ("made", "id", "source"))}


@cache
def people_of(state: str) -> str:
    """The nationality as the first word of an id: its first English adjective, hyphenated.

    >>> people_of("PRK"), people_of("european-union")
    ('north-korean', 'european')
    """
    if state == "european-union":
        return "european"
    for row in state_rows():
        if row["id"] == state and row.several("adjective"):
            return row.several("adjective")[0].lower().replace(" ", "-").replace(".", "")
    return countries()[state].english.lower().replace(" ", "-") if is_country(state) else state


@cache
def state_rows() -> tuple[Row, ...]:
    """`data/actors/states.tsv`."""
    return read_table("actors/states.tsv", ("id", "zh", "en", "adjective", "people", "never", "source"))


def named_rows(table: str) -> tuple[Row, ...]:
    """The rows of one of NAMED_TABLES."""
    return read_table(f"actors/{table}.tsv", _NAMED)


def _state_names() -> Iterator[tuple[str, Known]]:
    never: dict[str, tuple[str, ...]] = {}
    for row in state_rows():
        key = row["id"]
        if not is_country(key):
            raise row.wrong(f"no such country: {key!r}")
        never[key] = row.several("never")
        state = Known(key, key, None, "state")
        yield from ((name, state) for column in ("zh", "en") for name in row.several(column))
        adjective = Known(key, key, None, "adjective")
        yield from ((name, adjective) for name in row.several("adjective"))
        people = Known(f"{key}-CVL", key, "CVL", "people")
        yield from ((name, people) for name in row.several("people"))
    for key, country in countries().items():
        for name in (*country.chinese, country.english, country.english.replace("&", "and")):
            if name not in never.get(key, ()):
                yield name, Known(key, key, None, "state")


def _named() -> Iterator[tuple[str, Known]]:
    for table, head in NAMED_TABLES:
        for row in named_rows(table):
            if row["country"] and not is_country(row["country"]):
                raise row.wrong(f"no such country: {row['country']!r}")
            if row["sector"] not in SECTORS:
                raise row.wrong(f"no such sector: {row['sector']!r}")
            for name in (name for column in ("zh", "en") for name in row.several(column)):
                weak = name.endswith("?")
                if weak and not row["country"]:
                    raise row.wrong(f"{name!r} needs a country to depend on")
                known = Known(row["id"], row["country"] or None, row["sector"] or None, head, weak)
                yield name.rstrip("?"), known


def _kinds() -> Iterator[tuple[str, Kind]]:
    for row in read_table("actors/kinds.tsv", ("id", "sector", "head", "zh", "en", "short", "source")):
        kind = Kind(row["id"], row["sector"] or None, row["head"], _yes(row, "short"))
        yield from ((name, kind) for column in ("zh", "en") for name in row.several(column))


def _offices() -> Iterator[tuple[str, Kind]]:
    for row in read_table("actors/offices.tsv", ("alone", "sector", "zh", "en", "source")):
        kind = Kind(row["alone"], row["sector"] or None, "group", True, filler=not row["alone"])
        yield from ((name, kind) for column in ("zh", "en") for name in row.several(column))


def _yes(row: Row, column: str) -> bool:
    if row[column] not in ("yes", "no"):
        raise row.wrong(f"{column} must be yes or no, not {row[column]!r}")
    return row[column] == "yes"
