"""Who is credited with what: the words that name a source, and how far they reach.

A source is the subject of a reporting verb (韩国国防部称, the ministry said), follows a word like 据 or "according to",
or is a phrase that credits nobody in particular. What it says reaches to the end of the sentence, or to where another
source begins to speak beside it.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from claimbook.extract.relations import Group, groups_after, groups_before, subject_of
from claimbook.extract.scene import Clause, Scene, inside
from claimbook.lexicon.load import read_table
from claimbook.lexicon.words import WordFinder
from claimbook.model.claim import Attribution, Party, Stance
from claimbook.model.mention import TimeMention
from claimbook.model.span import Span

_PRONOUN = re.compile(r"\b(?:it|he|she|they|the agency|the ministry|the service)(?: also| later)?\s*$", re.IGNORECASE)
_THAT = re.compile(r"\s*that\b")
_ATTRIBUTED_NOUN = re.compile(r"的|地位|和|与|、")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that credit sources with what stands in `scope`. `verb_end` is where the crediting words end."""

    cue: Span
    sources: tuple[Party, ...]
    source_span: Span
    stance: Stance
    scope: Span
    said: TimeMention | None
    speaker: Group | None
    announces: bool = False

    def covers(self, position: int) -> bool:
        """What stands at a position is said by these sources."""
        return self.scope.start <= position < self.scope.end


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting word: how its source stands to what follows, where the source stands, and its further uses."""

    stance: Stance
    kind: str
    use: frozenset[str]


@cache
def _reporting(language: str) -> tuple[WordFinder, dict[str, Reporting]]:
    table: dict[str, Reporting] = {}
    for row in read_table(f"languages/{language}/reporting.tsv", ("word", "stance", "kind", "use")):
        try:
            table[row["word"]] = Reporting(Stance(row["stance"]), row["kind"], frozenset(row.several("use")))
        except ValueError as error:
            raise row.wrong(str(error)) from error
    return WordFinder(table, language), table


@cache
def _vague(language: str) -> tuple[WordFinder, dict[str, Attribution]]:
    table: dict[str, Attribution] = {}
    for row in read_table(f"languages/{language}/vague_sources.tsv", ("word", "id", "sector", "stance")):
        party = Party(row["id"], row["word"], None, row["sector"] or None)
        table[row["word"]] = Attribution(party, Stance(row["stance"]))
    return WordFinder(table, language), table


def find_frames(scene: Scene, sentence: int, topic: Group | None, speaker: Group | None = None) -> list[Frame]:
    """The frames of a sentence, in order.

    `topic` is who the sentence before was about, `speaker` who spoke last: "it said" is said by them.
    """
    clauses = scene.clauses_of(sentence)
    if not clauses:
        return []
    language = scene.sentence(clauses[0]).language
    frames = _vague_frames(scene, sentence, language)
    taken = [frame.cue for frame in frames]
    finder, table = _reporting(language)
    for clause in clauses:
        for cue, word in finder.find(scene.analysis.plain, clause.span):
            if any(cue.overlaps(other) for other in taken) or not _can_report(scene, cue, table[word], language):
                continue
            reporting = table[word]
            frame = (
                _prefix_frame(scene, clause, cue, reporting.stance, language)
                if reporting.kind == "prefix"
                else _verb_frame(scene, clause, cue, reporting, language, topic, speaker)
            )
            if frame is not None and not any(frame.source_span.overlaps(f.source_span) for f in frames):
                frames.append(replace(frame, announces="announces" in reporting.use))
                taken.append(frame.cue)
        topic = subject_of(groups_before(scene, clause.span, language)) or topic
    return _closed(scene, sorted(frames, key=lambda frame: frame.cue))


def attributions(frames: list[Frame], position: int) -> tuple[tuple[Attribution, ...], tuple[Frame, ...]]:
    """Who is credited with what stands at a position, the one who said it first in front, and by which frames."""
    covering = sorted((frame for frame in frames if frame.covers(position)), key=lambda frame: -frame.cue.start)
    found: dict[str, Attribution] = {}
    for frame in covering:
        for source in frame.sources:
            found.setdefault(source.id, Attribution(source, frame.stance))
    return tuple(found.values()), tuple(covering)


def _can_report(scene: Scene, cue: Span, word: Reporting, language: str) -> bool:
    plain = scene.analysis.plain
    after = plain[cue.end : cue.end + 1]
    if language == "zh":
        if _ATTRIBUTED_NOUN.match(plain, cue.end):
            return False
        if "noun" in word.use:
            return after in (",", ":", "称", "说")
        if len(cue) == 1:
            sentence = scene.sentence(scene.clause_at(cue.start))
            return any(token.span.end == cue.end and token.tag in ("v", "p") for token in sentence.tokens)
        return True
    before = plain[max(0, cue.start - 8) : cue.start].lower()
    return "noun" not in word.use or not before.rstrip().endswith(("the", "a", "of", "media", "press"))


def _vague_frames(scene: Scene, sentence: int, language: str) -> list[Frame]:
    finder, table = _vague(language)
    span = scene.analysis.sentences[sentence].span
    frames = []
    for cue, word in finder.find(scene.analysis.plain, span):
        credit = table[word]
        source = Party(credit.source.id, scene.analysis.words(cue), None, credit.source.sector)
        scope = (
            Span(cue.end, span.end) if language == "zh" or cue.start - span.start < 12 else Span(span.start, cue.start)
        )
        said = _time_before(scene, span.start, cue.start)
        frames.append(Frame(cue, (source,), cue, credit.stance, scope, said, None))
    return frames


def _prefix_frame(scene: Scene, clause: Clause, cue: Span, stance: Stance, language: str) -> Frame | None:
    end_of_sentence = scene.sentence(clause).span.end
    groups = groups_after(scene, Span(cue.end, clause.span.end), language)
    if not groups or groups[0].span.start - cue.end > 12:
        return None
    start_of_sentence = scene.sentence(clause).span.start
    at_front = cue.start - start_of_sentence < 25 or language == "zh"
    scope = Span(clause.span.end, end_of_sentence) if at_front else Span(start_of_sentence, cue.start)
    said = _time_before(scene, cue.end, clause.span.end) if language == "zh" else None
    return _frame(cue.cover(groups[0].span), groups[0], stance, scope, said)


def _verb_frame(
    scene: Scene,
    clause: Clause,
    cue: Span,
    reporting: Reporting,
    language: str,
    topic: Group | None,
    last: Group | None,
) -> Frame | None:
    sentence = scene.sentence(clause).span
    speaker = subject_of(groups_before(scene, Span(clause.span.start, cue.start), language))
    scope = Span(cue.end, sentence.end)
    if language == "en":
        return _english_frame(scene, clause, cue, reporting.stance, speaker, last)
    if speaker is None:
        speaker = topic if cue.start - clause.span.start <= 4 and "goes on" in reporting.use else None
    if speaker is None:
        return None
    said = _time_before(scene, sentence.start, cue.start)
    return _frame(cue, speaker, reporting.stance, scope, said)


def _english_frame(
    scene: Scene, clause: Clause, cue: Span, stance: Stance, speaker: Group | None, last: Group | None
) -> Frame | None:
    """ "Seoul said that …" credits what follows; "…, Seoul said." and "…, said Seoul." what goes before."""
    sentence = scene.sentence(clause).span
    plain = scene.analysis.plain
    if speaker is None and _PRONOUN.search(plain, clause.span.start, cue.start):
        speaker = last
    if speaker is None:
        after = groups_after(scene, Span(cue.end, clause.span.end), "en")
        if not after or after[0].span.start - cue.end > 25:
            return None
        return _frame(cue, after[0], stance, Span(sentence.start, cue.start), None)
    told_next = _THAT.match(plain, clause.span.end) is not None
    goes_on = told_next or len(plain[cue.end : sentence.end].strip(' .”"')) > 35 or clause.span.start == sentence.start
    if not goes_on:
        start = min(speaker.span.start, cue.start) if clause.span.contains(speaker.span) else cue.start
        return _frame(cue, speaker, stance, Span(sentence.start, max(sentence.start, start)), None)
    begins = clause.span.end if told_next else cue.end
    said = _time_before(scene, clause.span.start, begins)
    return _frame(cue, speaker, stance, Span(begins, sentence.end), said)


def _frame(cue: Span, group: Group, stance: Stance, scope: Span, said: TimeMention | None) -> Frame:
    sources = tuple(party for mention in group.parties for party in mention.parties)
    return Frame(cue, sources, group.span, stance, scope, said, group)


def _time_before(scene: Scene, start: int, end: int) -> TimeMention | None:
    times = inside(scene.times, Span(start, max(start, end)))
    return times[-1] if times else None


def _closed(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """A source stops speaking where, later in the sentence, another begins in a clause of its own."""
    closed = []
    for number, frame in enumerate(frames):
        end = frame.scope.end
        for later in frames[number + 1 :]:
            own_clause = scene.clause_at(later.cue.start)
            nested = (
                scene.clause_at(min(frame.scope.start, end)) == own_clause or later.source_span == frame.source_span
            )
            if not nested and later.scope.start > frame.scope.start and own_clause.span.start > frame.scope.start + 12:
                end = max(frame.scope.start, min(end, own_clause.span.start))
        closed.append(
            Frame(
                frame.cue, frame.sources, frame.source_span, frame.stance,
                Span(frame.scope.start, end), frame.said, frame.speaker,
            )
        )  # fmt: skip
    return closed
