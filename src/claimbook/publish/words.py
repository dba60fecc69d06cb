"""Records in words for people: a claim, a figure, a list of parties on one line."""

from collections.abc import Iterable

from claimbook.model.claim import Bound, Claim, Party, Quantity
from claimbook.model.matter import Figure

_BEFORE = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
    Bound.OVER: "over ",
    Bound.UNDER: "under ",
}
_UNITS = {"person": "people", "unit": "units", "piece": "pieces", "round": "rounds", "percent": "%"}


def figure_words(quantity: Quantity | Figure | None) -> str:
    """A figure with its bound and unit.

    >>> figure_words(Figure(12000, 12000, None, Bound.OVER, "person"))
    'over 12,000 people'
    >>> figure_words(Figure(None, 25000, 30000, Bound.RANGE, "person"))
    '25,000 to 30,000 people'
    >>> figure_words(None)
    ''
    """
    if quantity is None:
        return ""
    unit, _, rate = quantity.unit.partition("/")
    named = _UNITS.get(unit, unit) + (f" a {rate}" if rate else "")
    if quantity.value is not None:
        return f"{_BEFORE.get(quantity.bound, '')}{_number(quantity.value)} {named}"
    if quantity.low is not None and quantity.high is not None:
        return f"{_number(quantity.low)} to {_number(quantity.high)} {named}"
    if quantity.low is not None:
        return f"at least {_number(quantity.low)} {named}"
    if quantity.high is not None:
        return f"up to {_number(quantity.high)} {named}"
    return f"a number of {named} that could not be read"


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def party_words(parties: Iterable[Party]) -> str:
    """Parties by id and name, in order.

    >>> party_words([Party("PRK", "朝鲜", "PRK", None)])
    'PRK (朝鲜)'
    """
    return ", ".join(f"{party.id} ({party.name})" if party.name != party.id else party.id for party in parties)


def claim_words(claim: Claim) -> str:
    """A claim on one line, from its record."""
    parts = [
        claim.event.value + (f"/{claim.act.value}" if claim.act else ""),
        claim.status.value,
        party_words(claim.actor) or "somebody",
        f"→ {party_words(claim.recipient)}" if claim.recipient else "",
        figure_words(claim.quantity) or (claim.item.text if claim.item else ""),
        claim.time.edtf or claim.time.text or "",
        f"in {', '.join(place.id for place in claim.place)}" if claim.place else "",
    ]
    return " · ".join(part for part in parts if part)
