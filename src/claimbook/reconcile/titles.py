"""A short English title of a matter, made from its record: "Laos deploys personnel to Russia (Kursk): 50"."""

import re
from functools import cache

from claimbook.lexicon.countries import countries
from claimbook.model.claim import Event, Item, Party, Place

_WORDS = {
    Event.DEPLOY: ("deploys {item} to", "deploy {item} to"),
    Event.TRANSFER: ("supplies {item} to", "supply {item} to"),
    Event.ASSIST: ("helps", "help"),
    Event.ATTACK: ("attacks", "attack"),
    Event.CONTROL: ("takes territory from", "take territory from"),
    Event.MEET: ("meets", "meet"),
    Event.SANCTION: ("puts sanctions on", "put sanctions on"),
    Event.TRAIN: ("trains", "train"),
    Event.PRODUCE: ("has or makes {item} for", "have or make {item} for"),
    Event.STATE: ("speaks about", "speak about"),
}
_ACTS = {
    "acknowledge": ("acknowledges", "acknowledge"),
    "deny": ("contradicts", "contradict"),
    "praise": ("praises", "praise"),
    "thank": ("thanks", "thank"),
    "promise": ("makes a promise to", "make a promise to"),
    "accuse": ("accuses", "accuse"),
    "warn": ("warns", "warn"),
    "invite": ("invites", "invite"),
    "request": ("makes a request to", "make a request to"),
    "refuse": ("refuses", "refuse"),
}
_SECTORS = {
    "GOV": "government",
    "MIL": "forces",
    "SPY": "intelligence",
    "LEG": "parliament",
    "JRN": "press",
    "CVL": "civilians",
    "MOD": "defence ministry",
    "MFA": "foreign ministry",
}
_PREPOSITION = re.compile(r" (?:to|from|for|on|about)$")
_ACRONYM = 4
"""Letters up to which a one-word id that is no name of a state is read as an acronym: nato, rsf, iaea."""


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

    >>> laos, russia = Party("LAO", "老挝", "LAO"), Party("RUS", "俄罗斯", "RUS")
    >>> title(Event.DEPLOY, None, (laos,), (russia,), None, Place("kursk", "库尔斯克", "RUS"), "50")
    'Laos deploys people to Russia (Kursk): 50'
    >>> title(Event.MEET, None, (laos, russia), (), None, None, "")
    'Laos and Russia meet'
    """
    subject, target = several(actor), several(recipient)
    if event is Event.CASUALTY:
        text = f"Losses of {target}" if target else f"Losses inflicted by {subject or 'somebody'}"
    elif event is Event.AGREE:
        text = f"Agreement of {several((*actor, *recipient))}"
    else:
        goods = item.kind.value if item and item.kind.value != "other" else "goods"
        goods = "people" if event is Event.DEPLOY and goods == "goods" else goods
        one, more = _ACTS.get(act or "", _WORDS[event]) if event is Event.STATE else _WORDS[event]
        verb = (more if len(actor) > 1 else one).format(item=goods)
        text = f"{subject or 'Somebody'} {verb}"
        text = f"{text} {target}" if target else _PREPOSITION.sub("", text)
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
    state, organ = state_name(match.group(1)), match.group(2)
    return (
        f"{state} ({_SECTORS.get(organ) or (organ if len(organ) <= _ACRONYM else organ.lower())})" if organ else state
    )


def place_name(place: Place) -> str:
    """A place in English."""
    return _words(place.id) if place.id.islower() else state_name(place.id)


def slug_name(slug: str) -> str:
    """Lower-case words joined by hyphens as a name.

    >>> slug_name("eastern-ukraine"), slug_name("nato"), slug_name("m23")
    ('Eastern Ukraine', 'NATO', 'M23')
    """
    return slug.upper() if len(slug) <= _ACRONYM else _words(slug)


def _words(slug: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in slug.split("-"))


@cache
def state_name(code: str) -> str:
    """The English name of a state by its alpha-3, or the code where there is none.

    >>> state_name("PRK"), state_name("XYZ")
    ('North Korea', 'XYZ')
    """
    found = countries().get(code)
    return found.english if found else code
