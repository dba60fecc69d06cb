"""English words for times, as `When`s."""

from claimbook.languages.when import When
from claimbook.model.span import Span


def find_english_times(plain: str, sentence: Span) -> tuple[When, ...]:
    """The times in a sentence of plain text, left to right, none overlapping."""
    return ()
