"""Dates that leave out their year or their month: taken from the date that governs them, if only one can."""

from datetime import timedelta

from claimbook.extract.story import (
    BY_DOCUMENT,
    Fixed,
    Story,
    Told,
    day_of,
    governing_date,
    is_later,
    month_of,
    stated_end,
    written_in,
    year_of,
)
from claimbook.languages.when import When
from claimbook.lexicon import edtf

_JUST_ENDED = 15
"""A day of the month so much later than the day of writing is of the month before; a little later it is a day that
was still to come, or the day of writing lags behind."""
_MONTHS_NEAR = 3
"""How many months a date without a year may lie from the one that gives it its year, against the order of time."""
_AHEAD = timedelta(days=31)
"""A day so little later than the day of writing is still to come; a month so near is of this year or the last."""
_FRESH = 2
"""A bare day so near before the day of writing is news, whatever month was told before."""
_RECENT = timedelta(days=100)
"""An event named by its day alone is of this year only if it is no older."""
_LOOKBACK = 2
"""How many sentences back, in the same paragraph, a told year still governs where the document's date says another."""


def month_alone(when: When, story: Story) -> Fixed:
    """A month or a day of one, without a year."""
    governing = governing_date(story)
    by_date = _year_by_date(when, story)
    near = governing is not None and (
        governing.paragraph == story.paragraph and story.sentence - governing.sentence <= _LOOKBACK
    )
    if governing is not None and (near or by_date is None):
        year = _year_by_story(when, governing, story)
        if year is not None and (when.future or _may_be_told(written_in(when, year), governing, story)):
            return Fixed(written_in(when, year), (governing.span,), "year from the date told before")
    if by_date is not None:
        return Fixed(written_in(when, by_date), (), BY_DOCUMENT)
    if story.written is None or edtf.precision(story.written) == "year":
        year = _year_by_newest(when, story)
        if year is not None and year == (year_of(story.written) or year):
            return Fixed(written_in(when, year), (), "year from the newest date of the text")
    return Fixed(None, (governing.span,) if governing else ())


def _may_be_told(text: str, governing: Told, story: Story) -> bool:
    """Not after the day of writing; or soon after a date of the same story (opened on 25 February, ends 7 March)."""
    if story.written is None or not is_later(text, story.written):
        return True
    month, told_month = month_of(text), month_of(governing.edtf)
    return month is not None and told_month is not None and 0 <= month - told_month <= _MONTHS_NEAR


def _year_by_story(when: When, governing: Told, story: Story) -> int | None:
    year = int(stated_end(governing.edtf)[:4])
    month = month_of(stated_end(governing.edtf))
    assert when.month is not None
    if month is None or when.month >= month:
        return year
    looks_back = month - when.month <= _MONTHS_NEAR
    newest = story.newest is not None and edtf.overlaps(stated_end(governing.edtf), story.newest)
    return year if looks_back and newest else None


def _year_by_date(when: When, story: Story) -> int | None:
    """The last such month before the document's own date; the next where the clause speaks of what is to come."""
    year = year_of(story.written)
    if year is None or story.written is None or month_of(story.written) is None:
        return None
    this = written_in(when, year)
    if not edtf.is_valid(this):
        return None
    if when.future or (when.bound == "before" and is_later(this, story.written)):
        return year if not edtf.before(this, story.written) else year + 1
    if when.named and not _is_recent(this, story.written):
        return None
    if not is_later(this, story.written):
        return year
    written_end, start = edtf.interval(stated_end(story.written))[1], edtf.interval(this)[0]
    if written_end is not None and start is not None and start - written_end <= _AHEAD:
        return year if when.day is not None else None
    return year - 1


def _is_recent(text: str, written: str) -> bool:
    start, end = edtf.interval(text)[0], edtf.interval(stated_end(written))[1]
    return start is not None and end is not None and timedelta(0) <= end - start <= _RECENT


def _year_by_newest(when: When, story: Story) -> int | None:
    """In a text of unknown date: the year of the newest date it tells, if that lies close by, before or after."""
    if story.newest is None or when.month is None:
        return None
    year, month = int(story.newest[:4]), month_of(story.newest)
    return year if month is not None and abs(when.month - month) <= _MONTHS_NEAR else None


def day_alone(when: When, story: Story) -> Fixed:
    """The 12th: of the month told just before, or of the month of writing, or of the one that has just ended."""
    assert when.day is not None
    governing, written = governing_date(story), day_of(story.written)
    if governing is not None:
        text = _day_by_story(when, governing, story)
        if text is not None:
            return Fixed(text, (governing.span,), "month from the date told before")
    if written is None:
        month = story.written if story.written and edtf.precision(story.written) == "month" else None
        return Fixed(f"{month}-{when.day:02d}" if month else None, (), BY_DOCUMENT)
    month_first = written.replace(day=1)
    if when.day < written.day and when.future:
        month_first = edtf.add_months(month_first, 1)
    elif when.day - written.day >= _JUST_ENDED and not when.future:
        month_first = edtf.add_months(month_first, -1)
    return Fixed(f"{month_first:%Y-%m}-{when.day:02d}", (), BY_DOCUMENT)


def _day_by_story(when: When, governing: Told, story: Story) -> str | None:
    """The day of the month told in the same sentence or the one before; in an undated text, in the paragraph before."""
    assert when.day is not None
    head, written = stated_end(governing.edtf), day_of(story.written)
    month, day = month_of(head), day_of(head)
    if month is None or (day is not None and when.day < day.day):
        return None
    sentences, paragraphs = story.sentence - governing.sentence, story.paragraph - governing.paragraph
    fresh = written is not None and 0 <= written.day - when.day <= _FRESH
    near = (
        paragraphs <= 1 if written is None else paragraphs == 0 and (sentences == 0 or (sentences == 1 and not fresh))
    )
    text = f"{head[:7]}-{when.day:02d}"
    told = story.written is None or not is_later(text, story.written) or when.future
    return text if near and told else None
