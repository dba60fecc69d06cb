"""What the drafts of a sentence take over from one another: status, people, figures, receivers, lists."""

from dataclasses import replace
from itertools import pairwise

from claimbook.extract.draft import Draft
from claimbook.extract.goods import take_item
from claimbook.extract.scene import Scene
from claimbook.model.claim import (
    Act,
    Event,
    Party,
    Status,
)


def without_wishes(drafts: list[Draft]) -> list[Draft]:
    """ "Promised to send" is the planned sending, not a promise beside it; "urged them to leave" is no leaving."""
    kept = []
    for number, draft in enumerate(drafts):
        later = [d for d in drafts[number + 1 :] if d.clause == draft.clause and d.trigger.event != Event.STATE]
        earlier = [d for d in drafts[:number] if d.clause == draft.clause and d.trigger.act == Act.REQUEST]
        if draft.trigger.act == Act.PROMISE and later:
            continue
        if draft.trigger.event != Event.STATE and earlier:
            continue
        kept.append(draft)
    return kept


def in_one_breath(drafts: list[Draft]) -> list[Draft]:
    """A clause without subject and without cue of its own goes on as firmly as the clause before it.

    "Laos agreed to send sappers, clear mines and treat the wounded": all three are agreed, none is done.
    """
    for before, draft in pairwise(drafts):
        goes_on = draft.carried and draft.status == Status.DONE and not draft.cued
        if goes_on and before.status in (Status.PLANNED, Status.POSSIBLE) and before.clause != draft.clause:
            draft.status = before.status
            draft.reasons.append(("status", "as the clause before", before.word))
    return drafts


def each_once(drafts: list[Draft]) -> list[Draft]:
    """Two words of one clause that speak of the same thing (换取粮食援助) are one event."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = any(
            d.clause == draft.clause and d.trigger.event == draft.trigger.event and d.item_span == draft.item_span
            for d in kept
            if draft.item_span is not None and not draft.trigger.movement and draft.trigger.event != Event.CASUALTY
        )
        if not twin:
            kept.append(draft)
    return kept


def merged_movements(drafts: list[Draft]) -> list[Draft]:
    """ "Sends sappers to go to Kursk" is one deployment: the second verb only adds where to.

    Where the second verb is less certain ("and may station them there"), it is a claim of its own on the same people.
    """
    kept: list[Draft] = []
    for draft in drafts:
        first = next((d for d in reversed(kept) if d.trigger.event == draft.trigger.event), None)
        same_people = first is not None and draft.item_span is None and draft.trigger.event == Event.DEPLOY
        if first is not None and same_people and draft.status != first.status:
            draft.actor, draft.item, draft.follows = first.actor, first.item, first
            draft.recipient = draft.recipient or first.recipient
        elif first is not None and (same_people or draft.trigger.movement) and draft.trigger.event == Event.DEPLOY:
            senders = {party.id for party in first.actor}
            first.recipient = first.recipient or tuple(p for p in draft.recipient if p.id not in senders)
            first.place = first.place or draft.place
            first.stated = (*first.stated, draft.word)
            first.reasons += [reason for reason in draft.reasons if reason[0] in ("recipient", "place")]
            continue
        if not draft.trigger.movement or draft.item is not None:
            kept.append(draft)
    return kept


def with_figures_followed(drafts: list[Draft]) -> list[Draft]:
    """A claim on the same people has their figure."""
    for draft in drafts:
        if draft.follows is not None and draft.quantity is None:
            figures = [d.quantity for d in drafts if d.word == draft.follows.word and d.quantity is not None]
            draft.quantity = figures[0] if figures else None
    return drafts


def carry_receivers(drafts: list[Draft], receivers: dict[tuple[Event, frozenset[str]], tuple[Party, ...]]) -> None:
    """Who is sent to, given to, helped or fought stays the same for an actor until another is named."""
    for draft in drafts:
        if not draft.actor or draft.trigger.withdraw:
            continue
        countries = frozenset(party.country or party.id for party in draft.actor[:1])
        others = tuple(p for p in draft.recipient if (p.country or p.id) not in countries)
        if draft.trigger.event in (Event.ATTACK, Event.CONTROL):
            known = receivers.get((Event.ATTACK, countries), ())
            by_place_only = all(party.sector is None for party in others)
            if known and by_place_only and {p.country for p in others} <= {p.country for p in known}:
                draft.recipient = known
            elif others:
                receivers[Event.ATTACK, countries] = others
                receivers[Event.ATTACK, frozenset(p.country or p.id for p in others)] = draft.actor
        elif draft.trigger.event in (Event.DEPLOY, Event.TRANSFER, Event.ASSIST):
            if others:
                for event in (Event.DEPLOY, Event.TRANSFER, Event.ASSIST):
                    receivers[event, countries] = tuple(map(_state_of, others))
            elif not draft.recipient and not draft.place and (draft.trigger.event, countries) in receivers:
                draft.recipient = receivers[draft.trigger.event, countries]
                draft.reasons.append(("recipient", "carried over from the sentences before", draft.word))


def _state_of(party: Party) -> Party:
    return replace(party, id=party.country, sector=None) if party.country else party


def one_each(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """A claim for each thing of a list, where none of them has a figure."""
    result = []
    for draft in drafts:
        result.append(draft)
        if draft.quantity is not None:
            continue
        for item in draft.others:
            other = replace(draft, reasons=[reason for reason in draft.reasons if reason[0] != "item"], others=())
            take_item(scene, other, item)
            result.append(other)
    return result
