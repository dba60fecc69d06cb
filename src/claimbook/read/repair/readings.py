"""Readings of characters: which pinyin a character has, and which Traditional forms a converter would annotate.

The readings are pypinyin's table; "differs from the Simplified form" is OpenCC's. Both are loaded at first use.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import opencc

_PLAIN = str.maketrans({"ɑ": "a", "ɡ": "g"})
_TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ")


def normal(pinyin: str) -> str:
    """Pinyin as the table writes it: GBK's own letters ɑ and ɡ made plain.

    >>> normal("ɡuó")
    'guó'
    """
    return pinyin.translate(_PLAIN)


def has_tone(pinyin: str) -> bool:
    """A tone mark stands somewhere in it: `(ài)` has one, `(ai)` has none."""
    return any(letter in _TONED for letter in pinyin)


@cache
def readings(char: str) -> tuple[str, ...]:
    """All readings of a character, the commonest first.

    >>> readings("長")
    ('zhǎng', 'cháng', 'zhàng')
    >>> readings("A")
    ()
    """
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 (only damaged pages pay for it)

    return tuple(part for part in pinyin_dict.get(ord(char), "").split(",") if part)


@cache
def simplified(char: str) -> str:
    """The Simplified form of one character, or the character itself.

    >>> simplified("戰"), simplified("后")
    ('战', '后')
    """
    return str(_to_simplified().convert(char))


def differs(char: str) -> bool:
    """A Traditional form that the Simplified script writes otherwise: only these are ever annotated.

    >>> differs("國"), differs("国"), differs("尕")
    (True, False, False)
    """
    return simplified(char) != char


@cache
def _to_simplified() -> "opencc.OpenCC":
    from opencc import OpenCC  # noqa: PLC0415 (only damaged pages pay for it)

    return OpenCC("t2s")
