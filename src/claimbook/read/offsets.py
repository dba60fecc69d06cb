"""Edits, the reading they give, and the way back: every change to a text is an edit, nothing is guessed by comparing.

    source   <p>老挝派出&nbsp;50人</p>
    edits    [<p> -> nothing] [&nbsp; -> space] [</p> -> nothing]
    reading  老挝派出 50人

A map is a row of pieces. In a piece that was copied every character leads to its own; a piece that was replaced leads
as a whole to the whole stretch it came from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claimbook.model.document import Edit, LeftOut, Reading
from claimbook.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the reading and the stretch of the source it came from; `copied` when it is the same text."""

    reading: Span
    source: Span
    copied: bool


@dataclass(frozen=True)
class OffsetMap:
    """The way between a text and what was made of it.

    >>> text, way = apply_edits("a<b>中</b>文", [Edit(Span(1, 4), "", "markup"), Edit(Span(5, 9), "", "markup")])
    >>> text, way.to_source(Span(1, 3)), way.to_source(Span(1, 2)), way.to_reading(Span(2, 10))
    ('a中文', Span(start=4, end=10), Span(start=4, end=5), Span(start=1, end=3))
    """

    pieces: tuple[Piece, ...]
    source_length: int

    @cached_property
    def _filled(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if len(piece.reading))

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.reading.start for piece in self._filled]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece.source.start for piece in self._filled]

    @property
    def length(self) -> int:
        """The length of the reading."""
        return self._filled[-1].reading.end if self._filled else 0

    def to_source(self, span: Span) -> Span:
        """The smallest stretch of the source that gave this stretch of the reading.

        An empty span gives the empty span before the character it stands before.

        Raises:
            ValueError: the span ends outside the reading.
        """
        if span.end > self.length:
            raise ValueError(f"{span} ends outside a reading of {self.length} characters")
        if not len(span):
            if span.start == self.length:
                end = self._filled[-1].source.end if self._filled else 0
                return Span(end, end)
            start = self.to_source(Span(span.start, span.start + 1)).start
            return Span(start, start)
        first = self._filled[bisect_right(self._starts, span.start) - 1]
        last = self._filled[bisect_right(self._starts, span.end - 1) - 1]
        start = first.source.start + (span.start - first.reading.start if first.copied else 0)
        end = last.source.start + span.end - last.reading.start if last.copied else last.source.end
        return Span(start, end)

    def to_reading(self, span: Span) -> Span | None:
        """The stretch of the reading that anything in this stretch of the source went into, or None if nothing did."""
        pieces = self._filled
        low = bisect_left(self._source_starts, span.start)
        if low and pieces[low - 1].source.end > span.start:
            low -= 1
        high = bisect_left(self._source_starts, span.end)
        if low >= high:
            return None
        first, last = pieces[low], pieces[high - 1]
        start = first.reading.start + (max(span.start - first.source.start, 0) if first.copied else 0)
        end = (
            last.reading.start + min(span.end, last.source.end) - last.source.start if last.copied else last.reading.end
        )
        return Span(start, end)

    def compose(self, before: "OffsetMap") -> "OffsetMap":
        """One map for two steps: `before` made the text that this map starts from.

        >>> middle, first = apply_edits("<b>甲乙", [Edit(Span(0, 3), "", "markup")])
        >>> text, second = apply_edits(middle, [Edit(Span(0, 1), "丙", "repair")])
        >>> text, second.compose(first).to_source(Span(0, 2))
        ('丙乙', Span(start=3, end=5))
        """
        pieces: list[Piece] = []
        for piece in self._filled:
            if not piece.copied:
                pieces.append(Piece(piece.reading, before.to_source(piece.source), False))
                continue
            for inner in before._filled[max(bisect_right(before._starts, piece.source.start) - 1, 0) :]:
                if inner.reading.start >= piece.source.end:
                    break
                start, end = max(inner.reading.start, piece.source.start), min(inner.reading.end, piece.source.end)
                if start < end:
                    by = piece.reading.start - piece.source.start
                    pieces.append(Piece(Span(start + by, end + by), before.to_source(Span(start, end)), inner.copied))
        return OffsetMap(tuple(pieces), before.source_length)


def _place(change: Edit | LeftOut) -> tuple[int, int]:
    return change.source.start, change.source.end


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The text with all edits made, and the map back.

    Raises:
        ValueError: two edits overlap, or one ends outside the text.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    done = at = 0

    def put(words: str, source: Span, copied: bool) -> None:
        nonlocal at
        parts.append(words)
        pieces.append(Piece(Span(at, at + len(words)), source, copied))
        at += len(words)

    for edit in sorted(edits, key=_place):
        if edit.source.start < done or edit.source.end > len(text):
            raise ValueError(f"an edit of {edit.source} does not fit after {done} in {len(text)} characters")
        if edit.source.start > done:
            put(text[done : edit.source.start], Span(done, edit.source.start), True)
        put(edit.replacement, edit.source, False)
        done = edit.source.end
    if done < len(text):
        put(text[done:], Span(done, len(text)), True)
    return "".join(parts), OffsetMap(tuple(pieces), len(text))


def compose_edits(text: str, first: Sequence[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """One list of edits on `text` for two steps, where the second step's edits count in what the first one gave.

    Where an edit of the second step touches what the first one changed, the two become one edit that says what
    the second one did.

    >>> compose_edits("A&amp;amp;B", [Edit(Span(1, 6), "&", "entity")], [Edit(Span(1, 6), "&", "entity again")])
    (Edit(source=Span(start=1, end=10), replacement='&', kind='entity again', sure=True),)
    """
    middle, way = apply_edits(text, first)
    firsts = sorted(first, key=_place)
    groups: list[tuple[Span, Span, list[Edit]]] = []
    for edit in sorted(second, key=_place):
        source = _whole_pieces(way, way.to_source(edit.source))
        reach = way.to_reading(source) or edit.source
        reach = reach.cover(edit.source)
        if groups and (groups[-1][0].end > source.start or groups[-1][1].end > reach.start):
            before = groups.pop()
            groups.append((before[0].cover(source), before[1].cover(reach), [*before[2], edit]))
        else:
            groups.append((source, reach, [edit]))
    made: list[Edit] = []
    for source, reach, edits in groups:
        inside = [Edit(e.source.shift(-reach.start), e.replacement, e.kind, e.sure) for e in edits]
        words, _ = apply_edits(reach.of(middle), inside)
        touched = [e for e in firsts if source.contains(e.source) and len(e.source)]
        made.append(Edit(source, words, edits[0].kind, all(e.sure for e in (*edits, *touched))))
    starts = [edit.source.start for edit in made]
    kept = [edit for edit in firsts if not _inside(edit, made, starts)]
    return tuple(sorted((*kept, *made), key=_place))


def _whole_pieces(way: OffsetMap, source: Span) -> Span:
    """The span grown so that no replaced piece is cut."""
    pieces = way._filled
    for at in (bisect_right(way._source_starts, source.start) - 1, bisect_left(way._source_starts, source.end) - 1):
        if at >= 0 and not pieces[at].copied and pieces[at].source.overlaps(source):
            source = source.cover(pieces[at].source)
    return source


def _inside(edit: Edit, made: Sequence[Edit], starts: list[int]) -> bool:
    at = bisect_right(starts, edit.source.start) - 1
    return at >= 0 and edit.source.end <= made[at].source.end and edit.source.start < made[at].source.end


def build_reading(
    text: str, edits: Iterable[Edit], left_out: Iterable[LeftOut], captions: Iterable[Span] = ()
) -> Reading:
    """The reading again from what is kept of it: the text as it came, what was changed and what was left out.

    Edits inside a left-out stretch are dropped: the stretch accounts for them.

    >>> build_reading("老挝<br>派兵。热门", [Edit(Span(2, 6), "", "markup")], [LeftOut(Span(9, 11), "links")]).text
    '老挝派兵。'
    """
    out = merge_left_out(left_out)
    starts = [stretch.source.start for stretch in out]
    kept: list[Edit] = []
    for edit in sorted(edits, key=_place):
        at = bisect_right(starts, edit.source.start) - 1
        if at >= 0 and edit.source.start < out[at].source.end:
            continue
        kept.append(edit)
    cuts = [Edit(stretch.source, "", stretch.reason) for stretch in out]
    words, way = apply_edits(text, [*kept, *cuts])
    unsure = {edit.source for edit in kept if not edit.sure}
    unreadable = tuple(piece.reading for piece in way.pieces if piece.source in unsure and not piece.copied)
    return Reading(words, way, tuple(kept), out, tuple(captions), unreadable)


def merge_left_out(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Left-out stretches in order, without overlap; neighbours with one reason become one.

    >>> merge_left_out([LeftOut(Span(5, 9), "links"), LeftOut(Span(0, 5), "links"), LeftOut(Span(8, 12), "notice")])
    (LeftOut(source=Span(start=0, end=9), reason='links'), LeftOut(source=Span(start=9, end=12), reason='notice'))
    """
    merged: list[LeftOut] = []
    for stretch in sorted(left_out, key=_place):
        start = max(stretch.source.start, merged[-1].source.end) if merged else stretch.source.start
        if start >= stretch.source.end:
            continue
        if merged and merged[-1].source.end == start and merged[-1].reason == stretch.reason:
            merged[-1] = LeftOut(Span(merged[-1].source.start, stretch.source.end), stretch.reason)
        else:
            merged.append(LeftOut(Span(start, stretch.source.end), stretch.reason))
    return tuple(merged)


def unaccounted(reading: Reading, text: str) -> tuple[Span, ...]:
    """Stretches of the text that are neither in the reading nor in an edit nor left out: always none."""
    assert isinstance(reading.map, OffsetMap)
    held = sorted(
        [piece.source for piece in reading.map.pieces if piece.copied]
        + [edit.source for edit in reading.edits]
        + [stretch.source for stretch in reading.left_out]
    )
    ends = [Span(0, 0), *held, Span(len(text), len(text))]
    return tuple(Span(left.end, right.start) for left, right in pairwise(ends) if left.end < right.start)
