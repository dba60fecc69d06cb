"""What stands around a claim, an article, a matter, a source, a party when it is shown."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claimbook.model.claim import Claim, Party
from claimbook.model.document import Document
from claimbook.model.matter import Account, Link, Matter, Verdict
from claimbook.publish import charts, figures
from claimbook.publish.labels import Both
from claimbook.publish.passages import Folded, Paragraph, Piece, blocks, repaired, sentence


@dataclass(frozen=True)
class ClaimView:
    """A claim with what stands around it."""

    claim: Claim
    article: "ArticleView"
    told: Both
    sources: tuple[tuple[Both, Both, str], ...]
    """Who is credited: name, stance, the address of the source."""
    matters: tuple[Matter, ...]

    @property
    def words(self) -> tuple[Piece, ...]:
        """The sentence that states it, its evidence marked."""
        return sentence(self.article.document, self.claim)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Which words filled which slot, each once."""
        text = self.article.document.text
        told = [(reason.slot, text[reason.start : reason.end][:60]) for reason in self.claim.reasons]
        return [(slot, words) for slot, words in dict.fromkeys(told) if words.strip()]

    @property
    def when(self) -> Both:
        """When it happens, as far as it is told."""
        return figures.moment(self.claim.time.edtf, self.claim.time.text)

    @property
    def said(self) -> Both:
        """When it was said."""
        return figures.moment(self.claim.said.edtf, self.claim.said.text) if self.claim.said else Both("", "")


@dataclass(frozen=True)
class ArticleView:
    """An article: what is known of it, and its claims in order."""

    document: Document
    claims: tuple[Claim, ...]

    @property
    def title(self) -> str:
        """Its title, or the name of its file."""
        return self.document.fact("title") or self.document.name

    @property
    def outlet(self) -> str:
        """Who brought it out, or nothing."""
        return self.document.fact("outlet") or ""

    @property
    def date(self) -> Both:
        """Its own date."""
        return figures.moment(self.document.date)

    @property
    def url(self) -> str | None:
        """Its address, where it is one that may be opened."""
        url = self.document.fact("url") or ""
        return url if url.startswith(("https://", "http://")) else None

    @property
    def blocks(self) -> list[Paragraph | Folded]:
        """The text to be shown."""
        return blocks(self.document, self.claims)

    @property
    def repaired(self) -> int:
        """In how many places the text was repaired."""
        return repaired(self.document)


@dataclass(frozen=True)
class AccountView:
    """What one origin says of a matter."""

    account: Account
    name: Both
    figure: Both
    said: Both
    claims: tuple[ClaimView, ...]
    colour: int


@dataclass(frozen=True)
class LinkView:
    """A link between two claims, seen from a matter: both ends, and the other matter where it leads out of this one."""

    link: Link
    source: ClaimView | None
    target: ClaimView | None
    matter: Matter | None


@dataclass(frozen=True)
class MatterView:
    """A matter with all that its page shows."""

    matter: Matter
    title: Both
    known: Both
    claims: tuple[ClaimView, ...]
    accounts: tuple[AccountView, ...]
    inner: tuple[LinkView, ...]
    outer: tuple[LinkView, ...]
    figure: Both
    articles: tuple[ArticleView, ...]
    days: tuple[date, ...]
    points: tuple[charts.Point, ...]

    @property
    def parties(self) -> str:
        """The ids of all sides and their states, for filtering."""
        return _both_keys((*self.matter.actor, *self.matter.recipient))

    @property
    def givers(self) -> str:
        """The ids and states of those who do it."""
        return _both_keys(self.matter.actor)

    @property
    def takers(self) -> str:
        """The ids and states of those to whom it is done."""
        return _both_keys(self.matter.recipient)

    @property
    def origins(self) -> str:
        """The ids of the sources."""
        return " ".join(account.origin.id for account in self.matter.accounts)

    @property
    def legend(self) -> list[tuple[Both, int]]:
        """The sources that give a figure, each with its colour."""
        return list(
            {
                view.account.origin.id: (view.name, view.colour) for view in self.accounts if view.account.quantity
            }.values()
        )

    @property
    def has_chart(self) -> bool:
        """Whether there are two figures to compare."""
        return sum(point.low is not None for point in self.points) > 1

    @property
    def words(self) -> str:
        """All quotes, to be looked for where the matter's own section stands in another file."""
        return " ".join(dict.fromkeys(one.claim.evidence[0].quote for one in self.claims))

    @property
    def since(self) -> str:
        """The first day of what it is about or was written, for filtering."""
        return min(self.days).isoformat() if self.days else ""

    @property
    def until(self) -> str:
        """The last such day."""
        return max(self.days).isoformat() if self.days else ""


@dataclass(frozen=True)
class SourceView:
    """A source: the matters it speaks of, and how they stand."""

    party: Party
    name: Both
    matters: tuple[Matter, ...]
    claims: int
    articles: int

    @property
    def verdicts(self) -> list[tuple[Verdict, int]]:
        """How many of its matters have each verdict."""
        counts = Counter(matter.verdict for matter in self.matters)
        return [(verdict, counts[verdict]) for verdict in Verdict if counts[verdict]]


@dataclass(frozen=True)
class PartyView:
    """A state or other party and the matters it takes part in."""

    key: str
    name: Both
    gave: tuple[Matter, ...]
    got: tuple[Matter, ...]


def _both_keys(parties: Iterable[Party]) -> str:
    return " ".join(sorted({key for party in parties for key in (party.id, party.country) if key}))
