"""The gold files hold: each pin is exact, each value allowed, each file what its annotation says."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from claimbook.model.claim import Claim
from claimbook.model.records import read_lines

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT / "eval"


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


TOOL = _tool("pin_gold")
CORPORA: dict[Path, Path] = TOOL.corpora()
DAMAGED = {EVAL / f"{name}-damaged": EVAL / f"{name}-damaged" / "articles" for name in ("dev", "check")}
GOLD = sorted(
    (path, articles) for corpus, articles in (CORPORA | DAMAGED).items() for path in (corpus / "gold").glob("*.jsonl")
)


@pytest.mark.parametrize(("path", "articles"), GOLD, ids=[f"{path.parent.parent.name}-{path.stem}" for path, _ in GOLD])
def test_every_pin_is_exact(path: Path, articles: Path) -> None:
    """The quote of every evidence is the slice of the article that its offsets name."""
    texts = {article.name: article.read_bytes().decode("utf-8") for article in articles.glob(f"{path.stem}.*")}
    claims = list(read_lines(path.read_text(encoding="utf-8").splitlines(), Claim, path.name))
    for claim in claims:
        assert claim.evidence, claim.id
        for evidence in claim.evidence:
            assert texts[claim.document][evidence.start : evidence.end] == evidence.quote, claim.id
    assert len({claim.id for claim in claims}) == len(claims)


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_gold_is_what_the_annotations_say(corpus: Path) -> None:
    """Every gold file is the one its annotation gives, and none is left over."""
    expected = TOOL.rendered(corpus, CORPORA[corpus], TOOL.Tables.read())
    assert expected == {path: path.read_text(encoding="utf-8") for path in (corpus / "gold").glob("*.jsonl")}


def test_damaged_twins_are_what_their_articles_give() -> None:
    """Every damaged article and its gold are made anew from the clean ones without a difference."""
    for path, text in _tool("damage_gold").rendered().items():
        assert path.read_bytes().decode("utf-8") == text, path.name


def test_no_story_is_in_both_corpora() -> None:
    """The development and the scored corpus share no story: the first word of a name is its story."""
    dev, check = (
        {path.name.split("-")[0] for path in (EVAL / name / "annotation").glob("*.claims")} for name in ("dev", "check")
    )
    assert not dev & check


@pytest.mark.parametrize("name", ["dev", "check", "examples"])
def test_matters_name_claims_that_exist(name: str) -> None:
    """Each claim that the gold matters of a corpus name is in its gold claims."""
    matters = EVAL / name / "matters.jsonl"
    if not matters.exists():
        pytest.skip(f"{name} has no gold matters")
    known = {
        json.loads(line)["id"]
        for path in (EVAL / name / "gold").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    for line in matters.read_text(encoding="utf-8").splitlines():
        assert set(json.loads(line)["claims"]) <= known


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("朝鲜", "2 times"),
        ("老挝", "not in the article"),
        ("增派@2", "not in the article"),
    ],
)
def test_a_quote_must_be_found_once(quote: str, expected: str) -> None:
    """A quote that is missing or found twice is refused with its words."""
    with pytest.raises(TOOL.WrongAnnotationError, match=expected):
        TOOL.find(quote, "朝鲜增派工兵，朝鲜否认")


def test_quotes_step_over_inserted_pinyin() -> None:
    """Quotes are written clean and found in text with pinyin between its characters."""
    assert TOOL.find("對俄武器", "朝鮮對(duì)俄武器")["quote"] == "對(duì)俄武器"
    assert TOOL.find("朝鮮…武", "朝鮮對(duì)俄武器")["quote"] == "朝鮮對(duì)俄武"


def test_the_second_of_two_can_be_meant() -> None:
    """`@2` after a quote takes its second place."""
    assert TOOL.find("朝鲜 @2", "朝鲜增派工兵，朝鲜否认")["start"] == 7
