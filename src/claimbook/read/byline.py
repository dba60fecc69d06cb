"""What an article says about itself in its own lines: headline, source, author, outlet, where it was copied from.

Each fact names its line. Lines count from 1 in the text as read. A line is a byline when it holds a date, a source or
an author and nothing that could be a sentence; the headline is looked for among what else stands above the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimbook.model.document import Fact
from claimbook.read.captions import is_caption
from claimbook.read.furniture import Found
from claimbook.read.lines import PROSE_END, Row, is_prose, stamp_of
from claimbook.read.slug import is_slug, read_slug
from claimbook.read.written_date import standing_date

SOURCE_LINE = re.compile(
    r"^[(\[]?(?:稿件|文章|信息|新闻|资料)?(?:来源|来自|source)\s*[:丨|]\s*(?P<words>.{2,120}?)[)\]]?\s*$", re.IGNORECASE
)
INLINE_SOURCE = re.compile(r"来源\s*[:丨|]\s*(?P<words>[^\s:|丨()]{2,30})")
REPOST = re.compile(r"(?:转载自|转自|转载于|编译自)\s*[:丨|]?\s*[\"“《]?(?P<words>[^\s,。;:()\"”》]{2,30})")
AUTHOR = re.compile(
    r"(?:^|[\s(|·,〔\[])(?:作者|文|撰文|撰稿|记者|特约记者|驻外记者|编译|综合编译)\s?[:/|丨]\s*(?P<words>[^\s:|丨()/,。;\d〕\]]{2,20})"
    r"|(?:^|[\s(|·,〔\[])(?:特派记者|编译|记者)\s?(?P<name>[\u4e00-\u9fff]{2,4})\s?/\s?[\u4e00-\u9fff]{2,10}报导"
)
BY = re.compile(r"^by:?\s+(?P<words>[a-z][\w.'-]*(?:,?\s+(?:and\s+)?[a-z][\w.'-]*){1,7})\s*(?:\||,|$)", re.IGNORECASE)
NOT_OUTLET = re.compile(
    r"\d|作者|记者|编译|编辑|来源|阅读|评论|发布|更新|时间|浏览|^by\b|published|updated|posted|综合|报导|报道|消息|出版|^(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)$|issue|release|day$"
)
LABEL = re.compile(
    r"^(?:发布时间|发表时间|发布于|时间|日期|更新时间|最后更新|最近更新|编辑于|published|updated|posted on|date)\s*:?$",
    re.IGNORECASE,
)
HEAD_LINES = 60
TAIL_LINES = 6


@dataclass(frozen=True, slots=True)
class Byline:
    """The facts found, and which lines above the text are headline or byline and so not the article's body."""

    facts: tuple[Fact, ...]
    out: tuple[Found, ...]


def read_byline(lines: Sequence[Row], skip: frozenset[int], title: str | None = None) -> Byline:
    """Facts of the head and the foot of an article; `skip` are lines known to be the page's.

    `title` is the headline where the page's head gives it.

    >>> from claimbook.read.lines import rows
    >>> page = '''老挝同意派工兵赴俄
    ... 2025-07-14 10:22 来源：看看新闻
    ... 新华社万象7月14日电 老挝政府同意派出一支工兵部队,前往库尔斯克地区执行扫雷任务。'''
    >>> byline = read_byline(rows(page), frozenset())
    >>> {fact.name: fact.value for fact in byline.facts}["outlet"], [(found.row, found.reason) for found in byline.out]
    ('看看新闻', [(0, 'headline'), (1, 'byline')])
    """
    full = [at for at, row in enumerate(lines) if row.view]
    own = [at for at in full if at not in skip]
    first = next((place for place, at in enumerate(own) if is_prose(lines[at])), len(own))
    if first == len(own):
        return Byline(tuple(_facts_of(lines, full[:HEAD_LINES], head=True)), ())
    # A standfirst may be prose: a byline a little further down still has the head above it.
    late = [place for place in range(first, min(first + 4, len(own))) if _is_dated(lines[own[place]])]
    first = late[-1] + 1 if late and late[-1] + 1 < len(own) else first
    head = own[max(first - HEAD_LINES, 0) : first]
    facts: list[Fact] = []
    out = {at: "byline" for at in head if is_byline(lines[at].view)}
    for at in head:
        if is_slug(lines[at]):
            out[at] = "byline"
            facts.extend(read_slug(lines[at]))
    if (headline := _headline(lines, head, set(out), title)) is not None:
        facts.append(
            Fact("title", lines[headline].text.strip(), f"line {lines[headline].number}, above the first paragraph")
        )
        above = {at: "page furniture" for at in head if at < headline and at not in out and not _captioned(lines[at])}
        below = {at: "byline" for at in head if at > headline and at not in out and _is_label(lines[at])}
        out |= {**above, headline: "headline", **below}
    facts.extend(_facts_of(lines, [at for at in full if at < own[first]][-HEAD_LINES:], head=True))
    for at in own[first : first + 3]:
        facts.extend(read_slug(lines[at]))
    facts.extend(_facts_of(lines, own[max(first, len(own) - TAIL_LINES) :], head=False))
    return Byline(tuple(dict.fromkeys(facts)), tuple(Found(at, reason) for at, reason in sorted(out.items())))


def _headline(lines: Sequence[Row], head: Sequence[int], taken: set[int], title: str | None) -> int | None:
    """The headline above the first paragraph: the line the page's head names, or the first that is no masthead.

    A masthead or a section name is much shorter than the headline under it.
    """
    if title:
        same = [at for at in head if lines[at].text.strip() in title and len(lines[at].text.strip()) * 2 >= len(title)]
        return same[0] if same else None
    fits = [at for at in head if at not in taken and _can_be_headline(lines[at])]
    longest = max((len(lines[at].text.strip()) for at in fits), default=0)
    # Under an English headline a longer standfirst is usual, under a Chinese one it is not.
    least = {at: 1.0 if lines[at].han else 0.6 for at in fits}
    return next((at for at in fits if len(lines[at].text.strip()) >= least[at] * longest), None)


def _can_be_headline(row: Row) -> bool:
    words = row.text.strip()
    least, most = (6, 60) if row.han else (15, 200)
    return least <= len(words) <= most and not PROSE_END.search(words.rstrip('?？!！"”')) and not _captioned(row)


def _is_dated(row: Row) -> bool:
    return not is_prose(row) and is_byline(row.view) and standing_date(row.view) is not None


def _is_label(row: Row) -> bool:
    """A name or a section under the headline: short, no sentence."""
    return len(row.view) <= (14 if row.han else 30) and not PROSE_END.search(row.view) and not _captioned(row)


def _captioned(row: Row) -> bool:
    return is_caption(row) or (row.view[:1] in "【(" and row.view[-1:] in "】)")


def is_byline(view: str) -> bool:
    """A line of date, outlet, author and nothing else.

    >>> [is_byline(view) for view in ("by anna kowal", "monday, july 28, 2025", "2025年9月3日阅兵纪实")]
    [True, True, False]
    """
    if stamp_of(view) is not None or (len(view) <= 60 and SOURCE_LINE.match(view)):
        return True
    if len(view) > 120 or PROSE_END.search(view):
        return False
    if BY.match(view) or INLINE_SOURCE.search(view) or AUTHOR.search(view):
        return True
    dated = standing_date(view)
    return dated is not None and len(dated[1]) + len(dated[2]) <= 50


def _facts_of(lines: Sequence[Row], places: Sequence[int], head: bool) -> Iterator[Fact]:
    above = ""
    for at in places:
        if above.rstrip(" :") in ("来源", "source") and len(lines[at].view) <= 20:
            yield Fact("source_line", lines[at].text.strip(), f"line {lines[at].number}")
            if head:
                yield Fact("outlet", lines[at].text.strip(), f"line {lines[at].number}")
        if len(lines[at].view) <= 160:
            yield from line_facts(lines[at], f"line {lines[at].number}", head, "来源" in above + lines[at].view)
        above = lines[at].view


def line_facts(row: Row, where: str, head: bool, source_above: bool = False) -> Iterator[Fact]:
    """What one line of the head or the foot tells; at the foot a date counts only under a source line."""
    view, text = row.view, row.text.strip()
    dated = standing_date(view) if is_byline(view) else None
    if dated and (head or source_above or LABEL.match(dated[1])):
        own = head or LABEL.match(dated[1])
        yield Fact("published" if own else "source_date", _clock(text, view, dated[0]), where)
    if found := SOURCE_LINE.match(view) or INLINE_SOURCE.search(view):
        words = _as_written(text, found, "words")
        yield Fact("source_line", words, where)
        if head and len(words) <= 16:
            yield Fact("outlet", words, where)
    elif dated and (head or source_above) and (outlet := _outlet(text, view, dated)):
        yield Fact("outlet" if head else "source_outlet", outlet, where)
    if found := REPOST.search(view):
        yield Fact("repost_of", _as_written(text, found, "words"), where)
    if found := AUTHOR.search(view):
        yield Fact("author", _as_written(text, found, "words" if found["words"] else "name"), where)
    elif head and (found := BY.match(view)):
        yield Fact("author", _as_written(text, found, "words"), where)


def _as_written(text: str, found: re.Match[str], group: str) -> str:
    """The words of a match in the view, as the article has them."""
    return text[found.start(group) : found.end(group)].strip()


def _clock(text: str, view: str, day: str) -> str:
    """The date with the time of day behind it, if there is one, as the article has it."""
    at = view.find(day)
    clock = re.match(r"日?[\st]*\d{1,2}:\d{2}(?::\d{2})?", view[at + len(day) :])
    return text[at : at + len(day) + (clock.end() if clock else 0)]


def _outlet(text: str, view: str, dated: tuple[str, str, str]) -> str | None:
    """A short name beside the date that is no label and no author."""
    for rest in (dated[2], dated[1]):
        for part in re.split(r"\s{2,}|[|·•/／,，\u3000【】〔〕]", rest):
            name = part.strip(" :：")
            name = name.removesuffix("讯") if name.endswith("报讯") else name
            if (
                2 <= len(name) <= (12 if not name.isascii() else 30)
                and not NOT_OUTLET.search(name)
                and not LABEL.match(name)
            ):
                at = view.find(name)
                return text[at : at + len(name)]
    return None
