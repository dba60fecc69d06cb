"""Every claim is pinned: its evidence is cut from the article's text, exactly."""

import hashlib
from importlib.resources import as_file, files
from pathlib import Path

from claimbook.pipeline import Run, run


def pins_hold(result: Run) -> None:
    """Each quote stands in its document at its place, and each document's hash is that of its text."""
    texts = {document.id: document.text for document in result.documents}
    for document in result.documents:
        assert document.sha256 == hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    assert result.claims
    for claim in result.claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert texts[claim.document_id][evidence.start : evidence.end] == evidence.quote


def test_every_claim_of_the_examples_is_pinned() -> None:
    """`text[start:end] == quote` for all claims of the example corpus."""
    with as_file(files("claimbook") / "data" / "examples") as folder:
        result = run([str(folder)])
    assert len(result.documents) == 8
    assert result.problems == ()
    pins_hold(result)


def test_every_claim_of_the_seeds_is_pinned(shared: Path) -> None:
    """The same for the five real articles."""
    result = run([str(shared / "seeds")])
    assert len(result.documents) == 5
    assert {claim.document for claim in result.claims} == {document.name for document in result.documents}
    pins_hold(result)


def test_the_same_input_gives_the_same_claims() -> None:
    """Ids are content hashes: two runs agree to the byte."""
    with as_file(files("claimbook") / "data" / "examples") as folder:
        first, second = run([str(folder)]), run([str(folder)])
    assert first.claims == second.claims
    assert len({claim.id for claim in first.claims}) == len(first.claims)
