"""The calendar parts of a Chinese time, read in the order in which Chinese says them.

Year, part of the year, month, day, weekday, time of day; each may be missing, none is guessed here.
"""

import re
from typing import Any

from claimbook.languages.when import When
from claimbook.languages.zh.time_words import number_of, vocabulary
from claimbook.model.span import Span

JOIN = r"\s*(?:至|到|-|—{1,2}|–|~|~|－|直至|一直到)\s*"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_ONE = "[一二三四五六七八九]"
_D = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|卅一?|二十{_ONE}?|廿{_ONE}?|十{_ONE}?|{_ONE})"
_CN_YEAR = r"[一二][〇零○一二三四五六七八九]{3}"

_ISO = re.compile(
    r"(?<![A-Za-z0-9_.:/])(?<!\D-)([12]\d{3})([-/.])(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9]))?(?![A-Za-z0-9_:/]|-(?!\d{4})|\.\d)"
)
_ISO_TIME = re.compile(r"(?<![A-Za-z0-9_.:/-])([12]\d{3})-(0[1-9]|1[0-2])-(3[01]|[12]\d|0[1-9])(?=[T ]\d{1,2}:\d\d)T?")
_CENTURY = re.compile(
    rf"(?:(上|本)(?:个)?世纪|(\d{{1,2}}|{_D})世纪)\s*(?:([一二三四五六七八九]十|\d0)年代|([初末]|中叶|中期|末期)?)"
)
_DECADE = re.compile(r"(?<!\d)(1[5-9]\d0|20[0-4]0|[3-9]0)年代")
_NO_YEAR = r"(?!代(?!表|理|替|号|办)|级|期(?!间|待|望|货|末|初)|历史|之久)"
_YEARS = re.compile(rf"(?<![\d.])([12]\d{{3}})年?{JOIN}([12]\d{{3}}|\d\d)年{_NO_YEAR}")
_YEAR = re.compile(
    rf"(?<!\d)(?<!\d[.,])([12]\d{{3}}|{_CN_YEAR})\s?年度?{_NO_YEAR}(?!来(?!自|到|华|访|临|源|往)|多|余|货|轻|龄)的?\s?"
)
_SHORT_YEAR = re.compile(rf"(?<!\d)(?<!\d[.,])(\d\d|1[01]\d)年(?={_M}\s?月)")
"""98年4月; with three digits a year of the Republic of China, which papers in Taiwan write without its name."""
_FIRST_MONTHS = re.compile(r"的?(?:头|前)([一二两三四五六七八九十]{1,2}|\d{1,2})个?(月|季度)(?<!\d月)")
_TWO_YEARS = re.compile(r"(去今|今明|明后)两年")
_QUARTER = re.compile(r"第?([一二三四1-4])季度?(?![节])|Q([1-4])(?!\d)|首季度?(?!赛)")
_HALF = re.compile(r"([上下])半年")
_NO_MONTH = r"(?!革命|党人|龄|号|花号|球|饼|台|薪|工资|子(?!弹|女)|经(?!贸|济|过|由|历|营|费|国)|刊|内)"
_MONTHS = re.compile(rf"(?<![\d.第个两几数])({_M})(?:月份?)?{JOIN}({_M})月份?{_NO_MONTH}")
_MONTH = re.compile(rf"(?<![\d.第个])({_M})\s?月份?{_NO_MONTH}的?\s?")
_DAYS = re.compile(rf"(?<![\d.第])({_D})(?:[日号]?{JOIN}|(、))({_D})[日号](?![、和]\d)")
_DAY = re.compile(rf"(?<![\d.第])({_D})\s?[日号]")
_IN_BRACKETS = re.compile(
    r"(?:[今去](?:年)?\(((?:19|20)\d\d)\)年|([上本下今])\((1[0-2]|0?[1-9])\)月|[今昨前明]\((3[01]|[12]\d|0?[1-9])\)[日天晚早晨])"
)
_LASTS = re.compile(
    r"(?:停火|休战|休兵|持续|历时|长达|为期|历经|连续|激战|访问|逗留|停留|延长|缩短|推迟|提前|休息|行程)$"
)
_AFTER_NUMBER = re.compile(r"[\d一二三四五六七八九十两几数多半余每百千万个第]")
_NO_DAY = (
    r"(?![元圆游均租]|行程|程(?!序)|报(?!道|告|称|导|说|社|复)|活(?!动|跃)|左右|后|以[内后前来上下]"
    r"|之?间(?!谍|接)|之?内(?!塔|阁|政|蒙|务|部|贾|罗|地|外|比|达|华))"
)
_BARE_DAY = re.compile(rf"(?<![\d.第年期月历])({_D})日{_NO_DAY}")
_BARE_DAYS = re.compile(rf"(?<![\d.第年期月历])({_D})(?:日?{JOIN}|(、))({_D})日(?![、和]\d){_NO_DAY}")
"""12日报道 and 12日内阁会议 are days; 10日元, 3日游 and 5日内 are none."""
_WEEKDAY = re.compile(
    r"\s?(\()?(上上|上|本|这|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])(?!般|些|个|时|期|次|代|带|致|国|半|旦|直|起|起来|年)(?(1)\))"
)
_BARE_WEEKDAY_NOT = re.compile(r"[一二三四五六七八九十\d每两几数整]")
_CLOCK = re.compile(
    r"\s?(\d{1,2}|十[一二三四五六七八九]?|二十[一二三四]?|[零一二两三四五六七八九])(?:"
    r":([0-5]\d)(?::([0-5]\d))?|[时点](?!间|候|代|期|而|评|名|火|击|头|左右手)钟?(?:([0-5]?\d|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])分|(半)|(一刻)|整|许)?)(?!\d)"
)


class DateReader:
    """Reads the parts of a time at given places of one text."""

    def __init__(self, plain: str, end: int) -> None:
        self.plain = plain
        self.end = end
        self.vocabulary = vocabulary()

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
        return self._age(at) or self._stated_year(at) or self._era(at) or self._relative_year(at) or ({}, at)

    def _age(self, at: int) -> tuple[dict[str, Any], int] | None:
        """上世纪90年代, 1990年代, 20世纪."""
        match = _CENTURY.match(self.plain, at, self.end)
        if match:
            relative, stated, decade, _part = match.groups()
            century = {"上": 20, "本": 21}[relative] if relative else number_of(stated)
            if decade:
                return {"decade": (century - 1) * 100 + number_of(decade)}, match.end()
            return {"century": century}, match.end()
        match = _DECADE.match(self.plain, at, self.end)
        if match is None:
            return None
        first = int(match.group(1))
        return {"decade": first if first >= 100 else 1900 + first}, match.end()

    def _stated_year(self, at: int) -> tuple[dict[str, Any], int] | None:
        match = _YEARS.match(self.plain, at, self.end)
        if match:
            first, last = match.groups()
            last = last if len(last) == 4 else first[:2] + last
            if int(first) < int(last):
                return {"year": int(first), "to": When(Span(match.start(2), match.end()), year=int(last))}, match.end()
        match = _YEAR.match(self.plain, at, self.end)
        if match:
            year = number_of(match.group(1))
            return ({"year": year}, match.end()) if 1500 <= year <= 2199 else None
        match = _SHORT_YEAR.match(self.plain, at, self.end)
        if match is None:
            return None
        short = int(match.group(1))
        if short >= 100:
            return {"year": short + 1911}, match.end()
        return {"year": short + (2000 if short < 50 else 1900)}, match.end()

    def _relative_year(self, at: int) -> tuple[dict[str, Any], int] | None:
        plain, stop = self.plain, self.end
        found = self.vocabulary.match("year", plain, at, stop)
        if found and not (plain[at : found[1]] in ("第二年", "当年") and at and plain[at - 1] in "第的"):
            month_follows = plain[found[1] : found[1] + 1] in ("的", " ") and _MONTH.match(plain, found[1] + 1, stop)
            return dict(found[0]), found[1] + bool(month_follows)
        match = _TWO_YEARS.match(plain, at, stop)
        if match:
            first_year = {"去今": -1, "今明": 0, "明后": 1}[match.group(1)]
            return {"years": first_year, "to": When(Span(at + 1, match.end()), years=first_year + 1)}, match.end()
        match = _IN_BRACKETS.match(plain, at, stop)
        if match:
            return _in_brackets(match), match.end()
        found = self.vocabulary.match("date", plain, at, stop)
        if found and not (plain[at] in "年月" and at and _AFTER_NUMBER.match(plain, at - 1)):
            return dict(found[0]), found[1]
        return None

    def _era(self, at: int) -> tuple[dict[str, Any], int] | None:
        found = self.vocabulary.match("era", self.plain, at, self.end)
        if found is None:
            return None
        match = re.compile(r"\s?(\d{1,3}|[元零〇一二三四五六七八九十百]{1,5})\s?年").match(
            self.plain, found[1], self.end
        )
        if match is None:
            return None
        return {"year": found[0]["year"] + number_of(match.group(1))}, match.end()

    def _part_of_year(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        plain, stop = self.plain, self.end
        if {"to", "century", "decade", "part", "season"} & set(fields):
            return fields, end
        if fields:
            match = _FIRST_MONTHS.match(plain, end, stop)
            months = number_of(match.group(1)) * (3 if match.group(2) == "季度" else 1) if match else 0
            if match and 1 < months <= 12:
                return fields | {"month": 1, "to": When(Span(match.start(1), match.end()), month=months)}, match.end()
            for pattern in (_QUARTER, _HALF):
                match = pattern.match(plain, end, stop)
                if match:
                    return fields | _quarter_or_half(match), match.end()
            found = self.vocabulary.match("season", plain, end, stop)
            if found and not (
                len(plain[end : found[1]]) == 1 and plain[found[1] : found[1] + 1] in tuple("运节晚奥训收耕播令粮")
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
            first, last = number_of(match.group(1)), number_of(match.group(3))
            if last == first + 1 or not match.group(2):
                to = When(Span(match.start(3), match.end()), day=last)
                return fields | {"day": first, "to": to}, match.end()
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
            if found and not plain.startswith("日本", found[1] - 1):
                return dict(found[0]), found[1]
        match = _BARE_DAYS.match(plain, at, stop)
        if match and not _counting(plain, at):
            first, last = number_of(match.group(1)), number_of(match.group(3))
            if last == first + 1 or not match.group(2):
                return {"day": first, "to": When(Span(match.start(3), match.end()), day=last)}, match.end()
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


def _in_brackets(match: re.Match[str]) -> dict[str, Any]:
    """今(12)日, 上(6)月, 去(2024)年, as papers in Taiwan write: the number decides."""
    year, _, month, day = match.groups()
    if year:
        return {"year": int(year)}
    return {"month": int(month)} if month else {"day": int(day)}


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
        ("初", "一"),
        ("初", "二"),
        ("初", "三"),
        ("底", "特"),
        ("底", "牌"),
        ("末", "日"),
        ("初", "步"),
    )


def _counting(plain: str, at: int) -> bool:
    """为期12日, 第3日, 近30日: a number of days, not a date."""
    if plain[max(0, at - 1) : at] in tuple("第期近共达满每约续逾超历这的前后"):
        return True
    return bool(_LASTS.search(plain, max(0, at - 2), at))
