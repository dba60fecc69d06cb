"""Which reading of a shifted stretch to believe, and how far: a stretch is `sure` only where nothing else is likely."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from claimbook.model.document import Edit
from claimbook.model.span import Span
from claimbook.read.repair.annotations import LETTERS, LONGEST
from claimbook.read.repair.runs import CONTEXT, Candidate, Place, Start, candidates, starts
from claimbook.read.repair.wording import ENDS, Wording
from claimbook.read.repair.wording import LONGEST as LONGEST_WORD

UNREADABLE = "〓"
MOST = 100
"""More stretches than this on one page are not read again, only marked: each costs a twentieth of a second."""
KIND = "shifted bytes"
PER_VANISHED = 1.5
"""What a character more is worth: words by themselves look rarer than they are in company."""
SURE = 0.9
FIGURE = 0.002
"""No sure stretch if other readings with other figures come to so much."""
WRITTEN = 0.9
"""A character of an unsure stretch is written from this probability on."""
_BETTER = 6.0
"""So much likelier than the text as it stands must a reading be that begins at a question mark alone."""
_AHEAD = 10
_FULL_STOP = 0.045
"""The share of such marks among words and marks."""
_WINDOW = 60
_NUMERALS = frozenset("〇零一二三四五六七八九十百千萬億兩半數幾廿卅万亿两数几")
_FIGURE = re.compile(r"[0-9〇零一二三四五六七八九十百千萬億兩半數幾][0-9.,%〇零一二三四五六七八九十百千萬億兩半數幾]*")
_REST = re.compile(r"[^\x00-\x7f]{0,20}(?:\?|[@-~])?")
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
        if len(made) >= MOST:
            edit: Edit | None = None if start.mark else unreadable(text, start)
        else:
            wording = wording or Wording(_without(text, inserted))
            edit = judge(text, start, _before(text, start.at, made[-1] if made else None), wording)
        if edit is not None:
            made.append(edit)
    return made


def judge(text: str, start: Start, before: str, wording: Wording) -> Edit | None:
    """The edit for the stretch at `start`, or None where the text as it stands is as likely."""
    found = candidates(text, start, before, wording)
    if not found:
        return None if start.mark else unreadable(text, start)
    weighed = _weighed(text, start, before, wording, found)
    if not weighed:
        return None
    best = weighed[0].candidate
    span = Span(start.at, best.end)
    if _is_sure(weighed) and not _has_figure(text, span, best.text):
        return Edit(span, best.text, KIND)
    figure = _FIGURE.match(text, best.end)
    behind = figure[0] if figure and best.lost else ""
    return Edit(Span(start.at, best.end + len(behind)), _hedged(weighed) + behind, KIND, sure=False)


def unreadable(text: str, start: Start) -> Edit:
    """A stretch nobody can read, to the first sign that is no shifted character."""
    rest = _REST.match(text, start.body) if start.leads else None
    return Edit(Span(start.at, rest.end() if rest else start.body), UNREADABLE, KIND, sure=False)


def _is_sure(weighed: list[Weighed]) -> bool:
    best = weighed[0].candidate
    if weighed[0].share < SURE or best.lost or best.guessed:
        return False
    return sum(one.share for one in weighed if _figures(one.candidate.text)) < FIGURE


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


def _line_end(text: str, one: Candidate, habit: float) -> float:
    """What it is worth that a reading ends its line with a full stop, or does not; `habit` is how often lines do."""
    if text[one.end : one.end + 1] not in ("", "\n"):
        return 0.0
    return log(habit / _FULL_STOP) if one.text[-1:] in ENDS else log((1 - habit) / (1 - _FULL_STOP))


def _weighed(text: str, start: Start, before: str, wording: Wording, found: list[Candidate]) -> list[Weighed]:
    """Readings by probability, all judged up to the same place of the text; none if the text itself is as likely."""
    horizon = max(one.end for one in found) + _AHEAD
    ahead = {end: _ahead(text, end, horizon) for end in {one.end for one in found} | {start.at}}
    scored = []
    habit = wording.line_ends
    for one in found:
        said = before[-LONGEST_WORD:] + one.text
        following = ("0" if one.lost else "") + ahead[one.end]
        score = wording.extend(one.scores, said, following)[-1] + PER_VANISHED * one.vanished
        scored.append((score + _line_end(text, one, habit), one))
    top = max(score for score, _ in scored)
    if start.mark:
        stays = before[-CONTEXT:] + text[start.at : start.body] + _ahead(text, start.body, horizon)
        as_is = wording.extend((0.0,), "", stays)
        if top - as_is[-1] < _BETTER:
            return []
    total = sum(exp(score - top) for score, _ in scored)
    made: dict[tuple[int, str], Weighed] = {}
    for score, one in scored:
        share = exp(score - top) / total
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


def _figures(words: str) -> str:
    return "".join(char for char in words if char in _NUMERALS or char.isdigit())


def _has_figure(text: str, span: Span, words: str) -> bool:
    """A figure stands in the stretch or touches it."""
    around = text[max(span.start - 1, 0) : span.start] + words + text[span.end : span.end + 1]
    return bool(_figures(around))
