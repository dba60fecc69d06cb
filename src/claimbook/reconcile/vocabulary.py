"""The words reconciling looks for: topics of items, and cues in a claim's own sentence. Data: `data/reconcile/`."""

import re
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.load import Row, read_table


@dataclass(frozen=True, slots=True)
class Words:
    """Words that show one thing, as a pattern; `under` is the wider thing it is part of."""

    name: str
    under: str
    pattern: re.Pattern[str]


@cache
def topics() -> tuple[Words, ...]:
    """The topics of `data/reconcile/topics.tsv`."""
    rows = read_table("reconcile/topics.tsv", ("topic", "under", "zh", "en", "source"))
    return tuple(_words(row, row["topic"], row["under"]) for row in rows)


@cache
def cues() -> tuple[Words, ...]:
    """The cues of `data/reconcile/cues.tsv`."""
    rows = read_table("reconcile/cues.tsv", ("cue", "zh", "en", "source"))
    return tuple(_words(row, row["cue"], "") for row in rows)


def topics_of(plain: str) -> frozenset[str]:
    """The topics that a text (Simplified, half-width) shows. A word inside a longer one of another topic is not heard.

    >>> sorted(topics_of("清理战场上未爆炸地雷")), sorted(topics_of("反坦克导弹")), sorted(topics_of("mine clearance"))
    (['mine clearance', 'mines'], ['anti-tank missiles'], ['mine clearance'])
    """
    found = [(match.start(), match.end(), words.name) for words in topics() for match in words.pattern.finditer(plain)]
    return frozenset(
        name
        for start, end, name in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, other in found if other != name)
    )


def widened(names: frozenset[str]) -> frozenset[str]:
    """Topics with the wider ones they are part of.

    >>> sorted(widened(frozenset({"oil"})))
    ['fuel', 'oil']
    """
    return names | {words.under for words in topics() if words.name in names and words.under}


def cues_of(plain: str) -> frozenset[str]:
    """The cues that a text (Simplified, half-width) holds.

    >>> sorted(cues_of("朝鲜可能再向俄罗斯增派3万人")), sorted(cues_of("in mid-June"))
    (['further'], ['middle'])
    """
    return frozenset(words.name for words in cues() if words.pattern.search(plain))


def _words(row: Row, name: str, under: str) -> Words:
    chinese = [re.escape(word) for word in sorted(row.several("zh"), key=len, reverse=True)]
    english = [rf"\b{re.escape(word)}" for word in sorted(row.several("en"), key=len, reverse=True)]
    if not chinese + english:
        raise row.wrong(f"no words for {name!r}")
    return Words(name, under, re.compile("|".join(chinese + english), re.IGNORECASE))
