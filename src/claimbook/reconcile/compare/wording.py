"""How evidence is put into words."""

from claimbook.reconcile.facets import Figure


def listed(names: frozenset[str]) -> str:
    """Names in order, at most four of them."""
    several = sorted(names)
    return ", ".join(several[:4]) + (" and others" if len(several) > 4 else "") if several else "nobody"


def said(figure: Figure) -> str:
    """A figure with how it is meant."""
    words = {"exact": "", "range": "", "vague": "some "}.get(figure.bound, f"{figure.bound.replace('_', ' ')} ")
    return f"{words}{figure.nominal:,.10g}"
