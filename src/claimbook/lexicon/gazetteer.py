"""Where there is: cities, regions, battlefields, seas, facilities, read from `data/places/`.

A place knows what it lies in, up to its state: Sudzha in kursk in RUS. A new place is one row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.countries import countries, is_country
from claimbook.lexicon.load import DATA, Row, read_table

_OTHER_TABLES = frozenset({"acting.tsv", "directions.tsv", "metonyms.tsv"})
_COLUMNS = ("id", "country", "within", "zh", "en", "source")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name stands for; `stands_for` is the state whose seat of power it is, None for most."""

    id: str
    country: str | None
    stands_for: str | None = None
    weak: bool = False
    """The name counts only in a text that names the country too."""


@cache
def place_tables() -> tuple[str, ...]:
    """The tables of places, by name."""
    return tuple(sorted(file.name for file in (DATA / "places").iterdir() if file.name.endswith(".tsv")))


@cache
def place_rows() -> dict[str, Row]:
    """The rows of all tables of places by id.

    Raises:
        BadVocabulary: an id twice, an unknown country, or a place within one that has no row.
    """
    rows: dict[str, Row] = {}
    for table in place_tables():
        if table in _OTHER_TABLES:
            continue
        for row in read_table(f"places/{table}", _COLUMNS):
            if row["id"] in rows:
                raise row.wrong(f"{row['id']!r} stands in {rows[row['id']].file}:{rows[row['id']].line} too")
            if row["country"] and not is_country(row["country"]):
                raise row.wrong(f"no such country: {row['country']!r}")
            rows[row["id"]] = row
    for row in rows.values():
        if row["within"] and row["within"] not in rows:
            raise row.wrong(f"lies within {row['within']!r}, which has no row")
    return rows


@cache
def place_names() -> tuple[tuple[str, Spot], ...]:
    """All names of places."""
    return tuple(_names())


@cache
def metonyms() -> dict[str, str]:
    """Capitals that stand for their states.

    >>> metonyms()["moscow"]
    'RUS'
    """
    rows = read_table("places/metonyms.tsv", ("place", "state", "source"))
    for row in rows:
        if row["place"] not in place_rows():
            raise row.wrong(f"no such place: {row['place']!r}")
    return {row["place"]: row["state"] for row in rows}


@cache
def directions() -> dict[str, str]:
    """Parts of a country as the text has them, and the words their ids begin with.

    >>> directions()["东部"], directions()["东"]
    ('eastern', 'eastern')
    """
    return {row["word"]: row["id"] for row in read_table("places/directions.tsv", ("word", "id", "source"))}


def chain(key: str) -> tuple[str, ...]:
    """The places that hold this one, smallest first, its state last.

    >>> chain("sudzha"), chain("beijing")
    (('kursk', 'RUS'), ('CHN',))
    """
    found: list[str] = []
    while key in place_rows():
        row = place_rows()[key]
        key = row["within"] or row["country"]
        if not key or key in found:
            break
        found.append(key)
    return tuple(found)


def country_of(key: str) -> str | None:
    """The state a place lies in, where that is one."""
    if is_country(key):
        return key
    row = place_rows().get(key)
    return (row["country"] or None) if row else None


def english_name(country: str) -> str:
    """The English name of a state as the last word of an id (`ukraine` in eastern-ukraine)."""
    return countries()[country].english.lower().replace(" ", "-")


def _names() -> Iterator[tuple[str, Spot]]:
    for key, row in place_rows().items():
        for name in (name for column in ("zh", "en") for name in row.several(column)):
            yield name.rstrip("?"), Spot(key, row["country"] or None, metonyms().get(key), name.endswith("?"))
