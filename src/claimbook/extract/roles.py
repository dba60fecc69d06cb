"""Who is who in an event: the parties around a trigger, by their relation to it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claimbook.extract.draft import Draft
from claimbook.extract.relations import (
    Group,
    groups_after,
    groups_before,
    passive_words,
    subject_of,
)
from claimbook.extract.scene import Scene, inside
from claimbook.extract.triggers import Occurrence
from claimbook.model.claim import (
    Act,
    Event,
    Party,
)
from claimbook.model.span import Span


def fill_parties(
    scene: Scene,
    draft: Draft,
    occurrence: Occurrence,
    since: int,
    until: int,
    topic: Group | None,
    language: str,
    speakers: frozenset[str],
) -> None:
    """Actor and recipient: each group of parties around the trigger goes to the slot its relation has there."""
    word = occurrence.span
    before = groups_before(scene, Span(since, word.start), language)
    after = groups_after(scene, Span(word.end, until), language)
    passive = occurrence.passive or (
        language == "zh" and any(passive_words().find(scene.analysis.plain, Span(since, word.start)))
    )
    if language == "zh" and scene.analysis.plain[word.end : word.end + 1] == "的":
        before = [
            replace(group, relation="subject") if group.relation == "of-other-verb" else group for group in before
        ]
    helped = "to" if draft.trigger.event == Event.ASSIST else "subject"
    before = [replace(group, relation=helped) if group.relation == "helped" else group for group in before]
    if draft.trigger.event in (Event.DEPLOY, Event.TRANSFER, Event.PRODUCE):
        after = [group for group in after if not (group.relation == "object" and _is_item(scene, draft, group))]
    subject = subject_of(before)
    if (
        subject is None
        and topic is not None
        and _may_carry(draft, topic, speakers)
        and not any(group.relation == "of" for group in before)
    ):
        subject = Group(topic.parties, "subject")
        draft.carried = True
    slots: dict[str, list[Group]] = {"actor": [], "recipient": []}
    seen: set[str] = set()
    ordered = [*([subject] if subject else []), *reversed([g for g in before if g is not subject]), *after]
    for group in ordered:
        relation = "object" if passive and group.relation == "subject" else group.relation
        slot = draft.trigger.slot(relation)
        if relation == "subject" and draft.trigger.event == Event.CASUALTY and _causes(scene, group, draft.word):
            slot = "actor"
        if slot is None or (relation in seen and relation != "with"):
            continue
        if relation in ("in", "of") and slots[slot]:
            continue
        if relation == "object" and slots[slot] and slot == "actor":
            continue
        seen.add(relation)
        slots[slot].append(group)
        draft.reasons.append((slot, f"{relation} of {draft.trigger.word}", group.span))
    draft.actor = _parties(slots["actor"])
    taken = {party.id for party in draft.actor}
    draft.recipient = tuple(party for party in _parties(slots["recipient"]) if party.id not in taken)
    groups = [*slots["actor"], *slots["recipient"]]
    own = scene.sentence(draft.clause).span
    draft.stated = tuple(group.span for group in groups if own.contains(group.span))
    draft.elsewhere = tuple(group.span for group in groups if not own.contains(group.span))


def fill_addressee(scene: Scene, draft: Draft, last: Group | None) -> None:
    """Whom a statement is about, where its verb has no object: whom its words name, else who spoke before.

    "Lavrov warned that if Yerevan …" is about Armenia; "Kabul denies it" answers whoever accused it.
    """
    own = {party.country or party.id for party in draft.actor}
    sentence = scene.sentence(draft.clause).span
    mentions = [
        mention for mention in inside(scene.parties, Span(draft.word.end, sentence.end)) if mention.head != "reference"
    ]
    rule = "named in the statement"
    if not mentions and last is not None and draft.trigger.act in (Act.DENY, Act.ACKNOWLEDGE):
        mentions, rule = list(last.parties), "who spoke before"
    for mention in mentions:
        parties = tuple(p for p in mention.parties if (p.country or p.id) not in own and p.sector != "JRN")
        if parties:
            draft.recipient = parties
            draft.reasons.append(("recipient", rule, mention.span))
            return


_CAUSES = re.compile(r"造成|导致|致使|致(?=\d)|left|leaving|caused|causing")


def _causes(scene: Scene, group: Group, word: Span) -> bool:
    """Who stands before 造成 caused the loss and did not suffer it."""
    return group.span.end <= word.start and bool(_CAUSES.search(scene.analysis.plain, group.span.end, word.start))


def _is_item(scene: Scene, draft: Draft, group: Group) -> bool:
    """What is sent is not who it is sent to: 1000名警察, 200 Kenyan police officers."""
    return any(
        item.kind in draft.trigger.items and group.span.overlaps(item.span) for item in inside(scene.items, group.span)
    )


def _may_carry(draft: Draft, topic: Group, speakers: frozenset[str]) -> bool:
    """Who suffers a loss is not whoever reports it, nor press or an office."""
    parties = [party for mention in topic.parties for party in mention.parties]
    if draft.trigger.event != Event.CASUALTY or draft.trigger.slot("subject") == "actor":
        return True
    return not any(party.id in speakers or party.sector in ("GOV", "JRN", "SPY", "LEG") for party in parties)


def _parties(groups: Iterable[Group]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for group in groups:
        for mention in group.parties:
            for party in mention.parties:
                found.setdefault(party.id, party)
    return tuple(found.values())
