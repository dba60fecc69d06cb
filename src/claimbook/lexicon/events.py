"""The twelve event kinds: their roles, triggers and examples, read from `data/events/`, one file a kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimbook.errors import BadVocabulary
from claimbook.lexicon.inflection import verb_forms
from claimbook.lexicon.load import read_yaml
from claimbook.model.claim import Act, Event, ItemKind, Status

RELATIONS = ("subject", "object", "to", "from", "with", "by", "of", "in")
NEEDS = ("any", "item", "figure", "party2", "place", "time", "denied")
_TRIGGER_FIELDS = {
    *("words", "verbs", "nouns", "needs", "item", "roles", "status", "act", "plover"),
    *("loss", "service", "visit", "people", "movement", "beside", "items", "withdraw", "adjacent"),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of an event of one kind, in one language.

    `form`: "word" (Chinese), "verb", "participle" (passive where "be" or nothing finite goes before), "ing", "noun".
    `roles`: the slot (actor, recipient) a party takes by its relation to the trigger.
    `item`: what the word itself says was sent or lost, where the text names nothing.
    """

    word: str
    event: Event
    language: str
    form: str
    roles: tuple[tuple[str, str], ...]
    needs: frozenset[str] = frozenset({"any"})
    item: str | None = None
    status: Status | None = None
    act: Act | None = None
    service: str = ""
    people: bool = False
    movement: bool = False
    visit: bool = False
    withdraw: bool = False
    adjacent: bool = False
    beside: tuple[str, ...] = ()
    items: frozenset[ItemKind] = frozenset()

    def slot(self, relation: str) -> str | None:
        """The slot that a party in this relation takes, or None."""
        slot = dict(self.roles).get(relation)
        return None if slot == "none" else slot


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event."""

    event: Event
    plover: str
    title: str
    items: frozenset[ItemKind]
    triggers: tuple[Trigger, ...]
    examples: tuple[dict[str, Any], ...]


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """Every kind of event, in the order of the contract.

    Raises:
        BadVocabulary: a file has a field, relation, slot or value that is not known.

    >>> [kind.event.value for kind in event_kinds()][:3]
    ['deploy', 'transfer', 'assist']
    """
    return tuple(_kind(event) for event in Event)


@cache
def triggers(language: str) -> dict[str, tuple[Trigger, ...]]:
    """The triggers of a language by the word they are written with (English in lower case)."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for kind in event_kinds():
        for trigger in kind.triggers:
            if trigger.language == language:
                found[trigger.word] = (*found.get(trigger.word, ()), trigger)
    return found


def _kind(event: Event) -> EventKind:
    name = f"events/{event.value}.yml"
    plain = read_yaml(name)
    try:
        items = frozenset(ItemKind(item) for item in plain["items"])
        roles = _roles(plain["roles"], name)
        found = tuple(
            trigger
            for language, entries in plain["triggers"].items()
            for entry in entries
            for trigger in _triggers(entry, event, language, roles, items, name)
        )
        return EventKind(event, plain["plover"], plain["title"], items, found, tuple(plain.get("examples", ())))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadVocabulary(f"data/{name}: {error!r}") from error


def _roles(plain: dict[str, str], name: str) -> dict[str, str]:
    for relation, slot in plain.items():
        if relation not in RELATIONS or slot not in ("actor", "recipient", "none"):
            raise BadVocabulary(f"data/{name}: role {relation}: {slot} is not known")
    return plain


def _triggers(
    entry: dict[str, Any], event: Event, language: str, roles: dict[str, str], items: frozenset[ItemKind], name: str
) -> Iterator[Trigger]:
    unknown = set(entry) - _TRIGGER_FIELDS
    needs = frozenset(str(entry.get("needs", "any")).split("|"))
    if unknown or not needs <= set(NEEDS):
        raise BadVocabulary(f"data/{name}: {entry}: not known: {sorted(unknown) or sorted(needs - set(NEEDS))}")
    own = {**roles, **_roles(entry.get("roles", {}), name)}
    for word, form in _forms(entry):
        yield Trigger(
            word=word,
            event=event,
            language=language,
            form=form,
            roles=tuple(sorted(own.items())),
            needs=needs,
            item=entry.get("item") or entry.get("loss"),
            status=Status(entry["status"]) if "status" in entry else None,
            act=Act(entry["act"]) if "act" in entry else None,
            service=str(entry.get("service", "")),
            people=bool(entry.get("people")),
            movement=bool(entry.get("movement")),
            visit=bool(entry.get("visit")),
            adjacent=bool(entry.get("adjacent")),
            withdraw=bool(entry.get("withdraw")),
            items=frozenset(ItemKind(item) for item in entry.get("items", items)),
            beside=tuple(word.replace("_", " ") for word in entry.get("beside", "").split()),
        )


def _forms(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for word in entry.get("words", "").split():
        yield word, "word"
    for noun in entry.get("nouns", "").split():
        yield noun, "noun"
        if not noun.endswith("s"):
            yield (noun[:-1] + "ies" if noun.endswith("y") else noun + "s"), "noun"
    for lemma in entry.get("verbs", "").split():
        forms = verb_forms(lemma)
        yield forms.base, "verb"
        yield forms.third, "verb"
        yield forms.ing, "ing"
        yield forms.past, "past"
        if forms.past != forms.participle:
            yield forms.participle, "participle"
