"""One way to look at words in two scripts: Simplified, half-width, same length. Nothing is changed by looking."""

from functools import cache

import opencc

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}


def plain(text: str) -> str:
    """The text in Simplified characters and half-width letters and marks, character for character.

    >>> plain("特別聲明：以上內容")
    '特别声明:以上内容'
    """
    turned = _to_simplified().convert(text)
    return (turned if len(turned) == len(text) else text).translate(HALF)


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
