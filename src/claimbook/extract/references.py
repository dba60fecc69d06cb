"""Words that point back to parties already named: 该国, 双方, 两国, 他, 他们, "the agency", "both sides", "they".

Only what leaves one reading is taken, from the same sentence or the one before it (data/actors/references.tsv says
which word can point to what). A reference carries the parties it points to, under the name the text gave them.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from claimbook.extract.abbreviations import runs_on
from claimbook.extract.chains import follow, only_titles
from claimbook.extract.scan import Meaning, Words
from claimbook.lexicon.actors import Kind, kinds, offices
from claimbook.lexicon.countries import is_country
from claimbook.lexicon.gazetteer import Spot
from claimbook.lexicon.load import read_table
from claimbook.lexicon.names import Hit, NameIndex
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Party
from claimbook.model.mention import PartyMention
from claimbook.model.span import Span

_JOINT = re.compile(r"(?:与|和|、以及|、|以及|及|同|跟| and (?:the )?| with (?:the )?|, )?")
_SIDES = frozenset({"organ", "group", "bloc"})
_STATES = frozenset({"state", "metonym"})
_PERSONS = frozenset({"person", "unknown"})


@cache
def reference_words() -> NameIndex[str]:
    """The words that point back, and to what."""
    rows = read_table("actors/references.tsv", ("to", "zh", "en", "source"))
    return NameIndex((word, row["to"]) for row in rows for column in ("zh", "en") for word in row.several(column))


def resolve_references(
    analysis: Analysis,
    words: Words,
    taken: bytearray,
    hits: tuple[Hit[Meaning], ...],
    mentions: tuple[PartyMention, ...],
) -> tuple[PartyMention, ...]:
    """The mentions, and those of the references outside what is `taken` that could be resolved, in order."""
    seen = _Seen(analysis, words, hits, mentions)
    found: list[PartyMention] = []
    for hit in reference_words().find(analysis.plain):
        start, end = hit.start, hit.end
        if any(taken[start:end]) or not (words.begins(start) and words.ends(end)):
            continue
        parties, end = seen.resolve(hit.meanings[0], start, end)
        if parties:
            taken[start:end] = b"\1" * (end - start)
            mention = PartyMention(Span(start, end), parties, "reference", f"reference: {hit.meanings[0]}")
            found.append(mention)
            seen.add(mention)
    found += _organs_again(analysis, words, taken, seen)
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.span))


class _Seen:
    """The mentions so far, and what lies before a position."""

    def __init__(
        self, analysis: Analysis, words: Words, hits: Sequence[Hit[Meaning]], mentions: Iterable[PartyMention]
    ) -> None:
        self.plain = analysis.plain
        self.words = words
        self.sentences = [sentence.span for sentence in analysis.sentences]
        self.starts = [span.start for span in self.sentences]
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self.ends = {mention.span.end for mention in self.mentions}
        self.first: dict[str, int] = {}
        for mention in reversed(self.mentions):
            self.first.update((party.id, mention.span.end) for party in mention.parties)
        self.states = {party.country for mention in self.mentions for party in mention.parties if party.country}
        self.by_start = {hit.start: hit for hit in hits}
        self.spots = [
            (hit.start, one.country) for hit in hits for one in hit.meanings if isinstance(one, Spot) and one.country
        ]
        self._rules: dict[str, Callable[[int], tuple[Party, ...]]] = {
            "state": self._state,
            "two": lambda at: self._together(at, 2),
            "countries": lambda at: self._countries(at, 2),
            "three": lambda at: self._countries(at, 3),
            "people": lambda at: self._together(at, 2, _PERSONS),
            "man": self._person,
            "woman": self._person,
            "group": lambda at: self._nearest(at, lambda one: one.head in ("group", "people") and _plural(one)),
            "organ": lambda at: self._nearest(at, lambda one: one.head == "organ" or _sector(one) == "SPY"),
            "body": lambda at: self._nearest(at, lambda one: one.head == "bloc" or _sector(one) == "REB"),
            "rebels": lambda at: self._nearest(at, lambda one: _sector(one) == "REB"),
            "company": lambda at: self._nearest(at, lambda one: one.head == "company"),
            "outlet": lambda at: self._nearest(at, lambda one: one.head == "outlet"),
            "former": lambda at: self._together(at, 2)[:1],
            "latter": lambda at: self._together(at, 2)[1:2],
        }

    def add(self, mention: PartyMention) -> None:
        """A reference resolved may be pointed to in its turn."""
        insort(self.mentions, mention, key=lambda one: one.span)

    def resolve(self, to: str, start: int, end: int) -> tuple[tuple[Party, ...], int]:
        """The parties a word can only mean, and where it ends with what belongs to it (两国|军队)."""
        rule = self._rules.get(to)
        parties = rule(start) if rule else ()
        if to in ("state", "two", "countries", "three"):
            if self._repeats(start):
                return (), end
            kind = self._kind(start, end)
            if kind and all(is_country(party.id) for party in parties):
                made = (kind.meanings[0].of(party.id) for party in parties)
                named = zip(made, parties, strict=True)
                return tuple(Party(one.id, party.name, one.country, one.sector) for one, party in named), kind.end
        return parties, end

    def _kind(self, start: int, end: int) -> Hit[Kind] | None:
        for kind in kinds().all_at(self.plain, end):
            if kind.meanings[0].short and not runs_on(self.plain, kind.start, kind.end, self.words, start):
                return kind
        return None

    def before(self, at: int, back: int) -> list[PartyMention]:
        """The mentions in the same sentence before a position, and in `back` sentences before that, first to last."""
        sentence = max(0, bisect_right(self.starts, at) - 1)
        start = self.starts[max(0, sentence - back)] if self.starts else 0
        return [one for one in self._between(start, at) if one.span.end <= at]

    def _between(self, start: int, end: int) -> list[PartyMention]:
        first = bisect_left(self.mentions, start, key=lambda one: one.span.start)
        last = bisect_left(self.mentions, end, key=lambda one: one.span.start)
        return self.mentions[first:last]

    def only_country(self, at: int, back: int) -> str | None:
        """The only state that the sentence, or the one before it, names or has a place in.

        If `back` is 0, only what stands before the position counts.
        """
        sentence = max(0, bisect_right(self.starts, at) - 1)
        for number in range(sentence, max(-1, sentence - back - 1), -1):
            span = self.sentences[number]
            if back == 0:
                span = Span(span.start, at)
            named = self._between(span.start, span.end)
            near = {party.country for one in named for party in one.parties if party.country}
            first = bisect_left(self.spots, (span.start, ""))
            last = bisect_left(self.spots, (span.end, ""))
            near |= {country for _, country in self.spots[first:last]}
            if near:
                return near.pop() if len(near) == 1 else None
        return None

    def _repeats(self, at: int) -> bool:
        """中朝|两国: the names stand right before it."""
        return at in self.ends

    def _state(self, at: int) -> tuple[Party, ...]:
        """The only state named so far in the sentence, else the only one of the sentence before."""
        for back in (0, 1):
            states = _by_country(self.before(at, back))
            if states:
                return tuple(states.values()) if len(states) == 1 else ()
        return ()

    def _countries(self, at: int, number: int) -> tuple[Party, ...]:
        """The states of parties named together: 普京会见金正恩, 两国 is Russia and North Korea."""
        row = self._row(at, number, _STATES | _PERSONS | _SIDES)
        states = _by_country(row)
        if len(states) == number:
            return tuple(states.values())
        for back in (0, 1):
            states = _by_country(self.before(at, back))
            if len(states) == number:
                return tuple(states.values())
        return ()

    def _together(self, at: int, number: int, heads: frozenset[str] = _STATES | _PERSONS | _SIDES) -> tuple[Party, ...]:
        """The last parties named side by side; else, for states, the only ones near."""
        row = self._row(at, number, heads)
        if row:
            return tuple(one.parties[0] for one in row)
        if heads == _PERSONS:
            people = {one.parties[0].id: one.parties[0] for one in self.before(at, 1) if one.head in heads}
            return tuple(people.values()) if len(people) == number else ()
        return self._countries(at, number)

    def _row(self, at: int, number: int, heads: frozenset[str]) -> list[PartyMention]:
        near = [one for one in self.before(at, 2) if one.head in heads and _sector(one) not in ("SPY", "JRN")]
        last = len(near)
        while last >= number:
            first = last - 1
            while first > 0 and self._joined(near[first - 1 : first + 1]):
                first -= 1
            row = near[first:last]
            if len(row) == number and len({one.parties[0].id for one in row}) == number:
                return row
            last = first
        return []

    def _joined(self, row: Sequence[PartyMention]) -> bool:
        """Named side by side, with nothing between but titles: 法国总统马克龙和(德国总理)默茨."""
        for one, other in pairwise(row):
            gap = self.plain[one.span.end : other.span.start]
            match = _JOINT.match(gap)
            if match is None or not only_titles(gap[match.end() :]):
                return False
        return True

    def _person(self, at: int) -> tuple[Party, ...]:
        for back in (0, 1):
            people = [one for one in self.before(at, back) if one.head in _PERSONS or _points_to_person(one)]
            different = {one.parties[0].id for one in people}
            if len(different) == 1:
                return people[0].parties
            if different:
                return self._subject(people) if back else ()
        return ()

    def _subject(self, people: Sequence[PartyMention]) -> tuple[Party, ...]:
        """Of several people, the one the sentence before begins with."""
        first = people[0]
        start = self.starts[max(0, bisect_right(self.starts, first.span.start) - 1)]
        return first.parties if first.span.start - start <= 12 else ()

    def _nearest(self, at: int, fits: Callable[[PartyMention], bool]) -> tuple[Party, ...]:
        for back in (0, 1):
            fitting = [one for one in self.before(at, back) if fits(one)]
            if fitting:
                return fitting[-1].parties
        return ()


def _organs_again(analysis: Analysis, words: Words, taken: bytearray, seen: _Seen) -> list[PartyMention]:
    """国防部 after 韩国国防部, the army where one state's army was named: the same, or that of the only state near."""
    found = []
    for hit in kinds().find(analysis.plain):
        start, kind = hit.start, hit.meanings[0]
        way = _way(analysis.plain, start, hit.end, kind)
        if not way or any(taken[start : hit.end]) or not (words.begins(start) and words.ends(hit.end)):
            continue
        owners = [state for state in seen.states if seen.first.get(kind.of(state).id, start + 1) <= start]
        if follow(analysis.plain, hit.end, words, seen.by_start, start, "").person:
            continue
        owner = (
            owners.pop()
            if way == "again" and len(owners) == 1
            else seen.only_country(start, 1 if way == "again" else 0)
        )
        if owner is None:
            continue
        known = kind.of(owner)
        taken[start : hit.end] = b"\1" * (hit.end - start)
        span = Span(start, hit.end)
        party = Party(known.id, analysis.words(span), known.country, known.sector)
        rule = "named with its state before" if way == "again" else "people of the only state near"
        found.append(PartyMention(span, (party,), known.head, rule))
    return found


def _way(plain: str, start: int, end: int, kind: Kind) -> str | None:
    """How a word without its state may find it: "again" from the text before, "near" from its sentence alone."""
    word = plain[start:end]
    if plain.startswith((" of ", " from "), end) or (start and plain[start - 1] in "族裔"):
        return None
    the = plain[max(0, start - 4) : start].lower() == "the "
    meanings = reference_words().meanings(word) + (reference_words().meanings(f"the {word}") if the else ())
    if "near" in meanings:
        return "near"
    office = offices().longest_at(plain, start)
    if office and office.end > end:
        return None
    chinese = plain[start] >= "⺀"
    definite = chinese or the or "again" in meanings
    return "again" if definite and (kind.head == "organ" or "again" in meanings) else None


def _by_country(mentions: Iterable[PartyMention]) -> dict[str, Party]:
    """The states that mentions belong to, in the order of the text."""
    states: dict[str, Party] = {}
    for mention in mentions:
        for party in mention.parties:
            if party.country and mention.head in _STATES | _PERSONS | _SIDES | {"reference"}:
                states.setdefault(party.country, Party(party.country, party.name, party.country, None))
    return states


def _sector(mention: PartyMention) -> str | None:
    return mention.parties[0].sector if mention.parties else None


def _plural(mention: PartyMention) -> bool:
    return _sector(mention) in ("MIL", "LAB", "CVL", "REB", "REF", "LEG", "CRM")


def _points_to_person(mention: PartyMention) -> bool:
    return mention.head == "reference" and mention.rule in ("reference: man", "reference: woman")
