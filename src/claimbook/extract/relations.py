"""How parties stand to a verb: before it unmarked, after it, or marked by a preposition.

Chinese marks roles by word order and by words before the party (向俄罗斯, 被乌军), English by order and prepositions.
Parties joined by "and", 、 or 与 form one group.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from claimbook.extract.scene import Clause, Scene, inside
from claimbook.lexicon.load import read_table
from claimbook.lexicon.words import WordFinder
from claimbook.model.claim import Party
from claimbook.model.mention import PartyMention
from claimbook.model.span import Span

_AND = re.compile(r"\s*(?:、|及|以及|乃至|或|,?\s*and|,|or)?\s*(?:the\s+)?")
_WITH = re.compile(r"\s*(?:与|和|同|跟|with)\s*")
_POSSESSIVE = re.compile(r"(?:的|'s|’s|s')")
_ARTICLES = re.compile(r"(?:the|its|their|some|other|several|many|a|an)\s+$", re.IGNORECASE)
_OPENING = ("为", "向", "对", "给", "与", "和", "由", "被")
_TEMPORAL = re.compile(r"(?:后|之后|前|之前|时|期间|之际|之时|同时|情况下)$")
_APPOSITION = re.compile(r"(?:the|a|an|who|which|whose|where|its|his|her|secretary|head|chief|commander|leader)\b")
_FILLER_TAGS = frozenset({"u", "d", "ad"})


@dataclass(frozen=True, slots=True)
class Group:
    """Parties that stand together and their relation to the verb: subject, object, to, from, with, by, in, of.

    Before a verb also "helped" (帮助俄军收复: who is helped acts) and "of-other-verb" (object of a verb before).
    """

    parties: tuple[PartyMention, ...]
    relation: str

    @property
    def span(self) -> Span:
        """From the first party to the last."""
        return self.parties[0].span.cover(self.parties[-1].span)


@cache
def _markers(language: str) -> tuple[dict[str, str], int]:
    rows = read_table(f"languages/{language}/markers.tsv", ("word", "relation"))
    table = {row["word"]: row["relation"] for row in rows}
    return table, max(map(len, table))


def groups_before(scene: Scene, region: Span, language: str) -> list[Group]:
    """The groups of parties in a stretch before a verb, in order of the text."""
    return _groups(scene, region, language, "subject")


def groups_after(scene: Scene, region: Span, language: str) -> list[Group]:
    """The groups of parties in a stretch after a verb, in order of the text."""
    return _groups(scene, region, language, "object")


def _groups(scene: Scene, region: Span, language: str, unmarked: str) -> list[Group]:
    plain = scene.analysis.plain
    groups: list[list[PartyMention]] = []
    relations: list[str] = []
    found = inside(scene.parties, region)
    for place, mention in enumerate(found):
        if place + 1 < len(found) and _is_owner(plain, mention, found[place + 1]):
            continue
        gap = plain[groups[-1][-1].span.end : mention.span.start] if groups else None
        if gap is not None and _AND.fullmatch(gap):
            groups[-1].append(mention)
            continue
        if gap is not None and _WITH.fullmatch(gap) and relations[-1] in (unmarked, "with"):
            groups.append([mention])
            relations.append("with")
            continue
        groups.append([mention])
        relations.append(_relation(scene, mention, region, language, unmarked))
    _share_heads(plain, groups)
    return [
        Group(tuple(parties), _possessed(plain, parties[-1].span.end, relation, unmarked))
        for parties, relation in zip(groups, relations, strict=True)
    ]


_OWNS = re.compile(r"(?:的|['’]s\s+)?")


def _is_owner(plain: str, mention: PartyMention, following: PartyMention) -> bool:
    """In 韩国现代公司 and "Russia's Gazprom" the state only says whose the company is."""
    owned = following.head in ("company", "person", "unknown", "outlet")
    return mention.head == "state" and owned and bool(_OWNS.fullmatch(plain, mention.span.end, following.span.start))


_SHARED = re.compile(r"(?:情报\w*|官方|政府|当局|媒体|intelligence\w*|officials|authorities)$")
_JOINED = re.compile(r"\s*(?:、|与|和|或|及|and|or)\s*")


def _share_heads(plain: str, groups: list[list[PartyMention]]) -> None:
    """韩国与乌克兰情报部门 are two services: a noun after the second state belongs to the first too."""
    flat = [(number, place) for number, group in enumerate(groups) for place in range(len(group))]
    for (number, place), (after, at) in pairwise(flat):
        left, right = groups[number][place], groups[after][at]
        sides = left.head == "state" and right.parties[0].sector in ("GOV", "SPY", "JRN")
        if sides and _JOINED.fullmatch(plain, left.span.end, right.span.start) and _SHARED.search(right.span.of(plain)):
            groups[number][place] = replace(left, parties=tuple(_of_side(p, right.parties[0]) for p in left.parties))


def _of_side(state: Party, like: Party) -> Party:
    return replace(state, id=f"{state.country}-{like.sector}", sector=like.sector) if state.country else state


def _possessed(plain: str, end: int, relation: str, unmarked: str) -> str:
    if relation == unmarked and unmarked == "subject" and _POSSESSIVE.match(plain, end):
        return "of"
    return relation


def _relation(scene: Scene, mention: PartyMention, region: Span, language: str, unmarked: str) -> str:
    plain = scene.analysis.plain
    word, marker = _marker(plain, mention.span.start, language)
    if language == "zh" and unmarked == "subject":
        if word in _handing_on("helping"):
            return "helped"
        if word == "在" and _TEMPORAL.search(region_clause(scene, mention)):
            return "subject"
        if marker is None and plain[mention.span.start - 1 : mention.span.start] == "的":
            marker = _marker_further_back(scene, mention, region)
    if marker is not None:
        return marker
    if language == "zh" and unmarked == "subject" and _follows_verb(scene, mention):
        return "of-other-verb"
    return unmarked


def region_clause(scene: Scene, mention: PartyMention) -> str:
    """The words of the clause a mention stands in."""
    return scene.clause_at(mention.span.start).span.of(scene.analysis.plain)


def _marker_further_back(scene: Scene, mention: PartyMention, region: Span) -> str | None:
    """为在前线负伤的俄军人员: the preposition stands before what describes the party."""
    table, _ = _markers("zh")
    tokens = scene.sentence(scene.clause_at(mention.span.start)).tokens
    before = [token for token in tokens if region.start <= token.span.start and token.span.end < mention.span.start]
    for token in reversed(before):
        word = token.span.of(scene.analysis.plain)
        if token.tag == "p" and word in _OPENING:
            return table.get(word)
    return None


def marker_before(plain: str, position: int, language: str) -> str | None:
    """The relation that the word right before a position gives, or None."""
    return _marker(plain, position, language)[1]


def _marker(plain: str, position: int, language: str) -> tuple[str, str | None]:
    """The word right before a position and the relation that it gives, None where it gives none."""
    table, longest = _markers(language)
    if language == "zh":
        for length in range(longest, 0, -1):
            word = plain[max(0, position - length) : position]
            if word in table:
                return word, table[word]
        return "", None
    before = plain[max(0, position - 40) : position].lower()
    stripped = before.rstrip()
    article = _ARTICLES.search(before)
    if article:
        stripped = before[: article.start()].rstrip()
    word = re.split(r"[^a-z]+", stripped)[-1] if stripped else ""
    return word, table.get(word)


def _follows_verb(scene: Scene, mention: PartyMention) -> bool:
    """A Chinese party right after a verb is that verb's object, unless the verb hands it on (要求朝鲜出兵)."""
    sentence = scene.sentence(scene.clause_at(mention.span.start))
    before = [token for token in sentence.tokens if token.span.end <= mention.span.start]
    while before and before[-1].tag in _FILLER_TAGS:
        before.pop()
    if not before or before[-1].tag != "v":
        return False
    return before[-1].span.of(scene.analysis.plain) not in _handing_on("pivot")


def subject_of(groups: Sequence[Group]) -> Group | None:
    """The group that is the subject: the last unmarked one."""
    return next((group for group in reversed(groups) if group.relation == "subject"), None)


def topic_of(scene: Scene, clause: Clause) -> Group | None:
    """The party a clause is about: its first unmarked group. It stays the subject of clauses that name none."""
    language = scene.sentence(clause).language
    if language == "en" and _APPOSITION.match(scene.analysis.plain, clause.span.start):
        return None
    groups = groups_before(scene, clause.span, language)
    return next(
        (group for relation in ("subject", "of") for group in groups if group.relation == relation),
        None,
    )


@cache
def _handing_on(kind: str) -> frozenset[str]:
    rows = read_table("languages/zh/verbs_before_parties.tsv", ("word", "kind"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


@cache
def passive_words() -> WordFinder:
    """Words that turn a Chinese clause around: what stands before them suffers."""
    return WordFinder(("被", "遭", "遭到", "受到"), "zh")
