"""What extraction looks at: a document's clauses with everything that was found in them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from claimbook.extract.parties import find_parties
from claimbook.extract.places import find_places
from claimbook.extract.quantities import find_quantities
from claimbook.extract.times import find_times
from claimbook.lexicon.items import ItemNoun, find_items
from claimbook.model.analysis import Analysis, Sentence
from claimbook.model.mention import PartyMention, PlaceMention, QuantityMention, TimeMention
from claimbook.model.span import Span

_BREAK = {
    "zh": re.compile(r"(?<!\d),|,(?!\d)|[;:。!?…]|——"),
    "en": re.compile(
        r"(?<!\d),|,(?!\d)|[;:]|\s[–—-]\s|\b(?:that|which|who|after|before|while|when|because|although|but|whereas)\b"
    ),
}

Found = TypeVar("Found", QuantityMention, TimeMention, PartyMention, PlaceMention, ItemNoun)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two breaks. `sentence` is its number in the analysis."""

    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's clauses and mentions, each list in order of the text."""

    analysis: Analysis
    clauses: tuple[Clause, ...]
    quantities: tuple[QuantityMention, ...]
    times: tuple[TimeMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]
    items: tuple[ItemNoun, ...]

    def sentence(self, clause: Clause) -> Sentence:
        """The sentence a clause is part of."""
        return self.analysis.sentences[clause.sentence]

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, in order."""
        first = bisect_left(self.clauses, sentence, key=lambda clause: clause.sentence)
        last = bisect_left(self.clauses, sentence + 1, key=lambda clause: clause.sentence)
        return self.clauses[first:last]

    def clause_at(self, position: int) -> Clause:
        """The clause that holds a position, or the one before it."""
        number = bisect_left(self.clauses, position + 1, key=lambda clause: clause.span.start)
        return self.clauses[max(0, number - 1)]


def find_scene(analysis: Analysis) -> Scene:
    """Everything that can be found before claims are made of it."""
    parties = tuple(mention for mention in find_parties(analysis) if not _is_noise(analysis.plain, mention))
    times = find_times(analysis)
    inner = _list_commas(analysis.plain, parties) | {
        place for time in times for place in range(time.span.start, time.span.end)
    }
    clauses = tuple(
        Clause(span, number)
        for number, sentence in enumerate(analysis.sentences)
        if sentence.language
        for span in split_clauses(analysis.plain, sentence, inner)
    )
    return Scene(
        analysis,
        clauses,
        find_quantities(analysis),
        times,
        parties,
        find_places(analysis),
        tuple(
            item
            for sentence in analysis.sentences
            if sentence.language
            for item in find_items(analysis.plain, sentence.language, sentence.span.start, sentence.span.end)
            if item.kind is not None and not item.counted
        ),
    )


_DATELINE = re.compile(
    r"(?:^|\n)\s*[(【]?(?:\w{2,8}[社报网]\S{0,14}?\d{1,2}日\s*(?:电|讯|报道|报导|综合报道)[)】]?"
    r"|[A-Z][A-Z ,/.a-z]{2,40}?\([A-Z][\w ]+\)\s*[-–—]|[A-Z]{3,}[\w ,/.]{0,30}\s[-–—]\s)"
)
_PART_OF_NAME = re.compile(r"[”\"»]?(?:号|级|型|舰|艇|轮|式|导弹|火箭|无人机|坦克|自走炮|火炮|飞弹|炮)")


def _is_noise(plain: str, mention: PartyMention) -> bool:
    """An agency in a dateline reports, but does nothing; an unknown name before 号 or 导弹 is a thing's."""
    line = plain.rfind("\n", 0, mention.span.start) + 1
    dateline = _DATELINE.match(plain, max(0, line - 1) if line else 0)
    if dateline and mention.span.end <= dateline.end():
        return True
    return mention.head == "unknown" and bool(_PART_OF_NAME.match(plain, mention.span.end))


_NEXT_IN_LIST = re.compile(r",\s*(?:and\s+|or\s+)?(?:the\s+)?|\s+(?:and|or)\s+(?:the\s+)?", re.IGNORECASE)


def _list_commas(plain: str, parties: Sequence[PartyMention]) -> frozenset[int]:
    """Where commas stand inside a list of parties ("South Africa, Malawi and Tanzania") and divide no clauses.

    A list ends with "and"; without it the second name explains the first ("Peskov, the Kremlin spokesman,").
    """
    found: set[int] = set()
    run: list[int] = []
    for left, right in pairwise(parties):
        gap = plain[left.span.end : right.span.start]
        if not _NEXT_IN_LIST.fullmatch(gap):
            run = []
            continue
        if "," in gap:
            run.append(left.span.end + gap.index(","))
        if re.search(r"\b(?:and|or)\b", gap, re.IGNORECASE):
            found.update(run)
            run = []
    return frozenset(found)


def split_clauses(plain: str, sentence: Sentence, inner: frozenset[int] = frozenset()) -> list[Span]:
    """The clauses of a sentence, without the marks that divide them. A comma inside a figure divides nothing.

    `inner` are the places of commas that stand inside a list.

    >>> text = "Kyiv said that 1,000 men left, and Oslo paid."
    >>> sentence = Sentence(Span(0, len(text)), "en", 0)
    >>> [span.of(text) for span in split_clauses(text, sentence)]
    ['Kyiv said', '1,000 men left', 'and Oslo paid.']
    """
    spans = []
    start = sentence.span.start
    for match in _BREAK[sentence.language].finditer(plain, sentence.span.start, sentence.span.end):
        if match.start() in inner:
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, sentence.span.end))
    return [Span(start, end).trim(plain) for start, end in spans if plain[start:end].strip()]


def inside(mentions: Sequence[Found], span: Span) -> tuple[Found, ...]:
    """The mentions that lie inside a span (mentions are in order of the text)."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    found = []
    for mention in mentions[first:]:
        if mention.span.start >= span.end:
            break
        if mention.span.end <= span.end:
            found.append(mention)
    return tuple(found)
