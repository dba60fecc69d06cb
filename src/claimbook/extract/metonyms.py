"""Capitals that act for their states (莫斯科警告, Moscow says), told from capitals where something happens.

The words that tell are in `data/places/acting.tsv`.
"""

import re
from collections.abc import Mapping
from functools import cache

from claimbook.extract.scan import Meaning, Words
from claimbook.lexicon.gazetteer import Spot
from claimbook.lexicon.load import read_table
from claimbook.lexicon.names import Hit

_AND = re.compile(r", and |, | and |、|与|和")
_PAST = re.compile(r" [a-z]{2,}ed (?!by\b)")


def acts(plain: str, hit: Hit[Meaning], hits: Mapping[int, Hit[Meaning]], words: Words) -> bool:
    """Whether the capital is spoken of as somebody who does or says something.

    It is, too, where it stands in a list of capitals whose last one does: Bamako, Niamey and Ouagadougou announced.
    `hits` are the names of the text by their beginning.
    """
    if _acts(plain, hit.start, hit.end, words):
        return True
    match = _AND.match(plain, hit.end)
    after = hits.get(match.end()) if match else None
    capital = after is not None and any(isinstance(one, Spot) and one.stands_for for one in after.meanings)
    return after is not None and capital and acts(plain, after, hits, words)


def _acts(plain: str, start: int, end: int, words: Words) -> bool:
    before = plain[max(0, start - 14) : start]
    if _cues("before", "no").search(before) or _cues("after", "no").match(plain, end):
        return False
    if _cues("after", "yes").match(plain, end) or _cues("before", "yes").search(before):
        return True
    return _PAST.match(plain, end) is not None or _leads(plain, start, end, words)


def _leads(plain: str, start: int, end: int, words: Words) -> bool:
    """莫斯科|收到27具遗体: the capital opens the clause and the verb, or an adverb, follows at once."""
    follows = words.at(end)
    opens = start == 0 or plain[start - 1] in ",。;:!?“\n 不过而且但"
    return opens and follows is not None and follows.span.start == end and follows.tag in ("v", "d", "vd", "ad", "c")


@cache
def _cues(side: str, yes_or_no: str) -> re.Pattern[str]:
    chinese, english = [], []
    for row in read_table("places/acting.tsv", ("side", "acts", "zh", "en", "source")):
        if (row["side"], row["acts"]) == (side, yes_or_no):
            chinese += [re.escape(word) for word in row.several("zh")]
            english += [re.escape(word) for word in row.several("en")]
    if side == "before":
        return re.compile(rf"(?:{'|'.join(chinese)})$|\b(?:{'|'.join(english)}) $", re.IGNORECASE)
    gap = r"(?:'s|’s)? " if yes_or_no == "yes" else " ?"
    return re.compile(rf"(?:{'|'.join(chinese)})|{gap}(?:{'|'.join(english)})\b")
