"""Numbers of each language: tests/cases/<language>/numbers.yml, and laws that hold for any text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimbook.analyse import plain_text
from claimbook.languages.en.amounts import find_amounts as find_english_amounts
from claimbook.languages.en.numbers import find_numbers as find_english_numbers
from claimbook.languages.number import Amount, Number
from claimbook.languages.zh.amounts import find_amounts as find_chinese_amounts
from claimbook.languages.zh.numbers import find_numbers as find_chinese_numbers

CASES = Path(__file__).resolve().parents[1] / "cases"
NUMBERS: dict[str, Callable[[str], tuple[Number, ...]]] = {"zh": find_chinese_numbers, "en": find_english_numbers}
AMOUNTS: dict[str, Callable[[str], tuple[Amount, ...]]] = {"zh": find_chinese_amounts, "en": find_english_amounts}
CHINESE = "〇零一二两三四五六七八九十百千万亿兆壹贰拾佰几数多余来半打点负分之又成折上约超近至到左右人名枚元角斤%个"
ENGLISH = ("one two twenty hundred thousand million dozen dozens half third quarters and a of point several few to "
           "between over about $ € % km pounds people - / , . 1 20 3,000 4.5 bn ½ minus in").split()  # fmt: skip


def _cases() -> list[Any]:
    return [
        pytest.param(language, case, id=f"{language}: {case['text']}")
        for language in NUMBERS
        for case in yaml.safe_load((CASES / language / "numbers.yml").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("language", "case"), _cases())
def test_case(language: str, case: dict[str, Any]) -> None:
    """The numbers of the text are those expected, with the values and ranges told."""
    found = NUMBERS[language](plain_text(case["text"]))
    assert [number.span.of(case["text"]) for number in found] == [row["text"] for row in case["expected"]]
    for number, row in zip(found, case["expected"], strict=True):
        for name in ("value", "low", "high"):
            if name in row:
                assert getattr(number, name) == (None if row[name] is None else pytest.approx(float(row[name])))
        assert "bound" not in row or number.bound == row["bound"]


def _stand_apart(text: str, found: tuple[Number, ...] | tuple[Amount, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        if one.low is not None and one.high is not None:
            assert one.low <= one.high


@given(st.text(alphabet=CHINESE + "0123456789.,/^kKe- \n", max_size=40))
def test_chinese_figures_never_fail_and_stand_apart(text: str) -> None:
    """Any heap of Chinese numerals gives numbers and amounts in order, none overlapping."""
    _stand_apart(text, find_chinese_numbers(text))
    _stand_apart(text, find_chinese_amounts(text))


@given(st.lists(st.sampled_from(ENGLISH), max_size=14).map(" ".join))
def test_english_figures_never_fail_and_stand_apart(text: str) -> None:
    """Any heap of English number words gives numbers and amounts in order, none overlapping."""
    _stand_apart(text, find_english_numbers(text))
    _stand_apart(text, find_english_amounts(text))


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reading of figures fail."""
    for find_numbers in NUMBERS.values():
        _stand_apart(text, find_numbers(text))
    for find_amounts in AMOUNTS.values():
        _stand_apart(text, find_amounts(text))


def test_long_rows_of_numerals_take_no_longer_than_their_length() -> None:
    """Ten thousand numerals in a row are read in one go."""
    for row in ("一" * 10000, "万" * 10000, "9" * 10000, "1," * 5000, "十三万" * 3000, "一到" * 5000):
        find_chinese_amounts(row)
    for row in ("one " * 5000, "million " * 3000, "1,000" * 2000, "one and " * 3000, "3-4-" * 3000):
        find_english_amounts(row)
