"""Figures, times and whole claims in the words of the pages, in both languages."""

import re

from claimbook.model.claim import Bound, Claim, Item, Quantity
from claimbook.model.matter import Figure
from claimbook.publish.labels import LANGUAGES, Both, label, labels

_POINT = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$")
_QUARTERS = {"33": "1", "34": "2", "35": "3", "36": "4"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def number(value: float, language: str = "en") -> str:
    """A number with thousands apart; in Chinese by 万 and 亿 where that is shorter.

    >>> number(12000), number(12000, "zh"), number(2_000_000, "zh"), number(1234, "zh"), number(0.5)
    ('12,000', '1.2万', '200万', '1234', '0.5')
    """
    value = float(value)
    if language == "zh":
        for size, word in ((1e8, "亿"), (1e4, "万")):
            if value >= size and (value / size * 100).is_integer():
                return f"{value / size:g}{word}"
        return f"{value:.0f}" if value.is_integer() else f"{value:g}"
    return f"{value:,.0f}" if value.is_integer() else f"{value:,g}"


def figure(quantity: Quantity | Figure | None) -> Both:
    """A figure with its bound and unit.

    >>> figure(Figure(12000.0, 12000.0, None, Bound.OVER, "person"))
    Both(en='over 12,000 people', zh='超过1.2万人')
    >>> figure(Figure(None, 2000.0, 9000.0, Bound.VAGUE, "round/year"))
    Both(en='2,000 to 9,000 rounds a year', zh='2000至9000发每年')
    """
    if quantity is None:
        return Both("", "")
    return Both(*(_figure(quantity, language) for language in LANGUAGES))


def _figure(quantity: Quantity | Figure, language: str) -> str:
    words = labels(language)
    unit, _, rate = quantity.unit.partition("/")
    value, low, high = quantity.value, quantity.low, quantity.high
    kind = quantity.bound
    if value is None:
        kind = Bound.AT_MOST if low is None else Bound.AT_LEAST if high is None else Bound.RANGE
        value = low if kind is Bound.AT_LEAST else high
    if value is None:
        return words["bound.unknown"]
    shown = {"value": number(value, language)}
    shown |= {key: number(end, language) for key, end in (("low", low), ("high", high)) if end is not None}
    whole = kind not in _RANGES or {"low", "high"} <= shown.keys()
    text = words[f"bound.{kind}"].format(**shown) if whole else shown["value"]
    gap = "" if language == "zh" or unit == "percent" else " "
    text += gap + words.get(f"unit.{unit}", unit)
    return text + ((" " if language == "en" else "") + words.get(f"rate.{rate}", f"/{rate}") if rate else "")


_RANGES = (Bound.RANGE, Bound.VAGUE)


def moment(edtf: str | None, words: str | None = None) -> Both:
    """A time as people write it; the text's own words where it is not resolved.

    >>> moment("2024-10/2025-04~")
    Both(en='Oct 2024 to about Apr 2025', zh='2024年10月至2025年4月前后')
    >>> moment("2025-07-11/2025-07-12").en
    '11 to 12 July 2025'
    >>> moment("../2025-06-17").en, moment("2025-34").zh, moment(None, "近期").en
    ('until 17 June 2025', '2025年第2季度', '“近期”')
    """
    if not edtf:
        return Both(f"“{words}”", f"“{words}”") if words else Both("", "")
    first, slash, last = edtf.partition("/")
    start, end = _point(first), _point(last)
    if not slash:
        return start
    if first in ("..", ""):
        return Both(f"until {end.en}", f"至{end.zh}")
    if last in ("..", ""):
        return Both(f"since {start.en}", f"自{start.zh}")
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return Both(f"{int(first[8:])} to {end.en}", f"{start.zh}至{int(last[8:])}日")
    return Both(f"{start.en} to {end.en}", f"{start.zh}至{end.zh}")


def _point(edtf: str) -> Both:
    found = _POINT.match(edtf)
    if not found:
        return Both(edtf, edtf)
    year, month, day, about = found.groups()
    before, after = ("about ", "前后") if about else ("", "")
    if month in _QUARTERS:
        return Both(f"{before}quarter {_QUARTERS[month]} of {year}", f"{year}年第{_QUARTERS[month]}季度{after}")
    if not month or not 1 <= int(month) <= 12:
        return Both(before + edtf.rstrip("~?%"), (f"{year}年" if not month else edtf) + after)
    name = f"{_MONTHS[int(month) - 1]} {year}"
    if not day:
        return Both(before + name, f"{year}年{int(month)}月{after}")
    return Both(f"{before}{int(day)} {name}", f"{year}年{int(month)}月{int(day)}日{after}")


def thing(quantity: Quantity | Figure | None, item: Item | None) -> Both:
    """What it is about: the figure with the item in its own words, or one of both."""
    amount = figure(quantity)
    if item is None:
        return amount
    if not amount.en:
        return Both(*(f"{label(f'item.{item.kind}').of(language)} ({item.text})" for language in LANGUAGES))
    return Both(*(labels(lang)["what"].format(figure=amount.of(lang), item=item.text) for lang in LANGUAGES))


def range_of(claim: Claim) -> tuple[float, float] | None:
    """The lowest and highest number a claim stands for, for drawing it."""
    quantity = claim.quantity
    if quantity is None:
        return None
    if quantity.value is not None and quantity.bound not in _RANGES:
        return quantity.value, quantity.value
    ends = [end for end in (quantity.low, quantity.high, quantity.value) if end is not None]
    return (min(ends), max(ends)) if ends else None
