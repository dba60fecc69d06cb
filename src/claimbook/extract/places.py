"""Where things happen: cities, regions, battlefields, seas, and states where the text says in, into or from them.

A state is a place only in such words (在俄罗斯, 入乌, 乌克兰境内, in Russia); a part of one is made from its name and a
direction (俄罗斯西部, 乌东, eastern Ukraine). Capitals that act for their states are given too: the rule says so.
"""

import re
from collections import Counter
from collections.abc import Iterator

from claimbook.extract.abbreviations import find_short
from claimbook.extract.metonyms import acts
from claimbook.extract.scan import Meaning, Words, is_seat_as_place, scan
from claimbook.lexicon.actors import Known, prefixes
from claimbook.lexicon.countries import is_country
from claimbook.lexicon.gazetteer import Spot, chain, country_of, directions, english_name, place_rows
from claimbook.lexicon.names import Hit
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Place
from claimbook.model.mention import PlaceMention
from claimbook.model.span import Span

_WIDER = re.compile(r"(?:地区|方向|前线|战线|一线|战场|全境|境内|市区|市|城|镇|村|州|省|郡|附近|周边)+")
_INSIDE = re.compile(r"(?:境内|国内|本土|领土|领空|领海|上空|边境地区|边境|腹地|内陆|沿海|海岸|水域|战场|前线)")
_BEFORE = (
    (
        re.compile(
            r"(?:在|于|进入|入侵|抵达|运抵|驶抵|抵|途经|经|经过|借道|取道|过境|驶入|闯入|飞越|到达|飞抵|身处|位于|部署到|部署在|遍布|攻入|打入|潜入|进驻|驻扎在)$"
        ),
        "in",
    ),
    (re.compile(r"(?:赴|前往|飞往|去|到|运往|派往|送往|来到|返回|回到|访问|北上|南下|开往|往|进)$"), "to"),
    (re.compile(r"(?:从|来自|自|离开|撤出|撤离|逃离)$"), "from"),
    (
        re.compile(
            r"\b(?:[Ii]n|[Ii]nto|[Ii]nside|[Ww]ithin|[Aa]cross|[Tt]hroughout|[Tt]hrough|[Vv]ia|over|reached|entered) "
            r"(?:the )?$"
        ),
        "in",
    ),
    (re.compile(r"\b(?:[Tt]o|toward|towards|visited|visiting|visit) (?:the )?$"), "to"),
    (re.compile(r"\b(?:[Ff]rom|left|leaving|out of) (?:the )?$"), "from"),
)
_COMPASS = re.compile(
    r"\b(south-?eastern|south-?western|north-?eastern|north-?western|eastern|western|southern|northern|central|"
    r"Southeastern|Southwestern|Northeastern|Northwestern|Eastern|Western|Southern|Northern|Central) $"
)
_MORE_ENGLISH = re.compile(
    r" (?:region|Region|oblast|Oblast|province|Province|city|district|front|area|governorate|Governorate)\b"
)


def find_places(analysis: Analysis) -> tuple[PlaceMention, ...]:
    """All mentions of places, in the order of the text; none overlaps another."""
    return _Finder(analysis).find()


class _Finder:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.plain = analysis.plain
        self.words = Words(analysis)
        self.hits = scan(analysis, self.words)
        self.starts = {hit.start: hit for hit in self.hits}

    def find(self) -> tuple[PlaceMention, ...]:
        taken = bytearray(len(self.plain))
        named: Counter[str] = Counter()
        found = []
        for hit in self.hits:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            state = _state(hit)
            named.update([state] if state else [])
            mention = self._spot(hit) or (self._of_state(hit.start, hit.end, state) if state else None)
            if mention:
                found.append(mention)
        for short in find_short(self.plain, self.words, taken, named):
            mention = self._of_short(short.start, short.end, short.state)
            if mention:
                found.append(mention)
        found.sort(key=lambda mention: mention.span)
        return tuple(_apart(found))

    def _spot(self, hit: Hit[Meaning]) -> PlaceMention | None:
        spot = next((meaning for meaning in hit.meanings if isinstance(meaning, Spot)), None)
        if spot is None:
            return None
        if any(isinstance(meaning, Known) for meaning in hit.meanings) and not is_seat_as_place(self.plain, hit):
            return None
        start, end, key = hit.start, hit.end, spot.id
        wider = _WIDER.match(self.plain, end) if self.plain[end - 1] >= "⺀" else None
        if wider and self.words.ends(wider.end()):
            oblast = f"{key}-oblast"
            if wider.group().startswith(("州", "地区")) and oblast in place_rows():
                key = oblast
            end = wider.end()
        acting = spot.stands_for and end == hit.end and acts(self.plain, hit, self.starts, self.words)
        return self._mention(start, end, key, spot.country, "capital that acts" if acting else "place by name")

    def _of_state(self, start: int, end: int, state: str) -> PlaceMention | None:
        part = self._part(start, end, state)
        if part:
            return part
        inside = _INSIDE.match(self.plain, end)
        if inside:
            return self._mention(start, inside.end(), state, state, "state, in")
        before = self.plain[max(0, start - 12) : start]
        for pattern, toward in _BEFORE:
            if pattern.search(before):
                return self._mention(start, end, state, state, f"state, {toward}")
        return None

    def _part(self, start: int, end: int, state: str) -> PlaceMention | None:
        """俄罗斯西部, eastern Ukraine."""
        for length in (3, 2):
            word = directions().get(self.plain[end : end + length])
            if word:
                return self._mention(start, end + length, _part_id(word, state), state, "part of a state")
        compass = _COMPASS.search(self.plain[max(0, start - 14) : start])
        if compass:
            word = compass.group(1).lower().replace("-", "")
            return self._mention(start - len(compass.group()), end, _part_id(word, state), state, "part of a state")
        return None

    def _of_short(self, start: int, end: int, state: str) -> PlaceMention | None:
        if not is_country(state):
            return None
        inside = _INSIDE.match(self.plain, end)
        if inside:
            return self._mention(start, inside.end(), state, state, "state, in")
        toward = prefixes().get(self.plain[start - 1 : start], "no") if start else "no"
        return self._mention(start, end, state, state, f"state, {toward}") if toward != "no" else None

    def _mention(self, start: int, end: int, key: str, country: str | None, rule: str) -> PlaceMention:
        span = Span(start, end)
        parents = chain(key) if key in place_rows() else ((country,) if country and key != country else ())
        within = tuple(Place(parent, _name(parent), country_of(parent)) for parent in parents)
        return PlaceMention(span, Place(key, self.analysis.words(span), country), rule, within)


def _state(hit: Hit[Meaning]) -> str | None:
    for meaning in hit.meanings:
        if isinstance(meaning, Known) and meaning.head == "state":
            return meaning.id
    return None


def _part_id(direction: str, state: str) -> str:
    return f"{direction}-{english_name(state)}"


def _name(key: str) -> str:
    """A place that the text does not name itself: its first name in the tables."""
    row = place_rows().get(key)
    return (row.several("en") or row.several("zh"))[0] if row else english_name(key).title()


def _apart(mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    free = 0
    for mention in mentions:
        if mention.span.start >= free:
            free = mention.span.end
            yield mention
