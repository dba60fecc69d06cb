"""What is known of time while a document is read: when it was written, and what dates it has told so far."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from claimbook.languages.when import When
from claimbook.lexicon import edtf
from claimbook.model.span import Span

BY_DOCUMENT = "from the document's date"
_REACH = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A time already fixed: what later words may point back to."""

    span: Span
    edtf: str
    sentence: int
    paragraph: int
    background: bool
    rule: str = ""

    @property
    def start(self) -> date | None:
        """Its first day, or its last where the start is open."""
        return edtf.interval(self.edtf)[0] or edtf.interval(self.edtf)[1]


@dataclass(slots=True)
class Story:
    """What is known while the document is read from its beginning."""

    written: str | None
    newest: str | None
    sunday_first: bool = False
    told: list[Told] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0

    def tell(self, when: When, text: str, rule: str) -> None:
        """Keeps a time that has been fixed."""
        self.told.append(Told(when.span, text, self.sentence, self.paragraph, when.background, rule))

    def latest(self) -> Iterator[Told]:
        """The last times told, the last first; no word points back further."""
        return islice(reversed(self.told), _REACH)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time on the calendar, and what was needed to fix it."""

    edtf: str | None
    anchors: tuple[Span, ...] = ()
    rule: str = ""


def written_in(when: When, year: int) -> str:
    """EDTF of the stated parts in a given year."""
    if when.season is not None:
        return f"{year:04d}-{when.season}"
    if when.quarter is not None:
        return f"{year:04d}-{32 + when.quarter}"
    if when.half is not None:
        return f"{year:04d}-{39 + when.half}"
    if when.month is None:
        part = {"early": "-01~", "mid": "-06~", "late": "-12~"}.get(when.part, "")
        return f"{year:04d}{part}"
    if when.day is None:
        return f"{year:04d}-{when.month:02d}"
    return f"{year:04d}-{when.month:02d}-{when.day:02d}"


def governing_date(story: Story) -> Told | None:
    """The date that the story goes on from: the last one told that is no mere modifier.

    A bare year of another paragraph that lies before the dates told so far is a look back, not where it goes on.
    """
    candidates = [told for told in story.latest() if told.start is not None and any_time(stated_end(told.edtf))]
    foreground = [told for told in candidates if not told.background] or candidates
    if not foreground:
        return None
    last = foreground[0]
    if last.paragraph != story.paragraph and edtf.precision(stated_end(last.edtf)) == "year":
        dated = next((told for told in foreground if month_of(told.edtf) is not None), None)
        if dated is not None and is_later(dated.edtf, last.edtf):
            return dated
    return last


def last_told(story: Story, fits: Callable[[str], bool]) -> Fixed:
    """The last time told that fits; a bound tells its own end."""
    for told in story.latest():
        head = stated_end(told.edtf)
        if fits(head):
            return Fixed(head, (told.span,), "from the time told before")
    return Fixed(None)


def any_time(text: str) -> bool:
    """Whether it is of one year."""
    return text[:4].isdigit()


def stated_end(text: str) -> str:
    """The stated end of an EDTF: its start, or its end where the start is open; without "about"."""
    first, slash, last = text.partition("/")
    return (last if slash and first == ".." else first).rstrip("~")


def is_later(left: str, right: str) -> bool:
    """Whether `left` begins after the end of `right`, about or not."""
    return edtf.before(stated_end(right), stated_end(left))


def year_of(text: str | None) -> int | None:
    """Its year, if it is of one."""
    head = stated_end(text) if text else ""
    return int(head[:4]) if head[:4].isdigit() else None


def month_of(text: str) -> int | None:
    """Its month, if it is of one."""
    head = stated_end(text)
    return int(head[5:7]) if edtf.is_valid(head) and edtf.precision(head) in ("month", "day") else None


def day_of(text: str | None) -> date | None:
    """Its day, if it is one."""
    head = stated_end(text) if text else ""
    return date.fromisoformat(head) if head and edtf.precision(head) == "day" else None
