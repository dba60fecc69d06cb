"""Laws of our EDTF: every precision gives an interval that holds its own, and overlap does not depend on order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.lexicon import edtf

_POINTS = st.one_of(
    st.dates(date(1500, 1, 1), date(2200, 12, 31)).map(date.isoformat),
    st.dates(date(1500, 1, 1), date(2200, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(1500, 2200).map(str),
    st.builds("{}-{}".format, st.integers(1500, 2200), st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41])),
    st.integers(150, 210).map("{}X".format),
    st.integers(15, 20).map("{}XX".format),
)
_TIMES = st.one_of(_POINTS, _POINTS.map("{}~".format), _POINTS.map("../{}".format), _POINTS.map("{}/..".format))


@given(_TIMES)
def test_every_form_is_valid_and_overlaps_itself(text: str) -> None:
    """A time of any of the forms can be read, and is true together with itself."""
    assert edtf.is_valid(text)
    assert edtf.overlaps(text, text)
    assert edtf.contains(text, text)


@given(_TIMES, _TIMES)
def test_overlap_does_not_depend_on_order(left: str, right: str) -> None:
    """Two times overlap or do not, whichever comes first."""
    assert edtf.overlaps(left, right) == edtf.overlaps(right, left)


@given(_TIMES, _TIMES)
def test_what_is_over_before_does_not_contain(left: str, right: str) -> None:
    """A time that ends before another begins does not hold it."""
    if edtf.before(left, right):
        assert not edtf.contains(left, right)
        assert not edtf.before(right, left)


@given(st.text(max_size=12))
def test_any_text_is_valid_or_not(text: str) -> None:
    """No text makes the check raise."""
    assert edtf.is_valid(text) in (True, False)


@pytest.mark.parametrize(
    "text", ["", "2025-00", "2025-25", "2025-32", "25-06-17", "2025-6-1", "2025/", "/2025", "2025-06-17T10:00", "199x"]
)
def test_other_forms_are_refused(text: str) -> None:
    """What is not of our subset is not valid, however near it comes."""
    assert not edtf.is_valid(text)


def test_winter_runs_into_the_next_year() -> None:
    """Winter is December to February."""
    assert edtf.interval("2024-24") == (date(2024, 12, 1), date(2025, 3, 1))


@given(st.dates(date(1, 2, 1), date(9998, 1, 1)), st.integers(-11, 11))
def test_months_added_land_in_that_month(day: date, months: int) -> None:
    """Adding months changes the month by exactly so many."""
    moved = edtf.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
