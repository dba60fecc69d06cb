"""What a figure counts: the noun after it, the noun before it, or what the words around it say."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from claimbook.languages.number import Amount
from claimbook.lexicon.items import ItemNoun
from claimbook.lexicon.load import read_table
from claimbook.model.claim import ItemKind

_REACH = 24  # characters in which the noun after a figure must begin
_STOPS = {
    "zh": re.compile(
        r"[,。;:!?、()\[\]《》…\n在被向从将已正了是为给让对和与及或并但而就也都还又有用由于到往去属称说遭致使、]|(?<!先)进|(?<!输)入|(?<!以)来(?!自)"
    ),
    "en": re.compile(
        r"[,.;:!?()\[\]\n—–]|\b(?:in|on|at|to|from|by|for|with|and|or|but|as|that|which|who|whom|were|was|are|is|be|been|had|has|have|"
        r"will|would|could|may|might|can|should|during|after|before|since|near|against|into|over|under|between|than|per|when|while|"
        r"a|an|killed|died|said|each|every|there|it|they|he|she|we)\b",
        re.IGNORECASE,
    ),
}
_BESIDE = {
    "zh": {
        "before": "({words})[^,。;:!?、\n]{{0,6}}$",
        "reach": "({words})[^,。;!?\n]{{0,12}}$",
        "after": "({words})",
        "hyphen": "-({words})",
    },
    "en": {
        "before": r"\b({words})(?: (?:was|were|is|are|of|at|to|by|has|have)){{0,2}} ?$",
        "reach": r"\b({words})\b[^,.;:!?]{{0,40}}"
        r"\b(?:at|to|of|by|was|were|is|reached|exceeded|passed|topped|hit|ranges?|ranged) ?$",
        "after": r"[ -](?:(?:had|have|has|were|was|are|been|more|others|other) ){{0,3}}({words})\b",
        "hyphen": r"-({words})\b",
    },
}
_ORIGIN = re.compile(r"(?:来自|从|在|由|被|向)[^,。;:!?、]{1,14}的")
_BEHIND = re.compile(r"[^。;:!?\n]{0,9}?$")
_BEHIND_FILLER = re.compile(
    r"[,]?(?:的|总|共|数量|总数|规模|人数|兵力|总计|共计|合计|累计|约|达|达到|为|有|已|已经|可能|大概|各|等|就|也|都|还|多|能|到|了|、)*$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun a figure counts; `how` names the rule that found it."""

    noun: ItemNoun
    how: str


def noun_after(plain: str, amount: Amount, items: tuple[ItemNoun, ...], language: str) -> Counted | None:
    """The head noun of the phrase that starts after the figure: 1000名朝鲜[士兵], 12,000 North Korean [troops].

    Of nouns that touch, the last is the head (导弹专家). What a person's measure word counts must be people.
    """
    end = amount.noun_at
    gap_end = _phrase_end(plain, end, language)
    head: ItemNoun | None = None
    for at in range(bisect_left(items, end, key=lambda item: item.span.start), len(items)):
        item = items[at]
        if head is None and item.span.start > gap_end:
            return None
        if head is not None and item.span.start > head.span.end + (language == "en"):
            break
        if head is None and not _fits(amount, item):
            if item.span.end >= gap_end:
                return None
            continue
        if head is None or _fits(amount, item):
            head = item
    return Counted(head, "noun after") if head else None


def _phrase_end(plain: str, start: int, language: str) -> int:
    """Where the noun phrase after a figure is broken off at the latest."""
    origin = _ORIGIN.match(plain, start) if language == "zh" else None
    after = origin.end() if origin else start
    if language == "en" and (of := re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+)?").match(plain, start)):
        after = of.end()
    stop = _STOPS[language].search(plain, after, after + (_REACH if language == "zh" else 2 * _REACH))
    return stop.start() if stop else after + (_REACH if language == "zh" else 2 * _REACH)


def noun_before(plain: str, amount: Amount, items: tuple[ItemNoun, ...], floor: int) -> Counted | None:
    """The noun right before a figure that follows it, not before `floor`: 炮弹200万枚, 地雷，数量超2亿枚."""
    before = bisect_right(items, amount.span.start, key=lambda item: item.span.end)
    if before == 0 or items[before - 1].span.start < floor or not _fits(amount, items[before - 1]):
        return None
    best = items[before - 1]
    gap = plain[best.span.end : amount.span.start]
    return Counted(best, "noun before") if len(gap) <= 10 and _BEHIND_FILLER.fullmatch(gap) else None


def _fits(amount: Amount, item: ItemNoun) -> bool:
    if amount.unit == "person":
        return item.kind is ItemKind.PERSONNEL and item.unit == "person"
    if amount.kind == "count" and amount.unit in ("piece", "round"):
        return item.kind is not ItemKind.PERSONNEL
    if amount.kind == "measure":
        return item.unit == "" or item.kind in (
            ItemKind.MUNITION,
            ItemKind.EQUIPMENT,
            ItemKind.TERRITORY,
            ItemKind.OTHER,
        )
    if amount.kind == "money":
        return item.kind is ItemKind.MONEY
    return item.plural is None or item.plural == (amount.value != 1)


@cache
def _counting_words(language: str, position: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Words that say what a lone figure beside them counts (伤亡过万, 12 killed), with its unit."""
    rows = read_table(f"languages/{language}/counting_words.tsv", ("word", "position", "unit", "note"))
    units = {row["word"]: row["unit"] for row in rows if row["position"] == position}
    words = "|".join(sorted(map(re.escape, units), key=len, reverse=True)) or "(?!)"
    return re.compile(_BESIDE[language][position].format(words=words), re.IGNORECASE), units


def counted_by_words(plain: str, amount: Amount, floor: int, language: str) -> str:
    """The unit that a word beside a lone figure gives it, or nothing: 伤亡过万, "12 killed" are persons."""
    end = amount.core.start if language == "zh" else amount.span.start
    for position in ("before", "reach"):
        pattern, units = _counting_words(language, position)
        if match := pattern.search(plain[max(floor, end - 60) : end]):
            return units[match.group(1).lower()]
    for position, start in (("after", amount.noun_at), ("hyphen", amount.core.end)):
        pattern, units = _counting_words(language, position)
        if match := pattern.match(plain, start):
            return units[match.group(1).lower()]
    return ""
