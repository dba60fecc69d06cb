"""Articles that were copied or reworded from others, found by the passages they share.

A text is cut into words (a Chinese character counts as one), every `SHINGLE` words in a row are hashed, and of the
hashes those below a fixed bound are kept: the same sample of every text (MinHash with a bound in place of a number, so
that "how much of the smaller lies in the larger" can be read off as well as likeness). A shingle that stands in more
than `COMMON` articles leads to comparing each with the next only: agency lines and set phrases make no work, and what
everybody copied is still found.

    share of the smaller one's shingles      what it is
    `COPY` or more                           copied, perhaps cut or lightly reworded
    `REWORDED` or more, and beside it        reworded: both quote the same words at length, have the same unusual
    quotations, figures or a headline        figures, or near the same headline
    less                                     written apart
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.model.document import Document
from claimbook.reconcile.facets import plain

SHINGLE = 5
SAMPLE = 2
"""One shingle in so many is kept."""
COMMON = 40
COPY = 0.35
REWORDED = 0.08
SAME = 0.9
LONGEST = 200_000
"""Characters of an article that are looked at."""

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_QUOTED = re.compile(r"[“\"「]([^“”\"「」]{8,200})[”\"」]")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FEW = 20
"""Fewer words than this are no article that could be told to be a copy."""

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Copy:
    """One article and the one it was copied from (their ids), how much they share, and why it is thought so."""

    copy: str
    original: str
    share: float
    why: str


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a text to compare it: sampled hashes, long quotations, unusual figures, the headline's words."""

    hashes: Hashes
    words: int
    quotations: frozenset[str]
    figures: frozenset[str]
    headline: frozenset[str]


def copies(documents: Sequence[Document]) -> dict[str, Copy]:
    """For each article that was copied, by its id, what it was copied from: always an article that is no copy itself.

    Which of two came first is told by their dates, else by a source line that names the other, else the longer one
    is taken for the original, else the smaller id.
    """
    distinct = sorted({document.id: document for document in documents}.values(), key=lambda document: document.id)
    prints = [fingerprint(document.reading.text) for document in distinct]
    found: dict[str, Copy] = {}
    order = sorted(range(len(distinct)), key=lambda index: _first(distinct[index], prints[index]))
    rank = {index: place for place, index in enumerate(order)}
    told = [(left, right, *compared(prints[left], prints[right])) for left, right in _candidates(prints)]
    told = [(left, right, share, why) for left, right, share, why in told if why]

    def in_order(left: int, right: int) -> tuple[int, int]:
        original, copy = sorted((left, right), key=lambda index: rank[index])
        one, other = distinct[original], distinct[copy]
        swapped = _names_as_source(one, other) and not _dated_apart(one, other)
        return (copy, original) if swapped else (original, copy)

    same = _same_texts(prints, told, in_order)
    best: dict[int, tuple[float, int, str]] = {}
    for left, right, share, why in told:
        if same[left] == same[right]:
            continue
        original, copy = sorted((same[left], same[right]), key=lambda index: rank[index])
        if _names_as_source(distinct[original], distinct[copy]) and not _dated_apart(
            distinct[original], distinct[copy]
        ):
            original, copy = copy, original
        if copy not in best or (share, -rank[original]) > (best[copy][0], -rank[best[copy][1]]):
            best[copy] = share, original, why
    earlier = {copy: original for copy, (_, original, _) in best.items()}
    for index, document in enumerate(distinct):
        first = _first_of_chain(same[index], earlier)
        share, _, why = best.get(index, (1.0, first, "one lies in the other almost word for word"))
        if first != index:
            found[document.id] = Copy(document.id, distinct[first].id, round(share, 3), why)
    return found


def _same_texts(
    prints: Sequence[Print],
    told: Sequence[tuple[int, int, float, str]],
    in_order: Callable[[int, int], tuple[int, int]],
) -> list[int]:
    """For each text, the first of those that are the same as it nearly to the word."""
    first = list(range(len(prints)))

    def find(index: int) -> int:
        while first[index] != index:
            first[index] = first[first[index]]
            index = first[index]
        return index

    for left, right, share, _ in told:
        sizes = sorted((len(prints[left].hashes), len(prints[right].hashes)))
        if share >= SAME and sizes[0] >= SAME * sizes[1]:
            one, other = find(left), find(right)
            if one != other:
                original, copy = in_order(one, other)
                first[copy] = original
    return [find(index) for index in range(len(prints))]


def fingerprint(text: str) -> Print:
    """What is kept of a text."""
    simple = plain(text[:LONGEST]).lower()
    words = _WORD.findall(simple)
    quotations = frozenset("".join(_WORD.findall(quote)) for quote in _QUOTED.findall(simple))
    figures = frozenset(figure.replace(",", "") for figure in _FIGURE.findall(simple))
    first = simple.lstrip().partition("\n")[0][:80]
    return Print(
        _sampled(words),
        len(words),
        quotations,
        frozenset(figure for figure in figures if _is_unusual(figure)),
        frozenset(_pairs(_WORD.findall(first))),
    )


def compared(left: Print, right: Print) -> tuple[float, str]:
    """How much of the smaller text lies in the larger, and the reason to call it a copy ("" if it is none).

    >>> one = fingerprint("国防部发言人星期五说,双方已经商定分三批交换战俘,第一批共四百人,下周从边境口岸通过。")
    >>> other = fingerprint("本报讯:国防部发言人星期五说,双方已经商定分三批交换战俘,第一批共四百人。")
    >>> compared(one, other)[1]
    'one lies in the other almost word for word'
    """
    smaller = min(len(left.hashes), len(right.hashes))
    if smaller == 0 or min(left.words, right.words) < _FEW:
        return 0.0, ""
    share = len(np.intersect1d(left.hashes, right.hashes, assume_unique=True)) / smaller
    if share >= COPY:
        return (
            share,
            "one lies in the other almost word for word" if share >= 0.7 else "they share most of their sentences",
        )
    if share < REWORDED:
        return share, ""
    signs = []
    if left.quotations & right.quotations:
        signs.append("the same words quoted at length")
    if len(left.figures & right.figures) >= 3:
        signs.append("the same unusual figures")
    if _likeness(left.headline, right.headline) >= 0.5:
        signs.append("near the same headline")
    return share, f"they share passages, and {' and '.join(signs)}" if signs else ""


def headline_likeness(left: str, right: str) -> float:
    """Jaccard likeness of two headlines by pairs of words; the plain measure that shared passages are held against."""
    return _likeness(
        frozenset(_pairs(_WORD.findall(plain(left).lower()))), frozenset(_pairs(_WORD.findall(plain(right).lower())))
    )


def _first_of_chain(article: int, copied_from: Mapping[int, int]) -> int:
    """What the original was itself copied from, and so on; the smallest of them where that runs in a circle."""
    seen = [article]
    while seen[-1] in copied_from:
        following = copied_from[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _sampled(words: Sequence[str]) -> Hashes:
    if len(words) < SHINGLE:
        return np.empty(0, dtype=np.uint64)
    codes = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], dtype=np.uint64)
    size = len(codes) - SHINGLE + 1
    mixed = np.zeros(size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for place in range(SHINGLE):
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + codes[place : place + size]
            mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(32)
    return np.unique(mixed[mixed < np.uint64(2**64 // SAMPLE)])


def _candidates(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Pairs of texts with at least two sampled shingles in common."""
    if not prints:
        return
    hashes = np.concatenate([found.hashes for found in prints])
    owners = np.repeat(np.arange(len(prints)), [len(found.hashes) for found in prints])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    edges = np.flatnonzero(np.diff(hashes)) + 1
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for start, end in zip((0, *edges), (*edges, len(hashes)), strict=True):
        together = owners[start:end].tolist() if end - start > 1 else []
        pairs = combinations(together, 2) if len(together) <= COMMON else pairwise(together)
        for pair in pairs:
            counts[pair] += 1
    yield from sorted(pair for pair, count in counts.items() if count >= 2)


def _first(document: Document, found: Print) -> tuple[str, int, str]:
    return document.date or "9999", -found.words, document.id


def _names_as_source(document: Document, other: Document) -> bool:
    """The article's source line, or its note that it is a repost, names the other's outlet."""
    outlet = other.fact("outlet")
    named = (document.fact("repost_of"), document.fact("source_line"))
    return bool(outlet) and any(line and outlet in line for line in named if outlet)


def _dated_apart(document: Document, other: Document) -> bool:
    return bool(document.date and other.date and document.date[:10] != other.date[:10])


def _is_unusual(figure: str) -> bool:
    """Not a round number, nor a year: 408.6, 1,212, 37."""
    digits = figure.replace(".", "").strip("0")
    return len(digits) >= 2 and not re.fullmatch(r"(?:19|20)\d\d", figure)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return (f"{one} {other}" for one, other in pairwise(words))


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0
