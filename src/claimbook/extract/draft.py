"""A claim in the making: what is known of it before its evidence is cut."""

from dataclasses import dataclass, field

from claimbook.extract.scene import Clause
from claimbook.lexicon.events import Trigger
from claimbook.lexicon.items import ItemNoun
from claimbook.model.claim import (
    Attribution,
    Item,
    Moment,
    Party,
    Place,
    Status,
)
from claimbook.model.mention import QuantityMention
from claimbook.model.span import Span

NOWHEN = Moment(None, None)


@dataclass(slots=True)
class Draft:
    """A claim in the making: spans count in the reading. Built for one trigger, copied for each figure."""

    trigger: Trigger
    word: Span
    clause: Clause
    status: Status
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    item: Item | None = None
    quantity: QuantityMention | None = None
    time: Moment = NOWHEN
    said: Moment | None = None
    place: tuple[Place, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    stated: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()
    reasons: list[tuple[str, str, Span]] = field(default_factory=list)
    others: tuple[ItemNoun, ...] = ()
    item_span: Span | None = None
    follows: "Draft | None" = None
    carried: bool = False
    cued: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """The ids of everybody in it."""
        return frozenset(party.id for party in (*self.actor, *self.recipient))
