"""Quantities: what is found in each small text of tests/cases/<language>/quantities.yml, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.extract.quantities import find_quantities
from claimbook.model.analysis import Analysis
from claimbook.model.mention import QuantityMention

CASES = Path(__file__).resolve().parents[1] / "cases"
_FROM_BELOW = ("exact", "about", "over", "at_least")
_FROM_ABOVE = ("exact", "about", "under", "at_most")


def _cases() -> list[Any]:
    found = []
    for language in ("zh", "en"):
        for case in yaml.safe_load((CASES / language / "quantities.yml").read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{language}: {case['label']}"))
    return found


def _expected(row: dict[str, Any]) -> dict[str, Any]:
    """A row with what it leaves out: an exact figure is its own lowest and highest."""
    bound, value = row.get("bound", "exact"), row.get("value")
    low = value if bound in _FROM_BELOW else None
    high = value if bound in _FROM_ABOVE else None
    return {"value": value, "low": low, "high": high, "bound": bound} | row


def _found(mention: QuantityMention, text: str, keys: set[str]) -> dict[str, Any]:
    found = {
        "text": mention.span.of(text),
        "value": mention.value.value,
        "low": mention.value.low,
        "high": mention.value.high,
        "bound": str(mention.value.bound),
        "unit": mention.value.unit,
        "noun": mention.noun.of(text) if mention.noun else None,
        "kind": str(mention.item_kind) if mention.item_kind else None,
    }
    return {key: found[key] for key in found if key in keys}


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any], analysis_of: Callable[..., Analysis]) -> None:
    """The quantities of the text are those expected, each with its value, range, bound and unit."""
    mentions = find_quantities(analysis_of(case["text"]))
    expected = [_expected(row) for row in case["expected"]]
    keys = [set(row) for row in expected] + [{"text"}] * len(mentions)
    assert [_found(mention, case["text"], keys[i]) for i, mention in enumerate(mentions)] == expected
    for mention in mentions:
        assert mention.value.text == mention.span.of(case["text"])
