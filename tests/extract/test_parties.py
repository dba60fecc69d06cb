"""Parties: who is found in each small text of tests/cases/<language>/parties.yml, and nobody else."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.extract.parties import find_parties
from claimbook.model.analysis import Analysis

CASES = Path(__file__).resolve().parents[1] / "cases"


def _cases() -> list[Any]:
    found = []
    for language in ("zh", "en"):
        for case in yaml.safe_load((CASES / language / "parties.yml").read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{language}: {case['label']}"))
    return found


@pytest.mark.parametrize("case", _cases())
def test_parties_of_a_small_text(case: dict[str, Any], analysis_of: Callable[..., Analysis]) -> None:
    """Exactly the expected parties are found, with their words."""
    analysis = analysis_of(case["text"])
    found = [
        [analysis.words(mention.span), "+".join(party.id for party in mention.parties)]
        for mention in find_parties(analysis)
    ]
    assert found == case["expected"]


def test_a_party_has_the_words_of_the_article(analysis_of: Callable[..., Analysis]) -> None:
    """The name is in the article's own script, not in the Simplified characters that were searched."""
    mention = find_parties(analysis_of("朝鮮軍隊抵達"))[0]
    assert mention.parties[0].name == "朝鮮軍隊"


def test_a_mention_knows_its_rule_and_kind(analysis_of: Callable[..., Analysis]) -> None:
    """Head and rule say what was found and how."""
    heads = {(mention.head, mention.rule) for mention in find_parties(analysis_of("普京访华。他会见了中方官员"))}
    assert ("person", "person by name") in heads
    assert ("reference", "reference: man") in heads


def test_the_same_text_gives_the_same_mentions(analysis_of: Callable[..., Analysis]) -> None:
    """Nothing depends on what was read before."""
    text = "韩国国防部通报。国防部还称,俄朝两国军队将演习,双方同意。"
    assert find_parties(analysis_of(text)) == find_parties(analysis_of(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="俄乌中美日韩朝国军方部长和与、,。两双他们该 PutinRussia'sof的\n在对", max_size=60))
def test_mentions_never_overlap_whatever_the_text(text: str, analysis_of: Callable[..., Analysis]) -> None:
    """No text makes the search fail, and no two mentions share a character."""
    mentions = find_parties(analysis_of(text))
    for before, after in pairwise(mentions):
        assert before.span.end <= after.span.start
