"""English times of everyday speech (8am, in five minutes, every day, for two hours) beside those of `times.py`."""

import re
from typing import Any

from claimbook.languages.en.hours import Hours, hours_at, hours_between
from claimbook.languages.en.time_words import ORDINALS, number_in
from claimbook.languages.en.times import TimeReader
from claimbook.languages.everyday import Everyday, Parts
from claimbook.languages.when import When
from claimbook.model.span import Span

_UNITS = {
    "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute", "hour": "hour",
    "hr": "hour", "h": "hour", "day": "day", "week": "week", "wk": "week", "w": "week", "fortnight": "fortnight",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade",
    "business day": "day", "night": "day", "weekday": "day",
}  # fmt: skip
_UNIT = (
    r"(?:business\s+days?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weekends?|weeks?|wks?|fortnights?|months?"
    r"|quarters?|years?|yrs?|decades?|nights?)"
)
_SHORT = r"(?:h|s|w|W|y)"
_NUMBER = (
    r"(\d{1,9}(?:\.\d{1,4})?|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety"
    r"|a couple of|couple of|a couple|a few|few|some|several|all|whole)"
)
_PIECE = re.compile(
    rf"(?:(?:more|less)\s+than\s+)?{_NUMBER}(\s+and\s+a\s+half)?(?:\s+more)?(?:\s*-?\s*({_UNIT})\b|(?<=\d)({_SHORT})\b)(\s+and\s+(?:a\s+)?half)?",
    re.I,
)
_LINK = re.compile(r"\s*(?:,|and)?\s+(?!half)", re.I)
_AFTER_LENGTH = re.compile(
    r"\s+(ago|before|earlier|back|from\s+now|hence|later|from\s+today|after)\b(?!\s+(?:the|that|a|an|his|her|their|[A-Z\d]))",
    re.I,
)
_IN = re.compile(r"(?:with)?in\s+(?:about\s+)?(?:the\s+)?(?:next\s+)?", re.I)
_STRETCH = re.compile(
    r"(last|past|previous|next|coming|following|upcoming)\s+(?=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple|hour|minute|second|decade)s?\b)|(?=\d+\s+(?:past|upcoming|last|next)\b)",
    re.I,
)
_INSIDE = re.compile(r"(\d+|two|three)\s+(past|upcoming|last|next)\s+", re.I)
_EVERY = re.compile(
    rf"(?:every|each)\s+(?:other\s+|single\s+|{_NUMBER}\s+)?(?:{_UNIT}|morning|afternoon|evening|weekday|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)\b(?:\s+(?:morning|afternoon|evening|night)s?\b)?"
    r"|(?:daily|weekly|monthly|annually|yearly|quarterly|biweekly|everyday|any\s+year)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b",
    re.I,
)
_NOW = re.compile(
    r"(?:right\s+now|just\s+now|at\s+this\s+time|at\s+the\s+moment|now|asap|as\s+soon\s+as\s+possible)\b", re.I
)
_DAYPART = re.compile(
    r"(?:in\s+the\s+|during\s+the\s+|the\s+)?(?:early\s+|late\s+|later\s+in\s+the\s+)?(morning|afternoon|evening|night(?:-?time)?|lunch\s?time)s?\b",
    re.I,
)
_BETWEEN = re.compile(
    r",?\s*(?:@|\bat\b|\bon\b|\bfor\b|\bfrom\b|\bbetween\b|\bin\b|\bthe\b|\bof\b|around|about|by)?\s*(?:around\s+|about\s+)?",
    re.I,
)
_ORDINAL_DAY = re.compile(
    r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:week|month|quarter|day|anniversary|century|floor|street))",
    re.I,
)
_ORDINAL_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30}  # fmt: skip
_ORDINAL_WORD = re.compile(r"(?:the\s+)?(?:(twenty|thirty)[ -])?([a-z]+(?:st|nd|rd|th|d))\b", re.I)
_SLASHED = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d\d))?(?![\d/]|\.\d|-\d(?!\d?/))")
_MIXED = re.compile(r"(\d{4}|\d{1,2})[/-]([A-Za-z]{3,9})[/-](\d{4}|\d{1,2})\b|([A-Za-z]{3,9})[/-]?(\d{1,2})\b(?![/-])")
_MONTH_YEAR = re.compile(r"(1[0-2]|0?[1-9])[/-]((?:19|20)\d\d)(?![\d/-])|((?:19|20)\d\d)[/-](1[0-2]|0[1-9])(?![\d/-])")
_NAMED_YEAR = re.compile(r"(?:the\s+)?(?:calendar\s+|cy\s+)?(?:year\s+)((?:19|20)\d\d)\b|cy\s?((?:19|20)\d\d)\b", re.I)
_THIS_UNIT = re.compile(r"the\s+(day|week|month|year)\b(?!\s+(?:of|after|before|that|when|in|i|we|he|\d))", re.I)
_END_OF = re.compile(r"(?:the\s+)?(?:end\s+of\s+(?:the\s+|this\s+)?(month|year)\b|eo([my])\b)", re.I)
_HOURS_DASH = re.compile(r"\d{1,2}\s?-\s?\d{1,2}(?![\d/-])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_NTH_WEEK = re.compile(
    r"(?:the\s+)?(first|second|third|fourth|fifth|last|\d)(?:st|nd|rd|th)?\s+(week|day|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s+(?:of|in)\s+(?:the\s+)?",
    re.I,
)
_SHORT_WEEKDAYS = frozenset(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"])


def find_everyday_english(plain: str, sentence: Span) -> tuple[Everyday, ...]:
    """The everyday and the calendar times in a sentence, left to right, none overlapping.

    >>> text = "Meet tomorrow at 8.30pm for 2 hours, and every week."
    >>> [(found.span.of(text), found.kind) for found in find_everyday_english(text, Span(0, len(text)))]
    [('tomorrow at 8.30pm', 'calendar'), ('2 hours', 'length'), ('every week', 'recurring')]
    """
    reader = _Everyday(plain, sentence)
    found: list[Everyday] = []
    at = sentence.start
    while match := re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9]").search(plain, at, sentence.end):
        at = match.start()
        one = reader.any(at)
        if one is not None:
            found.append(one)
        at = one.span.end if one is not None else at + 1
    return tuple(found)


class _Everyday(TimeReader):
    """Reads more forms of dates and of times of day than news needs, and lengths and recurrences."""

    any_case = True

    def any(self, at: int) -> Everyday | None:
        """What begins here, if anything does."""
        if self._slot("not", at):
            return None
        return self._every(at) or self._now(at) or self._stretch(at) or self._length(at) or self._calendar(at)

    def _every(self, at: int) -> Everyday | None:
        match = _EVERY.match(self.plain, at, self.end)
        if match is None:
            return None
        fields, end = self._time_of_day({}, match.end())
        return Everyday(Span(at, end if fields else match.end()), "recurring")

    def _now(self, at: int) -> Everyday | None:
        match = _NOW.match(self.plain, at, self.end)
        return Everyday(Span(at, match.end()), "around") if match else None

    def _stretch(self, at: int) -> Everyday | None:
        inside = _INSIDE.match(self.plain, at, self.end)
        if inside:
            unit = re.compile(rf"({_UNIT})\b", re.I).match(self.plain, inside.end(), self.end)
            if unit is None:
                return None
            sign = -1 if inside.group(2).lower() in ("past", "last") else 1
            parts = ((float(number_in(inside.group(1).lower()) or 0), _unit(unit.group(1))),)
            return Everyday(Span(at, unit.end()), "stretch", parts=parts, sign=sign, whole=True)
        match = _STRETCH.match(self.plain, at, self.end)
        if match is None or not match.group(1):
            return None
        pieces = self._pieces(match.end())
        if pieces is None:
            unit = re.compile(r"(hour|minute|second|decade)\b", re.I).match(self.plain, match.end(), self.end)
            if unit is None:
                return None
            pieces = ((1.0, unit.group(1).lower()),), unit.end()
        sign = -1 if match.group(1).lower() in ("last", "past", "previous") else 1
        return Everyday(Span(at, pieces[1]), "stretch", parts=pieces[0], sign=sign, whole=True)

    def _length(self, at: int) -> Everyday | None:
        within = _IN.match(self.plain, at, self.end)
        if within:
            pieces = self._pieces(within.end())
            if pieces is None:
                return None
            kind = "stretch" if within.group().lower().startswith("within") else "around"
            return Everyday(Span(at, pieces[1]), kind, parts=pieces[0], sign=1)
        pieces = self._pieces(at)
        if pieces is None:
            return None
        parts, end = pieces
        after = _AFTER_LENGTH.match(self.plain, end, self.end)
        if after is None:
            return Everyday(Span(at, end), "length", parts=parts)
        sign = -1 if after.group(1).lower() in ("ago", "before", "earlier", "back") else 1
        return Everyday(Span(at, after.end()), "around", parts=parts, sign=sign)

    def _pieces(self, at: int) -> tuple[Parts, int] | None:
        parts: list[tuple[float, str]] = []
        end = at
        while True:
            link = _LINK.match(self.plain, end, self.end) if parts else None
            if parts and link is None:
                break
            match = _PIECE.match(self.plain, link.end() if link else end, self.end)
            if match is None:
                break
            words, half, unit, short, half_after = match.groups()
            if words.lower() in ("a", "an") and (unit or short).lower() in ("second", "quarter") and not parts:
                break
            amount = _amount(words) + (0.5 if half or half_after else 0)
            name = _unit(unit or short)
            parts.append(
                (
                    amount * {"fortnight": 2, "weekend": 2}.get(name, 1),
                    {"fortnight": "week", "weekend": "day"}.get(name, name),
                )
            )
            end = match.end()
        return (tuple(parts), end) if parts else None

    def _calendar(self, at: int) -> Everyday | None:
        when = self._dated(at)
        return Everyday(when.span, "calendar", when) if when is not None else None

    def point(self, at: int) -> tuple[dict[str, Any], int] | None:
        """One end of a time, in more forms than news uses; a time of day may stand before its day."""
        found = self._loose(at) or super().point(at)
        if found is not None:
            fields, end = found
            return self._time_of_day(fields, end) if "clock" not in fields else (fields, end)
        opened = re.compile(r"(?:from|between)\s+$", re.I).search(self.plain, max(self.start, at - 9), at)
        dash = _HOURS_DASH.match(self.plain, at, self.end)
        hours = hours_between(self.plain, at, self.end, bool(opened or dash))
        at_sign = re.compile(r"\bat\s+$|@\s*$", re.I).search(self.plain, max(self.start, at - 4), at)
        if hours is not None and (hours.sure or at_sign) and not self._number_before(at):
            timed = self._day_after(*self._with_hours({}, hours))
            if not dash or opened or len(timed[0]) > 2 or "daypart" in timed[0]:
                return timed
        match = _DAYPART.match(self.plain, at, self.end)
        if match:
            return {"daypart": _part(match.group(1))}, match.end()
        return None

    def _number_before(self, at: int) -> bool:
        return bool(re.compile(r"[\d$:./-]").match(self.plain, max(self.start, at - 1), at))

    def _with_hours(self, fields: dict[str, Any], hours: Hours) -> tuple[dict[str, Any], int]:
        fields = fields | {"clock": hours.clock}
        if hours.side:
            fields["daypart"] = hours.side
        if hours.until is not None:
            until = hours.until
            to = When(Span(until.end, until.end), clock=until.clock, daypart=until.side)
            fields["to"] = to
        return fields, hours.end

    def _day_after(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        """8am tomorrow, 5pm on Friday, 7 to 9 this evening."""
        gap = re.compile(r"(?:,?\s+on|,?\s+of|,)?\s+(?:the\s+)?", re.I).match(self.plain, end, self.end)
        date = (self._loose(gap.end()) or super().point(gap.end())) if gap else None
        if date is None or not ({"day", "days", "weekday", "weeks"} & set(date[0])):
            return fields, end
        other, stop = date
        if "clock" in other or "to" in other:
            return fields, end
        part = _DAYPART.match(self.plain, stop + 1, self.end) if self.plain[stop : stop + 1] == " " else None
        if part and "daypart" not in fields:
            return other | fields | {"daypart": _part(part.group(1))}, part.end()
        return other | fields, stop

    def _loose(self, at: int) -> tuple[dict[str, Any], int] | None:
        return self._nth(at) or self._units(at) or self._figures(at) or self._ordinal(at) or self._bare_weekday(at)

    def _nth(self, at: int) -> tuple[dict[str, Any], int] | None:
        match = _NTH_WEEK.match(self.plain, at, self.end)
        if match is None or match.group(2).lower() == "month":
            return None
        outer = super().point(match.end()) or self._relative(match.end())
        if outer is None or "day" in outer[0] or "to" in outer[0]:
            return None
        which, unit = match.group(1).lower(), match.group(2).lower()
        number = -1 if which == "last" else int(which) if which.isdigit() else ORDINALS.get(which, 5)
        return outer[0] | {"amount": number, "unit": f"nth {unit}"}, outer[1]

    def _units(self, at: int) -> tuple[dict[str, Any], int] | None:
        match = _NAMED_YEAR.match(self.plain, at, self.end)
        if match:
            return {"year": int(match.group(1) or match.group(2))}, match.end()
        match = _END_OF.match(self.plain, at, self.end)
        if match:
            year = (match.group(1) or match.group(2)).lower().startswith("y")
            return {"years" if year else "months": 0, "part": "late"}, match.end()
        match = _THIS_UNIT.match(self.plain, at, self.end)
        if match:
            return {match.group(1).lower() + "s": 0}, match.end()
        return None

    def _year(self, at: int, sure: bool = False) -> tuple[dict[str, Any], int] | None:
        match = re.compile(r"(?:19|20)\d\d\b").match(self.plain, at, self.end)
        return super()._year(at, sure or bool(match and int(match.group()) % 100))

    def _figures(self, at: int) -> tuple[dict[str, Any], int] | None:
        if self._number_before(at):
            return None
        match = _COMPACT.match(self.plain, at, self.end)
        if match:
            return dict(zip(("year", "month", "day"), map(int, match.groups()), strict=True)), match.end()
        match = _MONTH_YEAR.match(self.plain, at, self.end)
        if match:
            return {
                "year": int(match.group(2) or match.group(3)),
                "month": int(match.group(1) or match.group(4)),
            }, match.end()
        match = _MIXED.match(self.plain, at, self.end)
        if match:
            first, name, last, alone, day_alone = match.groups()
            month_word = self._slot("month", match.start(2) if name else match.start(4))
            if month_word and month_word[1] in (match.end(2), match.end(4)):
                if alone:
                    return month_word[0] | {"day": int(day_alone)}, match.end()
                year, day = (first, last) if len(first) == 4 else (last, first)
                return month_word[0] | {"year": _full(year), "day": int(day)}, match.end()
        match = _SLASHED.match(self.plain, at, self.end)
        if match:
            first, mark, second, year = match.groups()
            low, high = int(first), int(second)
            if (mark == "." and not year) or (mark == "-" and not year) or (" " in match.group() and not year):
                return None
            if low > 12 or (mark == "." and high <= 12):
                low, high = high, low
            if 1 <= low <= 12 and 1 <= high <= 31:
                return {"month": low, "day": high} | ({"year": _full(year)} if year else {}), match.end()
        return None

    def _ordinal(self, at: int) -> tuple[dict[str, Any], int] | None:
        match = _ORDINAL_DAY.match(self.plain, at, self.end)
        the = self.plain[at : at + 3].lower() == "the"
        day = int(match.group(1)) if match else None
        end = match.end() if match else at
        if match is None:
            words = _ORDINAL_WORD.match(self.plain, at, self.end)
            if words is None or words.group(2).lower() not in _ORDINAL_WORDS:
                return None
            tens = {"twenty": 20, "thirty": 30}.get((words.group(1) or "").lower(), 0)
            day, end = tens + _ORDINAL_WORDS[words.group(2).lower()], words.end()
            month = self._month_after(end)
            if month is None:
                return None
            return self._with_year(month[0] | {"day": day}, month[1])
        if day is None or not 1 <= day <= 31:
            return None
        month = self._month_after(end)
        if month:
            return self._with_year(month[0] | {"day": day}, month[1])
        return ({"day": day}, end) if the else None

    def _bare_weekday(self, at: int) -> tuple[dict[str, Any], int] | None:
        found = self._slot("weekday", at)
        if found is None:
            return None
        word = self.plain[at : found[1]].rstrip(".").lower()
        if word in ("sun", "sat") and self.plain[at].islower():
            return None
        if len(word) > 5 or word in _SHORT_WEEKDAYS or not self.plain[at].islower():
            gap = re.compile(r",?\s+(?:the\s+)?", re.I).match(self.plain, found[1], self.end)
            if gap:
                date = (
                    self._figures(gap.end())
                    or self._ordinal(gap.end())
                    or self._month_date(gap.end())
                    or self._day_month(gap.end())
                )
                if date and "day" in date[0]:
                    return date[0] | found[0], date[1]
            return found
        return None

    def _is_month(self, start: int, end: int) -> bool:
        word = self.plain[start:end].lower().rstrip(".")
        return super()._is_month(start, end) or (word not in ("may", "march", "mar", "sep", "dec", "jan", "august"))

    def _month_date(self, at: int, plain_month: bool = False) -> tuple[dict[str, Any], int] | None:
        found = super()._month_date(at, plain_month)
        month = self._slot("month", at)
        if month and (found is None or "day" not in found[0]):
            gap = re.compile(r"\s+(?:the\s+)?", re.I).match(self.plain, month[1], self.end)
            count = re.compile(r"[a-z]+(?:[ -][a-z]+)?", re.I).match(self.plain, gap.end(), self.end) if gap else None
            day = number_in(count.group().replace(" ", "-")) if count else None
            if count and day and count.group().lower() not in ("a", "an") and day <= 31:
                return self._with_year(month[0] | {"day": day}, count.end())
            words = _ORDINAL_WORD.match(self.plain, gap.end(), self.end) if gap else None
            if words and words.group(2).lower() in _ORDINAL_WORDS:
                tens = {"twenty": 20, "thirty": 30}.get((words.group(1) or "").lower(), 0)
                return self._with_year(month[0] | {"day": tens + _ORDINAL_WORDS[words.group(2).lower()]}, words.end())
        return found

    def _time_of_day(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        if "to" in fields or "clock" in fields or (fields and not {"day", "days", "weekday"} & set(fields)):
            return fields, end
        gap = re.compile(r"\s+").match(self.plain, end, self.end)
        part = _DAYPART.match(self.plain, gap.end(), self.end) if gap else None
        if part:
            fields, end = fields | {"daypart": _part(part.group(1))}, part.end()
        half = re.compile(r"\s+([ap])m\b", re.I).match(self.plain, end, self.end) if fields else None
        if half:
            return fields | {"daypart": "morning" if half.group(1).lower() == "a" else "afternoon"}, half.end()
        between = _BETWEEN.match(self.plain, end, self.end)
        if between is None or between.end() == end:
            return fields, end
        words = between.group().strip(" ,").lower()
        dash = bool(_HOURS_DASH.match(self.plain, between.end(), self.end))
        hours = hours_between(self.plain, between.end(), self.end, dash or words.startswith(("from", "between")))
        opened = words.startswith(("at", "@", "for", "from", "between", "around", "about", "by"))
        if hours is None or not (hours.sure or opened) or (not fields and not opened):
            return fields, end
        if hours_at(self.plain, between.end(), self.end) is None:
            return fields, end
        kept = fields.get("daypart")
        fields, end = self._with_hours(fields, hours)
        return (fields | {"daypart": kept} if kept and not hours.side else fields), end


def _part(word: str) -> str:
    word = word.lower()
    return "noon" if word.startswith("lunch") else "night" if word.startswith("night") else word


def _unit(word: str) -> str:
    word = " ".join(word.lower().split())
    return _UNITS.get(word) or _UNITS.get(word.rstrip("s")) or {"y": "year"}.get(word, "day")


def _amount(words: str) -> float:
    words = words.lower()
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    if words in ("a few", "few", "some", "several"):
        return 3
    if words in ("all", "whole"):
        return 1
    if words in ("sixty", "ninety"):
        return {"sixty": 60, "ninety": 90}[words]
    return float(words) if words[0].isdigit() else float(number_in(words) or 0)


def _full(year: str) -> int:
    value = int(year)
    return value if len(year) == 4 else value + (2000 if value < 50 else 1900)
