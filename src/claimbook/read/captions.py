"""Lines that are captions of pictures: they stay in the reading, since they may carry claims, but are marked."""

import re
from collections.abc import Sequence

from claimbook.model.span import Span
from claimbook.read.lines import Row

KINDS = (
    r"(?:资料图片?|资料照片?|档案照片?|档案图片?|视频截图|视频画面|社交媒体截图|截图|示意图"
    r"|图片来源[^()]{0,40}|图源[^()]{0,40}|供图|摄影?)"
)
"""What a picture is called in the brackets behind a caption."""
CAPTION = re.compile(
    r"[(\[]?(?:资料图片?|图片说明|图像加注文字|图片来源|图源|图说|图为|图/|图:|图\d{1,2}[:/ ]|配图|视频截图|示意图"
    r"|photo(?: credit)?:|image:|caption:|pictured:|picture:|file photo|file - "
    r"|\d{1,2} of \d{1,2} ?\||\[\d{1,2}/\d{1,2}\])"
    r"|【[^【】]{2,120}】$"
    rf"|.{{2,240}}[(\[][^()]{{0,30}}{KINDS}[)\]][。.]?$"
    rf"|[^。,!?]{{2,40}}{KINDS}$"
    r"|.{2,240}[(\[](?:图/[^()]{1,40}|file photo|(?:ap )?photo[^()]{0,60}"
    r"|[^()]{0,40}/(?:reuters|afp|ap|getty images)[^()]{0,40})[)\]][。.]?$"
    r"|.{2,240}(?: photo by|photo:|image credit:|photo credit:|photograph:|image:) .{2,80}$"
)


def find_captions(lines: Sequence[Row]) -> tuple[Span, ...]:
    """The stretches of the text that are captions, without the line breaks.

    >>> from claimbook.read.lines import rows
    >>> page = "士兵(资料图)\\n老挝派出工兵。\\n【俄军在库尔斯克】\\n图为老挝工兵在排雷"
    >>> [span.of(page) for span in find_captions(rows(page))]
    ['士兵(资料图)', '【俄军在库尔斯克】', '图为老挝工兵在排雷']
    """
    return tuple(_trimmed(row) for row in lines if is_caption(row))


def is_caption(row: Row) -> bool:
    """The line says by its form that it is a caption."""
    return 3 <= len(row.view) <= 320 and CAPTION.match(row.view) is not None


def _trimmed(row: Row) -> Span:
    start = row.span.start + len(row.text) - len(row.text.lstrip())
    return Span(start, row.span.start + len(row.text.rstrip()))
