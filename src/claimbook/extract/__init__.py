"""Stage 3: an analysis to claims. Mentions first (figures, times, parties, places), then who did what."""

from claimbook.extract.claims import find_claims
from claimbook.extract.scene import Scene, find_scene
from claimbook.model.analysis import Analysis
from claimbook.model.claim import Claim

__all__ = ["Scene", "extract", "find_scene"]


def extract(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of an analysed document, in order of the text."""
    return find_claims(find_scene(analysis))
