"""Where English sentences end."""

import re

from claimbook.lexicon.load import read_table
from claimbook.model.span import Span

_END = re.compile(r"[.?!]+[\"”’')\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.]+$")


def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in read_table("languages/en/abbreviations.tsv", ("word", "note")))


_ABBREVIATIONS = _abbreviations()


def split_english(plain: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph. A full stop after an abbreviation, or before a small letter, ends nothing.

    >>> text = 'Gen. Gerasimov praised them on Nov. 5. "They fought well." The U.S. denied it.'
    >>> [span.of(text) for span in split_english(text, Span(0, len(text)))]
    ['Gen. Gerasimov praised them on Nov. 5.', '"They fought well."', 'The U.S. denied it.']
    """
    words = paragraph.of(plain)
    spans = []
    start = 0
    for match in _END.finditer(words):
        if _ends_sentence(words, match):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(words)))
    return tuple(
        Span(start, end).trim(words).shift(paragraph.start) for start, end in spans if words[start:end].strip()
    )


def _ends_sentence(words: str, match: re.Match[str]) -> bool:
    after = words[match.end() : match.end() + 4].lstrip()
    if after[:1].islower():
        return False
    if match.group()[0] != "." or len(match.group()) > 1:
        return True
    before = _WORD_BEFORE.search(words[max(0, match.start() - 20) : match.start()])
    word = before.group().lower() if before else ""
    is_initial = len(word) == 1 and word.isalpha()
    return not (is_initial or word in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word))
