"""The lines of a text as the reading stage looks at them, and the shapes it knows: prose, date stamp, counter."""

import re
from dataclasses import dataclass
from datetime import date

from claimbook.model.span import Span
from claimbook.read.plain import plain
from claimbook.read.written_date import parse_date, standing_date

PROSE_END = re.compile(r"[。！？!?.…:;][”」』\"')）\]】]*$")
SENTENCE = re.compile(r"[。！？!?；;]|\.\s")
HAN = re.compile(r"[\u4e00-\u9fff]")
AGO = re.compile(
    r"(?:刚刚|昨天|今天|前天|\d{1,2}\s?(?:秒|分钟|小时|天|周|个?月|年)之?前|\d{1,2}\s?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?)\s+ago"
    r"|yesterday|just now)(?:\s?\d{1,2}:\d{2})?.{0,12}"
)
COUNTED = (
    r"跟贴|评论|阅读|参与|人参与|赞|点赞|分享|转发|收藏|文章数|关注度|粉丝|次浏览|浏览|回复|分钟阅读时间|分钟阅读"
    r"|comments?|shares?|views?|likes?|min read"
)
COUNTER = re.compile(
    rf"(?:\d[\d,.]*\s*[万w]?\+?\s*(?:{COUNTED})?\s*|(?:{COUNTED})\s*[(:]?\s*\d[\d,.]*\s*万?\)?\s*){{1,3}}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text: where it stands, as it is, and as it is looked at (Simplified, half-width, trimmed, small).

    `number` is its number in the text as it came.
    """

    span: Span
    text: str
    view: str
    number: int

    @property
    def han(self) -> bool:
        """Chinese rather than Latin."""
        return bool(HAN.search(self.view))


def rows(text: str) -> tuple[Row, ...]:
    """The lines of a text with their places; empty ones too.

    >>> [row.view for row in rows("　　特別聲明：\\n\\n分享")]
    ['特别声明:', '', '分享']
    """
    view = plain(text)
    made: list[Row] = []
    at = 0
    for line in re.split(r"(?<=\n)", text):
        if line:
            made.append(Row(Span(at, at + len(line)), line, view[at : at + len(line)].strip().lower(), len(made) + 1))
            at += len(line)
    return tuple(made)


def is_prose(row: Row) -> bool:
    """A line that reads like a paragraph: long enough, and it ends like a sentence.

    >>> [is_prose(row) for row in rows("老挝政府同意派出一支工兵部队,执行扫雷任务。\\n一场必须要赢的比赛,男篮输了")]
    [True, False]
    """
    words = row.text.strip()
    least = 22 if row.han else 60
    if len(words) < least or not PROSE_END.search(words):
        return len(words) >= 3 * least and bool(SENTENCE.search(row.view))
    return True


def stamp_of(view: str) -> str | None:
    """The date of a line that is a date with hardly anything beside it; "" where it only says how long ago.

    >>> stamp_of("每日新闻 2026-02-27 13:42:07"), stamp_of("3小时前 · 晨报"), stamp_of("9月3日,金正恩抵达北京。")
    ('2026-02-27', '', None)
    """
    if len(view) > 60:
        return None
    if AGO.fullmatch(view):
        return ""
    dated = standing_date(view)
    if dated is None or len(dated[1]) + len(dated[2]) > 24 or PROSE_END.search(view):
        return None
    return parse_date(dated[0])


def days_apart(stamps: list[str]) -> int:
    """Days from the earliest to the latest of whole dates.

    >>> days_apart(["2026-02-27", "", "2026-03-01"])
    2
    """
    whole = sorted(date.fromisoformat(stamp) for stamp in stamps if len(stamp) == 10)
    return (whole[-1] - whole[0]).days if whole else 0
