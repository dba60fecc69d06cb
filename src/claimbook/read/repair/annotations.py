"""Inserted pinyin: `戰(zhàn)場` is 戰場, on pages where a machine put readings behind Traditional characters.

Only a page that does this throughout is touched (`is_damaged`). There, a reading goes away if it really is a reading
of the character before it and that character is a Traditional form; `(NIS)`, `(資料圖)`, `(ai)` and `尕(gǎ)` stay.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model.document import Edit
from claimbook.model.span import Span
from claimbook.read.repair.pairs import bytes_of, char_of
from claimbook.read.repair.readings import differs, has_tone, normal, readings

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹɑɡ"
LONGEST = 6
"""No syllable is longer: zhuāng, shuāng, chuáng."""

_ANNOTATION = re.compile(rf"([㐀-鿿豈-﫿A-Za-z])\(([{LETTERS}]{{1,{LONGEST}}})\)")

FEWEST_KINDS = 4
FEWEST_PLACES = 8
MOSTLY = 0.6
"""An annotated character stands annotated at least this often; a textbook annotates once and then writes it bare."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A character with a reading behind it: `start` is the character, `end` is behind the bracket.

    `char` is the character that has this reading, also where the text shows only a letter of it.
    """

    start: int
    end: int
    char: str
    pinyin: str

    @property
    def inserted(self) -> Span:
        """The brackets and what they hold."""
        return Span(self.start + 1, self.end)


def annotations(text: str) -> Iterator[Annotation]:
    """Every reading behind a Traditional form, left to right, whether the page is damaged or not.

    >>> [(found.char, found.pinyin) for found in annotations("朝鮮戰(zhàn)場(chǎng),愛(ai)、尕(gǎ)")]
    [('戰', 'zhàn'), ('場', 'chǎng')]

    A letter can have got one too, where a byte of the sign before it and the letter make up such a form:

    >>> [(found.char, found.pinyin) for found in annotations("俄羅斯,F(xiàn)SB")]
    [('現', 'xiàn')]
    """
    for match in _ANNOTATION.finditer(text):
        char, pinyin = match[1], normal(match[2])
        if char <= "z":
            pair = bytes_of(text[match.start() - 1]) if match.start() else None
            char = (char_of(pair[1], ord(char)) if pair else None) or char
        if pinyin in readings(char) and differs(char):
            yield Annotation(match.start(), match.end(), char, pinyin)


def is_damaged(text: str) -> bool:
    """The page writes readings behind Traditional forms throughout.

    >>> is_damaged("戰(zhàn)場(chǎng)")
    False
    >>> is_damaged("戰(zhàn)場(chǎng)導(dǎo)彈(dàn)國(guó)內(nèi)對(duì)無(wú)個(gè)")
    True
    """
    if "(" not in text:
        return False
    found = [one for one in annotations(text) if has_tone(one.pinyin)]
    kinds = Counter(one.char for one in found)
    if len(kinds) < FEWEST_KINDS or len(found) < FEWEST_PLACES:
        return False
    everywhere = sum(text.count(char) for char in kinds)
    return len(found) >= MOSTLY * everywhere


def strip(text: str) -> tuple[Edit, ...]:
    """The inserted readings of a damaged page, each an edit that reads it as nothing.

    >>> [edit.source.of("戰(zhàn)場") for edit in strip("戰(zhàn)場")]
    ['(zhàn)']
    """
    return tuple(Edit(one.inserted, "", "inserted pinyin") for one in annotations(text))
