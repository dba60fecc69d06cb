"""Evidence on fighting and losses, where the same sides meet every day: more than the sides must agree."""

from claimbook.model.claim import Event
from claimbook.reconcile.compare.figures import can_both_hold, figures_agree, ratio, same_figure
from claimbook.reconcile.compare.goods import same_topic
from claimbook.reconcile.compare.kinds import FIGHTING
from claimbook.reconcile.compare.places import article_is_there, same_land, same_place
from claimbook.reconcile.compare.sides import rivals, same_force
from claimbook.reconcile.compare.times import same_time, times_touch
from claimbook.reconcile.compare.wording import listed, said
from claimbook.reconcile.facets import Facets

LOSSES = frozenset({"killed", "wounded", "captured", "missing", "displaced"})


def only_the_sides(left: Facets, right: Facets) -> str | None:
    """Of fighting and losses: nothing in common but who fights whom, which is true of all their battles."""
    if left.claim.event not in FIGHTING:
        return None
    others = (same_time, times_touch, same_place, article_is_there, same_land, same_topic, same_figure, figures_agree)
    named = same_force(left, right) and left.claim.event is Event.CASUALTY
    return None if named or any(rule(left, right) for rule in others) else "nothing in common but who fights whom"


def other_victims(left: Facets, right: Facets) -> str | None:
    """Civilians in one, forces in the other."""
    if left.claim.event in FIGHTING and None not in (left.civilian, right.civilian) and left.civilian != right.civilian:
        return "civilians in one, forces in the other"
    return None


def other_figures_of_one(left: Facets, right: Facets) -> str | None:
    """Fighting is counted in boats, shots, targets: other figures are other things, unless day and place are one."""
    one, other = left.figure, right.figure
    if left.claim.event is not Event.ATTACK or not (one and other) or can_both_hold(one, other):
        return None
    return None if same_time(left, right) and same_place(left, right) else f"{said(one)} is not {said(other)}"


def same_losses(left: Facets, right: Facets) -> str | None:
    """Both count the same kind of losses."""
    common = left.cues & right.cues & LOSSES
    return f"{listed(common)} in both" if common and left.claim.event is Event.CASUALTY else None


def other_losses(left: Facets, right: Facets) -> str | None:
    """The dead in one, the wounded, captured or displaced in the other."""
    one, other = left.cues & LOSSES, right.cues & LOSSES
    if left.claim.event is Event.CASUALTY and one and other and not one & other:
        return f"{listed(one)} in one, {listed(other)} in the other"
    return None


def losses_here_and_in_all(left: Facets, right: Facets) -> str | None:
    """Losses in one place, or at one time, against losses in all."""
    if left.claim.event is not Event.CASUALTY:
        return None
    if bool(left.spots) != bool(right.spots) or (left.point != right.point and left.when and right.when):
        return "only one of them is of one place or time"
    return None


def losses_far(left: Facets, right: Facets) -> str | None:
    """The same kind of losses, five times as many in one, and not of one day or month."""
    one, other = left.figure, right.figure
    if left.claim.event is not Event.CASUALTY or not (one and other) or left.cues & LOSSES != right.cues & LOSSES:
        return None
    if left.document == right.document and rivals(left, right):
        return None
    if one.unit == other.unit and ratio(one, other) > 5 and not same_time(left, right):
        return f"{said(one)} is far from {said(other)}"
    return None
