"""English words for times, as `When`s: last August, July 11-12, by mid-2025, since October 2024, two days earlier.

At each word the parts of a time are read in the orders in which English says them; then a second end ("to July
12"). May and March are months only where a number or a preposition says so. Durations and ages are no times.
Words come from `data/languages/en/times.tsv`.
"""

import re
from typing import Any

from claimbook.languages.en.dates import LATER_THIS, DateReader
from claimbook.languages.en.time_words import number_in
from claimbook.languages.when import When
from claimbook.model.span import Span

_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]")
_AGO = re.compile(
    r"(about\s+|around\s+|nearly\s+|almost\s+|some\s+|more than\s+|over\s+)?(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    r"\s+(day|week|month|year|decade)s?\s+(ago|earlier|later|(?:before|after)(?=[,.;]|$))\b",
    re.I,
)
_STRETCH = re.compile(
    r"(?:in|over|during|for|within)\s+the\s+(?:last|past|next|coming)\s+(?:\w+\s+)?(?:and a half\s+)?"
    r"(?:days?|weeks?|months?|years?|decades?)\b",
    re.I,
)
_PERIOD_LEAD = re.compile(
    r"(?:during|after|before|since|throughout)\s+(?:the\s+(?:start|outbreak|beginning|end)\s+of\s+)?", re.I
)
_OTHER = re.compile(r"\s*(?:-|–|—|~)\s*|\s+(?:to|through|until|till|and)\s+")
_THE = re.compile(r"\b(?:the|its|his|their|'s)\s+$", re.I)
_EVENT_NAME = re.compile(
    r"\s+(?:\w+\s+)?(?:attacks?|massacre|coup|uprising|referendum|elections?|incident|bombings?|invasion|revolution"
    r"|holiday|riots?|insurrection)\b",
    re.I,
)
_SINCE_THEN = re.compile(r"(?:ever\s+)?since(?=\s*[,.;)]|\s*$)", re.I)
_UP_TO = frozenset(["to", "until", "till", "through"])
_FUTURE = re.compile(
    r"\b(?:will|is to|are to|plans?|planned|due|scheduled|set to|set for"
    r"|expects?|expected|slated|to be held|upcoming|would)\b"
    r"(?!.*\b(?:said|told|announced|reported|wrote|added|stated|according)\b)"
)


def find_english_times(plain: str, sentence: Span) -> tuple[When, ...]:
    """The times in a sentence of plain text, left to right, none overlapping.

    >>> text = "By mid-2025 they may have sold 70 ships; on March 11-12 he came for two days."
    >>> [when.span.of(text) for when in find_english_times(text, Span(0, len(text)))]
    ['By mid-2025', 'March 11-12']
    """
    reader = TimeReader(plain, sentence)
    found: list[When] = []
    at = sentence.start
    while match := _WORD.search(plain, at, sentence.end):
        at = match.start()
        when = reader.whole(at)
        if isinstance(when, When):
            found.append(when)
            at = when.span.end
        else:
            at = when or at + 1
    return tuple(found)


class TimeReader(DateReader):
    """Reads whole times: what stands before, one end or two, what follows."""

    def whole(self, at: int) -> When | int | None:
        """A time with what stands before and after it; or the end of a word that only looks like one."""
        found = self._slot("not", at)
        if found:
            return found[1]
        return self._word(at) or self._ago(at) or self._dated(at)

    def _word(self, at: int) -> When | None:
        found = self._slot("back", at)
        if found:
            return When(Span(at, found[1]), **found[0], rule="word back")
        since = _SINCE_THEN.match(self.plain, at, self.end)
        if since:
            return When(Span(at, since.end()), back="time", bound="since", rule="word back")
        lead = _PERIOD_LEAD.match(self.plain, at, self.end)
        period = self._slot("period", lead.end()) if lead else None
        if period:
            return When(Span(at, period[1]), word=True, rule="period")
        stretch = _STRETCH.match(self.plain, at, self.end)
        if stretch:
            return When(Span(at, stretch.end()), word=True, rule="stretch of time")
        later = LATER_THIS.match(self.plain, at, self.end)
        found = None if later else self._slot("word", at)
        if found and self.plain[at : found[1]].lower() != "earlier":
            return When(Span(at, found[1]), **found[0], rule="word word")
        return None

    def _ago(self, at: int) -> When | None:
        match = _AGO.match(self.plain, at, self.end)
        if match is None:
            return None
        about, words, unit, direction = match.groups()
        number = number_in(words)
        if number is None:
            return None
        unit = unit.lower()
        if unit == "decade":
            unit, number = "year", number * 10
        sign = 1 if direction.lower() in ("later", "after") else -1
        back = "" if direction.lower() == "ago" else "time"
        return When(
            Span(at, match.end()), amount=sign * number, unit=unit, back=back, about=bool(about), rule="distance"
        )

    def _dated(self, at: int) -> When | None:
        lead: dict[str, Any] = {}
        start = at
        found = None if self._how_about(at) else self._slot("lead", at)
        if found and self.plain[found[1] : found[1] + 1] == " ":
            lead, start = found[0], found[1] + 1
            second = self._slot("lead", start)
            if second and "about" in second[0]:
                lead, start = lead | second[0], second[1] + 1
        point = self.point(start)
        if point is None:
            return None
        fields, end = point
        bound = lead.get("bound", "")
        fields, end = self._other_end(fields, end, opened=bound == "from")
        if bound == "from":
            bound = ""
        if "to" in fields:
            bound = ""
        tail = self._slot("tail", end + 1) if self.plain[end : end + 1] == " " else None
        if tail:
            bound, end = tail[0]["bound"], tail[1]
        begin = at if lead and (bound or "about" in lead or "to" in fields) else start
        if lead.get("about"):
            fields["about"] = True
        fields["bound"] = bound
        return When(Span(begin, end), **fields, **self._surroundings(begin, end), rule="date")

    def _how_about(self, at: int) -> bool:
        return bool(re.compile(r"\b(?:how|what)\s+$", re.I).search(self.plain, max(self.start, at - 6), at))

    def _surroundings(self, start: int, end: int) -> dict[str, Any]:
        before = self.plain[max(self.start, start - 80) : start]
        named = _THE.search(before) and _EVENT_NAME.match(self.plain, end, self.end)
        return {"future": bool(_FUTURE.search(before)), "named": bool(named)}

    def _other_end(self, fields: dict[str, Any], end: int, opened: bool) -> tuple[dict[str, Any], int]:
        if "to" in fields or not ({"year", "month", "day", "weekday"} & set(fields)):
            return fields, end
        join = _OTHER.match(self.plain, end, self.end)
        if join is None:
            return fields, end
        if join.group().strip().lower() == "and" and not opened:
            return fields, end
        second = self.point(join.end())
        if second is None or "back" in second[0]:
            return fields, end
        if {"days", "weeks", "years"} & set(second[0]) and not (opened or join.group().strip().lower() in _UP_TO):
            return fields, end
        other, stop = second
        if "weekday" in other and "day" not in other and "weekday" not in fields:
            return fields, end
        if "month" in fields and "year" not in fields and "year" in other and "which" not in fields:
            later = other.get("month", 12) >= fields["month"]
            fields = fields | {"year": other["year"] if later else other["year"] - 1}
        return fields | {"to": When(Span(join.end(), stop), **other, rule="other end")}, stop
