"""Evidence from who: the sides, persons and bodies in two claims."""

from claimbook.model.claim import Event
from claimbook.reconcile.compare.kinds import FORCES
from claimbook.reconcile.compare.times import meet
from claimbook.reconcile.compare.wording import listed
from claimbook.reconcile.facets import Facets


def same_doer(left: Facets, right: Facets) -> str | None:
    """The same state or body acts in both; of drills, takes part in both."""
    common = left.doers & right.doers
    if left.claim.event is Event.TRAIN:
        common = left.sides & right.sides
    return f"{listed(common)} acts in both" if common else None


def same_target(left: Facets, right: Facets) -> str | None:
    """The same state or body receives, suffers or is addressed in both."""
    if left.claim.event is Event.TRAIN:
        return None
    common = left.targets & right.targets
    return f"{listed(common)} is on the other end in both" if common else None


def same_force(left: Facets, right: Facets) -> str | None:
    """The very same organ, force or body, not just one of the same state."""
    common = left.bodies & right.bodies
    return f"{listed(common)} in both" if common else None


def same_people(left: Facets, right: Facets) -> str | None:
    """The same person speaks, or travels."""
    common = left.people & right.people if left.claim.event in (Event.STATE, Event.MEET) else frozenset()
    return f"{listed(common)} by name in both" if common else None


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
        return f"{listed(left.doers)} acts in one, {listed(right.doers)} in the other"
    return None


def other_target(left: Facets, right: Facets) -> str | None:
    """Both name who is on the other end, and nobody is in both lists."""
    if left.claim.event in (Event.AGREE, Event.TRAIN, Event.MEET):
        return None
    if battle_from_both_sides(left, right):
        return None
    if left.targets and right.targets and not left.targets & right.targets:
        return f"{listed(left.targets)} on the other end of one, {listed(right.targets)} of the other"
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
    if left.spots & right.spots and left.when and right.when and meet(left, right):
        return f"{listed(left.doers)} and {listed(left.targets)} fight there in both"
    return None


def other_company(left: Facets, right: Facets) -> str | None:
    """Agreements and meetings with other states in them: a visit of one is not a parade of three."""
    event = left.claim.event
    if event is Event.AGREE and left.doers | left.targets != right.doers | right.targets:
        return "other parties to the agreement"
    if event is Event.MEET and left.doers != right.doers:
        return f"{listed(left.doers)} in one, {listed(right.doers)} in the other"
    if event is Event.MEET and left.targets and right.targets and left.targets != right.targets:
        return f"with {listed(left.targets)} in one, with {listed(right.targets)} in the other"
    return None


def other_speaker(left: Facets, right: Facets) -> str | None:
    """Statements, and visits, of different persons of one side."""
    if left.claim.event not in (Event.STATE, Event.MEET) or not (left.people and right.people):
        return None
    return None if left.people & right.people else f"{listed(left.people)} in one, {listed(right.people)} in the other"


def named_against_state(left: Facets, right: Facets) -> str | None:
    """A person by name speaks or travels in one, a state as such in the other."""
    if left.claim.event in (Event.STATE, Event.MEET) and bool(left.people) != bool(right.people):
        return f"{listed(left.people | right.people)} by name in one only"
    return None


def one_end_open(left: Facets, right: Facets) -> str | None:
    """Of people or goods sent: only one of them says from whom to whom."""
    if left.claim.event not in FORCES:
        return None
    if bool(left.doers) != bool(right.doers) or bool(left.targets) != bool(right.targets):
        return "only one of them says from whom to whom"
    return None


def rivals(left: Facets, right: Facets) -> bool:
    """Each is credited to somebody, and not to the same."""
    return bool(left.voices and right.voices and not left.voices & right.voices)
