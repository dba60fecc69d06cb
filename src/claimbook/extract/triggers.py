"""Where the text speaks of an event: the words of `data/events/`, checked against their surroundings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimbook.extract.scene import Scene, inside
from claimbook.lexicon.events import Trigger, triggers
from claimbook.lexicon.load import read_table
from claimbook.lexicon.words import WordFinder
from claimbook.model.analysis import Sentence, Token
from claimbook.model.claim import Event
from claimbook.model.mention import PartyMention
from claimbook.model.span import Span

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\b(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d\s+$")
_BY = re.compile(r"(?:\s+\w+){0,3}?\s+by\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|this|that|its|their|his|her|no|any|each|every|of|on|in|for|new|first|latest|further|joint|major|"
    r"military|missile|drone|air|ground|naval|annual|large-scale|planned|possible|more|other|recent|deadly|\w+'s)"
    r"|[’']s?)\s+$",
    re.IGNORECASE,
)
_BEFORE_THIRD = re.compile(
    r"\b(?:he|she|it|which|who|that|also|still|now|then|reportedly|currently|already|regularly|often|never)\s+$",
    re.IGNORECASE,
)
_BEFORE_BASE = re.compile(
    r"(?:\b(?:to|will|would|may|might|could|can|should|must|not|did|does|do|they|we|who|also|still|and|or|jointly|soon|"
    r"cannot|let|help|helped|forces|troops|officials|countries|governments|states|\w+ly)|n[’']t)\s+$",
    re.IGNORECASE,
)
_SPEECH = frozenset({Event.STATE, Event.SANCTION})
_EVENT_TAGS = frozenset({"v", "vn", "vd", "n", "nz", "an", "s", "LOC", "ORG"})
_NAME_TAGS = frozenset({"PER", "ORG", "nw"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger word in the text, with every event it may speak of; `passive` where the order of roles is turned."""

    span: Span
    triggers: tuple[Trigger, ...]
    passive: bool = False
    nominal: bool = False


@cache
def _finder(language: str) -> WordFinder:
    return WordFinder(triggers(language), language)


def find_triggers(scene: Scene, sentence: Sentence) -> list[Occurrence]:
    """The trigger words of a sentence that can be events there, in order."""
    plain = scene.analysis.plain
    table = triggers(sentence.language)
    names = inside(scene.parties, sentence.span)
    found = []
    for span, word in _finder(sentence.language).find(plain, sentence.span):
        if sentence.language == "zh":
            possible = tuple(trigger for trigger in table[word] if _stands(plain, span, sentence.tokens, trigger))
            passive = False
        else:
            passive = _is_passive(plain, span)
            possible = tuple(trigger for trigger in table[word] if _fits(scene, plain, span, trigger))
        possible = tuple(trigger for trigger in possible if _has_beside(scene, span, trigger))
        possible = tuple(trigger for trigger in possible if not trigger.adjacent or _place_follows(scene, span))
        if possible and not _inside_name(names, span):
            nominal = _is_nominal(plain, span, sentence, possible)
            found.append(Occurrence(span, possible, passive, nominal))
    return found


def _stands(plain: str, span: Span, tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """A Chinese trigger must be a word here, not a piece of another (派 in 派别) nor a noun's modifier (作战部队)."""
    covering = [token for token in tokens if token.span.overlaps(span)]
    if not covering:
        return True
    first, last = covering[0], covering[-1]
    if len(span) == 1 and (len(covering) != 1 or covering[0].span != span or covering[0].tag != "v"):
        return len(covering) == 1 and len(first.span) == 2 and plain[span.end : first.span.end] in ("了", "过", "出")
    if len(covering) == 1 and len(first.span) > len(span):
        at_edge = first.span.start == span.start or first.span.end == span.end
        return at_edge and first.tag not in _NAME_TAGS and (first.tag.startswith("v") or bool(trigger.service))
    following = next((token for token in tokens if token.span.start == last.span.end), None)
    noun_follows = following is not None and following.tag in ("n", "nz", "vn")
    if len(covering) == 1 and first.span == span and first.tag not in _EVENT_TAGS:
        return False
    if trigger.event == Event.CASUALTY and plain[span.end : span.end + 1] in ("的", "者"):
        return any(character.isdigit() for character in plain[max(0, span.start - 12) : span.end + 12])
    if following is not None and following.span.of(plain) in abstract_heads():
        return False
    if trigger.event in _SPEECH and (last.tag in ("n", "vn") or (noun_follows and last.tag != "v")):
        return False
    stands_alone = trigger.item is not None and trigger.event != Event.CASUALTY
    return bool(trigger.service) or not (noun_follows and (last.tag in ("vn", "n") or stands_alone))


@cache
def abstract_heads() -> frozenset[str]:
    """Nouns that make a topic of the event before them: 排雷经验, 出兵规模."""
    return frozenset(row["word"] for row in read_table("languages/zh/abstract_heads.tsv", ("word", "note")))


def _is_nominal(plain: str, span: Span, sentence: Sentence, possible: tuple[Trigger, ...]) -> bool:
    """The word names an event (这次袭击, the attack) and has no subject but what is said beside it."""
    if sentence.language == "zh":
        token = next((token for token in sentence.tokens if token.span.end == span.end), None)
        return (token is not None and token.tag in ("n", "vn")) or plain[span.start - 1 : span.start] in (
            "的",
            "次",
            "该",
        )
    return all(trigger.form == "noun" for trigger in possible)


def _has_beside(scene: Scene, span: Span, trigger: Trigger) -> bool:
    """The words without which a trigger means something else stand in its clause (清除 … 地雷)."""
    words = scene.clause_at(span.start).span.of(scene.analysis.plain).lower()
    return not trigger.beside or any(word in words for word in trigger.beside)


def _place_follows(scene: Scene, span: Span) -> bool:
    return any(place.span.start - span.end <= 5 for place in inside(scene.places, Span(span.end, span.end + 40)))


def _inside_name(names: Sequence[PartyMention], span: Span) -> bool:
    return any(mention.span.contains(span) and mention.span != span for mention in names)


def _fits(scene: Scene, plain: str, span: Span, trigger: Trigger) -> bool:
    """An English word that can be noun or verb is what the word before it says."""
    before = plain[max(0, span.start - 30) : span.start]
    noun_like = bool(_NOUN_BEFORE.search(before))
    if trigger.form == "noun":
        return noun_like or trigger.word.endswith("s")
    if trigger.form == "verb":
        third = trigger.word.split()[0].endswith("s")
        after_party = any(
            mention.span.end == span.start - 1 and (third or mention.span.of(plain).endswith("s"))
            for mention in inside(scene.parties, Span(max(0, span.start - 60), span.start))
        )
        return after_party or bool((_BEFORE_THIRD if third else _BEFORE_BASE).search(before))
    return not noun_like or trigger.form in ("past", "participle", "word", "ing")


def _is_passive(plain: str, span: Span) -> bool:
    word = span.of(plain).lower()
    if not re.search(r"(?:ed|en|nt|ght|de|ld|n|k|t)(?: \w+)?$", word) or word.endswith("ing"):
        return False
    before = plain[max(0, span.start - 40) : span.start]
    return bool(_BE.search(before) or _NUMBER_BEFORE.search(before) or _BY.match(plain, span.end))
