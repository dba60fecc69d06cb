"""English times of day: 8:30 pm, half past three, noon, 7 to 9 in the evening."""

import re
from dataclasses import dataclass

from claimbook.languages.en.time_words import number_in

_WORD_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SIDE = (
    r"(?:\s?(a|p)(?:\s?m(?![a-z])|\.\s?m\.?|\s\.\s?m\s?\.?)?(?![a-z0-9])"
    r"|\s?(?:in|of)\s+the\s+(morning|afternoon|evening|night|am|pm)\b)"
)
_CLOCK = re.compile(
    rf"(?:(2[0-4]|1\d|0?\d)|({_WORD_HOURS})\b)(?:\s?[:.h]\s?([0-5]\d)(?!\d)(?::([0-5]\d))?)?"
    rf"(\s?o'?\s?clock|ish\b|h(?:rs?|ours)?\b|hundred)?{_SIDE}?",
    re.I,
)
_PAST = re.compile(
    rf"(?:a\s+)?(half|quarter|\d{{1,2}}|five|ten|twenty|twenty[- ]five)(?:\s+minutes?)?"
    rf"\s+(past|after|to|before|till|of)\s+(?:(1[0-2]|\d)(?!\d)|({_WORD_HOURS}|noon|midnight)\b){_SIDE}?",
    re.I,
)
_NAMED = re.compile(r"(mid[- ]?night|noon(?:ish)?|mid[- ]?day|lunch\s?time)\b", re.I)
_JOIN = re.compile(r"\s*(?:-|–|—|~)\s*|\s+(?:to|until|till|and|through|thru)\s+", re.I)
_NOT_HOURS = re.compile(
    r"[\d/%]|\.\d|:\d|[ap]?m?[a-z]|\s?(?:people|percent|years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day, or two ends of a stretch. `side` is morning, afternoon, evening or night where it is said."""

    end: int
    clock: tuple[int, int, int]
    side: str = ""
    until: "Hours | None" = None
    sure: bool = True
    """A bare number is an hour only where something else says so."""


def hours_at(plain: str, at: int, stop: int) -> Hours | None:
    """The time of day that begins here.

    >>> hours_at("half past three pm", 0, 18).clock, hours_at("8.30pm today", 0, 12).side
    ((3, 30, 0), 'afternoon')
    """
    match = _NAMED.match(plain, at, stop)
    if match:
        night = match.group(1).lower().replace("-", "").replace(" ", "") == "midnight"
        return Hours(match.end(), (0, 0, 0) if night else (12, 0, 0), "night " if night else "noon")
    match = _PAST.match(plain, at, stop)
    past = _past(match) if match else None
    if past is not None:
        return past
    match = _CLOCK.match(plain, at, stop)
    if match is None:
        return None
    digits, word, minute, second, mark, letter, part = match.groups()
    hour = int(digits) if digits else number_in(word) or 0
    sure = bool(minute or mark or letter or part)
    if not sure and (_NOT_HOURS.match(plain, match.end(), stop) or hour > 24):
        return None
    if hour > 24:
        return None
    return Hours(match.end(), (hour, int(minute or 0), int(second or 0)), _side(letter, part), sure=sure)


def hours_between(plain: str, at: int, stop: int, opened: bool) -> Hours | None:
    """A time of day with a second end: 7-9pm; "from 7 to 9" where `opened` by from or between.

    >>> hours_between("7-9pm", 0, 5, False).until.clock
    (9, 0, 0)
    """
    first = hours_at(plain, at, stop)
    join = _JOIN.match(plain, first.end, stop) if first else None
    if first is None or join is None or (join.group().strip().lower() == "and" and not opened):
        return first
    second = hours_at(plain, join.end(), stop)
    if second is None or not (opened or first.sure or second.sure):
        return first
    side = first.side or (second.side if not first.sure or first.clock[0] < second.clock[0] or second.side else "")
    return Hours(second.end, first.clock, side, second, True)


def _past(match: re.Match[str]) -> Hours | None:
    """Ten past nine. Five to seven is a stretch, not a time of day."""
    words, way, digits, hour_word, letter, part = match.groups()
    if way.lower() == "to" and words.lower() not in ("half", "quarter") and "minute" not in match.group().lower():
        return None
    minutes = {"half": 30, "quarter": 15}.get(words.lower()) or number_in(words.replace(" ", "-")) or 0
    named = (hour_word or "").lower()
    hour = int(digits) if digits else {"noon": 12, "midnight": 24}.get(named) or number_in(named) or 0
    total = hour * 60 + (minutes if way.lower() in ("past", "after") else -minutes)
    side = "noon" if named == "noon" else _side(letter, part)
    return Hours(match.end(), (total // 60 % 24, total % 60, 0), side) if 0 < minutes < 60 else None


def _side(letter: str | None, part: str | None) -> str:
    if letter:
        return "morning" if letter.lower() == "a" else "afternoon"
    return {"am": "morning", "pm": "afternoon"}.get((part or "").lower(), (part or "").lower())
