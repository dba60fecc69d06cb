"""The forward damage model: what a broken converter makes of a clean Simplified page, with every byte's origin.

The steps are those docs/repair.md describes: one-to-one Traditional, GBK bytes, search-and-replace of bytes without
regard to character borders, an invisible byte in front of some marks, a decoder whose lead byte swallows its neighbour.
"""

import random
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opencc import OpenCC

from claimbook.model.span import Span
from claimbook.read.repair.readings import differs, readings

CUT_MARKS = ("！", "，", "；", "？")
_STAYS = frozenset("后里于干斗并布占只系制松谷几云丑表面症准致范仆历征困须周游余注么伙愿秘吃峰尸")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged page: `text`, the `clean` Traditional page behind it, and for each damaged character its originals."""

    text: str
    clean: str
    origins: tuple[Span, ...]

    def truth(self, span: Span) -> str:
        """What really stands behind a stretch of the damaged text."""
        touched = [origin for origin in self.origins[span.start : span.end] if len(origin)]
        if not touched:
            return ""
        return self.clean[min(one.start for one in touched) : max(one.end for one in touched)].translate(_FULL_WIDTH)


def damaged(simplified: str, keys: tuple[str, ...], cuts: bool = True, markup: bool = False) -> Damaged:
    """The page a reader gets. `markup` puts every line into `<p>…</p>`, whose signs can be swallowed too.

    >>> damaged("坚实打实的流血。", ("實", "驅")).text
    '堅實(shí)打?qū)?shí)的流血。'
    >>> damaged("坚实打实的人。", ("驅",)).text
    '堅實打?qū)嵉娜恕?'
    """
    clean = "".join(_traditional(char) for char in simplified)
    if markup:
        clean = "".join(f"<p>{line}</p>\n" for line in clean.splitlines() if line)
    stream = [(byte, at) for at, char in enumerate(clean) for byte in char.encode("gbk", errors="ignore")]
    for key in keys:
        stream = _annotate(stream, key)
    if cuts:
        stream = _cut(stream)
    emitted = _decode(stream)
    text = "".join(char for char, _ in emitted)
    origins = tuple(origin for _, origin in emitted)
    if markup:
        text, origins = _without_tags(text, origins)
    return Damaged(text, clean, origins)


def keys_for(simplified: str, share: float, seed: int) -> tuple[str, ...]:
    """A page's table of annotated characters: a share of the Traditional forms in `simplified`, in some order."""
    chosen = random.Random(seed)
    kinds = sorted({_traditional(char) for char in simplified if differs(_traditional(char))})
    keys = [key for key in kinds if readings(key) and chosen.random() < share]
    chosen.shuffle(keys)
    return tuple(keys)


@cache
def _traditional(char: str) -> str:
    if char in _STAYS:
        return char
    made = str(_to_traditional().convert(char))
    return made if len(made) == 1 and len(made.encode("gbk", errors="ignore")) == 2 else char


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2tw")


Stream = list[tuple[int, int]]


def _annotate(stream: Stream, key: str) -> Stream:
    """Every place where the two bytes of the key stand gets its reading, on a character border or not."""
    one, two = key.encode("gbk")
    note = [(byte, -1) for byte in f"({readings(key)[0]})".encode("gbk", errors="ignore")]
    made: Stream = []
    at = 0
    while at < len(stream):
        made.append(stream[at])
        if stream[at][0] == one and at + 1 < len(stream) and stream[at + 1][0] == two:
            made += [stream[at + 1], *note]
            at += 1
        at += 1
    return made


def _cut(stream: Stream) -> Stream:
    """An invisible byte in front of every two bytes that read as a full-width mark."""
    marks = {tuple(mark.encode("gbk")) for mark in CUT_MARKS}
    made: Stream = []
    at = 0
    while at < len(stream):
        if at + 1 < len(stream) and (stream[at][0], stream[at + 1][0]) in marks:
            made += [(0, -1), stream[at], stream[at + 1]]
            at += 2
        else:
            made.append(stream[at])
            at += 1
    return made


def _decode(stream: Stream) -> list[tuple[str, Span]]:
    """Characters with the stretch of the clean page each came from; what shows nothing counts to its neighbour."""
    made: list[tuple[str, Span]] = []
    at = 0
    while at < len(stream):
        lead = stream[at][0]
        size = 2 if 0x81 <= lead <= 0xFE and at + 1 < len(stream) else 1
        taken = stream[at : at + size]
        at += size
        places = [place for _, place in taken if place >= 0]
        origin = Span(min(places), max(places) + 1) if places else Span(0, 0)
        char = _shown(bytes(byte for byte, _ in taken))
        if char:
            made.append((char, origin))
        elif made and len(origin):
            before, span = made[-1]
            made[-1] = (before, span.cover(origin) if len(span) else origin)
    return made


def _shown(taken: bytes) -> str:
    """One character, '?' for a bad pair, nothing for a private-use character or the invisible byte."""
    if len(taken) == 1:
        return {0: "", 0x80: "€"}.get(taken[0], chr(taken[0]) if taken[0] < 0x80 else "?")
    try:
        char = taken.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    if len(char) != 1:
        return "?"
    return "" if 0xE000 <= ord(char) <= 0xF8FF else char.translate(_FULL_WIDTH)


def _without_tags(text: str, origins: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Both without `<p>` and `</p>` as far as those are still whole."""
    kept = []
    at = 0
    while at < len(text):
        tag = next((tag for tag in ("<p>", "</p>") if text.startswith(tag, at)), "")
        if tag:
            at += len(tag)
        else:
            kept.append(at)
            at += 1
    return "".join(text[at] for at in kept), tuple(origins[at] for at in kept)


if __name__ == "__main__":
    page = Path(sys.argv[1]).read_text(encoding="utf-8")
    print(damaged(page, keys_for(page, 0.6, 1)).text)
