"""Records with fields (JSON, CSV) as articles: which field is the text, which ones are facts."""

from collections.abc import Mapping
from typing import Any

from claimbook.errors import Problem
from claimbook.model.document import Fact
from claimbook.read.formats.html import page_source
from claimbook.read.source import FIELDS, Fields, Source

CALLED = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "正文", "内容"),
    "html": ("html", "content_html", "body_html", "raw_html"),
    "title": ("title", "headline", "标题"),
    "author": ("author", "byline", "authors", "作者"),
    "outlet": ("outlet", "publisher", "source", "site", "media", "来源", "媒体"),
    "published": (
        "published",
        "published_at",
        "publish_date",
        "date",
        "pubdate",
        "datepublished",
        "时间",
        "日期",
        "发布时间",
    ),
    "url": ("url", "link", "uri", "链接"),
    "repost_of": ("repost_of",),
}
"""What records call their parts, most usual first, when nobody says otherwise."""


def article(name: str, record: Mapping[str, Any], kind: str, encoding: str, fields: Fields) -> Source | Problem:
    """The article of one record.

    >>> article("a.jsonl#1", {"body": "老挝派出50人。", "date": "2025-07-14"}, "json", "utf-8", {}).facts[0].value
    '2025-07-14'
    >>> article("a.jsonl#2", {"id": 7}, "json", "utf-8", {}).what
    'has no text'
    """
    held = {str(key).strip().lower(): value for key, value in record.items() if key is not None}
    facts = tuple(
        Fact(field, words, f"field {key} of the record")
        for field in FIELDS
        for key, words in [_first(held, field, fields)]
        if words
    )
    _, text = _first(held, "text", fields)
    if text:
        return Source(name, text, encoding, kind, facts=facts)
    _, page = _first(held, "html", fields)
    if page:
        return page_source(name, page, encoding, kind, facts)
    named = ", ".join(sorted(held)[:12]) or "none"
    return Problem(name, "has no text", f"say which field holds it, as --field text=NAME; fields here: {named}")


def _first(held: Mapping[str, Any], field: str, fields: Fields) -> tuple[str, str]:
    keys = (fields[field].lower(),) if field in fields else CALLED[field]
    for key in keys:
        value = held.get(key)
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            # JSON can spell half a character; text cannot hold it.
            return key, str(value).encode("utf-8", errors="replace").decode("utf-8")
    return "", ""
