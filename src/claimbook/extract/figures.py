"""Which figure belongs to which event: nearest trigger that can have a figure of its kind."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimbook.extract.scene import Scene, inside
from claimbook.model.claim import Event, Item, ItemKind
from claimbook.model.mention import QuantityMention
from claimbook.model.span import Span

if TYPE_CHECKING:
    from claimbook.extract.draft import Draft

_GOES_ON = re.compile(r"(?:其中|其余|另|包括|规模|人数|总数|数量|总计|共计|分别|这批|including|among them)")
_ASIDE = re.compile(r"除了|除(?=.{1,20}外)|besides|apart from|in addition to", re.IGNORECASE)
_OTHER_CLAUSE = 40  # characters that a clause border counts for

_COUNTED = frozenset({"person", "unit", "piece", "round"})
_AMOUNT = re.compile(r"(?:金额|总额|总价|价值|造价|合同额|worth|valued at)\D{0,6}$")
_AMOUNT_REACH = 20  # characters; the longest word above with what may stand between
_KINDS_OF_UNIT = {
    "person": {ItemKind.PERSONNEL},
    "round": {ItemKind.MUNITION},
    "unit": {ItemKind.PERSONNEL},
}


def assign_figures(scene: Scene, number: int, drafts: list["Draft"], previous: list["Draft"]) -> list["Draft"]:
    """The drafts of a sentence with their figures: one draft for each figure, as each figure is a claim of its own.

    A figure without a trigger of its own in the sentence goes on with the sentence before it where the words say so
    ("1,000 of them are sappers").
    """
    sentence = scene.analysis.sentences[number]
    given: dict[int, list[QuantityMention]] = {}
    carried: list[Draft] = []
    for quantity in inside(scene.quantities, sentence.span):
        if _is_set_aside(scene, quantity):
            continue
        best = min(
            (i for i, draft in enumerate(drafts) if can_have(draft, quantity)),
            key=lambda i: _distance(scene, drafts[i], quantity),
            default=None,
        )
        if best is not None and _is_overtaken(scene, drafts[best], quantity):
            continue
        if best is not None:
            given.setdefault(best, []).append(quantity)
        elif previous and _GOES_ON.search(scene.analysis.plain, sentence.span.start, quantity.span.end):
            base = next((draft for draft in reversed(previous) if can_have(draft, quantity)), None)
            if base is not None:
                carried.append(_with(scene, base, quantity, carried=True))
    result: list[Draft] = []
    for i, draft in enumerate(drafts):
        if i not in given:
            result.append(draft)
            continue
        first = given[i][0]
        if _is_part(scene, draft, first):
            result.append(draft)
        result += [_with(scene, draft, quantity) for quantity in given[i]]
    return [*result, *carried]


def _is_set_aside(scene: Scene, quantity: QuantityMention) -> bool:
    """ "Besides those 1,000" names a figure only to leave it out."""
    clause = scene.clause_at(quantity.span.start).span
    return bool(_ASIDE.match(scene.analysis.plain, clause.start, clause.end))


def _is_overtaken(scene: Scene, draft: "Draft", quantity: QuantityMention) -> bool:
    """A loss has the figure next to it: of "25 aboard, at least 4 died, 10 were saved" it is the 4."""
    if draft.trigger.event != Event.CASUALTY:
        return False
    plain = scene.analysis.plain
    if quantity.span.end <= draft.word.start:
        between = inside(scene.quantities, Span(quantity.span.end, draft.word.start))
        return any(can_have(draft, other) for other in between)
    before = inside(scene.quantities, Span(draft.clause.span.start, draft.word.start))
    taken = any(can_have(draft, other) for other in before)
    return taken and not re.search("其中|包括|including|among", plain[draft.word.end : quantity.span.start])


def can_have(draft: "Draft", quantity: QuantityMention) -> bool:
    """The event is of a kind that can have a figure of this kind: people are sent, money is paid."""
    kinds = draft.trigger.items
    unit = quantity.value.unit.split("/")[0]
    event = draft.trigger.event
    if "/" in quantity.value.unit and event not in (Event.PRODUCE, Event.TRANSFER, Event.CASUALTY):
        return False
    if event == Event.SANCTION:
        return unit in ("person", "unit", "piece")
    if unit in ("percent", "fraction"):
        return event in (Event.PRODUCE, Event.TRANSFER, Event.CASUALTY, Event.CONTROL)
    if unit.isupper() and len(unit) == 3:
        return event in (Event.TRANSFER, Event.AGREE)
    if unit not in _COUNTED:
        return event in (Event.TRANSFER, Event.PRODUCE)
    if quantity.item_kind is not None:
        return quantity.item_kind in kinds
    return bool(_KINDS_OF_UNIT.get(unit, kinds) & kinds)


def _distance(scene: Scene, draft: "Draft", quantity: QuantityMention) -> int:
    between = (
        Span(draft.word.end, quantity.span.start)
        if quantity.span.start >= draft.word.end
        else Span(quantity.span.end, max(quantity.span.end, draft.word.start))
    )
    if draft.trigger.event == Event.AGREE and _AMOUNT.search(
        scene.analysis.plain, max(0, quantity.span.start - _AMOUNT_REACH), quantity.span.start
    ):
        return 0
    clauses = scene.clauses_of(draft.clause.sentence)
    borders = sum(between.start <= clause.span.start < between.end for clause in clauses)
    return len(between) + _OTHER_CLAUSE * borders


def _is_part(scene: Scene, draft: "Draft", quantity: QuantityMention) -> bool:
    between = scene.analysis.plain[draft.word.end : quantity.span.start]
    return bool(re.search(r"其中|包括|including|among them", between)) and draft.item is not None


def _with(scene: Scene, draft: "Draft", quantity: QuantityMention, carried: bool = False) -> "Draft":
    item = draft.item
    if quantity.noun is not None and quantity.item_kind is not None and not draft.trigger.service:
        item = Item(quantity.item_kind, scene.analysis.words(quantity.noun))
    elsewhere = (*draft.elsewhere, draft.clause.span) if carried else draft.elsewhere
    return replace(draft, quantity=quantity, item=item, elsewhere=elsewhere, reasons=list(draft.reasons))
