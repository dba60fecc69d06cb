"""What the words of a time say, fixed to the calendar where the document leaves one reading."""

from dataclasses import replace
from datetime import date, timedelta

from claimbook.extract.governed import day_alone, month_alone
from claimbook.extract.story import (
    BY_DOCUMENT,
    Fixed,
    Story,
    any_time,
    day_of,
    is_later,
    last_told,
    month_of,
    stated_end,
    written_in,
    year_of,
)
from claimbook.languages.when import When
from claimbook.lexicon import edtf


def fix(when: When, story: Story) -> Fixed:
    """A time as EDTF, or without it where the document leaves more than one reading or the day does not exist."""
    try:
        fixed = _calendar(when, story)
        if fixed.edtf is not None and not edtf.is_valid(fixed.edtf):
            return Fixed(None, fixed.anchors, fixed.rule)
        return fixed
    except (ValueError, OverflowError):
        return Fixed(None)


def _calendar(when: When, story: Story) -> Fixed:
    if when.back == "recent":
        return _recent(when, story)
    if when.word:
        return Fixed(None)
    if when.bound == "past":
        return _stretch(when, story)
    if when.amount is not None:
        return _bounded(when, _distance(when, story))
    if when.back == "time":
        return _bounded(when, last_told(story, any_time))
    start = _point(when, story)
    if when.to is None or start.edtf is None:
        return _bounded(when, start)
    return _range(when, start, story)


def _range(when: When, start: Fixed, story: Story) -> Fixed:
    assert when.to is not None and start.edtf is not None
    end = _other_end(when.to, start.edtf, story)
    if end is None:
        return Fixed(None, start.anchors)
    text = start.edtf if start.edtf == end else f"{start.edtf}/{end}"
    return Fixed(text, start.anchors, start.rule)


_OF_ITS_OWN = ("year", "years", "months", "days", "weeks", "quarters", "decade", "century")


def _other_end(to: When, begin: str, story: Story) -> str | None:
    """Where a range ends: by its own words, or with what they leave out taken from where it begins."""
    if to.back or any(getattr(to, part) is not None for part in _OF_ITS_OWN):
        return _point(to, story).edtf
    first = day_of(begin)
    if to.weekday is not None and to.day is None:
        return (first + timedelta(days=(to.weekday - first.weekday()) % 7)).isoformat() if first else None
    year, month = int(begin[:4]), month_of(begin)
    if to.month is not None and month is not None and to.month < month:
        year += 1
    return written_in(_with(to, year=year, month=to.month if to.month is not None else month), year)


def _bounded(when: When, fixed: Fixed) -> Fixed:
    text = fixed.edtf
    if text is None or "/" in text:
        return fixed
    if when.about and when.clock is None and not text.endswith("~"):
        text += "~"
    if when.bound in ("by", "before"):
        text = f"../{text}"
    elif when.bound in ("since", "after"):
        text = f"{text}/.."
    return Fixed(text, fixed.anchors, fixed.rule)


def _point(when: When, story: Story) -> Fixed:
    """One end of a time on the calendar."""
    if when.decade is not None:
        return Fixed(f"{when.decade // 10}X" if when.decade >= 1000 else None)
    if when.century is not None:
        return Fixed(f"{when.century - 1:02d}XX")
    if when.weekday is not None and when.day is None:
        return _weekday(when, story)
    if when.weeks is not None:
        return _week(when, story)
    if when.quarters is not None:
        return _quarter(when, story)
    if when.back == "day" or when.days is not None:
        return _day_from(when, story)
    if when.back == "month" or when.months is not None:
        return _month_from(when, story)
    if when.year is not None:
        return Fixed(written_in(when, when.year))
    if when.back == "year":
        return _year_back(when, story)
    if when.years is not None:
        year = year_of(story.written)
        return Fixed(written_in(when, year + when.years) if year is not None else None, (), BY_DOCUMENT)
    if when.which:
        return _named(when, story)
    if when.month is not None:
        return month_alone(when, story)
    if when.day is not None:
        return day_alone(when, story)
    return Fixed(None)


def _named(when: When, story: Story) -> Fixed:
    """Last August, next spring: the nearest before or after the month of writing, if that leaves no doubt."""
    year = year_of(story.written)
    if story.written is None or year is None or (month_of(story.written) is None and when.which != "this"):
        return Fixed(None)
    this = written_in(when, year)
    shift = 0
    if when.which == "last":
        if when.season is not None and edtf.before(this, story.written):
            return Fixed(None)
        shift = 0 if edtf.before(this, story.written[:7]) else -1
    elif when.which in ("next", "coming"):
        shift = 0 if edtf.before(story.written, this) and when.season is not None else 1
        if when.month is not None:
            shift = 0 if edtf.before(story.written[:7], this) else 1
    return Fixed(written_in(when, year + shift), (), BY_DOCUMENT)


def _year_back(when: When, story: Story) -> Fixed:
    """同年 does not point at 今年: dates that count from the time of writing are passed over if there are others."""
    stated = next(
        (told for told in story.latest() if told.rule != BY_DOCUMENT and any_time(stated_end(told.edtf))), None
    )
    last = Fixed(stated_end(stated.edtf), (stated.span,)) if stated else last_told(story, any_time)
    if last.edtf is None:
        return Fixed(None, last.anchors)
    return Fixed(written_in(when, int(last.edtf[:4]) + (when.years or 0)), last.anchors, "from the year told before")


def _month_from(when: When, story: Story) -> Fixed:
    told = when.back == "month"
    last = last_told(story, lambda text: month_of(text) is not None) if told else Fixed(story.written)
    month = month_of(last.edtf or "")
    if last.edtf is None or month is None:
        return Fixed(None, last.anchors)
    first = edtf.add_months(date(int(last.edtf[:4]), month, 1), when.months or 0)
    rule = "from the month told before" if told else BY_DOCUMENT
    return Fixed(written_in(_with(when, month=first.month), first.year), last.anchors, rule)


def _day_from(when: When, story: Story) -> Fixed:
    if when.back != "day":
        today = day_of(story.written)
        moved = today + timedelta(days=when.days or 0) if today is not None else None
        return Fixed(moved.isoformat() if moved else None, (), BY_DOCUMENT)
    return _day_back(when, story)


def _day_back(when: When, story: Story) -> Fixed:
    """当天, the next day: from the last day told; a coarser time told since then must be a look back."""
    told = [one for one in story.latest() if any_time(stated_end(one.edtf)) and not _is_stretch(one.edtf)]
    day = next((one for one in told if day_of(one.edtf) is not None), None)
    last = told[0] if told else None
    if last is not None and (day is None or (last is not day and not is_later(day.edtf, last.edtf))):
        head = stated_end(last.edtf)
        same = not when.days and edtf.precision(head) == "month"
        return Fixed(head if same else None, (last.span,), "from the month told before")
    first = day_of(day.edtf) if day is not None else None
    if day is None or first is None:
        return Fixed(None)
    moved = first + timedelta(days=when.days or 0)
    return Fixed(moved.isoformat(), (day.span,), "from the day told before")


def _is_stretch(text: str) -> bool:
    """From a day to another: not one day that words could point back to."""
    first, slash, last = text.partition("/")
    return bool(slash) and ".." not in (first, last)


def _weekday(when: When, story: Story) -> Fixed:
    """Newspapers mean the last such day by a bare weekday, and the next where the clause speaks of what is to come."""
    today = day_of(story.written)
    if today is None or when.weekday is None:
        return Fixed(None)
    if when.weeks is not None:
        day = _monday(today, when.weeks, story.sunday_first) + timedelta(days=when.weekday)
    elif when.which == "this":
        day = today + timedelta(days=when.weekday - today.weekday())
    elif when.which == "next":
        day = today + timedelta(days=when.weekday - today.weekday() + 7)
    elif when.which == "last":
        day = today - timedelta(days=(today.weekday() - when.weekday) % 7 or 7)
    elif when.future or when.which == "coming":
        day = today + timedelta(days=(when.weekday - today.weekday()) % 7 or 7)
    else:
        day = today - timedelta(days=(today.weekday() - when.weekday) % 7)
    return Fixed(day.isoformat(), (), "weekday from the document's date")


def _week(when: When, story: Story) -> Fixed:
    today = day_of(story.written)
    if today is None or when.weeks is None:
        return Fixed(None)
    first = _monday(today, when.weeks)
    if when.part == "weekend" and when.which == "last":
        first = today - timedelta(days=(today.weekday() - 5) % 7)
    elif when.part == "weekend":
        first += timedelta(days=5)
    last_day = first + timedelta(days=1 if when.part == "weekend" else 6)
    return Fixed(f"{first}/{last_day}", (), "week from the document's date")


def _monday(today: date, weeks: int, sunday_first: bool = False) -> date:
    """The Monday of a week counted from this one. Where weeks begin on Sunday, a Sunday has its week before it."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return monday + timedelta(weeks=1) if sunday_first and today.weekday() == 6 else monday


def _quarter(when: When, story: Story) -> Fixed:
    year, month = year_of(story.written), month_of(story.written or "")
    if year is None or month is None or when.quarters is None:
        return Fixed(None)
    shift, quarter = divmod((month - 1) // 3 + when.quarters, 4)
    return Fixed(f"{year + shift:04d}-{33 + quarter}", (), BY_DOCUMENT)


def _distance(when: When, story: Story) -> Fixed:
    """Three years ago, two days later: at the precision of the unit."""
    last = last_told(story, any_time) if when.back == "time" else Fixed(story.written)
    if last.edtf is None or when.amount is None:
        return Fixed(None, last.anchors)
    amount = int(when.amount)
    if when.unit == "year" and last.edtf[:4].isdigit():
        return Fixed(f"{int(last.edtf[:4]) + amount:04d}", last.anchors, "distance")
    month = month_of(last.edtf)
    if when.unit == "month" and month is not None:
        return Fixed(f"{edtf.add_months(date(int(last.edtf[:4]), month, 1), amount):%Y-%m}", last.anchors, "distance")
    day = day_of(last.edtf)
    if when.unit in ("day", "week") and day is not None:
        moved = day + timedelta(days=amount * (7 if when.unit == "week" else 1))
        about = "~" if when.unit == "week" and abs(amount) > 1 else ""
        return Fixed(moved.isoformat() + about, last.anchors, "distance")
    return Fixed(None, last.anchors)


def _stretch(when: When, story: Story) -> Fixed:
    """The past 48 hours: up to the day of writing."""
    today = day_of(story.written)
    if today is None or when.amount is None:
        return Fixed(None)
    return Fixed(f"{today + timedelta(days=int(when.amount))}/{today}", (), BY_DOCUMENT)


def _recent(when: When, story: Story) -> Fixed:
    """日前: the month of writing, where nothing finer is known of it; else words, for "recently" is no date."""
    if when.future or story.written is None or edtf.precision(story.written) != "month":
        return Fixed(None)
    return Fixed(story.written, (), BY_DOCUMENT)


def _with(when: When, year: int | None = None, month: int | None = None) -> When:
    return replace(when, year=year if year is not None else when.year, month=month if month is not None else when.month)
