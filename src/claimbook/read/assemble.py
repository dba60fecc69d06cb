"""A source to a document: repairs, then what is not the article, then captions, facts and the date.

Every step gives edits or left-out stretches in positions of the text as it came, so nothing is lost on the way.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimbook.errors import Problem
from claimbook.model.document import Document, Edit, Fact, LeftOut, Reading
from claimbook.model.span import Span
from claimbook.read.byline import read_byline
from claimbook.read.captions import find_captions
from claimbook.read.damage import STEPS
from claimbook.read.date import article_date
from claimbook.read.furniture import Found, find_furniture
from claimbook.read.limits import LIMITS
from claimbook.read.lines import Row, rows
from claimbook.read.offsets import OffsetMap, apply_edits, build_reading, compose_edits, merge_left_out
from claimbook.read.page_facts import dated_address
from claimbook.read.source import Meta, Source, given_facts


def assemble(source: Source, meta: Meta | None = None) -> Document | Problem:
    """The document of one source. `meta` is what a person gave about it, and wins."""
    if len(source.text) > LIMITS.article:
        return Problem(
            source.name, f"is {len(source.text):,} characters long", f"give articles of at most {LIMITS.article:,}"
        )
    if not source.text.strip():
        return Problem(source.name, "is empty", "leave it out, or save it again")
    edits = repaired(source.text, source.edits)
    first = build_reading(source.text, edits, _grown(source.left_out, edits))
    lines = _numbered(rows(first.text), source.text, first)
    title = next((fact.value for fact in source.facts if fact.name == "title"), None)
    found = find_furniture(lines)
    byline = read_byline(lines, frozenset(one.row for one in found), title)
    way = first.map
    assert isinstance(way, OffsetMap)
    out = [*first.left_out, *_stretches(lines, [*found, *byline.out], way)]
    reading = build_reading(source.text, edits, _grown(out, edits))
    if not reading.text.strip():
        return Problem(source.name, "holds no article: all of it is the page around one", "give the article's own page")
    way = reading.map
    assert isinstance(way, OffsetMap)
    marked = [way.to_reading(Span(*caption)) for caption in source.captions]
    kept = rows(reading.text)
    captions = sorted({*find_captions(kept), *(span for span in marked if span)})
    reading = build_reading(source.text, edits, _grown(out, edits), _apart(captions))
    facts = (*given_facts(meta, "given"), *source.facts, *byline.facts)
    facts = (*facts, *dated_address(facts))
    date, date_from = article_date(facts, kept)
    sha256 = hashlib.sha256(source.text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return Document(
        id=hashlib.sha256(f"{source.name}\0{sha256}".encode("utf-8", errors="replace")).hexdigest()[:16],
        name=source.name,
        text=source.text,
        sha256=sha256,
        encoding=source.encoding,
        format=source.format,
        reading=reading,
        facts=_once(facts),
        date=date,
        date_from=date_from,
    )


def _numbered(lines: tuple[Row, ...], text: str, reading: Reading) -> tuple[Row, ...]:
    """The lines with the numbers they have in the text as it came."""
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    return tuple(
        replace(row, number=bisect_left(breaks, reading.to_source(Span(row.span.start, row.span.start + 1)).start) + 1)
        for row in lines
    )


def repaired(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits on `text` after every repair step has looked at what the ones before left."""
    done = tuple(edits)
    now, _ = apply_edits(text, done)
    for step in STEPS:
        if more := step(now):
            done = compose_edits(text, done, _without_overlap(more))
            now, _ = apply_edits(text, done)
    return done


def _without_overlap(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = -1
    for edit in sorted(edits, key=lambda edit: edit.source):
        if edit.source.start >= end:
            yield edit
            end = edit.source.end


def _stretches(lines: tuple[Row, ...], found: list[Found], way: OffsetMap) -> list[LeftOut]:
    """Lines with their breaks; empty lines go with what stands before them."""
    out = {one.row: one.reason for one in reversed(found)}
    for at, row in enumerate(lines):
        if not row.view and at - 1 in out:
            out[at] = out[at - 1]
    return [LeftOut(way.to_source(lines[at].span), reason) for at, reason in sorted(out.items())]


def _grown(left_out: Iterable[LeftOut], edits: tuple[Edit, ...]) -> tuple[LeftOut, ...]:
    """Left-out stretches that cut no edit in two: an edit that begins before one and ends in it goes with it."""
    out = merge_left_out(left_out)
    if not out:
        return out
    grown: list[LeftOut] = []
    at = 0
    for stretch in out:
        while at < len(edits) and edits[at].source.end <= stretch.source.start:
            at += 1
        span = stretch.source
        if at < len(edits) and edits[at].source.start < span.start < edits[at].source.end:
            span = span.cover(edits[at].source)
        last = at
        while last < len(edits) and edits[last].source.start < span.end:
            span = Span(span.start, max(span.end, edits[last].source.end))
            last += 1
        grown.append(LeftOut(span, stretch.reason))
    return _joined(merge_left_out(grown), edits)


def _joined(out: tuple[LeftOut, ...], edits: tuple[Edit, ...]) -> tuple[LeftOut, ...]:
    """Neighbours with one reason and nothing between them but markup are one stretch."""
    joined: list[LeftOut] = []
    starts = [edit.source.start for edit in edits]
    for stretch in out:
        if joined and joined[-1].reason == stretch.reason:
            at, end = joined[-1].source.end, stretch.source.start
            place = bisect_left(starts, at)
            while place < len(edits) and edits[place].source.start == at and not edits[place].replacement.strip():
                at, place = edits[place].source.end, place + 1
            if at == end:
                joined[-1] = LeftOut(joined[-1].source.cover(stretch.source), stretch.reason)
                continue
        joined.append(stretch)
    return tuple(joined)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = apart[-1].cover(span)
        else:
            apart.append(span)
    return tuple(apart)


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts without those that say again what an earlier one of the same name said."""
    first: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        first.setdefault((fact.name, fact.value), fact)
    return tuple(first.values())
