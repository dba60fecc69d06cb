"""What a claim comes to when it is compared: sides, figure, time, places, topics, worked out once for each claim.

actor RUS-MIL, recipient UKR-MIL      →  doers {RUS}, targets {UKR}
about 1.5万人                          →  13,500 to 16,500, said as 15,000
6月中旬, 2025-06                       →  June 2025, the middle of it
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimbook.analyse import plain_text
from claimbook.lexicon.edtf import interval, precision
from claimbook.lexicon.gazetteer import chain
from claimbook.model.claim import Bound, Claim, Event, Party, Place, Quantity, Status
from claimbook.reconcile.origins import origins
from claimbook.reconcile.vocabulary import cues_of, topics_of, widened

MOST_PARTIES = 64
"""Parties of one claim that are looked at: a list of thousands says nothing about who did it."""

LOTS = frozenset({"first", "further"})
"""Cues that tell one lot of people or goods from another; they may stand beside the claim's own sentence."""
_STATE = re.compile(r"([A-Z]{3})(?:-.+)?")
_INSERTED_READING = re.compile(r"[(\uff08][a-zA-Z\u00c0-\u024f\u0300-\u036f]{1,7}[)\uff09]")
_NOT_THE_STATE = frozenset({"REB", "CRM", "OPP", "REL", "NGO"})
_DESIGNATION = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,5}-?\d{1,4}[A-Z]{0,3}(?![A-Za-z0-9])")
_EXAMPLES = re.compile(r"[(\uff08].*|,?(?:主要是|包括|例如|比如|including|mainly|mostly|such as).*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as far as it commits: the range it allows, and the number a reader would call it by."""

    low: float
    high: float
    nominal: float
    unit: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Facets:
    """One claim, ready to be compared."""

    claim: Claim
    doers: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    document: str
    voices: frozenset[str]
    """Whom the claim is credited to first, as sides."""
    words: str
    figure: Figure | None
    unreadable: bool
    when: tuple[date, date] | None
    point: bool
    """The time is a month or finer, and closed: not "since then" or "by then"."""
    since: date | None
    """The time is "since then"."""
    third: str | None
    lands: frozenset[str]
    spots: frozenset[str]
    topics: frozenset[str]
    cues: frozenset[str]
    phase: str
    origins: tuple[Party, ...] = ()
    """Who said it first, as far as the articles show."""
    root: str = ""
    """The article that its article was copied from, or its own."""
    published: date | None = None
    """The day of the article, where it is known."""
    civilian: bool | None = None
    """Whether those who suffer are civilians (True) or forces (False), where the claim says so."""
    cohort: int | None = None
    """The dispatch whose people "they" or "these men" are: the number of its group."""
    cohort_is_further: bool = False
    usual_spots: frozenset[str] = frozenset()
    """Where the article has all the like happen, for a claim that names no place."""

    @property
    def sides(self) -> frozenset[str]:
        """Everybody in it, as states (or as themselves where no state is known)."""
        return self.doers | self.targets


def facets(claim: Claim, published: str | None = None) -> Facets:
    """A claim's facets; `published` is the date of its article. Never raises: what makes no sense counts as none.

    >>> from claimbook.model.claim import Attribution, Evidence, Moment
    >>> army = Party("RUS-MIL", "俄军", "RUS", "MIL")
    >>> claim = Claim("a", "x.txt", Event.ATTACK, None, Status.DONE, (army,), (), None, None,
    ...     Moment("2025-06", "6月中旬"), None, (), (), (Evidence(0, 2, "俄军"),))
    >>> found = facets(claim)
    >>> sorted(found.doers), found.third, found.when
    (['RUS'], 'middle', (datetime.date(2025, 6, 1), datetime.date(2025, 7, 1)))
    """
    when, point, since = _time(claim.time.edtf)
    words, beside = (
        plain(" ".join(evidence.quote for evidence in part)[:600]) for part in (claim.evidence[:1], claim.evidence[1:4])
    )
    cues = cues_of(words)
    cues |= frozenset() if cues & LOTS else cues_of(beside) & LOTS
    if claim.quantity and "introduces" in cues_of(words.partition(plain(claim.quantity.text[:40]) or " ")[0]):
        cues |= {"among"}
    item = plain(claim.item.text[:200]) if claim.item else ""
    return Facets(
        claim=claim,
        doers=frozenset(side(party) for party in claim.actor[:MOST_PARTIES]),
        targets=frozenset(side(party) for party in claim.recipient[:MOST_PARTIES]),
        people=frozenset(party.id for party in (*claim.actor, *claim.recipient)[:MOST_PARTIES] if is_person(party)),
        bodies=frozenset(party.id for party in (*claim.actor, *claim.recipient)[:MOST_PARTIES] if "-" in party.id[:4]),
        document=claim.document_id or claim.document,
        voices=frozenset(side(one.source) for one in claim.attribution[:1]),
        words=item,
        figure=figure(claim.quantity),
        unreadable=is_unreadable(claim),
        when=when,
        point=point,
        since=since,
        third=_third(claim),
        lands=frozenset(place.country or place.id for place in claim.place[:MOST_PARTIES]),
        spots=frozenset(around for place in claim.place[:8] if not is_land(place) for around in _around(place.id)),
        topics=_topics(item),
        cues=cues | (cues_of(item) if claim.event is Event.CASUALTY else frozenset()),
        phase=PHASES[claim.status],
        civilian=_civilian(claim),
        origins=origins(claim),
        root=claim.document_id or claim.document,
        published=_day(published),
    )


PHASES = {
    Status.DONE: "real",
    Status.ONGOING: "real",
    Status.PLANNED: "ahead",
    Status.POSSIBLE: "ahead",
    Status.HYPOTHETICAL: "hypothetical",
    Status.DENIED: "denied",
}


def plain(text: str) -> str:
    """Words as the vocabulary has them: Simplified, half-width, without readings set in after a character.

    >>> plain("朝鮮準(zhǔn)備再增派10萬(wàn)兵力")
    '朝鲜准备再增派10万兵力'
    """
    return plain_text(_INSERTED_READING.sub("", text).encode("utf-8", "replace").decode("utf-8"))


def side(party: Party) -> str:
    """The state a party stands for, or its own id.

    Rebels stand for themselves: the state they fight in is not their side.

    >>> side(Party("RUS-MOD", "俄国防部", "RUS", "GOV")), side(Party("western-media", "西方媒体"))
    ('RUS', 'western-media')
    >>> side(Party("houthis", "胡塞武装", "YEM", "REB"))
    'houthis'
    """
    if party.sector in _NOT_THE_STATE:
        return party.id
    state = _STATE.fullmatch(party.id)
    return party.country or (state.group(1) if state else party.id)


def is_person(party: Party) -> bool:
    """Somebody by name rather than a state, an organ or a body.

    >>> is_person(Party("vladimir-putin", "普京", "RUS", "GOV")), is_person(Party("RUS-GOV", "俄方", "RUS", "GOV"))
    (True, False)
    """
    single = party.sector in (None, "GOV", "MIL", "SPY", "LEG")
    return bool(party.id) and _STATE.fullmatch(party.id) is None and party.country is not None and single


def is_land(place: Place) -> bool:
    """A whole country rather than somewhere in one."""
    return place.id == place.country or _STATE.fullmatch(place.id) is not None


def figure(quantity: Quantity | None) -> Figure | None:
    """The range a figure commits to; None where it gives no number.

    "About" allows a tenth each way. Nothing else is widened.

    >>> figure(Quantity(15000, 15000, 15000, Bound.ABOUT, "person", "大约1.5万名"))
    Figure(low=13500.0, high=16500.0, nominal=15000, unit='person', bound=<Bound.ABOUT: 'about'>)
    """
    if quantity is None:
        return None
    numbers = [number for number in (quantity.value, quantity.low, quantity.high) if number is not None]
    if not numbers or not all(math.isfinite(number) for number in numbers):
        return None
    low = quantity.low if quantity.low is not None else -math.inf
    high = quantity.high if quantity.high is not None else math.inf
    if quantity.bound in (Bound.EXACT, Bound.ABOUT) and quantity.value is not None:
        low = high = quantity.value
    if quantity.bound is Bound.ABOUT:
        low, high = low - abs(low) * 0.1, high + abs(high) * 0.1
    nominal = quantity.value if quantity.value is not None else sum(numbers) / len(numbers)
    return Figure(low, high, nominal, quantity.unit, quantity.bound)


def is_unreadable(claim: Claim) -> bool:
    """A figure stands there but could not be read: marked so, or present without a number."""
    quantity = claim.quantity
    lost = quantity is not None and quantity.bound is not Bound.VAGUE and figure(quantity) is None
    return lost or "damaged_text" in claim.marks


def _time(edtf: str | None) -> tuple[tuple[date, date] | None, bool, date | None]:
    if not edtf:
        return None, False, None
    try:
        start, end = interval(edtf)
        fine = precision(edtf) in ("day", "month")
    except (ValueError, OverflowError):
        return None, False, None
    point = start is not None and end is not None and (fine or (end - start).days <= 31)
    return (start or date.min, end or date.max), point, start if end is None else None


def _topics(item: str) -> frozenset[str]:
    """What the item's words name: topics, and designations such as K2 or F-16."""
    return widened(topics_of(_EXAMPLES.sub("", item))) | frozenset(_DESIGNATION.findall(item))


@cache
def _around(place: str) -> tuple[str, ...]:
    """A place with the places below the level of a country that it lies in."""
    return (place, *(one for one in chain(place) if not one.isupper()))


def _civilian(claim: Claim) -> bool | None:
    sectors = {party.sector for party in claim.recipient[:MOST_PARTIES]}
    return True if sectors == {"CVL"} else False if sectors and sectors <= {"MIL", "REB"} else None


def _day(edtf: str | None) -> date | None:
    when, point, _ = _time(edtf)
    return when[0] if when and point else None


def _third(claim: Claim) -> str | None:
    """The third of the month that the words of the time name."""
    when, point, _ = _time(claim.time.edtf)
    if not (when and point and claim.time.text) or (when[1] - when[0]).days < 28:
        return None
    found = cues_of(plain(claim.time.text[:60])) & {"early", "middle", "late"}
    return next(iter(found)) if len(found) == 1 else None
