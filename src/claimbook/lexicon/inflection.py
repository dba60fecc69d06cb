"""English verb forms, from the lemma and a short table of irregular ones."""

from dataclasses import dataclass
from functools import cache

from claimbook.lexicon.load import read_table

_VOWELS = "aeiou"
_DOUBLED = frozenset({"commit", "ship", "admit", "bomb", "expel", "equip"}) - {"bomb"}


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def verb_forms(lemma: str) -> VerbForms:
    """The forms of a verb; a hyphen stands for the space of a phrasal verb.

    >>> verb_forms("supply")
    VerbForms(base='supply', third='supplies', past='supplied', participle='supplied', ing='supplying')
    >>> verb_forms("hand-over").past
    'handed over'
    """
    head, _, particle = lemma.partition("-")
    tail = f" {particle}" if particle else ""
    past, participle = _irregular().get(lemma, (_with_ed(head) + tail, _with_ed(head) + tail))
    return VerbForms(head + tail, _with_s(head) + tail, past, participle, _with_ing(head) + tail)


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = read_table("languages/en/irregular_verbs.tsv", ("lemma", "past", "participle"))
    return {row["lemma"]: (row["past"], row["participle"]) for row in rows}


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _with_s(verb: str) -> str:
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ing"
