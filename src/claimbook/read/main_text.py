"""Which lines of a page are the article: trafilatura judges, the lines of our own flattening are aligned to it.

trafilatura gives text without positions, so its verdict is laid over the lines of the page in order. What it drops
between two kept paragraphs of the same element is kept when it is prose, since a lost paragraph is worse than a
spare one. Captions inside the article are kept and marked, whatever the judge says.
"""

import logging
import re
from collections import Counter
from dataclasses import dataclass

import trafilatura

from claimbook.read.flatten import Element, Line

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

BLANK = re.compile(r"\s+")
CAPTION = re.compile(r"caption|figcap|img-?desc|pic-?desc|photo-?desc|image-?text|tu-?zhu|photo_title")
CHROME = re.compile(
    r"\b(?:nav|navbar|menu|breadcrumb|crumb|footer|sidebar|related|recommend|comments?|discuss|share|social|toolbar|promo|hot-?list|copyright"
    r"|newsletter|subscribe|advert|ad-?box|tags?-?list|more-?news|author-?box|statement)"
)
CHROME_TAGS = frozenset(("nav", "footer", "aside", "form"))
PROSE = re.compile(r"[。！？!?.…”\"」）)]$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """For each line of a page: is it part of the article, is it a caption."""

    kept: tuple[bool, ...]
    captions: tuple[bool, ...]


def judge(source: str, lines: tuple[Line, ...]) -> Verdict:
    """Which lines are the article. With nothing to judge by (a bare fragment) all are."""
    texts = [_bare(line.text) for line in lines]
    captions = [_is_caption(line) for line in lines]
    kept = _align(texts, _bare(_extracted(source)))
    if not any(kept):
        kept = [not _is_chrome(line) and line.linked * 2 <= len(line.text) for line in lines]
    _drop_chrome(lines, kept)
    inside = [at for at, keep in enumerate(kept) if keep]
    if inside:
        _fill(lines, kept, captions, inside[0], inside[-1])
    return Verdict(tuple(kept), tuple(caption and keep for caption, keep in zip(captions, kept, strict=True)))


def _extracted(source: str) -> str:
    try:
        return trafilatura.extract(source, include_comments=False, include_tables=True, deduplicate=False) or ""
    except Exception:
        # The judge is a guest: whatever it trips over, the page is still read by our own rule.
        return ""


def _align(texts: list[str], judged: str) -> list[bool]:
    """A line is kept where it stands in the judged text, in order; a long one wherever it stands.

    >>> _align(["热点", "老挝派出50人。", "乌方称。", "热点"], "老挝派出50人。乌方称。")
    [False, True, True, False]
    """
    kept: list[bool] = []
    at = 0
    for text in texts:
        found = judged.find(text, at) if text else -1
        near = 0 <= found - at <= max(200, len(judged) // 4)
        if found >= 0 and (near or len(text) >= 20) and (len(text) >= 4 or found == at):
            kept.append(True)
            at = found + len(text)
        else:
            kept.append(len(text) >= 40 and text in judged)
    return kept


def _drop_chrome(lines: tuple[Line, ...], kept: list[bool]) -> None:
    """What the judge kept inside an element that says it is comments, navigation or the like goes, unless most of
    what was kept is in there: then the name means something else on this site.
    """
    total = sum(len(line.text) for line, keep in zip(lines, kept, strict=True) if keep)
    held: Counter[int] = Counter()
    for line, keep in zip(lines, kept, strict=True):
        if keep:
            for element in line.inside:
                if _says_chrome(element):
                    held[id(element)] += len(line.text)
    for at, line in enumerate(lines):
        if kept[at] and any(id(element) in held and held[id(element)] * 3 < total for element in line.inside):
            kept[at] = False


def _fill(lines: tuple[Line, ...], kept: list[bool], captions: list[bool], first: int, last: int) -> None:
    """Keep captions and prose that stands between kept lines of the same element."""
    home = [lines[at].inside[:-1] for at in range(first, last + 1) if kept[at]]
    for at in range(max(first - 2, 0), min(last + 3, len(lines))):
        line = lines[at]
        if kept[at] or line.linked * 2 > len(line.text):
            continue
        if captions[at]:
            kept[at] = True
        elif first < at < last or line.inside[:-1] in home:
            prose = len(_bare(line.text)) >= 12 and PROSE.search(line.text.rstrip())
            kept[at] = bool(prose) and line.inside[:-1] in home and not _is_chrome(line)


def _is_caption(line: Line) -> bool:
    return any(element.tag == "figcaption" or CAPTION.search(element.says) for element in line.inside[-3:])


def _is_chrome(line: Line) -> bool:
    return any(map(_says_chrome, line.inside))


def _says_chrome(element: Element) -> bool:
    return element.tag in CHROME_TAGS or CHROME.search(element.says) is not None


def _bare(text: str) -> str:
    return BLANK.sub("", text)
