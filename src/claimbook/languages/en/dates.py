"""The calendar parts of an English time, in the orders in which English says them.

A month or a year alone is one only where a preposition or a number says so: May, March, 2000 people.
"""

import re
from typing import Any

from claimbook.languages.en.time_words import ORDINALS, number_in, vocabulary
from claimbook.languages.when import When
from claimbook.model.span import Span

_ISO = re.compile(r"([12]\d{3})([-/])(1[0-2]|0[1-9])\2(3[01]|[12]\d|0[1-9])(?![\d/-])(?:T(?=\d))?")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})(?![\d/.-]\d)")
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_DAY = re.compile(
    rf"({_D})(?:st|nd|rd|th)?(?![\d:%a-zA-Z]|[,.]\d|-(?:year|day|month|week|hour|km|mm|kilo|metre|meter|strong))"
)
_DAYS = re.compile(
    rf"({_D})(?:st|nd|rd|th)?\s*(?:-|–|—|to|through|(and))\s*({_D})(?:st|nd|rd|th)?(?![\d:%a-zA-Z]|[,.]\d)"
    r"(?(2)(?=\s*(?:[,.;)]|$)|\s+(?:in|at|on|of|to|near|for|with|[A-Z])))"
)
"""June 3 and 4, but not "June 3 and 20 others"."""
_YEAR = re.compile(r"([12]\d{3})(?![\d%]|[,.:]\d|-[A-Za-z]|-\d{3})")
_AFTER_MONTH_YEAR = re.compile(r"(?:,?\s+|\s*,\s*|\s+(?:of|in)\s+)((?:1[5-9]|20|21)\d\d)(?![\d%]|[,.]\d)")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)\s*(?:-|–|—|/|~)\s*((?:1[5-9]|20)\d\d|\d\d)(?![\d-])")
_DECADE = re.compile(r"(?:the\s+)?((?:1[5-9]|20)\d0)'?s\b")
_CENTURY = re.compile(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)[ -]century\b", re.I)
_QUARTER = re.compile(
    r"(?:the\s+)?(first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter(?:\s+of)?(?:\s+((?:19|20)\d\d)\b)?"
    r"|Q([1-4])(?:\s+(?:of\s+)?((?:19|20)\d\d)\b)?|((?:19|20)\d\d)[ -]?Q([1-4])\b",
)
_FIRST_MONTHS = re.compile(
    r"(?:the\s+)?first\s+(\d{1,2}|[a-z]+)\s+months\s+of\s+(?:((?:19|20)\d\d)\b|(this|last)\s+year\b|(the)\s+year\b)",
    re.I,
)
_HALF = re.compile(r"(?:the\s+)?(first|second|1st|2nd)[ -]half\s+of\s+((?:19|20)\d\d|this year|last year|next year)\b")
_SEASON_YEAR = re.compile(r"(?:the\s+)?(spring|summer|autumn|fall|winter)\s+(?:of\s+)?((?:19|20)\d\d)\b", re.I)
_CLOCK = re.compile(
    r",?\s+(?:at\s+)?(?:around\s+|about\s+)?(\d{1,2})(?:[:.]([0-5]\d))?(?::[0-5]\d)?\s*(a\.?m\.?|p\.?m\.?|o'clock|hours)?(?![\w%])",
    re.I,
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|by|since|of|during|until|till|from|to|through|before|after|around|about|late|early|mid|year|between|and"
    r"|for|back in|circa)|[(-]|(?:19|20)\d\d,)\s*$",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|troops|soldiers|men|women|tons|tonnes|miles|km|workers|rounds|shells|of the|of them"
    r"|others|dollars|euros|years|days|hours)\b"
)
"""2000 people: what looks like a year counts something."""
_BEFORE_MONTH = re.compile(
    r"\b(in|of|last|this|next|since|until|till|by|late|early|mid|during|before|after|around|about|mid-"
    r"|from|and|to|between|through|for|on|the)\s*$",
    re.I,
)
_WEAK = frozenset(["from", "and", "to", "between", "through", "for", "on", "the"])
"""Before a name of a person as well as before a month: and April Ryan."""
_WHICH = re.compile(r"((?:the |this )?(?:up)?coming|last|this past|this|next)\s+", re.I)
LATER_THIS = re.compile(r"(?:earlier|later)\s+(?=(?:this|last|next|that)\s|on\s|in\s|today)", re.I)


class DateReader:
    """Reads one end of a time at given places of one sentence."""

    any_case = False

    def __init__(self, plain: str, sentence: Span) -> None:
        self.plain = plain
        self.start = sentence.start
        self.end = sentence.end
        self.vocabulary = vocabulary(self.any_case)

    def _slot(self, slot: str, at: int) -> tuple[dict[str, Any], int] | None:
        return self.vocabulary.match(slot, self.plain, at, self.end)

    def point(self, at: int) -> tuple[dict[str, Any], int] | None:
        """One end of a time: its parts, and where it ends."""
        return (
            self._numeric(at)
            or self._part(at)
            or self._larger(at)
            or self._month_date(at)
            or self._day_month(at)
            or self._weekday(at)
            or self._relative(at)
            or self._year(at)
        )

    def _numeric(self, at: int) -> tuple[dict[str, Any], int] | None:
        if self.plain[max(0, at - 1) : at] in ("-", "/", "."):
            return None
        match = _ISO.match(self.plain, at, self.end)
        if match:
            fields = {"year": int(match.group(1)), "month": int(match.group(3)), "day": int(match.group(4))}
            return self._time_of_day(fields, match.end())
        match = _NUMERIC.match(self.plain, at, self.end)
        if match:
            first, separator, second, year = match.groups()
            low, high = int(first), int(second)
            if separator == "." or low > 12:
                low, high = high, low
            elif high <= 12 and low != high:
                return {"year": int(year), "word": True}, match.end()
            return self._time_of_day({"year": int(year), "month": low, "day": high}, match.end())
        return None

    def _part(self, at: int) -> tuple[dict[str, Any], int] | None:
        found = self._slot("part", at)
        if found is None:
            return None
        part, end = found
        while self.plain[end : end + 1] in (" ", "-"):
            end += 1
        inner = (
            self._the_unit(end)
            or self._month_date(end, plain_month=True)
            or self._relative(end)
            or self._decade(end)
            or self._year(end, sure=True)
        )
        if inner is None or "day" in inner[0] or "days" in inner[0] or "weeks" in inner[0]:
            return None
        return inner[0] | (part if "decade" not in inner[0] else {}), inner[1]

    def _the_unit(self, at: int) -> tuple[dict[str, Any], int] | None:
        """The end of the year: of the year of writing."""
        match = re.compile(r"the\s+(year|month)\b").match(self.plain, at, self.end)
        return ({match.group(1) + "s": 0}, match.end()) if match else None

    def _larger(self, at: int) -> tuple[dict[str, Any], int] | None:
        plain, stop = self.plain, self.end
        match = _QUARTER.match(plain, at, stop)
        if match:
            words, year, short, short_year, other_year, last = match.groups()
            quarter = (
                int(words[0]) if words and words[0].isdigit() else ORDINALS[words] if words else int(short or last)
            )
            stated = year or short_year or other_year
            if stated:
                return {"quarter": quarter, "year": int(stated)}, match.end()
            tail = re.compile(r"\s*(?=(?:this|last|next) year\b)").match(plain, match.end(), stop)
            relative = self._slot("year_word", tail.end()) if tail else None
            if relative:
                return {"quarter": quarter} | relative[0], relative[1]
            return ({"quarter": quarter, "years": 0}, match.end()) if not match.group().endswith(" of") else None
        match = _FIRST_MONTHS.match(plain, at, stop)
        months = number_in(match.group(1).lower()) if match else None
        if match and months and 1 < months <= 12:
            year_said = (
                {"year": int(match.group(2))} if match.group(2) else {"years": -1 if match.group(3) == "last" else 0}
            )
            return year_said | {"month": 1, "to": When(Span(match.start(1), match.end()), month=months)}, match.end()
        match = _HALF.match(plain, at, stop)
        if match:
            half = 1 if match.group(1) in ("first", "1st") else 2
            if match.group(2).isdigit():
                return {"half": half, "year": int(match.group(2))}, match.end()
            return {"half": half, "years": {"this": 0, "last": -1, "next": 1}[match.group(2)[:4]]}, match.end()
        match = _SEASON_YEAR.match(plain, at, stop)
        if match:
            season = self.vocabulary.words["season"][match.group(1).lower()]
            return season | {"year": int(match.group(2))}, match.end()
        match = _CENTURY.match(plain, at, stop)
        if match:
            return {"century": int(match.group(1))}, match.end()
        return self._decade(at)

    def _decade(self, at: int) -> tuple[dict[str, Any], int] | None:
        match = _DECADE.match(self.plain, at, self.end)
        return ({"decade": int(match.group(1))}, match.end()) if match else None

    def _month_date(self, at: int, plain_month: bool = False) -> tuple[dict[str, Any], int] | None:
        """July 11; July 11-12, 2025; July 2025; July."""
        found = self._slot("month", at)
        if found is None:
            return None
        fields, end = found
        gap = re.compile(r"\s+(?:the\s+)?").match(self.plain, end, self.end)
        if gap:
            year = _AFTER_MONTH_YEAR.match(self.plain, end, self.end)
            if year:
                return fields | {"year": int(year.group(1))}, year.end()
            match = _DAYS.match(self.plain, gap.end(), self.end)
            if match and int(match.group(1)) < int(match.group(3)) and not self._slot_month_after(match.end()):
                fields |= {
                    "day": int(match.group(1)),
                    "to": When(Span(match.start(3), match.end()), day=int(match.group(3))),
                }
                return self._with_year(fields, match.end())
            match = _DAY.match(self.plain, gap.end(), self.end)
            if match and not self._counts(at, match.end()):
                fields, end = self._with_year(fields | {"day": int(match.group(1))}, match.end())
                return self._time_of_day(fields, end)
        year_word = self._year_word(end)
        if year_word and self.plain[end] == " ":
            return fields | year_word[0], year_word[1]
        return (fields, end) if plain_month or self._is_month(at, end) else None

    def _counts(self, at: int, end: int) -> bool:
        """In November 12 people died: "in" goes with the month, and the number counts what follows."""
        inside = re.compile(r"\bin\s+$", re.I).search(self.plain, max(0, at - 4), at)
        return bool(
            inside and re.compile(r"\s+(?!and\b|to\b|of\b|last\b|this\b)[a-z]").match(self.plain, end, self.end)
        )

    def _year_word(self, at: int) -> tuple[dict[str, Any], int] | None:
        """June last year, in June of that year."""
        gap = re.compile(r"\s+(?:of\s+)?").match(self.plain, at, self.end)
        return self._slot("year_word", gap.end()) if gap else None

    def _slot_month_after(self, at: int) -> bool:
        return bool(self._slot("month", at + 1)) and self.plain[at : at + 1] == " "

    def _with_year(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        year = _AFTER_MONTH_YEAR.match(self.plain, end, self.end)
        if year:
            return fields | {"year": int(year.group(1))}, year.end()
        word = self._year_word(end)
        return (fields | word[0], word[1]) if word else (fields, end)

    def _is_month(self, start: int, end: int) -> bool:
        """A month name alone is one after a preposition; May, March, short forms and names of people need that."""
        before = _BEFORE_MONTH.search(self.plain, max(0, start - 12), start)
        if before and before.group(1).lower() not in _WEAK:
            return True
        if re.compile(r"\s+[A-Z][a-z]").match(self.plain, end, self.end):
            return False
        word = self.plain[start:end].rstrip(".")
        return bool(before) or (len(word) > 4 and word != "March") or word in ("June", "July")

    def _day_month(self, at: int) -> tuple[dict[str, Any], int] | None:
        """11 July 2025, 11-12 July, the 12th of May."""
        the = re.compile(r"the\s+").match(self.plain, at, self.end)
        match = _DAYS.match(self.plain, the.end() if the else at, self.end)
        days = [int(match.group(1)), int(match.group(3))] if match else []
        if match is None or days[0] >= days[1] or not self._month_after(match.end()):
            match = _DAY.match(self.plain, the.end() if the else at, self.end)
            days = [int(match.group(1))] if match else []
        month = self._month_after(match.end()) if match else None
        if month is None or match is None:
            return None
        fields, end = self._with_year(month[0] | {"day": days[0]}, month[1])
        if len(days) == 2:
            return fields | {"to": When(Span(match.start(3), month[1]), day=days[1])}, end
        return self._time_of_day(fields, end)

    def _month_after(self, at: int) -> tuple[dict[str, Any], int] | None:
        gap = re.compile(r"\s+(?:of\s+)?").match(self.plain, at, self.end)
        return self._slot("month", gap.end()) if gap else None

    def _weekday(self, at: int) -> tuple[dict[str, Any], int] | None:
        found = self._slot("weekday", at)
        if found is None:
            return None
        fields, end = found
        gap = re.compile(r",?\s+(?:the\s+)?").match(self.plain, end, self.end)
        date = self._month_date(gap.end()) or self._day_month(gap.end()) if gap else None
        if date and "day" in date[0]:
            return date[0] | fields, date[1]
        week = re.compile(r"\s+(?:of|from)\s+").match(self.plain, end, self.end)
        of_week = self._slot("week", week.end()) if week else None
        if of_week:
            return fields | of_week[0], of_week[1]
        word = self.plain[at:end].rstrip(".")
        if len(word) <= 5 and not self.plain[at:end].endswith("."):
            return None
        return self._time_of_day(fields, end)

    def _relative(self, at: int) -> tuple[dict[str, Any], int] | None:
        later = LATER_THIS.match(self.plain, at, self.end)
        start = later.end() if later else at
        for slot in ("day", "week", "month_word", "quarter_word", "year_word"):
            found = self._slot(slot, start)
            if found and not self._of_an_event(start, found[1]):
                if slot == "week":
                    return self._weekday_of_week(*found)
                return self._time_of_day(*found) if slot == "day" else found
        which = _WHICH.match(self.plain, start, self.end)
        if which is None:
            return None
        word = {"last": "last", "this past": "last", "next": "next", "this": "this"}.get(
            which.group(1).lower(), "coming"
        )
        for slot in ("weekday", "month", "season"):
            found = self._slot(slot, which.end())
            if found and slot == "month":
                date = self._month_date(which.end(), plain_month=True)
                found = date if date else found
            if found and not (slot == "weekday" and found[1] - which.end() <= 5):
                fields, end = {"which": word} | found[0], found[1]
                return self._time_of_day(fields, end) if slot == "weekday" else (fields, end)
        return None

    def _of_an_event(self, start: int, end: int) -> bool:
        """The day after the strike: counted from something that happened, not from a date."""
        last_word = self.plain[start:end].lower().rpartition(" ")[2]
        return last_word in ("after", "before") and bool(re.compile(r"\s+[A-Za-z]").match(self.plain, end, self.end))

    def _weekday_of_week(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        """Next week on Tuesday."""
        gap = re.compile(r",?\s+(?:on\s+)?").match(self.plain, end, self.end)
        weekday = self._slot("weekday", gap.end()) if gap else None
        return self._time_of_day(fields | weekday[0], weekday[1]) if weekday else (fields, end)

    def _year(self, at: int, sure: bool = False) -> tuple[dict[str, Any], int] | None:
        if not sure and self.plain[max(0, at - 1) : at] in tuple("$€£¥#+/.:-"):
            return None
        before = _BEFORE_YEAR.search(self.plain, max(0, at - 12), at)
        match = _YEARS.match(self.plain, at, self.end)
        if match and (before or sure):
            first, last = int(match.group(1)), match.group(2)
            other = int(last) if len(last) == 4 else int(match.group(1)[:2] + last)
            if first < other:
                return {"year": first, "to": When(Span(match.start(2), match.end()), year=other)}, match.end()
        match = _YEAR.match(self.plain, at, self.end)
        if match is None:
            return None
        year = int(match.group(1))
        if not 1500 <= year <= 2100 or _COUNTED.match(self.plain, match.end(), self.end):
            return None
        if before or sure:
            return {"year": year}, match.end()
        the = re.compile(r"\bthe\s+$", re.I).search(self.plain, max(0, at - 5), at)
        if the and year % 100 and re.compile(r"\s+[A-Za-z]").match(self.plain, match.end(), self.end):
            return {"year": year, "background": True}, match.end()
        return None

    def _time_of_day(self, fields: dict[str, Any], end: int) -> tuple[dict[str, Any], int]:
        if "to" in fields:
            return fields, end
        if self.plain[end : end + 1] == " ":
            found = self._slot("daypart", end + 1)
            if found:
                fields, end = fields | found[0], found[1]
        match = _CLOCK.match(self.plain, end, self.end)
        if match and (match.group(2) or match.group(3)) and int(match.group(1)) <= 24:
            hour = (
                int(match.group(1)) % 12 + 12 if (match.group(3) or "").lower().startswith("p") else int(match.group(1))
            )
            return fields | {"clock": (hour, int(match.group(2) or 0), 0)}, match.end()
        return fields, end
