"""What changed between two sets of matters, in sentences: after more articles were added, or a decision taken.

A matter of today goes on from the matter of before that it shares most claims with. Nothing else is compared, so a
matter that grew, split or joined with another is told as what it is.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimbook.model.matter import Matter
from claimbook.reconcile.compare.wording import number
from claimbook.reconcile.titles import party_name


class Kind(StrEnum):
    """What kind of change it is."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"
    SPLIT = "split"
    VERDICT = "verdict"
    SOURCES = "sources"
    FIGURES = "figures"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the matters of before and of now that it is about (ids), and the sentence."""

    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]
    why: str


def what_changed(before: Sequence[Matter], after: Sequence[Matter]) -> tuple[Change, ...]:
    """The changes from `before` to `after`, by the title of the matter they are about. No change, no sentence."""
    old = {matter.id: matter for matter in before}
    holders: dict[str, list[Matter]] = {}
    for matter in before:
        for claim in matter.claims:
            holders.setdefault(claim, []).append(matter)
    gone_on: dict[str, list[str]] = {}
    changes: list[tuple[str, Change]] = []
    for matter in after:
        shared = Counter(one.id for claim in matter.claims for one in holders.get(claim, ()))
        if matter.id in old:
            earlier = old[matter.id]
        elif shared:
            earlier = old[min(shared, key=lambda name: (-shared[name], len(old[name].claims), name))]
        else:
            told = f"new: {matter.title}, {_standing(matter)}"
            changes.append((matter.title, Change(Kind.NEW, (), (matter.id,), told)))
            continue
        gone_on.setdefault(earlier.id, []).append(matter.id)
        swallowed = [old[name] for name in sorted(shared) if name != earlier.id and _holds(matter, old[name])]
        changes += [(matter.title, change) for change in _grown(earlier, matter, swallowed)]
    held = {claim for matter in after for claim in matter.claims}
    for matter in before:
        followers = gone_on.get(matter.id, [])
        if not followers and not held & set(matter.claims):
            changes.append((matter.title, Change(Kind.GONE, (matter.id,), (), f"gone: {matter.title}")))
        elif len(followers) > 1:
            sentence = f"{matter.title}: now {len(followers)} matters"
            changes.append((matter.title, Change(Kind.SPLIT, (matter.id,), tuple(sorted(followers)), sentence)))
    return tuple(change for _, change in sorted(changes, key=lambda pair: (pair[0], pair[1].kind, pair[1].why)))


def summary(changes: Sequence[Change]) -> str:
    """All changes in one line.

    >>> new, gone = Change(Kind.NEW, (), ("a",), "…"), Change(Kind.GONE, ("c",), (), "…")
    >>> summary([new, new, gone])
    '2 new matters, 1 matter gone'
    >>> summary([])
    'nothing changed'
    """
    words = {
        Kind.NEW: ("new matter", "new matters"),
        Kind.GONE: ("matter gone", "matters gone"),
        Kind.JOINED: ("matter joined", "matters joined"),
        Kind.SPLIT: ("matter split", "matters split"),
        Kind.VERDICT: ("other verdict", "other verdicts"),
        Kind.SOURCES: ("other count of sources", "other counts of sources"),
        Kind.FIGURES: ("other figure", "other figures"),
        Kind.ACCOUNTS: ("matter with further accounts", "matters with further accounts"),
    }
    counts = Counter(change.kind for change in changes)
    told = [f"{counts[kind]} {words[kind][counts[kind] > 1]}" for kind in Kind if counts[kind]]
    return ", ".join(told) or "nothing changed"


def _grown(before: Matter, after: Matter, swallowed: Sequence[Matter]) -> list[Change]:
    ends = (before.id,), (after.id,)
    found = []
    if swallowed:
        names = tuple(one.id for one in (before, *swallowed))
        told = f"{after.title}: joins what were {len(names)} matters"
        found.append(Change(Kind.JOINED, names, (after.id,), told))
    if before.verdict is not after.verdict:
        reason = f", because {after.why[1]}" if len(after.why) > 1 else ""
        told = f"{after.title}: from {_words(before.verdict)} to {_words(after.verdict)}{reason}"
        found.append(Change(Kind.VERDICT, *ends, told))
    if before.independent_sources != after.independent_sources:
        told = f"{after.title}: {after.independent_sources} independent sources, before {before.independent_sources}"
        found.append(Change(Kind.SOURCES, *ends, told))
    if (before.low, before.best, before.high) != (after.low, after.best, after.high):
        found.append(Change(Kind.FIGURES, *ends, f"{after.title}: {_range(after)}, before {_range(before)}"))
    further = len(set(after.claims) - set(before.claims))
    if further and not swallowed:
        origins = {account.origin.id: account.origin for account in after.accounts}
        new = sorted(set(origins) - {account.origin.id for account in before.accounts})
        whose = f", first from {', '.join(party_name(origins[name]) for name in new[:3])}" if new else ""
        words = f"{after.title}: {further} further claim{'s' if further > 1 else ''}{whose}"
        found.append(Change(Kind.ACCOUNTS, *ends, words))
    return found


def _holds(matter: Matter, other: Matter) -> bool:
    return set(other.claims) <= set(matter.claims)


def _standing(matter: Matter) -> str:
    return f"{_words(matter.verdict)}, {matter.independent_sources} independent sources"


def _words(verdict: str) -> str:
    return verdict.replace("_", " ")


def _range(matter: Matter) -> str:
    ends = [number(end) for end in (matter.low, matter.high) if end is not None]
    best = f", best {number(matter.best)}" if matter.best is not None and len(set(ends)) > 1 else ""
    return (" to ".join(dict.fromkeys(ends)) or "no figure") + best
