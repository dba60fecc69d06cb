"""An article's text cut for showing: paragraphs of stretches, each with the claims it is evidence of.

The quote stays exact: stretches are cut from the text as it came. Markup is not shown but counted; what was repaired
is shown as it is read, with what came beside it; what is not the article is folded away with the reason.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimbook.model.claim import Claim
from claimbook.model.document import Document, Edit, LeftOut
from claimbook.model.span import Span

QUIET = frozenset({"markup", "entity", "entity again", "line break in a paragraph"})
"""Kinds of edits that are not shown as repairs: the page's own signs for what is read."""

LONGEST_LEFT_OUT = 1_200
"""Characters of a left-out stretch that a page shows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch shown in one way: as read, as it came where that differs, the claims it is evidence of.

    `starts` are the claims whose first evidence begins here; `figure` marks the words of a claim's figure.
    """

    text: str
    came: str | None
    claims: tuple[str, ...]
    starts: tuple[str, ...]
    sure: bool = True
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces on one line of the article."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A stretch that is not part of the article: why, how long it is, how it begins."""

    reason: str
    length: int
    text: str

    @property
    def is_cut(self) -> bool:
        """Whether only its beginning is shown."""
        return len(self.text) < self.length


def blocks(document: Document, claims: Sequence[Claim]) -> list[Paragraph | Folded]:
    """The whole article in order: paragraphs, and what was left out between them."""
    made: list[Paragraph | Folded] = []
    line: list[Piece] = []

    def end_line() -> None:
        if any(piece.text.strip() or piece.starts for piece in line):
            made.append(Paragraph(_joined(line)))
        line.clear()

    for part in _parts(document, claims):
        if isinstance(part, LeftOut):
            end_line()
            words = part.source.of(document.text)
            if words.strip():
                made.append(Folded(part.reason, len(words), words[:LONGEST_LEFT_OUT]))
            continue
        first, *rest = part.text.split("\n") if part.came is None or "\n" in part.text else [part.text]
        line.append(Piece(first, part.came, part.claims, part.starts, part.sure))
        for words in rest:
            end_line()
            line.append(Piece(words, None, part.claims, ()))
    end_line()
    return made


def sentence(document: Document, claim: Claim, number: int = 0) -> tuple[Piece, ...]:
    """The words around one evidence of a claim, up to the ends of its sentence; evidence and figure are marked."""
    evidence = claim.evidence[number]
    around = _uncut(document, _sentence(document.text, Span(evidence.start, evidence.end)))
    figures = [Span(reason.start, reason.end) for reason in claim.reasons if reason.slot == "quantity"]
    pieces = [part for part in _parts(document, [claim], around, figures) if isinstance(part, Piece)]
    return _joined(replace(piece, text=" ".join(piece.text.split("\n"))) for piece in pieces)


def repaired(document: Document) -> int:
    """In how many places the text was repaired."""
    return sum(edit.kind not in QUIET for edit in document.reading.edits)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours that are shown alike as one: what stood between them, a tag, is not shown."""
    made: list[Piece] = []
    for piece in pieces:
        if not (piece.text or piece.came or piece.starts):
            continue
        before = made[-1] if made else None
        alike = before and before.came is None is piece.came and not piece.starts
        if before and alike and (piece.claims, piece.figure) == (before.claims, before.figure):
            made[-1] = replace(before, text=before.text + piece.text)
        else:
            made.append(piece)
    return tuple(made)


def _parts(
    document: Document, claims: Sequence[Claim], within: Span | None = None, figures: Sequence[Span] = ()
) -> Iterator[Piece | LeftOut]:
    """The text in order, cut wherever an edit, a left-out stretch, an evidence or a figure begins or ends."""
    text = document.text
    within = within or Span(0, len(text))
    evidence = sorted((Span(e.start, e.end), claim.id) for claim in claims for e in claim.evidence)
    first = {claim.id: claim.span.start for claim in claims}
    spans = [*(span for span, _ in evidence), *figures]
    cuts = sorted({position for span in spans for position in (span.start, span.end)})
    started: set[str] = set()
    at, active = 0, _Active(evidence)
    for fixed in [*_fixed(document, within), None]:
        start = fixed.source.start if fixed else within.end
        position = max(at, within.start)
        for cut in [*cuts[bisect_left(cuts, position + 1) : bisect_left(cuts, start)], start]:
            if cut > position:
                over = active.at(position, cut)
                starts = tuple(key for key in over if key not in started and position <= first[key] < cut)
                started.update(starts)
                figure = any(span.contains(Span(position, cut)) for span in figures)
                yield Piece(text[position:cut], None, over, starts, figure=figure)
                position = cut
        if fixed is None:
            return
        at = fixed.source.end
        if isinstance(fixed, LeftOut):
            yield fixed
            continue
        over = active.at(fixed.source.start, max(fixed.source.end, fixed.source.start + 1))
        starts = tuple(key for key in over if key not in started and fixed.source.start <= first[key] < at)
        started.update(starts)
        came = None if fixed.kind in QUIET else fixed.source.of(text)
        if fixed.replacement or came or starts:
            yield Piece(fixed.replacement, came, over, starts, fixed.sure)


def _fixed(document: Document, within: Span) -> list[Edit | LeftOut]:
    """Edits and left-out stretches inside `within`, in order; an edit inside a left-out stretch goes with it."""
    made: list[Edit | LeftOut] = []
    both: Iterable[Edit | LeftOut] = (*document.reading.left_out, *document.reading.edits)
    for one in sorted(both, key=lambda one: (one.source.start, -one.source.end)):
        inside = within.start <= one.source.start and one.source.end <= within.end
        if inside and (not made or one.source.start >= made[-1].source.end):
            made.append(one)
    return made


class _Active:
    """Which claims' evidence covers a stretch; asked for stretches in order."""

    def __init__(self, evidence: list[tuple[Span, str]]) -> None:
        self._coming = evidence[::-1]
        self._open: list[tuple[Span, str]] = []

    def at(self, start: int, end: int) -> tuple[str, ...]:
        while self._coming and self._coming[-1][0].start < end:
            self._open.append(self._coming.pop())
        self._open = [one for one in self._open if one[0].end > start]
        return tuple(dict.fromkeys(key for _, key in self._open))


def _uncut(document: Document, span: Span) -> Span:
    """The span without the edit or left-out stretch that it begins or ends in: no half of a tag is shown."""
    start, end = span.start, span.end
    both: tuple[Edit | LeftOut, ...] = (*document.reading.left_out, *document.reading.edits)
    for one in both:
        if one.source.start < start < one.source.end:
            start = one.source.end
        if one.source.start < end < one.source.end:
            end = one.source.start
    return Span(min(start, end), end)


_END = re.compile(r"[。！？!?\n]|[.](?=\s|$)")
_REACH = 160


def _sentence(text: str, span: Span) -> Span:
    """From the end of the sentence before to the end of this one, at most some way on either side."""
    start = first = max(0, span.start - _REACH)
    for end in _END.finditer(text, first, span.start):
        start = end.end()
    if start == first > 0:
        start = _word(text, start)
    start = min(start + len(text[start : span.start]) - len(text[start : span.start].lstrip()), span.start)
    last = _END.search(text, max(span.end - 1, span.start), min(len(text), span.end + _REACH))
    return Span(start, max(last.end() if last else min(len(text), span.end + _REACH), span.end))


def _word(text: str, position: int) -> int:
    """The beginning of the next word, where words are divided by spaces."""
    space = text.find(" ", position, position + 20)
    return space + 1 if space >= 0 else position
