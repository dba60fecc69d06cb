"""Parts and totals: figures of one article that add up to another of its figures, or should and do not.

再派出6000人, 包括1000名工程兵与5000名建设人员      1,000 + 5,000 = 6,000
共送回1000人, 第一天390人, 次日307人, 末日303人       390 + 307 + 303 = 1,000
共120辆, 其中40辆 …, 其余70辆 …                   40 + 70 is not 120
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimbook.model.claim import Bound
from claimbook.model.matter import Link, Relation
from claimbook.reconcile.compare.fighting import other_losses
from claimbook.reconcile.compare.goods import other_kind
from claimbook.reconcile.compare.times import times_apart
from claimbook.reconcile.compare.wording import number
from claimbook.reconcile.facets import Facets

_NEAR = 500
"""Characters within which the parts of a total stand."""
_MOST = 8
"""Claims on either side of a total that are tried as its parts."""
_FIRM = frozenset({Bound.EXACT, Bound.ABOUT, Bound.OVER})


@dataclass(frozen=True, slots=True)
class Sums:
    """Links from parts to their totals, and the claims (by id) whose parts do not add up, with the reason."""

    links: tuple[Link, ...]
    mismatches: dict[str, str]


def sums(claims: Sequence[Facets]) -> Sums:
    """The parts and totals within each article."""
    flows: dict[tuple[str, ...], list[Facets]] = defaultdict(list)
    for facets in claims:
        if facets.figure and facets.figure.bound in _FIRM and facets.figure.nominal > 0:
            sides = (*sorted(facets.doers), ">", *sorted(facets.targets))
            flows[facets.document, facets.claim.event, facets.figure.unit, *sides].append(facets)
    links: list[Link] = []
    mismatches: dict[str, str] = {}
    for key in sorted(flows):
        members = sorted(flows[key], key=lambda facets: (facets.claim.span.start, -_size(facets), facets.claim.id))
        found = [(total, near, _adding_up(near, total)) for total, near in _totals(members)]
        added = {part.claim.id for _, _, parts in found for part in parts}
        for total, near, parts in found:
            links += [_link(part, total, _equation(parts, total)) for part in parts]
            links += [
                _link(part, total, _of(part, total))
                for part in near
                if part.claim.id not in added and _is_among(part, total) and _nearest(part, members) is total
            ]
            listed = [part for part in near if part.claim.span.start >= total.claim.span.start]
            if not parts and _claims_all(near, total) and not added & {part.claim.id for part in listed}:
                mismatches[total.claim.id] = _inequation(listed, total)
    return Sums(tuple(links), mismatches)


def _totals(members: Sequence[Facets]) -> Iterator[tuple[Facets, list[Facets]]]:
    """Each figure with those around it that may be parts of it."""
    for place, total in enumerate(members):
        yield total, [one for one in members[max(0, place - _MOST) : place + _MOST + 1] if _may_be_part(one, total)]


def _may_be_part(part: Facets, total: Facets) -> bool:
    """Smaller, near, of one kind of goods or losses, and not of another time."""
    if part is total or _size(part) >= _size(total):
        return False
    apart = abs(part.claim.span.start - total.claim.span.start)
    others = (other_kind, other_losses, times_apart)
    return apart < _NEAR and not any(rule(part, total) for rule in others)


def _nearest(part: Facets, members: Sequence[Facets]) -> Facets:
    """The larger figure told last before a part; of several told at once the largest."""
    before = [one for one in members if _may_be_part(part, one) and one.claim.span.start <= part.claim.span.start]
    return max(before, key=lambda one: (one.claim.span.start, _size(one)), default=part)


def _adding_up(near: Sequence[Facets], total: Facets) -> tuple[Facets, ...]:
    """The fewest claims that add up to the total; those told after it come before others."""
    after = [part for part in near if part.claim.span.start >= total.claim.span.start]
    for choice in (after, list(near)):
        for size in range(2, min(5, len(choice) + 1)):
            for parts in combinations(choice[:_MOST], size):
                if _adds_up([_size(part) for part in parts], _size(total)) and len({one.phase for one in parts}) == 1:
                    return parts
    return ()


def _adds_up(sizes: Sequence[float], total: float) -> bool:
    """They add up, and none of them is the sum of the others (a total told twice beside its parts)."""
    return sum(sizes) == total and (len(sizes) == 2 or not any(2 * size == total for size in sizes))


def _is_among(part: Facets, total: Facets) -> bool:
    """The part's own words say that it is one: 其中, among them."""
    return "among" in part.cues and part.claim.span.start - total.claim.span.start >= 0


def _claims_all(near: Sequence[Facets], total: Facets) -> bool:
    """The article goes on to say what the rest were, so that the parts ought to add up."""
    after = [part for part in near if part.claim.span.start >= total.claim.span.start]
    if sum(map(_size, after)) == _size(total):
        return False
    return (
        len(after) > 1 and any("rest" in part.cues for part in after) and any(_is_among(part, total) for part in after)
    )


def _link(part: Facets, total: Facets, why: str) -> Link:
    return Link(part.claim.id, total.claim.id, Relation.PART_OF, why)


def _of(part: Facets, total: Facets) -> str:
    return f"{number(_size(part))} of the {number(_size(total))}"


def _equation(parts: Sequence[Facets], total: Facets) -> str:
    return f"{' + '.join(f'{number(_size(part))}' for part in parts)} = {number(_size(total))}"


def _inequation(parts: Sequence[Facets], total: Facets) -> str:
    amount = sum(map(_size, parts))
    return f"{' + '.join(f'{number(_size(part))}' for part in parts)} = {number(amount)}, not {number(_size(total))}"


def _size(facets: Facets) -> float:
    return facets.figure.nominal if facets.figure else 0.0
