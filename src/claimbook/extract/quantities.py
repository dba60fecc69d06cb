"""Figures of an article as quantities: value, range, bound and unit, with the noun they count.

The amounts come from the languages. Here it is decided which of them count something, what in, and which only look
like it: model numbers, calibres, ages, articles, editions, dates, "a".
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from claimbook.extract.counted import Counted, counted_by_words, noun_after, noun_before
from claimbook.languages.number import Amount
from claimbook.languages.en.amounts import find_amounts as find_english_amounts
from claimbook.languages.zh.amounts import find_amounts as find_chinese_amounts
from claimbook.lexicon.items import ItemNoun, find_items
from claimbook.lexicon.load import read_table
from claimbook.lexicon.units import not_quantities
from claimbook.model.analysis import Analysis, Sentence
from claimbook.model.claim import Bound, ItemKind, Quantity
from claimbook.model.mention import QuantityMention
from claimbook.model.span import Span

_AMOUNTS: dict[str, Callable[[str, int, int], tuple[Amount, ...]]] = {
    "zh": find_chinese_amounts,
    "en": find_english_amounts,
}
_ARTICLE = re.compile(r"[一1]")
_LOSS = re.compile(
    r"[^,。;:!?、\n]{0,16}(?:死亡|丧生|身亡|遇难|遇害|受伤|阵亡|牺牲|失踪|被俘|被捕|被杀|被打死|获救|断了)"
)
_LARGE = re.compile(r"[百千万亿兆]")
_CALENDAR = re.compile(r" ?(?:[年月日号时点分秒岁届级度倍次楼层周天代章条期个]|世纪|小时|星期)")
_CALIBRE = {
    "zh": re.compile(r"(?:口径|级|.{0,6}(?:炮|弹|枪)|[和与、及](?:\d|口径))"),
    "en": re.compile(
        r"[ -](?:\w+[ -]){0,3}(?:shell|gun|howitzer|artillery|mortar|round|rocket|cannon|ammunition|calib|munition|projectile)",
        re.I,
    ),
}
_BACK = re.compile(r" of (?:them|these|those|which|whom)\b|(?<=[\d\w]) of the (?:total|latter)\b")
_PART = re.compile(
    r"(?:\bincluding|\bamong them|\bof whom|\bof which|\bof them),? (?:only |just |about |some )?$", re.IGNORECASE
)
_DESIGNATION = re.compile(r" (?:[A-Z][\w-]* ){0,2}[A-Z][A-Za-z]*-?\d+[A-Za-z]{0,2}s\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|for|to|the|early|late|mid|and|before|after|through|late-|early-|mid-|end of"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|[a-z]{3}\.?)[ ,-]+$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\.|uary|ruary|ch|il|ust|ember|tember|ober)?\b"
_AFTER_DATE = re.compile(
    rf"[ -]?(?:{_MONTH}|(?:year|month|week|day|night|hour|minute|second|decade|centur|times?\b|o'clock|a\.?m\b|p\.?m\b|th\b|st\b|nd\b|rd\b|:\d))",
    re.IGNORECASE,
)
_PREVIOUS_WORD = re.compile(r"([A-Za-z]+\.?)[ -]$")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|our|their|its|all)(?: \w+)? $", re.IGNORECASE)
_SHARE = re.compile(r" (?:of|the|its|their|his|her|all)\b")
_SUBSTANCE = re.compile(r" of(?: [\w-]+){1,3}?(?= (?:a|per|each|every|annual|month|dai|year))", re.IGNORECASE)
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
    last: QuantityMention | None = None
    for amount in found:
        if amount.weak or _only_looks_like_one(plain, amount, language):
            continue
        mention = _mention(analysis, amount, items, sentence.span.start, language) or _part_of(analysis, amount, last)
        if mention is not None:
            yield mention
            last = mention


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
    span, per = amount.span, ""
    if amount.kind not in ("percent", "fraction"):
        per, span = _per(plain, amount, counted, floor, language)
    span = _with_noun(plain, span, amount, counted)
    value = Quantity(amount.value, amount.low, amount.high, amount.bound, unit + per, analysis.words(span))
    return QuantityMention(
        span,
        value,
        f"{amount.kind}, {counted.how}" if counted else amount.kind,
        counted.noun.span if counted else None,
        _item_kind(amount, counted, unit),
    )


def _part_of(analysis: Analysis, amount: Amount, last: QuantityMention | None) -> QuantityMention | None:
    """A lone figure that is a part of the figure before it (6,000 of them), or counts things by their type (180 K2s)."""
    plain, end = analysis.plain, amount.noun_at
    words = analysis.words(amount.span)
    if amount.kind != "bare":
        return None
    before = plain[max(0, amount.span.start - 30) : amount.span.start]
    if last is not None and (_BACK.match(plain, end) or _PART.search(before)) and "/" not in last.value.unit:
        value = Quantity(amount.value, amount.low, amount.high, amount.bound, last.value.unit, words)
        return QuantityMention(amount.span, value, "part of the figure before", None, last.item_kind)
    if designation := _DESIGNATION.match(plain, end):
        value = Quantity(amount.value, amount.low, amount.high, amount.bound, "piece", words)
        return QuantityMention(amount.span, value, "type name", Span(designation.start() + 1, designation.end()), None)
    return None


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
        known = counted.noun.kind in (None, ItemKind.TERRITORY) and amount.low is not None and amount.low <= 10
        return (
            ""
            if known and _DEFINITE.search(plain, max(0, amount.span.start - 18), amount.span.start)
            else counted.noun.unit
        )
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
    if language == "en" and before == "-" and plain[start - 2 : start - 1].isspace():
        before = " "
    if before and ((before.isascii() and before.isalnum()) or before in "-−–—·./#+_'’") and words[:1] not in "$€£¥":
        return True
    if before == ":" and plain[start - 2 : start - 1].isdigit():
        return True
    if amount.unit in ("mm", "cm") and _CALIBRE[language].match(plain, amount.noun_at):
        return True
    return (
        _no_chinese_quantity(plain, amount, words) if language == "zh" else _no_english_quantity(plain, amount, words)
    )


def _no_english_quantity(plain: str, amount: Amount, words: str) -> bool:
    """Dates, years, ages, ordinals, article numbers; "second half", "one of the"."""
    start = amount.core.start
    if amount.kind == "fraction":
        bounded = amount.span.start < start
        return "/" in words or not (bounded or _SHARE.match(plain, amount.noun_at))
    if amount.kind != "bare":
        return False
    previous = _PREVIOUS_WORD.search(plain, max(0, start - 16), start)
    if previous and not_quantities("en", "before").at(previous.group(1).lower(), 0) == (
        previous.group(1).lower(),
        len(previous.group(1)),
    ):
        return True
    if _YEAR.match(words) and _BEFORE_YEAR.search(plain, max(0, start - 14), start):
        return True
    if amount.value == 1 and plain.startswith(" of", amount.noun_at):
        return True
    return bool(_AFTER_DATE.match(plain, amount.noun_at)) or plain[amount.noun_at : amount.noun_at + 1].isalpha()


def _no_chinese_quantity(plain: str, amount: Amount, words: str) -> bool:
    if amount.kind == "count" and amount.word != "人" and words.startswith("一") and amount.value == 1:
        return amount.bound not in (Bound.AT_LEAST, Bound.AT_MOST) and not (
            amount.word in ("名", "位") and _LOSS.match(plain, amount.noun_at)
        )
    if amount.kind == "bare":
        large = _LARGE.search(words) or (words[:1].isdigit() and amount.low is not None and amount.low >= 100)
        return not large or bool(_CALENDAR.match(plain, amount.noun_at))
    if amount.kind == "fraction":
        return "/" in words
    return amount.unit in ("mm", "cm") and plain[: amount.core.start].endswith("口径")


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
    return (
        re.compile(rf"(?<![去今前同本全当上半])({before})[^,。;:!?、\n]{{0,22}}$", re.IGNORECASE),
        re.compile(rf"\s?({after})", re.IGNORECASE),
        per,
    )


def _per(plain: str, amount: Amount, counted: Counted | None, floor: int, language: str) -> tuple[str, Span]:
    """ "/year" and the like, where the words around a figure make it a rate, and the span with those right after it."""
    before, after, per = _rates(language)
    if match := after.match(plain, amount.span.end):
        return f"/{per[match.group(1).lower()]}", Span(amount.span.start, match.end())
    match = after.match(plain, counted.noun.span.end) if counted else None
    if match is None and (whole := _SUBSTANCE.match(plain, amount.span.end)):
        match = after.match(plain, whole.end())
    match = match or before.search(plain[max(floor, amount.span.start - 30) : amount.span.start])
    return (f"/{per[match.group(1).lower()]}" if match else ""), amount.span


def _with_noun(plain: str, span: Span, amount: Amount, counted: Counted | None) -> Span:
    """个 says nothing by itself: what follows it at once belongs to the words (4个旅团)."""
    if amount.word == "个" and counted is not None and counted.noun.span.start == span.end:
        return span.cover(counted.noun.span)
    return span
