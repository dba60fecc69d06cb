"""Matters from claims: what comes together, on how many sources, with which verdict."""

from typing import Any

from claimbook.model.claim import Event, Status
from claimbook.model.matter import Matter, Verdict
from claimbook.reconcile import Decision, Judgement, reconcile

from .making import claim


def only(matters: tuple[Matter, ...]) -> Matter:
    """The one matter there is."""
    assert len(matters) == 1, [matter.title for matter in matters]
    return matters[0]


def test_second_article_without_a_source_adds_none() -> None:
    """Two articles, one of them naming an origin, are one source."""
    found = only(reconcile([claim("a", "1", amount=50, source="UKR-HUR"), claim("b", "2", amount=50)], ()))
    assert (found.independent_sources, found.verdict) == (1, Verdict.SINGLE_SOURCE)


def test_same_origin_with_another_figure_is_a_revision() -> None:
    """The service's general name and its own are one origin."""
    found = only(
        reconcile(
            [
                claim("a", "1", amount=12000, source="KOR-NIS", status=Status.PLANNED, said="2024-10"),
                claim("b", "2", amount=15000, source="KOR-SPY", said="2025-09"),
            ],
            (),
        )
    )
    assert (found.independent_sources, found.verdict, found.best) == (1, Verdict.REVISED, 15000)


def test_two_origins_with_figures_that_exclude_each_other_are_contested() -> None:
    """Same day, same place, other numbers of dead."""
    slots: dict[str, Any] = {
        "event": Event.CASUALTY,
        "by": "",
        "to": "UKR",
        "time": "2025-05-03",
        "place": "odesa@UKR",
        "words": "killed",
    }
    found = only(
        reconcile(
            [
                claim("a", "1", amount=12, source="UKR-GOV", **slots),
                claim("b", "2", amount=30, source="RUS-MOD", **slots),
            ],
            (),
        )
    )
    assert found.verdict is Verdict.CONTESTED
    assert found.best is None


def test_early_and_mid_june_exclude_each_other() -> None:
    """The words are finer than the date of the month."""
    slots: dict[str, Any] = {"event": Event.MEET, "by": "shoigu@RUS", "to": "PRK", "time": "2025-06"}
    found = only(reconcile([claim("a", "1", when="6月初", **slots), claim("b", "2", when="6月中旬", **slots)], ()))
    assert found.verdict is Verdict.CONTESTED


def test_a_person_stands_above_the_evidence() -> None:
    """Together joins what nothing else would; apart parts what everything joins."""
    claims = [claim("a", "1", amount=50), claim("b", "2", amount=50), claim("c", "3", amount=9000)]
    decisions = [Decision("a", "b", Judgement.APART), Decision("b", "c", Judgement.TOGETHER)]
    assert sorted(matter.claims for matter in reconcile(claims, (), decisions)) == [("a",), ("b", "c")]
