"""The five real articles beside the checkout: read whole, without the page around them."""

import json
from pathlib import Path

import pytest

from claimbook.model.document import Document
from claimbook.model.span import Span
from claimbook.read import read_paths
from claimbook.read.offsets import OffsetMap, unaccounted

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared articles are not here")
DATES = {"000": "2025", "001": None, "002": "2025", "003": "2025", "004": "2025-04"}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """The five, read."""
    return [one for one in read_paths([str(SHARED / "seeds")]) if isinstance(one, Document)]


def test_all_evidence_is_in_the_reading(documents: list[Document]) -> None:
    """No stretch that careful readers took as evidence is left out."""
    for document in documents:
        lines = (
            (SHARED / "gold" / "claims" / document.name).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
        )
        assert isinstance(document.reading.map, OffsetMap)
        for evidence in (one for line in lines for one in json.loads(line)["evidence"]):
            span = Span(evidence["start"], evidence["end"])
            assert span.of(document.text) == evidence["quote"]
            assert document.reading.map.to_reading(span) is not None
            assert not any(out.source.overlaps(span) for out in document.reading.left_out)


def test_nothing_of_the_page_is_read(documents: list[Document]) -> None:
    """Notices, counters and hot lists are left out, and everything is accounted for."""
    for document in documents:
        assert unaccounted(document.reading, document.text) == ()
        for words in ("2026", "网易号", "網易號", "NetEase", "分享至", "热点推荐"):
            assert words not in document.reading.text


def test_dates(documents: list[Document]) -> None:
    """The year, the month, or nothing: what is certain."""
    assert {document.name[:3]: document.date for document in documents} == DATES
