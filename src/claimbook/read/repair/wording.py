"""How likely a stretch of Chinese is: the cheapest way to cut it into words, by jieba's dictionary and the page itself.

The dictionary is Simplified; every character is looked up in its Simplified form. Words the page repeats (names above
all) count as words. Figures are natural logarithms of probabilities.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log

from claimbook.read.repair.readings import simplified

LONGEST = 6
"""No longer word is looked for."""
_UNKNOWN = -19.0
"""A character the dictionary does not have."""
_FOREIGN = -7.0
"""A letter or figure."""
_MARKS = {"，": 0.07, ",": 0.07, "。": 0.035, "、": 0.02, "“": 0.01, "”": 0.01, "《": 0.002, "》": 0.002}
_OTHER_MARK = -8.0
ENDS = frozenset("。！？!?”")
"""What a sentence ends with."""
_WORDS = 0.8
"""The share of words among words and marks."""
_OF_PAGE = 0.25
"""How much of the wording is thought to repeat the page's own."""
_PAUSES = frozenset("，。、；：？！,;:?!")
_TWO_PAUSES = -7.0
"""One such mark right behind another."""
_UNCONVERTED = -5.0
"""A Simplified form on a Traditional page."""


Options = tuple[tuple[tuple[str, int], str], ...]
"""What may stand at a place, the commonest first: a character, a number of the caller's, the Simplified form."""
_NOTHING: frozenset[str] = frozenset()


def ranked(options: Iterable[tuple[str, int]]) -> Options:
    """Options in the order of how common the characters are."""
    words = dictionary()
    plain = [(option, simplified(option[0])) for option in set(options)]
    rank = {one: words.get(form, _single(form)) + (_UNCONVERTED if unconverted(one[0]) else 0.0) for one, form in plain}
    return tuple(sorted(plain, key=lambda one: (-rank[one[0]], one[0])))


class Wording:
    """The wording of one page: the dictionary's words and those the page repeats.

    >>> wording = Wording("")
    >>> wording.score("打實的流血") > wording.score("打嵉牧餮")
    True
    """

    def __init__(self, page: str) -> None:
        own = _repeated(page)
        self._words = dict(dictionary())
        for word, known in own.items():
            self._words[word] = max(known, self._words.get(word, known))
        self.line_ends = _line_ends(page)
        self._following: dict[str, set[str]] = {}
        for word in own:
            if len(word) == 2:
                self._following.setdefault(word[0], set()).add(word[1])

    def score(self, text: str) -> float:
        """The log-probability of the best cut of `text` into words."""
        return self.extend((0.0,), "", text)[-1]

    def extend(self, scores: tuple[float, ...], before: str, more: str) -> tuple[float, ...]:
        """Scores of the best cuts up to each of the last places, after `more` has come behind `before`.

        `scores` holds the last `LONGEST` such figures for `before`; what comes back holds them for `before + more`.
        """
        kept = list(scores)
        get = self._words.get
        plain = before[-LONGEST:] + more
        plain = "".join(simplified(char) if char > "\x7f" else char for char in plain)
        first = len(plain) - len(more)
        for at, char in enumerate(more, start=first):
            known = get(plain[at])
            best = kept[-1] + (_single(plain[at]) if known is None else known)
            for size in range(2, min(LONGEST, len(kept), at + 1) + 1):
                known = get(plain[at + 1 - size : at + 1])
                if known is not None and kept[-size] + known > best:
                    best = kept[-size] + known
            if char in _PAUSES:
                best += _TWO_PAUSES if at and plain[at - 1] in _PAUSES else 0.0
            elif unconverted(char):
                best += _UNCONVERTED
            kept.append(best)
        return tuple(kept[-LONGEST:])

    def likeliest(self, last: str, options: Options, most: int) -> list[tuple[str, int]]:
        """A quick first choice: the commonest characters, and those that make or go on with a word after `last`."""
        if len(options) <= most:
            return [option for option, _ in options]
        first = simplified(last)
        common, own = _following().get(first, _NOTHING), self._following.get(first, _NOTHING)
        chosen = [option for option, _ in options[:most]]
        chosen += [option for option, plain in options[most:] if plain in common or plain in own][:most]
        return chosen


@cache
def dictionary() -> dict[str, float]:
    """Log-probabilities of the words of jieba's dictionary."""
    counts: dict[str, int] = {}
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        counts[word] = int(count)
    total = log(sum(counts.values()))
    share = log(_WORDS)
    return {word: log(count) - total + share for word, count in counts.items() if count and len(word) <= LONGEST}


@cache
def _following() -> dict[str, set[str]]:
    """Which characters go on after which within a word."""
    made: dict[str, set[str]] = {}
    for word in dictionary():
        if len(word) < 5:
            for one, two in pairwise(word):
                made.setdefault(one, set()).add(two)
    return made


@cache
def unconverted(char: str) -> bool:
    """A Simplified form that Traditional text does not use: 国 is one, 后 and 里 are not.

    >>> unconverted("国"), unconverted("里"), unconverted("國")
    (True, False, False)
    """
    if char < "一" or simplified(char) != char:
        return False
    return not char.encode("big5", errors="ignore")


def _single(char: str) -> float:
    if char in _MARKS:
        return log(_MARKS[char])
    if char <= "\x7f" and char.isalnum():
        return _FOREIGN
    return _UNKNOWN if "㐀" <= char <= "鿿" else _OTHER_MARK


def _repeated(page: str) -> dict[str, float]:
    """Log-probabilities of what the page says at least twice."""
    plain = "".join(simplified(char) for char in page)
    counts: Counter[str] = Counter()
    for stretch in _hanzi(plain):
        for size in range(1, LONGEST + 1):
            counts.update(stretch[at : at + size] for at in range(len(stretch) - size + 1))
    total = log(max(sum(count for word, count in counts.items() if len(word) == 1), 400))
    share = log(_OF_PAGE)
    return {word: log(count - 0.5) - total + share for word, count in counts.items() if count > 1}


def _hanzi(text: str) -> Iterable[str]:
    start = 0
    for at, char in enumerate(text + "\n"):
        if not "一" <= char <= "鿿":
            if at > start:
                yield text[start:at]
            start = at + 1


def _line_ends(page: str) -> float:
    """The share of lines that end with the end of a sentence."""
    lines = [line.rstrip() for line in page.splitlines() if line.strip()]
    return (sum(line[-1] in ENDS for line in lines) + 1) / (len(lines) + 2)
