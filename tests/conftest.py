"""What the tests share: analyses of small texts, the material beside the checkout where it is there."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from claimbook.analyse import analyse
from claimbook.model.analysis import Analysis
from claimbook.model.document import Document, Reading
from claimbook.model.span import Span

SHARED = Path(__file__).resolve().parents[2] / "shared"


class SamePlace:
    """The map of a reading that is the text itself."""

    def to_source(self, span: Span) -> Span:
        """The span as it is."""
        return span


def document_of(text: str, date: str | None = None, name: str = "test.txt") -> Document:
    """A document whose reading is its text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(digest[:16], name, text, digest, "utf-8", "text", Reading(text, SamePlace()), (), date)


def make_analysis(text: str, date: str | None = None) -> Analysis:
    """The analysis of a text that needs no reading."""
    return analyse(document_of(text, date))


@pytest.fixture(scope="session")
def analysis_of() -> Callable[..., Analysis]:
    """`analysis_of(text, date=None)`: the analysis of a text that needs no reading."""
    return make_analysis


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test material beside the checkout; tests that need it are skipped where it is missing."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("needs the material in ../shared, which is not beside this checkout")
    return SHARED
