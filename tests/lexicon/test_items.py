"""Item nouns: found whole, longest first, in the form that fits the number."""

import pytest

from claimbook.errors import BadVocabulary
from claimbook.lexicon.items import find_items
from claimbook.lexicon.load import parse_table
from claimbook.lexicon.units import base_units, bound_words, measure_words, not_quantities, number_words, unit_words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "向前线运送炮弹和防空系统", ["炮弹", "防空系统"]),
        ("zh", "排雷工程兵与导弹专家", ["排雷工程兵", "导弹", "专家"]),
        ("en", "Minesweepers and mines lay near the mineshaft", ["Minesweepers", "mines"]),
        ("en", "two batteries, one factory and several armies", ["batteries", "factory", "armies"]),
        ("en", "he commands; she is careful", []),
    ],
)
def test_longest_whole_words(language: str, text: str, expected: list[str]) -> None:
    """The longest noun at each place is found; English nouns only as whole words."""
    assert [item.span.of(text) for item in find_items(text, language)] == expected


def test_english_forms_tell_their_number() -> None:
    """Singular and plural are told apart, words of one form are neither."""
    found = find_items("a tank, two tanks, aircraft", "en")
    assert [item.plural for item in found] == [False, True, None]


def test_unknown_language_has_no_items() -> None:
    """A language without a table gives nothing."""
    assert find_items("les chars", "fr") == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_is_read(language: str) -> None:
    """Each table of units, bounds and lookalikes of a language passes its own checks."""
    assert base_units() and list(unit_words(language)) and list(not_quantities(language, "before"))
    assert list(bound_words(language, after=False)) and list(bound_words(language, after=True))
    assert number_words(language) is not None and (language != "zh" or list(measure_words(language)))


def test_a_wrong_row_is_named() -> None:
    """A complaint about a row names file and line."""
    row = next(parse_table("word\tvalue\n亿\tmany\n", "data/t.tsv", ("word", "value")))
    with pytest.raises(BadVocabulary, match=r"data/t\.tsv:2: value is no number"):
        raise row.wrong("value is no number")
