"""Times in a document: what the words say, fixed to the calendar where the document leaves one reading.

A time is fixed by what it says, by the document's own date, or by the dates told before it. Where these leave more
than one reading the mention keeps its words and no EDTF.
"""

from claimbook.extract.calendar import fix
from claimbook.extract.story import Story, is_later, stated_end, written_in
from claimbook.languages.en.times import find_english_times
from claimbook.languages.when import When
from claimbook.languages.zh.times import find_chinese_times
from claimbook.lexicon import edtf
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Moment
from claimbook.model.mention import TimeMention

FINDERS = {"zh": find_chinese_times, "en": find_english_times}

_HEAD_SENTENCES = 4
_SHORT_LINE = 60
"""A day in a line so short, among the first so many sentences, is the day of writing."""


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
    story = Story(_date_of_writing(analysis, [when for *_, when in found], newest), newest, _is_traditional(analysis))
    mentions = []
    for number, paragraph, when in found:
        story.sentence, story.paragraph = number, paragraph
        fixed = fix(when, story)
        rule = fixed.rule or when.rule
        if fixed.edtf is not None:
            story.tell(when, fixed.edtf, rule)
        moment = Moment(fixed.edtf, analysis.words(when.span))
        mentions.append(TimeMention(when.span, moment, rule, fixed.anchors))
    return tuple(mentions)


def _newest(whens: list[When]) -> str | None:
    """The latest date of the text that is told with its year and is not to come."""
    stated = [
        written_in(when, when.year)
        for when in whens
        if when.year is not None and not when.future and when.month is not None and when.to is None
    ]
    valid = [text for text in stated if edtf.is_valid(text)]
    return max(valid, key=edtf.order, default=None)


def _is_traditional(analysis: Analysis) -> bool:
    """Whether the article is written in Traditional characters: every twentieth character at least has changed."""
    pairs = zip(analysis.document.reading.text, analysis.plain, strict=False)
    han = [(old, new) for old, new in pairs if "\u4e00" <= new <= "\u9fff"]
    return sum(old != new for old, new in han) * 20 > len(han)


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
        day = written_in(when, when.year)
        alone = sum(one.paragraph == line.paragraph for one in head) == 1
        fits = edtf.is_valid(day) and (known is None or edtf.contains(stated_end(known), day))
        if alone and fits and (newest is None or not is_later(newest, day)):
            return day
    return known
