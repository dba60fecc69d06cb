"""What is found in the text before claims are made of it: figures, times, parties, places.

Spans count in the reading. A mention knows the rule that found it.
"""

from dataclasses import dataclass

from claimbook.model.claim import ItemKind, Moment, Party, Place, Quantity
from claimbook.model.span import Span


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure with its unit. `noun` covers the head noun it counts, where one follows or precedes it."""

    span: Span
    value: Quantity
    rule: str
    noun: Span | None = None
    item_kind: ItemKind | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time. `value.edtf` is None where nothing in the document fixes it.

    `anchors` are the other stretches that were needed to resolve it (the date that "that year" points to).
    """

    span: Span
    value: Moment
    rule: str
    anchors: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Somebody. One span may carry several parties ("两国" after two names); combined forms give one mention a half.

    `head` is what kind of word it is: "state", "organ", "person", "bloc", "group", "company", "outlet", "people",
    "reference" (points back to an earlier party: 该国, 双方, 他们), "unknown" (from the tagger alone).
    """

    span: Span
    parties: tuple[Party, ...]
    head: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Somewhere, smallest place first with the places that hold it after ("Sudzha" in Kursk)."""

    span: Span
    value: Place
    rule: str
    within: tuple[Place, ...] = ()


Mention = QuantityMention | TimeMention | PartyMention | PlaceMention
