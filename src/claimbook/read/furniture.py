"""What a page put around the article, in texts where no markup tells: navigation, notices, hot lists, comments.

Works on lines. The words come from `data/reading/furniture.tsv`; the rest is structure: headlines with dates of the
same days behind them are a hot list whatever it is called, a bare number beside "share" is a counter, a line made of
nothing but button words is a row of buttons. Nothing is lost: what is found is a left-out stretch.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimbook.lexicon.load import read_table
from claimbook.read.lines import COUNTER, PROSE_END, Row, days_apart, is_prose, stamp_of
from claimbook.read.plain import plain

CRUMB = re.compile(
    r"[^。!?]{1,30}(?:\s*[>›»]\s*[^>›»。]{1,30}){1,8}|[\u4e00-\u9fffa-z]{2,8}(?:\s/\s[\u4e00-\u9fffa-z]{2,8}){1,4}"
)
MENU = re.compile(r"\S{1,12}(?:\s*[|·丨]\s*\S{1,12}|\s+[\u4e00-\u9fff]{2,5}){3,40}")
COMMENTS = re.compile(
    r"(?:全部|最新|热门|精彩|网友|所有)?(?:评论|跟贴|留言)\s?[(:]?\s?\d{1,6}\s?条?\)?|\d{1,6}\s?条?(?:评论|跟贴|comments?)|comments?\s?\(?\d{1,6}\)?"
)
SKIP = re.compile(r".{0,20}跳过.{0,20}继续阅读|skip .{1,40} and continue reading|skip past .{1,40}")
SKIPPED = re.compile(r".{0,12}内容结尾|end of .{1,40}|after newsletter promotion")
DAYS = re.compile(r"(?<!\d)20\d\d-\d{2}-\d{2}(?!\d)")
INLINE = re.compile(r"[:：]\s?\S{4,}")
APP = re.compile(r"(?:下载|打开|使用).{0,14}app|^\W*(?:download|get) .{0,24}\bapp\b")
WORDS = re.compile(r"[^\W_]")
KEYWORD = re.compile(r"(?:#[^\s#]{1,20}#?\s*){1,12}")
MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}")
BIO = re.compile(
    r"(?:[\w.'’-]{2,20} ){1,4}(?:is|was) (?:an?|the) (?:[\w'’-]+ ){0,5}"
    r"(?:correspondent|reporter|journalist|editor|columnist|writer|fellow)\b"
)
"""How the note about the author under an article opens."""
POINTER = re.compile(r"[➤►▶▷→☞👉]")
ENDS = "♦“”\"' \t\r\u3000:：·.。,，、|丨-—–>»›【】[]()*#=~↓▼▲★●■◆•…!！+"
TAIL_RESIDUE = 3
"""So many short lines without an end after the last paragraph are the page's, not the article's."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line that is not the article, by its place among the lines, and why."""

    row: int
    reason: str


def find_furniture(lines: Sequence[Row]) -> tuple[Found, ...]:
    """The lines that are not the article.

    >>> from claimbook.read.lines import rows
    >>> page = "首页 > 正文\\n0\\n分享至\\n老挝政府同意派出一支工兵部队,前往库尔斯克扫雷。\\n热点推荐\\n各地降雪"
    >>> [(found.row, found.reason) for found in find_furniture(rows(page))]
    [(0, 'navigation'), (1, 'share'), (2, 'share'), (4, 'other headlines'), (5, 'other headlines')]
    """
    full = [at for at, row in enumerate(lines) if row.view]
    prose = {at for at in full if is_prose(lines[at])}
    reasons: dict[int, str] = {}
    for at in full:
        if reason := _phrase(lines[at], at in prose) or (at not in prose and _structure(lines[at].view)):
            reasons[at] = reason
    for found in (_tail(lines, full, prose), _dated_lists(lines, full, prose), _skipped(lines, full)):
        for at, reason in found.items():
            reasons.setdefault(at, reason)
    _counters(lines, full, prose, reasons)
    _residue(lines, full, prose, reasons)
    return tuple(Found(at, reason) for at, reason in sorted(reasons.items()))


def _structure(view: str) -> str | None:
    if CRUMB.fullmatch(view) and len(view) <= 80:
        return "navigation"
    if MENU.fullmatch(view) and len(view) <= 200:
        return "navigation"
    if not WORDS.search(view):
        return "page furniture"
    if KEYWORD.fullmatch(view):
        return "keywords"
    if len(view) <= 60 and APP.search(view):
        return "site link"
    if "▼▼" in view:
        return "other headlines"
    if MAIL.fullmatch(view):
        return "credits"
    if POINTER.match(view) or (len(DAYS.findall(view)) >= 3 and not PROSE_END.search(view)):
        return "other headlines"
    if len(view) <= 60 and _buttons().fullmatch(view):
        return "share"
    return None


def _phrase(row: Row, prose: bool) -> str | None:
    phrases = _phrases()
    view, bare = row.view, row.view.lstrip(ENDS)
    if (reason := phrases["line"].reasons.get(view.strip(ENDS))) is not None:
        return reason
    reason = phrases["start"].opens(bare) or phrases["start"].opens(view)
    if reason and (not prose or reason in ("notice", "credits", "site link")):
        return reason
    return phrases["within"].inside(view) if len(view) <= (80 if row.han else 160) else None


def _tail(lines: Sequence[Row], full: list[int], prose: set[int]) -> dict[int, str]:
    """From a tail marker on everything is the page's, unless the article plainly goes on behind it.

    A marker above the first paragraph is only its own line: what it speaks of is yet to come. One that names its story
    on the same line ("相关阅读:黑海水雷") is a pointer inside the article: the next paragraph ends it.
    """
    out: dict[int, str] = {}
    reason: str | None = None
    final = begun = inline = False
    for place, at in enumerate(full):
        if why := _end_marker(lines[at]):
            out[at], final = why, final or begun
            reason = why if final else reason
        elif (why := _tail_marker(lines[at])) and at not in prose:
            out[at] = why
            reason, final = (why, final or why == "comments") if begun else (reason, final)
            inline = bool(INLINE.search(lines[at].view))
        elif begun and BIO.match(lines[at].view):
            out[at], final, reason = "author", True, "author"
            if place and len(lines[full[place - 1]].view) <= 40 and full[place - 1] not in prose:
                out[full[place - 1]] = "author"
        elif reason and not final and at in prose and (inline or _goes_on(lines, full[place : place + 6], prose)):
            reason = None
        if reason is not None:
            out.setdefault(at, reason)
        begun = begun or at in prose
    return out


def _end_marker(row: Row) -> str | None:
    return _phrases()["end"].opens(row.view.lstrip(ENDS))


def _tail_marker(row: Row) -> str | None:
    """The line is a marker, or a marker and a short rest ("相关阅读:…", "Comments (12)")."""
    view = row.view.lstrip(ENDS)
    if len(view) > 60:
        return None
    return "comments" if COMMENTS.fullmatch(view) else _phrases()["tail"].opens(view)


def _goes_on(lines: Sequence[Row], rest: list[int], prose: set[int]) -> bool:
    """Most of what follows, up to the next marker, is prose: the list was an island in the article."""
    near: list[int] = []
    for at in rest:
        if _tail_marker(lines[at]) or _end_marker(lines[at]):
            break
        near.append(at)
    written = sum(len(lines[at].text) for at in near if at in prose)
    other = sum(1 for at in near if at not in prose)
    least = 60 if lines[rest[0]].han else 180
    stamped = any(stamp_of(lines[at].view) is not None for at in near)
    return not stamped and written >= least and other * 2 <= len(near)


def _dated_lists(lines: Sequence[Row], full: list[int], prose: set[int]) -> dict[int, str]:
    """Headlines with dates: three dates or more of the same fortnight, little text between them.

    Everything from the first headline to the last date is the list's. A chronology is none: its dates are far apart, or
    written without a year.
    """
    stamps = [(place, stamp) for place, at in enumerate(full) if (stamp := stamp_of(lines[at].view)) is not None]
    out: dict[int, str] = {}
    for group in _near_each_other(lines, full, stamps):
        if len(group) < 3 or days_apart([stamp for _, stamp in group]) > 14:
            continue
        # What a list's item is made of stands between two dates; so much belongs to the first date too.
        reach = max(right - left for (left, _), (right, _) in pairwise(group)) - 1
        first = group[0][0]
        while reach > 0 and first > 0 and full[first - 1] not in prose:
            first, reach = first - 1, reach - 1
        if first > 0 and full[first - 1] not in prose and len(lines[full[first - 1]].view) <= 12:
            first -= 1
        last = group[-1][0]
        after = full[last + 1 : last + 1 + reach + 1]
        tail = after if all(at not in prose for at in after) else []
        for at in (*full[first : last + 1], *tail):
            out[at] = "other headlines"
    return out


def _near_each_other(
    lines: Sequence[Row], full: list[int], stamps: list[tuple[int, str]]
) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = []
    for place, stamp in stamps:
        if groups:
            between = full[groups[-1][-1][0] + 1 : place]
            length = sum(len(lines[at].view) for at in between)
            if len(between) <= 6 and length <= (260 if between and lines[between[0]].han else 420):
                groups[-1].append((place, stamp))
                continue
        groups.append([(place, stamp)])
    return groups


def _skipped(lines: Sequence[Row], full: list[int]) -> dict[int, str]:
    """Between "skip this" and "end of this" stands a box of other things."""
    out: dict[int, str] = {}
    for place, at in enumerate(full):
        if SKIP.fullmatch(lines[at].view):
            ahead = full[place : place + 20]
            ends = [number for number, one in enumerate(ahead) if SKIPPED.fullmatch(lines[one].view)]
            out.update(dict.fromkeys(ahead[: ends[0] + 1] if ends else ahead[:1], "other headlines"))
    return out


def _counters(lines: Sequence[Row], full: list[int], prose: set[int], reasons: dict[int, str]) -> None:
    """Bare numbers and clock times beside something already left out, or above the first paragraph."""
    first = min(prose, default=len(lines))
    for place, at in enumerate(full):
        if at in reasons or not COUNTER.fullmatch(lines[at].view):
            continue
        near = full[max(place - 2, 0) : place + 3]
        if at < first or any(other in reasons for other in near):
            reasons[at] = "share"


def _residue(lines: Sequence[Row], full: list[int], prose: set[int], reasons: dict[int, str]) -> None:
    """Short lines without an end behind the last paragraph, several of them: keywords, names, more headlines.

    A source line with its date is the article's own and stays, with what stands above it.
    """
    kept = [at for at in full if at in prose and at not in reasons]
    if len(kept) < 2:
        return
    rest = [at for at in full if at > kept[-1] and at not in reasons]
    for place in range(len(rest) - 1, -1, -1):
        view = lines[rest[place]].view
        if stamp_of(view) is not None or "来源" in view or view.startswith("source:"):
            rest = rest[place + 1 :]
            break
    short = [at for at in rest if not PROSE_END.search(lines[at].view) and lines[at].view[:1] not in "(【["]
    if len(short) >= TAIL_RESIDUE and len(short) == len(rest):
        reasons.update(dict.fromkeys(short, "page furniture"))


class Phrases:
    """The phrases of one kind with what is left out because of them."""

    def __init__(self, reasons: dict[str, str]) -> None:
        self.reasons = reasons
        words = "|".join(sorted(map(re.escape, reasons), key=len, reverse=True))
        self.pattern = re.compile(words or r"(?!)")

    def opens(self, view: str) -> str | None:
        """The reason of the longest phrase the line begins with."""
        found = self.pattern.match(view)
        return self.reasons[found.group()] if found else None

    def inside(self, view: str) -> str | None:
        """The reason of the first phrase the line holds."""
        found = self.pattern.search(view)
        return self.reasons[found.group()] if found else None


@cache
def _buttons() -> re.Pattern[str]:
    words = [phrase for phrase, reason in _phrases()["line"].reasons.items() if reason == "share"]
    return re.compile("(?:(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")[\s\d|/·]*){1,12}")


@cache
def _phrases() -> dict[str, Phrases]:
    by_place: dict[str, dict[str, str]] = {place: {} for place in ("line", "start", "within", "tail", "end")}
    for row in read_table("reading/furniture.tsv", ("phrase", "where", "reason", "source")):
        if row["where"] not in by_place:
            raise row.wrong(f"no such place: {row['where']!r}, known: {', '.join(by_place)}")
        by_place[row["where"]][plain(row["phrase"]).lower()] = row["reason"]
    return {place: Phrases(reasons) for place, reasons in by_place.items()}
