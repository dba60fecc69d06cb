"""Mail messages (.eml): newsletters and forwarded articles."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from claimbook.errors import Problem
from claimbook.model.document import Fact
from claimbook.read.decode import Decoded, decode
from claimbook.read.formats.html import page_source
from claimbook.read.source import Fields, Packed, Source

NAME = "mail"
EXTENSIONS: tuple[str, ...] = (".eml",)
ENOUGH = 200
"""A plain part shorter than this beside a page is only "your program shows no HTML"."""


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:  # noqa: ARG001
    """The message's text; attachments are not read."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    facts = tuple(_facts(message))
    plain, page = _part(message, "plain"), _part(message, "html")
    if plain and (len(plain.text.strip()) >= ENOUGH or not page):
        yield Source(name, plain.text, plain.encoding, NAME, facts=facts)
    elif page:
        yield page_source(name, page.text, page.encoding, NAME, facts)
    else:
        yield Problem(name, "is a message without text", "leave it out, or save its attachment by itself")


def _part(message: EmailMessage, kind: str) -> Decoded | None:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    return decode(payload, part.get_content_charset())


def _facts(message: EmailMessage) -> Iterator[Fact]:
    for fact, header in (("title", "subject"), ("author", "from"), ("url", "list-archive")):
        value = str(message.get(header, "")).strip()
        if name := parseaddr(value)[0] if header == "from" else value:
            yield Fact(fact, name, f"header {header}")
    try:
        yield Fact("published", parsedate_to_datetime(str(message.get("date", ""))).isoformat(), "header date")
    except (ValueError, TypeError, IndexError):
        return
