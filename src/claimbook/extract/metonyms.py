"""Capitals that act for their states (莫斯科警告, Moscow says), told from capitals where something happens."""

import re

from claimbook.extract.scan import Words

_INTO = re.compile(
    r"(?:在|赴|抵|到|达|往|于|飞|从|由|自|至|经|去|来|离开|返回|访问|前往|位于|进入|途经|身处|距|距离|回到|运往)$"
    r"|\b(?:in|to|at|from|near|outside|around|into|inside|through|via|toward|towards|leaving|visit|visiting|visited|left|"
    r"reach|reached|across|over|central|downtown|of|for|on|and the) $",
)
_PLACE = re.compile(
    r"市|州|区|省|遭|发生|爆发|响起|出现|传出|东|西|南|北|中部|郊|机场|街|时间|地区|附近|周边|以|举行|会谈|会晤|峰会|之行|上空|城|红场|[-](?:based|area)| (?:airport|region|time|summit|area|metro|oblast)|, (?:Russia|Ukraine|D\.?C)"
)
_ACTS = re.compile(
    r"(?:方面|当局|政府|官员|已|将|正|也|则|仍|曾|却|还|就|才|不|未|或|可能|希望|要求|认为|指责|警告|宣布|表示|称|说|否认|拒绝|同意|承诺|威胁|批评|回应|呼吁|试图|决定|强调|开始|对|向|与|和|没有|承认|愿意|方)"
    r"|(?:'s|’s)? (?:has|have|had|is|was|will|would|says|said|denied|denies|warned|warns|accused|accuses|wants|insists|"
    r"insisted|rejected|rejects|announced|agreed|claims|claimed|and|may|might|could|can|does|did|also|confirmed|refused|hopes|"
    r"sees|seeks|demands|demanded|threatened|officials|needs|continues|sent|signed|supplied|told|views|considers|calls|called)\b"
)
_WITH = re.compile(
    r"(?:与|同|向|对|和|令|使|让|被|迫使|帮助|支持|给)$"
    r"|\b(?:by|with|against|between|pressure|support|pressed|urged|told|accused|warned|"
    r"that|as|lend|lent|give|gave|giving|sell|sold|offer|offered|supply|supplied|sent|help|helped|push|urge|let|make|force|"
    r"forced|arm|grant|granted|cost|says|said|if|while|because|though|although|but) $"
)


def acts(plain: str, start: int, end: int, words: Words) -> bool:
    """Whether the capital at `[start, end)` is spoken of as somebody who does or says something."""
    before = plain[max(0, start - 12) : start]
    if _INTO.search(before) or _PLACE.match(plain, end):
        return False
    return bool(_ACTS.match(plain, end) or _WITH.search(before) or _leads(plain, start, end, words))


def _leads(plain: str, start: int, end: int, words: Words) -> bool:
    """莫斯科|收到27具遗体: the capital opens the clause and the verb, or an adverb, follows at once."""
    follows = words.at(end)
    opens = start == 0 or plain[start - 1] in ",。;:!?“\n 不过而且但"
    return opens and follows is not None and follows.span.start == end and follows.tag in ("v", "d", "vd", "ad", "c")
