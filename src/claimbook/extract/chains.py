"""What follows a state's name and belongs to it: organs, forces, offices, up to the name of a person.

俄罗斯|国防部|发言人 is the ministry; 俄罗斯|外长|拉夫罗夫 is the man; 俄罗斯|外长 alone speaks for his government.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from claimbook.extract.abbreviations import runs_on
from claimbook.extract.scan import Meaning, NoName, Words
from claimbook.lexicon.actors import Kind, Known, abbreviations, kinds, known_names, offices
from claimbook.lexicon.names import Hit, NameIndex

_JOIN = re.compile(r"(?:'s|’s|')?[ \t]+|-")
_COMMON = re.compile(r"(?:两国|双方|三国|三方|各国|四国|两军)")
NAME = re.compile(
    r"[A-Z][\w'’-]*[a-z][\w'’-]*(?: (?:al-|el-|bin |ibn |von |van |de |der |da )?[A-Z][\w'’.-]*[a-z][\w'’-]*){1,3}"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """What follows: `kind` it comes to and where that ends; `person` if a person's name ends it instead."""

    end: int
    kind: Kind | None = None
    person: bool = False
    unknown_end: int = 0
    unknown_id: str = ""
    elements: int = 0


def follow(
    plain: str,
    start: int,
    words: Words,
    starts: Mapping[int, Hit[Meaning]],
    form_start: int,
    state: str,
    short: bool = False,
    heads: tuple[str, ...] = (),
) -> Chain:
    """Follows the words after a state's name that ends at `start`.

    `short`: the name is an abbreviation, which not every word may follow. `heads`: only kinds of these heads count.
    """
    latin = start > 0 and plain[start - 1] < "⺀"
    position, end, chosen, office, count = start, start, None, False, 0
    while count < 6:
        at = _step(plain, position, latin, first=count == 0)
        if at is None:
            break
        hit = starts.get(at)
        if hit and count and _names_person(hit, state):
            return Chain(at, chosen, person=True, elements=count)
        element = _element(plain, at, words, form_start, short and count == 0, heads)
        if element is None:
            break
        position, kind, is_office = element
        count += 1
        office = office or is_office
        if not kind.filler:
            end = position
            if chosen is None or chosen.head != "organ":
                chosen = kind
    if office and count:
        unknown = _unknown(plain, position, latin, words)
        if unknown:
            return Chain(unknown[0], chosen, True, unknown[1], unknown[2], count)
    return Chain(end, chosen, elements=count)


def _step(plain: str, position: int, latin: bool, first: bool) -> int | None:
    if latin:
        match = _JOIN.match(plain, position)
        return match.end() if match else None
    if first and plain[position : position + 1] == "的":
        return position + 1
    common = _COMMON.match(plain, position) if first else None
    return common.end() if common else position


def _element(
    plain: str, at: int, words: Words, form_start: int, short: bool, heads: tuple[str, ...]
) -> tuple[int, Kind, bool] | None:
    found = [(hit, False) for hit in kinds().all_at(plain, at) if _may_follow(hit.meanings[0], short, heads)]
    if not heads:
        found += [(hit, True) for hit in offices().all_at(plain, at)]
    for hit, is_office in sorted(found, key=lambda one: -one[0].end):
        if plain[at] < "⺀" or not runs_on(plain, hit.start, hit.end, words, form_start):
            return hit.end, hit.meanings[0], is_office
    return None


def _may_follow(kind: Kind, short: bool, heads: tuple[str, ...]) -> bool:
    return (kind.short or not short) and (not heads or kind.head in heads)


def _names_person(hit: Hit[Meaning], state: str) -> bool:
    """A person, or an organ of that state, by name: it says more than the words before it."""
    for meaning in hit.meanings:
        if isinstance(meaning, NoName):
            return False
        if isinstance(meaning, Known) and (
            meaning.head == "person" or (meaning.head == "organ" and meaning.country == state)
        ):
            return True
    return False


def _unknown(plain: str, position: int, latin: bool, words: Words) -> tuple[int, int, str] | None:
    """The name of somebody unknown right after an office: start, end, id."""
    if latin:
        gap = re.compile(r"[ \t]+").match(plain, position)
        match = NAME.match(plain, gap.end()) if gap else None
        return (match.start(), match.end(), slug(match.group())) if match else None
    token = words.at(position)
    if token is None or token.tag != "PER" or token.span.start != position or len(token.span) < 2:
        return None
    return position, token.span.end, romanised(plain[position : token.span.end])


def only_titles(text: str) -> bool:
    """Whether a stretch holds nothing but states and offices, as before a name.

    >>> only_titles("德国总理"), only_titles("US President "), only_titles("访问")
    (True, True, False)
    """
    position = 0
    while position < len(text):
        found = [index.longest_at(text, position) for index in (offices(), kinds(), _states())]
        ends = [hit.end for hit in found if hit]
        if text[position] in abbreviations():
            ends.append(position + 1)
        if text[position] == " ":
            ends.append(position + 1)
        if not ends:
            return False
        position = max(ends)
    return True


@cache
def _states() -> NameIndex[Known]:
    return NameIndex(
        (name, known) for name, known in known_names() if known.head in ("state", "adjective", "bloc", "organ")
    )


def slug(name: str) -> str:
    """An id from an English name.

    >>> slug("Kim Yong-bok"), slug("The Daily Star")
    ('kim-yong-bok', 'the-daily-star')
    """
    return "-".join(re.findall(r"[^\W_]+", name.lower().replace("'", "").replace("’", "")))


def romanised(name: str) -> str:
    """An id from a Chinese name, by pinyin: one word a name, parts joined by hyphens.

    >>> romanised("申源湜"), romanised("瓦西里·马留克")
    ('shen-yuanshi', 'waxili-maliuke')
    """
    if "·" in name:
        return "-".join("".join(lazy_pinyin(part)) for part in name.split("·") if part)
    syllables = lazy_pinyin(name)
    if 2 <= len(name) <= 3:
        return slug(f"{syllables[0]} {''.join(syllables[1:])}")
    return slug("".join(syllables))
