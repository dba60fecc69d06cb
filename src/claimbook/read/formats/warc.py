"""Web archives (WARC, also gzipped): every page inside, named by its place in the archive."""

import gzip
import importlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

from claimbook.errors import Problem
from claimbook.model.document import Fact
from claimbook.read.limits import LIMITS
from claimbook.read.source import Fields, Packed, Source

NAME = "warc"
EXTENSIONS: tuple[str, ...] = (".warc", ".warc.gz")
PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """Each page that was answered with success; pictures and scripts are passed over."""
    try:
        warc: Any = importlib.import_module("fastwarc.warc")
    except ImportError:
        yield Problem(name, "is a web archive, and nothing here reads those", "install fastwarc")
        return
    number = 0
    try:
        for record in warc.ArchiveIterator(
            io.BytesIO(data), record_types=warc.WarcRecordType.response, parse_http=True
        ):
            number += 1
            where = f"{name}#{number}"
            status, kind = record.http_headers.status_code or 200, (record.http_content_type or "").lower()
            if status != 200 or kind not in PAGES:
                continue
            body = record.reader.read(LIMITS.article + 1)
            if len(body) > LIMITS.article:
                yield Problem(where, "is too long", f"give pages of at most {LIMITS.article:,} bytes")
                continue
            if _is_short(body, record.http_headers):
                yield Problem(where, "is cut off", "download the archive again: it ends in the middle")
                continue
            address = record.headers.get("WARC-Target-URI") or ""
            facts = (Fact("url", address, "WARC-Target-URI"),) if address else ()
            yield Packed(where, _plain_body(body, record.http_headers), PAGES[kind], facts)
    except Exception as error:  # the library raises several kinds on broken records
        yield Problem(
            f"{name}#{number + 1}", f"is a broken record ({type(error).__name__})", "what stands before it was read"
        )
        return
    if not number:
        yield Problem(name, "holds no readable records", "download it again: it may be cut off")


def _is_short(body: bytes, headers: Any) -> bool:
    """Fewer bytes than the answer itself said it had."""
    said = headers.get("Content-Length") or ""
    return said.isdigit() and len(body) < int(said)


def _plain_body(body: bytes, headers: Any) -> bytes:
    """The body without its transfer compression, as far as it goes."""
    if (headers.get("Content-Encoding") or "").lower() != "gzip":
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
            return stream.read(LIMITS.article + 1)
    except (OSError, EOFError, zlib.error):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, LIMITS.article + 1)
