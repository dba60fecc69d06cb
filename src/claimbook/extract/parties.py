"""Who is spoken of: states, their organs, forces and people, blocs, companies, outlets, and what points back to them.

Longest names first (extract/scan.py); a state's name takes what follows it (韩国 + 情报部门, Russian + troops);
then abbreviations, capitals that act for their states, names only the tagger knows, and references.
"""

import re
from collections import Counter
from dataclasses import dataclass

from claimbook.extract.abbreviations import Short, find_short
from claimbook.extract.chains import Chain, follow
from claimbook.extract.metonyms import acts
from claimbook.extract.references import resolve_references
from claimbook.extract.scan import Meaning, NoName, Words, is_seat_as_place, scan
from claimbook.extract.unknown import find_unknown
from claimbook.lexicon.actors import Kind, Known, kinds
from claimbook.lexicon.countries import countries, is_country
from claimbook.lexicon.gazetteer import Spot
from claimbook.lexicon.names import Hit
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Party
from claimbook.model.mention import PartyMention
from claimbook.model.span import Span


def find_parties(analysis: Analysis) -> tuple[PartyMention, ...]:
    """All mentions of parties, in the order of the text; none overlaps another.

    A name of somebody unknown is only taken where the tagger or an office before it says that it is one.
    Nothing is taken for a party that cannot be told: an unresolved 他们 gives no mention.
    """
    return _Finder(analysis).find()


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    known: Known
    rule: str


_OF = re.compile(r" (?:of|from) (?:the )?$")
_HYPHEN = re.compile(r"-(?:flagged|based|born|style|made|held|controlled|occupied|speaking|registered|owned|built)\b")
_ABROAD = re.compile(r"驻| in (?:the )?")
_GAP = re.compile(r"(?:'s|’s|')? (?:the )?")


class _Finder:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.plain = analysis.plain
        self.words = Words(analysis)
        self.hits = scan(analysis, self.words)
        self.starts = {hit.start: hit for hit in self.hits}
        self.taken = bytearray(len(self.plain))
        self.found: list[_Found] = []
        self.named: Counter[str] = Counter()

    def find(self) -> tuple[PartyMention, ...]:
        for hit in self.hits:
            self.taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            self.named.update({known.country for known in _known(hit) if known.country and len(_known(hit)) == 1})
        done = 0
        for hit in self.hits:
            if hit.start >= done:
                done = self._name(hit)
        for short in find_short(self.plain, self.words, self.taken, self.named):
            self._short(short)
        self._share_coordinated()
        mentions = [self._mention(found) for found in self.found]
        mentions += find_unknown(self.analysis, self.taken)
        mentions.sort(key=lambda mention: mention.span)
        return resolve_references(self.analysis, self.words, self.taken, self.hits, tuple(mentions))

    def _name(self, hit: Hit[Meaning]) -> int:
        """Takes one name with what belongs to it; gives the position up to which the text is dealt with."""
        known = self._choose(hit)
        if known is None or is_seat_as_place(self.plain, hit):
            return self._place(hit)
        if known.head in ("state", "adjective") or known.id == "european-union":
            return self._state(hit, known)
        end, rule = hit.end, f"{known.head} by name"
        if known.head in ("organ", "bloc", "group", "company"):
            chain = follow(self.plain, hit.end, self.words, self.starts, hit.start, known.country or "")
            if chain.person and chain.elements:
                if chain.unknown_end:
                    self._unknown_person(chain, known)
                    return chain.unknown_end
                return chain.end
        if known.head == "person":
            chain = follow(
                self.plain, hit.end, self.words, self.starts, hit.start, known.country or "", heads=("state",)
            )
            if chain.kind and known.country and chain.kind.head == "state":
                self._add(
                    hit.start, chain.end, Known(known.country, known.country, "GOV", "state"), "leader's government"
                )
                return chain.end
        self._add(hit.start, end, known, rule)
        return end

    def _choose(self, hit: Hit[Meaning]) -> Known | None:
        known = _known(hit)
        if len(known) > 1 and known[0].head in ("state", "adjective"):
            follows = follow(self.plain, hit.end, self.words, self.starts, hit.start, known[0].id)
            adjective = next((one for one in known if one.head == "adjective"), None)
            return adjective if adjective and follows.elements else known[0]
        return max(known, key=lambda one: self.named[one.country or ""]) if known else None

    def _place(self, hit: Hit[Meaning]) -> int:
        spot = next((meaning for meaning in hit.meanings if isinstance(meaning, Spot)), None)
        if spot and spot.stands_for and acts(self.plain, hit, self.starts, self.words):
            self._add(hit.start, hit.end, _for_state(spot.stands_for), "capital for its state")
        return hit.end

    def _state(self, hit: Hit[Meaning], known: Known) -> int:
        if self.plain[hit.start - 1 : hit.start] == "驻":
            self._add(hit.start, hit.end, known, "state that is host")
            return hit.end
        chain = follow(self.plain, hit.end, self.words, self.starts, hit.start, known.id)
        own = self._own_organ(hit.end, known.id)
        if own:
            self._add(hit.start, own[0], own[1], "organ by name")
            return own[0]
        if chain.person:
            if chain.unknown_end:
                self._unknown_person(chain, known)
                return chain.unknown_end
            return chain.end
        embassy = self._embassy(chain, known.id)
        if embassy:
            self._add(hit.start, embassy[0], embassy[1], "embassy")
            return embassy[0]
        if chain.kind is None and _HYPHEN.match(self.plain, hit.end):
            return hit.end
        of = self._kind_of(hit) if chain.kind is None else None
        if of:
            self._add(of[0], hit.end, of[1].of(known.id), "kind of a state")
            return hit.end
        if chain.kind is None:
            rule = "state by adjective" if known.head == "adjective" else "state by name"
            head = "state" if known.head == "adjective" else known.head
            self._add(hit.start, hit.end, Known(known.id, known.country, known.sector, head), rule)
            return hit.end
        self._add(hit.start, chain.end, chain.kind.of(known.id), "state and what follows it")
        return chain.end

    def _embassy(self, chain: Chain, state: str) -> tuple[int, Known] | None:
        """美国|驻也门|使馆, the US Embassy in Yemen: the organ of one state in another."""
        match = _ABROAD.match(self.plain, chain.end)
        host = self.starts.get(match.end()) if match else None
        country = next((one.country for one in host.meanings if isinstance(one, (Known, Spot))), None) if host else None
        if match is None or host is None or not country:
            return None
        if match.group() == "驻":
            kind = kinds().longest_at(self.plain, host.end)
            if kind is None or kind.meanings[0].id != "{state}-EMBASSY":
                return None
            end = kind.end
        elif chain.kind is not None and chain.kind.id == "{state}-EMBASSY":
            end = host.end
        else:
            return None
        name = countries()[country].english.upper().replace(" ", "-")
        return end, Known(f"{state}-EMBASSY-{name}", state, "GOV", "organ")

    def _kind_of(self, hit: Hit[Meaning]) -> tuple[int, Kind] | None:
        """The government of Laos, troops from North Korea: where it begins, and the kind."""
        match = _OF.search(self.plain[max(0, hit.start - 12) : hit.start])
        if match is None:
            return None
        kind = kinds().longest_before(self.plain, hit.start - len(match.group()))
        if kind is None or any(self.taken[kind.start : kind.end]):
            return None
        return kind.start, kind.meanings[0]

    def _own_organ(self, end: int, state: str) -> tuple[int, Known] | None:
        """An organ by name right after its state: 韩国|国情院, South Korea's|National Intelligence Service."""
        match = _GAP.match(self.plain, end)
        after = self.starts.get(match.end() if match else end)
        organ = (
            next((one for one in _known(after) if one.head == "organ" and one.country == state), None)
            if after
            else None
        )
        return (after.end, organ) if after and organ else None

    def _short(self, short: Short) -> None:
        chain = follow(self.plain, short.form_end, self.words, self.starts, short.start, short.state, short=True)
        known = Known(short.state, short.state if len(short.state) == 3 else None, None, "state")
        end, rule = short.end, short.rule
        if chain.person and not short.combined:
            if chain.unknown_end:
                self._unknown_person(chain, known)
            self.taken[short.start : chain.end] = b"\1" * (chain.end - short.start)
            return
        if chain.kind is not None and not chain.person and self.plain[short.start - 1 : short.start] != "驻":
            known = chain.kind.of(short.state)
            end = chain.end if not short.combined else short.end
        if not any(self.taken[short.start : end]):
            self._add(short.start, end, known, rule)

    def _unknown_person(self, chain: Chain, state: Known) -> None:
        start, end = chain.end, chain.unknown_end
        key = chain.unknown_id
        self._add(
            start,
            end,
            Known(key, state.country, chain.kind.sector if chain.kind and state.country else state.sector, "person"),
            "name after an office",
        )

    def _share_coordinated(self) -> None:
        """韩国与乌克兰情报部门: the kind named after the second state is that of the first too."""
        self.found.sort(key=lambda one: one.start)
        for at in range(len(self.found) - 2, -1, -1):
            left, right = self.found[at], self.found[at + 1]
            between = self.plain[left.end : right.start]
            bare = left.known.head == "state" and left.known.sector is None
            spoken = right.known.sector in ("SPY", "JRN", "GOV") and "-" in right.known.id and right.known.country
            if bare and spoken and between in ("与", "和", "、", "及", "以及", " and ", ", "):
                if left.rule != "state by adjective" and between == ", ":
                    continue
                if right.known.head not in ("organ", "group") or not right.known.id.startswith(
                    str(right.known.country)
                ):
                    continue
                suffix = right.known.id[3:]
                shared = Known(f"{left.known.id}{suffix}", left.known.country, right.known.sector, right.known.head)
                if right.known.sector != "GOV" or left.rule == "state by adjective":
                    self.found[at] = _Found(left.start, left.end, shared, "shares what follows the next state")

    def _add(self, start: int, end: int, known: Known, rule: str) -> None:
        self.taken[start:end] = b"\1" * (end - start)
        self.found.append(_Found(start, end, known, rule))

    def _mention(self, found: _Found) -> PartyMention:
        span = Span(found.start, found.end)
        party = Party(found.known.id, self.analysis.words(span), found.known.country, found.known.sector)
        return PartyMention(span, (party,), found.known.head, found.rule)


def _for_state(state: str) -> Known:
    """What a capital stands for: its state, as in "Warsaw signed"; Brussels for the European Union."""
    return Known(state, state, None, "metonym") if is_country(state) else Known(state, None, "IGO", "metonym")


def _known(hit: Hit[Meaning]) -> list[Known]:
    if any(isinstance(meaning, NoName) for meaning in hit.meanings):
        return []
    return [meaning for meaning in hit.meanings if isinstance(meaning, Known)]
