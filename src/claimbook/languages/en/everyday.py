"""English times of everyday speech beside the calendar ones of `times.py`."""

from claimbook.languages.en.times import find_english_times
from claimbook.languages.everyday import Everyday
from claimbook.model.span import Span


def find_everyday_english(plain: str, sentence: Span) -> tuple[Everyday, ...]:
    """The everyday and the calendar times in a sentence, left to right, none overlapping."""
    return tuple(Everyday(when.span, "calendar", when) for when in find_english_times(plain, sentence))
