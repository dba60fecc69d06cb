"""What is read of an article, case by case: `tests/cases/reading/`."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.model.document import Document
from claimbook.read import read_bytes, read_paths
from claimbook.read.formats import FORMATS

CASES = Path(__file__).parent.parent / "cases" / "reading"
FILES = Path(__file__).parent / "files"
Case = dict[str, Any]


def cases(name: str) -> list[Any]:
    """The cases of one file, named by their labels."""
    held = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case.get("label") or case["file"]) for case in held]


def document(case: Case) -> Document:
    """The case's text, read."""
    read = read_bytes(case["text"].encode(), "case.txt")
    assert isinstance(read, Document), read
    return read


def full_lines(text: str) -> list[str]:
    """Lines without the blank ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("case", cases("furniture"))
def test_furniture(case: Case) -> None:
    """The article is kept, the page around it is left out."""
    assert full_lines(document(case).reading.text) == full_lines(case["read"])


@pytest.mark.parametrize("case", cases("dates"))
def test_date(case: Case) -> None:
    """The article's date is found at the precision that is certain, or not at all."""
    read = document(case)
    assert read.date == case["expected"], read.date_from


@pytest.mark.parametrize("case", cases("facts"))
def test_facts(case: Case) -> None:
    """The article's own lines tell what is known about it."""
    read = document(case)
    for name, value in case["expected"].items():
        found = read.fact(name)
        assert found == value or (name == "source_date" and str(found).startswith(str(value))), name


@pytest.mark.parametrize("case", cases("damage"))
def test_damage(case: Case) -> None:
    """Damage that is plain is undone, the rest is as it came."""
    reading = document(case).reading
    assert reading.text == case["read"]
    assert [span.of(reading.text) for span in reading.unreadable] == case.get("unreadable", [])


@pytest.mark.parametrize("case", cases("captions"))
def test_captions(case: Case) -> None:
    """Captions are marked."""
    reading = document(case).reading
    assert [span.of(reading.text) for span in reading.captions] == case["expected"]


@pytest.mark.parametrize("case", cases("files"))
def test_file(case: Case) -> None:
    """A real file of each kind gives its articles and its problems."""
    needs = case.get("needs")
    if needs and importlib.util.find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed")
    got = {getattr(one, "name", getattr(one, "where", "")): one for one in read_paths([str(FILES / case["file"])])}
    assert sorted(got) == sorted(case["file"] + name for name in case["articles"])
    for name, expected in case["articles"].items():
        one = got[case["file"] + name]
        if "problem" in expected:
            assert not isinstance(one, Document) and expected["problem"] in one.what
            continue
        assert isinstance(one, Document), one
        text = one.reading.text.strip()
        held = {"encoding": one.encoding, "format": one.format, "date": one.date, "length": len(text)}
        for field, value in expected.items():
            if field == "begins":
                assert text.startswith(value), text
            else:
                assert held.get(field, one.fact(field)) == value, field


def test_every_format_is_listed_and_has_a_file() -> None:
    """No format module is forgotten, and each has a real file in the tests."""
    folder = Path(str(importlib.util.find_spec("claimbook.read.formats").submodule_search_locations[0]))  # type: ignore[union-attr, index]
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert {form.__name__.rsplit(".", 1)[1] for form in FORMATS} == modules  # type: ignore[attr-defined]
    endings = tuple(ending for form in FORMATS for ending in form.EXTENSIONS)
    names = [file.name for file in FILES.iterdir()]
    assert all(any(name.endswith(form.EXTENSIONS) for name in names) for form in FORMATS), endings
