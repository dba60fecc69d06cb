"""Figures that only look like quantities: type numbers, calibres, dates, ordinals, articles of a treaty, "a".

Each check answers for one kind of lookalike and says in its docstring what it turns away. LOOKALIKES names those of
each language; to turn away another kind, write a check and give it its line.
"""

import re
from collections.abc import Callable

from claimbook.languages.number import Amount
from claimbook.lexicon.units import not_quantities
from claimbook.model.claim import Bound

_GLUED = frozenset("-−–—·./#+_'’")
_MONEY_SIGNS = frozenset("$€£¥")
_PER = re.compile(r"每$| (?:per|every|each) $")
_CALIBRE = {
    "zh": re.compile(r"口径|级|.{0,6}(?:炮|弹|枪)|[和与、及](?:\d|口径)"),
    "en": re.compile(
        r"[ -](?:\w+[ -]){0,3}(?:shell|gun|howitzer|artillery|mortar|round|rocket|cannon|ammunition|calib|munition"
        r"|projectile)",
        re.IGNORECASE,
    ),
}
_SUFFERS = re.compile(
    r"[^,。;:!?、\n]{0,16}(?:死亡|丧生|身亡|遇难|遇害|受伤|阵亡|牺牲|失踪|被俘|被捕|被杀|被打死|获救)"
)
_CLAUSE_END = re.compile(r"[,。;!?、)]|$")
_FRONT = re.compile(r"(?<![此目日先之以年月天周战生眼当跟面提午史空事])前$")
_TIME_COUNTED = re.compile(
    r"[多余]?(?:月|小时|星期|钟头|礼拜|世纪|季度|学期|工作日|交易日|昼夜|年头|半月|半小时|多月|多小时)"
)
_DEAD_OR_HURT = re.compile(r"[死伤亡](?![亡者])|失踪")
_LARGE = re.compile(r"[百千万亿兆]")
_CALENDAR = re.compile(r" ?(?:[年月日号时点分秒岁届级度倍次楼层周天代章条期个]|世纪|小时|星期)")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\.|uary|ruary|ch|il|ust|ember|tember|ober)?\b"
_TIME_AFTER = re.compile(
    rf"[ -]?(?:{_MONTH}|year|month|week|day|night|hour|minute|second|decade|centur|times?\b|o'clock|a\.?m\b|p\.?m\b"
    r"|(?:th|st|nd|rd)\b|:\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]{2,6})? $")
_YEARS = re.compile(r"(?:(?:between|from) )?(?:19|20)\d\d\D{1,5}(?:19|20)\d\d", re.IGNORECASE)
_BEFORE_YEAR = re.compile(
    rf"\b(?:in|since|by|until|till|from|during|of|for|to|the|early|late|mid|and|before|after|through|end of|{_MONTH})"
    r"[ ,-]+$",
    re.IGNORECASE,
)
_PREVIOUS_WORD = re.compile(r"([A-Za-z]+\.?)[ -]$")
_SHARE_OF = re.compile(r" (?:of|the|its|their|his|her|all)\b")

Check = Callable[[str, Amount], bool]


def negative(_plain: str, amount: Amount) -> bool:
    """Below zero: temperatures, changes; never how many."""
    return amount.value is not None and amount.value < 0


def part_of_a_name(plain: str, amount: Amount) -> bool:
    """Glued to letters or a dash: S-400, K9, 2024-10, 7:30."""
    start = amount.core.start
    before = plain[start - 1 : start]
    if not before or plain[start] in _MONEY_SIGNS:
        return False
    if before == "-" and plain[start - 2 : start - 1].isspace():
        return False
    if before == ":":
        return plain[start - 2 : start - 1].isdigit()
    return before in _GLUED or (before.isascii() and before.isalnum())


def second_of_two(plain: str, amount: Amount) -> bool:
    """Right after another figure: 31 737 MAX aircraft."""
    start = amount.core.start
    return (
        amount.kind == "bare"
        and amount.span.start == start
        and plain[start - 2 : start - 1].isdigit()
        and plain[start - 1] == " "
    )


def base_of_a_rate(plain: str, amount: Amount) -> bool:
    """What something is counted per: 每1000人, per 1,000 cubic metres."""
    return _PER.search(plain, max(0, amount.span.start - 7), amount.span.start) is not None


def chinese_place_in_a_row(plain: str, amount: Amount) -> bool:
    """第4条, 编号731, 版本3, 前三名, 二批 (two would be 两批)."""
    if amount.kind == "count" and plain[amount.core.start : amount.core.end] == f"二{amount.word}":
        return True
    if _FRONT.search(plain, max(0, amount.core.start - 2), amount.core.start):
        return True
    before = not_quantities("zh", "before")
    return any(before.before(plain, start) is not None for start in (amount.core.start, amount.span.start))


def chinese_length_of_time(plain: str, amount: Amount) -> bool:
    """9个月内, 3个多小时."""
    return amount.word == "个" and _TIME_COUNTED.match(plain, amount.core.end) is not None


def chinese_calibre(plain: str, amount: Amount) -> bool:
    """152毫米榴弹炮, 口径155毫米."""
    return amount.unit in ("mm", "cm") and (
        plain.endswith("口径", 0, amount.core.start) or _CALIBRE["zh"].match(plain, amount.noun_at) is not None
    )


def chinese_article(plain: str, amount: Amount) -> bool:
    """一支部队, 一架飞机: "a".

    Counted are a person whose loss is told (一名士兵阵亡), a bounded one (至少一名), and one that stands for a noun
    named before (德国付两套,挪威付一套).
    """
    if (
        amount.kind != "count"
        or amount.word == "人"
        or amount.value != 1
        or not plain.startswith("一", amount.core.start)
    ):
        return False
    if amount.bound in (Bound.AT_LEAST, Bound.AT_MOST) or _CLAUSE_END.match(plain, amount.noun_at):
        return False
    return not (amount.word in ("名", "位") and _SUFFERS.match(plain, amount.noun_at))


def chinese_lone_figure(plain: str, amount: Amount) -> bool:
    """A figure without a measure word that is small (歼20战机) or a date (2024年). Losses may be short: 3死5伤."""
    if amount.kind != "bare":
        return False
    if amount.core.end == amount.noun_at and _DEAD_OR_HURT.match(plain, amount.noun_at):
        return False
    words = amount.core.of(plain)
    large = _LARGE.search(words) or (words[:1].isdigit() and amount.low is not None and amount.low >= 100)
    return not large or _CALENDAR.match(plain, amount.noun_at) is not None


def slashed(plain: str, amount: Amount) -> bool:
    """9/11, 24/7: shares are written out in the news."""
    return amount.kind == "fraction" and "/" in amount.core.of(plain)


def english_calibre(plain: str, amount: Amount) -> bool:
    """155mm shells."""
    return amount.unit in ("mm", "cm") and _CALIBRE["en"].match(plain, amount.noun_at) is not None


def english_share_of_nothing(plain: str, amount: Amount) -> bool:
    """The second half, half past: a share stands before "of" or "the", or is bounded (nearly half)."""
    if amount.kind != "fraction" or amount.span.start < amount.core.start:
        return False
    start = amount.core.start
    previous = _PREVIOUS_WORD.search(plain, max(0, start - 10), start)
    of_two = previous is not None and previous.group(1).lower() in ("first", "second", "other", "latter", "better")
    return of_two or _SHARE_OF.match(plain, amount.noun_at) is None


def english_place_in_a_row(plain: str, amount: Amount) -> bool:
    """Article 4, Resolution 2270, June 25, Flight 17."""
    start = amount.core.start
    previous = _PREVIOUS_WORD.search(plain, max(0, start - 16), start) if amount.kind == "bare" else None
    if previous is None:
        return False
    if plain[max(0, start - 9) : start].lower() == "group of ":
        return True
    word = previous.group(1).lower()
    found = not_quantities("en", "before").at(word, 0)
    return found is not None and found[0] == word


def english_time(plain: str, amount: Amount) -> bool:
    """In 2024, 25 June, two weeks, 47th, 12-year-old."""
    if amount.kind != "bare":
        return False
    start = amount.core.start
    if _YEARS.fullmatch(amount.core.of(plain)) or _MONTH_BEFORE.search(plain, max(0, start - 11), start):
        return True
    if _YEAR.match(amount.core.of(plain)) and _BEFORE_YEAR.search(plain, max(0, start - 14), start):
        return True
    return _TIME_AFTER.match(plain, amount.noun_at) is not None or plain[amount.noun_at : amount.noun_at + 1].isalpha()


def one_of(plain: str, amount: Amount) -> bool:
    """One of the largest."""
    return amount.kind == "bare" and amount.value == 1 and plain.startswith(" of", amount.noun_at)


LOOKALIKES: dict[str, tuple[Check, ...]] = {
    "zh": (
        negative,
        part_of_a_name,
        base_of_a_rate,
        slashed,
        chinese_place_in_a_row,
        chinese_length_of_time,
        chinese_calibre,
        chinese_article,
        chinese_lone_figure,
    ),
    "en": (
        negative,
        part_of_a_name,
        base_of_a_rate,
        slashed,
        second_of_two,
        english_calibre,
        english_share_of_nothing,
        english_place_in_a_row,
        english_time,
        one_of,
    ),
}


def only_looks_like_one(plain: str, amount: Amount, language: str) -> bool:
    """Whether an amount is no quantity.

    >>> from claimbook.languages.zh.amounts import find_amounts
    >>> text = "两国依据第4条协议派出3门152毫米火炮和一支部队"
    >>> [a.span.of(text) for a in find_amounts(text) if not only_looks_like_one(text, a, "zh")]
    ['3门']
    """
    return any(check(plain, amount) for check in LOOKALIKES[language])
