"""How two claims of one matter stand to each other: same, revision, scope, part of, contradiction, with the reason."""

from datetime import date

from claimbook.model.claim import Act, Event, Status
from claimbook.model.matter import Relation
from claimbook.reconcile.compare import compare
from claimbook.reconcile.compare.fighting import LOSSES
from claimbook.reconcile.compare.figures import figures_of_other_size
from claimbook.reconcile.compare.goods import named_against_general, other_topic
from claimbook.reconcile.compare.places import lands_apart, places_apart, same_place
from claimbook.reconcile.compare.sides import rivals
from claimbook.reconcile.compare.times import same_time, times_apart
from claimbook.reconcile.compare.wording import said
from claimbook.reconcile.facets import Facets
from claimbook.reconcile.origins import UNATTRIBUTED, is_named, may_be_the_same

_ONE_PLACE = frozenset({Event.MEET, Event.AGREE, Event.TRAIN})
_ON_A_DAY = frozenset({Event.MEET, Event.AGREE, Event.ATTACK, Event.CONTROL, Event.CASUALTY})


def relation(left: Facets, right: Facets) -> tuple[Relation, str]:
    """The relation and its reason. The first that applies of: yes and no, figures, dates, places, parts, same."""
    for rule in (_yes_and_no, _figures, _dates, _places, _parts):
        found = rule(left, right)
        if found:
            return found
    return Relation.SAME, _sameness(left, right)


def one_origin(left: Facets, right: Facets) -> bool:
    """Whether a named origin of the one may be an origin of the other."""
    return any(
        may_be_the_same(one, other) or may_be_the_same(other, one)
        for one in left.origins
        for other in right.origins
        if is_named(one) and is_named(other)
    )


def same_document(left: Facets, right: Facets) -> bool:
    """Whether one article says both."""
    return left.root == right.root


def document_of(facets: Facets) -> str:
    """The article a claim comes from; a copy counts as what it was copied from."""
    return facets.root


def _yes_and_no(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    if is_denial(left) != is_denial(right):
        no, yes = (left, right) if is_denial(left) else (right, left)
        if yes.phase != "denied" and no.doers & yes.sides and not no.doers & yes.voices:
            return Relation.CONTRADICTION, f"{_listed(no.doers)} denies it"
        return None
    if left.claim.event is not right.claim.event or (left.phase == "denied") == (right.phase == "denied"):
        return None
    if same_document(left, right):
        return Relation.SCOPE, "one document says both, of different times or parts"
    return Relation.CONTRADICTION, "one says that it is so, the other that it is not"


def is_denial(facets: Facets) -> bool:
    """A statement that denies what others say."""
    return facets.claim.event is Event.STATE and facets.claim.act is Act.DENY and facets.phase != "denied"


def _figures(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    one, other = left.figure, right.figure
    if not (one and other) or one.unit != other.unit:
        return None
    if one.low <= other.high and other.low <= one.high:
        return _floors(left, right)
    figures = f"{said(one)} against {said(other)}"
    losses = left.cues & LOSSES, right.cues & LOSSES
    if left.claim.event is Event.CASUALTY and losses[0] != losses[1]:
        return Relation.SCOPE, f"{_listed(losses[0])} against {_listed(losses[1])}: {figures}"
    disagree = rivals(left, right)
    if one_origin(left, right):
        if same_document(left, right) and left.claim.said == right.claim.said:
            return Relation.SCOPE, f"one document gives both from one origin, of different parts or stages: {figures}"
        if _fewer_so_far(left, right) or _fewer_so_far(right, left):
            return Relation.SCOPE, f"what is done so far against all that is planned: {figures}"
        return Relation.REVISION, f"the same origin gave different figures: {figures}"
    if left.phase != right.phase:
        return Relation.SCOPE, f"{left.claim.status} against {right.claim.status}: {figures}"
    if same_document(left, right) and not disagree:
        return Relation.SCOPE, f"one document gives both, of different parts: {figures}"
    if other_topic(left, right) or ("further" in left.cues) != ("further" in right.cues):
        return Relation.SCOPE, f"another part: {figures}"
    return _counted_at(left, right, figures) or (Relation.CONTRADICTION, f"{figures} cannot both hold")


def _floors(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    """Losses of one time that two sources put at "at least" so many and at twice as many or more."""
    if left.claim.event is not Event.CASUALTY or not rivals(left, right) or one_origin(left, right):
        return None
    if figures_of_other_size(left, right) and (same_time(left, right) or same_document(left, right)):
        assert left.figure and right.figure
        figures = f"{said(left.figure)} against {said(right.figure)}"
        return Relation.CONTRADICTION, f"{figures}, from sources that do not agree"
    return None


def _counted_at(left: Facets, right: Facets, figures: str) -> tuple[Relation, str] | None:
    """Counts of other times, or of things that nothing says are the same."""
    if left.claim.event is Event.CASUALTY and _later_is_larger(left, right):
        return Relation.SCOPE, f"a later article has a later count: {figures}"
    if left.when and right.when and left.when != right.when:
        return Relation.SCOPE, f"counted at other times: {figures}"
    if left.claim.event is Event.ATTACK and not (same_time(left, right) or same_place(left, right)):
        return Relation.SCOPE, f"nothing says that both count the same: {figures}"
    return None


def _later_is_larger(left: Facets, right: Facets) -> bool:
    if left.published is None or right.published is None or left.published == right.published:
        return False
    earlier, later = sorted((left, right), key=lambda facets: facets.published or date.min)
    return bool(earlier.figure and later.figure and earlier.figure.nominal < later.figure.nominal)


def _dates(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    if left.claim.event is not right.claim.event or same_document(left, right):
        return None
    times = f"{left.claim.time.text or left.claim.time.edtf} against {right.claim.time.text or right.claim.time.edtf}"
    if same_time(left, right) and left.third and right.third and left.third != right.third:
        return Relation.CONTRADICTION, f"{times} for the same thing"
    if left.since and right.since and abs((left.since - right.since).days) > 62:
        if left.topics == right.topics or not (left.topics and right.topics):
            narrower = named_against_general(left, right)
            return (
                (Relation.SCOPE, f"another start: {times}")
                if narrower
                else (Relation.CONTRADICTION, f"{times} as the start")
            )
        return Relation.SCOPE, f"another start of another part: {times}"
    if left.claim.event in _ON_A_DAY and left.point and right.point and times_apart(left, right):
        return Relation.CONTRADICTION, f"{times} for the same thing"
    return None


def _places(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    if left.claim.event is not right.claim.event:
        return None
    apart = lands_apart(left, right) or places_apart(left, right)
    if not apart:
        return None
    if left.claim.event in _ONE_PLACE and not same_document(left, right):
        return Relation.CONTRADICTION, apart
    return Relation.SCOPE, apart


def _parts(left: Facets, right: Facets) -> tuple[Relation, str] | None:
    if left.phase != right.phase and "denied" not in (left.phase, right.phase):
        return Relation.SCOPE, f"{left.claim.status} against {right.claim.status}"
    one, other = left.claim.place, right.claim.place
    if one and other and one[0].id != other[0].id and left.lands & right.lands:
        return Relation.PART_OF, f"{one[0].name} and {other[0].name}: a place and a place in it"
    return None


def _sameness(left: Facets, right: Facets) -> str:
    found = [finding.why for finding in compare(left, right) if finding.weight > 0]
    return "; ".join(found[:3]) or "they speak of one thing"


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names)) or "losses"


def origin_key(facets: Facets) -> str:
    """What tells origins apart where claims are weighed against each other; unattributed ones by their article."""
    first = facets.origins[0]
    return f"{first.id}:{document_of(facets)}" if first == UNATTRIBUTED or not is_named(first) else first.id


def _fewer_so_far(planned: Facets, done: Facets) -> bool:
    """Of the 12,000 decided upon 1,500 have arrived: a stage, not a correction."""
    if planned.claim.status is not Status.PLANNED or done.claim.status not in (Status.DONE, Status.ONGOING):
        return False
    return bool(planned.figure and done.figure and done.figure.high < planned.figure.low)
