"""Places: where each small text of tests/cases/<language>/places.yml happens, and nowhere else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.extract.places import find_places
from claimbook.model.analysis import Analysis

CASES = Path(__file__).resolve().parents[1] / "cases"


def _cases() -> list[Any]:
    found = []
    for language in ("zh", "en"):
        for case in yaml.safe_load((CASES / language / "places.yml").read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{language}: {case['label']}"))
    return found


@pytest.mark.parametrize("case", _cases())
def test_places_of_a_small_text(case: dict[str, Any], analysis_of: Callable[..., Analysis]) -> None:
    """Exactly the expected places are found, with what they lie in."""
    analysis = analysis_of(case["text"])
    found = [
        [analysis.words(mention.span), mention.value.id, *(place.id for place in mention.within)]
        for mention in find_places(analysis)
    ]
    assert found == case["expected"]


def test_a_place_knows_its_state(analysis_of: Callable[..., Analysis]) -> None:
    """The state is given with the place and with everything that holds it."""
    mention = find_places(analysis_of("在苏贾"))[0]
    assert mention.value.country == "RUS"
    assert [place.country for place in mention.within] == ["RUS", "RUS"]


def test_a_capital_that_acts_is_told_apart(analysis_of: Callable[..., Analysis]) -> None:
    """It is given as a place too, under a rule of its own."""
    rules = [mention.rule for mention in find_places(analysis_of("莫斯科警告说。他在莫斯科"))]
    assert rules == ["capital that acts", "place by name"]
