"""Do the pins still hold: is every quote of every claim exactly what stands at its place in the stored text?"""

import hashlib
from collections.abc import Iterable, Iterator

from claimbook.errors import Problem
from claimbook.model.claim import Claim

HINT = "the book was altered after it was built: build it anew from the articles"


def altered(name: str, text: str, sha256: str) -> Iterator[Problem]:
    """A problem if the text is not the one that was read.

    >>> [problem.what for problem in altered("a.txt", "老挝派兵", "0" * 64)]
    ['its stored text is not the text that was read (its SHA-256 differs)']
    """
    if hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest() != sha256:
        yield Problem(name, "its stored text is not the text that was read (its SHA-256 differs)", HINT)


def loose(text: str, claims: Iterable[Claim]) -> Iterator[Problem]:
    """A problem for each evidence whose quote is not what stands at its place."""
    for claim in claims:
        for evidence in claim.evidence:
            if text[evidence.start : evidence.end] != evidence.quote:
                where = f"characters {evidence.start} to {evidence.end}"
                yield Problem(claim.document, f"claim {claim.id}: {where} are not its quote {evidence.quote!r}", HINT)
