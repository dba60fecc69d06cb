"""Evidence that two claims speak of the same matter, or of different ones. One function, one aspect.

A function gets the facets of two claims of one kind of event and says in a sentence what it finds, or None.
Silence is no evidence: a claim without a place is neither near nor far. The weight of a finding stands beside its
function in EVIDENCE; the sum decides (`TOGETHER` or more), and a finding as heavy as `APART` keeps two claims apart
whatever else speaks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claimbook.model.claim import Act, Bound, Event, ItemKind
from claimbook.reconcile.facets import LOTS, Facets, Figure

TOGETHER = 1.0
APART = -4.0
NEVER = -10.0

_FIGHTING = frozenset({Event.ATTACK, Event.CONTROL, Event.CASUALTY})
_FORCES = frozenset({Event.DEPLOY, Event.TRANSFER})
_DATED = frozenset({Event.MEET, Event.AGREE, Event.ATTACK, Event.CONTROL, Event.CASUALTY, Event.SANCTION, Event.STATE})
_OPEN = frozenset({Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST})
_KIND_ACTS = frozenset({Act.PRAISE, Act.THANK})
_TELLING = frozenset({Act.ACKNOWLEDGE, Act.DENY, Act.PRAISE, Act.THANK})
_ADMISSION = frozenset({Act.ACKNOWLEDGE, Act.DENY})

LOSSES = frozenset({"killed", "wounded", "captured", "missing", "displaced"})
SLIP = 4
"""Days by which reports of one thing may differ about its date."""
OCCASIONS = frozenset({"talks", "parade", "call"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one function found, in a sentence, and how much it weighs."""

    aspect: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """An evidence function and its weight."""

    function: Callable[[Facets, Facets], str | None]
    weight: float


def same_doer(left: Facets, right: Facets) -> str | None:
    """The same state or body acts in both; of drills, takes part in both."""
    common = left.doers & right.doers
    if left.claim.event is Event.TRAIN:
        common = left.sides & right.sides
    return f"{_and(common)} acts in both" if common else None


def same_target(left: Facets, right: Facets) -> str | None:
    """The same state or body receives, suffers or is addressed in both."""
    if left.claim.event is Event.TRAIN:
        return None
    common = left.targets & right.targets
    return f"{_and(common)} is on the other end in both" if common else None


def same_force(left: Facets, right: Facets) -> str | None:
    """The very same organ, force or body, not just one of the same state."""
    common = left.bodies & right.bodies
    return f"{_and(common)} in both" if common else None


def same_people(left: Facets, right: Facets) -> str | None:
    """The same person speaks, or travels."""
    common = left.people & right.people if left.claim.event in (Event.STATE, Event.MEET) else frozenset()
    return f"{_and(common)} by name in both" if common else None


def other_doer(left: Facets, right: Facets) -> str | None:
    """Both name who acts, and nobody is in both lists.

    Not for agreements and drills, whose parties stand in either list.
    """
    if left.claim.event in (Event.AGREE, Event.TRAIN, Event.MEET):
        common = left.sides & right.sides
        return "nobody takes part in both" if left.sides and right.sides and not common else None
    if battle_from_both_sides(left, right):
        return None
    if left.doers and right.doers and not left.doers & right.doers:
        return f"{_and(left.doers)} acts in one, {_and(right.doers)} in the other"
    return None


def other_target(left: Facets, right: Facets) -> str | None:
    """Both name who is on the other end, and nobody is in both lists."""
    if left.claim.event in (Event.AGREE, Event.TRAIN, Event.MEET):
        return None
    if battle_from_both_sides(left, right):
        return None
    if left.targets and right.targets and not left.targets & right.targets:
        return f"{_and(left.targets)} on the other end of one, {_and(right.targets)} of the other"
    return None


def other_company(left: Facets, right: Facets) -> str | None:
    """Agreements and meetings with other states in them: a visit of one is not a parade of three."""
    event = left.claim.event
    if event is Event.AGREE and left.doers | left.targets != right.doers | right.targets:
        return "other parties to the agreement"
    if event is Event.MEET and left.doers != right.doers:
        return f"{_and(left.doers)} in one, {_and(right.doers)} in the other"
    if event is Event.MEET and left.targets and right.targets and left.targets != right.targets:
        return f"with {_and(left.targets)} in one, with {_and(right.targets)} in the other"
    return None


def other_speaker(left: Facets, right: Facets) -> str | None:
    """Statements, and visits, of different persons of one side."""
    if left.claim.event not in (Event.STATE, Event.MEET) or not (left.people and right.people):
        return None
    return None if left.people & right.people else f"{_and(left.people)} in one, {_and(right.people)} in the other"


def other_words(left: Facets, right: Facets) -> str | None:
    """Statements that do different things: a warning is no thanks. Praise and thanks are of a kind, and so are yes and no."""
    acts = {left.claim.act, right.claim.act}
    if left.claim.event is not Event.STATE or len(acts) == 1 or acts <= _KIND_ACTS or acts <= _ADMISSION:
        return None
    return f"{left.claim.act or 'other'} is not {right.claim.act or 'other'}"


def named_against_state(left: Facets, right: Facets) -> str | None:
    """A person by name speaks or travels in one, a state as such in the other."""
    if left.claim.event in (Event.STATE, Event.MEET) and bool(left.people) != bool(right.people):
        return f"{_and(left.people | right.people)} by name in one only"
    return None


def one_end_open(left: Facets, right: Facets) -> str | None:
    """Of people or goods sent: only one of them says from whom to whom."""
    if left.claim.event not in _FORCES:
        return None
    if bool(left.doers) != bool(right.doers) or bool(left.targets) != bool(right.targets):
        return "only one of them says from whom to whom"
    return None


def only_the_sides(left: Facets, right: Facets) -> str | None:
    """Of fighting and losses: nothing in common but who fights whom, which is true of all their battles."""
    if left.claim.event not in _FIGHTING:
        return None
    others = (same_time, times_touch, same_place, article_is_there, same_land, same_topic, same_figure, figures_agree)
    named = same_force(left, right) and left.claim.event is Event.CASUALTY
    return None if named or any(rule(left, right) for rule in others) else "nothing in common but who fights whom"


def one_document(left: Facets, right: Facets) -> str | None:
    """One article tells both apart: what it says twice is one claim, so two claims are mostly two things."""
    return "one article tells them apart" if left.document == right.document else None


def other_part(left: Facets, right: Facets) -> str | None:
    """One article gives two figures of one unit that exclude each other: it counts two things."""
    one, other = left.figure, right.figure
    if left.document != right.document or rivals(left, right):
        return None
    if one and other and one.unit == other.unit and not _can_both_hold(one, other):
        return f"one article gives both {said(one)} and {said(other)}"
    return None


def battle_from_both_sides(left: Facets, right: Facets) -> str | None:
    """One battle, told once as the one side's attack and once as the other's: same place, times that meet."""
    if (
        left.claim.event is not Event.ATTACK
        or not left.doers
        or left.doers != right.targets
        or left.targets != right.doers
    ):
        return None
    if left.spots & right.spots and left.when and right.when and _meet(left, right):
        return f"{_and(left.doers)} and {_and(left.targets)} fight there in both"
    return None


def both_first(left: Facets, right: Facets) -> str | None:
    """Both speak of the first of them."""
    return "both speak of the first of them" if "first" in left.cues & right.cues else None


def one_and_all(left: Facets, right: Facets) -> str | None:
    """A count over a long time against a single occasion."""
    if left.claim.event not in _FIGHTING or not (left.when and right.when):
        return None
    long = [facets.when is not None and _days(*facets.when) > 60 for facets in (left, right)]
    counted = left.figure if long[0] else right.figure
    short = right if long[0] else left
    if long[0] != long[1] and counted and short.when and _days(*short.when) <= 10:
        return "one counts all over a long time, the other is of a few days"
    return None


def other_losses(left: Facets, right: Facets) -> str | None:
    """The dead in one, the wounded, captured or displaced in the other."""
    one, other = left.cues & LOSSES, right.cues & LOSSES
    if left.claim.event is Event.CASUALTY and one and other and not one & other:
        return f"{_and(one)} in one, {_and(other)} in the other"
    return None


def other_units(left: Facets, right: Facets) -> str | None:
    """Figures of different units measure different things."""
    one, other = left.figure, right.figure
    if one and other and one.unit != other.unit:
        return f"{one.unit} is not {other.unit}"
    return None


def yes_and_no_of_one(left: Facets, right: Facets) -> str | None:
    """One article affirms the one and denies the other: it speaks of two things."""
    if left.document == right.document and (left.phase == "denied") != (right.phase == "denied"):
        return "one article affirms the one and denies the other"
    return None


def same_cohort(left: Facets, right: Facets) -> str | None:
    """Both speak of the people of one dispatch ("these men", "they")."""
    if left.cohort is not None and left.cohort == right.cohort:
        return "both speak of the people of one dispatch"
    return None


def other_cohort(left: Facets, right: Facets) -> str | None:
    """They speak of the people of different dispatches, or one only of those sent further."""
    if left.cohort == right.cohort or (left.document == right.document and None in (left.cohort, right.cohort)):
        return None
    if None not in (left.cohort, right.cohort):
        return "they speak of the people of different dispatches"
    further = left.cohort_is_further if left.cohort is not None else right.cohort_is_further
    return "one of them speaks only of those sent further" if further else None


def article_is_there(left: Facets, right: Facets) -> str | None:
    """One names no place, but its article has all the like happen where the other one is."""
    if left.spots and right.spots:
        return None
    common = (left.spots or left.usual_spots) & (right.spots or right.usual_spots)
    return f"{_and(common)} in both, by what else the article tells" if common else None


def same_losses(left: Facets, right: Facets) -> str | None:
    """Both count the same kind of losses."""
    common = left.cues & right.cues & LOSSES
    return f"{_and(common)} in both" if common and left.claim.event is Event.CASUALTY else None


def losses_here_and_in_all(left: Facets, right: Facets) -> str | None:
    """Losses in one place, or at one time, against losses in all."""
    if left.claim.event is not Event.CASUALTY:
        return None
    if bool(left.spots) != bool(right.spots) or (left.point != right.point and left.when and right.when):
        return "only one of them is of one place or time"
    return None


def other_occasion(left: Facets, right: Facets) -> str | None:
    """Talks, a parade and a call are not one meeting."""
    if left.claim.event is not Event.MEET:
        return None
    one, other = left.cues & OCCASIONS, right.cues & OCCASIONS
    return f"{_and(one)} in one, {_and(other)} in the other" if one and other and not one & other else None


def same_words(left: Facets, right: Facets) -> str | None:
    """Statements that do the same."""
    if left.claim.event is Event.STATE and left.claim.act == right.claim.act:
        return f"both {left.claim.act or 'other'}"
    return None


def same_time(left: Facets, right: Facets) -> str | None:
    """Both are dated to a month or finer, and the dates meet."""
    if left.point and right.point and _meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} meet"
    return None


def times_touch(left: Facets, right: Facets) -> str | None:
    """Both are dated, one of them loosely, and the times meet."""
    if left.when and right.when and not (left.point and right.point) and _meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} can be the same time"
    return None


def times_apart(left: Facets, right: Facets) -> str | None:
    """Both are dated and the times do not meet. Weighs little: a date may be the point that is disputed."""
    if left.when and right.when and not _meet(left, right):
        return f"{left.claim.time.edtf} and {right.claim.time.edtf} do not meet"
    return None


def times_far(left: Facets, right: Facets) -> str | None:
    """Something that happens on a day, more than two months apart in the two claims."""
    if left.claim.event not in _DATED or not (left.when and right.when) or _meet(left, right):
        return None
    return "more than two months lie between" if days_between(left, right) > 62 else None


def another_day(left: Facets, right: Facets) -> str | None:
    """Things of a day, or of a few days, more than `SLIP` days apart: two things, not one with a disputed date."""
    if not (left.point and right.point) or _meet(left, right) or left.claim.event not in _DATED | _FORCES:
        return None
    assert left.when and right.when
    short = min(_days(*left.when), _days(*right.when)) <= 10
    days = days_between(left, right)
    return f"{days} days lie between" if short and days > SLIP else None


def other_figures_of_one(left: Facets, right: Facets) -> str | None:
    """Fighting is counted in many things (boats, shots, targets): other figures are other things, day and place apart."""
    one, other = left.figure, right.figure
    if left.claim.event is not Event.ATTACK or not (one and other) or _can_both_hold(one, other):
        return None
    return None if same_time(left, right) and same_place(left, right) else f"{said(one)} is not {said(other)}"


def other_lot(left: Facets, right: Facets) -> str | None:
    """The first lot in one, a further lot in the other."""
    one, other = left.cues & LOTS, right.cues & LOTS
    if left.claim.event in _FORCES and len(one) == 1 and len(other) == 1 and one != other:
        return "the first lot in one, a further lot in the other"
    return None


def told_twice_apart(left: Facets, right: Facets) -> str | None:
    """One article gives the same figure twice, of other times: two lots of one size."""
    if left.document != right.document or not same_figure(left, right) or left.claim.event not in _FORCES:
        return None
    return "one article tells two lots of one size" if left.claim.time.edtf != right.claim.time.edtf else None


def other_victims(left: Facets, right: Facets) -> str | None:
    """Civilians in one, forces in the other."""
    if (
        left.claim.event in _FIGHTING
        and None not in (left.civilian, right.civilian)
        and left.civilian != right.civilian
    ):
        return "civilians in one, forces in the other"
    return None


def other_matter_of_words(left: Facets, right: Facets) -> str | None:
    """Statements whose kind says little of what they are about, and nothing else that ties them."""
    if left.claim.event is not Event.STATE or left.claim.act in _TELLING:
        return None
    if same_time(left, right) or same_topic(left, right):
        return None
    return "nothing says that they are about the same"


def same_place(left: Facets, right: Facets) -> str | None:
    """The same place below the level of a country."""
    common = left.spots & right.spots
    return f"{_and(common)} in both" if common else None


def same_land(left: Facets, right: Facets) -> str | None:
    """Both in one country, and at least one of them does not say where in it."""
    common = left.lands & right.lands
    if common and not (left.spots and right.spots):
        return f"both in {_and(common)}"
    return None


def places_apart(left: Facets, right: Facets) -> str | None:
    """Both say where in one country, and the places differ."""
    if left.spots and right.spots and not left.spots & right.spots and left.lands & right.lands:
        return f"{_and(left.spots)} and {_and(right.spots)} are not the same place"
    return None


def lands_apart(left: Facets, right: Facets) -> str | None:
    """In different countries."""
    if left.lands and right.lands and not left.lands & right.lands:
        return f"{_and(left.lands)} and {_and(right.lands)} are different countries"
    return None


def same_kind(left: Facets, right: Facets) -> str | None:
    """The same kind of people or goods."""
    one, other = left.claim.item, right.claim.item
    return f"{one.kind} in both" if one and other and one.kind is other.kind else None


def other_kind(left: Facets, right: Facets) -> str | None:
    """Different kinds of people or goods. Arms in general and ammunition are not told apart by kind alone."""
    one, other = left.claim.item, right.claim.item
    if one is None or other is None or one.kind is other.kind or left.claim.event in (Event.STATE, Event.ATTACK):
        return None
    if ItemKind.OTHER in (one.kind, other.kind) and left.claim.event is not Event.CASUALTY:
        return None
    return f"{one.kind} is not {other.kind}"


def same_topic(left: Facets, right: Facets) -> str | None:
    """The same goods, people or task by name."""
    common = left.topics & right.topics
    if common:
        return f"{_and(common)} in both"
    one, other = left.claim.item, right.claim.item
    return f"{one.text} in both" if one and other and one.text == other.text else None


def same_model(left: Facets, right: Facets) -> str | None:
    """The same model by its designation: K9, F-16."""
    common = {name for name in left.topics & right.topics if any(letter.isdigit() for letter in name)}
    return f"{_and(frozenset(common))} in both" if common else None


def other_topic(left: Facets, right: Facets) -> str | None:
    """Both name goods, people or a task, and not the same."""
    if left.topics and right.topics and not left.topics & right.topics:
        return f"{_and(left.topics)} in one, {_and(right.topics)} in the other"
    return None


def named_against_general(left: Facets, right: Facets) -> str | None:
    """People or goods by name in one, in general in the other; an equal figure makes up for it."""
    if same_figure(left, right):
        return None
    if left.claim.event in _FORCES and bool(left.topics) != bool(right.topics):
        return f"{_and(left.topics | right.topics)} against people or goods in general"
    return None


def same_figure(left: Facets, right: Facets) -> str | None:
    """The same number of the same unit."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and _same(one, other):
        return f"both {one.nominal:,.10g}"
    return None


def figures_agree(left: Facets, right: Facets) -> str | None:
    """Figures that can both hold and are of one size."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and not _same(one, other) and _can_both_hold(one, other):
        return f"{said(one)} and {said(other)} can both hold" if _ratio(one, other) <= 1.5 else None
    return None


def figures_far(left: Facets, right: Facets) -> str | None:
    """Figures of forces or goods that differ by half as much again or more: mostly another lot of them."""
    one, other = left.figure, right.figure
    if (
        left.claim.event in _FORCES
        and one
        and other
        and one.unit == other.unit
        and not _can_both_hold(one, other)
        and _ratio(one, other) > 1.5
    ):
        return f"{said(one)} is not {said(other)}"
    return None


def figures_of_other_size(left: Facets, right: Facets) -> str | None:
    """Figures that do not exclude each other ("at least 10,000", 30,000) but are far from one size."""
    one, other = left.figure, right.figure
    if one and other and one.unit == other.unit and _can_both_hold(one, other) and _ratio(one, other) > 1.5:
        return f"{said(one)} is far from {said(other)}"
    return None


def figure_against_unread(left: Facets, right: Facets) -> str | None:
    """One figure could not be read, so nothing says that it is the other."""
    if left.unreadable != right.unreadable and not (left.figure and right.figure):
        return "the figure of one cannot be read"
    return None


def losses_far(left: Facets, right: Facets) -> str | None:
    """The same kind of losses, five times as many in one, and not of one day or month."""
    one, other = left.figure, right.figure
    if left.claim.event is not Event.CASUALTY or not (one and other) or left.cues & LOSSES != right.cues & LOSSES:
        return None
    if left.document == right.document and rivals(left, right):
        return None
    if one.unit == other.unit and _ratio(one, other) > 5 and not same_time(left, right):
        return f"{said(one)} is far from {said(other)}"
    return None


def figure_against_none(left: Facets, right: Facets) -> str | None:
    """How many were sent is one matter, whether any were sent another."""
    if left.claim.event in _FORCES and bool(left.claim.quantity) != bool(right.claim.quantity):
        return "only one of them says how many"
    return None


def further_against_first(left: Facets, right: Facets) -> str | None:
    """One speaks of more to come beside what was sent before, the other does not."""
    if left.claim.event in _FORCES and ("further" in left.cues) != ("further" in right.cues):
        return "only one of them speaks of a further part"
    return None


def other_phase(left: Facets, right: Facets) -> str | None:
    """One is a condition ("if …"), the other is not."""
    if (left.phase == "hypothetical") != (right.phase == "hypothetical"):
        return "one of them holds only under a condition"
    return None


def done_against_ahead(left: Facets, right: Facets) -> str | None:
    """One has happened, the other is still to come. Weighs little: plans are carried out."""
    return "one is done, the other still to come" if {left.phase, right.phase} == {"real", "ahead"} else None


EVIDENCE = (
    Weighed(same_doer, 0.6),
    Weighed(same_target, 0.6),
    Weighed(same_force, 0.3),
    Weighed(same_people, 0.5),
    Weighed(other_doer, NEVER),
    Weighed(other_target, NEVER),
    Weighed(other_company, NEVER),
    Weighed(other_speaker, NEVER),
    Weighed(other_words, NEVER),
    Weighed(same_words, 0.3),
    Weighed(named_against_state, -0.6),
    Weighed(one_end_open, -0.3),
    Weighed(only_the_sides, -0.5),
    Weighed(one_document, -0.4),
    Weighed(other_part, NEVER),
    Weighed(battle_from_both_sides, 1.2),
    Weighed(both_first, 0.7),
    Weighed(other_units, -1.6),
    Weighed(yes_and_no_of_one, -1.0),
    Weighed(same_cohort, 0.4),
    Weighed(other_cohort, -1.0),
    Weighed(same_time, 1.0),
    Weighed(times_touch, 0.3),
    Weighed(times_apart, -0.3),
    Weighed(times_far, -1.0),
    Weighed(another_day, NEVER),
    Weighed(other_lot, -1.5),
    Weighed(told_twice_apart, NEVER),
    Weighed(other_victims, NEVER),
    Weighed(other_matter_of_words, -0.8),
    Weighed(other_figures_of_one, -1.5),
    Weighed(same_place, 0.7),
    Weighed(article_is_there, 0.4),
    Weighed(same_land, 0.2),
    Weighed(places_apart, -0.6),
    Weighed(lands_apart, -1.5),
    Weighed(same_kind, 0.2),
    Weighed(other_kind, NEVER),
    Weighed(same_topic, 0.8),
    Weighed(same_model, 0.2),
    Weighed(other_topic, -1.5),
    Weighed(named_against_general, -0.5),
    Weighed(same_figure, 1.2),
    Weighed(figures_agree, 0.6),
    Weighed(figures_far, -1.5),
    Weighed(figures_of_other_size, -0.5),
    Weighed(figure_against_unread, -0.6),
    Weighed(figure_against_none, -1.2),
    Weighed(same_losses, 0.3),
    Weighed(other_losses, -1.5),
    Weighed(one_and_all, -1.0),
    Weighed(losses_here_and_in_all, -0.2),
    Weighed(losses_far, -1.0),
    Weighed(other_occasion, -0.8),
    Weighed(further_against_first, -0.5),
    Weighed(other_phase, -1.5),
    Weighed(done_against_ahead, -0.2),
)
"""The evidence for and against, main things first. Weights were set by hand on reasoned cases, not fitted."""


def compare(left: Facets, right: Facets) -> tuple[Finding, ...]:
    """Everything found in two claims of one kind of event; the same whichever comes first, but for the wording."""
    found = ((weighed, weighed.function(left, right)) for weighed in EVIDENCE)
    return tuple(Finding(weighed.function.__name__, weighed.weight, why) for weighed, why in found if why)


def score(left: Facets, right: Facets) -> float:
    """The sum of what `compare` finds."""
    total = 0.0
    for weighed in EVIDENCE:
        if weighed.function(left, right):
            total += weighed.weight
            if total <= APART:
                return APART
    return round(total, 6)


def _and(names: frozenset[str]) -> str:
    several = sorted(names)
    return ", ".join(several[:4]) + (" and others" if len(several) > 4 else "") if several else "nobody"


def _meet(left: Facets, right: Facets) -> bool:
    assert left.when and right.when
    return left.when[0] < right.when[1] and right.when[0] < left.when[1]


def rivals(left: Facets, right: Facets) -> bool:
    """Each is credited to somebody, and not to the same."""
    return bool(left.voices and right.voices and not left.voices & right.voices)


def days_between(left: Facets, right: Facets) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they meet or one has no time."""
    if not (left.when and right.when) or _meet(left, right):
        return 0
    first, second = sorted((left.when, right.when))
    return _days(first[1], second[0])


def _days(earlier: date, later: date) -> int:
    return (later - earlier) // timedelta(days=1)


def _same(one: Figure, other: Figure) -> bool:
    loose = (one.bound in _OPEN) != (other.bound in _OPEN)
    return one.nominal == other.nominal and _can_both_hold(one, other) and not loose


def _can_both_hold(one: Figure, other: Figure) -> bool:
    return one.low <= other.high and other.low <= one.high


def _ratio(one: Figure, other: Figure) -> float:
    small, large = sorted((abs(one.nominal), abs(other.nominal)))
    return large / small if small else (1.0 if large == small else float("inf"))


def said(figure: Figure) -> str:
    """A figure with how it is meant."""
    words = {"exact": "", "range": "", "vague": "some "}.get(figure.bound, f"{figure.bound.replace('_', ' ')} ")
    return f"{words}{figure.nominal:,.10g}"
