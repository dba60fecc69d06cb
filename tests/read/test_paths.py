"""Which files are read, in which order, under which names, with what beside them."""

import io
import json
import sys
from pathlib import Path

import pytest

from claimbook.model.document import Document
from claimbook.read import read_bytes, read_paths

TEXT = "越南外交部发言人3日表示,越南政府尚未收到任何派兵请求。\n"


def write(file: Path, text: str = TEXT) -> None:
    """A file with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def names(*arguments: Path) -> list[str]:
    """Names of what is read."""
    return [one.name for one in read_paths([str(one) for one in arguments]) if isinstance(one, Document)]


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    """All below a folder, sorted, hidden files aside; names are paths below the folder."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "c.md"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c.md"]


def test_names_never_meet(tmp_path: Path) -> None:
    """Two files of one name get the folder before it."""
    for folder in ("one", "two"):
        write(tmp_path / folder / "a.txt")
    assert names(tmp_path / "one", tmp_path / "two") == ["a.txt", "two/a.txt"]
    assert names(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt") == ["a.txt", "two/a.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input; pages are told from text."""

    class Stdin:
        buffer = io.BytesIO(f"<html><body><p>{TEXT}</p></body></html>".encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    (read,) = read_paths(["-"])
    assert isinstance(read, Document) and (read.name, read.format) == ("stdin", "html")


def test_side_cars_win(tmp_path: Path) -> None:
    """What a person gives goes before what the article says; a file's own side-car before the folder's table."""
    write(tmp_path / "a.txt", "标题一行字\n2024-01-01 来源：某网\n" + TEXT)
    write(tmp_path / "b.txt")
    write(tmp_path / "a.txt.meta.json", json.dumps({"published": "2025-07-03", "outlet": "晨报"}))
    write(tmp_path / "manifest.csv", "file,outlet,published\na.txt,晚报,2020-01-01\nb.txt,晚报,2025-07\n")
    first, second = (one for one in read_paths([str(tmp_path)]) if isinstance(one, Document))
    assert (first.fact("outlet"), first.date, first.date_from) == ("晨报", "2025-07-03", "published: given")
    assert (second.fact("outlet"), second.date) == ("晚报", "2025-07")


def test_fields_can_be_named() -> None:
    """Records may call their text as they like."""
    from claimbook.read import read_all

    line = json.dumps({"artikel": TEXT, "kopf": "标题"}).encode()
    (read,) = read_all(line, "x.jsonl", fields={"text": "artikel", "title": "kopf"})
    assert isinstance(read, Document) and read.fact("title") == "标题"


def test_same_input_same_id() -> None:
    """The id depends on name and text alone."""
    one, two = read_bytes(TEXT.encode(), "a.txt"), read_bytes(TEXT.encode("gb18030"), "a.txt")
    other = read_bytes(TEXT.encode(), "b.txt")
    assert isinstance(one, Document) and isinstance(two, Document) and isinstance(other, Document)
    assert one.id == two.id != other.id
    assert one.sha256 == other.sha256
