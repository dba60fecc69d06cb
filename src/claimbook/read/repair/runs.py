"""What a stretch of shifted bytes may say: all readings that give exactly the characters that stand there.

`實打?qū)嵉娜恕` was 實打實的人: the bytes of 打實 hold 驅 across the border, its reading was inserted there, and from
then on every character is made of the second byte of one and the first byte of the next. A reading is built from left
to right: each damaged character completes one original and opens another. Where a pair could have vanished without
trace (see `pairs`), readings with one or two more characters are built as well.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.read.repair.annotations import LETTERS, LONGEST
from claimbook.read.repair.pairs import LEADS, TRAILS, bytes_of, char_of, hidden_leads, vanishing
from claimbook.read.repair.readings import differs, has_tone, normal, readings
from claimbook.read.repair.wording import Options, Wording, ranked

FARTHEST = 60
"""No stretch is followed farther than this many characters."""
KEPT = 12
"""How many readings are kept at each place, for each number of vanished characters."""
MOST_VANISHED = 4
MOST_TO_AN_END = 200
CONTEXT = 12

_START = re.compile(rf"\?([{LETTERS}]{{1,{LONGEST}}})\)|\?([,;!?])")
_NOTE = re.compile(rf"\(([{LETTERS}]{{1,{LONGEST}}})\)")
_LAST_NOTES = re.compile(rf"(?:\([{LETTERS}]{{1,{LONGEST}}}\))+\Z")
_END_NOTE = re.compile(rf"\?([{LETTERS}]{{1,{LONGEST}}})\)")
_TAG_REST = re.compile(r"/?[a-z][a-z0-9]{0,9}(?: ?/)?>")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a stretch begins: `at` is its question mark, `body` the first shifted character.

    `leads` are the bytes that may have been swallowed; `mark` says that the swallowed one was the lead byte of a
    character in front of a full-width mark.
    """

    at: int
    body: int
    leads: frozenset[int]
    mark: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One original character: `at` is the damaged character that completed it, `before` counts vanished ones back."""

    at: int
    before: int
    char: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a whole stretch, which ends at `end`. `lost`: a half-width sign of the source is gone for good."""

    end: int
    places: tuple[Place, ...]
    scores: tuple[float, ...]
    lost: bool = False
    guessed: bool = False
    """The last character's second byte is gone: it is known from the wording alone."""

    @property
    def text(self) -> str:
        """The characters it reads."""
        return "".join(place.char for place in self.places)

    @property
    def vanished(self) -> int:
        """How many of them left no trace in the text."""
        return sum(place.before < 0 for place in self.places)


@dataclass(frozen=True, slots=True)
class _Open:
    """A reading in the making: `leads` are the possible first bytes of the character that is open."""

    places: tuple[Place, ...]
    leads: frozenset[int]
    scores: tuple[float, ...]
    vanished: int = 0

    def last(self) -> str:
        return self.places[-1].char if self.places else ""


def starts(text: str) -> Iterator[Start]:
    """Where shifted stretches may begin; a stretch may turn out to hold later ones.

    >>> [(start.at, start.body, [hex(lead) for lead in start.leads]) for start in starts("實打?qū)嵉娜恕")]
    [(2, 6, ['0x8c'])]
    """
    for match in _START.finditer(text):
        last = _in_front(text, match.start())
        before = bytes_of(last) if last else None
        if match[2]:
            pair = bytes_of(match[2])
            if before and pair and last > "\x7f":
                yield Start(match.start(), match.end(), frozenset({pair[1]}), True)
        elif before is not None:
            leads = frozenset(lead for lead in LEADS if _is_key(before[1], lead, normal(match[1])))
            if leads or has_tone(match[1]):
                yield Start(match.start(), match.end(), leads, False)


def _in_front(text: str, at: int) -> str:
    """The character in front of a place; readings put in behind it do not count."""
    window = max(at - 3 * LONGEST, 0)
    notes = _LAST_NOTES.search(text[window:at])
    at = window + notes.start() if notes else at
    return text[at - 1] if at else ""


def candidates(text: str, start: Start, before: str, wording: Wording) -> list[Candidate]:
    """All readings of the stretch that begins at `start`, after the repaired words `before`."""
    search = _Search(text, before[-CONTEXT:], wording)
    return search.run(start)


class _Search:
    """One stretch, followed from its start to every end it may have."""

    def __init__(self, text: str, before: str, wording: Wording) -> None:
        self._text = text
        self._before = before
        self._wording = wording
        self._found: list[Candidate] = []

    def run(self, start: Start) -> list[Candidate]:
        readings_now = self._first(start)
        at = start.body
        while readings_now and at < min(len(self._text), start.body + FARTHEST):
            readings_now = self._with_vanished(readings_now, at)
            self._ends(readings_now, at)
            readings_now, at = self._step(readings_now, at)
        return [one for end in {one.end for one in self._found} for one in self._likeliest_to(end)]

    def _likeliest_to(self, end: int) -> list[Candidate]:
        here = [one for one in self._found if one.end == end]
        return sorted(here, key=lambda one: (-one.scores[-1], one.text))[:MOST_TO_AN_END]

    def _first(self, start: Start) -> list[_Open]:
        scores = self._wording.extend((0.0,), "", self._before)
        if not start.mark:
            return [_Open((), start.leads, scores)]
        empty = _Open((), frozenset(LEADS), scores)
        made = self._completed(empty, 0xA3, Place(start.at, 0, ""), start.leads, most=60)
        return _best(made, 60)

    def _step(self, now: list[_Open], at: int) -> tuple[list[_Open], int]:
        """Every reading carried over the damaged character at `at`."""
        pair = bytes_of(self._text[at])
        if pair is None:
            return [], at
        one, two = pair
        made = [
            done
            for reading in now
            for done in self._completed(reading, one, Place(at, 0, ""), frozenset({two}), most=8)
        ]
        note = _NOTE.match(self._text, at + 1)
        behind = note.end() if note and normal(note[1]) in readings(self._text[at]) else at + 1
        if two <= 0x80:
            if two < 0x80:
                for done in made:
                    place = Place(at, 1, chr(two))
                    self._end(behind, self._appended(done, place, frozenset()))
            return [], behind
        return _best(made, KEPT), behind

    def _with_vanished(self, now: list[_Open], at: int) -> list[_Open]:
        """The same readings, and those with one or two characters more whose bytes left no trace before `at`."""
        made = list(now)
        layer = now
        for count in (1, 2):
            grown = []
            for reading in layer:
                if reading.vanished >= MOST_VANISHED:
                    continue
                for char, trail in self._likeliest(reading, _options(reading.leads, hidden_leads()), 8):
                    leads = frozenset(lead for lead in vanishing(trail) if lead > 0x80)
                    place = Place(at, -count, char)
                    grown.append(self._appended(reading, place, leads, vanished=1))
            layer = _best(grown, KEPT)
            made += layer
        return made

    def _ends(self, now: list[_Open], at: int) -> None:
        """Every reading that can end at `at`."""
        char = self._text[at]
        if char == "?":
            self._end_at_question_mark(now, at)
        elif "@" <= char <= "~" or char == "€":
            trail = 0x80 if char == "€" else ord(char)
            note = _NOTE.match(self._text, at + 1)
            done = [end for reading in now for end in self._completed(reading, trail, Place(at, 0, ""), frozenset())]
            if note is not None:
                noted = [end for end in done if normal(note[1]) in readings(end.last())]
                if noted:
                    self._end_all(note.end(), noted)
                    return
            self._end_all(at + 1, done)

    def _end_at_question_mark(self, now: list[_Open], at: int) -> None:
        note = _END_NOTE.match(self._text, at)
        if note is not None:
            pinyin = normal(note[1])
            ends = [
                self._appended(reading, Place(at, 0, char), frozenset())
                for reading in now
                for lead in reading.leads
                for char in _keys(lead, pinyin)
            ]
            if ends:
                self._end_all(note.end(), _best(ends, KEPT))
                return
        ends = []
        for reading in now:
            for char, _ in self._likeliest(reading, _options(reading.leads, TRAILS), 16):
                ends.append(self._appended(reading, Place(at, 0, char), frozenset()))
        ends = _best(ends, 4 * KEPT)
        following = self._text[at + 1 : at + 2]
        rest = _TAG_REST.match(self._text, at + 1)
        if following == "" or following in ",;!?":
            self._end_all(at + 1, ends, guessed=True)
        elif rest is not None:
            self._end_all(rest.end(), ends, guessed=True)
        else:
            self._end_all(at + 1, ends, guessed=True, lost=True)

    def _completed(
        self, reading: _Open, trail: int, place: Place, leads: frozenset[int], most: int = 8
    ) -> Iterator[_Open]:
        """The reading with its open character completed by `trail`, one for each character that gives."""
        for char, _ in self._likeliest(reading, _options(reading.leads, (trail,)), most):
            yield self._appended(reading, Place(place.at, place.before, char), leads)

    def _appended(self, reading: _Open, place: Place, leads: frozenset[int], vanished: int = 0) -> _Open:
        before = self._before + "".join(one.char for one in reading.places[-CONTEXT:])
        scores = self._wording.extend(reading.scores, before, place.char)
        return _Open((*reading.places, place), leads, scores, reading.vanished + vanished)

    def _likeliest(self, reading: _Open, options: Options, most: int) -> list[tuple[str, int]]:
        return self._wording.likeliest(reading.last() or self._before[-1:], options, most)

    def _end_all(self, end: int, done: Iterable[_Open], guessed: bool = False, lost: bool = False) -> None:
        for reading in done:
            self._end(end, reading, guessed, lost)

    def _end(self, end: int, reading: _Open, guessed: bool = False, lost: bool = False) -> None:
        self._found.append(Candidate(end, reading.places, reading.scores, lost, guessed))


def _best(made: Iterable[_Open], most: int) -> list[_Open]:
    """The likeliest readings, `most` of them for each number of vanished characters."""
    groups: dict[int, list[_Open]] = {}
    for reading in made:
        groups.setdefault(reading.vanished, []).append(reading)
    return [
        reading
        for group in groups.values()
        for reading in sorted(group, key=lambda reading: -reading.scores[-1])[:most]
    ]


@cache
def _options(leads: frozenset[int], trails: tuple[int, ...]) -> Options:
    """The characters that a lead byte and a trail byte out of these can give, each with its trail byte."""
    return ranked((char, trail) for trail in trails for lead in leads if (char := char_of(lead, trail)) is not None)


@cache
def _keys(lead: int, pinyin: str) -> tuple[str, ...]:
    """The Traditional forms with this first byte whose inserted reading would be `pinyin`."""
    return tuple(char_of(lead, trail) or "" for trail in TRAILS if _is_key(lead, trail, pinyin))


@cache
def _is_key(one: int, two: int, pinyin: str) -> bool:
    """The two bytes are a Traditional form whose reading would have been inserted as `pinyin`."""
    char = char_of(one, two)
    if char is None or not differs(char):
        return False
    return readings(char)[:1] == (pinyin,)
