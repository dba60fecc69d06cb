"""States named by one character: 俄朝, 美日韩, 俄方, 援俄, 访华, 返俄. Which stands for which state is data.

The tagger's words decide whether a character stands for itself: 中 in 其中, 日 in 3日, 以 in 以及 do not. An
abbreviation must begin and end where a word does, or share its word with the verb before it (访华) or with what
follows it (俄方).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimbook.extract.scan import NAMED_ENTITY, Words
from claimbook.lexicon.actors import abbreviations, continuations, firm_prefixes, kinds, offices, pairs, prefixes


@dataclass(frozen=True, slots=True)
class Short:
    """One abbreviation: where it stands, its state, the rule. `form_end` is where a combined form ends."""

    start: int
    end: int
    state: str
    rule: str
    form_end: int
    combined: bool = False


def find_short(plain: str, words: Words, taken: bytearray, named: Counter[str]) -> Iterator[Short]:
    """The abbreviations of a text outside what is `taken`. `named` counts the states the text has in full."""
    for match in _runs().finditer(plain):
        start, stop = match.span()
        while start < stop:
            if taken[start]:
                start += 1
                continue
            end = start + 1
            while end < stop and not taken[end]:
                end += 1
            form = _form(plain, start, end, words, named)
            yield from form
            start = form[-1].end if form else start + 1


def _form(plain: str, start: int, stop: int, words: Words, named: Counter[str]) -> tuple[Short, ...]:
    for end in range(min(stop, start + 5), start + 1, -1):
        states = pairs().get(plain[start:end]) or _each(plain[start:end], named)
        if states and _edges(plain, start, end, words):
            return tuple(
                Short(start + at, start + at + 1, state, "abbreviations side by side", end, combined=True)
                for at, state in enumerate(states)
            )
    state = _state(plain[start], named)
    rule = state and _single(plain, start, words)
    return (Short(start, start + 1, state, rule, start + 1),) if state and rule else ()


def _each(form: str, named: Counter[str]) -> tuple[str, ...] | None:
    states = [_state(character, named) for character in form]
    if "华" in form or len(set(states)) < len(states):
        return None
    return tuple(state for state in states if state) if all(states) else None


def _state(character: str, named: Counter[str]) -> str | None:
    """The state a character stands for here: the one the text names most, else the usual one if it needs no naming."""
    known = abbreviations().get(character)
    if known is None:
        return None
    best = max(known.states, key=lambda state: named[state])
    if named[best]:
        return best
    return known.states[0] if known.strong else None


def _edges(plain: str, start: int, end: int, words: Words) -> bool:
    """Whether a combined form begins and ends where words do (or where its own kind of word begins)."""
    first, last = words.at(start), words.at(end - 1)
    if first is None or last is None:
        return False
    left = first.span.start == start or plain[first.span.start : start] in prefixes()
    right = last.span.end == end or (last.span.start == start and (last.tag in NAMED_ENTITY or last.tag == "n"))
    common = plain.startswith(("两国", "三国", "双方", "三方", "四国"), end)
    return left and (right or common or _followed(plain, end, words, last.span.start))


def _single(plain: str, at: int, words: Words) -> str | None:
    """The rule by which one character stands for a state here, or None."""
    word, known = words.at(at), abbreviations()[plain[at]]
    if word is None:
        return None
    before, after = plain[at - 1 : at], plain[at + 1 : at + 2]
    begins = word.span.start == at or (word.span.start == at - 1 and before in prefixes())
    if begins and plain[at] != "华" and _followed(plain, at + 1, words, word.span.start):
        return "abbreviation before a side or office"
    other_word = after != "" and after in known.next
    firm = before in firm_prefixes() or (known.alone and before in prefixes())
    if firm and words.begins(at - 1) and known.strong and not other_word:
        return "abbreviation after its verb"
    whole = word.span.end == at + 1
    if begins and whole and before in prefixes() and _plausible(plain, at, words):
        return "abbreviation after its verb"
    if word.span.start == at and plain[at] != "华":
        if whole and word.tag in ("LOC", "ORG", "PER") and (known.alone or (known.strong and word.tag == "LOC")):
            return "abbreviation as a word"
        if whole and known.alone and known.strong and _opens(plain, at, words):
            return "abbreviation as a word"
        if (before == "、" or after == "、") and not other_word and _listed(plain, at):
            return "abbreviation in a list"
    return None


def _opens(plain: str, at: int, words: Words) -> bool:
    """美对伊动武, 俄称: the character opens the clause and a preposition, adverb or verb follows."""
    follows = words.at(at + 1)
    return (at == 0 or plain[at - 1] in ",。;:!?“\n ") and follows is not None and follows.tag in ("p", "v", "d", "vd")


def _plausible(plain: str, at: int, words: Words) -> bool:
    """对美, 访华: one word for both, or a name to the tagger, or a character that is seldom another word."""
    word, known = words.at(at), abbreviations()[plain[at]]
    if word is None:
        return False
    if word.tag in NAMED_ENTITY or plain[at] == "华":
        return True
    return known.strong and (known.alone or word.span.start == at - 1)


def _followed(plain: str, at: int, words: Words, form_start: int) -> bool:
    """Whether a side, force, organ or office of a state follows: 方, 军, 外长, 国防部."""
    found = [hit for hit in kinds().all_at(plain, at) if hit.meanings[0].short]
    found += [hit for hit in offices().all_at(plain, at) if not hit.meanings[0].filler]
    return any(not runs_on(plain, hit.start, hit.end, words, form_start) for hit in found)


def runs_on(plain: str, start: int, end: int, words: Words, form_start: int) -> bool:
    """Whether a word for a side or force is only the beginning of a longer word: 军 of 军事, 方 of 方案.

    A word that began with the state's own name (俄军方) is no ground for doubt, nor is the plural 们.
    """
    last = words.at(end - 1)
    if last is None or last.span.end == end or end - start >= 3 or plain[end : end + 1] == "们":
        return False
    if end - start == 1 and last.span.start <= form_start:
        return plain[end : end + 1] in continuations().get(plain[start], "")
    return last.span.start > form_start or last.tag not in NAMED_ENTITY | {"n"}


def _listed(plain: str, at: int) -> bool:
    """Whether the neighbour across 、 is an abbreviation too."""
    others = (plain[at + 2 : at + 3] if plain[at + 1 : at + 2] == "、" else "", plain[at - 2 : at - 1])
    return any(other in abbreviations() for other in others if other)


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(abbreviations())}]+")
