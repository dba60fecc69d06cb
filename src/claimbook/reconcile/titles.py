"""A short English title of a matter, made from its record: "Laos deploys personnel to Russia (Kursk): 50"."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from claimbook.model.claim import Event, Item, Party, Place

_VERBS = {
    Event.DEPLOY: ("deploys {item}", "to"),
    Event.TRANSFER: ("supplies {item}", "to"),
    Event.ASSIST: ("helps", ""),
    Event.CASUALTY: ("losses", "of"),
    Event.ATTACK: ("attacks", ""),
    Event.CONTROL: ("takes territory", "from"),
    Event.AGREE: ("agree", "with"),
    Event.MEET: ("meets", ""),
    Event.STATE: ("speaks", "about"),
    Event.SANCTION: ("sanctions", ""),
    Event.TRAIN: ("trains", ""),
    Event.PRODUCE: ("produces {item}", "for"),
}
_ACTS = {
    "acknowledge": ("acknowledges it", "to"),
    "deny": ("denies it", "to"),
    "praise": ("praises", ""),
    "thank": ("thanks", ""),
    "promise": ("promises", "to"),
    "accuse": ("accuses", ""),
    "warn": ("warns", ""),
    "invite": ("invites", ""),
    "request": ("asks", ""),
    "refuse": ("refuses", ""),
}
_SECTORS = {
    "GOV": "government",
    "MIL": "forces",
    "SPY": "intelligence",
    "LEG": "parliament",
    "JRN": "press",
    "MOD": "defence ministry",
    "MFA": "foreign ministry",
}


def title(
    event: Event,
    act: str | None,
    actor: tuple[Party, ...],
    recipient: tuple[Party, ...],
    item: Item | None,
    place: Place | None,
    amount: str,
) -> str:
    """The title of a matter.

    >>> title(Event.DEPLOY, None, (Party("LAO", "老挝", "LAO"),), (Party("RUS", "俄罗斯", "RUS"),), None,
    ...     Place("kursk", "库尔斯克", "RUS"), "50")
    'Laos deploys people to Russia (Kursk): 50'
    """
    verb, preposition = _ACTS.get(act or "", _VERBS[event]) if event is Event.STATE else _VERBS[event]
    goods = item.kind.value if item and item.kind.value != "other" else ("people" if event is Event.DEPLOY else "goods")
    subject, target = several(actor), several(recipient)
    if event is Event.CASUALTY:
        text = f"Losses of {target}" if target else f"Losses inflicted by {subject}"
    elif event is Event.AGREE:
        text = f"Agreement of {several((*actor, *recipient))}"
    else:
        text = f"{subject or 'Somebody'} {verb.format(item=goods)}"
        text += f" {preposition} {target}".replace("  ", " ") if target else ""
    if place is not None and place.id not in (place.country, *(party.id for party in (*actor, *recipient))):
        text += f" ({place_name(place)})"
    return text + (f": {amount}" if amount else "")


def several(parties: tuple[Party, ...]) -> str:
    """Names, at most three of them.

    >>> several((Party("RUS", "俄", "RUS"), Party("PRK-MIL", "朝军", "PRK", "MIL")))
    'Russia and North Korea (forces)'
    """
    names = list(dict.fromkeys(party_name(party) for party in parties[:8]))
    if len(names) > 3:
        return ", ".join(names[:2]) + " and others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def party_name(party: Party) -> str:
    """A party in English: the state by its common name, an organ after it, everything else by its id.

    >>> party_name(Party("KOR-NIS", "国情院", "KOR", "SPY")), party_name(Party("kim-jong-un", "金正恩", "PRK", "GOV"))
    ('South Korea (NIS)', 'Kim Jong Un')
    """
    match = re.fullmatch(r"([A-Z]{3})(?:-(.+))?", party.id)
    if match is None:
        return slug_name(party.id)
    state = states().get(match.group(1), match.group(1))
    organ = match.group(2)
    return f"{state} ({_SECTORS.get(organ, organ)})" if organ else state


def place_name(place: Place) -> str:
    """A place in English."""
    return states().get(place.id, slug_name(place.id))


def slug_name(slug: str) -> str:
    """Lower-case words joined by hyphens as a name.

    >>> slug_name("eastern-ukraine")
    'Eastern Ukraine'
    """
    return " ".join(word[:1].upper() + word[1:] for word in slug.split("-"))


@cache
def states() -> dict[str, str]:
    """English names of states by alpha-3 (CLDR)."""
    territories = Locale("en").territories
    return {three: territories[two] for two, three in _alpha_3().items() if two in territories}


def _alpha_3() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        targets[0]: three
        for three, targets in aliases.items()
        if len(three) == 3 and three.isalpha() and len(targets) == 1
    }
