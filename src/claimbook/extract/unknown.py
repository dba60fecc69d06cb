"""Parties nobody wrote down: people and outlets that only the tagger, or the way they are named, gives away."""

import re
from collections.abc import Iterator

from claimbook.extract.chains import NAME, romanised, slug
from claimbook.lexicon.actors import kinds, offices
from claimbook.model.analysis import Analysis, Token
from claimbook.model.claim import Party
from claimbook.model.mention import PartyMention
from claimbook.model.span import Span

_OUTLET = re.compile(
    r"网|日报|晚报|时报|周刊|周报|电视台|通讯社|广播公司|新闻网|新闻社|邮报|卫视|快报|早报|晨报|广播电台|社|报"
)
_ENGLISH_OUTLET = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w'’-]+ ){1,3}(?:Times|Post|Herald|Tribune|Daily|Gazette|Journal|Telegraph|Chronicle|"
    r"Observer|Weekly|News Agency|News|Broadcasting Corporation)\b"
)
_RULES = {
    "outlet": "outlet by its kind of name",
    "person": "name after an office",
    "unknown": "name from the tagger",
}
_QUOTED = re.compile(
    rf"(?:据|援引|引述|引用)[《“]?([\u4e00-\u9fff]{{2,8}}?(?:{_OUTLET.pattern}))[》”]?(?:报道|消息|称|披露|网站|当地|\d)"
)
_CHINESE_NAME = re.compile(r"(?![老小阿])[\u4e00-\u9fff·]{2,12}(?<![某们军方])")
_BYLINE = frozenset({"记者", "编译", "作者", "编辑", "撰文", "文", "责编", "摄影", "通讯员", "“", "《"})
_CITED = re.compile(r"(?:据|援引|引述|引用)$")


def find_unknown(analysis: Analysis, taken: bytearray) -> Iterator[PartyMention]:
    """Names of people and outlets outside what is `taken`; `taken` is filled up with them."""
    for sentence in analysis.sentences:
        for number, token in enumerate(sentence.tokens):
            start, end = token.span.start, token.span.end
            name = analysis.plain[start:end]
            head = _outlet(analysis.plain, start, end, token.tag)
            if not head and token.tag == "PER" and _acts(analysis.plain, sentence.tokens, number):
                head = "unknown"
            if head and not any(taken[start:end]):
                key = outlet_id(name) if head == "outlet" else romanised(name)
                yield _mention(analysis, start, end, key, head, taken)
    for match in _QUOTED.finditer(analysis.plain):
        start, end = match.span(1)
        if not any(taken[start:end]):
            yield _mention(analysis, start, end, outlet_id(match.group(1)), "outlet", taken)
    yield from _english(analysis, taken)


def _english(analysis: Analysis, taken: bytearray) -> Iterator[PartyMention]:
    """The Lakeside Herald; General Ivan Petrenko."""
    plain = analysis.plain
    found = [(match.span(), "outlet") for match in _ENGLISH_OUTLET.finditer(plain)]
    for hit in offices().find(plain):
        name = NAME.match(plain, hit.end + 1) if plain[hit.start].isupper() else None
        if name:
            found.append((name.span(), "person"))
    for (start, end), head in found:
        if not any(taken[start:end]):
            yield _mention(analysis, start, end, slug(plain[start:end]), head, taken)


def outlet_id(name: str) -> str:
    """An id for an outlet known only by its Chinese name: what it is called, then what it is.

    >>> outlet_id("京报网"), outlet_id("北方日报"), outlet_id("长江新闻")
    ('jingbao-wang', 'beifang-ribao', 'changjiangxinwen')
    """
    match = re.compile(f"(.+?)({_OUTLET.pattern})$").match(name)
    parts = match.groups() if match else (name,)
    return "-".join(romanised(part).replace("-", "") for part in parts)


def _outlet(plain: str, start: int, end: int, tag: str) -> str | None:
    name = plain[start:end]
    if end - start < 3 or name in kinds() or not re.search(f"(?:{_OUTLET.pattern})$", name):
        return None
    cited = _CITED.search(plain[max(0, start - 2) : start]) is not None
    return "outlet" if cited or tag in ("ORG", "nt") else None


def _acts(plain: str, tokens: tuple[Token, ...], number: int) -> bool:
    """Whether what the tagger takes for a person does something: a verb or a day follows, no byline before."""
    name = tokens[number].span.of(plain)
    if not _CHINESE_NAME.fullmatch(name) or number + 1 == len(tokens):
        return False
    before = tokens[number - 1].span.of(plain) if number else ""
    after = tokens[number + 1]
    return before not in _BYLINE and after.tag in ("v", "d", "p", "vd", "ad", "TIME")


def _mention(analysis: Analysis, start: int, end: int, key: str, head: str, taken: bytearray) -> PartyMention:
    taken[start:end] = b"\1" * (end - start)
    span = Span(start, end)
    party = Party(key, analysis.words(span), None, "JRN" if head == "outlet" else None)
    return PartyMention(span, (party,), head, _RULES[head])
