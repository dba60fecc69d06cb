"""One article explained: everything that was done to it is named."""

import io
from pathlib import Path

from rich.console import Console

from claimbook.model.document import Document
from claimbook.read import read_bytes, read_paths
from claimbook.read.explain import explain


def shown(document: Document, whole: bool = False) -> str:
    """The explanation as text."""
    console = Console(width=140, file=io.StringIO(), record=True)
    console.print(explain(document, whole))
    return console.export_text()


def test_a_page_is_explained() -> None:
    """Facts with where they were found, left-out stretches with their words, edits by kind."""
    (document,) = read_paths([str(Path(__file__).parent / "files" / "wrong-declaration.html")])
    assert isinstance(document, Document)
    text = shown(document)
    for words in (
        "gb18030",
        "the page says utf-8",
        "2025-07-14",
        "三地迎来降雪",
        "other headlines",
        "byline",
        "markup",
    ):
        assert words in text, words


def test_unreadable_places_are_shown() -> None:
    """A place that could not be read is shown as it came and as it is read."""
    document = read_bytes("乌方估计,总兵力可能\ufffd\ufffd万左右(资料图)。".encode(), "a.txt")
    assert isinstance(document, Document)
    text = shown(document, whole=True)
    assert "Unreadable places" in text and "可能〓万" in text and "The article as it is read" in text


def test_markup_of_the_terminal_is_no_danger() -> None:
    """Square brackets in an article are not taken for styles."""
    document = read_bytes("他说[bold]不会[/bold]派兵[/]。\n[1/2] 图为士兵。".encode(), "[red].txt")
    assert isinstance(document, Document)
    assert "[1/2]" in shown(document, whole=True)
