"""Matters from claims: what comes together, on how many sources, with which verdict."""

from typing import Any

from claimbook.model.claim import Act, Event, Status
from claimbook.model.matter import Flag, Matter, Relation, Verdict
from claimbook.reconcile import Decision, Judgement, reconcile

from .making import claim, document


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


def test_an_outlet_leads_to_whom_it_credits() -> None:
    """Article 2 credits the paper of article 1, which credits the service: one source."""
    claims = [claim("a", "1", amount=50, source="UKR-HUR"), claim("b", "2", amount=50, source="the-herald@GBR@JRN")]
    found = only(reconcile(claims, [document("1", outlet="the-herald"), document("2", outlet="other")]))
    assert found.independent_sources == 1
    assert {account.origin.id for account in found.accounts} == {"UKR-HUR"}


def test_outlets_that_cite_each_other_vouch_for_nothing() -> None:
    """A circle has no beginning."""
    claims = [claim("a", "1", amount=50, source="courier@GBR@JRN"), claim("b", "2", amount=50, source="herald@GBR@JRN")]
    found = only(reconcile(claims, [document("1", outlet="herald"), document("2", outlet="courier")]))
    assert (found.independent_sources, found.verdict) == (0, Verdict.UNSOURCED)
    assert Flag.CIRCULAR in found.flags


def test_parts_lead_to_their_total_across_matters() -> None:
    """1,000 sappers and 5,000 builders are the 6,000."""
    claims = [
        claim("t", amount=6000, words="再派出6000人", start=0),
        claim("x", amount=1000, goods="工兵", words="包括1000名工兵", start=8),
        claim("y", amount=5000, goods="建设人员", words="5000名建设人员", start=16),
    ]
    matters = reconcile(claims, ())
    parts = {
        (link.source, link.target) for matter in matters for link in matter.links if link.relation is Relation.PART_OF
    }
    assert len(matters) == 3
    assert parts == {("x", "t"), ("y", "t")}


def test_parts_that_do_not_add_up_are_flagged() -> None:
    """40 and the remaining 70 are not 120."""
    claims = [
        claim("t", amount=120, words="sent 120 men", start=0),
        claim("x", amount=40, words="40 of them sappers", start=20),
        claim("y", amount=70, words="the remaining 70 are drivers", start=40),
    ]
    found = next(matter for matter in reconcile(claims, ()) if "t" in matter.claims)
    assert Flag.SUM_MISMATCH in found.flags
    assert "40 + 70 = 110, not 120" in found.why


def test_silence_flags_and_denial_contests() -> None:
    """What a party has not confirmed is flagged; what it denies is contested."""
    told = claim("a", amount=50, source="UKR-HUR", start=0)
    silence = claim("b", event=Event.STATE, act=Act.ACKNOWLEDGE, status=Status.DENIED, by="PRK-GOV", to="", start=30)
    quiet = next(matter for matter in reconcile([told, silence], ()) if "a" in matter.claims)
    assert Flag.UNCONFIRMED_BY_PARTY in quiet.flags
    denial = claim("b", event=Event.STATE, act=Act.DENY, by="PRK-GOV", to="UKR-HUR", start=30)
    denied = next(matter for matter in reconcile([told, denial], ()) if "a" in matter.claims)
    assert (denied.verdict, set(denied.claims)) == (Verdict.CONTESTED, {"a", "b"})
    assert Flag.DENIED_BY_PARTY in denied.flags
