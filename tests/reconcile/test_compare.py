"""The evidence functions as a body: documented, named once, without opinion on silence."""

import inspect

from claimbook.model.claim import Event
from claimbook.reconcile.compare import EVIDENCE, compare, score
from claimbook.reconcile.facets import facets

from .making import claim


def test_every_evidence_explains_itself() -> None:
    """A docstring, a weight, and its own name."""
    names = [weighed.function.__name__ for weighed in EVIDENCE]
    assert len(names) == len(set(names))
    assert all(inspect.getdoc(weighed.function) and weighed.weight for weighed in EVIDENCE)


def test_evidence_is_the_same_from_either_side() -> None:
    """Which claim comes first makes no difference to what is found."""
    one = facets(claim("a", "1", amount=50, time="2025-06", place="kursk@RUS", words="首批50人"))
    other = facets(claim("b", "2", amount=60, time="2025-07", place="kharkiv@UKR", words="再派60人"))
    assert {found.aspect for found in compare(one, other)} == {found.aspect for found in compare(other, one)}
    assert score(one, other) == score(other, one)


def test_silence_is_no_evidence() -> None:
    """Claims that name nothing have nothing in common and nothing against each other."""
    empty = [facets(claim(name, name, event=Event.ATTACK, by="", to="", words="")) for name in "ab"]
    assert [found.aspect for found in compare(*empty)] == ["only_the_sides"]
