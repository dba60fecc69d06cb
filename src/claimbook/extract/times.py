"""Times in a document: what the words say, fixed to the calendar where the document leaves one reading.

A time is fixed by what it says, by the document's own date, or by the dates told before it. Where these leave more
than one reading the mention keeps its words and no EDTF.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from claimbook.languages.en.times import find_english_times
from claimbook.languages.when import When
from claimbook.languages.zh.times import find_chinese_times
from claimbook.lexicon import edtf
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Moment
from claimbook.model.mention import TimeMention
from claimbook.model.span import Span

FINDERS = {"zh": find_chinese_times, "en": find_english_times}

_HEAD_SENTENCES = 4
_SHORT_LINE = 60
"""A day in a line so short, among the first so many sentences, is the day of writing."""
_JUST_ENDED = 15
"""A day of the month so much later than the day of writing is of the month before."""
_MONTHS_NEAR = 3
"""How many months a date without a year may lie from the one that gives it its year, against the order of time."""
_LOOKBACK = 2
"""How many sentences back, in the same paragraph, a told year still governs where the document's date says another."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A time already fixed: what later words may point back to."""

    span: Span
    edtf: str
    sentence: int
    paragraph: int
    background: bool

    @property
    def start(self) -> date | None:
        return edtf.interval(self.edtf)[0] or edtf.interval(self.edtf)[1]


@dataclass(slots=True)
class _Story:
    """What is known while the document is read from its beginning."""

    written: str | None
    newest: str | None
    told: list[_Told] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A time on the calendar, and what was needed to fix it."""

    edtf: str | None
    anchors: tuple[Span, ...] = ()
    rule: str = ""


def find_times(analysis: Analysis) -> tuple[TimeMention, ...]:
    """The times of a document in order, fixed where one reading is left.

    A date without a year takes it from the last date told near it, or from the document's own date. Durations,
    ages, scores and model numbers are no times; wars and "recently" are times without EDTF.
    """
    found = [
        (number, sentence.paragraph, when)
        for number, sentence in enumerate(analysis.sentences)
        if sentence.language in FINDERS
        for when in FINDERS[sentence.language](analysis.plain, sentence.span)
    ]
    newest = _newest([when for *_, when in found])
    story = _Story(_date_of_writing(analysis, [when for *_, when in found], newest), newest)
    mentions = []
    for number, paragraph, when in found:
        story.sentence, story.paragraph = number, paragraph
        fixed = _fix(when, story)
        if fixed is None:
            continue
        if fixed.edtf is not None:
            story.told.append(_Told(when.span, fixed.edtf, number, paragraph, when.background))
        moment = Moment(fixed.edtf, analysis.words(when.span))
        mentions.append(TimeMention(when.span, moment, fixed.rule or when.rule, fixed.anchors))
    return tuple(mentions)


def _fix(when: When, story: _Story) -> _Fixed | None:
    try:
        fixed = _calendar(when, story)
        if fixed is not None and fixed.edtf is not None and not edtf.is_valid(fixed.edtf):
            return _Fixed(None, fixed.anchors, fixed.rule)
        return fixed
    except (ValueError, OverflowError):
        return _Fixed(None)


def _calendar(when: When, story: _Story) -> _Fixed | None:
    if when.back == "recent":
        return _recent(story)
    if when.word:
        return _Fixed(None)
    if when.bound == "past":
        return _stretch(when, story)
    if when.amount is not None:
        return _bounded(when, _distance(when, story))
    if when.back == "time":
        return _bounded(when, _last(story, _any))
    start = _point(when, story)
    if when.to is None or start.edtf is None:
        return _bounded(when, start)
    return _range(when, start, story)


def _range(when: When, start: _Fixed, story: _Story) -> _Fixed:
    assert when.to is not None and start.edtf is not None
    to, begin = when.to, start.edtf
    inner = _Story(begin if begin[:4].isdigit() else None, None)
    if to.year is None and to.years is None and not to.back:
        year, month = int(begin[:4]), _month(begin)
        if to.month is not None and month is not None and to.month < month:
            year += 1
        to = _with(to, year=year, month=to.month if to.month is not None else month)
        end = _Fixed(_written(to, year))
    else:
        end = _point(to, story if to.years is not None else inner)
    if end.edtf is None:
        return _Fixed(None, start.anchors)
    text = begin if begin == end.edtf else f"{begin}/{end.edtf}"
    return _Fixed(text, start.anchors, start.rule)


def _bounded(when: When, fixed: _Fixed) -> _Fixed:
    text = fixed.edtf
    if text is None or "/" in text:
        return fixed
    if when.about and not text.endswith("~"):
        text += "~"
    if when.bound in ("by", "before"):
        text = f"../{text}"
    elif when.bound in ("since", "after"):
        text = f"{text}/.."
    return _Fixed(text, fixed.anchors, fixed.rule)


def _point(when: When, story: _Story) -> _Fixed:
    """One end of a time on the calendar."""
    if when.decade is not None:
        return _Fixed(f"{when.decade // 10}X" if when.decade >= 1000 else None)
    if when.century is not None:
        return _Fixed(f"{when.century - 1:02d}XX")
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
        return _Fixed(_written(when, when.year))
    if when.back == "year":
        return _year_back(when, story)
    if when.years is not None:
        year = _year(story.written)
        return _Fixed(_written(when, year + when.years) if year is not None else None, (), "from the document's date")
    if when.which:
        return _named(when, story)
    if when.month is not None:
        return _month_alone(when, story)
    if when.day is not None:
        return _day_alone(when, story)
    return _Fixed(None)


def _written(when: When, year: int) -> str:
    """EDTF of the stated parts in a given year."""
    if when.season is not None:
        return f"{year:04d}-{when.season}"
    if when.quarter is not None:
        return f"{year:04d}-{32 + when.quarter}"
    if when.half is not None:
        return f"{year:04d}-{39 + when.half}"
    if when.month is None:
        part = {"early": "-01~", "mid": "-06~", "late": "-12~"}.get(when.part, "")
        return f"{year:04d}{part}"
    if when.day is None:
        return f"{year:04d}-{when.month:02d}"
    return f"{year:04d}-{when.month:02d}-{when.day:02d}"


def _named(when: When, story: _Story) -> _Fixed:
    """Last August, next spring: the nearest before or after the month of writing, if that leaves no doubt."""
    year = _year(story.written)
    if story.written is None or year is None or (_month(story.written) is None and when.which != "this"):
        return _Fixed(None)
    this = _written(when, year)
    shift = 0
    if when.which == "last":
        if when.season is not None and edtf.before(this, story.written):
            return _Fixed(None)
        shift = 0 if edtf.before(this, story.written[:7]) else -1
    elif when.which in ("next", "coming"):
        shift = 0 if edtf.before(story.written, this) and when.season is not None else 1
        if when.month is not None:
            shift = 0 if edtf.before(story.written[:7], this) else 1
    return _Fixed(_written(when, year + shift), (), "from the document's date")


def _year_back(when: When, story: _Story) -> _Fixed:
    last = _last(story, _any)
    if last.edtf is None or not last.edtf[:4].isdigit():
        return _Fixed(None, last.anchors)
    return _Fixed(_written(when, int(last.edtf[:4]) + (when.years or 0)), last.anchors, "from the year told before")


def _month_from(when: When, story: _Story) -> _Fixed:
    told = when.back == "month"
    last = _last(story, lambda text: _month(text) is not None) if told else _Fixed(story.written)
    month = _month(last.edtf or "")
    if last.edtf is None or month is None:
        return _Fixed(None, last.anchors)
    first = edtf.add_months(date(int(last.edtf[:4]), month, 1), when.months or 0)
    rule = "from the month told before" if told else "from the document's date"
    return _Fixed(_written(_with(when, month=first.month), first.year), last.anchors, rule)


def _day_from(when: When, story: _Story) -> _Fixed:
    if when.back == "day":
        last = _last(story, _any)
        if last.edtf is None:
            return last
        if edtf.precision(last.edtf) != "day":
            return _Fixed(last.edtf if not when.days and edtf.precision(last.edtf) == "month" else None, last.anchors)
        day = date.fromisoformat(last.edtf) + timedelta(days=when.days or 0)
        return _Fixed(day.isoformat(), last.anchors, "from the day told before")
    day_of_writing = _day(story.written)
    if day_of_writing is None:
        return _Fixed(None)
    return _Fixed((day_of_writing + timedelta(days=when.days or 0)).isoformat(), (), "from the document's date")


def _weekday(when: When, story: _Story) -> _Fixed:
    """Newspapers mean the last such day by a bare weekday, and the next where the clause speaks of what is to come."""
    today = _day(story.written)
    if today is None or when.weekday is None:
        return _Fixed(None)
    if when.weeks is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=when.weeks)
        day = monday + timedelta(days=when.weekday)
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
    return _Fixed(day.isoformat(), (), "weekday from the document's date")


def _week(when: When, story: _Story) -> _Fixed:
    today = _day(story.written)
    if today is None or when.weeks is None:
        return _Fixed(None)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=when.weeks)
    first, last = (5, 6) if when.part == "weekend" else (0, 6)
    return _Fixed(
        f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}", (), "week from the document's date"
    )


def _quarter(when: When, story: _Story) -> _Fixed:
    year, month = _year(story.written), _month(story.written or "")
    if year is None or month is None or when.quarters is None:
        return _Fixed(None)
    shift, quarter = divmod((month - 1) // 3 + when.quarters, 4)
    return _Fixed(f"{year + shift:04d}-{33 + quarter}", (), "from the document's date")


def _distance(when: When, story: _Story) -> _Fixed:
    """Three years ago, two days later: at the precision of the unit."""
    last = _last(story, _any) if when.back == "time" else _Fixed(story.written)
    if last.edtf is None or when.amount is None:
        return _Fixed(None, last.anchors)
    amount = int(when.amount)
    if when.unit == "year" and last.edtf[:4].isdigit():
        return _Fixed(f"{int(last.edtf[:4]) + amount:04d}", last.anchors, "distance")
    month = _month(last.edtf)
    if when.unit == "month" and month is not None:
        return _Fixed(f"{edtf.add_months(date(int(last.edtf[:4]), month, 1), amount):%Y-%m}", last.anchors, "distance")
    day = _day(last.edtf)
    if when.unit in ("day", "week") and day is not None:
        moved = day + timedelta(days=amount * (7 if when.unit == "week" else 1))
        return _Fixed(moved.isoformat() + ("~" if when.unit == "week" else ""), last.anchors, "distance")
    return _Fixed(None, last.anchors)


def _stretch(when: When, story: _Story) -> _Fixed:
    """The past 48 hours: up to the day of writing."""
    today = _day(story.written)
    if today is None or when.amount is None:
        return _Fixed(None)
    return _Fixed(f"{today + timedelta(days=int(when.amount))}/{today}", (), "from the document's date")


def _recent(story: _Story) -> _Fixed:
    """日前: in the month of writing, where only that is known or the month is old enough."""
    if story.written is None or _month(story.written) is None:
        return _Fixed(None)
    day = _day(story.written)
    return _Fixed(story.written[:7] if day is None or day.day > 10 else None, (), "from the document's date")


def _month_alone(when: When, story: _Story) -> _Fixed:
    """A month or a day of one, without a year."""
    governing = _governing(story)
    by_date = _year_by_date(when, story)
    near = governing is not None and (
        governing.paragraph == story.paragraph and story.sentence - governing.sentence <= _LOOKBACK
    )
    if governing is not None and (near or by_date is None):
        year = _year_by_story(when, governing, story)
        if year is not None and (
            story.written is None or not _later(_written(when, year), story.written) or when.future
        ):
            return _Fixed(_written(when, year), (governing.span,), "year from the date told before")
    if by_date is not None:
        return _Fixed(_written(when, by_date), (), "year from the document's date")
    if governing is None and (story.written is None or edtf.precision(story.written) == "year"):
        year = _year_by_newest(when, story)
        if year is not None and year == (_year(story.written) or year):
            return _Fixed(_written(when, year), (), "year from the newest date of the text")
    return _Fixed(None, (governing.span,) if governing else ())


def _governing(story: _Story) -> _Told | None:
    """The date that the story goes on from: the last one told that is no mere modifier and has a year."""
    for told in reversed(story.told):
        if not told.background and told.start is not None:
            return told
    return next((told for told in reversed(story.told) if told.start is not None), None)


def _year_by_story(when: When, governing: _Told, story: _Story) -> int | None:
    year = int(_head(governing.edtf)[:4])
    month = _month(_head(governing.edtf))
    assert when.month is not None
    if month is None or when.month >= month:
        return year
    looks_back = month - when.month <= _MONTHS_NEAR
    newest = story.newest is not None and edtf.overlaps(_head(governing.edtf), story.newest)
    return year if looks_back and newest else None


def _year_by_date(when: When, story: _Story) -> int | None:
    """The last such month before the document's own date; the next where the clause speaks of what is to come."""
    year = _year(story.written)
    if year is None or story.written is None or _month(story.written) is None:
        return None
    this = _written(when, year)
    if not edtf.is_valid(this):
        return None
    if when.future:
        return year if not edtf.before(this, story.written) else year + 1
    return year if not _later(this, story.written) else year - 1


def _year_by_newest(when: When, story: _Story) -> int | None:
    """A lead that names a day and no year goes on from the newest date of the text, if that lies close before it."""
    if story.newest is None or story.newest[:4] == "":
        return None
    year, month = int(story.newest[:4]), _month(story.newest)
    if when.month is None or month is None or not 0 <= when.month - month <= _MONTHS_NEAR:
        return None
    return year


def _day_alone(when: When, story: _Story) -> _Fixed:
    """The 12th: of the month told just before, or of the month of writing, or of the one that has just ended."""
    assert when.day is not None
    governing, written = _governing(story), _day(story.written)
    if governing is not None and (written is None or story.sentence - governing.sentence <= 1):
        head = _head(governing.edtf)
        month, day = _month(head), _day(head)
        if month is not None and (day is None or when.day >= day.day) and governing.paragraph == story.paragraph:
            text = f"{head[:7]}-{when.day:02d}"
            if story.written is None or not _later(text, story.written) or when.future:
                return _Fixed(text, (governing.span,), "month from the date told before")
    if written is None:
        return _Fixed(None)
    month_first = written.replace(day=1)
    if when.day < written.day and when.future:
        month_first = edtf.add_months(month_first, 1)
    elif when.day > written.day and not when.future:
        if when.day - written.day < _JUST_ENDED:
            return _Fixed(None)
        month_first = edtf.add_months(month_first, -1)
    return _Fixed(f"{month_first:%Y-%m}-{when.day:02d}", (), "month from the document's date")


def _last(story: _Story, fits: Callable[[str], bool]) -> _Fixed:
    """The last time told that fits; a bound tells its own end."""
    for told in reversed(story.told):
        head = _head(told.edtf)
        if fits(head):
            return _Fixed(head, (told.span,), "from the time told before")
    return _Fixed(None)


def _any(text: str) -> bool:
    return text[:4].isdigit()


def _head(text: str) -> str:
    """The stated end of an EDTF: its start, or its end where the start is open; without "about"."""
    first, slash, last = text.partition("/")
    return (last if slash and first == ".." else first).rstrip("~")


def _newest(whens: list[When]) -> str | None:
    """The latest date of the text that is told with its year and is not to come."""
    stated = [
        _written(when, when.year)
        for when in whens
        if when.year is not None and not when.future and when.month is not None and when.to is None
    ]
    valid = [text for text in stated if edtf.is_valid(text)]
    return max(valid, key=edtf.order, default=None)


def _date_of_writing(analysis: Analysis, whens: list[When], newest: str | None) -> str | None:
    """The document's own date; or, where that is coarse or not known, the day in a short line at its head."""
    known = analysis.document.date
    if known is not None and (not edtf.is_valid(known) or "/" in known):
        known = None
    if known is not None and edtf.precision(known) == "day":
        return known
    head = analysis.sentences[:_HEAD_SENTENCES]
    for when in whens:
        line = next((one for one in head if one.span.contains(when.span)), None)
        if line is None or when.year is None or when.day is None or when.to is not None or len(line.span) > _SHORT_LINE:
            continue
        day = _written(when, when.year)
        alone = sum(one.paragraph == line.paragraph for one in head) == 1
        fits = edtf.is_valid(day) and (known is None or edtf.contains(_head(known), day))
        if alone and fits and (newest is None or not _later(newest, day)):
            return day
    return known


def _later(left: str, right: str) -> bool:
    """Whether `left` begins after the end of `right`, about or not."""
    return edtf.before(_head(right), _head(left))


def _year(text: str | None) -> int | None:
    head = _head(text) if text else ""
    return int(head[:4]) if head[:4].isdigit() else None


def _month(text: str) -> int | None:
    head = _head(text)
    return int(head[5:7]) if edtf.is_valid(head) and edtf.precision(head) in ("month", "day") else None


def _day(text: str | None) -> date | None:
    head = _head(text) if text else ""
    return date.fromisoformat(head) if head and edtf.precision(head) == "day" else None


def _with(when: When, year: int | None = None, month: int | None = None) -> When:
    return replace(when, year=year if year is not None else when.year, month=month if month is not None else when.month)
