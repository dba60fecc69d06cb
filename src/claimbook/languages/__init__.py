"""All that differs by language. A language is a folder here with sentences and, where there is one, a tagger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimbook.languages.en.sentences import split_english
from claimbook.languages.zh.sentences import split_chinese
from claimbook.languages.zh.tagger import tag_chinese
from claimbook.model.analysis import Token
from claimbook.model.span import Span


@dataclass(frozen=True, slots=True)
class Language:
    """What the analysis needs of a language.

    `split` cuts a paragraph of plain text into sentences; `tag` gives the tokens of each sentence
    (an empty tuple for each where the language is read by rules alone).
    """

    code: str
    name: str
    split: Callable[[str, Span], tuple[Span, ...]]
    tag: Callable[[str, Sequence[Span]], tuple[tuple[Token, ...], ...]]


def _no_tags(_plain: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
    return tuple(() for _ in sentences)


LANGUAGES: tuple[Language, ...] = (
    Language("zh", "Chinese", split_chinese, tag_chinese),
    Language("en", "English", split_english, _no_tags),
)
BY_CODE = {language.code: language for language in LANGUAGES}
