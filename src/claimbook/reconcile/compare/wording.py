"""How evidence is put into words."""

from claimbook.reconcile.facets import Figure


def listed(names: frozenset[str]) -> str:
    """Names in order, at most four of them."""
    several = sorted(names)
    return ", ".join(several[:4]) + (" and others" if len(several) > 4 else "") if several else "nobody"


def said(figure: Figure) -> str:
    """A figure with how it is meant."""
    words = {"exact": "", "range": "", "vague": "some "}.get(figure.bound, f"{figure.bound.replace('_', ' ')} ")
    return f"{words}{number(figure.nominal)}"


def number(amount: float) -> str:
    """A number with its thousands marked.

    >>> number(112000000000.0), number(0.5), number(1e30)
    ('112,000,000,000', '0.5', '1e+30')
    """
    return f"{amount:,.0f}" if abs(amount) < 1e15 and amount == int(amount) else f"{amount:,.6g}"
