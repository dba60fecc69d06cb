"""The article's own date, at the precision that is certain, and what fixed it.

Relative dates hang on it ("last year", "5月"), so it is better unknown than wrong. In order: what a person gave;
what the page's head or the byline says; the dateline; what the text itself fixes; else None.

The text fixes its year when it counts down to a dated anniversary, or when it keeps writing the newest year out. A
text that says "this year" or "last year" does not write its own year out, so there the newest year written is no
evidence by itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from claimbook.model.document import Document, Fact
from claimbook.model.span import Span
from claimbook.read.anniversary import Anniversary, find_anniversaries
from claimbook.read.lines import Row
from claimbook.read.written_date import MONTH, MONTHS, WORDS, of_words, parse_date

WRITTEN = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?:(?P<m>\d{1,2})月(?:份|初|底|末|上旬|中旬|下旬)?(?:(?P<d>\d{1,2})[日号])?)?(?!代)"
    r"|(?<!\d)(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{2})-(?P<d2>\d{2})(?!\d)"
)
BARE = re.compile(
    r"(?<![\d年])(?<!今)(?<!去)(?<!同)(?<!当)(?<!每)(?<!个)(\d{1,2})月(?:份|初|底|末|上旬|中旬|下旬|\d{1,2}[日号])"
)
BARE_EN = re.compile(
    rf"\b(?:on|since|until|between|from|in (?:early|mid|late))[\s-]+({MONTH})(?:\s+\d{{1,2}})?(?!\s*,?\s*(?:of\s)?\d)",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(r"今年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?)?")
LAST_YEAR = re.compile(r"去年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?)?")
RELATIVE = re.compile(r"今年|去年|前年|明年|\b(?:this|last|next) year\b|\b(?:earlier|later) this year\b", re.IGNORECASE)
AHEAD_BEFORE = re.compile(
    r"(?:将于|计划于?|预计|拟于?|定于|打到|持续到|延续到|推迟到|延长[至到]|直到|要到|\bby|\buntil|\bbefore|\bwill\b.{0,20}\bin)\s?$",
    re.I,
)
AHEAD_BEHIND = re.compile(r"^\s?(?:年?底?之?以?前|将|时将|起将)")
BESIDE = 60
DAY_OF = re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Written:
    """A date written out with its year."""

    year: int
    month: int | None
    day: int | None
    at: int


def article_date(facts: Iterable[Fact], lines: Sequence[Row]) -> tuple[str | None, str | None]:
    """The date of the article as EDTF and what fixed it, both None where nothing does.

    >>> from claimbook.read.lines import rows
    >>> article_date([], rows("还有十几天就是卫国战争胜利80周年纪念日,各国领导人将出席红场阅兵。"))
    ('2025-04', '还有十几天就是卫国战争胜利80周年')
    >>> article_date([], rows("普京在2023年会见老挝领导人,去年8月两国签署了协议,今年5月普京已经签字批准。"))
    (None, None)
    """
    known = tuple(facts)
    for fact in known:
        if fact.name == "published" and (edtf := parse_date(fact.value)):
            return edtf, f"published: {fact.where}"
    slug = next((fact for fact in known if fact.name == "slug"), None)
    if slug and (edtf := parse_date(slug.value)):
        return edtf, f"dateline {slug.value}"
    slug_day = _slug_day(slug.value) if slug else None
    edtf, why = _from_text(known, lines)
    if edtf and slug and slug_day:
        return f"{edtf[:4]}-{slug_day}", f"dateline {slug.value}, year from: {why}"
    return edtf, why


def _slug_day(slug: str) -> str | None:
    if found := DAY_OF.search(slug):
        return f"{int(found['m']):02}-{int(found['d']):02}"
    if found := re.search(rf"({MONTH})\s(\d{{1,2}})", slug, re.IGNORECASE):
        return f"{MONTHS[found[1].lower().rstrip('.')]:02}-{int(found[2]):02}"
    return None


def _from_text(facts: Sequence[Fact], lines: Sequence[Row]) -> tuple[str | None, str | None]:
    text = "\n".join(row.view for row in lines)
    anniversaries = find_anniversaries(text)
    for anniversary in anniversaries:
        if anniversary.ahead:
            return _before(anniversary)
    source = next((fact for fact in facts if fact.name == "source_date"), None)
    written = [one for one in _written(text) if not _ahead(text, one)]
    newest = max(chain((one.year for one in written), (one.year for one in anniversaries)), default=0)
    if source and (edtf := parse_date(source.value)) and int(edtf[:4]) >= newest:
        return edtf[:4], f"date of the source it gives, {source.value} ({source.where}), and no newer year in the text"
    if not newest:
        return None, None
    if beside := _beside_anniversary(text, anniversaries):
        return beside
    return _by_relative(text, written, newest) if RELATIVE.search(text) else _by_own_dates(text, written, newest)


def _beside_anniversary(text: str, anniversaries: Sequence[Anniversary]) -> tuple[str, str] | None:
    """A bare month close to a dated anniversary: both are of the article's own year."""
    for anniversary in anniversaries:
        around = text[max(0, anniversary.at - BESIDE) : anniversary.at + BESIDE]
        bare = BARE.search(around) or BARE_EN.search(around)
        if bare and not LAST_YEAR.search(around) and "last year" not in around:
            return str(anniversary.year), f"{bare.group()} beside {anniversary.words}"
    return None


def _by_own_dates(text: str, written: Sequence[Written], newest: int) -> tuple[str | None, str | None]:
    """The newest year is the article's own where the text keeps writing it out, or goes on from it in bare months.

    News writes other years out and its own not: one date with its year is no evidence, and bare months that cannot
    follow on it speak against it. Tried on the examples of this project without their bylines: taking the newest year
    whenever bare months stood beside it was wrong five times in six.
    """
    dated = [one for one in written if one.year == newest and one.month]
    months = {one.month for one in dated if one.month}
    if len(dated) >= 3 and len(months) >= 2:
        return str(newest), f"{newest} written out with its month {len(dated)} times"
    bare = [int(found[1]) for found in BARE.finditer(text)]
    bare += [MONTHS[found[1].lower().rstrip(".")] for found in BARE_EN.finditer(text)]
    mentioned = sum(one.year == newest for one in written)
    if months and bare and mentioned >= 2 and max(months) <= max(bare) <= max(months) + 3:
        return str(newest), f"{newest} written out, and months after it that are bare"
    return None, None


def _by_relative(text: str, written: Sequence[Written], newest: int) -> tuple[str | None, str | None]:
    """ "This year" and "last year" fix the year where the same day or month is also written with its year."""
    for pattern, later in ((THIS_YEAR, 0), (LAST_YEAR, 1)):
        for found in pattern.finditer(text):
            if not found["m"]:
                continue
            same = [
                one
                for one in written
                if one.year == newest
                and one.month == int(found["m"])
                and one.day == (int(found["d"]) if found["d"] else None)
            ]
            if same:
                return str(newest + later), f"{found.group()} is written out as {newest}"
    return None, None


def _written(text: str) -> Iterable[Written]:
    for found in WRITTEN.finditer(text):
        year, month, day = found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"]
        yield Written(int(year), int(month) if month else None, int(day) if day else None, found.start())
    for found in WORDS.finditer(text):
        yield Written(*of_words(found), found.start())


def _ahead(text: str, written: Written) -> bool:
    """Spoken of as still to come: "by 2030", "2026年前"."""
    behind = re.match(r"[\d年月日号初底末\s]*", text[written.at : written.at + 14])
    end = written.at + (behind.end() if behind else 5)
    return bool(
        AHEAD_BEFORE.search(text[max(0, written.at - 24) : written.at]) or AHEAD_BEHIND.match(text[end : end + 4])
    )


def _before(anniversary: Anniversary) -> tuple[str, str]:
    """The date of a text that looks ahead to an anniversary: its month where the days to go leave only one."""
    if anniversary.day and anniversary.days:
        month, day = map(int, anniversary.day.split("-"))
        at = date(anniversary.year, month, day)
        first, last = at - timedelta(days=anniversary.days[1]), at - timedelta(days=anniversary.days[0])
        if first == last:
            return first.isoformat(), anniversary.words
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04}-{first.month:02}", anniversary.words
        return str(first.year) if first.year == last.year else str(anniversary.year), anniversary.words
    return str(anniversary.year), anniversary.words


def date_place(document: Document) -> Span | None:
    """Where the words stand, in the text as it came, that fixed the article's date: the byline, the dateline.

    None where a person or the page's head gave it, or where several places of the text together did.

    >>> from claimbook.read import read_bytes
    >>> text = "泰柬交火\\n2025-07-24 19:40 晨报\\n泰国和柬埔寨军队24日上午在边境争议地区发生交火。"
    >>> document = read_bytes(text.encode(), "a.txt")
    >>> date_place(document).of(document.text)
    '2025-07-24 19:40'
    """
    for fact in document.facts:
        if fact.name not in ("published", "slug") or not document.date_from:
            continue
        if not fact.where.startswith("line "):
            continue
        if document.date_from != f"published: {fact.where}" and not document.date_from.startswith(
            f"dateline {fact.value}"
        ):
            continue
        number = int(re.findall(r"\d+", fact.where)[0])
        start = 0
        for _ in range(number - 1):
            start = document.text.find("\n", start) + 1
        at = document.text.find(fact.value, start)
        end = document.text.find("\n", start)
        if at >= 0 and (end < 0 or at < end):
            return Span(at, at + len(fact.value))
    return None
