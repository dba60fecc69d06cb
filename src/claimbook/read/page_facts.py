"""What a page says about its article in its head: title, author, outlet, address, when published.

JSON-LD first, then meta elements, then the page's own <title> and <h1>. Dates of the surrounding page (related
links, comments, "last updated" of the site) are not looked at: only fields that mean the publication.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimbook.model.document import Fact
from claimbook.read.byline import line_facts
from claimbook.read.flatten import Flat, Line
from claimbook.read.lines import rows
from claimbook.read.main_text import Verdict

META = re.compile(r"<meta\s([^<>]{1,3000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-zA-Z:_-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
JSON_LD = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>([^<]{2,200000})", re.IGNORECASE)
TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
CANONICAL = re.compile(r"""<link\s[^<>]{0,300}rel\s*=\s*["']?canonical["']?[^<>]{0,500}>""", re.IGNORECASE)
TIME = re.compile(r"""<time\s[^<>]{0,400}datetime\s*=\s*["']([^"'<>]{4,40})["']""", re.IGNORECASE)
ABOVE = 14
"""Lines above the text that are looked at."""
IN_ADDRESS = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)")

MEANS = {
    "published": (
        "article:published_time", "og:published_time", "published_time", "datepublished", "pubdate", "publishdate",
        "publish_date", "publish-date", "apub:time", "weibo: article:create_at", "date", "dc.date", "dc.date.issued",
        "sailthru.date", "parsely-pub-date", "article.published", "bytedance:published_time",
        "cxenseparse:recs:publishtime",
    ),
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "og:article:author", "byl", "parsely-author"),
    "outlet": ("og:site_name", "mediaid", "source", "application-name", "dc.publisher", "copyright"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
ARTICLES = frozenset(
    ("newsarticle", "article", "reportagenewsarticle", "blogposting", "webpage", "analysisnewsarticle")
)


def page_facts(source: str, flat: Flat, verdict: Verdict) -> tuple[Fact, ...]:
    """What the page's head says, best source first.

    >>> from claimbook.read.flatten import flatten
    >>> page = "<meta property='article:published_time' content='2025-07-14T08:00:00Z'><h1>老挝出兵</h1><p>x</p>"
    >>> [(fact.name, fact.value) for fact in page_facts(page, flatten(page), Verdict((False, True), (False, False)))]
    [('published', '2025-07-14T08:00:00Z'), ('title', '老挝出兵')]
    """
    facts = [*_json_ld(source), *_meta(source)]
    if found := CANONICAL.search(source):
        address = dict(_attributes(found.group())).get("href", "")
        facts.append(Fact("url", address, "link rel=canonical"))
    for line in flat.lines:
        if _in_heading(line):
            facts.append(Fact("title", line.text.strip(), "h1"))
            break
    if found := TITLE.search(source):
        facts.append(Fact("title", html.unescape(found.group(1)).strip(), "title element"))
    body = _body(flat, verdict)
    facts.extend(_lines_above(source, flat, body))
    if body < len(flat.lines) and (times := list(TIME.finditer(source, 0, flat.lines[body].end))):
        facts.append(Fact("published", times[-1].group(1), "time element above the text"))
    return tuple(fact for fact in facts if fact.value.strip())


def _body(flat: Flat, verdict: Verdict) -> int:
    """The first line of the article that is no heading."""
    kept = (at for at, keep in enumerate(verdict.kept) if keep and not _in_heading(flat.lines[at]))
    return next(kept, len(flat.lines))


def _in_heading(line: Line) -> bool:
    return any(element.tag == "h1" for element in line.inside)


def _lines_above(source: str, flat: Flat, first: int) -> Iterator[Fact]:
    """What the lines between the headline and the text tell: date, source, author."""
    heads = [at for at, line in enumerate(flat.lines) if _in_heading(line)]
    start = next((at for at in reversed(heads) if at <= first), max(first - ABOVE, 0))
    for line in flat.lines[max(start - 2, first - ABOVE, 0) : first]:
        for row in rows(line.apart):
            yield from line_facts(row, f"line {source.count(chr(10), 0, line.start) + 1}, above the text", head=True)


def dated_address(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The date that an article's address holds, as most news sites write it.

    >>> [fact.value for fact in dated_address([Fact("url", "https://news.example/2025/07/14/laos.html", "given")])]
    ['2025-07-14']
    """
    for fact in facts:
        if fact.name == "url" and (found := IN_ADDRESS.search(fact.value)):
            yield Fact("published", "-".join(found.groups()), f"date in the address ({fact.where})")


def _meta(source: str) -> Iterator[Fact]:
    said: dict[str, str] = {}
    for found in META.finditer(source):
        attributes = dict(_attributes(found.group(1)))
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if content := attributes.get("content", "").strip():
            said.setdefault(name.lower().strip(), content)
    for fact, names in MEANS.items():
        for name in names:
            if name in said:
                yield Fact(fact, said[name], f"meta {name}")
                break


def _attributes(tag: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in ATTRIBUTE.findall(tag):
        yield name.lower(), html.unescape(double or single or bare)


def _json_ld(source: str) -> Iterator[Fact]:
    for found in JSON_LD.finditer(source):
        try:
            held: Any = json.loads(found.group(1), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(held):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(str(kind).lower() in ARTICLES for kind in kinds):
                continue
            for fact, key in (
                ("published", "datePublished"), ("title", "headline"), ("author", "author"), ("outlet", "publisher"),
                ("url", "url"),
            ):  # fmt: skip
                if value := _name_of(item.get(key)):
                    yield Fact(fact, value, f"JSON-LD {key}")


def _items(held: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(held, list) and depth < 4:
        for part in held[:100]:
            yield from _items(part, depth + 1)
    elif isinstance(held, dict):
        yield held
        yield from _items(held.get("@graph"), depth + 1)


def _name_of(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_name_of(part) for part in value[:10])))
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    return html.unescape(value).strip() if isinstance(value, str) else ""
