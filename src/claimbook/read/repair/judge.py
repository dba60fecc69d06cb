"""Which reading of a shifted stretch to believe, and how far: a stretch is `sure` only where nothing else is likely."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

from claimbook.model.document import Edit
from claimbook.model.span import Span
from claimbook.read.repair.annotations import LETTERS, LONGEST
from claimbook.read.repair.runs import CONTEXT, Candidate, Place, Start, candidates, starts
from claimbook.read.repair.wording import LONGEST as LONGEST_WORD
from claimbook.read.repair.wording import Wording

UNREADABLE = "〓"
KIND = "shifted bytes"
SHARPNESS = 0.6
"""Differences of log-probability count only so much: the wording is a rough judge."""
SURE = 0.98
WRITTEN = 0.9
"""A character of an unsure stretch is written from this probability on."""
_BETTER = 6.0
"""So much likelier than the text as it stands must a reading be that begins at a question mark alone."""
_AHEAD = 10
_WINDOW = 60
_NUMERALS = frozenset("〇零一二三四五六七八九十百千萬億兩半數幾多餘余廿卅")
_NOTE = re.compile(rf"\([{LETTERS}]{{1,{LONGEST}}}\)")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with its probability among all readings of its stretch."""

    candidate: Candidate
    share: float


def shifted(text: str, inserted: Iterable[Edit]) -> list[Edit]:
    """The edits for all shifted stretches of a damaged page, whose inserted readings are known."""
    made: list[Edit] = []
    wording: Wording | None = None
    for start in starts(text):
        if made and start.at < made[-1].source.end:
            continue
        wording = wording or Wording(_without(text, inserted))
        edit = judge(text, start, _before(text, start.at, made[-1] if made else None), wording)
        if edit is not None:
            made.append(edit)
    return made


def judge(text: str, start: Start, before: str, wording: Wording) -> Edit | None:
    """The edit for the stretch at `start`, or None where the text as it stands is as likely."""
    found = candidates(text, start, before, wording)
    if not found:
        return None if start.mark else Edit(Span(start.at, start.body), UNREADABLE, KIND, sure=False)
    weighed = _weighed(text, start, before, wording, found)
    if not weighed:
        return None
    best = weighed[0].candidate
    span = Span(start.at, best.end)
    sure = weighed[0].share >= SURE and not best.lost and not best.guessed and not _has_figure(text, span, best.text)
    if sure:
        return Edit(span, best.text, KIND)
    return Edit(span, _hedged(weighed), KIND, sure=False)


def _before(text: str, at: int, last: Edit | None) -> str:
    """The words in front of a stretch, as repaired so far."""
    window = max(at - _WINDOW, 0)
    if last is not None and last.source.end > window:
        words = last.replacement + text[last.source.end : at]
    else:
        words = text[window:at]
    return _NOTE.sub("", words).rpartition("\n")[2]


def _without(text: str, inserted: Iterable[Edit]) -> str:
    kept, at = [], 0
    for edit in inserted:
        kept.append(text[at : edit.source.start])
        at = edit.source.end
    return "".join(kept) + text[at:]


def _weighed(text: str, start: Start, before: str, wording: Wording, found: list[Candidate]) -> list[Weighed]:
    """Readings by probability, all judged up to the same place of the text; none if the text itself is as likely."""
    horizon = max(one.end for one in found) + _AHEAD
    ahead = {end: _ahead(text, end, horizon) for end in {one.end for one in found} | {start.at}}
    scored = []
    for one in found:
        said = before[-LONGEST_WORD:] + one.text
        following = ("0" if one.lost else "") + ahead[one.end]
        scored.append((wording.extend(one.scores, said, following)[-1], one))
    top = max(score for score, _ in scored)
    if start.mark:
        stays = before[-CONTEXT:] + text[start.at : start.body] + _ahead(text, start.body, horizon)
        as_is = wording.extend((0.0,), "", stays)
        if top - as_is[-1] < _BETTER:
            return []
    total = sum(exp(SHARPNESS * (score - top)) for score, _ in scored)
    made: dict[tuple[int, str], Weighed] = {}
    for score, one in scored:
        share = exp(SHARPNESS * (score - top)) / total
        known = made.get((one.end, one.text))
        made[one.end, one.text] = Weighed(one, share + (known.share if known else 0.0))
    return sorted(made.values(), key=lambda weighed: -weighed.share)


def _ahead(text: str, start: int, horizon: int) -> str:
    """The words behind a stretch without inserted readings, as far as they can be read."""
    return _NOTE.sub("", text[start:horizon]).partition("\n")[0]


def _hedged(weighed: list[Weighed]) -> str:
    """The best reading with 〓 where a character is not certain enough."""
    best = weighed[0].candidate
    belief: dict[Place, float] = {}
    for one in weighed:
        for place in one.candidate.places:
            belief[place] = belief.get(place, 0.0) + one.share
    words = "".join(
        place.char if belief[place] >= WRITTEN and place.char not in _NUMERALS else UNREADABLE for place in best.places
    )
    return words + UNREADABLE if best.lost else words


def _has_figure(text: str, span: Span, words: str) -> bool:
    """A figure stands in the stretch or touches it."""
    around = text[max(span.start - 1, 0) : span.start] + words + text[span.end : span.end + 1]
    return any(char in _NUMERALS or char.isdigit() for char in around)
