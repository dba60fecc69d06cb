"""What the five real articles must give, by figure and origin."""

from pathlib import Path

import pytest

from claimbook.model.claim import Claim
from claimbook.model.matter import Matter
from claimbook.pipeline import run
from claimbook.reconcile import reconcile


@pytest.fixture(scope="module")
def claims(shared: Path) -> tuple[Claim, ...]:
    """The claims of the five articles."""
    return run([str(shared / "seeds")]).claims


@pytest.fixture(scope="module")
def matters(shared: Path) -> tuple[Matter, ...]:
    """The matters of the five articles."""
    result = run([str(shared / "seeds")])
    return reconcile(result.claims, result.documents)


def found(claims: tuple[Claim, ...], event: str, value: float, origin: str | None, actor: str | None) -> list[Claim]:
    """The claims of an event with a figure, an origin and an actor (by country)."""
    return [
        claim
        for claim in claims
        if claim.event == event
        and claim.quantity is not None
        and claim.quantity.value == value
        and (origin is None or (claim.attribution and claim.attribution[0].source.country == origin))
        and (actor is None or any(party.country == actor or party.id == actor for party in claim.actor))
    ]


@pytest.mark.parametrize(
    ("event", "value", "origin", "actor"),
    [
        ("deploy", 12000, "KOR", "PRK"),
        ("deploy", 6000, None, "PRK"),
        ("deploy", 1000, None, "PRK"),
        ("deploy", 5000, None, "PRK"),
        ("deploy", 50, "UKR", "LAO"),
        ("deploy", 30000, "UKR", "PRK"),
        ("casualty", 600, None, None),
        ("transfer", 5.5e9, None, None),
    ],
)
def test_the_figures_of_the_seeds_are_found(
    claims: tuple[Claim, ...], event: str, value: float, origin: str | None, actor: str | None
) -> None:
    """Each of these is told by the articles, with this origin."""
    assert found(claims, event, value, origin, actor)


def test_an_article_of_a_treaty_is_no_quantity(claims: tuple[Claim, ...]) -> None:
    """第4条 and Article 4 name a paragraph, not four of anything."""
    assert not [
        claim for claim in claims if claim.quantity and claim.quantity.value == 4 and claim.quantity.unit != "unit"
    ]


def test_lao_sappers_are_one_matter_with_one_independent_source(
    claims: tuple[Claim, ...], matters: tuple[Matter, ...]
) -> None:
    """Two articles tell it, one of them credits Ukrainian intelligence: that is one source."""
    sappers = {claim.id: claim.document for claim in found(claims, "deploy", 50, None, "LAO")}
    holding = [matter for matter in matters if set(sappers) & set(matter.claims)]
    assert len(holding) == 1
    assert len(set(sappers.values())) == 2
    assert holding[0].independent_sources == 1


def test_the_six_thousand_are_one_matter_told_by_three_articles(
    claims: tuple[Claim, ...], matters: tuple[Matter, ...]
) -> None:
    """The further 6,000 of June 2025."""
    told = {claim.id: claim.document for claim in found(claims, "deploy", 6000, None, "PRK")}
    most = max(len({told[c] for c in matter.claims if c in told}) for matter in matters)
    assert most == 3
