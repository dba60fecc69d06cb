"""The characters and figures that Chinese numbers are built from, cut out of the text one by one.

Which characters count is decided here: 参 is a digit in 参拾 and none in 参加. How they combine is `numbers.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.load import read_table
from claimbook.lexicon.units import not_quantities

LITERAL = (
    r"(?:\d{1,3}(?:[,,]\d{3})+(?!\d)(?:\.\d+(?!\.?\d))?|(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\d ]\d|[.\d])"
    r"|(?<![\d.])\d+\.\d+(?!\.?\d)|(?<![\d.])\.\d+(?!\.?\d)|\d+)"
    r"(?:[eE][-+]?\d+(?![A-Za-z\d]))?"
)
_ROLES = frozenset(
    [
        "digit",
        "couple",
        "several",
        "formal",
        "wordlike",
        "unit",
        "formalten",
        "big",
        "tens",
        "zero",
        "plus",
        "half",
        "dozen",
        "point",
        "minus",
        "part",
        "of",
        "and",
    ]
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One character or one figure in Western digits, with what it does in a number."""

    start: int
    end: int
    role: str
    low: float
    high: float


@cache
def _characters() -> dict[str, tuple[str, float, float]]:
    found = {}
    for row in read_table("languages/zh/numerals.tsv", ("word", "role", "value", "note")):
        if row["role"] not in _ROLES or len(row["word"]) != 1:
            raise row.wrong(f"not one character with a known role: {row['word']!r}, {row['role']!r}")
        low, _, high = row["value"].partition("-")
        try:
            bounds = float(low or 0), float(high or low or 0)
        except ValueError:
            raise row.wrong(f"value is no number: {row['value']!r}") from None
        found[row["word"]] = (row["role"], *bounds)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    by_role: dict[str, str] = {}
    for character, (role, _, _) in _characters().items():
        by_role[role] = by_role.get(role, "") + character
    cheque = by_role["formal"] + by_role["wordlike"] + by_role["formalten"] + "佰仟"
    plain = "".join(by_role[role] for role in ("digit", "couple", "unit", "big", "tens", "zero", "half", "formal"))
    links = "".join(by_role[role] for role in ("several", "plus", "dozen", "point", "minus", "part", "of", "and"))
    alone = r"(?<![\u4e00-\u9fff])%s(?![\u4e00-\u9fff])"
    return re.compile(
        rf"{LITERAL}|[{plain}{links}]"
        rf"|[{by_role['wordlike']}](?=\s?[佰仟拾万亿])|(?<=[佰仟拾零点之])[{by_role['wordlike']}]"
        rf"|{alone % ('[' + by_role['wordlike'] + ']')}"
        rf"|拾(?=[{cheque}万亿])|(?<=[{cheque}])拾|(?<![收捡])拾(?=[一二三四五六七八九][万亿])|{alone % '拾'}"
    )


def find_numerals(plain: str, start: int, end: int) -> list[Numeral]:
    """The numerals of a stretch, in order.

    >>> [(n.role, n.low) for n in find_numerals("1.2万余人参加", 0, 8)]
    [('literal', 1.2), ('big', 10000.0), ('plus', 0.0)]
    """
    characters, words = _characters(), _words()
    found: list[Numeral] = []
    skip = start
    for match in _pattern().finditer(plain, start, end):
        word = match.group()
        if word in words:
            skip = max([skip, *_word_ends(plain, match.start(), words[word], found)])
        if match.start() < skip:
            continue
        if word in characters:
            role, low, high = characters[word]
            role = {"formal": "digit", "wordlike": "digit", "formalten": "unit"}.get(role, role)
            found.append(Numeral(match.start(), match.end(), role, low, high))
        elif (value := float(word.replace(",", "").replace(",", "").replace(" ", ""))) < float("inf"):
            found.append(Numeral(match.start(), match.end(), "literal", value, value))
    return found


@cache
def _words() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each numeral the words of `not_quantities.tsv` it is part of, and where in the word it stands."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word in not_quantities("zh", "word"):
        first = next((at for at, character in enumerate(word) if character in _characters()), None)
        if first is not None:
            found.setdefault(word[first], []).append((word, first))
    return {character: tuple(words) for character, words in found.items()}


def _word_ends(plain: str, at: int, words: tuple[tuple[str, int], ...], found: list[Numeral]) -> Iterator[int]:
    """Ends of the words around a numeral. After another numeral, 万一 and the like are no words (两万一)."""
    behind = bool(found) and found[-1].end == at
    for word, offset in words:
        if not (behind and offset == 0) and plain.startswith(word, at - offset) and at >= offset:
            yield at - offset + len(word)
