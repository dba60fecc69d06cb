"""What a page put around the article, in texts where no markup tells: navigation, notices, hot lists, comments.

Works on lines. The words come from `data/reading/furniture.tsv`; the rest is structure: a list of headlines with
dates behind them is a hot list whatever it is called, a bare number beside "share" is a counter, a short line
above the first paragraph that ends in no mark is the headline. Nothing is lost: what is found is a left-out stretch.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimbook.lexicon.load import read_table
from claimbook.model.span import Span
from claimbook.read.plain import plain

STAMP = re.compile(
    r"(?:发布时间|发表时间|时间|日期|更新时间|published|updated|posted)?[:\s]*"
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?)(?:\s*(?:星期|周).)?"
    r"(?:[\sT·|,]*\d{1,2}[:时]\d{2}(?:[:分]\d{2})?秒?)?(?:\s*(?:am|pm))?(?:\s+[·•|]?\s*\S{1,20})?",
    re.IGNORECASE,
)
COUNTER = re.compile(
    r"(?:\d[\d,.]*\s*万?\+?\s*(?:跟贴|评论|阅读|参与|人参与|赞|点赞|分享|转发|文章数|关注度|粉丝|次浏览|comments?|shares?|views?|min read)?\s*){1,3}",
    re.IGNORECASE,
)
CRUMB = re.compile(
    r"[^。!?]{1,30}(?:\s*[>›»]\s*[^>›»。]{1,30}){1,8}|[\u4e00-\u9fff]{2,6}(?:\s/\s[\u4e00-\u9fff]{2,6}){1,4}"
)
MENU = re.compile(r"\S{1,12}(?:\s*[|·丨]\s*\S{1,12}|\s+[\u4e00-\u9fff]{2,5}){3,40}")
PROSE_END = re.compile(r"[。！？!?.…:;][”」』\"')）\]】]*$")
SENTENCE = re.compile(r"[。！？!?；;]|\.\s")
HAN = re.compile(r"[\u4e00-\u9fff]")
ENDS = " \t\r\u3000:：·.。,，、|丨-—–>»›【】[]()*#=~↓▼▲★●■◆•…!！+"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text: where it stands, as it is, and as it is looked at (Simplified, half-width, trimmed)."""

    span: Span
    text: str
    view: str

    @property
    def han(self) -> bool:
        """Chinese rather than Latin."""
        return bool(HAN.search(self.view))


@dataclass(frozen=True, slots=True)
class Found:
    """A line that is not the article, by its place among the lines, and why."""

    row: int
    reason: str


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
            made.append(Row(Span(at, at + len(line)), line, view[at : at + len(line)].strip().lower()))
            at += len(line)
    return tuple(made)


def find_furniture(lines: Sequence[Row]) -> tuple[Found, ...]:
    """The lines that are not the article.

    >>> page = "首页 > 军事 > 正文\\n0\\n分享至\\n老挝政府同意派出一支工兵部队,前往库尔斯克地区执行扫雷任务。\\n热点推荐\\n各地迎来降雪"
    >>> [(found.row, found.reason) for found in find_furniture(rows(page))]
    [(0, 'navigation'), (1, 'share'), (2, 'share'), (4, 'other headlines'), (5, 'other headlines')]
    """
    full = [at for at, row in enumerate(lines) if row.view]
    prose = {at for at in full if is_prose(lines[at])}
    reasons: dict[int, str] = {}
    for at in full:
        if at not in prose and (reason := _structure(lines[at].view)):
            reasons[at] = reason
        if reason := _phrase(lines[at], at in prose):
            reasons[at] = reason
    tail = _tail(lines, full, prose)
    for at, reason in tail.items():
        reasons.setdefault(at, reason)
    _counters(lines, full, prose, reasons)
    return tuple(Found(at, reason) for at, reason in sorted(reasons.items()))


def is_prose(row: Row) -> bool:
    """A line that reads like a paragraph: long enough, and it ends like a sentence.

    >>> [is_prose(row) for row in rows("老挝政府已经同意派遣一支工兵部队前往俄罗斯,执行扫雷任务。\\n一场必须要赢的比赛,男篮何止击败了裁判")]
    [True, False]
    """
    words = row.text.strip()
    least = 22 if row.han else 60
    if len(words) < least or not PROSE_END.search(words):
        return len(words) >= 3 * least and bool(SENTENCE.search(row.view))
    return True


def _structure(view: str) -> str | None:
    if CRUMB.fullmatch(view) and len(view) <= 80:
        return "navigation"
    if MENU.fullmatch(view) and len(view) <= 200:
        return "navigation"
    return None


def _phrase(row: Row, prose: bool) -> str | None:
    phrases = _phrases()
    view = row.view
    if (reason := phrases["line"].get(view.strip(ENDS))) is not None:
        return reason
    for phrase, reason in phrases["start"].items():
        begins = view.lstrip(ENDS).startswith(phrase) or view.startswith(phrase)
        if begins and (not prose or reason in ("notice", "credits", "site link") or len(view) <= 60):
            return reason
    if len(view) <= (80 if row.han else 160):
        for phrase, reason in phrases["within"].items():
            if phrase in view:
                return reason
    return None


def _tail(lines: Sequence[Row], full: list[int], prose: set[int]) -> dict[int, str]:
    """From a tail marker on everything is the page's, unless the article plainly goes on behind it."""
    phrases = _phrases()
    out: dict[int, str] = {}
    reason: str | None = None
    final = False
    list_start = _hot_list(lines, full, prose)
    for place, at in enumerate(full):
        view = lines[at].view.lstrip(ENDS)
        if why := next((why for phrase, why in phrases["end"].items() if view.startswith(phrase)), None):
            # At the head of a text such a notice is only its own line: what it speaks of is yet to come.
            final = final or any(before in prose for before in full[:place])
            out[at] = why
            reason = why if final else None
            continue
        marker = next((why for phrase, why in phrases["tail"].items() if _marks(view, phrase)), None)
        if at == list_start:
            marker = "other headlines"
        if marker and at not in prose:
            reason = marker
        elif reason and not final and at in prose and _goes_on(lines, full[place : place + 6], prose):
            reason = None
        if reason is not None:
            out[at] = reason
    return out


def _marks(view: str, phrase: str) -> bool:
    """The line is the marker, or the marker and a short rest ("相关阅读:…", "Comments (12)")."""
    return view.startswith(phrase) and len(view) <= len(phrase) + 40


def _goes_on(lines: Sequence[Row], rest: list[int], prose: set[int]) -> bool:
    """Most of what follows in the next lines is prose: the list was an island in the article."""
    tail, end = _phrases()["tail"], _phrases()["end"]
    near: list[int] = []
    for at in rest:
        view = lines[at].view.lstrip(ENDS)
        if any(_marks(view, phrase) for phrase in tail) or view.startswith(tuple(end)):
            break
        near.append(at)
    written = sum(len(lines[at].text) for at in near if at in prose)
    other = sum(1 for at in near if at not in prose)
    stamps = sum(1 for at in near if STAMP.fullmatch(lines[at].view))
    least = 60 if lines[rest[0]].han else 180
    return not stamps and written >= least and other * 2 <= len(near)


def _hot_list(lines: Sequence[Row], full: list[int], prose: set[int]) -> int | None:
    """Where a list of headlines with dates begins that has no name over it: three dates or more, no prose between."""
    views = [lines[at].view for at in full]
    # A headline said twice in a row is a link with its picture's name, however much it reads like a sentence.
    twice = {
        at for left, right in pairwise(range(len(full))) if views[left] == views[right] for at in full[left : right + 1]
    }
    last_prose = max((at for at in full if at in prose and at not in twice), default=-1)
    after = [at for at in full if at > last_prose]
    stamps = [place for place, at in enumerate(after) if STAMP.fullmatch(lines[at].view)]
    if len(stamps) < 3 or any(right - left > 8 for left, right in pairwise(stamps)):
        return None
    return after[max(0, stamps[0] - 4)]


def _counters(lines: Sequence[Row], full: list[int], prose: set[int], reasons: dict[int, str]) -> None:
    """Bare numbers and clock times beside something already left out, or above the first paragraph."""
    first = min(prose, default=len(lines))
    for place, at in enumerate(full):
        if at in reasons or not COUNTER.fullmatch(lines[at].view):
            continue
        near = full[max(place - 2, 0) : place + 3]
        if at < first or any(other in reasons for other in near):
            reasons[at] = "share"


@cache
def _phrases() -> dict[str, dict[str, str]]:
    by_place: dict[str, dict[str, str]] = {place: {} for place in ("line", "start", "within", "tail", "end")}
    for row in read_table("reading/furniture.tsv", ("phrase", "where", "reason", "source")):
        if row["where"] not in by_place:
            raise row.wrong(f"no such place: {row['where']!r}, known: {', '.join(by_place)}")
        by_place[row["where"]][plain(row["phrase"]).lower()] = row["reason"]
    return by_place
