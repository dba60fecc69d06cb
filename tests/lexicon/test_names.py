"""The tables of parties and places: every row, and the index made of them."""

import re
from collections import Counter

import pytest

from claimbook.errors import BadVocabulary
from claimbook.extract.scan import names
from claimbook.lexicon import actors, gazetteer
from claimbook.lexicon.countries import countries, is_country
from claimbook.lexicon.load import Row
from claimbook.lexicon.names import NameIndex

TABLES = [table for table, _ in actors.NAMED_TABLES]
_ID = re.compile(r"[A-Z]{3}-[A-Z0-9]+(?:-[A-Z0-9]+)*|[a-z0-9]+(?:-[a-z0-9]+)*")


def _rows() -> list[Row]:
    return [row for table in TABLES for row in actors.named_rows(table)]


@pytest.mark.parametrize("table", TABLES)
def test_every_party_has_an_id_of_the_right_form_once(table: str) -> None:
    """Alpha-3 and a short name for an organ, lower-case words for anybody else."""
    rows = actors.named_rows(table)
    assert not [row["id"] for row in rows if not _ID.fullmatch(row["id"])]
    assert not [key for key, times in Counter(row["id"] for row in rows).items() if times > 1]


def test_no_party_stands_in_two_tables() -> None:
    """An id means one thing."""
    assert not [key for key, times in Counter(row["id"] for row in _rows()).items() if times > 1]


def test_every_organ_belongs_to_the_state_in_its_id() -> None:
    """KOR-NIS is South Korean."""
    rows = [row for row in actors.named_rows("organs") if row["id"][3:4] == "-" and row["id"][:3].isupper()]
    assert not [row["id"] for row in rows if row["id"][:3] != row["country"]]


def test_every_row_says_where_it_comes_from_and_has_a_name() -> None:
    """A table is data that somebody must be able to check."""
    rows = [*_rows(), *gazetteer.place_rows().values()]
    assert not [(row.file, row.line) for row in rows if not row["source"] or not (row["zh"] or row["en"])]


def test_names_are_written_as_plain_text_has_them() -> None:
    """Simplified and half-width: anything else would never be found."""
    from claimbook.analyse import plain_text

    rows = [*_rows(), *gazetteer.place_rows().values(), *actors.state_rows()]
    assert not [(row.file, row.line, name) for row in rows for name in row.several("zh") if plain_text(name) != name]


def test_every_row_can_be_read() -> None:
    """Countries exist, sectors are known, places lie in places that have rows."""
    assert len(actors.known_names()) > 3000
    assert len(gazetteer.place_names()) > 2000
    assert len(actors.named_rows("persons")) >= 300
    assert len(gazetteer.place_rows()) >= 400
    assert len(actors.named_rows("outlets")) >= 150


def test_no_place_has_the_id_of_a_party() -> None:
    """A place and a party may share a name, never an id."""
    assert not {row["id"] for row in _rows()} & set(gazetteer.place_rows())


def test_kinds_offices_and_references_can_be_read() -> None:
    """The words around names, both languages."""
    assert actors.kinds().meanings("情报部门")[0].of("KOR").id == "KOR-SPY"
    assert actors.kinds().meanings("troops")[0].of("PRK").id == "PRK-MIL"
    assert actors.offices().meanings("外长")[0].of("RUS").id == "RUS-GOV"
    assert all(is_country(state) or state == "european-union" for pair in actors.pairs().values() for state in pair)


def test_every_capital_that_stands_for_a_state_is_in_it() -> None:
    """Brussels stands for the European Union and lies in Belgium."""
    for place, state in gazetteer.metonyms().items():
        assert state == "european-union" or gazetteer.country_of(place) == state


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("寮国", "LAO"),
        ("北韩", "PRK"),
        ("义大利", "ITA"),
        ("刚果(金)", "COD"),
        ("缅甸", "MMR"),
        ("Türkiye", "TUR"),
        ("DR Congo", "COD"),
        ("Ivory Coast", "CIV"),
        ("阿联酋", "ARE"),
        ("沙乌地阿拉伯", "SAU"),
        ("U.S.", "USA"),
    ],
)
def test_a_state_is_found_by_every_name(name: str, state: str) -> None:
    """Names of CLDR and those of our own rows, mainland, Taiwan and English."""
    assert state in {known.id for known in names().meanings(name) if isinstance(known, actors.Known)}


def test_no_code_without_a_country() -> None:
    """CLDR's codes for testing and for no longer existing states are left out."""
    assert not {"XAA", "DDR", "BUR", "EUE"} & set(countries())


def test_the_longest_name_wins() -> None:
    """A shorter name inside it is no mention."""
    index = NameIndex([("华盛顿", 1), ("华盛顿邮报", 2)])
    assert [hit.meanings for hit in index.find("华盛顿邮报在华盛顿")] == [(2,), (1,)]


def test_a_latin_name_must_stand_alone() -> None:
    """Iran is not in Iranian, and capitals are told apart."""
    index = NameIndex([("Iran", 1), ("US", 2)])
    assert [hit.start for hit in index.find("Iranian Iran, us US伊朗")] == [8, 17]


def test_an_empty_index_finds_nothing() -> None:
    """No table, no hit."""
    assert NameIndex[int]([]).find("俄罗斯") == ()


def test_a_row_with_an_unknown_country_is_named() -> None:
    """File and line, so that it can be put right."""
    row = Row("data/actors/persons.tsv", 7, {"id": "x", "country": "XXX"})
    assert isinstance(row.wrong("no such country: 'XXX'"), BadVocabulary)
    assert str(row.wrong("no such country: 'XXX'")).startswith("data/actors/persons.tsv:7:")
