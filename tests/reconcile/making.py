"""Claims and documents made in a line, for the tests of reconciling."""

from typing import Any

from claimbook.model.claim import (
    Attribution,
    Bound,
    Claim,
    Event,
    Evidence,
    Item,
    ItemKind,
    Moment,
    Party,
    Place,
    Quantity,
    Stance,
    Status,
)
from claimbook.model.document import Document, Fact, Reading
from claimbook.model.span import Span


class SameText:
    """A reading that is the text as it came."""

    def to_source(self, span: Span) -> Span:
        """The span as it is."""
        return span


def party(name: str) -> Party:
    """A party from its id; "putin@RUS" is a person of a state, "times@GBR@JRN" an outlet."""
    slug, _, rest = name.partition("@")
    country, _, sector = rest.partition("@")
    if slug[:3].isupper():
        organ = slug[4:]
        country, sector = slug[:3], {"NIS": "SPY", "HUR": "SPY", "MOD": "GOV"}.get(organ, organ)
    return Party(slug, slug, country or None, sector or None)


def claim(name: str, document: str = "a.txt", event: Event = Event.DEPLOY, **slots: Any) -> Claim:
    """A claim; `by`, `to` and `source` are lists of ids divided by spaces, `amount` a number, `place` "kursk@RUS"."""
    amount, unit = slots.get("amount"), slots.get("unit", "person")
    bound = slots.get("bound", Bound.EXACT)
    places = [part.partition("@") for part in slots.get("place", "").split()]
    item = slots.get("item", ItemKind.PERSONNEL if event is Event.DEPLOY else None)
    words = slots.get("words", name)
    return Claim(
        id=name,
        document=document,
        event=event,
        act=slots.get("act"),
        status=slots.get("status", Status.DONE),
        actor=tuple(map(party, slots.get("by", "PRK").split())),
        recipient=tuple(map(party, slots.get("to", "RUS").split())),
        item=Item(item, slots.get("goods", "")) if item else None,
        quantity=None if amount is None else Quantity(amount, amount, amount, bound, unit, f"{amount:g}"),
        time=Moment(slots.get("time"), slots.get("when")),
        said=Moment(slots["said"], None) if "said" in slots else None,
        place=tuple(Place(slug, slug, country or None) for slug, _, country in places),
        attribution=tuple(
            Attribution(party(one), slots.get("stance", Stance.ASSERTS)) for one in slots.get("source", "").split()
        ),
        evidence=(Evidence(slots.get("start", 0), slots.get("start", 0) + len(words), words),),
    )


def document(name: str, text: str = "", date: str | None = None, **facts: str) -> Document:
    """A document whose reading is its text."""
    found = tuple(Fact(key, value, "made") for key, value in facts.items())
    return Document(name, name, text, "", "utf-8", "text", Reading(text, SameText()), found, date)
