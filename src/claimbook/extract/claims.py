"""Claims out of a scene: each trigger with the parties, figures, times and places that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.extract.attribution import Frame, attributions, find_frames
from claimbook.extract.circumstances import fill_when_and_where
from claimbook.extract.draft import Draft
from claimbook.extract.figures import assign_figures, can_have
from claimbook.extract.goods import fill_item, sided
from claimbook.extract.relations import (
    Group,
    topic_of,
)
from claimbook.extract.retelling import told_once, with_id
from claimbook.extract.roles import fill_addressee, fill_parties
from claimbook.extract.scene import Clause, Scene, inside
from claimbook.extract.status import find_cues, status_of
from claimbook.extract.succession import (
    carry_receivers,
    each_once,
    in_one_breath,
    merged_movements,
    one_each,
    with_figures_followed,
    without_wishes,
)
from claimbook.extract.triggers import Occurrence, find_triggers
from claimbook.model.claim import (
    Attribution,
    Claim,
    Event,
    Evidence,
    Party,
    Reason,
    Status,
)
from claimbook.model.span import Span


def find_claims(scene: Scene) -> tuple[Claim, ...]:
    """The claims of a scene, in order of the text, each told once."""
    drafts: list[Draft] = []
    topic: Group | None = None
    speaker: Group | None = None
    paragraph = -1
    previous: list[Draft] = []
    receivers: dict[tuple[Event, frozenset[str]], tuple[Party, ...]] = {}
    for number, sentence in enumerate(scene.analysis.sentences):
        if sentence.paragraph != paragraph:
            paragraph, topic, previous = sentence.paragraph, None, []
        frames, before = find_frames(scene, number, topic, speaker), speaker
        speaker = next((frame.speaker for frame in reversed(frames) if frame.speaker is not None), speaker)
        found, topic = _sentence_drafts(scene, number, frames, topic, before)
        found = merged_movements(each_once(in_one_breath(without_wishes(found))))
        found = with_figures_followed(assign_figures(scene, number, found, previous))
        carry_receivers(found, receivers)
        found = one_each(scene, found)
        found = [draft for draft in found if _enough(draft)]
        drafts += found
        previous = [*previous, *found][-8:]
    return told_once([_claim(scene, draft) for draft in drafts])


def _sentence_drafts(
    scene: Scene, number: int, frames: list[Frame], topic: Group | None, last: Group | None
) -> tuple[list[Draft], Group | None]:
    sentence = scene.analysis.sentences[number]
    clauses = scene.clauses_of(number)
    if not clauses:
        return [], topic
    occurrences = find_triggers(scene, sentence)
    drafts = []
    for clause in clauses:
        here = [occurrence for occurrence in occurrences if clause.span.contains(occurrence.span)]
        for place, occurrence in enumerate(here):
            until = _reach(scene, clause, here[place + 1 :])
            drafts += _drafts(scene, clause, occurrence, until, frames, topic, last)
        topic = topic_of(scene, clause) or topic
    return drafts, topic


def _is_background(scene: Scene, clause: Clause, word: Span) -> bool:
    """A dated relative clause (去年6月签署的协议) tells what is past, whatever is said of it now."""
    if scene.analysis.plain[word.end : word.end + 1] != "的":
        return False
    return any(time.span.end <= word.start for time in inside(scene.times, clause.span))


_ANNOUNCED = frozenset({Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.TRAIN, Event.MEET})


_NAMED = frozenset({Event.ATTACK, Event.TRAIN, Event.SANCTION, Event.MEET, Event.TRANSFER, Event.CONTROL})


_NEW_VERB = re.compile(r"(?:\b(?:and|to|or|who|which|then)|,)\s+(?:\w+\s+)?$")


def _reach(scene: Scene, clause: Clause, later: Sequence[Occurrence]) -> int:
    """How far the words after a trigger are its own: to the next trigger that begins a new verb phrase."""
    if scene.sentence(clause).language == "zh":
        return later[0].span.start if later else clause.span.end
    plain = scene.analysis.plain
    for occurrence in later:
        if _NEW_VERB.search(plain, clause.span.start, occurrence.span.start):
            return occurrence.span.start
    return clause.span.end


def _drafts(
    scene: Scene,
    clause: Clause,
    occurrence: Occurrence,
    until: int,
    frames: list[Frame],
    topic: Group | None,
    last: Group | None,
) -> list[Draft]:
    """The drafts of one trigger word: the first of its readings whose needs can be met here."""
    sentence = scene.sentence(clause)
    since = max(
        [
            frame.cue.end
            for frame in frames
            if frame.cue.end <= occurrence.span.start and frame.cue.start >= clause.span.start
        ],
        default=clause.span.start,
    )
    credit, covering = attributions(frames, occurrence.span.start)
    if any(frame.cue.overlaps(occurrence.span) for frame in frames if occurrence.triggers[0].event != Event.STATE):
        return []
    status, cue = status_of(scene, clause, occurrence.span, since, sentence.language)
    if status is None:
        return []
    if _is_background(scene, clause, occurrence.span):
        status, cue, credit = Status.DONE, None, ()
    announced = cue is None and any(frame.announces for frame in covering)
    for trigger in occurrence.triggers:
        firmly = Status.PLANNED if announced and trigger.event in _ANNOUNCED else status
        draft = Draft(trigger, occurrence.span, clause, trigger.status or firmly)
        draft.reasons.append(("event", f"trigger {trigger.word}", occurrence.span))
        draft.cued = cue is not None
        if cue is not None:
            draft.reasons.append(("status", f"cue for {cue.status}", cue.span))
        speakers = frozenset(source.id for frame in covering for source in frame.sources)
        if occurrence.nominal and trigger.event in _NAMED:
            topic = None
        near = next((frame.speaker for frame in covering if clause.span.contains(frame.cue)), None)
        near = None if occurrence.nominal and trigger.event in _NAMED else near
        fill_parties(scene, draft, occurrence, since, until, near or topic, sentence.language, speakers)
        fill_item(scene, draft, until)
        if trigger.event == Event.CASUALTY:
            draft.recipient = sided(scene, draft)
        if trigger.event == Event.STATE and not draft.recipient:
            fill_addressee(scene, draft, last)
        fill_when_and_where(scene, draft, covering)
        draft.attribution = _foreign(credit, draft) if trigger.event == Event.STATE else credit
        draft.elsewhere = tuple(frame.cue.cover(frame.source_span) for frame in covering)
        for frame in covering:
            draft.reasons.append(("attribution", f"credited, {frame.stance}", frame.cue))
        if _possible(scene, draft):
            return [draft]
    return []


def _foreign(credit: tuple[Attribution, ...], draft: Draft) -> tuple[Attribution, ...]:
    """A speaker is not credited with their own words."""
    speakers = {party.id for party in draft.actor}
    return tuple(entry for entry in credit if entry.source.id not in speakers)


def _possible(scene: Scene, draft: Draft) -> bool:
    """The reading's own needs, before figures are given out."""
    needs = draft.trigger.needs
    two = len(draft.parties) >= 2 and bool(draft.recipient or len(draft.actor) > 1)
    region = draft.clause.span
    met = {
        "any": True,
        "item": draft.item_span is not None
        or bool(draft.trigger.service)
        or any(can_have(draft, q) for q in inside(scene.quantities, region)),
        "figure": any(region.contains(q.span) for q in scene.quantities),
        "party2": two,
        "place": bool(draft.place),
        "time": draft.time.text is not None,
        "denied": draft.status == Status.DENIED,
    }
    if draft.trigger.people and not draft.actor:
        return False
    if draft.trigger.movement and draft.trigger.event == Event.DEPLOY:
        return bool(draft.recipient or draft.place or draft.item)
    return any(met[need] for need in needs)


def _enough(draft: Draft) -> bool:
    """Specific enough to be a claim: a party, and one more of figure, time, place, other party, item or agreement."""
    if not draft.parties:
        return False
    more = (
        draft.quantity is not None,
        draft.time.text is not None,
        bool(draft.place),
        len(draft.parties) > 1,
        draft.item is not None and draft.trigger.item is None,
    )
    if draft.trigger.event == Event.STATE:
        return bool(draft.actor)
    needs_both = draft.trigger.event in (Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.SANCTION)
    if needs_both and draft.quantity is None:
        return len(draft.parties) > 1 or (draft.item is not None and (bool(draft.place) or draft.time.edtf is not None))
    return any(more)


def _claim(scene: Scene, draft: Draft) -> Claim:
    if (
        draft.trigger.event == Event.PRODUCE
        and draft.quantity is not None
        and draft.word.end < draft.quantity.span.start
    ):
        between = find_cues(
            scene, Span(draft.word.end, draft.quantity.span.start), scene.sentence(draft.clause).language
        )
        unsure = any(cue.status == Status.POSSIBLE for cue in between)
        draft = replace(draft, status=Status.POSSIBLE) if unsure else draft
    if draft.quantity is not None and "/" in draft.quantity.value.unit and draft.status == Status.DONE:
        draft = replace(draft, status=Status.ONGOING)
    document = scene.analysis.document
    evidence = _evidence(scene, draft)
    marks: tuple[str, ...] = ()
    if draft.quantity is not None and any(draft.quantity.span.overlaps(span) for span in document.reading.unreadable):
        marks = ("damaged_text",)
    reasons = tuple(_reason(scene, *reason) for reason in draft.reasons)
    if draft.quantity is not None:
        reasons = (*reasons, _reason(scene, "quantity", draft.quantity.rule, draft.quantity.span))
    claim = Claim(
        id="",
        document=document.name,
        event=draft.trigger.event,
        act=draft.trigger.act,
        status=draft.status,
        actor=draft.actor,
        recipient=draft.recipient,
        item=draft.item,
        quantity=draft.quantity.value if draft.quantity else None,
        time=draft.time,
        said=draft.said,
        place=draft.place,
        attribution=draft.attribution,
        evidence=evidence,
        document_id=document.id,
        rule=f"{draft.trigger.event.value}: {draft.trigger.word}"
        + (f" /{draft.trigger.service}" if draft.trigger.service else ""),
        marks=marks,
        reasons=reasons,
    )
    return with_id(claim)


def _reason(scene: Scene, slot: str, rule: str, span: Span) -> Reason:
    source = scene.analysis.document.reading.to_source(span)
    return Reason(slot, rule, source.start, source.end)


def _evidence(scene: Scene, draft: Draft) -> tuple[Evidence, ...]:
    """The clauses that state the claim as one stretch, then whatever else was needed to understand it."""
    sentence = scene.sentence(draft.clause).span
    stated = draft.clause.span
    for span in (draft.word, *draft.stated, *([draft.quantity.span] if draft.quantity else [])):
        if sentence.contains(span):
            stated = stated.cover(scene.clause_at(span.start).span.cover(span))
    if draft.quantity is not None and not sentence.contains(draft.quantity.span):
        own = scene.clause_at(draft.quantity.span.start).span
        return _cut(scene, [own.cover(draft.quantity.span), stated, *draft.elsewhere])
    return _cut(scene, [stated, *draft.elsewhere])


def _cut(scene: Scene, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    document = scene.analysis.document
    kept: list[Span] = []
    for span in spans:
        source = document.reading.to_source(span)
        if not any(other.contains(source) for other in kept) and len(source):
            kept.append(source)
    return tuple(Evidence(span.start, span.end, span.of(document.text)) for span in kept)
