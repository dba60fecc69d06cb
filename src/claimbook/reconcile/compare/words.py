"""Evidence from what is said or held: acts of statements, kinds of meetings."""

from claimbook.model.claim import Act, Event
from claimbook.reconcile.compare.goods import same_topic
from claimbook.reconcile.compare.times import same_time
from claimbook.reconcile.compare.wording import listed
from claimbook.reconcile.facets import Facets

_KIND_ACTS = frozenset({Act.PRAISE, Act.THANK})
_TELLING = frozenset({Act.ACKNOWLEDGE, Act.DENY, Act.PRAISE, Act.THANK})
_ADMISSION = frozenset({Act.ACKNOWLEDGE, Act.DENY})
OCCASIONS = frozenset({"visit", "talks", "parade", "call"})


def other_words(left: Facets, right: Facets) -> str | None:
    """Statements that do different things: a warning is no thanks. Praise and thanks go together, and yes and no."""
    acts = {left.claim.act, right.claim.act}
    if left.claim.event is not Event.STATE or len(acts) == 1 or acts <= _KIND_ACTS or acts <= _ADMISSION:
        return None
    return f"{left.claim.act or 'other'} is not {right.claim.act or 'other'}"


def same_words(left: Facets, right: Facets) -> str | None:
    """Statements that do the same."""
    if left.claim.event is Event.STATE and left.claim.act == right.claim.act:
        return f"both {left.claim.act or 'other'}"
    return None


def other_matter_of_words(left: Facets, right: Facets) -> str | None:
    """Statements whose kind says little of what they are about, and nothing else that ties them."""
    if left.claim.event is not Event.STATE or left.claim.act in _TELLING:
        return None
    if same_time(left, right) or same_topic(left, right):
        return None
    return "nothing says that they are about the same"


def other_occasion(left: Facets, right: Facets) -> str | None:
    """Talks, a parade and a call are not one meeting."""
    if left.claim.event is not Event.MEET:
        return None
    one, other = left.cues & OCCASIONS, right.cues & OCCASIONS
    return f"{listed(one)} in one, {listed(other)} in the other" if one and other and not one & other else None
