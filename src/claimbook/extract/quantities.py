"""Figures of an article as quantities: value, range, bound and unit, with the noun they count.

The amounts come from the languages. Here it is decided which of them count something (`lookalikes.py` turns away the
rest), what it is (`counted.py`), and whether it is a rate (`rates.py`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimbook.extract.counted import Counted, counted_by_words, noun_after, noun_before
from claimbook.extract.lookalikes import only_looks_like_one
from claimbook.extract.rates import rate_of
from claimbook.languages.en.amounts import find_amounts as find_english_amounts
from claimbook.languages.number import Amount
from claimbook.languages.zh.amounts import find_amounts as find_chinese_amounts
from claimbook.lexicon.items import ItemNoun, find_items
from claimbook.model.analysis import Analysis, Sentence
from claimbook.model.claim import ItemKind, Quantity
from claimbook.model.mention import QuantityMention
from claimbook.model.span import Span

_AMOUNTS: dict[str, Callable[[str, int, int], tuple[Amount, ...]]] = {
    "zh": find_chinese_amounts,
    "en": find_english_amounts,
}
_NAMES_WITH_FIGURES = (None, ItemKind.TERRITORY, ItemKind.DOCUMENT, ItemKind.SHIP)
_MUNITION_WORDS = ("枚", "发", "颗")
_SCALE = re.compile(r"[百千万亿兆]")
_SUM = re.compile(r"亿$|(?:b|m|tr)illion$|bn$", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:them|these|those|which|whom)\b")
_AMONG_THEM = re.compile(
    r"\b(?:of (?:these|those|them|whom|which)|including|among them),? (?:only |just |about |some )?$", re.IGNORECASE
)
_TYPE_NAME = re.compile(r" (?:[A-Z][\w-]* ){0,2}[A-Z][A-Za-z]*-?\d+[A-Za-z]{0,2}s\b")
_KNOWN_ONES = re.compile(r"\b(?:the|these|those|both|our|their|its|all)(?: \w+)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an amount stands: its sentence, what is counted there, the quantity before it in the paragraph, and
    for each measure word the last quantity that had it."""

    analysis: Analysis
    sentence: Sentence
    items: tuple[ItemNoun, ...]
    last: QuantityMention | None
    measured: dict[str, QuantityMention]

    @property
    def plain(self) -> str:
        return self.analysis.plain

    @property
    def language(self) -> str:
        return self.sentence.language


def find_quantities(analysis: Analysis) -> tuple[QuantityMention, ...]:
    """The quantities of an article, in order, none overlapping. Spans count in the reading."""
    found: list[QuantityMention] = []
    paragraph = -1
    last: QuantityMention | None = None
    measured: dict[str, QuantityMention] = {}
    for sentence in analysis.sentences:
        here = list(_of_sentence(analysis, sentence, last if sentence.paragraph == paragraph else None, measured))
        last = here[-1] if here else last
        paragraph = sentence.paragraph
        found += here
    return tuple(found)


def _of_sentence(
    analysis: Analysis, sentence: Sentence, last: QuantityMention | None, measured: dict[str, QuantityMention]
) -> Iterator[QuantityMention]:
    find_amounts = _AMOUNTS.get(sentence.language)
    if find_amounts is None:
        return
    plain, span = analysis.plain, sentence.span
    amounts = find_amounts(plain, span.start, span.end)
    items = find_items(plain, sentence.language, span.start, span.end) if amounts else ()
    for amount in amounts:
        if amount.weak or only_looks_like_one(plain, amount, sentence.language):
            continue
        place = _Place(analysis, sentence, items, last, measured)
        mention = _counting(place, amount) or _like_the_one_before(place, amount) or _types(place, amount)
        if mention is not None:
            yield mention
            last = mention
            if amount.word and mention.noun is not None:
                measured[amount.word] = mention


def _counting(place: _Place, amount: Amount) -> QuantityMention | None:
    """The quantity that an amount is by its own unit, its noun or the words around it."""
    share = amount.kind in ("percent", "fraction")
    counted = None
    if not share:
        counted = noun_after(place.plain, amount, place.items, place.language)
        floor = place.last.span.end if place.last is not None else 0
        counted = counted or noun_before(place.plain, amount, place.items, floor)
    unit = _unit(place, amount, counted)
    if not unit:
        return None
    noun = counted.noun.span if counted else None
    per, span = ("", amount.span)
    if not share:
        per, span = rate_of(place.plain, amount, noun, place.sentence.span.start, place.language)
    if amount.word == "个" and noun is not None and noun.start == span.end:
        span = span.cover(noun)  # 个 says nothing by itself: 4个旅团
    rule = f"{amount.kind}, {counted.how}" if counted else amount.kind
    return _mention(place, amount, unit + per, rule, span, noun, _item_kind(amount, counted, unit))


def _mention(
    place: _Place,
    amount: Amount,
    unit: str,
    rule: str,
    span: Span | None = None,
    noun: Span | None = None,
    kind: ItemKind | None = None,
) -> QuantityMention:
    span = span or amount.span
    words = place.analysis.words(span)
    value = Quantity(amount.value, amount.low, amount.high, amount.bound, unit, words)
    return QuantityMention(span, value, rule, noun, kind)


def _like_the_one_before(place: _Place, amount: Amount) -> QuantityMention | None:
    """A lone figure that is a part of the one before it (6,000 of them), the same rate of another (7,000 a day), has
    its measure word (需要10套), the currency of the sum before it (其中2000亿), or has lost its digits (〓〓万左右)."""
    if amount.kind == "count" and amount.unit and (same := place.measured.get(amount.word)) is not None:
        return _mention(place, amount, same.value.unit.split("/")[0], "measure word used before", kind=same.item_kind)
    if amount.kind != "bare" or place.last is None:
        return None
    last, start, end = place.last, amount.span.start, amount.noun_at
    unit, _, per = last.value.unit.partition("/")
    lost = amount.low is None and amount.high is None
    if not per and (
        lost or _OF_THEM.match(place.plain, end) or _AMONG_THEM.search(place.plain, max(0, start - 30), start)
    ):
        return _mention(place, amount, unit, "part of the figure before", kind=last.item_kind)
    rate, span = rate_of(place.plain, amount, None, place.sentence.span.start, place.language)
    counts = place.plain[start - 1 : start] in tuple("量数丝户次")  # 阅读量破亿
    if last.item_kind is ItemKind.MONEY and not counts and unit.isupper() and _SUM.search(amount.core.of(place.plain)):
        return _mention(place, amount, unit + rate, "currency of the sum before", span, kind=ItemKind.MONEY)
    if per and rate == f"/{per}":
        return _mention(place, amount, last.value.unit, "rate like the one before", span, kind=last.item_kind)
    return None


def _types(place: _Place, amount: Amount) -> QuantityMention | None:
    """Things counted by the name of their type: 180 K2s, 24 F-16s."""
    name = _TYPE_NAME.match(place.plain, amount.noun_at) if amount.kind == "bare" else None
    if name is None:
        return None
    return _mention(place, amount, "piece", "type name", noun=Span(name.start() + 1, name.end()))


def _item_kind(amount: Amount, counted: Counted | None, unit: str) -> ItemKind | None:
    if counted is not None:
        return counted.noun.kind
    if amount.kind == "money":
        return ItemKind.MONEY
    return {"person": ItemKind.PERSONNEL, "round": ItemKind.MUNITION}.get(unit, amount.item_kind)


def _unit(place: _Place, amount: Amount, counted: Counted | None) -> str:
    """What the figure is counted in; nothing where nothing says so."""
    if amount.kind == "bare":
        return _unit_of_bare(place, amount, counted)
    if amount.kind != "count":
        return amount.unit
    if counted is None:
        return "" if amount.needs_noun else amount.unit
    shared = amount.word in _MUNITION_WORDS  # shells and eggs alike
    guns = amount.unit == "unit" and counted.noun.kind is ItemKind.WEAPON  # 支: bodies of troops, rifles
    return counted.noun.unit or "piece" if shared or guns or amount.needs_noun or not amount.unit else amount.unit


def _unit_of_bare(place: _Place, amount: Amount, counted: Counted | None) -> str:
    """The unit of a figure without a measure word: that of the noun after it, or what the words beside it say."""
    if counted is not None and counted.how == "noun after":
        kind, start = counted.noun.kind, amount.span.start
        named = kind in _NAMES_WITH_FIGURES or counted.noun.unit == "unit"
        if place.language == "zh" and named and not _SCALE.search(amount.core.of(place.plain)):
            return ""  # 201空军基地, 810旅
        few = (
            amount.low is not None
            and amount.low <= 10
            and (kind in (None, ItemKind.TERRITORY) or counted.noun.unit == "unit")
        )
        if few and _KNOWN_ONES.search(place.plain, max(0, start - 18), start):
            return ""  # the two countries
        return counted.noun.unit
    if counted is not None and place.language == "zh" and counted.noun.span.end == amount.span.start:
        return counted.noun.unit if _SCALE.search(amount.core.of(place.plain)) else ""  # 军人150万
    hinted = counted_by_words(place.plain, amount, place.sentence.span.start, place.language)
    if hinted != "noun":
        return hinted
    if counted is not None:
        return counted.noun.unit
    return "person" if amount.low and amount.low >= 1000 else ""
