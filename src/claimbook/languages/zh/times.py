"""Chinese words for times, as `When`s: 去年8月, 2025年6月中旬, 7月11日至12日, 截至上周三, 俄乌冲突爆发后.

The text is read from left to right. Where a time can begin, its parts are read in the order in which Chinese says
them (year, part of the year, month, day, weekday, time of day), then a second end (至12日), then what follows
(左右, 起, 之前). Durations (48小时), ages and counts are no times. Words come from `data/languages/zh/times.tsv`.
"""

import re
from functools import cache
from typing import Any

from claimbook.languages.when import When
from claimbook.languages.zh.anniversaries import anniversary_at, first_characters
from claimbook.languages.zh.dates import JOIN, DateReader
from claimbook.languages.zh.time_words import number_of, vocabulary
from claimbook.model.span import Span

_AGO = re.compile(
    r"(?<![\d.第])(约|近|大约)?(\d{1,4}|[一二两三四五六七八九十]{1,3}|半|几|数|多|十几|几十)(个)?(多|余)?(年|月|天|日|周|星期|礼拜)(多|半)?"
    r"(?:之|以)?(前|后)(?![线方勤续备者果来夕景进往任台沿锋期总])"
)
_STRETCH = re.compile(
    r"(?:在)?(过去|最近|近|未来|今后)的?(\d{1,3}|[一二两三四五六七八九十几数半多]{1,3})(?:个)?(多|半|余)?"
    r"(年|月|天|日|周|星期|小时)(多|半)?(?:来|以来|里|内|间|中)?"
)
_PERIOD_TAIL = re.compile(
    r"(?:全面)?(?:爆发|结束|开始)?(?:期间|时期|之?后|以来|以后|之?前|初期|末期|年间)(?![线方勤续备者果往任台沿锋总])"
)
_JOINED = re.compile(JOIN)
_STARTED = re.compile(r"[^。;!?\n]{0,30}?(?:就|便|已|早已|即)(?:已经?)?开始")
_REACHED = re.compile(r"[^。;!?\n]{0,30}?(?:已|累计|总共|一共|共有|共计)")
_NO_LEAD = frozenset(
    [before + "约" for before in "合条公签节违制协和婚特纽预契"]
    + [before + "到" for before in "收得达受看感遭提想找拿遇碰等见听说谈"]
    + [before + "至" for before in "甚乃及以"]
    + [before + "由" for before in "理自事缘"]
    + [before + "自" for before in "来各亲独擅"]
)
_EVERY = re.compile(r"每年?$|历年$|每逢$")
_CLAUSE_BEGINS = frozenset(["", "。", ",", ";", "\n", " ", "在"])
_MOVED = re.compile(r"[\u4e00-\u9fff]{1,3}?到(?=[\d一二三四五六七八九十去今前明昨])")
_BEFORE_OR_AFTER = re.compile(r"[前后](?![线方勤续备者果来夕景进往任台沿锋期总苏首南妻所述])")
_EARLY = re.compile(r"早在$")
_FUTURE = re.compile(
    r"拟|计划|预计|预定|定于|打算|有望|准备|(?:即|势必|终|必)将"
    r"|将(?:于|在|会|要|与|同|和|继续|举|访|前往|抵|对(?!方)|向|从|派|增|再|进|出(?!口)|发(?!言)|签|开|实|生效|交|部署|启|恢复"
    r"|提|到|赴|参|结束|停|撤|达|是|有|成|为|被|不|首次|正式|共同|分别|全面|逐步|至|通过|讨|主持|宣布|公布|接|迎|加|组|展"
    r"|召|面|可|按|由|陆续|如期|最|上|下)"
)
"""将 speaks of what is to come before a verb; before a noun (将俄军赶出) it marks the object."""
_MODIFIER = re.compile(r"[^,。;!?:、\s的]{1,14}的(?!时候|消息|当天|时)[《“\u4e00-\u9fff]")
_EVENT_NAME = re.compile(r"(?:恐怖|恐怖主义)?(?:袭击|恐袭|事件|政变|惨案|屠杀|起义|大选|公投)")
_CLAUSE_BEFORE = re.compile(r"[^,。;!?:\n]{0,24}$")
_CLAUSE_AFTER = re.compile(r"[^,。;!?\n]{0,20}")


def find_chinese_times(plain: str, sentence: Span) -> tuple[When, ...]:
    """The times in a sentence of plain text, left to right, none overlapping.

    >>> text = "截至去年8月,他们于7月11日至12日访问,用了48小时。"
    >>> [when.span.of(text) for when in find_chinese_times(text, Span(0, len(text)))]
    ['截至去年8月', '7月11日至12日']
    """
    reader = TimeReader(plain, sentence.end)
    found = []
    at = sentence.start
    starts = _starts()
    while at < sentence.end:
        if plain[at] in starts:
            skip = reader.no_time(at)
            if skip:
                at = skip
                continue
            when = reader.whole(at)
            if when is not None:
                found.append(when)
                at = when.span.end
                continue
        at += 1
    return tuple(found)


@cache
def _starts() -> frozenset[str]:
    """The characters that a time can begin with."""
    return vocabulary().starts | first_characters()


class TimeReader(DateReader):
    """Reads whole times: what stands before, one end or two, what follows."""

    def no_time(self, at: int) -> int | None:
        """The end of a word that only looks like a time."""
        found = self.vocabulary.match("not", self.plain, at, self.end)
        return found[1] if found else None

    def whole(self, at: int) -> When | None:
        """A time with what stands before and after it."""
        return self._word(at) or self._ago(at) or self._dated(at)

    def _word(self, at: int) -> When | None:
        for slot in ("back", "word"):
            found = self.vocabulary.match(slot, self.plain, at, self.end)
            if found and not self._adjective(at, found[1]) and not self.plain.startswith("日本", found[1] - 1):
                future = self._surroundings(at, found[1])["future"]
                return When(Span(at, found[1]), **found[0], future=future, rule=f"word {slot}")
        match = _STRETCH.match(self.plain, at, self.end)
        if match:
            return _stretch(match)
        anniversary = anniversary_at(self.plain, at, self.end)
        if anniversary:
            return anniversary
        found = self.vocabulary.match("period", self.plain, at, self.end)
        if found:
            tail = _PERIOD_TAIL.match(self.plain, found[1], self.end)
            if tail:
                return When(Span(at, tail.end()), word=True, rule="period")
        return None

    def _adjective(self, start: int, end: int) -> bool:
        """最近的据点, 距离最近: nearness, not time."""
        word = self.plain[start:end]
        if word == "最近":
            return self.plain[end : end + 1] in ("的", "距") or self.plain[max(0, start - 1) : start] in ("离", "距")
        return word == "初期" and self.plain[max(0, start - 1) : start] not in _CLAUSE_BEGINS

    def _ago(self, at: int) -> When | None:
        match = _AGO.match(self.plain, at, self.end)
        if match is None:
            return None
        about, words, measure, more, unit, half, direction = match.groups()
        if unit == "月" and not measure and words.isdigit():
            return None
        if len(words) == 4 and (unit == "日" or (unit == "年" and words.isdigit() and int(words) >= 1500)):
            return None
        sign = -1 if direction == "前" else 1
        span = Span(at, match.end())
        if words in ("几", "数", "多", "十几", "几十", "半") or more or half:
            return When(span, word=True, rule="vague distance")
        name = {"年": "year", "月": "month", "天": "day", "日": "day"}.get(unit, "week")
        back = "" if sign < 0 else "time"
        return When(span, amount=sign * number_of(words), unit=name, about=bool(about), back=back, rule="distance")

    def _dated(self, at: int) -> When | None:
        start, lead = at, dict[str, Any]()
        found = self.vocabulary.match("lead", self.plain, at, self.end)
        if found and not self._within_word(at):
            lead, start = found
            second = self.vocabulary.match("lead", self.plain, start, self.end)
            if second:
                lead, start = lead | second[0], second[1]
        point = self.point(start)
        if point is None:
            return None
        fields, end = point
        if _EVERY.search(self.plain, max(0, start - 2), start):
            return None
        if fields == {"back": "year", "years": 0} and self.plain.startswith("当年", start):
            return When(Span(start, end), word=True, rule="in those days")
        bare = set(fields) <= {"day"}
        fields, end = self._other_end(fields, end, opened="bound" in lead)
        fields, end = self._after(fields, end)
        bound = fields.get("bound") or lead.get("bound", "")
        if bound == "to":
            bound = "by" if _REACHED.match(self.plain, end, self.end) else "to"
        elif bound == "at":
            bound = "to"
        elif bound == "from":
            bound = ""
        begin = at if lead and (bound or fields.get("about") or "to" in fields) else start
        if lead.get("about"):
            fields["about"], begin = True, at
        if self._early(begin, end):
            bound = bound or "since"
        fields["bound"] = bound
        return When(Span(begin, end), **fields, **self._surroundings(begin, end), rule="bare day" if bare else "date")

    def _within_word(self, at: int) -> bool:
        """合约今年8月, 甚至去年: the first character of what would lead in a time ends another word."""
        return self.plain[max(0, at - 1) : at + 1] in _NO_LEAD

    def _early(self, start: int, end: int) -> bool:
        """早在2018年,…就开始…: it goes on since then."""
        return bool(_EARLY.search(self.plain, max(0, start - 2), start) and _STARTED.match(self.plain, end, self.end))

    def _moved_end(self, at: int) -> int | None:
        """从3月15日打到5月6日: where the second end begins."""
        match = _MOVED.match(self.plain, at, self.end)
        return match.end() if match else None

    def _other_end(self, fields: dict[str, Any], end: int, opened: bool) -> tuple[dict[str, Any], int]:
        if "to" in fields:
            return fields, end
        join = _JOINED.match(self.plain, end, self.end)
        begin = join.end() if join else self._moved_end(end) if opened else None
        second = self.point(begin, bare_day=True) if begin is not None else None
        if begin is None or second is None:
            return fields, end
        return fields | {"to": When(Span(begin, second[1]), **second[0], rule="other end")}, second[1]

    def _after(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        for _ in range(2):
            found = self.vocabulary.match("tail", self.plain, end, self.end)
            if found is None:
                break
            fields, end = fields | found[0], found[1]
        else:
            return fields, end
        short = _BEFORE_OR_AFTER.match(self.plain, end, self.end)
        if short and "bound" not in fields:
            return fields | {"bound": "before" if short.group() == "前" else "after"}, short.end()
        return fields, end

    def _surroundings(self, start: int, end: int) -> dict[str, Any]:
        clause_before = _CLAUSE_BEFORE.search(self.plain, max(0, start - 24), start)
        clause_after = _CLAUSE_AFTER.match(self.plain, end, self.end)
        around = (clause_before.group() if clause_before else "") + "|" + (clause_after.group() if clause_after else "")
        return {
            "future": bool(_FUTURE.search(around)),
            "named": bool(_EVENT_NAME.match(self.plain, end, self.end)),
            "background": bool(_MODIFIER.match(self.plain, end, self.end)),
        }


def _stretch(match: re.Match[str]) -> When:
    """过去48小时 reaches back from the day of writing; longer or vaguer stretches stay words."""
    span = Span(match.start(), match.end())
    side, words, vague, unit, more = match.groups()
    hours = {"小时": 1, "天": 24, "日": 24, "周": 168, "星期": 168}.get(unit, 0)
    if side not in ("过去", "最近", "近") or not hours or vague or more or re.search("[几数半多]", words):
        return When(span, word=True, rule="stretch of time")
    days, rest = divmod(number_of(words) * hours, 24)
    if rest or not days:
        return When(span, word=True, rule="stretch of time")
    return When(span, amount=-days, unit="day", bound="past", rule="stretch of time")
