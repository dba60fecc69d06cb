"""When and where an event is, and what follows from where for who."""

from collections.abc import Sequence
from dataclasses import replace

from claimbook.extract.attribution import Frame
from claimbook.extract.draft import Draft
from claimbook.extract.goods import sided
from claimbook.extract.relations import (
    marker_before,
)
from claimbook.extract.scene import Scene, inside
from claimbook.model.claim import (
    Event,
    Party,
)
from claimbook.model.mention import PartyMention, PlaceMention, TimeMention
from claimbook.model.span import Span


def fill_when_and_where(scene: Scene, draft: Draft, covering: Sequence[Frame]) -> None:
    """The time nearest to the trigger, when its source said so, and the first place of its clause."""
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
    party_spans = [mention.span for mention in inside(scene.parties, draft.clause.span) if not _is_goal(draft, mention)]
    chosen = [
        place
        for place in places
        if (place.rule in _GONE_TO and draft.trigger.event != Event.MEET)
        or not any(place.span.overlaps(span) for span in party_spans)
    ]
    if not chosen and draft.trigger.event in (Event.CONTROL, Event.ATTACK, Event.CASUALTY):
        chosen = list(inside(scene.places, Span(sentence.start, draft.clause.span.start)))[-1:]
        draft.stated = (*draft.stated, *(place.span for place in chosen))
    if draft.trigger.event == Event.CASUALTY and not draft.recipient:
        _suffers(scene, draft, chosen[0] if chosen else None, covering)
    if chosen:
        _go_to_state(scene, draft, chosen[0])
        draft.place = tuple({p.id: p for place in chosen[:1] for p in (place.value, *place.within)}.values())
        draft.reasons.append(("place", chosen[0].rule, chosen[0].span))


_GONE_TO = frozenset({"state, in", "state, to"})
"""Rules of `find_places` for states that the words make a place."""


def _is_goal(draft: Draft, mention: PartyMention) -> bool:
    """A capital that acts ("Pyongyang has sent") is nobody's place; one gone to is both."""
    return mention.head == "metonym" and not any(party in draft.actor for party in mention.parties)


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
        draft.recipient = sided(scene, replace(draft, recipient=(state,)))
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
