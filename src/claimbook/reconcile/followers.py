"""Claims that go where another claim of their article goes, whatever else they look like.

派出4个旅团, 规模达1.2万人          the brigades count the same decision as the men
第三波有6000人, 已经有1000多人进俄   those who have come so far are of the 6,000
2.5万名技术工人 … 他们大多被安排在 …   most of them
"""

from collections import defaultdict
from collections.abc import Sequence

from claimbook.model.claim import Event
from claimbook.reconcile.compare.goods import other_topic
from claimbook.reconcile.facets import Facets

_BESIDE = 60
"""Characters within which a count of those who have come stands beside the announcement."""
_SENT = frozenset({Event.DEPLOY, Event.TRANSFER})


def followers(claims: Sequence[Facets]) -> dict[int, int]:
    """Which claim (by place) follows which. A leader follows nobody."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        if facets.claim.event in _SENT:
            by_article[facets.document].append(index)
    found: dict[int, int] = {}
    for members in by_article.values():
        members.sort(key=lambda index: (claims[index].claim.span.start, claims[index].claim.id))
        for place, index in enumerate(members):
            leader = _leader(claims, index, members[max(0, place - 6) : place + 7])
            if leader is not None and leader not in found and index not in found.values():
                found[index] = leader
    return found


def copied_claims(claims: Sequence[Facets]) -> dict[int, int]:
    """For each claim of a copied article, by place, the claim of the original that it repeats.

    Claims that say the same, in every slot or at least in kind, sides and figure, are matched in the order in which
    the articles tell them. What a copy adds of its own follows nothing.
    """
    articles: dict[str, list[int]] = defaultdict(list)
    for index, facets in enumerate(claims):
        articles[facets.document].append(index)
    found: dict[int, int] = {}
    for members in articles.values():
        members.sort(key=lambda index: (claims[index].claim.span.start, claims[index].claim.id))
        root = claims[members[0]].root
        if root != claims[members[0]].document and root in articles:
            for alike in (_to_the_letter, _in_kind):
                waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
                taken = set(found.values())
                for index in articles[root]:
                    if index not in taken or alike is _in_kind:
                        waiting[alike(claims[index])].append(index)
                for index in members:
                    same = waiting.get(alike(claims[index]), [])
                    if index not in found and same:
                        found[index] = same.pop(0) if len(same) > 1 else same[0]
    return found


def _to_the_letter(facets: Facets) -> tuple[object, ...]:
    return (*_in_kind(facets), facets.claim.status, facets.claim.time.edtf, facets.spots, facets.words)


def _in_kind(facets: Facets) -> tuple[object, ...]:
    claim, figure = facets.claim, facets.figure
    return (
        claim.event,
        claim.act,
        facets.phase,
        facets.doers,
        facets.targets,
        claim.item.kind if claim.item else None,
        (figure.low, figure.high, figure.unit) if figure else None,
    )


def _leader(claims: Sequence[Facets], index: int, near: Sequence[int]) -> int | None:
    for rule in (counts_the_same, came_so_far, most_of_them):
        for other in near:
            if other != index and _one_flow(claims[index], claims[other]) and rule(claims[index], claims[other]):
                return other
    return None


def counts_the_same(second: Facets, first: Facets) -> bool:
    """One sentence counts the same in bodies and in men: four brigades, 12,000 men. The men lead."""
    if not (second.figure and first.figure) or second.figure.unit != "unit" or first.figure.unit != "person":
        return False
    one, other = second.claim.span, first.claim.span
    return one.overlaps(other) and second.phase == first.phase and second.words == first.words


def came_so_far(second: Facets, first: Facets) -> bool:
    """How many of those announced, in the same words or just beside it, have come. The announcement leads."""
    if not (second.figure and first.figure) or second.figure.unit != first.figure.unit:
        return False
    if (
        "sofar" not in second.cues
        or second.point
        or second.phase != "real"
        or first.phase != "ahead"
        or second.figure.nominal > first.figure.nominal
    ):
        return False
    beside = abs(second.claim.span.start - first.claim.span.start) < _BESIDE and not other_topic(second, first)
    return beside or (bool(second.words) and second.words[:3] == first.words[:3])


def most_of_them(second: Facets, first: Facets) -> bool:
    """More about people just counted, in the same words: the count leads."""
    if second.claim.quantity is not None or first.figure is None or "anaphor" not in second.cues:
        return False
    return bool(second.words) and second.words == first.words and first.claim.span.start <= second.claim.span.start


def _one_flow(one: Facets, other: Facets) -> bool:
    return one.claim.event is other.claim.event and one.doers == other.doers and one.targets == other.targets
