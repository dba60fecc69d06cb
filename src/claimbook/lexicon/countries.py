"""States and territories with their names, taken from CLDR (through babel) when the program runs.

CLDR knows the mainland, Taiwan and Hong Kong names (老挝, 寮國, 老撾). Names are given in Simplified characters,
because that is the script of `Analysis.plain`: 寮國 becomes 寮国. What CLDR lacks stands in `data/actors/states.tsv`.
"""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global
from opencc import OpenCC

_CHINESE = ("zh_Hans", "zh_Hant", "zh_Hant_HK")
_NO_LONGER = frozenset({"ANT", "BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Codes of ISO 3166-3: names withdrawn from use, which CLDR still leads to today's code."""
_OTHER_CODE = {"XKK": "XKX"}
"""CLDR's code for Kosovo and the one in common use; ISO has given none."""
_NOT_STATES = frozenset({"ASC", "CPT", "DGA", "EUE", "QMM", "QOO", "QUU", "TAA", "XAA", "XBB", "XXK", "ZZZ"})


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: ISO 3166-1 alpha-3, names in Simplified characters, the English name."""

    id: str
    chinese: tuple[str, ...]
    english: str


@cache
def countries() -> dict[str, Country]:
    """All states and territories of CLDR by alpha-3.

    >>> countries()["LAO"].chinese, countries()["LAO"].english
    (('老挝', '寮国'), 'Laos')
    >>> countries()["PRK"].chinese
    ('朝鲜', '北韩')
    """
    simplified = OpenCC("t2s")
    chinese = [Locale.parse(locale).territories for locale in _CHINESE]
    english = Locale.parse("en").territories
    found: dict[str, Country] = {}
    for code, targets in sorted(get_global("territory_aliases").items()):
        usable = len(code) == 3 and code.isalpha() and len(targets) == 1 and code not in _NO_LONGER | _NOT_STATES
        if not usable or targets[0] not in english or len(targets[0]) != 2:
            continue
        names = (_bare(simplified.convert(names[targets[0]])) for names in chinese if targets[0] in names)
        key = _OTHER_CODE.get(code, code)
        found[key] = Country(key, tuple(dict.fromkeys(names)), _bare(english[targets[0]]))
    return found


def is_country(key: str) -> bool:
    """Whether that is the alpha-3 of a state or territory.

    >>> is_country("UKR"), is_country("UKX")
    (True, False)
    """
    return key in countries()


def _bare(name: str) -> str:
    """A name without what CLDR adds in brackets or to tell territories apart (`Myanmar (Burma)`, `中国香港特别行政区`).

    >>> _bare("Myanmar (Burma)"), _bare("Hong Kong SAR China"), _bare("Côte d’Ivoire")
    ('Myanmar', 'Hong Kong', "Côte d'Ivoire")
    """
    name = name.replace("’", "'").replace("（", "(").replace("）", ")")
    if name.startswith(("刚果", "Congo")):
        return name
    name = re.sub(r"\s*\([^)]*\)$", "", name)
    return re.sub(r" SAR China$|^中国(?=香港|澳门)|特别行政区$", "", name)
