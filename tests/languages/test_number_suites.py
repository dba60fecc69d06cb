"""Floors under the scores on public suites of numbers, percentages, money and measures."""

import importlib.util
import json
import math
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {
    "recognizers-number-zh": 0.98,
    "recognizers-percentage-zh": 0.98,
    "recognizers-dimension-zh": 0.95,
    "duckling-number-zh": 0.90,
    "recognizers-number-en": 0.92,
    "recognizers-currency-en": 0.88,
    "duckling-currency-en": 0.90,
    "duckling-number-en": 0.88,
}


def _suites_script() -> ModuleType:
    """eval/suites.py, which is a script beside the package, as a module."""
    path = ROOT / "eval" / "suites.py"
    spec = importlib.util.spec_from_file_location("suites", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


def _right(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Same place, same kind, same figures."""
    if (expected["start"], expected["end"]) != (found["start"], found["end"]):
        return False
    return any(
        want["k"] == got["k"] and want.get("u") in (got.get("u"), "*", None) and _close(want, got)
        for want in expected["value"] or ()
        for got in found["value"]
    )


def _close(want: dict[str, Any], got: dict[str, Any]) -> bool:
    for name in ("v", "lo", "hi"):
        if (want.get(name) is None) != (got.get(name) is None):
            return False
        if want.get(name) is not None and not math.isclose(want[name], got[name], rel_tol=1e-3, abs_tol=1e-12):
            return False
    return True


@pytest.mark.parametrize("suite", sorted(FLOORS))
def test_floor_on_a_public_suite(suite: str, shared: Path) -> None:
    """The strict F1 on the suite is not below its floor."""
    script = _suites_script()
    ask = next(ask for prefix, ask in script.SUITES if suite.startswith(prefix))
    right = expected = found = 0
    for line in (shared / "suites" / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        answers = list(ask(case))
        expected, found = expected + len(case["expected"]), found + len(answers)
        right += sum(any(_right(want, got) for got in answers) for want in case["expected"])
    assert 2 * right / (expected + found) >= FLOORS[suite]
