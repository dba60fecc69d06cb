"""Claims out of a scene: each trigger with the parties, figures, times and places that belong to it."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from claimbook.extract.attribution import Frame, attributions, find_frames
from claimbook.extract.figures import assign_figures, can_have
from claimbook.extract.listing import full_name, is_divided, listed
from claimbook.extract.relations import (
    Group,
    groups_after,
    groups_before,
    marker_before,
    passive_words,
    subject_of,
    topic_of,
)
from claimbook.extract.scene import Clause, Scene, inside
from claimbook.extract.status import find_cues, status_of
from claimbook.extract.triggers import Occurrence, find_triggers
from claimbook.lexicon.events import Trigger
from claimbook.lexicon.items import ItemNoun
from claimbook.lexicon.load import read_table
from claimbook.model.claim import (
    Act,
    Attribution,
    Claim,
    Event,
    Evidence,
    Item,
    ItemKind,
    Moment,
    Party,
    Place,
    Reason,
    Status,
)
from claimbook.model.mention import PlaceMention, QuantityMention, TimeMention
from claimbook.model.records import to_json
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
        found = _merged_movements(_each_once(_in_one_breath(_without_wishes(found))))
        found = _with_figures_followed(assign_figures(scene, number, found, previous))
        _carry_receivers(found, receivers)
        found = _one_each(scene, found)
        found = [draft for draft in found if _enough(draft)]
        drafts += found
        previous = [*previous, *found][-8:]
    return _told_once([_claim(scene, draft) for draft in drafts])


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
        _fill_parties(scene, draft, occurrence, since, until, near or topic, sentence.language, speakers)
        _fill_item(scene, draft, until)
        if trigger.event == Event.CASUALTY:
            draft.recipient = _sided(scene, draft)
        if trigger.event == Event.STATE and not draft.recipient:
            _fill_addressee(scene, draft, last)
        _fill_when_and_where(scene, draft, covering)
        draft.attribution = _foreign(credit, draft) if trigger.event == Event.STATE else credit
        draft.elsewhere = tuple(frame.cue.cover(frame.source_span) for frame in covering)
        for frame in covering:
            draft.reasons.append(("attribution", f"credited, {frame.stance}", frame.cue))
        if _possible(scene, draft):
            return [draft]
    return []


def _without_wishes(drafts: list[Draft]) -> list[Draft]:
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


def _in_one_breath(drafts: list[Draft]) -> list[Draft]:
    """A clause without subject and without cue of its own goes on as firmly as the clause before it.

    "Laos agreed to send sappers, clear mines and treat the wounded": all three are agreed, none is done.
    """
    for before, draft in pairwise(drafts):
        goes_on = draft.carried and draft.status == Status.DONE and not draft.cued
        if goes_on and before.status in (Status.PLANNED, Status.POSSIBLE) and before.clause != draft.clause:
            draft.status = before.status
            draft.reasons.append(("status", "as the clause before", before.word))
    return drafts


def _each_once(drafts: list[Draft]) -> list[Draft]:
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


def _merged_movements(drafts: list[Draft]) -> list[Draft]:
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


def _with_figures_followed(drafts: list[Draft]) -> list[Draft]:
    """A claim on the same people has their figure."""
    for draft in drafts:
        if draft.follows is not None and draft.quantity is None:
            figures = [d.quantity for d in drafts if d.word == draft.follows.word and d.quantity is not None]
            draft.quantity = figures[0] if figures else None
    return drafts


def _carry_receivers(drafts: list[Draft], receivers: dict[tuple[Event, frozenset[str]], tuple[Party, ...]]) -> None:
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


def _foreign(credit: tuple[Attribution, ...], draft: Draft) -> tuple[Attribution, ...]:
    """A speaker is not credited with their own words."""
    speakers = {party.id for party in draft.actor}
    return tuple(entry for entry in credit if entry.source.id not in speakers)


def _fill_parties(
    scene: Scene,
    draft: Draft,
    occurrence: Occurrence,
    since: int,
    until: int,
    topic: Group | None,
    language: str,
    speakers: frozenset[str],
) -> None:
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
        relation = _turned(group.relation) if passive else group.relation
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


def _fill_addressee(scene: Scene, draft: Draft, last: Group | None) -> None:
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


def _turned(relation: str) -> str:
    return {"subject": "object"}.get(relation, relation)


def _parties(groups: Iterable[Group]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for group in groups:
        for mention in group.parties:
            for party in mention.parties:
                found.setdefault(party.id, party)
    return tuple(found.values())


def _fill_item(scene: Scene, draft: Draft, until: int) -> None:
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
        _take_item(scene, draft, listing[0])
        draft.others = tuple(listing[1:]) if is_divided(plain, listing) else ()
    elif draft.trigger.item is not None:
        kind = next(iter(sorted(kinds))) if len(kinds) == 1 else ItemKind.OTHER
        draft.item = Item(kind, draft.trigger.item)


@cache
def _sectors(language: str) -> tuple[tuple[str, str], ...]:
    rows = read_table(f"languages/{language}/personnel_sectors.tsv", ("noun", "sector"))
    return tuple((row["noun"], row["sector"]) for row in rows)


def _sided(scene: Scene, draft: Draft) -> tuple[Party, ...]:
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


def _take_item(scene: Scene, draft: Draft, item: ItemNoun) -> None:
    span = full_name(scene.analysis.plain, item.span)
    draft.item = Item(item.kind or ItemKind.OTHER, scene.analysis.words(span))
    draft.item_span = span
    draft.stated = (*draft.stated, span)
    draft.reasons.append(("item", "noun of a kind this event has", span))


def _one_each(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """A claim for each thing of a list, where none of them has a figure."""
    result = []
    for draft in drafts:
        result.append(draft)
        if draft.quantity is not None:
            continue
        for item in draft.others:
            other = replace(draft, reasons=[reason for reason in draft.reasons if reason[0] != "item"], others=())
            _take_item(scene, other, item)
            result.append(other)
    return result


def _fill_when_and_where(scene: Scene, draft: Draft, covering: Sequence[Frame]) -> None:
    sentence = scene.sentence(draft.clause).span
    inner = covering[0] if covering else None
    start = inner.scope.start if inner is not None and inner.scope.start <= draft.word.start else sentence.start
    times = inside(scene.times, Span(start, draft.clause.span.end))
    in_clause = [time for time in times if draft.clause.span.contains(time.span)]
    near = _nearest(in_clause, draft.word) or (times[-1] if times else None)
    if near is not None:
        draft.time = near.value
        draft.stated = (*draft.stated, near.span)
        draft.elsewhere = (*draft.elsewhere, *near.anchors)
        draft.reasons.append(("time", near.rule, near.span))
    for frame in covering:
        if frame.said is not None and frame.said is not near:
            draft.said = frame.said.value
            draft.elsewhere = (*draft.elsewhere, frame.said.span, *frame.said.anchors)
            draft.reasons.append(("said", frame.said.rule, frame.said.span))
            break
    places = inside(scene.places, draft.clause.span)
    party_spans = [mention.span for mention in inside(scene.parties, draft.clause.span) if mention.head != "metonym"]
    chosen = [place for place in places if not any(place.span.overlaps(span) for span in party_spans)]
    if not chosen and draft.trigger.event in (Event.CONTROL, Event.ATTACK, Event.CASUALTY):
        chosen = list(inside(scene.places, Span(sentence.start, draft.clause.span.start)))[-1:]
        draft.stated = (*draft.stated, *(place.span for place in chosen))
    if draft.trigger.event == Event.CASUALTY and not draft.recipient:
        _suffers(scene, draft, chosen[0] if chosen else None, covering)
    if chosen:
        _go_to_state(scene, draft, chosen[0])
        draft.place = tuple({p.id: p for place in chosen[:1] for p in (place.value, *place.within)}.values())
        draft.reasons.append(("place", chosen[0].rule, chosen[0].span))


def _suffers(scene: Scene, draft: Draft, place: PlaceMention | None, covering: Sequence[Frame]) -> None:
    """Losses of nobody named are those of the state they happen in, else of the side that reports them."""
    state: Party | None = None
    if place is not None and place.value.country is not None:
        country = place.value.country
        state, rule, span = (
            Party(country, scene.analysis.words(place.span), country),
            "the state they happen in",
            place.span,
        )
    else:
        for frame in covering:
            source = frame.sources[0]
            if source.country is not None and source.sector in (None, "GOV", "MIL"):
                state, rule, span = (
                    Party(source.country, source.name, source.country),
                    "who reports them",
                    frame.source_span,
                )
                break
    if state is not None:
        draft.recipient = _sided(scene, replace(draft, recipient=(state,)))
        draft.reasons.append(("recipient", rule, span))


def _go_to_state(scene: Scene, draft: Draft, place: PlaceMention) -> None:
    """Who goes to a place goes to the state it lies in, where none is named."""
    country = place.value.country
    language = scene.sentence(draft.clause).language
    if draft.trigger.withdraw or marker_before(scene.analysis.plain, place.span.start, language) == "from":
        return
    goes = draft.trigger.visit or draft.trigger.event in (Event.DEPLOY, Event.ASSIST, Event.ATTACK, Event.CONTROL)
    if not goes or draft.recipient or country is None or any(party.country == country for party in draft.actor[:1]):
        return
    draft.recipient = (Party(country, scene.analysis.words(place.span), country, None),)
    draft.reasons.append(("recipient", "the state the place lies in", place.span))


def _nearest(times: Sequence[TimeMention], word: Span) -> TimeMention | None:
    return min(times, key=lambda time: (time.span.start > word.start, abs(time.span.start - word.start)), default=None)


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
        "occasion": False,
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


def with_id(claim: Claim) -> Claim:
    """The claim with the hash of everything else as its id."""
    digest = hashlib.sha256(to_json(replace(claim, id="")).encode("utf-8")).hexdigest()
    return replace(claim, id=digest[:16])


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


def _told_once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The same fact told twice in one document is one claim with the evidence of both."""
    kept: dict[str, Claim] = {}
    for claim in _restated(claims):
        key = _key(claim)
        if key in kept:
            first = kept[key]
            more = [e for e in claim.evidence if e not in first.evidence]
            kept[key] = with_id(replace(first, evidence=(*first.evidence, *more)))
        else:
            kept[key] = claim
    return tuple(sorted(kept.values(), key=lambda claim: (claim.span, claim.id)))


_RESTATABLE = frozenset({Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.AGREE, Event.MEET})


def _restated(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those that only mention again, with less, what another claim of the document says in full.

    "Laos's dispatch of troops" after "Laos decided to send 50 sappers to Russia" is the same event: its words become
    evidence of the fuller claim. A claim with a figure, a time of its own, or a denial is never taken for a mention.
    """
    result: list[Claim] = []
    for number, claim in enumerate(claims):
        fuller = next(
            (other for other in (*reversed(result), *claims[number + 1 :]) if _mentions_again(claim, other)),
            None,
        )
        if fuller is None:
            result.append(claim)
        elif fuller in result:
            place = result.index(fuller)
            more = [e for e in claim.evidence[:1] if e not in fuller.evidence]
            result[place] = with_id(replace(fuller, evidence=(*fuller.evidence, *more)))
    return result


def _mentions_again(claim: Claim, other: Claim) -> bool:
    if claim.event != other.event or claim.event not in _RESTATABLE or claim.quantity is not None:
        return False
    if claim.status not in (other.status, Status.DONE) or claim.time.text not in (None, other.time.text):
        return False
    if claim.event == Event.TRANSFER and (claim.item and claim.item.kind) != (other.item and other.item.kind):
        return False
    if claim.event == Event.ASSIST and not _same_service(claim, other):
        return False
    actors, recipients = _sides(claim.actor), _sides(claim.recipient)
    fuller = len(actors) <= len(_sides(other.actor)) and len(recipients) <= len(_sides(other.recipient))
    again = actors <= _sides(other.actor) and recipients <= _sides(other.recipient) and fuller
    same_place = {place.id for place in claim.place} <= {place.id for place in other.place} or not other.place
    return again and same_place and bool(actors | recipients)


def _same_service(claim: Claim, other: Claim) -> bool:
    return claim.rule.split("/")[-1] == other.rule.split("/")[-1]


def _sides(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.country or party.id for party in parties)


def _key(claim: Claim) -> str:
    quantity = replace(claim.quantity, text="") if claim.quantity else None
    return to_json(
        [
            claim.event,
            claim.act,
            claim.status,
            sorted(party.id for party in claim.actor),
            sorted(party.id for party in claim.recipient),
            claim.item.kind if claim.item else None,
            claim.item.text if claim.item and quantity is None and claim.event == Event.TRANSFER else None,
            quantity,
            claim.time.edtf,
            [entry.source.id for entry in claim.attribution[:1]],
        ]
    )
