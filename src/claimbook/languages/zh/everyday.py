"""Chinese times of everyday speech (下午三点半, 48小时, 每周三, 5分钟后) beside the calendar ones of `times.py`."""

import re
from typing import Any

from claimbook.languages.everyday import Everyday, Parts
from claimbook.languages.zh.time_words import number_of
from claimbook.languages.zh.times import TimeReader
from claimbook.model.span import Span

_N = r"(?:\d{1,9}(?:\.\d{1,4})?|[零一二两三四五六七八九十百千万]{1,12})"
_UNITS = {
    "秒": "second", "秒钟": "second", "分": "minute", "分钟": "minute", "刻钟": "quarter hour", "小时": "hour",
    "钟头": "hour", "钟": "hour", "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week",
    "月": "month", "季度": "quarter", "年": "year", "载": "year", "周年": "year", "工作日": "day", "交易日": "day",
}  # fmt: skip
_UNIT = "(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
_PIECE = re.compile(rf"({_N}|半|大半)\s?[多余来几]?\s?(个)?\s?(半)?[多余]?\s?({_UNIT})(?!号)(半)?[多余]?")
_LINK = re.compile(r"\s?[又零余加和]?\s?")
_BEFORE_LENGTH = re.compile(r"[第.\d年月]")
_AROUND = re.compile(r"\s?(?:之|以)?(前|后)(?![线方勤续备者果来夕景进往任台沿锋期总])|\s?以?(内)")
_STRETCH = re.compile(
    r"(过去|之前|前|上|最近|近|未来|今后|之后|接下来|下|后|还剩|再过|过)的?\s?(个?)(?=[\d一二两三四五六七八九十百半小钟])"
)
_EVERY = re.compile(rf"每(?:隔|逢|个|一)?\s?(?:{_N}个?)?(?:(?:周|星期|礼拜)[一二三四五六日天末]|{_UNIT}|晚|早)?")
_NOW = re.compile(r"现在|此刻|此时|马上|目前|而家|依家|刚刚|刚才|立刻|即刻")
_DAYPARTS = {
    "凌晨": "dawn", "清晨": "morning", "早晨": "morning", "早上": "morning", "早间": "morning", "上午": "morning",
    "早": "morning", "中午": "noon", "正午": "noon", "下午": "afternoon", "午后": "afternoon", "晏昼": "afternoon",
    "傍晚": "evening", "晚上": "evening", "晚间": "evening", "晚": "evening", "夜间": "night", "夜里": "night",
    "深夜": "night", "半夜": "night", "午夜": "night",
}  # fmt: skip
_DAYPART = re.compile("|".join(sorted(_DAYPARTS, key=len, reverse=True)))
_HOUR = r"(2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_SIXTY = r"([0-5]?\d|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])"
_CLOCK = re.compile(
    rf"\s?{_HOUR}(?:\s?:\s?([0-5]\d)(?::([0-5]\d))?(?!\d)时?(?!%|km)"
    rf"|[点时](?!间|候|代|期|而)钟?(?:(半)|(一刻)|(三刻)|整|{_SIXTY}分?(?:{_SIXTY}秒)?(?![\d年月日天个周%元人]))?)(?:多钟?|钟|许)?"
    r"(?:\s?([ap])\.?m\.?)?",
    re.I,
)
_MERIDIEM = re.compile(r"(1[0-2]|0?[1-9])\s?([ap])\.?m\.?(?![a-z])", re.I)
_SLASHES = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?(?![\d/])")
_DASHES = re.compile(r"(?<![\d/.-])(\d\d)-(\d{1,2})-(\d{1,2})(?![\d/-])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_TWO_DIGITS = re.compile(r"(?<![\d.])(\d\d|[零〇一二三四五六七八九]{2})年(?![前后以之内多来间]|\d+个)")
_NTH_MONTH = re.compile(r"的?第([一二三四五六七八九十]{1,2}|\d{1,2})个月")
_EDGE_WEEKS = re.compile(r"的?(最后|前|后)\s?([一二两三四五六七八九十]{1,2}|\d{1,2})\s?(?:个)?(周|星期|礼拜|月|季度)")
_LUNAR_DAY = re.compile(r"初([一二三四五六七八九十])|大年初一")
_LUNAR_MONTH = re.compile(r"农?历?(正|腊|冬)月")
_HALF = re.compile(r"(上|下)个?半(年|月)")
_SHORT_DECADE = re.compile(r"([二三四五六七八九]十|[2-9]0)年代")


def find_everyday_chinese(plain: str, sentence: Span) -> tuple[Everyday, ...]:
    """The everyday and the calendar times in a sentence, left to right, none overlapping.

    >>> text = "明天下午5:00开会,开2小时,以后每周三都开。"
    >>> [(found.span.of(text), found.kind) for found in find_everyday_chinese(text, Span(0, len(text)))]
    [('明天下午5:00', 'calendar'), ('2小时', 'length'), ('每周三', 'recurring')]
    """
    reader = _Everyday(plain, sentence.end)
    found: list[Everyday] = []
    at = sentence.start
    while at < sentence.end:
        skip = reader.no_time(at)
        one = None if skip else reader.any(at)
        if one is not None:
            found.append(one)
        at = one.span.end if one is not None else skip or at + 1
    return tuple(found)


class _Everyday(TimeReader):
    """Reads more forms of dates and of times of day than news needs, and lengths and recurrences."""

    def any(self, at: int) -> Everyday | None:
        """What begins here, if anything does."""
        return self._every(at) or self._now(at) or self._stretch(at) or self._calendar(at) or self._length(at)

    def _every(self, at: int) -> Everyday | None:
        match = _EVERY.match(self.plain, at, self.end)
        if match is None:
            return None
        end = match.end()
        for start in (at + 1, end):
            when = self._dated(start)
            if when is not None and when.span.end > end and not (when.bound and start == end):
                end = when.span.end
        return Everyday(Span(at, end), "recurring") if end > at + 1 else None

    def _now(self, at: int) -> Everyday | None:
        match = _NOW.match(self.plain, at, self.end)
        return Everyday(Span(at, match.end()), "around") if match else None

    def _calendar(self, at: int) -> Everyday | None:
        when = self._dated(at)
        if when is None or (
            self._length(at) and set(self._stated(when)) <= {"month", "day"} and self._longer(at, when.span.end)
        ):
            return None
        return Everyday(when.span, "calendar", when)

    def _stated(self, when: Any) -> list[str]:
        return [
            name
            for name in ("year", "month", "day", "clock", "daypart", "weekday")
            if getattr(when, name) not in (None, "")
        ]

    def _longer(self, at: int, end: int) -> bool:
        length = self._length(at)
        return length is not None and length.span.end > end

    def _stretch(self, at: int) -> Everyday | None:
        match = _STRETCH.match(self.plain, at, self.end)
        if match is None:
            return None
        if match.group(2):
            unit = re.compile(r"小时|钟头|钟").match(self.plain, match.end(), self.end)
            pieces: tuple[Parts, int] | None = (((1.0, "hour"),), unit.end()) if unit else None
        else:
            pieces = self._pieces(match.end())
        if pieces is None:
            return None
        word = match.group(1)
        sign = -1 if word in ("过去", "之前", "前", "上", "最近", "近") else 1
        return Everyday(
            Span(at, pieces[1]), "stretch", parts=pieces[0], sign=sign, whole=word in ("上", "下", "前", "后")
        )

    def _length(self, at: int) -> Everyday | None:
        if at and _BEFORE_LENGTH.match(self.plain, at - 1):
            return None
        pieces = self._pieces(at)
        if pieces is None:
            return None
        parts, end = pieces
        around = _AROUND.match(self.plain, end, self.end)
        if around is None:
            return Everyday(Span(at, end), "length", parts=parts)
        if around.group(2):
            return Everyday(Span(at, around.end()), "stretch", parts=parts, sign=1)
        return Everyday(Span(at, around.end()), "around", parts=parts, sign=-1 if around.group(1) == "前" else 1)

    def _pieces(self, at: int) -> tuple[Parts, int] | None:
        parts: list[tuple[float, str]] = []
        end = at
        while True:
            link = _LINK.match(self.plain, end, self.end) if parts else None
            match = _PIECE.match(self.plain, link.end() if link else end, self.end)
            if match is None:
                break
            words, measure, half, unit, half_after = match.groups()
            if unit in ("月", "钟", "工作日", "季度") and not measure and words != "半":
                break
            amount = 0.5 if words in ("半", "大半") else _value(words)
            parts.append((amount + (0.5 if half or half_after else 0), _UNITS[unit]))
            end = match.end()
        return (tuple(parts), end) if parts else None

    def point(self, at: int, bare_day: bool = True) -> tuple[dict[str, Any], int] | None:
        """One end of a time, in more forms than news uses."""
        loose = self._loose(at)
        if loose:
            return loose
        found = super().point(at, bare_day)
        if found is None:
            fields, end = self._time_of_day({}, at)
            return (fields, end) if fields else None
        return self._finer(*found)

    def _part_of_year(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        edge = _EDGE_WEEKS.match(self.plain, end, self.end) if fields else None
        return (fields, end) if edge else super()._part_of_year(fields, end)

    def _finer(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        """What may follow a year: 的第三个月, 的前2周, 上半月."""
        if ("year" in fields or "years" in fields) and "month" not in fields and "to" not in fields:
            match = _NTH_MONTH.match(self.plain, end, self.end)
            if match:
                return fields | {"month": number_of(match.group(1))}, match.end()
            match = _EDGE_WEEKS.match(self.plain, end, self.end)
            if match:
                unit = {"月": "month", "季度": "quarter"}.get(match.group(3), "week")
                sign = 1 if match.group(1) == "前" else -1
                return fields | {"amount": sign * number_of(match.group(2)), "unit": unit}, match.end()
        if "month" in fields and "day" not in fields:
            match = _LUNAR_DAY.match(self.plain, end, self.end)
            if match:
                day = number_of(match.group(1)) if match.group(1) else 1
                return self._time_of_day(fields | {"day": day}, match.end())
        return fields, end

    def _loose(self, at: int) -> tuple[dict[str, Any], int] | None:
        plain, stop = self.plain, self.end
        match = _SLASHES.match(plain, at, stop)
        if match:
            first, second, year = int(match.group(1)), int(match.group(2)), match.group(3)
            if year and first <= 31 and second <= 12:
                return self._time_of_day({"year": _full(year), "month": second, "day": first}, match.end())
            if first <= 12 and second <= 31:
                parts = {"month": first, "day": second} | ({"year": _full(year)} if year else {})
                return self._time_of_day(parts, match.end())
        match = _DASHES.match(plain, at, stop)
        if match and int(match.group(2)) <= 12 and int(match.group(3)) <= 31:
            year, month, day = match.groups()
            return self._time_of_day({"year": _full(year), "month": int(month), "day": int(day)}, match.end())
        match = _COMPACT.match(plain, at, stop)
        if match:
            year, month, day = (int(part) for part in match.groups())
            return self._time_of_day({"year": year, "month": month, "day": day}, match.end())
        match = _SHORT_DECADE.match(plain, at, stop)
        if match:
            return {"decade": number_of(match.group(1))}, match.end()
        match = _HALF.match(plain, at, stop)
        if match:
            half = 1 if match.group(1) == "上" else 2
            if "个" in match.group():
                return None
            return ({"years": 0, "half": half} if match.group(2) == "年" else {"months": 0, "half": half}), match.end()
        lunar = re.compile("农历").match(plain, at, stop)
        if lunar:
            return self.point(lunar.end())
        match = _LUNAR_MONTH.match(plain, at, stop)
        if match:
            return self._finer({"month": {"正": 1, "腊": 12, "冬": 11}[match.group(1)]}, match.end())
        return None

    def _year(self, at: int) -> tuple[dict[str, Any], int]:
        fields, end = super()._year(at)
        if fields:
            return fields, end
        match = _TWO_DIGITS.match(self.plain, at, self.end)
        if match and (match.group(1).isdigit() and match.group(1).isascii() and match.group(1)[0] in "0189"):
            return {"year": _full(match.group(1))}, match.end()
        return fields, end

    def _weekday(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        comma = self.plain.startswith(",", end) and "day" in fields
        return (
            super()._weekday(fields, end + 1)
            if comma and super()._weekday(fields, end + 1)[0] != fields
            else super()._weekday(fields, end)
        )

    def _time_of_day(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        if "to" in fields:
            return fields, end
        gap = re.compile(r"[ 的]?").match(self.plain, end, self.end) if fields else None
        match = _DAYPART.match(self.plain, gap.end() if gap else end, self.end)
        if match and not (match.group() in ("早", "晚") and not fields):
            fields, end = fields | {"daypart": _DAYPARTS[match.group()]}, match.end()
        return self._hours(fields, end)

    def _hours(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        match = _MERIDIEM.match(self.plain, end, self.end)
        if match:
            return fields | {"clock": (int(match.group(1)), 0, 0), "daypart": _meridiem(match.group(2))}, match.end()
        match = _CLOCK.match(self.plain, end, self.end)
        if match is None or (end and self.plain[end - 1] in "0123456789:.第"):
            return fields, end
        hour, minute, second, half, quarter, three, words, seconds, side = match.groups()
        minutes = (
            30 if half else 15 if quarter else 45 if three else number_of((minute or words or "0").replace("零", ""))
        )
        clock = (number_of(hour), minutes, int(second or 0) or number_of((seconds or "0").replace("零", "")))
        if clock[0] > 24 or clock[1] > 59:
            return fields, end
        return fields | {"clock": clock} | ({"daypart": _meridiem(side)} if side else {}), match.end()


def _meridiem(letter: str) -> str:
    return "morning" if letter.lower() == "a" else "afternoon"


def _full(year: str) -> int:
    value = number_of(year)
    return value if value >= 100 else value + (2000 if value < 50 else 1900)


def _value(words: str) -> float:
    if re.fullmatch(r"[\d.]+", words):
        return float(words)
    total = part = digit = 0
    for character in words:
        if character in "十百千":
            part += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        elif character == "万":
            total += (part + digit) * 10000
            part = digit = 0
        else:
            digit = number_of(character)
    return float(total + part + digit)
