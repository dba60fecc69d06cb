"""Zip archives: the files inside are read as if they lay in a folder of the archive's name."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from claimbook.errors import Problem
from claimbook.read.limits import LIMITS
from claimbook.read.source import Fields, Packed, Source

NAME = "zip"
EXTENSIONS: tuple[str, ...] = (".zip",)


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """Each file inside, by its name; one at a time, so that only one is in memory."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        yield Problem(name, f"is no zip archive, or a broken one ({error})", "download it again")
        return
    members = sorted((member for member in archive.infolist() if not member.is_dir()), key=lambda one: one.filename)
    if len(members) > LIMITS.members:
        yield Problem(name, f"holds {len(members):,} files", f"give archives of at most {LIMITS.members:,}")
        return
    left = LIMITS.inside
    for member in members:
        inside = _named(member)
        where = f"{name}/{inside}"
        if any(part.startswith((".", "__MACOSX")) and part != ".." for part in inside.split("/")):
            continue
        if problem := _refused(member, inside, where, left):
            yield problem
            continue
        try:
            with archive.open(member) as stream:
                content = stream.read(min(LIMITS.file, left) + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, NotImplementedError, EOFError) as error:
            yield Problem(where, f"cannot be unpacked ({error})", "download the archive again")
            continue
        left -= len(content)
        if len(content) > LIMITS.file or left < 0:
            yield Problem(where, "is larger than its archive says", "leave it out")
            continue
        yield Packed(where, content)


def _refused(member: zipfile.ZipInfo, inside: str, where: str, left: int) -> Problem | None:
    if inside.startswith(("/", "\\")) or ".." in inside.replace("\\", "/").split("/") or inside[1:2] == ":":
        return Problem(where, "has a name that leads out of the archive", "do not trust this archive")
    if member.flag_bits & 0x1:
        return Problem(where, "is locked with a password", "unpack it first")
    if member.file_size > LIMITS.file or member.file_size > left:
        return Problem(where, f"is {member.file_size:,} bytes unpacked", "unpack it and give the part that is wanted")
    if member.file_size > LIMITS.ratio * max(member.compress_size, 1) and member.file_size > 1_000_000:
        return Problem(where, "unpacks to a suspicious size", "do not trust this archive")
    return None


def _named(member: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 mark are read as cp437 by the library; Chinese Windows means GBK."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
