"""One look for all known names of a text, with the tagger's words as a veto; parties and places both start from it.

Chinese runs words together, so a short name may appear across two words (其中|国际 holds 中国). A name of two
characters, or one that ends in 国, counts only where the tagger does not cut through it.
"""

import re
from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.actors import Known, kinds, known_names, offices
from claimbook.lexicon.gazetteer import Spot, place_names
from claimbook.lexicon.load import read_table
from claimbook.lexicon.names import Hit, NameIndex
from claimbook.model.analysis import Analysis, Token


@dataclass(frozen=True, slots=True)
class NoName:
    """A word that holds a name without being one: 印度洋, 北京时间, Boston Celtics."""


Meaning = Known | Spot | NoName
NAMED_ENTITY = frozenset({"LOC", "ORG", "PER", "nz", "nr", "ns", "nt", "nw"})
"""Tags of the tagger that say: a name of some kind."""


@cache
def names() -> NameIndex[Meaning]:
    """Every name of every table."""
    blocked = read_table("actors/not_names.tsv", ("word", "source"))
    return NameIndex[Meaning]([*known_names(), *place_names(), *((row["word"], NoName()) for row in blocked)])


class Words:
    """Which word of the tagger each character belongs to."""

    def __init__(self, analysis: Analysis) -> None:
        self._at: list[Token | None] = [None] * len(analysis.plain)
        for sentence in analysis.sentences:
            for token in sentence.tokens:
                self._at[token.span.start : token.span.end] = [token] * len(token.span)

    def at(self, position: int) -> Token | None:
        """The word that covers this character, or None (English, spaces, untagged)."""
        return self._at[position] if 0 <= position < len(self._at) else None

    def begins(self, position: int) -> bool:
        """Whether no word runs across the left edge of this character."""
        token = self.at(position)
        return token is None or token.span.start == position

    def ends(self, position: int) -> bool:
        """Whether no word runs across the right edge of the character before `position`."""
        token = self.at(position - 1)
        return token is None or token.span.end == position

    def cuts(self, start: int, end: int) -> bool:
        """Whether a word begins before the stretch and ends inside it, or begins inside and ends after it."""
        first, last = self.at(start), self.at(end - 1)
        left = first is not None and first.span.start < start and first.span.end < end
        right = last is not None and last.span.end > end and last.span.start > start
        return left or right


_PREPOSITIONS = frozenset("向对给在与和从赴往至由被")


def scan(analysis: Analysis, words: Words) -> tuple[Hit[Meaning], ...]:
    """All known names of the text, in order."""
    plain = analysis.plain

    def allowed(start: int, end: int) -> bool:
        fragile = plain[start] > "⺀" and (end - start <= 2 or plain[end - 1] == "国")
        if (
            end - start == 2
            and plain[start - 1 : start] in _PREPOSITIONS
            and words.begins(start - 1)
            and words.ends(end)
        ):
            return True  # the tagger sometimes takes the preposition with half of the name: 向海|地 for 向|海地
        return not (fragile and words.cuts(start, end)) and not _next_word_begins(plain, end)

    hits = names().find(plain, allowed)
    sure = {country for hit in hits for country in _countries(hit) if not _weak(hit)}
    return tuple(hit for hit in hits if not _weak(hit) or any(country in sure for country in _countries(hit)))


def _next_word_begins(plain: str, end: int) -> bool:
    """Whether the last character, 国, begins the next word: 美|国务卿, 德|国防部, 英|国家安全顾问.

    国会 and 国王 are left to the tagger: 美国会 is Congress in 美国会众议院 and the state in 美国会支持.
    """
    if plain[end - 1] != "国":
        return False
    for index in (kinds(), offices()):
        hit = index.longest_at(plain, end - 1)
        if hit and hit.end - hit.start >= 3 and not any(other.longest_at(plain, end) for other in (kinds(), offices())):
            return True
    return False


_AT = re.compile(r"(?:在|到|于|抵达|前往|进入|离开)$|\b(?:at|At|in|In|to|from|outside|near) (?:the )?$")


def is_seat_as_place(plain: str, hit: Hit[Meaning]) -> bool:
    """在白宫, at the Kremlin: the building, where the same name is also an organ's."""
    if not any(isinstance(one, Spot) for one in hit.meanings):
        return False
    return _AT.search(plain[max(0, hit.start - 12) : hit.start]) is not None


def _countries(hit: Hit[Meaning]) -> list[str]:
    return [one.country for one in hit.meanings if isinstance(one, (Known, Spot)) and one.country]


def _weak(hit: Hit[Meaning]) -> bool:
    return all(isinstance(one, (Known, Spot)) and one.weak for one in hit.meanings)
