"""Evidence from what: kinds of people and goods, tasks, models."""

from claimbook.model.claim import Event, ItemKind
from claimbook.reconcile.compare.figures import same_figure
from claimbook.reconcile.compare.kinds import FORCES
from claimbook.reconcile.compare.wording import listed
from claimbook.reconcile.facets import Facets


def same_kind(left: Facets, right: Facets) -> str | None:
    """The same kind of people or goods."""
    one, other = left.claim.item, right.claim.item
    return f"{one.kind} in both" if one and other and one.kind is other.kind else None


def other_kind(left: Facets, right: Facets) -> str | None:
    """Different kinds of people or goods. Arms in general and ammunition are not told apart by kind alone."""
    one, other = left.claim.item, right.claim.item
    if one is None or other is None or one.kind is other.kind:
        return None
    if ItemKind.OTHER in (one.kind, other.kind) and left.claim.event is not Event.CASUALTY:
        return None
    return f"{one.kind} is not {other.kind}"


def same_topic(left: Facets, right: Facets) -> str | None:
    """The same goods, people or task by name."""
    common = left.topics & right.topics
    if common:
        return f"{listed(common)} in both"
    one, other = left.claim.item, right.claim.item
    return f"{one.text} in both" if one and other and one.text == other.text else None


def same_model(left: Facets, right: Facets) -> str | None:
    """The same model by its designation: K9, F-16."""
    common = {name for name in left.topics & right.topics if any(letter.isdigit() for letter in name)}
    return f"{listed(frozenset(common))} in both" if common else None


def other_topic(left: Facets, right: Facets) -> str | None:
    """Both name goods, people or a task, and not the same."""
    if left.topics and right.topics and not left.topics & right.topics:
        return f"{listed(left.topics)} in one, {listed(right.topics)} in the other"
    return None


def named_against_general(left: Facets, right: Facets) -> str | None:
    """People or goods by name in one, in general in the other; an equal figure makes up for it."""
    if same_figure(left, right):
        return None
    if left.claim.event in FORCES and bool(left.topics) != bool(right.topics):
        return f"{listed(left.topics | right.topics)} against people or goods in general"
    return None
