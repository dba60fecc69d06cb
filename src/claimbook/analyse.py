"""Stage 2: a document to its analysis: plain text, paragraphs, languages, sentences, tags."""

import re
from functools import cache
from typing import Any

from claimbook.languages import BY_CODE
from claimbook.languages.detect import detect_languages
from claimbook.model.analysis import Analysis, Sentence, Token
from claimbook.model.document import Document
from claimbook.model.span import Span

_PARAGRAPH = re.compile(r"[^\r\n]+")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: ord(" "),
    0x00A0: ord(" "),
    ord("「"): ord("“"),
    ord("」"): ord("”"),
    ord("『"): ord("‘"),
    ord("』"): ord("’"),
    ord("﹐"): ord(","),
    ord("﹔"): ord(";"),
}


def analyse(document: Document) -> Analysis:
    """The analysis of a document. Sentences come in order; only those of a language known here carry tags."""
    plain = plain_text(document.reading.text)
    paragraphs = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(plain)]
    codes = detect_languages([paragraph.of(plain) for paragraph in paragraphs])
    cut = [
        (sentence, code, number)
        for number, (paragraph, code) in enumerate(zip(paragraphs, codes, strict=True))
        for sentence in (BY_CODE[code].split(plain, paragraph) if code else (paragraph,))
    ]
    tokens = _tokens(plain, cut)
    sentences = (Sentence(span, code, number, tokens.get(span, ())) for span, code, number in cut)
    return Analysis(document, plain, tuple(sentences))


def plain_text(text: str) -> str:
    """Simplified characters, half-width letters, digits and marks, Chinese quotation marks of one kind.

    Every character keeps its place. A character whose Simplified form is longer stays as it is.

    >>> plain_text("烏軍「斃敵」１２００人，韓國稱")
    '乌军“毙敌”1200人,韩国称'
    """
    simplified: str = _converter().convert(text)
    if len(simplified) != len(text):
        simplified = "".join(_one_for_one(character) for character in text)
    return simplified.translate(_NARROW)


def _one_for_one(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


@cache
def _converter() -> Any:
    import opencc  # noqa: PLC0415 - loaded once, and only where there is text

    return opencc.OpenCC("t2s")


def _tokens(plain: str, cut: list[tuple[Span, str, int]]) -> dict[Span, tuple[Token, ...]]:
    found: dict[Span, tuple[Token, ...]] = {}
    for code, language in BY_CODE.items():
        sentences = [span for span, its_code, _ in cut if its_code == code]
        found.update(zip(sentences, language.tag(plain, sentences), strict=True))
    return found
