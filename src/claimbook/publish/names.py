"""What parties and places are called on the pages, in both languages.

The vocabulary's name where it has one; else a state's name with the label of its side; else the name that the
articles use most.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from claimbook.lexicon.actors import NAMED_TABLES, named_rows
from claimbook.lexicon.countries import countries
from claimbook.lexicon.gazetteer import place_rows
from claimbook.model.claim import Claim, Party, Place
from claimbook.publish.labels import Both, label

UNATTRIBUTED = "unattributed"


class Names:
    """Names for the parties and places of some claims."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        seen: dict[str, Counter[str]] = {}
        for claim in claims:
            parties = (*claim.actor, *claim.recipient, *(credit.source for credit in claim.attribution))
            named = [(party.id, party.name) for party in parties] + [(place.id, place.name) for place in claim.place]
            for key, name in named:
                seen.setdefault(key, Counter())[name] += 1
        self._seen = {key: min(names, key=lambda name: (-names[name], name)) for key, names in seen.items()}

    def party(self, party: Party) -> Both:
        """The name of a party.

        >>> Names([]).party(Party("KOR-SPY", "韩国情报部门", "KOR", "SPY"))
        Both(en='South Korea: intelligence', zh='韩国情报部门')
        """
        if party.id == UNATTRIBUTED:
            return label("word.unattributed")
        state, _, side = party.id.partition("-")
        if party.id in _known():
            return _with_state(_known()[party.id], state) if side and state.isupper() else _known()[party.id]
        if state in _known() and state.isupper() and side == (party.sector or ""):
            of, part = _known()[state], label(f"sector.{side}")
            return Both(f"{of.en}: {part.en}", f"{of.zh}{part.zh}")
        name = self._seen.get(party.id, party.name) or party.id
        words = party.id.replace("-", " ").title() if party.id.isascii() and party.id.islower() else name
        return Both(words, name)

    def parties(self, parties: Iterable[Party]) -> Both:
        """Several names in a row."""
        names = [self.party(party) for party in parties]
        return Both(
            _row([name.en for name in names], label("comma").en, label("and").en),
            _row([name.zh for name in names], label("comma").zh, label("and").zh),
        )

    def place(self, place: Place) -> Both:
        """The name of a place."""
        if place.id in _known():
            return _known()[place.id]
        name = self._seen.get(place.id, place.name)
        return Both(place.id.replace("-", " ").title() if place.id.isascii() else name, name)


def _with_state(name: Both, state: str) -> Both:
    """An organ's name with its state before it, where the name does not say it.

    >>> _with_state(Both("National Intelligence Service", "国家情报院"), "KOR").en
    'South Korea: National Intelligence Service'
    """
    of = _known().get(state)
    if of is None:
        return name
    bare = of.zh[0]
    return Both(
        name.en if of.en.lower()[:5] in name.en.lower() else f"{of.en}: {name.en}",
        name.zh if bare in name.zh else f"{of.zh}{name.zh}",
    )


@cache
def _known() -> dict[str, Both]:
    """The vocabulary's first name in each language, by id."""
    rows = [*place_rows().values()]
    for table, _head in NAMED_TABLES:
        rows += named_rows(table)
    found: dict[str, Both] = {}
    for row in rows:
        chinese, english = row.several("zh"), row.several("en")
        if chinese or english:
            spelt_out = [name for name in english if not name.isupper()] or english or chinese
            found.setdefault(row["id"], Both(spelt_out[0].rstrip("?"), (chinese or english)[0].rstrip("?")))
    for key, country in countries().items():
        found[key] = Both(country.english, country.chinese[0])
    return found


def _row(names: list[str], comma: str, last: str) -> str:
    return last.join([comma.join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
