"""Repair of pages that a broken Simplified-to-Traditional converter has put pinyin into: see docs/repair.md."""

import re

from claimbook.model.document import Edit
from claimbook.model.span import Span
from claimbook.read.repair.annotations import LETTERS, is_damaged, strip

__all__ = ["repair_pinyin"]

_RUN = re.compile(
    rf"\?[{LETTERS}]{{1,6}}\)[^\x00-\x7f]*(?:\?/\w{{1,3}}>|\?|[A-Za-z@])?"
    r"|(?<=[^\x00-\x7f])\?[,;!?][^\x00-\x7f]+\??"
)


def repair_pinyin(text: str) -> tuple[Edit, ...]:
    """The edits that make a damaged page readable, sorted, none overlapping; none for a page without the damage.

    >>> repair_pinyin("朝鮮(資料圖)派兵")
    ()
    """
    if not is_damaged(text):
        return ()
    runs = [Edit(Span(*match.span()), "〓", "shifted bytes", sure=False) for match in _RUN.finditer(text)]
    taken = [run.source for run in runs]
    readings = [edit for edit in strip(text) if not any(edit.source.overlaps(run) for run in taken)]
    return tuple(sorted(readings + runs, key=lambda edit: edit.source))
