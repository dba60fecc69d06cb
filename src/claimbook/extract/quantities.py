"""Figures of an article as quantities: value, range, bound and unit, with the noun they count.

The amounts come from the languages. Here it is decided which of them count something, what in, and which only look
like it: model numbers, calibres, ages, articles, editions, dates, "a".
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from claimbook.extract.counted import Counted, counted_by_words, noun_after, noun_before
from claimbook.languages.number import Amount
from claimbook.languages.zh.amounts import find_amounts as find_chinese_amounts
from claimbook.lexicon.items import ItemNoun, find_items
from claimbook.lexicon.load import read_table
from claimbook.lexicon.units import not_quantities
from claimbook.model.analysis import Analysis, Sentence
from claimbook.model.claim import Bound, ItemKind, Quantity
from claimbook.model.mention import QuantityMention

_AMOUNTS: dict[str, Callable[[str, int, int], tuple[Amount, ...]]] = {
    "zh": find_chinese_amounts,
}
_ARTICLE = re.compile(r"[一1]")
_LARGE = re.compile(r"[百千万亿兆]")
_CALENDAR = re.compile(r" ?(?:[年月日号时点分秒岁届级度倍次楼层周天代章条期个]|世纪|小时|星期)")
_CALIBRE = re.compile(r"(?:口径|级|.{0,6}(?:炮|弹|枪))")
_MUNITION_WORDS = ("枚", "发", "颗")


def find_quantities(analysis: Analysis) -> tuple[QuantityMention, ...]:
    """The quantities of an article, in order, none overlapping. Spans count in the reading."""
    return tuple(mention for sentence in analysis.sentences for mention in _of_sentence(analysis, sentence))


def _of_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[QuantityMention]:
    amounts = _AMOUNTS.get(sentence.language)
    if amounts is None:
        return
    plain, language = analysis.plain, sentence.language
    found = amounts(plain, sentence.span.start, sentence.span.end)
    if not found:
        return
    items = find_items(plain, language, sentence.span.start, sentence.span.end)
    floor = sentence.span.start
    for amount in found:
        if amount.weak or _only_looks_like_one(plain, amount, language):
            continue
        mention = _mention(analysis, amount, items, floor, language)
        if mention is not None:
            yield mention
            floor = mention.span.end


def _mention(
    analysis: Analysis, amount: Amount, items: tuple[ItemNoun, ...], floor: int, language: str
) -> QuantityMention | None:
    plain = analysis.plain
    counted = None
    if amount.kind not in ("percent", "fraction"):
        counted = noun_after(plain, amount, items, language) or noun_before(plain, amount, items)
    unit = amount.unit
    if amount.kind == "count":
        if counted is None and amount.needs_noun:
            return None
        unit = _unit_of_count(amount, counted)
    elif amount.kind == "bare":
        unit = _unit_of_bare(plain, amount, counted, floor, language)
    if not unit:
        return None
    per = _per(plain, amount, floor, language) if amount.kind not in ("percent", "fraction") else ""
    words = analysis.words(amount.span)
    value = Quantity(amount.value, amount.low, amount.high, amount.bound, unit + per, words)
    return QuantityMention(
        amount.span,
        value,
        f"{amount.kind}, {counted.how}" if counted else amount.kind,
        counted.noun.span if counted else None,
        _item_kind(amount, counted, unit),
    )


def _item_kind(amount: Amount, counted: Counted | None, unit: str) -> ItemKind | None:
    if counted is not None:
        return counted.noun.kind
    if amount.kind == "money":
        return ItemKind.MONEY
    return ItemKind.PERSONNEL if unit == "person" else ItemKind.MUNITION if unit == "round" else amount.item_kind


def _unit_of_count(amount: Amount, counted: Counted | None) -> str:
    """The measure word's unit; the noun's where the word is too general, or counts shells and eggs alike."""
    if counted is None:
        return amount.unit
    noun = counted.noun
    if (
        amount.word in _MUNITION_WORDS
        or not amount.unit
        or amount.needs_noun
        or (amount.unit == "unit" and noun.kind is ItemKind.WEAPON)
    ):
        return noun.unit or "piece"
    return amount.unit


def _unit_of_bare(plain: str, amount: Amount, counted: Counted | None, floor: int, language: str) -> str:
    """The unit of a figure without a measure word: that of its noun, or of the words before it."""
    if counted is not None and counted.how == "noun after":
        return counted.noun.unit
    hinted = counted_by_words(plain, amount, floor, language)
    if hinted == "noun":
        return counted.noun.unit if counted else "person" if amount.low and amount.low >= 1000 else ""
    return hinted


def _only_looks_like_one(plain: str, amount: Amount, language: str) -> bool:
    """Model numbers, calibres, places in a row, dates, "a"."""
    start = amount.core.start
    before = plain[start - 1 : start]
    if amount.value is not None and amount.value < 0:
        return True
    if not_quantities(language, "before").before(plain, start) or not_quantities(language, "before").before(
        plain, amount.span.start
    ):
        return True
    words = amount.core.of(plain)
    if before and ((before.isascii() and before.isalnum()) or before in "-−–—·./#+_'’") and words[:1] not in "$€£¥":
        return True
    if before == ":" and plain[start - 2 : start - 1].isdigit():
        return True
    if language == "zh":
        return _no_chinese_quantity(plain, amount, words)
    return False


def _no_chinese_quantity(plain: str, amount: Amount, words: str) -> bool:
    if amount.kind == "count" and amount.word != "人" and words.startswith("一") and amount.value == 1:
        return amount.bound not in (Bound.AT_LEAST, Bound.AT_MOST)
    if amount.kind == "bare":
        large = _LARGE.search(words) or (words[:1].isdigit() and amount.low is not None and amount.low >= 100)
        return not large or bool(_CALENDAR.match(plain, amount.noun_at))
    if amount.kind == "fraction":
        return "/" in words
    if amount.word in ("毫米", "mm", "MM", "厘米"):
        return plain[: amount.core.start].endswith("口径") or bool(_CALIBRE.match(plain, amount.noun_at))
    return False


@cache
def _rates(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    rows = read_table(f"languages/{language}/rates.tsv", ("word", "position", "per", "note"))
    per = {row["word"]: row["per"] for row in rows}
    before = "|".join(
        sorted((re.escape(row["word"]) for row in rows if row["position"] == "before"), key=len, reverse=True)
    )
    after = "|".join(
        sorted((re.escape(row["word"]) for row in rows if row["position"] == "after"), key=len, reverse=True)
    )
    return re.compile(rf"(?<![去今前同本全当上半])({before})[^,。;:!?、\n]{{0,10}}$"), re.compile(rf"\s?({after})"), per


def _per(plain: str, amount: Amount, floor: int, language: str) -> str:
    """ "/year" and the like, where the words around a figure make it a rate."""
    before, after, per = _rates(language)
    match = after.match(plain, amount.span.end) or before.search(
        plain[max(floor, amount.span.start - 18) : amount.span.start]
    )
    return f"/{per[match.group(1)]}" if match else ""
