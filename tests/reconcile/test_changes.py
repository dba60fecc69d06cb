"""What changed between two sets of matters."""

from claimbook.model.claim import Event
from claimbook.reconcile import reconcile
from claimbook.reconcile.changes import Kind, what_changed
from claimbook.reconcile.sources import sources

from .making import claim

FIRST = claim("a", "1", amount=50, source="UKR-HUR")


def test_nothing_changes_when_nothing_is_added() -> None:
    """The same matters twice."""
    matters = reconcile([FIRST], ())
    assert what_changed(matters, matters) == ()


def test_a_second_source_is_told() -> None:
    """From one source to two that agree."""
    second = claim("b", "2", amount=50, source="KOR-NIS")
    changes = what_changed(reconcile([FIRST], ()), reconcile([FIRST, second], ()))
    assert [change.kind for change in changes] == [Kind.ACCOUNTS, Kind.SOURCES, Kind.VERDICT]
    assert "from single source to corroborated" in changes[-1].why
    assert "first from South Korea (NIS)" in changes[0].why


def test_new_and_gone_matters_are_told() -> None:
    """A matter that shares no claim with those of before is new; one of which no claim is left is gone."""
    other = claim("c", "3", event=Event.MEET, by="kim@PRK", to="CHN")
    changes = what_changed(reconcile([FIRST], ()), reconcile([other], ()))
    assert sorted(change.kind for change in changes) == [Kind.GONE, Kind.NEW]


def test_a_source_that_revises_is_recorded() -> None:
    """The record counts claims, matters, and what became of them."""
    later = claim("b", "2", amount=60, source="UKR-HUR", said="2025-09")
    found = sources(reconcile([FIRST, later], ()))
    assert [(one.origin.id, len(one.claims), len(one.revised), len(one.party)) for one in found] == [
        ("UKR-HUR", 2, 1, 0)
    ]
    assert found[0].line.startswith("Ukraine (HUR): 2 claims on 1 matter, 0 confirmed")


def test_sources_that_contradict_each_other_are_recorded() -> None:
    """Twelve or thirty dead on one day in one place."""
    both = [
        claim(
            name,
            name,
            event=Event.CASUALTY,
            by="",
            to="UKR",
            time="2025-05-03",
            place="odesa@UKR",
            words="killed",
            amount=n,
            source=who,
        )
        for name, n, who in (("a", 12, "UKR-GOV"), ("b", 30, "RUS-MOD"))
    ]
    found = {one.origin.id: one for one in sources(reconcile(both, ()))}
    assert len(found["RUS-MOD"].contradicted) == 1
    assert (len(found["UKR-GOV"].party), len(found["RUS-MOD"].party)) == (1, 0)
