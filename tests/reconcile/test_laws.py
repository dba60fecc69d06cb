"""Laws of reconciling that hold for any claims."""

from dataclasses import replace
from time import monotonic
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.claim import Act, Claim, Event, Party, Status
from claimbook.model.document import Document
from claimbook.reconcile import reconcile

from .making import claim, document

TEXTS = tuple(
    "".join(f"{place}月{number}日,第{number * 7 + place}批人员到达{letter}地,一切顺利。" for number in range(1, 9))
    for place, letter in enumerate("甲乙丙丁", start=1)
)
"""Four articles that share no passage."""
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


def articles(claims: list[Claim]) -> list[Document]:
    """The articles of these claims, each with a text of its own."""
    return [
        document(name, TEXTS[int(name[0])], outlet=f"paper {name[0]}")
        for name in sorted({one.document for one in claims})
    ]


def sources(claims: list[Claim], documents: list[Document]) -> dict[frozenset[str], int]:
    """Independent sources of each matter, by its claims without those of reposts."""
    return {
        frozenset(name for name in matter.claims if "again" not in name): matter.independent_sources
        for matter in reconcile(claims, documents)
    }


@settings(max_examples=60, deadline=None)
@given(rows, st.integers(0, 3), st.sampled_from(("as it is", "cut", "another source", "no source")))
def test_a_repost_adds_no_independent_source(rows: list[tuple[int, dict[str, Any]]], which: int, how: str) -> None:
    """Copied word for word, cut, with its source taken away or another put in: the matters and their counts stay."""
    claims = made(rows)
    documents = articles(claims)
    original = documents[which % len(documents)]
    again = document("copy.txt", original.text[: 90 if how == "cut" else None], outlet="copier")
    copied = [
        replace(one, id=f"{one.id} again", document="copy.txt") for one in claims if one.document == original.name
    ]
    if how == "cut":
        copied = copied[::2]
    if how == "no source":
        copied = [replace(one, attribution=()) for one in copied]
    if how == "another source":
        other = claim("x", source="some-paper@GBR@JRN").attribution
        copied = [replace(one, attribution=other) for one in copied]
    assert sources([*claims, *copied], [*documents, again]) == sources(claims, documents)


@settings(max_examples=30, deadline=None)
@given(rows)
def test_a_matter_holds_what_its_accounts_hold(rows: list[tuple[int, dict[str, Any]]]) -> None:
    """Accounts, links and claims speak of the same claims; ranges are in order."""
    for matter in reconcile(made(rows), ()):
        assert {name for account in matter.accounts for name in account.claims} == set(matter.claims)
        assert {link.source for link in matter.links} <= set(matter.claims)
        assert matter.low is None or matter.high is None or matter.low <= matter.high
        assert 1 <= matter.credibility <= 6
        assert matter.why


def test_absurd_values_end() -> None:
    """A claim of 10,000 parties, figures without measure, times that are none."""
    many = tuple(Party(f"party-{number}", "x", None, None) for number in range(10_000))
    claims = [
        claim("a", amount=1e30, time="0001"),
        claim("b", amount=float("inf"), time="9999-12"),
        claim("c", amount=float("nan"), time="2025-02-30"),
        replace(claim("d"), actor=many, recipient=many),
        replace(claim("e", event=Event.MEET), actor=many),
        replace(claim("f", event=Event.STATE, act=Act.WARN), actor=(), recipient=()),
        claim("g", by="", to="", words=""),
        claim("h", amount=0, words="\ud800"),
    ]
    start = monotonic()
    assert {name for matter in reconcile(claims, ()) for name in matter.claims} == set("abcdefgh")
    assert monotonic() - start < 5


def test_a_large_block_ends() -> None:
    """Two thousand claims of one kind between the same two sides, each a little different."""
    claims = [
        claim(f"c{n}", f"{n % 700}.txt", start=n, amount=10 + n % 997, time=f"2025-{1 + n % 12:02}")
        for n in range(2000)
    ]
    start = monotonic()
    matters = reconcile(claims, ())
    assert len(matters) > 10
    assert monotonic() - start < 60
