"""Who said it first: the origins of a claim, and how many of a matter's origins do not rest on each other.

韩国国情院披露 …, 得到多方证实      →  KOR-NIS (asserts), multiple-sources (confirms)
乌克兰军情局消息称 …               →  UKR-HUR
(nobody credited)                 →  unattributed, which adds no independent source
普京感谢朝鲜士兵 (a statement)       →  vladimir-putin: the words are his own
"""

import re
from collections.abc import Iterable
from functools import cache

from claimbook.lexicon.load import read_table
from claimbook.model.claim import Act, Claim, Event, Party, Stance, Status

UNATTRIBUTED = Party("unattributed", "", None, None)

_STATE = re.compile(r"[A-Z]{3}")
_GENERIC = re.compile(r"[A-Z]{3}-(GOV|MIL|SPY|LEG|JUD|COP|JRN|CVL|BUS)")
_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})
_TEXT = re.compile(
    r"(?:^|-)(?:treaty|agreement|protocol|accord|charter|pact|resolution|law|constitution|communique)(?:-|$)"
)


def origins(claim: Claim) -> tuple[Party, ...]:
    """Who, as far as the document shows, said it in the first place.

    The first of the attribution; with it those who confirm or estimate it themselves, and further services or
    officials credited in the same breath. An outlet that comes after the first only passes it on.
    """
    if claim.attribution:
        first, *others = claim.attribution
        own = [one.source for one in others if one.stance is not Stance.ASSERTS or one.source.sector != "JRN"]
        return _once((first.source, *own))
    if claim.event is Event.STATE and claim.actor and not _is_reported_silence(claim):
        return (claim.actor[0],)
    return (UNATTRIBUTED,)


def is_named(origin: Party) -> bool:
    """Whether the origin is somebody: a state, organ, person or outlet, or at least a side and a kind.

    >>> [is_named(Party(name, "")) for name in ("multiple-sources", "western-media", "KOR-SPY", "unattributed")]
    [False, True, True, False]
    """
    if _STATE.match(origin.id) and not origin.id.islower():
        return True
    if _TEXT.search(origin.id):
        return False
    return origin.country is not None or not set(origin.id.split("-")) <= _nobody()


def breadth(origin: Party) -> tuple[int, str, str]:
    """How general an origin is (0 a particular organ or person, 1 a state's side of one kind, 2 a state), and of whom.

    >>> breadth(Party("KOR-NIS", "国情院", "KOR", "SPY")), breadth(Party("KOR-SPY", "韩国情报机构", "KOR", "SPY"))
    ((0, 'KOR', 'SPY'), (1, 'KOR', 'SPY'))
    >>> breadth(Party("RUS", "俄罗斯政府", "RUS", "GOV"))
    (2, 'RUS', '')
    """
    state = origin.country or (origin.id[:3] if _STATE.match(origin.id) else "")
    if _STATE.fullmatch(origin.id):
        return 2, state, ""
    generic = _GENERIC.fullmatch(origin.id)
    if generic:
        return (2, state, "") if generic.group(1) == "GOV" else (1, state, generic.group(1))
    return 0, state, origin.sector or ""


def independent(found: Iterable[Party]) -> tuple[Party, ...]:
    """The named origins that do not rest on each other: a general one gives way to a particular one it may stand for.

    "South Korea" and "South Korean intelligence" may both be the NIS; two particular organs are two.

    >>> nis, spies = Party("KOR-NIS", "国情院", "KOR", "SPY"), Party("KOR-SPY", "韩国情报", "KOR", "SPY")
    >>> [party.id for party in independent([nis, spies, Party("UKR", "乌克兰", "UKR")])]
    ['KOR-NIS', 'UKR']
    """
    named = sorted(
        {party.id: party for party in found if is_named(party)}.values(),
        key=lambda party: (breadth(party)[0], party.id),
    )
    kept: list[Party] = []
    for party in named:
        if not any(may_be_the_same(party, other) for other in kept):
            kept.append(party)
    return tuple(sorted(kept, key=lambda party: party.id))


def may_be_the_same(general: Party, other: Party) -> bool:
    """Whether `general` may stand for `other`: the same, or its state, or its state's side of that kind."""
    if general.id == other.id:
        return True
    broad, state, kind = breadth(general)
    other_broad, other_state, other_kind = breadth(other)
    if not state or state != other_state or broad < other_broad:
        return False
    return (broad == 2 and is_official(other)) or (broad == 1 and kind == other_kind)


def is_official(origin: Party) -> bool:
    """Speaks for a state: the state itself, an organ, a named official."""
    return breadth(origin)[0] > 0 or (origin.country is not None and origin.sector in _OFFICIAL)


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.id: party for party in reversed(tuple(parties))}.values())[::-1]


def _is_reported_silence(claim: Claim) -> bool:
    """That somebody has not spoken, or has turned to somebody, is the outlet's word and not the party's."""
    if claim.status is Status.DENIED:
        return True
    return claim.act is Act.REQUEST and _STATE.fullmatch(claim.actor[0].id) is not None


@cache
def _nobody() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("reconcile/nobody.tsv", ("word", "source")))
