"""How much the reading stage takes in before it says no: memory stays bounded whatever comes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which a file is a problem instead of an article.

    `file` bytes of one file; `article` bytes of one article; `inside` bytes unpacked from one archive;
    `ratio` unpacked to packed bytes of one member; `members` files in one archive; `depth` of nested tags;
    `packed` archives inside archives.
    """

    file: int = 200_000_000
    article: int = 20_000_000
    inside: int = 1_000_000_000
    ratio: int = 200
    members: int = 100_000
    depth: int = 2_000
    packed: int = 2


LIMITS = Limits()
