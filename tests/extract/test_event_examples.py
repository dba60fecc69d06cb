"""The examples in the event files are what the vocabulary promises: each must come out as written."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from claimbook.extract import extract
from claimbook.lexicon.events import event_kinds
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Claim


def examples() -> Iterator[Any]:
    """Every example, named by its kind and its first words."""
    for kind in event_kinds():
        for example in kind.examples:
            yield pytest.param(example, id=f"{kind.event}: {example['text'][:24]}")


def meets(claim: Claim, wanted: dict[str, Any]) -> bool:
    """The claim has everything the example says; what it does not say is not compared."""
    has: dict[str, Any] = {
        "event": claim.event.value,
        "act": claim.act,
        "status": claim.status.value,
        "actor": {party.id for party in claim.actor},
        "recipient": {party.id for party in claim.recipient},
        "edtf": claim.time.edtf,
        "value": claim.quantity.value if claim.quantity else None,
        "low": claim.quantity.low if claim.quantity else None,
        "unit": claim.quantity.unit if claim.quantity else None,
    }
    return all(has[name] == (set(value) if isinstance(value, list) else value) for name, value in wanted.items())


@pytest.mark.parametrize("example", list(examples()))
def test_example_comes_out_as_written(example: dict[str, Any], analysis_of: Callable[..., Analysis]) -> None:
    """Every claim the example expects is found."""
    found = extract(analysis_of(example["text"], example.get("date", "2025-08-01")))
    for expected in example["expect"]:
        wanted = {**expected, **({"edtf": str(expected["edtf"])} if "edtf" in expected else {})}
        assert any(meets(claim, wanted) for claim in found), f"expected {wanted}, found {found}"
