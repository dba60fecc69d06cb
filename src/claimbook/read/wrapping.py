"""Lines that were broken to fit a page: in PDFs, mail and old text files a paragraph is many lines.

Only where the whole text plainly is like that: most lines are about equally long and stop in mid-sentence. A break
becomes a space, or nothing between Chinese characters and after a hyphen that parts a word.
"""

import re

from claimbook.model.document import Edit
from claimbook.model.span import Span

LINE = re.compile(r"[^\n]*\n?")
ENDS = re.compile(r"[。！？!?.:：…;；”」』\"')）\]】]\s*$")
STARTS_NEW = re.compile(r"^(?:\s|[-*•·◆■●▲]|\d{1,3}[.)、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|【|“|\")")
HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef，。、；：]")
LEAST_LINES = 4


def wrapped_lines(text: str) -> tuple[Edit, ...]:
    """Edits that join the lines of paragraphs, none where the text does not look wrapped.

    >>> text = (
    ...     "Laos will send a unit of sappers to the Kursk region of\\n"
    ...     "Russia, the ministry said. It gave no date for the depar-\\n"
    ...     "ture of the first group, which is to be made up of about\\n"
    ...     "50 volunteers from two brigades of the army.\\n"
    ... )
    >>> [edit.replacement for edit in wrapped_lines(text)]
    [' ', '', ' ']
    >>> wrapped_lines("老挝派兵。\\n俄方证实。\\n乌方称不属实。\\n各方反应不一。\\n")
    ()
    """
    lines = [(found.start(), found.group()) for found in LINE.finditer(text) if found.group()]
    bodies = [line.rstrip("\r\n") for _, line in lines]
    sizes = sorted(len(body.strip()) for body in bodies if body.strip())
    if len(sizes) < LEAST_LINES:
        return ()
    width = sizes[len(sizes) * 9 // 10 - 1]
    han = bool(HAN.search(text))
    if not (18 if han else 40) <= width <= (60 if han else 110) or sizes[-1] > width * 1.35:
        return ()
    joined: list[Edit] = []
    full = open_ended = 0
    for place, ((start, line), body) in enumerate(zip(lines[:-1], bodies[:-1], strict=True)):
        following = bodies[place + 1]
        if not body.strip() or not following.strip():
            continue
        long = len(body.strip()) >= width * 0.72
        full += long
        if not long or STARTS_NEW.match(following):
            continue
        mid_sentence = not ENDS.search(body)
        open_ended += mid_sentence
        if mid_sentence or len(body.strip()) >= width * 0.9:
            joined.append(_joint(start, line, body, following))
    return tuple(joined) if full >= 3 and open_ended * 2 >= full else ()


def _joint(start: int, line: str, body: str, following: str) -> Edit:
    kept = body.rstrip()
    if re.search(r"[a-z]-$", kept) and following[:1].islower():
        return Edit(Span(start + len(kept) - 1, start + len(line)), "", "hyphen at a line's end")
    close = HAN.match(kept[-1:]) or HAN.match(following[:1])
    return Edit(Span(start + len(kept), start + len(line)), "" if close else " ", "line break in a paragraph")
