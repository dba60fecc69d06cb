"""Claims into groups: pairs that speak for each other come together, strongest first, and nothing joins against a veto.

Two groups join when the mean over all pairs compared between them reaches `TOGETHER`. So one chance likeness
cannot chain two stories into one, and the order in which claims come plays no part. Where not every pair was compared
(in blocks too large for that), the ends of either group, by size and by name, are compared too, so that groups do
not drift.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimbook.reconcile.compare import APART, TOGETHER
from claimbook.reconcile.decisions import Decision, Judgement

Scores = Mapping[tuple[int, int], float]


class Groups:
    """Groups under way: who belongs to whom, and the sum and number of comparisons between any two groups."""

    def __init__(self, sizes: Sequence[float], scores: Scores, score_of: Callable[[int, int], float]) -> None:
        """Everybody alone; `scores` of the pairs compared, `score_of` for those that were not."""
        size = len(sizes)
        self.sizes = sizes
        self.parent = list(range(size))
        self.members = [[index] for index in range(size)]
        self.ends = [(index, index) for index in range(size)]
        self.refused: dict[tuple[int, int], tuple[int, int]] = {}
        self.score_of = score_of
        self.between: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
        self.apart: list[set[int]] = [set() for _ in range(size)]
        for (left, right), score in scores.items():
            self.between[left][right] = self.between[right][left] = (score, 1)
            if score <= APART:
                self.keep_apart(left, right)

    def find(self, index: int) -> int:
        """The group a claim is in."""
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def keep_apart(self, left: int, right: int) -> None:
        """These two never join."""
        self.apart[left].add(right)
        self.apart[right].add(left)

    def allow(self, left: int, right: int) -> None:
        """A person says that they belong together: takes a veto back."""
        self.apart[left].discard(right)
        self.apart[right].discard(left)

    def agree(self, left: int, right: int) -> bool:
        """Whether two groups speak for each other on the whole."""
        if right in self.apart[left]:
            return False
        total, count = self.between[left].get(right, (0.0, 0))
        if not count or total / count < TOGETHER:
            return False
        if count >= len(self.members[left]) * len(self.members[right]):
            return True
        now = len(self.members[left]), len(self.members[right])
        if self.refused.get((left, right)) == now:
            return False
        found = [self.score_of(one, other) for one in self._few(left) for other in self._few(right)]
        agreed = min(found) > APART and sum(found) / len(found) >= TOGETHER
        if not agreed:
            self.refused[left, right] = now
        return agreed

    def join(self, left: int, right: int) -> None:
        """Two groups into one; the one with more neighbours takes in the other."""
        if len(self.between[left]) + len(self.apart[left]) < len(self.between[right]) + len(self.apart[right]):
            left, right = right, left
        self.parent[right] = left
        self.members[left] = sorted((*self.members[left], *self.members[right]))
        self.members[right] = []
        four = sorted((*self.ends[left], *self.ends[right]), key=lambda index: (self.sizes[index], index))
        self.ends[left] = four[0], four[-1]
        for other, (total, count) in self.between[right].items():
            self.between[other].pop(right)
            if other != left:
                old_total, old_count = self.between[left].get(other, (0.0, 0))
                self.between[left][other] = self.between[other][left] = (old_total + total, old_count + count)
        for other in self.apart[right]:
            self.apart[other].discard(right)
            if other != left:
                self.keep_apart(left, other)
        self.between[right], self.apart[right] = {}, set()

    def _few(self, group: int) -> set[int]:
        return {self.members[group][0], *self.ends[group]}


def group(
    ids: Sequence[str],
    scores: Scores,
    decisions: Iterable[Decision] = (),
    score_of: Callable[[int, int], float] = lambda _left, _right: 0.0,
    sizes: Sequence[float] = (),
) -> tuple[tuple[tuple[int, ...], ...], tuple[str, ...]]:
    """Groups of indices into `ids` (each in order, first member first), and what of the decisions could not be kept.

    `sizes` are the figures of the claims, by which the ends of a group are found.
    """
    groups = Groups(sizes or [0.0] * len(ids), scores, score_of)
    complaints = _decide(groups, ids, decisions)
    likely = sorted(
        (pair for pair, score in scores.items() if score >= TOGETHER),
        key=lambda pair: (-scores[pair], ids[pair[0]], ids[pair[1]]),
    )
    for _ in range(2):
        for left, right in likely:
            one, other = groups.find(left), groups.find(right)
            if one != other and groups.agree(one, other):
                groups.join(one, other)
    return tuple(sorted(tuple(members) for members in groups.members if members)), complaints


def _decide(groups: Groups, ids: Sequence[str], decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Applies what people decided, the latest word on each pair only; "apart" before "together"."""
    places = {claim: index for index, claim in enumerate(ids)}
    latest: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: (one.at, one.judgement, one.by, one.why)):
        if decision.left in places and decision.right in places and decision.left != decision.right:
            latest[min(decision.left, decision.right), max(decision.left, decision.right)] = decision
    complaints = []
    pairs = sorted(latest.items(), key=lambda pair: (pair[1].at, pair[0]), reverse=True)
    for (left, right), decision in pairs:
        if decision.judgement is Judgement.APART:
            groups.keep_apart(places[left], places[right])
    by_hand = {pair for pair, decision in pairs if decision.judgement is Judgement.APART}
    for (left, right), decision in pairs:
        if decision.judgement is not Judgement.TOGETHER:
            continue
        one, other = groups.find(places[left]), groups.find(places[right])
        if one == other:
            continue
        if any({groups.find(places[a]), groups.find(places[b])} == {one, other} for a, b in by_hand):
            complaints.append(
                f"{left} and {right}, put together by {decision.by or 'somebody'}, stay apart by another decision"
            )
            continue
        groups.allow(one, other)
        groups.join(one, other)
    return tuple(complaints)
