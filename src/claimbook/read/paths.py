"""Files and folders to documents: sorted, deterministic, one bad file never stops the rest."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from claimbook.errors import BadInput, Problem
from claimbook.model.document import Document
from claimbook.read.assemble import assemble
from claimbook.read.formats import FORMATS, by_name
from claimbook.read.limits import LIMITS
from claimbook.read.sidecar import given_about, is_sidecar
from claimbook.read.source import Fields, Meta, Packed


def read_bytes(data: bytes, name: str, meta: Meta | None = None) -> Document | Problem:
    """The one article in the bytes of a file called `name`. Never raises.

    >>> read_bytes("老挝同意派出50名工兵。".encode(), "laos.txt").reading.text
    '老挝同意派出50名工兵。'
    >>> read_bytes(b"", "empty.txt").what
    'is empty'
    """
    documents = list(islice(read_all(data, name, meta), 2))
    if len(documents) == 1:
        return documents[0]
    if not documents:
        return Problem(name, "holds no article", "leave it out")
    return Problem(name, "holds several articles", "read it as a file: each article gets a name of its own")


def read_all(
    data: bytes, name: str, meta: Meta | None = None, ending: str = "", fields: Fields | None = None
) -> Iterator[Document | Problem]:
    """Every article in the bytes of a file called `name`. Never raises.

    `meta` is what is given about it, and wins; `ending` says the kind where the name does not; `fields` how records
    call their parts.
    """
    yield from _unpacked(Packed(name, data, ending), meta, fields or {}, 0)


def _unpacked(packed: Packed, meta: Meta | None, fields: Fields, depth: int) -> Iterator[Document | Problem]:
    name = packed.name
    if not packed.data.strip():
        yield Problem(name, "is empty", "leave it out, or save it again")
        return
    form = by_name(packed.ending or name)
    if form is None:
        known = " ".join(ending for one in FORMATS for ending in one.EXTENSIONS)
        yield Problem(name, "is of no kind that is read here", f"kinds read: {known}")
        return
    if depth > LIMITS.packed:
        yield Problem(name, "is packed inside too many other files", "unpack it first")
        return
    try:
        for part in form.read(packed.data, name, fields):
            if isinstance(part, Problem):
                yield part
            elif isinstance(part, Packed):
                yield from _unpacked(replace(part, facts=(*part.facts, *packed.facts)), meta, fields, depth + 1)
            else:
                yield assemble(replace(part, facts=(*part.facts, *packed.facts)), meta)
    except (RecursionError, MemoryError) as error:
        yield Problem(name, f"is too large or too deeply nested ({type(error).__name__})", "leave it out")
    except Exception as error:  # whatever a format's library trips over is trouble with this file only
        yield Problem(
            name, f"cannot be read ({type(error).__name__}: {str(error)[:200]})", "leave it out, or save it again"
        )


def read_paths(paths: Sequence[str], fields: Fields | None = None) -> Iterator[Document | Problem]:
    """The articles of files, folders (all below them, in order) and "-" (standard input).

    `fields` says how records of JSON and CSV call their parts: {"text": "body"}.

    Raises:
        BadInput: a path that does not exist was asked for.
    """
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            raise BadInput(f"{path}: there is no such file or folder")
    taken: dict[str, str] = {}
    for path in paths:
        for name, file in _files(path):
            if isinstance(file, Problem):
                yield file
                continue
            yield from _read_file(file, _free(name, path, taken), fields)


def _free(name: str, argument: str, taken: dict[str, str]) -> str:
    """The name, with the argument's folder before it where another file of the run has the name."""
    whole = Path(argument)
    folder = (whole if whole.is_dir() else whole.parent).resolve().name
    for candidate in (name, f"{folder}/{name}", *(f"{folder}-{count}/{name}" for count in range(2, 10_000))):
        if candidate not in taken:
            taken[candidate] = argument
            return candidate
    return name


def _files(path: str) -> Iterator[tuple[str, Path | Problem | None]]:
    """Name and file of everything a path stands for; None is standard input."""
    if path == "-":
        yield "stdin", None
        return
    root = Path(path)
    if not root.is_dir():
        yield root.name, root
        return
    yield from _below(root, root, (os.path.realpath(root),))


def _below(folder: Path, root: Path, above: tuple[str, ...]) -> Iterator[tuple[str, Path | Problem | None]]:
    where = folder.relative_to(root).as_posix()
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield where, Problem(where, f"cannot be opened ({error.strerror})", "give read permission, or leave it out")
        return
    for entry in entries:
        if entry.name.startswith(".") or is_sidecar(entry.name):
            continue
        file = Path(entry.path)
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if not is_folder:
            yield file.relative_to(root).as_posix(), file
            continue
        real = os.path.realpath(entry.path)
        if real in above:
            name = file.relative_to(root).as_posix()
            yield name, Problem(name, "is a link to a folder that holds it", "remove the link")
        elif len(above) < 200:
            yield from _below(file, root, (*above, real))


def _read_file(file: Path | None, name: str, fields: Fields | None) -> Iterator[Document | Problem]:
    if file is None:
        data = sys.stdin.buffer.read(LIMITS.file + 1)
        if len(data) > LIMITS.file:
            yield Problem(name, "is too long", f"give at most {LIMITS.file:,} bytes")
            return
        yield from read_all(data, name, ending=_guessed(data), fields=fields)
        return
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode):
            yield Problem(name, "is no ordinary file", "leave it out")
            return
        if (size := file.stat().st_size) > LIMITS.file:
            yield Problem(name, f"is {size:,} bytes long", f"give files of at most {LIMITS.file:,} bytes")
            return
        data = file.read_bytes()
    except FileNotFoundError:
        yield Problem(name, "is gone: a link to nothing, or removed during the run", "leave it out, or put it back")
        return
    except OSError as error:
        yield Problem(name, f"cannot be opened ({error.strerror})", "give read permission, or leave it out")
        return
    yield from read_all(data, name, given_about(file), fields=fields)


def _guessed(data: bytes) -> str:
    """Standard input has no ending: a page begins with a tag, lines of JSON with a brace, the rest is text.

    >>> _guessed(b"<!doctype html><p>x"), _guessed("老挝".encode())
    ('.html', '.txt')
    """
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000].lower()
    if head.startswith(b"<") and any(tag in head for tag in (b"<html", b"<!doctype", b"<body", b"<p>", b"<div")):
        return ".html"
    return ".jsonl" if head.startswith(b'{"') and by_name(".jsonl") else ".txt"
