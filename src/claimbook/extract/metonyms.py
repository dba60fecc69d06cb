"""Capitals that act for their states (莫斯科警告, Moscow says), told from capitals where something happens.

The words that tell are in `data/places/acting.tsv`.
"""

import re
from functools import cache

from claimbook.extract.scan import Words
from claimbook.lexicon.load import read_table


def acts(plain: str, start: int, end: int, words: Words) -> bool:
    """Whether the capital at `[start, end)` is spoken of as somebody who does or says something."""
    before = plain[max(0, start - 14) : start]
    if _cues("before", "no").search(before) or _cues("after", "no").match(plain, end):
        return False
    if _cues("after", "yes").match(plain, end) or _cues("before", "yes").search(before):
        return True
    return _leads(plain, start, end, words)


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
