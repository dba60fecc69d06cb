"""Whatever lies in a folder, the rest of it is read: trouble with one file is a problem that names it."""

import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.errors import BadInput, Problem
from claimbook.model.document import Document
from claimbook.read import assemble, paths, read_bytes, read_paths
from claimbook.read.formats import html as html_format
from claimbook.read.formats import zipped
from claimbook.read.limits import LIMITS

GOOD = "老挝国防部14日说,老挝将派出一支50人的工兵分队。\n"


def problems(folder: Path) -> dict[str, str]:
    """What is wrong, by file; the good file beside is always read."""
    (folder / "zz-good.txt").write_text(GOOD, encoding="utf-8")
    read = list(read_paths([str(folder)]))
    assert any(isinstance(one, Document) and one.name == "zz-good.txt" for one in read)
    return {one.where: one.what for one in read if isinstance(one, Problem)}


def test_empty_and_binary_files(tmp_path: Path) -> None:
    """Nothing, blanks only, noise, and pictures with the wrong name."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \r\n \n")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "table.xls").write_bytes(b"x")
    found = problems(tmp_path)
    assert found["empty.txt"] == found["blank.txt"] == "is empty"
    assert "not text" in found["noise.txt"]
    assert "PNG image" in found["photo.html"]
    assert "no kind" in found["table.xls"]


def test_a_hint_says_what_to_do(tmp_path: Path) -> None:
    """Every problem says what to do about it."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert all(one.hint for one in read_paths([str(tmp_path)]) if isinstance(one, Problem))


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit is not even opened; a text above its limit is no article."""
    small = replace(LIMITS, file=1000, article=200)
    for module in (paths, assemble, html_format):
        monkeypatch.setattr(module, "LIMITS", small)
    (tmp_path / "huge.txt").write_bytes(b"a" * 1001)
    (tmp_path / "long.txt").write_bytes(b"a" * 300)
    (tmp_path / "long.html").write_bytes(b"<p>" + b"a" * 300)
    found = problems(tmp_path)
    assert "1,001 bytes long" in found["huge.txt"]
    assert "300 characters long" in found["long.txt"]
    assert "303 characters long" in found["long.html"]


def test_nested_tags() -> None:
    """A hundred thousand nested tags are a problem, quickly."""
    read = read_bytes(b"<div>" * 100_000 + GOOD.encode(), "deep.html")
    assert isinstance(read, Problem) and "nested 100,000 deep" in read.what


@pytest.mark.parametrize(
    "garbage",
    [
        "<" * 50_000,
        "<a b='" * 20_000,
        "<!--" * 20_000,
        "&#" * 50_000,
        "<p" * 50_000,
        '<x y="' * 9_000 + ">",
        "&amp" * 50_000,
    ],
)
def test_garbage_takes_linear_time(garbage: str) -> None:
    """Pages of broken markup are read to their end."""
    read_bytes((garbage + GOOD).encode(), "garbage.html")


def test_no_ordinary_files(tmp_path: Path) -> None:
    """Pipes, links to nothing, and links that run in circles."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = problems(tmp_path)
    assert "no ordinary file" in found["pipe.txt"]
    assert "is gone" in found["gone.txt"]
    assert "self.txt" in found
    assert "link to a folder that holds it" in found["loop"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be opened is named."""
    (tmp_path / "locked.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "locked.txt").chmod(0)
    assert "cannot be opened" in problems(tmp_path)["locked.txt"]


def test_vanishing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away between being listed and being opened is a problem of its own."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")

    def gone(self: Path) -> bytes:
        raise FileNotFoundError(self)

    monkeypatch.setattr(Path, "read_bytes", gone)
    read = list(read_paths([str(tmp_path / "a.txt")]))
    assert isinstance(read[0], Problem) and "is gone" in read[0].what


def test_zip_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members that unpack to far more than they are, that lead out of the archive, or are cut off."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 3_000_000)
        archive.writestr("good.txt", GOOD)
        archive.writestr("/root.txt", GOOD)
    whole = (tmp_path / "bomb.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(tmp_path / "nest.zip", "w") as archive:
        archive.writestr("bomb.zip", whole)
    found = problems(tmp_path)
    assert "suspicious size" in found["bomb.zip/bomb.txt"]
    assert "leads out" in found["bomb.zip//root.txt"]
    assert "no zip archive" in found["cut.zip"]
    assert "suspicious size" in found["nest.zip/bomb.zip/bomb.txt"]
    monkeypatch.setattr(zipped, "LIMITS", replace(LIMITS, members=2))
    assert "3 files" in problems(tmp_path)["bomb.zip"]


def test_broken_records() -> None:
    """Cut-off archives and tables give what can be read, and a problem."""
    pytest.importorskip("fastwarc")
    whole = (Path(__file__).parent / "files" / "pages.warc.gz").read_bytes()
    assert isinstance(read_bytes(whole[: len(whole) // 4], "cut.warc.gz"), Problem)
    assert isinstance(read_bytes(b"no archive at all", "text.warc"), Problem)


def test_broken_pdf() -> None:
    """A PDF that is none, or was cut off, is a problem."""
    pytest.importorskip("pypdf")
    whole = (Path(__file__).parent / "files" / "brief.pdf").read_bytes()
    assert isinstance(read_bytes(b"%PDF-1.4 nothing", "none.pdf"), Problem)
    assert isinstance(read_bytes(whole[:400], "cut.pdf"), Problem)


def test_misuse_is_raised() -> None:
    """A path that does not exist is the caller's mistake, told before anything is read."""
    with pytest.raises(BadInput, match="no such file"):
        list(read_paths(["does/not/exist"]))


def test_locked_pdf(tmp_path: Path) -> None:
    """A PDF that needs a password is a problem that says so."""
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=Path(__file__).parent / "files" / "brief.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    read = read_bytes((tmp_path / "locked.pdf").read_bytes(), "locked.pdf")
    assert isinstance(read, Problem) and "password" in read.what


def test_names_in_archives_of_chinese_windows(tmp_path: Path) -> None:
    """Names without the UTF-8 mark are read as GBK where they are no UTF-8."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("xxxx.txt", GOOD)
    raw = (tmp_path / "a.zip").read_bytes().replace(b"xxxx", "老挝".encode("gbk"))
    read = read_bytes(raw, "a.zip")
    assert isinstance(read, Document) and read.name == "a.zip/老挝.txt"
