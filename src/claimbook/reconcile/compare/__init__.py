"""Evidence that two claims speak of the same matter, or of different ones. One function, one aspect.

A function gets the facets of two claims of one kind of event and says in a sentence what it finds, or None.
Silence is no evidence: a claim without a place is neither near nor far. The weight of a finding stands beside its
function in EVIDENCE; the sum decides (`TOGETHER` or more), and a finding as heavy as `APART` keeps two claims apart
whatever else speaks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claimbook.model.claim import Event
from claimbook.reconcile.compare.fighting import (
    losses_far,
    losses_here_and_in_all,
    only_the_sides,
    other_figures_of_one,
    other_losses,
    other_victims,
    same_losses,
)
from claimbook.reconcile.compare.figures import (
    figure_against_none,
    figure_against_unread,
    figures_agree,
    figures_far,
    figures_of_other_size,
    lots_of_other_size,
    other_part,
    other_units,
    same_figure,
    told_twice_apart,
)
from claimbook.reconcile.compare.goods import (
    named_against_general,
    other_kind,
    other_topic,
    same_kind,
    same_model,
    same_topic,
)
from claimbook.reconcile.compare.kinds import FIGHTING, FORCES
from claimbook.reconcile.compare.places import article_is_there, lands_apart, places_apart, same_land, same_place
from claimbook.reconcile.compare.sides import (
    battle_from_both_sides,
    named_against_state,
    one_end_open,
    other_company,
    other_doer,
    other_speaker,
    other_target,
    same_doer,
    same_force,
    same_people,
    same_target,
)
from claimbook.reconcile.compare.stages import (
    both_first,
    done_against_ahead,
    further_against_first,
    one_document,
    other_cohort,
    other_lot,
    other_phase,
    same_cohort,
    yes_and_no_of_one,
)
from claimbook.reconcile.compare.times import another_day, one_and_all, same_time, times_apart, times_far, times_touch
from claimbook.reconcile.compare.words import other_matter_of_words, other_occasion, other_words, same_words
from claimbook.reconcile.facets import Facets

TOGETHER = 1.0
APART = -4.0
NEVER = -10.0

_SAID = frozenset({Event.STATE})
_HAPPENS = frozenset(Event) - _SAID
_OF_THINGS = FORCES | {Event.ASSIST, Event.PRODUCE, Event.CASUALTY, Event.TRAIN}
_MET = frozenset({Event.MEET})
_LOST = frozenset({Event.CASUALTY})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one function found, in a sentence, and how much it weighs."""

    aspect: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """An evidence function, its weight, and the kinds of events it has something to say on (None: all)."""

    function: Callable[[Facets, Facets], str | None]
    weight: float
    events: frozenset[Event] | None = None


EVIDENCE = (
    Weighed(other_doer, NEVER),
    Weighed(other_target, NEVER),
    Weighed(other_kind, NEVER, _OF_THINGS),
    Weighed(other_company, NEVER, _MET | {Event.AGREE}),
    Weighed(other_speaker, NEVER, _SAID | _MET),
    Weighed(other_words, NEVER, _SAID),
    Weighed(other_victims, NEVER, FIGHTING),
    Weighed(another_day, NEVER),
    Weighed(other_part, NEVER),
    Weighed(told_twice_apart, NEVER, FORCES),
    Weighed(same_doer, 0.6),
    Weighed(same_target, 0.6),
    Weighed(same_force, 0.3),
    Weighed(same_people, 0.5, _SAID | _MET),
    Weighed(named_against_state, -0.6, _SAID | _MET),
    Weighed(one_end_open, -0.3, FORCES),
    Weighed(only_the_sides, -0.5, FIGHTING),
    Weighed(battle_from_both_sides, 1.2, frozenset({Event.ATTACK})),
    Weighed(same_words, 0.3, _SAID),
    Weighed(other_matter_of_words, -0.8, _SAID),
    Weighed(other_occasion, -1.2, _MET),
    Weighed(same_time, 1.0),
    Weighed(times_touch, 0.3),
    Weighed(times_apart, -0.3),
    Weighed(times_far, -1.0),
    Weighed(one_and_all, -1.0, FIGHTING),
    Weighed(same_place, 0.7),
    Weighed(article_is_there, 0.4, FIGHTING),
    Weighed(same_land, 0.2),
    Weighed(places_apart, -0.6, _HAPPENS),
    Weighed(lands_apart, -1.5, _HAPPENS),
    Weighed(same_kind, 0.2),
    Weighed(same_topic, 0.8),
    Weighed(same_model, 0.2),
    Weighed(other_topic, -1.5),
    Weighed(named_against_general, -0.5, FORCES),
    Weighed(same_figure, 1.2),
    Weighed(figures_agree, 0.6),
    Weighed(figures_far, -2.0, FORCES),
    Weighed(figures_of_other_size, -0.5),
    Weighed(lots_of_other_size, -1.0, FORCES),
    Weighed(other_units, -1.6),
    Weighed(figure_against_unread, -0.6),
    Weighed(figure_against_none, -1.2, FORCES),
    Weighed(other_figures_of_one, -1.5, frozenset({Event.ATTACK})),
    Weighed(same_losses, 0.3, _LOST),
    Weighed(other_losses, -1.5, _LOST),
    Weighed(losses_here_and_in_all, -0.2, _LOST),
    Weighed(losses_far, -1.0, _LOST),
    Weighed(one_document, -0.4),
    Weighed(yes_and_no_of_one, -1.0),
    Weighed(same_cohort, 0.4),
    Weighed(other_cohort, -1.0),
    Weighed(both_first, 0.7),
    Weighed(other_lot, -1.5, FORCES),
    Weighed(further_against_first, -0.5, FORCES),
    Weighed(other_phase, -1.5),
    Weighed(done_against_ahead, -0.2),
)
"""The evidence for and against, what parts two claims for good first. The weights were set by hand, watching the five
sample articles and the development stories; nothing was fitted by a program."""


def compare(left: Facets, right: Facets) -> tuple[Finding, ...]:
    """Everything found in two claims of one kind of event; the same whichever comes first, but for the wording."""
    found = ((weighed, weighed.function(left, right)) for weighed in _evidence_on(left.claim.event))
    return tuple(Finding(weighed.function.__name__, weighed.weight, why) for weighed, why in found if why)


def score(left: Facets, right: Facets) -> float:
    """The sum of what `compare` finds, or `APART` where something parts the two for good."""
    total = 0.0
    for weighed in _evidence_on(left.claim.event):
        if weighed.function(left, right):
            if weighed.weight <= APART:
                return APART
            total += weighed.weight
    return round(total, 6)


@cache
def _evidence_on(event: Event) -> tuple[Weighed, ...]:
    return tuple(weighed for weighed in EVIDENCE if weighed.events is None or event in weighed.events)
