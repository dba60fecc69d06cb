"""Shifted stretches of damaged pages: what is read, and what is called certain."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.document import Edit
from claimbook.read.repair import repair_pinyin
from claimbook.read.repair.annotations import is_damaged

PAGE = (
    "市政府昨日召開(kāi)會(huì)議,討論(lùn)港口擴(kuò)建的計(jì)劃。負(fù)責(zé)人說(shuō),"
    "碼頭將(jiāng)在年內完工,運(yùn)費(fèi)會(huì)下降。\n"
)
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "runs.yml").read_text("utf-8"))


def behind_page(text: str) -> list[Edit]:
    """The edits of a text that stands on a damaged page."""
    return [edit for edit in repair_pinyin(PAGE + text) if edit.source.start >= len(PAGE)]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_shifted_stretches(case: dict[str, Any]) -> None:
    """Each case is read as the file says."""
    edits = behind_page(case["text"])
    made = PAGE + case["text"]
    for edit in reversed(edits):
        made = made[: edit.source.start] + edit.replacement + made[edit.source.end :]
    shifted = [edit for edit in edits if edit.kind == "shifted bytes"]
    assert [edit.replacement for edit in shifted if edit.sure] == case.get("sure", [])
    assert [edit.replacement for edit in shifted if not edit.sure] == case.get("unsure", [])
    if "expected" in case:
        assert made[len(PAGE) :] == case["expected"]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=4),
            st.sampled_from(
                ["?qū)", "?shù)", "打", "當", "嵉", "?;", "??", "(zhàn)", "Y", "€", "\n", "鸺", "?", "/p>"]
            ),
        ),
        max_size=10,
    )
)
def test_any_text_is_taken(parts: list[str]) -> None:
    """No text raises; edits are sorted, lie in the text and do not overlap."""
    text = PAGE + "".join(parts)
    assert is_damaged(text)
    end = 0
    for edit in repair_pinyin(text):
        assert end <= edit.source.start < edit.source.end <= len(text)
        end = edit.source.end


def test_a_long_page_takes_its_time_in_proportion() -> None:
    """Thousands of false starts are marked, not searched."""
    began = time.perf_counter()
    edits = repair_pinyin(PAGE + "因?yàn)" * 2000)
    assert len(edits) >= 1000
    assert time.perf_counter() - began < 30
