"""The claim record and what it is made of. Field names and meanings are a published contract: see docs/records.md."""

from dataclasses import dataclass
from enum import StrEnum

from claimbook.model.span import Span


class Event(StrEnum):
    """What kind of thing a claim speaks of."""

    DEPLOY = "deploy"
    TRANSFER = "transfer"
    ASSIST = "assist"
    CASUALTY = "casualty"
    ATTACK = "attack"
    CONTROL = "control"
    AGREE = "agree"
    MEET = "meet"
    STATE = "state"
    SANCTION = "sanction"
    TRAIN = "train"
    PRODUCE = "produce"


class Act(StrEnum):
    """What the words of a `state` claim do."""

    ACKNOWLEDGE = "acknowledge"
    DENY = "deny"
    PRAISE = "praise"
    THANK = "thank"
    PROMISE = "promise"
    ACCUSE = "accuse"
    WARN = "warn"
    INVITE = "invite"
    REQUEST = "request"
    REFUSE = "refuse"
    OTHER = "other"


class Status(StrEnum):
    """How the document, or its source, presents the event."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Bound(StrEnum):
    """How a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    UNDER = "under"
    RANGE = "range"
    VAGUE = "vague"


class Stance(StrEnum):
    """How a source stands to what it is credited with."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ESTIMATES = "estimates"
    SUSPECTS = "suspects"


class ItemKind(StrEnum):
    """What is sent, handed over, lost or made."""

    PERSONNEL = "personnel"
    MUNITION = "munition"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    AIRCRAFT = "aircraft"
    SHIP = "ship"
    EQUIPMENT = "equipment"
    TECHNOLOGY = "technology"
    ENERGY = "energy"
    FOOD = "food"
    MEDICAL = "medical"
    MONEY = "money"
    TERRITORY = "territory"
    DOCUMENT = "document"
    SERVICE = "service"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Party:
    """A state, an organ, force or person of one, a bloc, a company, an outlet.

    `id` is ISO 3166-1 alpha-3 for a state, `KOR-NIS` for an organ, `PRK-MIL` for a side of a state,
    `vladimir-putin` for anything else. `name` is as the text has it.
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `country` is the alpha-3 of the state it lies in, where that is known."""

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, the range it commits to, and its unit.

    `value` is None for a range or a vague amount; `low`/`high` are None where open.
    `unit`: person, unit, piece, round, ISO 4217, percent, fraction, SI symbols; `/year` and the like for rates.
    """

    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in EDTF (ISO 8601-2) at the precision stated, or None with the words where it cannot be resolved."""

    edtf: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """What is sent, handed over, lost, made or signed."""

    kind: ItemKind
    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the document credits, and how that source stands to it."""

    source: Party
    stance: Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the document, cut from its text as decoded: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one slot of a claim holds what it holds: the rule, and the words in the text as decoded."""

    slot: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one document says happened, is happening or is to happen.

    `id` is the hash of the rest, so that the same input gives the same id. `document_id` tells apart documents of
    one name. `marks` are warnings a reader must see with the claim ("damaged_text": a figure touches an
    unreadable place). `reasons` say which rule filled which slot from which words.
    """

    id: str
    document: str
    event: Event
    act: Act | None
    status: Status
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    item: Item | None
    quantity: Quantity | None
    time: Moment
    said: Moment | None
    place: tuple[Place, ...]
    attribution: tuple[Attribution, ...]
    evidence: tuple[Evidence, ...]
    document_id: str = ""
    rule: str = ""
    marks: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def span(self) -> Span:
        """Where the claim is stated: the first evidence, in the text as decoded."""
        return Span(self.evidence[0].start, self.evidence[0].end)
