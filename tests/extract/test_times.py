"""Times in documents: the cases of tests/cases/<language>/times.yml, and what holds on any text."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.analyse import plain_text
from claimbook.extract.times import FINDERS, find_times
from claimbook.languages import BY_CODE
from claimbook.lexicon import edtf
from claimbook.model.analysis import Analysis, Sentence
from claimbook.model.span import Span
from tests.conftest import document_of

_PIECES = list("0123456789年月日号周三上去今至到-,。十二 ()的前后季度初底那当天次TuesdayMayin of/:.")
CASES = Path(__file__).resolve().parents[1] / "cases"


def _cases() -> list[Any]:
    cases = []
    for language in ("zh", "en"):
        rows = yaml.safe_load((CASES / language / "times.yml").read_text(encoding="utf-8"))
        cases += [pytest.param(language, row, id=f"{language}: {row['label']}") for row in rows]
    return cases


def _analysis(text: str, language: str, written: str | None) -> Analysis:
    """The analysis of a text whose language is known, so that short cases do not hang on telling languages apart."""
    paragraphs = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    plain = plain_text(text)
    sentences = [
        Sentence(span, language, number)
        for number, paragraph in enumerate(paragraphs)
        for span in BY_CODE[language].split(plain, paragraph)
    ]
    return Analysis(document_of(text, written), plain, tuple(sentences))


@pytest.mark.parametrize(("language", "case"), _cases())
def test_finds_and_fixes_the_times_of_a_text(language: str, case: dict[str, Any]) -> None:
    """Each case gives exactly the times it lists, in order, with the words and the EDTF it lists."""
    written = case.get("date")
    analysis = _analysis(case["text"], language, str(written) if written is not None else None)
    found = [[mention.value.text, mention.value.edtf] for mention in find_times(analysis)]
    assert found == [list(expected) for expected in case["expected"]], case.get("comment", "")


def test_labels_are_told_apart() -> None:
    """No two cases of a language carry one label."""
    for language in ("zh", "en"):
        rows = yaml.safe_load((CASES / language / "times.yml").read_text(encoding="utf-8"))
        labels = [row["label"] for row in rows]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("language", sorted(FINDERS))
@given(text=st.text(alphabet=st.sampled_from(_PIECES), max_size=60))
def test_never_raises_and_never_overlaps(language: str, text: str) -> None:
    """Whatever stands in a text, its times lie inside it, in order, one after the other."""
    end = 0
    for when in FINDERS[language](text, Span(0, len(text))):
        assert end <= when.span.start < when.span.end <= len(text)
        end = when.span.end


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from(_PIECES), max_size=60))
def test_every_edtf_is_of_our_subset(text: str) -> None:
    """What is fixed is always EDTF that can be read again."""
    for mention in find_times(_analysis(text, "zh", "2025-07-14")):
        assert mention.value.edtf is None or edtf.is_valid(mention.value.edtf)
