"""The words of the pages in English and Chinese, from `data/labels/`. Quotes are never translated."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimbook.lexicon.load import read_yaml

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in both languages."""

    en: str
    zh: str

    def __str__(self) -> str:
        return self.en

    def of(self, language: str) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en


@cache
def labels(language: str) -> dict[str, str]:
    """All labels of a language under their full keys.

    >>> labels("en")["verdict.contested"], labels("zh")["verdict.contested"]
    ('contested', '有争议')
    """
    return dict(_flat(read_yaml(f"labels/{language}.yml"), ""))


def label(key: str) -> Both:
    """A label in both languages; a key nobody has written stands for itself.

    >>> label("events.deploy")
    Both(en='deployment', zh='派遣')
    >>> label("sector.XYZ").en
    'XYZ'
    """
    bare = key.rpartition(".")[2]
    return Both(labels("en").get(key, bare), labels("zh").get(key, bare))


def _flat(plain: dict[str, Any], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in plain.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{key}.")
        else:
            found.append((f"{before}{key}", str(value)))
    return found
