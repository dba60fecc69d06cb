"""Wire slugs: how a text of an agency opens, "新华社莫斯科7月1日电", "SEOUL, Aug 2 (Reuters)", "(法新社首爾2日電)"."""

import re
from collections.abc import Iterator
from functools import cache

from claimbook.lexicon.load import read_table
from claimbook.model.document import Fact
from claimbook.read.lines import Row
from claimbook.read.written_date import MONTH


def read_slug(row: Row) -> Iterator[Fact]:
    """The slug a line opens with, and the agency whose text it is.

    >>> from claimbook.read.lines import rows
    >>> lines = ("(法新社首爾2日電) 南韓", "SEOUL, Aug 2 (Reuters) - Poland")
    >>> [[fact.value for fact in read_slug(rows(line)[0])] for line in lines]
    [['法新社首爾2日電', '法新社'], ['SEOUL, Aug 2 (Reuters)', 'Reuters']]
    >>> list(read_slug(rows("据路透社7月9日报道,欧盟海军称")[0]))
    []
    """
    where = f"line {row.number}, at its head"
    lead = row.text.strip()
    chinese, english, own = _patterns()
    if found := chinese.match(row.view):
        yield Fact("slug", lead[: found.end()].strip("()（）[]【】 \u3000"), where)
        if found["agency"] not in own:
            yield Fact("repost_of", lead[found.start("agency") : found.end("agency")], where)
    elif found := english.match(lead[:160]):
        yield Fact("slug", lead[: found.end()].strip(), where)
        yield Fact("repost_of", found["agency"], where)


def is_slug(row: Row) -> bool:
    """The line is a slug and nothing else."""
    return any(
        pattern.fullmatch(row.view if at == 0 else row.text.strip()) for at, pattern in enumerate(_patterns()[:2])
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    rows = read_table("reading/agencies.tsv", ("names", "english", "own", "source"))
    names = sorted((name for row in rows for name in row.several("names")), key=len, reverse=True)
    english = sorted((name for row in rows for name in row.several("english")), key=len, reverse=True)
    own = frozenset(name for row in rows if row["own"] for name in row.several("names"))
    chinese = (
        rf"^[(\[【]?\s?(?P<agency>{'|'.join(map(re.escape, names))}"
        r"|(?!据|另据|综合)[\u4e00-\u9fff]{2,6}(?:社|通讯社|日报|晚报|时报|早报))"
        r"(?:驻[\u4e00-\u9fff]{1,8})?(?:(?:特派|特约)?记者[\u4e00-\u9fff\s]{2,12})?"
        r"(?:[\u4e00-\u9fff·()]{0,12}?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:综合)?(?:外电)?(?:专?电讯?|讯|报[道导]|消息)"
        r"|[\u4e00-\u9fff·]{1,8}?专?电(?![视力话报脑影子台站动])"
        r"|(?:综合)?(?:外电)?(?:专?电讯?|讯|报[道导]|消息)(?=[\s:,)\]】]))[)\]】]?"
    )
    latin = (
        rf"^(?:[A-Z][\w .,'’/-]{{1,40}}?)?(?:,?\s*{MONTH}\s\d{{1,2}})?\.?"
        rf"\s*[(/](?P<agency>{'|'.join(map(re.escape, english))})[)/]"
    )
    return re.compile(chinese), re.compile(latin), own
