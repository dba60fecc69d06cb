"""Bytes to text: which encoding they are in, and how sure that is. What a page declares loses to its bytes.

Order: a byte order mark; strict UTF-8; the zero bytes of UTF-16; then every candidate is tried and the text that
looks most like one somebody wrote wins. "Looks like" is counted in characters: the common half of the Chinese
standards (GB 2312 level 1) with its most frequent words, kana, hangul, Cyrillic in words, accented letters between
Latin ones. A wrong encoding gives rare characters, private ones, or letters in impossible company.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from claimbook.read.plain import plain

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MANY_BYTES = ("gb18030", "big5", "big5hkscs", "cp949", "cp932")
ONE_BYTE = ("cp1252", "cp1251", "cp1250", "cp1254", "cp1253")
SAMPLE = 60_000
"""Bytes that are looked at to choose; the whole is decoded only once."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, how sure that is (0 to 1), and in words what decided."""

    text: str
    encoding: str
    sure: float
    why: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, or None where they are no text in any encoding known here.

    >>> decode("朝鲜派兵".encode("gb18030"), declared="utf-8").encoding, decode("北韓派兵".encode("big5")).text
    ('gb18030', '北韓派兵')
    >>> decode(bytes(range(256)) * 9) is None
    True
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, errors="replace")
            return Decoded(_no_surrogates(text), name, 1.0, "byte order mark")
    if b"\0" in data[:SAMPLE]:
        return _utf16(data)
    try:
        text = data.decode("utf-8")
        return None if _binary(text) else Decoded(text, "utf-8", 1.0, "every byte is UTF-8")
    except UnicodeDecodeError:
        pass
    broken = data.decode("utf-8", errors="replace")
    bad = broken.count("\N{REPLACEMENT CHARACTER}")
    if bad * 5 <= sum(1 for char in broken if char > "\x7f"):
        return Decoded(broken, "utf-8", 0.9, f"UTF-8 but for {bad} broken places")
    return _best_candidate(data, declared)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, in the order of bytes that gives the likelier text. Other files have zero bytes too."""
    fits: list[tuple[float, str]] = []
    for name in ("utf-16-le", "utf-16-be"):
        text = data[: SAMPLE - SAMPLE % 2].decode(name, errors="replace")
        ascii_share = sum(" " <= char <= "~" or char in "\r\n\t" for char in text) / max(len(text), 1)
        if not _binary(text) and text.count("\N{REPLACEMENT CHARACTER}") * 20 <= len(text):
            fits.append((max(likeness(text), 0.0) * (1 - ascii_share) + ascii_share, name))
    if not fits or max(fits)[0] < 0.5:
        return None
    name = max(fits)[1]
    return Decoded(
        _no_surrogates(data.decode(name, errors="replace")), name, 0.9, "zero bytes of UTF-16 without a mark"
    )


def _best_candidate(data: bytes, declared: str | None) -> Decoded | None:
    names = [*MANY_BYTES, *ONE_BYTE]
    if (known := _known(declared)) and known not in names and known not in ("utf-8", "ascii"):
        names.append(known)
    sample = data[:SAMPLE]
    scores: list[tuple[float, str]] = []
    for name in names:
        text = sample.decode(name, errors="replace")
        if _binary(text):
            continue
        errors = text.count("\N{REPLACEMENT CHARACTER}")
        outside = sum(1 for char in text if char > "\x7f") or 1
        # A cut in the last character or a damaged place is one error; a wrong encoding gives hundreds.
        scores.append((likeness(text) - 5 * max(errors - 1, 0) / outside, name))
    scores.sort(key=lambda pair: -pair[0])
    if not scores or scores[0][0] < 0.2:
        return None
    best, name = scores[0]
    second = next((score for score, other in scores[1:] if not _same_family(name, other)), 0.0)
    text = data.decode(name, errors="replace")
    if _binary(text):
        return None
    lead = max(0.0, min(1.0, best - second))
    said = f"; the page says {declared}" if declared else ""
    return Decoded(_no_surrogates(text), name, round(lead, 2), f"best of {len(names)} candidates{said}")


def _same_family(left: str, right: str) -> bool:
    return left.startswith("big5") and right.startswith("big5")


def _known(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except (LookupError, ValueError):
        return None


CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _binary(text: str) -> bool:
    """More control characters than a text can have by accident."""
    return len(CONTROL.findall(text[:SAMPLE])) > 2 + len(text[:SAMPLE]) // 1000


def _no_surrogates(text: str) -> str:
    return text.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace") if text else text


FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
"""About a quarter of running Chinese text; one in sixty of characters that come by chance."""
GOOD_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】「」『』—…·～\N{IDEOGRAPHIC SPACE}–\N{NO-BREAK SPACE}«»°€£")


def likeness(text: str) -> float:
    """How much a text looks like one somebody wrote: 1 where every character outside ASCII is at home, below 0 if none.

    >>> likeness("据韩国国情院消息") > 0.9, likeness("¾Ýº«¹ú¹úÇéÔºÏûÏ¢") < 0
    (True, True)
    """
    simplified = plain(text)
    outside = score = 0.0
    before = " "
    for char in simplified:
        code = ord(char)
        if code >= 0x80:
            outside += 1
            score += _at_home(char, code, before)
        before = char
    return score / outside if outside else 0.5


def _at_home(char: str, code: int, before: str) -> float:
    if 0x4E00 <= code <= 0x9FFF:
        if _is_hangul(before):
            return -0.5
        return 1.3 if char in FREQUENT else 0.9 if _common(char) else -0.5
    if char in GOOD_MARKS or 0x3040 <= code <= 0x30FF:
        return 1.0
    if _is_hangul(char):
        return -0.5 if "\u4e00" <= before <= "\u9fff" else 0.97
    if 0x0410 <= code <= 0x044F:
        # Cyrillic words are small letters after a first one: "пРИВЕТ" is another Cyrillic encoding.
        if before.isascii() and before.isalpha():
            return -0.7
        return 0.8 if code >= 0x0430 or not 0x0430 <= ord(before) <= 0x044F else -0.5
    if 0xFF61 <= code <= 0xFF9F or 0xE000 <= code <= 0xF8FF or code == 0xFFFD:
        return -1.0
    if 0xC0 <= code <= 0x17F or 0x386 <= code <= 0x3CE:
        return 0.7 if before.isascii() and (before.isalpha() or before in " '\"\n(-") else -0.7
    return -0.4


@cache
def _common(char: str) -> bool:
    """In the first level of GB 2312: the 3,755 characters ordered by reading because they are the common ones."""
    try:
        return char.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"
