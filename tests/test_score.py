"""Scoring: what counts as found, as right in full, as invented and as missed."""

from dataclasses import replace

from claimbook.model.claim import Bound, Claim, Event, Evidence, Moment, Party, Quantity, Status
from claimbook.score import Gold, score

CLAIM = Claim(
    id="a",
    document="folder/one.txt",
    event=Event.DEPLOY,
    act=None,
    status=Status.DONE,
    actor=(Party("PRK", "朝鲜", "PRK"),),
    recipient=(Party("RUS", "俄罗斯", "RUS"),),
    item=None,
    quantity=Quantity(12000, 12000, 12000, Bound.EXACT, "person", "1.2万名"),
    time=Moment(None, None),
    said=None,
    place=(),
    attribution=(),
    evidence=(Evidence(10, 20, "朝鲜已派出1.2万名"),),
)


def test_gold_against_itself_is_perfect() -> None:
    """The same claims agree in everything, whatever folder the document stands in."""
    result = score([Gold(CLAIM)], [replace(CLAIM, document="one.txt")])
    assert (result.claims.f1, result.full.f1, result.figures_full.f1) == (1.0, 1.0, 1.0)
    assert set(result.slots.values()) == {1.0}


def test_another_figure_is_both_invented_and_missed() -> None:
    """15,000 for 12,000 is no near miss."""
    assert CLAIM.quantity is not None
    other = replace(CLAIM, quantity=replace(CLAIM.quantity, value=15000, low=15000, high=15000))
    tally = score([Gold(CLAIM)], [other]).claims
    assert (tally.right, tally.invented, tally.missed) == (0, 1, 1)


def test_a_wrong_status_is_found_but_not_right_in_full() -> None:
    """Planned for done counts as found and against the stricter figure."""
    result = score([Gold(CLAIM)], [replace(CLAIM, status=Status.PLANNED)])
    assert (result.claims.right, result.full.right, result.full.invented, result.full.missed) == (1, 0, 1, 1)
    assert result.slots["status"] == 0.0


def test_evidence_elsewhere_does_not_meet() -> None:
    """The same words about another place in the text are another claim."""
    elsewhere = replace(CLAIM, evidence=(Evidence(50, 60, "朝鲜已派出1.2万名"),))
    assert score([Gold(CLAIM)], [elsewhere]).claims.right == 0


def test_missing_an_optional_claim_is_no_fault() -> None:
    """Where careful readers differ, finding is right and missing is not wrong."""
    assert score([Gold(CLAIM, optional=True)], []).claims.missed == 0
    assert score([Gold(CLAIM, optional=True)], [CLAIM]).claims.right == 1


def test_each_claim_meets_once() -> None:
    """Telling a claim twice invents the second."""
    tally = score([Gold(CLAIM)], [CLAIM, replace(CLAIM, id="b")]).claims
    assert (tally.right, tally.invented) == (1, 1)
