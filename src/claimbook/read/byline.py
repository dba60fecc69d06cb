"""What an article says about itself in its own lines: headline, source, author, wire slug, where it was copied from.

Each fact names its line. Lines count from 1 in the text as read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimbook.model.document import Fact
from claimbook.read.furniture import PROSE_END, STAMP, Found, Row, is_prose

SOURCE_LINE = re.compile(
    r"^[(\[]?(?:稿件|文章|信息|新闻)?(?:来源|来自|消息来源|source)\s*[:丨|]\s*(?P<words>[^\n]{2,120}?)[)\]]?\s*$",
    re.IGNORECASE,
)
INLINE_SOURCE = re.compile(r"来源\s*[:丨|]\s*(?P<words>[^\s:|丨()]{2,30})")
REPOST = re.compile(r"(?:本文)?(?:转载自|转自|转载于|综合自)\s*[:丨|]?\s*[\"“《]?(?P<words>[^\s,。;:()\"”》]{2,30})")
AUTHOR = re.compile(
    r"(?:^|[\s(|·,])(?:作者|文|撰文|撰稿|记者|编译|作者\|文)\s*[:/丨|]\s*(?P<words>[^\s:|丨()/,。;]{2,20}(?:\s[^\s:|丨()/,。;]{2,4})?)"
)
BY = re.compile(r"^by\s+(?P<words>[a-z][\w.'-]*(?:\s+(?:and\s+)?[\w.'-]+){0,6})\s*(?:\||,|$)", re.IGNORECASE)
ZH_SLUG = re.compile(
    r"^[(\[【]?\s*(?P<agency>新华社|中新社|中新网|法新社|路透社|美联社|共同社|韩联社|塔斯社|俄新社|中央社|彭博社|德新社|埃菲社|朝中社|"
    r"本报|本台|本社|环球时报|央视新闻|人民网|参考消息网?|海外网|[\u4e00-\u9fff]{2,6}(?:社|通讯社|日报|晚报|时报|早报))"
    r"(?:记者[\u4e00-\u9fff\s]{2,12})?(?P<place>[\u4e00-\u9fff]{0,8}?)(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
    r"(?:综合)?(?:专?电|讯|报道|消息)[)\]】]?"
)
EN_SLUG = re.compile(
    r"^(?P<place>[A-Z][\w .,'-]{1,40}?)?(?:,?\s*(?P<date>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}))?"
    r"\s*\((?P<agency>AP|AFP|Reuters|UPI|Xinhua|TASS|Kyodo News|Kyodo|Yonhap|ANI|IANS|CNN|Bloomberg|dpa|EFE|Interfax|RIA Novosti)\)"
)
HEAD_LINES = 14
TAIL_LINES = 6


@dataclass(frozen=True, slots=True)
class Byline:
    """The facts found, and which lines above the text are headline or byline and so not the article's body."""

    facts: tuple[Fact, ...]
    out: tuple[Found, ...]


def read_byline(lines: Sequence[Row], skip: frozenset[int], title: str | None = None) -> Byline:
    """Facts of the head and the foot of an article; `skip` are lines known to be the page's.

    `title` is the headline where the page's head gives it.

    >>> from claimbook.read.furniture import rows
    >>> page = '''老挝同意派工兵赴俄
    ... 2025-07-14 10:22 来源：看看新闻
    ... 新华社万象7月14日电 老挝政府同意派出一支工兵部队,前往库尔斯克地区执行扫雷任务。'''
    >>> byline = read_byline(rows(page), frozenset())
    >>> [(fact.name, fact.value) for fact in byline.facts], [found.row for found in byline.out]
    ([('title', '老挝同意派工兵赴俄'), ('published', '2025-07-14 10:22'), ('source_line', '看看新闻'), ('outlet', '看看新闻'), ('slug', '新华社万象7月14日电'), ('repost_of', '新华社')], [0, 1])
    """
    own = [at for at, row in enumerate(lines) if row.view and at not in skip]
    first = next((place for place, at in enumerate(own) if is_prose(lines[at])), len(own))
    facts: list[Fact] = []
    out: list[Found] = []
    if first < len(own):
        head = own[: min(first, HEAD_LINES)]
        for at in head:
            if _is_byline(lines[at].view):
                out.append(Found(at, "byline"))
        if (headline := _headline(lines, own, first, {found.row for found in out}, title)) is not None:
            out.append(Found(headline, "headline"))
            facts.append(Fact("title", lines[headline].text.strip(), f"line {headline + 1}, above the first paragraph"))
    for at in [at for at, row in enumerate(lines) if row.view][:HEAD_LINES]:
        if first == len(own) or at <= own[first]:
            facts.extend(_line_facts(lines[at], at, head=True))
    for at in own[first : first + 3]:
        facts.extend(_slug_facts(lines[at], at))
    for at in own[max(first, len(own) - TAIL_LINES) :]:
        facts.extend(_line_facts(lines[at], at, head=False))
    return Byline(tuple(dict.fromkeys(facts)), tuple(sorted(out, key=lambda found: found.row)))


def _headline(lines: Sequence[Row], own: list[int], first: int, taken: set[int], title: str | None) -> int | None:
    """The headline among the lines above the first paragraph: the one the page's head names, or the first."""
    if title:
        same = [at for at in own[: first + 1] if lines[at].text.strip() and lines[at].text.strip() in title]
        return next((at for at in same if len(lines[at].text.strip()) * 2 >= len(title)), None)
    for at in own[: min(first, HEAD_LINES)]:
        words = lines[at].text.strip()
        if at in taken or len(words) < (6 if lines[at].han else 15):
            continue
        if (
            len(words) > (60 if lines[at].han else 200)
            or PROSE_END.search(words.rstrip('?？!！"”'))
            or words[0] in "【(（"
        ):
            return None
        return at
    return None


def _is_byline(view: str) -> bool:
    """A line of date, outlet, author and nothing else."""
    if STAMP.fullmatch(view) or SOURCE_LINE.match(view):
        return True
    if len(view) > 100:
        return False
    if BY.match(view):
        return True
    return bool((INLINE_SOURCE.search(view) or AUTHOR.search(view) or STAMP.match(view)) and not PROSE_END.search(view))


def _line_facts(row: Row, at: int, head: bool) -> Iterator[Fact]:
    view, where = row.view, f"line {at + 1}"
    if len(view) > 160:
        return
    if head and _is_byline(view) and (stamp := DATE.search(view)):
        yield Fact("published", stamp.group(), where)
    if found := SOURCE_LINE.match(view) or INLINE_SOURCE.search(view):
        words = row.text[len(row.text) - len(row.text.lstrip()) :][found.start("words") : found.end("words")].strip()
        yield Fact("source_line", words, where)
        if head and len(words) <= 16:
            yield Fact("outlet", words, where)
    if found := REPOST.search(view):
        yield Fact("repost_of", row.text.lstrip()[found.start("words") : found.end("words")], where)
    if found := AUTHOR.search(view) or (BY.match(view) if head else None):
        yield Fact("author", row.text.lstrip()[found.start("words") : found.end("words")].strip(), where)
    if not head and (found := STAMP_OUTLET.fullmatch(view)):
        yield Fact("source_date", found.group("date"), where)
        yield Fact("source_outlet", row.text.lstrip()[found.start("words") : found.end("words")].strip(), where)


DATE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ t]*\d{1,2}:\d{2}(?::\d{2})?)?")
STAMP_OUTLET = re.compile(
    r"(?P<date>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)\s*[·•|]?\s*(?P<words>[^\d\s][^\n。]{1,20})"
)


def _slug_facts(row: Row, at: int) -> Iterator[Fact]:
    where = f"line {at + 1}, at its head"
    lead = row.text.lstrip()
    view = row.view
    if found := ZH_SLUG.match(view):
        yield Fact("slug", lead[: found.end()].strip("()（）[]【】 "), where)
        if not found.group("agency").startswith("本"):
            yield Fact("repost_of", lead[found.start("agency") : found.end("agency")], where)
    elif found := EN_SLUG.match(lead[:200]):
        yield Fact("slug", lead[: found.end()].strip(), where)
        yield Fact("repost_of", found.group("agency"), where)
