"""How firmly something is said to happen: done, ongoing, planned, possible, denied, hypothetical.

The cue nearest before the trigger in its clause decides; a denial or a condition outranks the others, because a lost
"not" turns a claim into its opposite.
"""

import re
from dataclasses import dataclass
from functools import cache

from claimbook.extract.scene import Clause, Scene, inside
from claimbook.lexicon.load import read_table
from claimbook.lexicon.words import WordFinder
from claimbook.model.claim import Status
from claimbook.model.span import Span

_UNTIL = re.compile(r"\buntil\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says how firmly, and where it stands."""

    span: Span
    status: Status | None
    reach: str


@cache
def _cues(language: str) -> tuple[WordFinder, dict[str, tuple[tuple[Status | None, str], ...]]]:
    table: dict[str, tuple[tuple[Status | None, str], ...]] = {}
    for row in read_table(f"languages/{language}/status.tsv", ("word", "status", "reach")):
        try:
            entry = (None if row["status"] == "asked" else Status(row["status"]), row["reach"])
        except ValueError as error:
            raise row.wrong(str(error)) from error
        table[row["word"]] = (*table.get(row["word"], ()), entry)
    return WordFinder(table, language), table


def find_cues(scene: Scene, region: Span, language: str) -> list[Cue]:
    """All cues in a stretch of text, in order."""
    finder, table = _cues(language)
    return [
        Cue(span, status, reach)
        for span, word in finder.find(scene.analysis.plain, region)
        if language != "zh" or _is_word(scene, span)
        for status, reach in table[word]
        if reach != "never"
    ]


def _is_word(scene: Scene, span: Span) -> bool:
    """A Chinese cue is a word, or the end of one (还没有), not a piece of a name or another word (金正恩, 会谈)."""
    if any(
        mention.span.overlaps(span) for mention in inside(scene.parties, Span(max(0, span.start - 12), span.end + 12))
    ):
        return False
    tokens = scene.sentence(scene.clause_at(span.start)).tokens
    around = next((token for token in tokens if token.span.contains(span)), None)
    if around is None or around.span == span:
        return True
    if around.span.end == span.end:
        return len(span) > 1 or around.tag == "d"
    return len(span) > 1 and around.tag in ("v", "d", "vd")


def status_of(
    scene: Scene, clause: Clause, trigger: Span, since: int, language: str
) -> tuple[Status | None, Cue | None]:
    """The status of what a trigger says, and the cue that gave it; None where it is only asked.

    `since` is where the words that govern the trigger begin: behind the words that credit a source.
    """
    sentence = scene.sentence(clause)
    start = max(since, clause.span.start)
    before = [
        cue
        for cue in find_cues(scene, Span(min(start, trigger.start), trigger.start), language)
        if cue.reach == "clause" or (cue.reach == "near" and trigger.start - cue.span.end < 9)
    ]
    condition = [
        cue for cue in find_cues(scene, Span(sentence.span.start, trigger.start), language) if cue.reach == "sentence"
    ]
    after = [
        cue
        for cue in find_cues(scene, Span(trigger.end, max(trigger.end, clause.span.end)), language)
        if cue.reach == "after" and cue.span.start - trigger.end < 6
    ]
    if any(cue.status is None for cue in before):
        return None, None
    if condition:
        return Status.HYPOTHETICAL, condition[-1]
    if language == "en" and _UNTIL.search(scene.analysis.plain, trigger.end, clause.span.end):
        before = [cue for cue in before if cue.status != Status.DENIED]  # "did not … until May" says it did in May
    for wanted in (Status.DENIED, Status.POSSIBLE):
        found = [cue for cue in before if cue.status == wanted]
        if found and not _overruled(found[-1], before):
            return wanted, found[-1]
    if before:
        return before[-1].status, before[-1]
    if after:
        return after[0].status, after[0]
    return Status.DONE, None


def _overruled(cue: Cue, cues: list[Cue]) -> bool:
    """ "Has already" after "possibly" belongs to the same verb and does not undo it; after "plans" it does."""
    later = [other for other in cues if other.span.start >= cue.span.end]
    return bool(later) and cue.status == Status.POSSIBLE and later[-1].status == Status.DENIED
