"""Chinese words for times, as `When`s: 去年8月, 2025年6月中旬, 7月11日至12日, 截至上周三, 俄乌冲突爆发后.

The text is read from left to right. Where a time can begin, its parts are read in the order in which Chinese says
them (year, part of the year, month, day, weekday, time of day), then a second end (至12日), then what follows
(左右, 起, 之前). Durations (48小时), ages and counts are no times. Words come from `data/languages/zh/times.tsv`.
"""

import re
from functools import cache
from typing import Any

from claimbook.languages.when import When, read_words
from claimbook.model.span import Span

_SLOTS = ("year", "month", "day", "season", "date", "week", "yearpart", "monthpart", "daypart", "lead", "tail", "word")
_ALL_SLOTS = (*_SLOTS, "back", "not", "era", "period")

_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "○": 0,
    "元": 1,
}
_JOIN = r"\s*(?:至|到|-|—{1,2}|–|~|~|－|直至|一直到)\s*"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|卅一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_CN_YEAR = r"[一二][〇零○一二三四五六七八九]{3}"

_ISO = re.compile(
    r"(?<![A-Za-z0-9_.:/-])([12]\d{3})([-/.])(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9]))?(?![A-Za-z0-9_:/-]|\.\d)"
)
_ISO_TIME = re.compile(r"(?<![A-Za-z0-9_.:/-])([12]\d{3})-(0[1-9]|1[0-2])-(3[01]|[12]\d|0[1-9])(?=[T ]\d{1,2}:\d\d)T?")
_CENTURY = re.compile(
    rf"(?:(上|本)(?:个)?世纪|(\d{{1,2}}|{_D})世纪)\s*(?:([一二三四五六七八九]十|\d0)年代|([初末]|中叶|中期|末期)?)"
)
_DECADE = re.compile(r"(?<!\d)(1[5-9]\d0|20[0-4]0)年代")
_YEARS = re.compile(rf"(?<![\d.])([12]\d{{3}})年?{_JOIN}([12]\d{{3}}|\d\d)年(?!代|级|期|历史|之久)")
_YEAR = re.compile(rf"(?<![\d.,])([12]\d{{3}}|{_CN_YEAR})\s?年度?(?!代|级|期|来|历史|之久|内|多|间|余|货|轻|龄)的?\s?")
_SHORT_YEAR = re.compile(rf"(?<![\d.,])(\d\d)年(?={_M}\s?月)")
_QUARTER = re.compile(r"第?([一二三四1-4])季度?(?![节])|Q([1-4])(?!\d)|首季度?(?!赛)")
_HALF = re.compile(r"([上下])半年")
_MONTHS = re.compile(rf"(?<![\d.第个两几数])({_M})(?:月份?)?{_JOIN}({_M})月份?(?!球|饼|台|薪|工资)")
_MONTH = re.compile(rf"(?<![\d.第个])({_M})\s?月份?(?!球|饼|台|薪|工资|子|经|刊)的?\s?")
_DAYS = re.compile(rf"(?<![\d.第])({_D})[日号]?{_JOIN}({_D})[日号](?![元本圆语军方媒韩美内子])")
_DAY = re.compile(rf"(?<![\d.第])({_D})\s?[日号](?![元本圆语军方媒韩美内子])")
_BARE_DAY = re.compile(
    rf"(?<![\d.第年期月历第])({_D})日(?![元本圆语军方媒韩美内子游均产常程行活租报益]|之?[内间]|左右|后|以)"
)
_WEEKDAY = re.compile(
    r"\s?(\()?(上上|上|本|这|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])(?!般|些|个|时|期|次|代|带|致|国|半|旦|直|起|起来|年)(?(1)\))"
)
_BARE_WEEKDAY_NOT = re.compile(r"[一二三四五六七八九十\d每两几数整]")
_CLOCK = re.compile(
    r"\s?(\d{1,2}|十[一二三四五六七八九]?|二十[一二三四]?|[零一二两三四五六七八九])(?:"
    r":([0-5]\d)(?::([0-5]\d))?|[时点](?!间|候|代|期|而|评|名|火|击|头|左右手)钟?(?:([0-5]?\d|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])分|(半)|(一刻)|整|许)?)(?!\d)"
)
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
_JOINED = re.compile(_JOIN)
_STARTED = re.compile(r"[^。;!?\n]{0,30}?(?:就|便|已|早已|即)(?:已经?)?开始")
_REACHED = re.compile(r"[^。;!?\n]{0,30}?(?:已|累计|总共|一共|共有|共计)")
_EARLY = re.compile(r"早在$")
_FUTURE = re.compile(r"将|拟|计划|预计|预定|定于|即将|打算|会于|有望|准备")
_MODIFIER = re.compile(r"[^,。;!?:、\s的]{1,14}的(?!时候|消息|当天|时)[《“\u4e00-\u9fff]")
_CLAUSE_BEFORE = re.compile(r"[^,。;!?:\n]{0,24}$")
_CLAUSE_AFTER = re.compile(r"[^,。;!?\n]{0,20}")


def find_chinese_times(plain: str, sentence: Span) -> tuple[When, ...]:
    """The times in a sentence of plain text, left to right, none overlapping.

    >>> text = "截至去年8月,他们于7月11日至12日访问,用了48小时。"
    >>> [when.span.of(text) for when in find_chinese_times(text, Span(0, len(text)))]
    ['截至去年8月', '7月11日至12日']
    """
    reader = _Reader(plain, sentence.end)
    found = []
    at = sentence.start
    starts = _vocabulary().starts
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


def number_of(words: str) -> int:
    """A small number in digits or Chinese words.

    >>> [number_of(words) for words in ("12", "十二", "三十", "廿一", "两", "二〇二五")]
    [12, 12, 30, 21, 2, 2025]
    """
    if words.isdigit() and words.isascii():
        return int(words)
    if "十" in words or "廿" in words or "卅" in words:
        words = words.replace("廿", "二十").replace("卅", "三十")
        tens, _, ones = words.partition("十")
        return (_DIGIT.get(tens, 1) if tens else 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)
    value = 0
    for character in words:
        value = value * 10 + _DIGIT.get(character, 0)
    return value


class _Vocabulary:
    """Words of each slot, longest first, and the characters that a time can begin with."""

    def __init__(self) -> None:
        self.words = read_words("languages/zh/times.tsv", _ALL_SLOTS)
        self.patterns = {
            slot: re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)")
            for slot, words in self.words.items()
        }
        beginning = set("0123456789零一二三四五六七八九十廿卅两半几数多第首Q周星礼上下本约近过未今在最约大")
        for slot in ("year", "month", "day", "date", "week", "lead", "word", "back", "not", "era", "period", "daypart"):
            beginning |= {word[0] for word in self.words[slot]}
        self.starts = frozenset(beginning)

    def match(self, slot: str, plain: str, at: int, end: int) -> tuple[dict[str, Any], int] | None:
        match = self.patterns[slot].match(plain, at, end)
        return (self.words[slot][match.group()], match.end()) if match else None


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


class _Reader:
    """Reads times at given places of one text."""

    def __init__(self, plain: str, end: int) -> None:
        self.plain = plain
        self.end = end
        self.vocabulary = _vocabulary()

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
            if found and not self._adjective(at, found[1]):
                return When(Span(at, found[1]), **found[0], rule=f"word {slot}")
        match = _STRETCH.match(self.plain, at, self.end)
        if match:
            return _stretch(match)
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
        return word in ("初期", "前期") and self.plain[max(0, start - 1) : start] not in (
            "",
            "。",
            ",",
            ";",
            "\n",
            " ",
            "在",
        )

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
        if found:
            lead, start = found
            second = self.vocabulary.match("lead", self.plain, start, self.end)
            if second:
                lead, start = lead | second[0], second[1]
        point = self.point(start)
        if point is None:
            return None
        fields, end = point
        bare = set(fields) <= {"day"}
        fields, end = self._other_end(fields, end, opened="bound" in lead)
        fields, end = self._after(fields, end)
        bound = fields.get("bound") or lead.get("bound", "")
        if bound == "to":
            bound = "by" if _REACHED.match(self.plain, end, self.end) else "to"
        elif bound == "from":
            bound = ""
        begin = at if lead and (bound or fields.get("about") or "to" in fields) else start
        if lead.get("about"):
            fields["about"], begin = True, at
        if self._early(begin, end):
            bound = bound or "since"
        fields["bound"] = bound
        return When(Span(begin, end), **fields, **self._surroundings(begin, end), rule="bare day" if bare else "date")

    def _early(self, start: int, end: int) -> bool:
        """早在2018年,…就开始…: it goes on since then."""
        return bool(_EARLY.search(self.plain, max(0, start - 2), start) and _STARTED.match(self.plain, end, self.end))

    def _moved_end(self, at: int) -> int | None:
        """从3月15日打到5月6日: where the second end begins."""
        match = re.compile(r"[\u4e00-\u9fff]{1,3}?到(?=[\d一二三四五六七八九十去今前明昨])").match(
            self.plain, at, self.end
        )
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
        short = re.compile(r"[前后](?![线方勤续备者果来夕景进往任台沿锋期总苏首南妻锋所述])").match(
            self.plain, end, self.end
        )
        if short and "bound" not in fields:
            return fields | {"bound": "before" if short.group() == "前" else "since"}, short.end()
        return fields, end

    def _surroundings(self, start: int, end: int) -> dict[str, Any]:
        clause_before = _CLAUSE_BEFORE.search(self.plain, max(0, start - 24), start)
        clause_after = _CLAUSE_AFTER.match(self.plain, end, self.end)
        around = (clause_before.group() if clause_before else "") + "|" + (clause_after.group() if clause_after else "")
        return {
            "future": bool(_FUTURE.search(around)),
            "background": bool(_MODIFIER.match(self.plain, end, self.end)),
        }

    def point(self, at: int, bare_day: bool = False) -> tuple[dict[str, Any], int] | None:
        """One end of a time: its parts, and where it ends. `bare_day`: a day needs no month before it."""
        iso = _ISO_TIME.match(self.plain, at, self.end) or _ISO.match(self.plain, at, self.end)
        if iso:
            parts = iso.groups()
            year, month, day = parts[0], parts[-2], parts[-1]
            if len(parts) == 4 and parts[1] == "." and day is None:
                return None
            fields: dict[str, Any] = {"year": int(year), "month": int(month)} | ({"day": int(day)} if day else {})
            return self._time_of_day(fields, iso.end()) if day else (fields, iso.end())
        fields, end = self._year(at)
        fields, end = self._part_of_year(fields, end)
        if "month" in fields or "months" in fields or fields.get("back") == "month":
            fields, end = self._day_of_month(fields, end)
        elif not fields:
            fields, end = self._day(at, bare_day)
        if not fields:
            return None
        fields, end = self._weekday(fields, end)
        if {"day", "days", "weekday"} & set(fields):
            fields, end = self._time_of_day(fields, end)
        return self._strip(fields, end)

    def _strip(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        while self.plain[end - 1] in " 的":
            end -= 1
        return fields, end

    def _year(self, at: int) -> tuple[dict[str, Any], int]:
        plain, stop = self.plain, self.end
        match = _CENTURY.match(plain, at, stop)
        if match:
            relative, stated, decade, _part = match.groups()
            century = {"上": 20, "本": 21}[relative] if relative else number_of(stated)
            parts: dict[str, Any] = {"century": century}
            if decade:
                tens = int(decade) if decade.isdigit() else number_of(decade)
                return {"decade": (century - 1) * 100 + tens}, match.end()
            return parts, match.end()
        match = _DECADE.match(plain, at, stop)
        if match:
            return {"decade": int(match.group(1))}, match.end()
        match = _YEARS.match(plain, at, stop)
        if match:
            first, last = match.groups()
            last = last if len(last) == 4 else first[:2] + last
            if int(first) < int(last):
                return {"year": int(first), "to": When(Span(match.start(2), match.end()), year=int(last))}, match.end()
        match = _YEAR.match(plain, at, stop)
        if match:
            year = number_of(match.group(1))
            if 1500 <= year <= 2199:
                return {"year": year}, match.end()
            return {}, at
        match = _SHORT_YEAR.match(plain, at, stop)
        if match:
            short = int(match.group(1))
            return {"year": short + (2000 if short < 50 else 1900)}, match.end()
        era = self._era(at)
        if era:
            return era
        found = self.vocabulary.match("year", plain, at, stop)
        if found and not (plain[at : found[1]] in ("第二年", "当年") and at and plain[at - 1] in "第的"):
            end = found[1]
            return dict(found[0]), end + (
                plain[end : end + 1] in ("的", " ") and bool(_MONTH.match(plain, end + 1, stop))
            )
        found = self.vocabulary.match("date", plain, at, stop)
        if found:
            return dict(found[0]), found[1]
        return {}, at

    def _era(self, at: int) -> tuple[dict[str, Any], int] | None:
        found = self.vocabulary.match("era", self.plain, at, self.end)
        if found is None:
            return None
        match = re.compile(r"\s?(\d{1,3}|[元零〇一二三四五六七八九十百]{1,5})\s?年").match(
            self.plain, found[1], self.end
        )
        if match is None:
            return None
        words = match.group(1).replace("百零", "").replace("百", "")
        return {"year": found[0]["year"] + number_of(words)}, match.end()

    def _part_of_year(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        plain, stop = self.plain, self.end
        if {"to", "century", "decade", "part", "season"} & set(fields):
            return fields, end
        if fields:
            for pattern in (_QUARTER, _HALF):
                match = pattern.match(plain, end, stop)
                if match:
                    return fields | _quarter_or_half(match), match.end()
            found = self.vocabulary.match("season", plain, end, stop)
            if found and not (
                len(plain[end : found[1]]) == 1 and plain[found[1] : found[1] + 1] in ("运", "节", "晚", "奥", "训")
            ):
                return fields | found[0], found[1]
        else:
            match = _QUARTER.match(plain, end, stop)
            if match and match.group().endswith("季度"):
                return {"years": 0} | _quarter_or_half(match), match.end()
        if "year" in fields or "years" in fields or not fields:
            match = _MONTHS.match(plain, end, stop)
            if match and (match.group(1).isdigit() == match.group(2).isdigit()):
                day_follows = _DAY.match(plain, match.end(), stop)
                if not day_follows:
                    first, last = (number_of(words) for words in match.groups())
                    return fields | {
                        "month": first,
                        "to": When(Span(match.start(2), match.end()), month=last),
                    }, match.end()
            match = _MONTH.match(plain, end, stop)
            if match:
                return fields | {"month": number_of(match.group(1))}, match.end()
            found = self.vocabulary.match("month", plain, end, stop) if not fields else None
            if found:
                return dict(found[0]), found[1]
        if ("year" in fields or "years" in fields) and plain[end - 1] not in " 的":
            found = self.vocabulary.match("yearpart", plain, end, stop)
            if found and not _swallowed(plain, end, found[1]):
                return fields | found[0], found[1]
        return fields, end

    def _day_of_month(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        if "to" in fields or "part" in fields:
            return fields, end
        plain, stop = self.plain, self.end
        match = _DAYS.match(plain, end, stop)
        if match:
            first, last = (number_of(words) for words in match.groups())
            return fields | {"day": first, "to": When(Span(match.start(2), match.end()), day=last)}, match.end()
        match = _DAY.match(plain, end, stop)
        if match:
            return fields | {"day": number_of(match.group(1))}, match.end()
        tight = end - (plain[end - 1] == "的")
        found = self.vocabulary.match("monthpart", plain, tight, stop)
        if found and not _swallowed(plain, tight, found[1]):
            return fields | found[0], found[1]
        return fields, end

    def _day(self, at: int, bare_day: bool) -> tuple[dict[str, Any], int]:
        plain, stop = self.plain, self.end
        weekday = self._weekday({}, at)
        if weekday[0]:
            return weekday
        for slot in ("day", "week"):
            found = self.vocabulary.match(slot, plain, at, stop)
            if found:
                return dict(found[0]), found[1]
        match = _DAYS.match(plain, at, stop)
        if match and plain[match.end() - 1] == "日" and not _counting(plain, at):
            first, last = (number_of(words) for words in match.groups())
            return {"day": first, "to": When(Span(match.start(2), match.end()), day=last)}, match.end()
        match = (_DAY if bare_day else _BARE_DAY).match(plain, at, stop)
        if match and (match.group(1).isdigit() or bare_day) and not (_counting(plain, at) and not bare_day):
            return {"day": number_of(match.group(1))}, match.end()
        return {}, at

    def _weekday(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        match = _WEEKDAY.match(self.plain, end, self.end)
        if match is None or "to" in fields or ({"weekday", "part"} & set(fields)):
            return fields, end
        bracket, week, name = match.groups()
        if fields and "day" not in fields and "days" not in fields and "weeks" not in fields:
            return fields, end
        if not fields and (bracket or _BARE_WEEKDAY_NOT.match(self.plain, max(0, end - 1), end)):
            return fields, end
        if name == "末":
            return (fields, end) if fields or not week else ({"weeks": _WEEK[week], "part": "weekend"}, match.end())
        parts: dict[str, Any] = {"weekday": "一二三四五六日".find(name) if name != "天" else 6}
        if week:
            parts["weeks"] = _WEEK[week]
        return parts | fields, match.end()

    def _time_of_day(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        if "to" in fields:
            return fields, end
        tight = end + (self.plain[end : end + 1] in (" ", "的"))
        found = self.vocabulary.match("daypart", self.plain, tight, self.end)
        if found:
            fields, end = fields | found[0], found[1]
        match = _CLOCK.match(self.plain, end, self.end)
        if match:
            clock = _clock(match)
            if clock:
                return fields | {"clock": clock}, match.end()
        return fields, end


_WEEK = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}


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


def _quarter_or_half(match: re.Match[str]) -> dict[str, Any]:
    if match.re is _HALF:
        return {"half": 1 if match.group(1) == "上" else 2}
    words = match.group(1) or match.group(2) or "1"
    return {"quarter": number_of(words)}


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second, words, half, quarter = match.groups()
    minutes = 30 if half else 15 if quarter else number_of(minute or (words or "0").replace("零", ""))
    clock = (number_of(hour), minutes, int(second or 0))
    return clock if clock[0] <= 24 and clock[1] < 60 else None


def _swallowed(plain: str, start: int, end: int) -> bool:
    """2024年底特律, 6月末日, 2025年初中: the part of a year is the beginning of another word."""
    after = plain[end : end + 1]
    return (plain[start:end], after) in (
        ("初", "中"),
        ("初", "三"),
        ("底", "特"),
        ("底", "牌"),
        ("末", "日"),
        ("初", "步"),
    )


def _counting(plain: str, at: int) -> bool:
    """为期12日, 第3日, 近30日: a number of days, not a date."""
    return plain[max(0, at - 1) : at] in tuple("第期近共达满每约续逾超历这的前后")
