"""The commands as a stranger runs them: data on standard output alone, exit codes, sentences that say what to do."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimbook.cli import app, main

KINDS = {"quantity", "time", "party", "place"}
ARTICLE = "2025年7月5日，韩国国家情报院说，朝鲜已向俄罗斯派出1.2万名士兵。\n"


def run(*arguments: str) -> Result:
    """The outcome of one command."""
    return CliRunner().invoke(app, list(arguments), catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articles"


def test_extract_writes_one_claim_a_line_and_nothing_else(folder: Path) -> None:
    """Standard output is JSON Lines from the first byte to the last."""
    result = run("extract", str(folder))
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [claim["quantity"]["value"] for claim in claims] == [12000]
    assert claims[0]["attribution"][0]["source"]["id"] == "KOR-NIS"


def test_mentions_have_the_fields_of_the_contract(folder: Path) -> None:
    """Every mention names document, type, place in the text and words; the words are exactly that slice."""
    mentions = [json.loads(line) for line in run("mentions", str(folder)).stdout.splitlines()]
    assert {"quantity", "time", "party"} <= {mention["type"] for mention in mentions} <= KINDS
    for mention in mentions:
        assert ARTICLE[mention["start"] : mention["end"]] == mention["text"]
        assert mention["document"] == "one.txt"


def test_read_gives_text_and_hash(folder: Path) -> None:
    """A document's line holds its text as decoded."""
    document = json.loads(run("read", str(folder)).stdout)
    assert document["document"] == "one.txt"
    assert document["text"] == ARTICLE


def test_a_book_is_built_shown_exported_and_checked(folder: Path, tmp_path: Path) -> None:
    """Build, matters, show, export, report and check work on one book."""
    book = str(tmp_path / "news.db")
    assert run("build", str(folder), "--book", book).exit_code == 0
    assert "12,000" in run("matters", book).stdout
    claim = json.loads(run("export", book, "--what", "claims").stdout)
    assert "派出" in run("show", book, claim["id"][:8]).stdout
    assert json.loads(run("export", book, "--what", "matters").stdout)["claims"] == [claim["id"]]
    assert run("report", book, "-o", str(tmp_path / "report.html")).exit_code == 0
    assert "1.2万名士兵" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert run("check", book).exit_code == 0


def test_building_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """The same articles give the same book, byte for byte, in what it exports."""
    book = str(tmp_path / "news.db")
    exports = []
    for _ in range(2):
        run("build", str(folder), "--book", book)
        exports.append([run("export", book, "--what", what).stdout for what in ("claims", "matters", "documents")])
    assert exports[0] == exports[1]


def test_adding_an_article_adds_only_what_it_brings(folder: Path, tmp_path: Path) -> None:
    """Claims that were there stay as they are."""
    book = str(tmp_path / "news.db")
    run("build", str(folder), "--book", book)
    before = set(run("export", book).stdout.splitlines())
    (folder / "two.txt").write_text("2025年7月6日，老挝政府决定向俄罗斯派出50名工兵。\n", encoding="utf-8")
    run("build", str(folder), "--book", book)
    after = set(run("export", book).stdout.splitlines())
    assert before < after


def test_an_article_that_cannot_be_read_ends_with_one(folder: Path) -> None:
    """The rest is read on, the problem is named on standard error."""
    (folder / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    result = run("extract", str(folder))
    assert result.exit_code == 1
    assert "photo.html" in result.stderr
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["matters", "no-such-book.db"], "claimbook build"),
        (["extract", "no-such-folder"], "no such file"),
        (["export", "BOOK", "--format", "xls"], "Known: csv, jsonl"),
    ],
)
def test_misuse_is_one_sentence_and_exit_code_two(
    arguments: list[str],
    words: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What happened, to what, and what to do; no traceback."""
    book = str(tmp_path / "news.db")
    run("build", str(folder), "--book", book)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["claimbook", *(book if word == "BOOK" else word for word in arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    complaint = capsys.readouterr().err
    assert words in complaint
    assert "Traceback" not in complaint
