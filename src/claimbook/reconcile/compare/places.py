"""Evidence from where: the same place, the same country, or another."""

from claimbook.reconcile.compare.wording import listed
from claimbook.reconcile.facets import Facets


def same_place(left: Facets, right: Facets) -> str | None:
    """The same place below the level of a country."""
    common = left.spots & right.spots
    return f"{listed(common)} in both" if common else None


def article_is_there(left: Facets, right: Facets) -> str | None:
    """One names no place, but its article has all the like happen where the other one is."""
    if left.spots and right.spots:
        return None
    common = (left.spots or left.usual_spots) & (right.spots or right.usual_spots)
    return f"{listed(common)} in both, by what else the article tells" if common else None


def same_land(left: Facets, right: Facets) -> str | None:
    """Both in one country, and at least one of them does not say where in it."""
    common = left.lands & right.lands
    if common and not (left.spots and right.spots):
        return f"both in {listed(common)}"
    return None


def places_apart(left: Facets, right: Facets) -> str | None:
    """Both say where in one country, and the places differ."""
    if left.spots and right.spots and not left.spots & right.spots and left.lands & right.lands:
        return f"{listed(left.spots)} and {listed(right.spots)} are not the same place"
    return None


def lands_apart(left: Facets, right: Facets) -> str | None:
    """In different countries."""
    if left.lands and right.lands and not left.lands & right.lands:
        return f"{listed(left.lands)} and {listed(right.lands)} are different countries"
    return None
