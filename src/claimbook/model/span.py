"""A half-open stretch of text, `[start, end)`, in Unicode code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open: `text[span.start:span.end]` is what it covers.

    >>> Span(3, 5).of("据韩国情报"), Span(0, 3).overlaps(Span(2, 4)), Span(0, 3).overlaps(Span(3, 4))
    ('情报', True, False)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is still a place in the text."""
        return True

    def of(self, text: str) -> str:
        """The characters it covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """At least one character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """All of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def trim(self, text: str) -> "Span":
        """Without the spaces at its ends.

        >>> Span(0, 5).trim(" 俄 军 ")
        Span(start=1, end=4)
        """
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))

    def shift(self, by: int) -> "Span":
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)
