"""Byte pairs of GBK as the damaged pages were decoded: which pair gave a character, which pairs left no trace.

The decoder took every byte from 0x81 for a lead byte and swallowed the next one. Pairs of the user-defined area came
out as private-use characters, which no text extraction keeps: they vanish, and with them half of two characters.
"""

from functools import cache

LEADS = range(0x81, 0xFF)
TRAILS = tuple(range(0x40, 0x7F)) + tuple(range(0x80, 0xFF))
_PRIVATE = range(0xE000, 0xF900)
_FULL_WIDTH = 0xFEE0
_MARK = 0xA3
"""Lead byte of full-width signs, which the extraction made half-width."""


@cache
def bytes_of(char: str) -> tuple[int, int] | None:
    """The pair that was decoded to `char`, or None where no pair gives it. Half-width signs were full-width ones.

    >>> [f"{byte:02X}" for byte in bytes_of("打") or ()], bytes_of("，") == bytes_of(",")
    (['B4', 'F2'], True)
    """
    if "!" <= char <= "~":
        char = chr(ord(char) + _FULL_WIDTH)
    pair = char.encode("gb18030", errors="ignore")
    return (pair[0], pair[1]) if len(pair) == 2 else None


@cache
def char_of(lead: int, trail: int) -> str | None:
    """The character a writer may have meant by this pair: Chinese characters and the marks of Chinese text.

    >>> char_of(0x8C, 0x8D), char_of(0xA1, 0xA3), char_of(0xA3, 0xBB), char_of(0xF8, 0xC1)
    ('實', '。', ';', None)
    """
    char = _decoded(lead, trail)
    if char is None or ord(char) in _PRIVATE:
        return None
    if char == "　":
        return " "
    if "！" <= char <= "～":
        return chr(ord(char) - _FULL_WIDTH)
    return char if "一" <= char <= "鿿" or char in _MARKS else None


@cache
def vanishing(lead: int) -> frozenset[int]:
    """The second bytes that make the pair vanish after `lead`; empty for most leads.

    >>> len(vanishing(0xF8)), len(vanishing(0xA1)), len(vanishing(0xB4))
    (94, 96, 0)
    """
    return frozenset(trail for trail in TRAILS if ord(_decoded(lead, trail) or "?") in _PRIVATE)


@cache
def hidden_leads() -> tuple[int, ...]:
    """The bytes after which a pair can vanish."""
    return tuple(lead for lead in LEADS if vanishing(lead))


_MARKS = frozenset("。、“”‘’《》—…·〈〉「」『』【】〔〕℃％")


@cache
def _decoded(lead: int, trail: int) -> str | None:
    try:
        char = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        return None
    return char if len(char) == 1 else None
