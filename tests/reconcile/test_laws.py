"""Laws of reconciling that hold for any claims."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.claim import Claim, Event, Status
from claimbook.reconcile import reconcile

from .making import claim

EVENTS = (Event.DEPLOY, Event.ATTACK, Event.CASUALTY, Event.MEET, Event.STATE)
slots = st.fixed_dictionaries(
    {
        "event": st.sampled_from(EVENTS),
        "by": st.sampled_from(("PRK", "RUS", "RUS-MIL", "kim@PRK", "")),
        "to": st.sampled_from(("RUS", "UKR", "")),
        "amount": st.sampled_from((None, 10, 50, 60, 1000, 1e30)),
        "source": st.sampled_from(("", "KOR-NIS", "KOR-SPY", "KOR", "multiple-sources", "UKR-SPY", "RUS-MOD")),
        "status": st.sampled_from((Status.DONE, Status.PLANNED, Status.DENIED)),
        "time": st.sampled_from((None, "2025-06", "2025-06-17", "0001", "2024-10/..", "nonsense")),
        "place": st.sampled_from(("", "kursk@RUS", "donetsk@UKR")),
    }
)


def made(rows: list[tuple[int, dict[str, Any]]]) -> list[Claim]:
    """Claims of a few articles."""
    return [
        claim(f"c{number}", f"{document}.txt", start=number, **slots) for number, (document, slots) in enumerate(rows)
    ]


rows = st.lists(st.tuples(st.integers(0, 3), slots), min_size=1, max_size=10)


@settings(max_examples=60, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_order_changes_nothing(rows: list[tuple[int, dict[str, Any]]], random: Any) -> None:
    """The matters are the same in whatever order the articles come."""
    claims = made(rows)
    shuffled = claims[:]
    random.shuffle(shuffled)
    assert reconcile(claims, ()) == reconcile(shuffled, ())


@settings(max_examples=60, deadline=None)
@given(rows)
def test_every_claim_is_in_a_matter(rows: list[tuple[int, dict[str, Any]]]) -> None:
    """Nothing gets lost."""
    claims = made(rows)
    assert {one.id for one in claims} == {name for matter in reconcile(claims, ()) for name in matter.claims}
