"""What an event is about: the thing sent, lost, made or signed, and whose people they are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimbook.extract.draft import Draft
from claimbook.extract.listing import full_name, is_divided, listed
from claimbook.extract.scene import Scene, inside
from claimbook.lexicon.items import ItemNoun
from claimbook.lexicon.load import read_table
from claimbook.model.claim import (
    Event,
    Item,
    ItemKind,
    Party,
)
from claimbook.model.span import Span


def fill_item(scene: Scene, draft: Draft, until: int) -> None:
    """The thing of a kind this event has, after the trigger or handed to it before; else what the word itself says."""
    kinds = draft.trigger.items
    if draft.trigger.service:
        draft.item = Item(ItemKind.SERVICE, scene.analysis.words(draft.word))
        return
    after = [
        item for item in inside(scene.items, Span(draft.word.end, max(draft.word.end, until))) if item.kind in kinds
    ]
    before = _items_before(scene, draft, until) if not after else []
    found = after[0] if after else before[-1] if before else None
    if found is not None and found.kind is not None:
        plain = scene.analysis.plain
        listing = listed(plain, after[0], after[1:]) if after else _listed_back(plain, before)
        take_item(scene, draft, listing[0])
        draft.others = tuple(listing[1:]) if is_divided(plain, listing) else ()
    elif draft.trigger.item is not None:
        kind = next(iter(sorted(kinds))) if len(kinds) == 1 else ItemKind.OTHER
        draft.item = Item(kind, draft.trigger.item)


@cache
def _sectors(language: str) -> tuple[tuple[str, str], ...]:
    rows = read_table(f"languages/{language}/personnel_sectors.tsv", ("noun", "sector"))
    return tuple((row["noun"], row["sector"]) for row in rows)


def sided(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """The victims' side where a state alone is named: its soldiers are its MIL, its civilians its CVL."""
    words = draft.item_span.of(scene.analysis.plain).lower() if draft.item_span is not None else ""
    language = scene.sentence(draft.clause).language
    sector = next((sector for noun, sector in _sectors(language) if words.endswith(noun)), None)
    if sector is None:
        return draft.recipient
    return tuple(
        replace(party, id=f"{party.country}-{sector}", sector=sector)
        if party.id in (party.country, f"{party.country}-GOV")
        else party
        for party in draft.recipient
    )


_HANDLED = re.compile(r"[把将被由]|\b(?:was|were|been|be|is|are)\b")


def _items_before(scene: Scene, draft: Draft, until: int) -> list[ItemNoun]:
    """Things named before the verb belong to it where it is handed them (把炮弹运往) or names nothing after itself."""
    kinds = draft.trigger.items
    plain = scene.analysis.plain
    clause = draft.clause.span
    sentence = scene.sentence(draft.clause)
    objects = [t for t in sentence.tokens if draft.word.end <= t.span.start < until and t.tag in ("n", "nz", "vn")]
    handled = _HANDLED.search(plain, clause.start, draft.word.start)
    if sentence.language == "zh" and objects and not handled:
        return []
    comes = draft.trigger.movement or draft.trigger.form in ("noun", "ing")
    if sentence.language == "en" and not handled and not comes:
        return []
    own = [item for item in inside(scene.items, Span(clause.start, draft.word.start)) if item.kind in kinds]
    if own or sentence.language != "zh" or draft.trigger.event == Event.DEPLOY:
        return own
    return [item for item in inside(scene.items, Span(sentence.span.start, clause.start)) if item.kind in kinds]


def _listed_back(plain: str, items: Sequence[ItemNoun]) -> list[ItemNoun]:
    """The list that ends with the last of these items."""
    for start in range(len(items)):
        found = listed(plain, items[start], items[start + 1 :])
        if found[-1] is items[-1]:
            return found
    return [items[-1]]


def take_item(scene: Scene, draft: Draft, item: ItemNoun) -> None:
    """Puts a noun, with the model or name that stands before it, into the item of a draft."""
    span = full_name(scene.analysis.plain, item.span)
    draft.item = Item(item.kind or ItemKind.OTHER, scene.analysis.words(span))
    draft.item_span = span
    draft.stated = (*draft.stated, span)
    draft.reasons.append(("item", "noun of a kind this event has", span))
