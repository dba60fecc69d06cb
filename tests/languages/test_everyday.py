"""Everyday times: tests/cases/<language>/everyday.yml, and a floor under the score on a public suite."""

import importlib.util
import json
import sys
import types
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimbook.analyse import plain_text
from claimbook.languages.en.everyday import find_everyday_english
from claimbook.languages.everyday import length, moved
from claimbook.languages.zh.everyday import find_everyday_chinese
from claimbook.model.span import Span

ROOT = Path(__file__).resolve().parents[2]
FINDERS = {"zh": find_everyday_chinese, "en": find_everyday_english}
FLOORS = {"recognizers-datetime-zh": 0.90, "recognizers-datetime-en": 0.50, "duckling-time-zh": 0.42}


def _cases() -> list[Any]:
    return [
        pytest.param(language, row, id=f"{language}: {row['label']}")
        for language in FINDERS
        for row in yaml.safe_load((ROOT / "tests" / "cases" / language / "everyday.yml").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("language", "case"), _cases())
def test_finds_everyday_times(language: str, case: dict[str, Any]) -> None:
    """Each case gives exactly the expressions it lists, in order, each of its kind."""
    plain = plain_text(case["text"])
    found = FINDERS[language](plain, Span(0, len(plain)))
    assert [[one.span.of(case["text"]), one.kind] for one in found] == [list(one) for one in case["expected"]]


@pytest.mark.parametrize("language", sorted(FINDERS))
@given(
    text=st.text(alphabet=st.sampled_from(list("0123456789年月日时点分半天周每后前上下午 :-/.,amptohe")), max_size=50)
)
def test_never_raises_and_never_overlaps(language: str, text: str) -> None:
    """Whatever stands in a text, its expressions lie inside it, one after the other, and have a length if any."""
    end = 0
    for one in FINDERS[language](text, Span(0, len(text))):
        assert end <= one.span.start < one.span.end <= len(text)
        assert length(one.parts) >= 0
        end = one.span.end


def test_moving_there_and_back() -> None:
    """Days and hours on and back lead to where one was."""
    from datetime import datetime

    now = datetime(2025, 7, 14, 12, 30)
    parts = ((3.0, "day"), (2.0, "hour"))
    assert moved(moved(now, parts, 1), parts, -1) == now


@pytest.mark.parametrize("suite", sorted(FLOORS))
def test_score_on_a_public_suite_does_not_fall(suite: str, shared: Path) -> None:
    """The share that is right to the character stays above its floor."""
    path = shared / "suites" / f"{suite}.jsonl"
    if not path.is_file():
        pytest.skip("needs the public suites in ../shared/suites")
    scorer, answers = _scorer(shared), _answers()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    count = scorer.score(
        rows, {row["id"]: {"preds": list(answers.times(row))} for row in rows}, "claimbook", "datetime"
    )
    assert 2 * count["strict"] / (count["pred"] + count["gold"]) >= FLOORS[suite]


def _answers() -> Any:
    return _load("suites_times", ROOT / "eval" / "suites_times.py")


def _scorer(shared: Path) -> Any:
    converters = types.ModuleType("convert_others")
    converters.canon_jio_time = converters.canon_jio_money = None  # type: ignore[attr-defined]
    sys.modules.setdefault("convert_others", converters)
    sys.path.insert(0, str(shared / "suites" / "tools"))
    try:
        return _load("score_suites", shared / "suites" / "tools" / "score_suites.py")
    finally:
        sys.path.remove(str(shared / "suites" / "tools"))


def _load(name: str, path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
