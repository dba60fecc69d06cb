"""What the pages show, made from a book once: the read model of the report, and of any other way to show a book."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from markupsafe import Markup

from claimbook.book import Book
from claimbook.errors import Problem
from claimbook.lexicon import edtf
from claimbook.model.claim import Bound, Claim, Event, Party, Place
from claimbook.model.matter import Figure, Link, Matter, Relation
from claimbook.publish import charts, figures
from claimbook.publish.labels import Both, label
from claimbook.publish.names import UNATTRIBUTED, Names
from claimbook.publish.sentences import known, statement
from claimbook.publish.views import AccountView, ArticleView, ClaimView, LinkView, MatterView, PartyView, SourceView


class Pages:
    """Everything that can be shown of a book."""

    def __init__(self, book: Book) -> None:
        self.claims = {claim.id: claim for claim in book.claims()}
        self.matters = [matter for matter in book.matters() if any(key in self.claims for key in matter.claims)]
        self.problems: tuple[Problem, ...] = book.problems()
        self.names = Names(self.claims.values())
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            by_document[claim.document_id].append(claim)
        self.articles = {one.id: ArticleView(one, tuple(by_document[one.id])) for one in book.documents()}
        self._matters_of: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.matters:
            for key in matter.claims:
                self._matters_of[key].append(matter)

    @cached_property
    def views(self) -> dict[str, ClaimView]:
        """Every claim with what stands around it."""
        return {key: self._claim(claim) for key, claim in self.claims.items()}

    @cached_property
    def matter_views(self) -> list[MatterView]:
        """The matters in order of interest."""
        return [self._matter(matter) for matter in self.matters]

    @cached_property
    def sources(self) -> list[SourceView]:
        """Who is credited, the busiest first."""
        origins: dict[str, tuple[Party, list[Matter], set[str], set[str]]] = {}
        for matter in self.matters:
            for account in matter.accounts:
                if account.origin.id == UNATTRIBUTED:
                    continue
                _, matters, claims, articles = origins.setdefault(account.origin.id, (account.origin, [], set(), set()))
                matters.append(matter)
                claims.update(account.claims)
                articles.update(account.documents)
        views = [
            SourceView(party, self.names.party(party), tuple(dict.fromkeys(matters)), len(claims), len(articles))
            for party, matters, claims, articles in origins.values()
        ]
        return sorted(views, key=lambda view: (-len(view.matters), -view.claims, view.party.id))

    @cached_property
    def parties(self) -> list[PartyView]:
        """States, and parties that belong to none, with what they do and what is done to them."""
        gave: dict[str, list[Matter]] = defaultdict(list)
        got: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.matters:
            for key in _keys(matter.actor):
                gave[key].append(matter)
            for key in _keys(matter.recipient):
                got[key].append(matter)
        views = [
            PartyView(key, self.names.party(Party(key, key)), tuple(gave[key]), tuple(got[key]))
            for key in sorted(gave.keys() | got.keys())
        ]
        return sorted(views, key=lambda view: (-len(view.gave) - len(view.got), view.key))

    @cached_property
    def party_keys(self) -> list[tuple[str, Both]]:
        """What the list of sides offers to filter by, by English name."""
        return sorted(((view.key, view.name) for view in self.parties), key=lambda one: one[1].en)

    def flows(self, most: int = 16) -> Markup:
        """The picture of who does what to whom, of the busiest pairs."""
        pairs: Counter[tuple[str, str]] = Counter()
        for matter in self.matters:
            if matter.event is Event.CASUALTY:
                continue
            givers, takers = _keys(matter.actor), _keys(matter.recipient)
            pairs.update((giver, taker) for giver in givers for taker in takers if giver != taker)
        names = {view.key: view.name for view in self.parties}
        busiest = sorted(pairs.items(), key=lambda one: (-one[1], one[0]))[:most]
        return charts.flows([(names[a], names[b], count) for (a, b), count in busiest], label("word.flows"))

    @cached_property
    def timeline(self) -> list[tuple[str, list[tuple[str, MatterView, ClaimView]]]]:
        """Dated claims by month: the first claim of a matter for each of its times."""
        seen: set[tuple[str, str]] = set()
        months: dict[str, list[tuple[date, str, MatterView, ClaimView]]] = defaultdict(list)
        for view in self.matter_views:
            for claim in view.claims:
                when = claim.claim.time.edtf
                if not when or (view.matter.id, when) in seen or (start := _first_day(when)) is None:
                    continue
                seen.add((view.matter.id, when))
                months[start.isoformat()[:7]].append((start, when, view, claim))
        return [
            (
                month,
                [
                    (when, view, claim)
                    for _, when, view, claim in sorted(rows, key=lambda row: (*row[:2], row[2].matter.id))
                ],
            )
            for month, rows in sorted(months.items(), reverse=True)
        ]

    def title(self, matter: Matter) -> Both:
        """The title of a matter in both languages."""
        return self._titles[matter.id]

    @cached_property
    def _titles(self) -> dict[str, Both]:
        return {view.matter.id: view.title for view in self.matter_views}

    def strip(self, view: MatterView) -> Markup:
        """The small picture of a matter's claims."""
        return charts.strip(view.points, _counted(len(view.claims)))

    def chart(self, view: MatterView) -> Markup:
        """The figures of a matter over time."""
        points = [point for point in view.points if point.low is not None]
        return charts.over_time(points, label("word.chart"), figures.number, label("word.undated"))

    def chain(self, view: MatterView) -> Markup:
        """Who has it from whom; nothing where no article credits anybody."""
        steps: list[charts.Step] = []
        people: dict[str, Party] = {}
        for one in view.claims:
            credited = one.claim.attribution
            people |= {credit.source.id: credit.source for credit in credited}
            nodes = [(min(number, charts.ARTICLE - 1), credit.source.id) for number, credit in enumerate(credited)]
            nodes.append((charts.ARTICLE, one.claim.document_id))
            denies = bool(credited) and credited[0].stance == "denies"
            if credited:
                steps += [charts.Step(a, b, denies) for a, b in pairwise(nodes) if a[0] < b[0]]

        def name(node: tuple[int, str]) -> tuple[Both, str]:
            if node[0] == charts.ARTICLE:
                article = self.articles[node[1]]
                words = article.outlet or article.title
                return Both(words, words), f"#d-{node[1]}"
            return self.names.party(people[node[1]]), f"#s-{node[1]}"

        return charts.chain(steps, name, label("word.chain")) if len(set(steps)) > 1 else Markup("")

    def _claim(self, claim: Claim) -> ClaimView:
        told = statement(
            self.names, claim.event, claim.act, claim.status, claim.actor, claim.recipient, claim.quantity, claim.item,
            claim.place[0] if claim.place else None, claim.time,
        )  # fmt: skip
        sources = tuple(
            (self.names.party(credit.source), label(f"stance.{credit.stance}"), f"#s-{credit.source.id}")
            for credit in claim.attribution
        )
        told = Both(told.en[:1].upper() + told.en[1:], told.zh)
        return ClaimView(claim, self.articles[claim.document_id], told, sources, tuple(self._matters_of[claim.id]))

    def _matter(self, matter: Matter) -> MatterView:
        claims = tuple(self.views[key] for key in matter.claims if key in self.views)
        origins = dict.fromkeys(account.origin.id for account in matter.accounts)
        colour = {key: number for number, key in enumerate(origins)}
        of = {key: colour[account.origin.id] for account in matter.accounts for key in account.claims}
        accounts = tuple(
            AccountView(
                account,
                self.names.party(account.origin),
                figures.figure(account.quantity),
                figures.moment(account.said),
                tuple(self.views[key] for key in account.claims if key in self.views),
                min(colour[account.origin.id], charts.SOURCES),
            )
            for account in matter.accounts
        )
        links = [self._link(link, matter) for link in matter.links]
        first = claims[0].claim
        places = [one.claim.place[0] for one in claims if one.claim.place]
        times = [one.claim.time for one in claims if one.claim.time.edtf]
        place: Place | None = _most(places)
        articles = tuple(dict.fromkeys(one.article.document.id for one in claims))
        days = [day for one in claims for day in (_day(one.claim), _first_day(one.claim.time.edtf)) if day]
        title, sentence_of_it = known(self.names, matter, first.act, place, _most(times))
        return MatterView(
            matter,
            title,
            sentence_of_it,
            claims,
            accounts,
            tuple(link for link in links if link.matter is None and link.link.relation is not Relation.SAME),
            tuple(link for link in links if link.matter is not None),
            _spread(matter, accounts),
            tuple(self.articles[key] for key in articles),
            tuple(days),
            tuple(self._point(one, of.get(one.claim.id, charts.SOURCES)) for one in sorted(claims, key=_when)),
        )

    def _link(self, link: Link, matter: Matter) -> LinkView:
        inside = set(matter.claims)
        away = next((key for key in (link.target, link.source) if key not in inside), None)
        other = self._matters_of.get(away, []) if away else []
        return LinkView(link, self.views.get(link.source), self.views.get(link.target), other[0] if other else None)

    def _point(self, view: ClaimView, colour: int) -> charts.Point:
        claim = view.claim
        ends = figures.range_of(claim) or (None, None)
        said = view.sources[0][0] if view.sources else label("word.unattributed")
        parts = (figures.figure(claim.quantity), label(f"status.{claim.status}"), said)
        words = Both(*(" · ".join(part.of(lang) for part in parts if part.en) for lang in ("en", "zh")))
        day = _day(claim) or _first_day(view.article.document.date)
        return charts.Point(ends[0], ends[1], claim.status, colour, day, words, f"#c-{claim.id}")


def _counted(claims: int) -> Both:
    words = label("word.claims_n")
    return Both(f"{claims} {words.en}", f"{claims}{words.zh}")


def _keys(parties: Iterable[Party]) -> list[str]:
    """The states of parties, or the parties themselves where they belong to none."""
    return list(dict.fromkeys(party.country or party.id for party in parties))


def _first_day(when: str | None) -> date | None:
    if not when:
        return None
    try:
        start, end = edtf.interval(when)
    except ValueError:
        return None
    return start or (end - timedelta(days=1) if end else None)


def _day(claim: Claim) -> date | None:
    """The day a claim was said."""
    return _first_day(claim.said.edtf) if claim.said else None


def _when(view: ClaimView) -> tuple[date, str, int]:
    day = _day(view.claim) or _first_day(view.article.document.date) or date.max
    return day, view.claim.document, view.claim.span.start


Thing = TypeVar("Thing")


def _most(things: list[Thing]) -> Thing | None:
    return Counter(things).most_common(1)[0][0] if things else None


def _spread(matter: Matter, accounts: tuple[AccountView, ...]) -> Both:
    """The figures of a matter in a few words: one, or from the lowest to the highest."""
    told = [view.figure for view in accounts if view.figure.en]
    if not told:
        return Both("", "")
    low, high = matter.low, matter.high
    if len({figure.en for figure in told}) == 1 or low is None or high is None or low == high:
        return told[0]
    unit = next(view.account.quantity.unit for view in accounts if view.account.quantity)
    return figures.figure(Figure(None, low, high, Bound.RANGE, unit))
