"""Lists of items: named systems and things of different kinds are a claim each, a general word with examples is one."""

import re
from collections.abc import Sequence

from claimbook.lexicon.items import ItemNoun
from claimbook.model.span import Span

_JOINED = re.compile(
    r"(?:(?:等)?[、和与及]|以及|,\s*|\s+and\s+|,\s+and\s+)(?P<modifier>[^,;:。、和与及]{0,14})", re.IGNORECASE
)
_DESIGNATION = re.compile(r"[“\"]?[A-Za-z]{1,8}[-‐ ]?\d+[A-Za-z]{0,2}|\d+\s?(?:毫米|mm)|[“\"][^”\"]{1,10}[”\"]-?\d*")
_LONGEST_NAME = 16  # characters of designation and modifiers before the noun


def listed(plain: str, first: ItemNoun, following: Sequence[ItemNoun]) -> list[ItemNoun]:
    """The items that stand in one list with the first, itself included.

    `following` are the items after it, in order.
    """
    found = [first]
    for item in following:
        gap = plain[found[-1].span.end : item.span.start]
        if len(gap) > 20 or not _JOINED.fullmatch(gap):
            break
        found.append(item)
    return found


def is_divided(plain: str, items: Sequence[ItemNoun]) -> bool:
    """Each of these is a claim of its own: two kinds at least, or two designations."""
    if len(items) < 2:
        return False
    kinds = {item.kind for item in items}
    return len(kinds) > 1 or sum(has_designation(plain, item.span) for item in items) > 1


def has_designation(plain: str, item: Span) -> bool:
    """A model or calibre stands right before the noun (KN-24战术弹道导弹, 170毫米榴弹炮)."""
    return full_name(plain, item) != item


def full_name(plain: str, item: Span) -> Span:
    """The noun with the model, calibre or name in quotation marks that stands before it.

    >>> text = "交付了KN-24战术弹道导弹"
    >>> full_name(text, Span(12, 14)).of(text)
    'KN-24战术弹道导弹'
    """
    floor = max(0, item.start - _LONGEST_NAME)
    before = plain[floor : item.start]
    cut = max((before.rfind(mark) for mark in ",;:。、和与了的"), default=-1) + 1
    match = _DESIGNATION.search(before, cut)
    return Span(floor + match.start(), item.end) if match else item
