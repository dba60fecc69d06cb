"""Repair of pages that a broken Simplified-to-Traditional converter has put pinyin into: see docs/repair.md."""

from claimbook.model.document import Edit
from claimbook.read.repair.annotations import is_damaged, strip

__all__ = ["repair_pinyin"]


def repair_pinyin(text: str) -> tuple[Edit, ...]:
    """The edits that make a damaged page readable, sorted, none overlapping; none for a page without the damage.

    Readings that were put in are taken out ("inserted pinyin"). Stretches whose bytes were shifted by them are read
    again ("shifted bytes"); what cannot be known there is 〓, and the edit is not `sure`. A figure is never supplied.

    >>> repair_pinyin("朝鮮(資料圖)派兵")
    ()
    """
    if not is_damaged(text):
        return ()
    from claimbook.read.repair.judge import shifted  # noqa: PLC0415 (loads a dictionary: damaged pages only)

    inserted = strip(text)
    again = shifted(text, inserted)
    taken = {at for edit in again for at in range(edit.source.start, edit.source.end)}
    kept = [edit for edit in inserted if edit.source.start not in taken and edit.source.end - 1 not in taken]
    return tuple(sorted([*kept, *again], key=lambda edit: edit.source))
