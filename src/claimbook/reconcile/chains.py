"""Who got it from whom among the articles at hand: an outlet credited by one article may itself credit somebody.

article 2: 据甲报报道 …     article 1, in 甲报: 军情局说 …      both go back to the intelligence service
article 1, in 甲报: 据乙报 …   article 2, in 乙报: 据甲报 …      they cite each other: nobody outside vouches for it
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimbook.model.claim import Party
from claimbook.model.document import Document
from claimbook.reconcile.facets import Facets, plain
from claimbook.reconcile.origins import UNATTRIBUTED

_SHORTEST = 2
"""Letters that the name of an outlet has at least."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The claims with the origins they lead to, and the reasons, in words, where outlets cite each other."""

    claims: tuple[Facets, ...]
    loops: tuple[str, ...]


def outlets(documents: Sequence[Document]) -> dict[str, str]:
    """The outlet of each article that names one, by the article's id, as plain words."""
    found = {document.id: plain(document.fact("outlet") or "").strip().lower() for document in documents}
    return {key: name for key, name in found.items() if len(name) >= _SHORTEST}


def traced(claims: Sequence[Facets], outlet_of: Mapping[str, str]) -> Traced:
    """The claims of one matter, each led back from outlet to outlet as far as the matter's articles show.

    A claim that credits an outlet takes over the origins of what that outlet's own article says of the matter. Where
    that article credits nobody, the outlet stands for itself; where the way leads back to its start, nobody does.
    """
    if len({facets.root for facets in claims}) < 2:
        return Traced(tuple(claims), ())
    steps = {index: _steps(claims, index, outlet_of) for index in range(len(claims))}
    if not any(steps.values()):
        return Traced(tuple(claims), ())
    found: list[Facets] = []
    loops: list[str] = []
    for index, facets in enumerate(claims):
        way, end = _follow(index, steps)
        if end is None:
            names = [claims[one].origins[0].name or claims[one].origins[0].id for one in way]
            loops.append(f"{' and '.join(sorted(set(names)))} cite each other")
            found.append(replace(facets, origins=(UNATTRIBUTED,)))
        else:
            last = claims[end].origins
            if end != index and last == (UNATTRIBUTED,):
                last = claims[way[-2]].origins
            found.append(replace(facets, origins=last))
    return Traced(tuple(found), tuple(dict.fromkeys(loops)))


def _steps(claims: Sequence[Facets], index: int, outlet_of: Mapping[str, str]) -> list[int]:
    """Claims of other articles, told by the outlet that this claim credits."""
    facets = claims[index]
    if len(facets.origins) != 1 or facets.origins[0].sector != "JRN":
        return []
    return [
        other
        for other, told in enumerate(claims)
        if told.root != facets.root and _is(facets.origins[0], outlet_of.get(told.root, ""))
    ]


def _follow(index: int, steps: Mapping[int, Sequence[int]]) -> tuple[list[int], int | None]:
    """The way from a claim to the last that leads no further; None for its end if it runs in a circle."""
    way = [index]
    while steps[way[-1]]:
        following = min(steps[way[-1]])
        if following in way:
            return way, None
        way.append(following)
    return way, way[-1]


def _is(origin: Party, outlet: str) -> bool:
    """The credited outlet is the one that an article names as its own.

    >>> _is(Party("jia-bao", "甲报", "CHN", "JRN"), "甲报网"), _is(Party("yi-bao", "乙报", "CHN", "JRN"), "甲报网")
    (True, False)
    """
    name = plain(origin.name).strip().lower()
    if len(name) < _SHORTEST or not outlet:
        return False
    return name in outlet or outlet in name or origin.id.replace("-", " ") == outlet
