"""Floors under the figures of docs/reading.md: what is read well today is read well tomorrow."""

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETS = (("truth.jsonl", "html", 0.985), ("truth-unseen.jsonl", "unseen", 0.99))


def bench() -> ModuleType:
    """The bench script as a module."""
    spec = importlib.util.spec_from_file_location("bench_reading", ROOT / "bench" / "reading.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("truth", "folder", "precision"), SETS, ids=("tuned", "unseen"))
def test_pages(truth: str, folder: str, precision: float) -> None:
    """All of the article, hardly anything else, and no date that is not the article's."""
    script = bench()
    hit = got = right = 0
    dates: Counter[str] = Counter()
    for line in (ROOT / "eval" / "pages" / truth).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        document = script.ours((ROOT / "eval" / "pages" / folder / case["file"]).read_bytes(), case["file"])
        assert document is not None, case["file"]
        aside = [*case["captions"], case["title"]]
        read, true = script.runs(document.reading.text, aside), script.runs("\n".join(case["paragraphs"]), aside)
        hit, got, right = hit + (read & true).total(), got + read.total(), right + true.total()
        dates[script.judged(document.date or "", case["date"])] += 1
    assert hit / right >= 0.998
    assert hit / got >= precision
    assert dates["wrong"] == 0
    assert dates["unknown"] <= 8
