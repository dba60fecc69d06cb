"""Damage that is plain to see, undone as edits: one function a kind, in the order of STEPS.

Width and script are not touched here: those are the article's own, and looking past them is the analysis' work.
The pinyin step runs first because it must see the text as the damage left it.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator

import ftfy
from ftfy.badness import is_bad

from claimbook.model.document import Edit
from claimbook.model.span import Span
from claimbook.read.repair import repair_pinyin
from claimbook.read.wrapping import wrapped_lines

INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000e-\u001f\u007f]+")
BREAKS = re.compile("\r|[\x0b\x0c\x85\u2028\u2029]")
UNREADABLE = re.compile("\N{REPLACEMENT CHARACTER}+")
UNREADABLE_MARK = "〓"
COMPATIBLE = re.compile("[\uf900-\ufaff\u2f00-\u2fd5\ufe30-\ufe4f\U0002f800-\U0002fa1f]")
LEFT_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|b|i|em|a|img|font|h[1-6]|li|ul|ol|td|tr|table|section|center|blockquote|figure|u|sup|sub|hr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
LEFT_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|lt|gt|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|ensp|emsp|#[0-9]{2,6}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
LEFT_MARKUP = re.compile(f"{LEFT_TAG.pattern}|{LEFT_ENTITY.pattern}", re.IGNORECASE)
SPACED = re.compile("(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){3,}(?![\u4e00-\u9fff])")

Step = Callable[[str], tuple[Edit, ...]]


def invisible(text: str) -> tuple[Edit, ...]:
    """Zero-width, direction and control characters: nothing to read.

    >>> invisible("老挝\u200b派兵")
    (Edit(source=Span(start=2, end=3), replacement='', kind='invisible character', sure=True),)
    """
    return _each(INVISIBLE, text, "invisible character", _nothing)


def line_breaks(text: str) -> tuple[Edit, ...]:
    """Breaks of other systems and of printers, as the one break the stages behind know.

    >>> [(edit.source.start, edit.replacement) for edit in line_breaks("甲\\r\\n乙\\r丙")]
    [(1, ''), (4, '\\n')]
    """
    return _each(BREAKS, text, "line break", lambda found: "" if found.group() == "\r" and _crlf(text, found) else "\n")


def unreadable(text: str) -> tuple[Edit, ...]:
    """U+FFFD, what some decoder wrote where it could not read: marked, never guessed.

    >>> [(edit.replacement, edit.sure) for edit in unreadable("总兵力约\ufffd\ufffd万")]
    [('〓', False)]
    """
    return tuple(
        Edit(Span(*found.span()), UNREADABLE_MARK, "unreadable character", sure=False)
        for found in UNREADABLE.finditer(text)
    )


def compatible(text: str) -> tuple[Edit, ...]:
    """Compatibility forms of Chinese characters and brackets read as the character they stand for.

    >>> [edit.replacement for edit in compatible("\uf9fe\u2f08")]
    ['茶', '人']
    """
    return _each(COMPATIBLE, text, "compatibility form", lambda found: unicodedata.normalize("NFKC", found.group()))


def left_over_markup(text: str) -> tuple[Edit, ...]:
    """Tags and entities that somebody's extraction left standing in the text.

    >>> [edit.replacement for edit in left_over_markup("战报&ldquo;胜利&rdquo;</p>")]
    ['“', '”', '']
    """
    return tuple(
        Edit(Span(*found.span()), _unescape(found.group()), "left-over entity")
        if found.group().startswith("&")
        else Edit(Span(*found.span()), "", "left-over tag")
        for found in LEFT_MARKUP.finditer(text)
    )


def mojibake(text: str) -> tuple[Edit, ...]:
    """Lines that were decoded wrongly once more, where ftfy is certain of what they were.

    >>> [edit.replacement for edit in mojibake("He said â€œnoâ€\x9d.")]
    ['“no”']
    """
    made: list[Edit] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.isascii() or not is_bad(line):
            at += len(line)
            continue
        fixed = ftfy.fix_encoding(line)
        if fixed != line and not is_bad(fixed):
            made.extend(_difference(line, fixed, at))
        at += len(line)
    return tuple(made)


def spaced_words(text: str) -> tuple[Edit, ...]:
    """Single spaces between single Chinese characters, four or more in a row, as optical reading leaves them.

    >>> len(spaced_words("朝 鲜 派 兵 俄 罗 斯")), len(spaced_words("新闻 体育 财经"))
    (6, 0)
    """
    made: list[Edit] = []
    for found in SPACED.finditer(text):
        made.extend(Edit(Span(at, at + 1), "", "space in a word") for at in range(found.start() + 1, found.end(), 2))
    return tuple(made)


STEPS: tuple[Step, ...] = (
    repair_pinyin, line_breaks, left_over_markup, mojibake,
    invisible, unreadable, compatible, spaced_words, wrapped_lines,
)  # fmt: skip


def _each(pattern: re.Pattern[str], text: str, kind: str, turn: Callable[[re.Match[str]], str]) -> tuple[Edit, ...]:
    return tuple(Edit(Span(*found.span()), turn(found), kind) for found in pattern.finditer(text))


def _crlf(text: str, found: re.Match[str]) -> bool:
    return text[found.end() : found.end() + 1] == "\n"


def _nothing(_: re.Match[str]) -> str:
    return ""


def _unescape(entity: str) -> str:
    return html.unescape(entity).replace("\N{NO-BREAK SPACE}", " ")


def _difference(line: str, fixed: str, at: int) -> Iterator[Edit]:
    """The one stretch between what both begin and end with; runs of repaired words keep their own edits apart."""
    start = 0
    while start < min(len(line), len(fixed)) and line[start] == fixed[start]:
        start += 1
    end = 0
    while end < min(len(line), len(fixed)) - start and line[-1 - end] == fixed[-1 - end]:
        end += 1
    yield Edit(Span(at + start, at + len(line) - end), fixed[start : len(fixed) - end], "mojibake")
