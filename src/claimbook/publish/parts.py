"""Large books: the lists stay on one page, matters and articles go to files of a size that a browser opens at once.

Every link of a page is written as if all stood on it; `linked` then leads those elsewhere whose section is elsewhere.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from claimbook.publish.pages import Pages
from claimbook.publish.views import ArticleView, MatterView

MOST_CLAIMS = 2_000
"""A book of more claims is split."""

CLAIMS_A_PART = 800
"""About so many claims' sections stand in one file."""

_LINK = re.compile(r'href="#([^"?]+)((?:\?[^"]*)?)"')

Section = TypeVar("Section")


@dataclass
class Part:
    """One file beside the report."""

    name: str
    matters: tuple[MatterView, ...] = ()
    articles: tuple[ArticleView, ...] = ()


@dataclass
class Parts:
    """The files of a split report, and where each section is."""

    report: str
    folder: Path
    files: list[Part]
    where: dict[str, str] = field(default_factory=dict)

    def linked(self, page: str, name: str) -> str:
        """A page whose links lead to the files where their sections are. `name` is the page's own."""
        inside = name != self.report

        def lead(found: re.Match[str]) -> str:
            place = self.where.get(found[1], self.report)
            if place == name:
                return found[0]
            folder = "" if inside or place == self.report else f"{quote(self.folder.name)}/"
            up = "../" if inside and place == self.report else folder
            return f'href="{up}{quote(place)}#{found[1]}{found[2]}"'

        return _LINK.sub(lead, page)


def split(pages: Pages, path: Path) -> Parts:
    """How to divide a book whose report is to be at `path`."""
    files = [
        Part(f"matters-{number:03}.html", matters=group)
        for number, group in enumerate(_groups(pages.matter_views, lambda view: len(view.claims)), start=1)
    ]
    files += [
        Part(f"articles-{number:03}.html", articles=group)
        for number, group in enumerate(_groups(pages.articles.values(), lambda view: len(view.claims) + 1), start=1)
    ]
    where: dict[str, str] = {}
    for part in files:
        where |= {f"m-{view.matter.id}": part.name for view in part.matters}
        for article in part.articles:
            where[f"d-{article.document.id}"] = part.name
            where |= {f"c-{claim.id}": part.name for claim in article.claims}
    return Parts(path.name, path.with_name(f"{path.stem}-parts"), files, where)


def _groups(sections: Iterable[Section], weight: Callable[[Section], int]) -> list[tuple[Section, ...]]:
    """Sections in order, so many together that a group has about CLAIMS_A_PART claims."""
    groups: list[tuple[Section, ...]] = []
    group: list[Section] = []
    size = 0
    for section in sections:
        if group and size + weight(section) > CLAIMS_A_PART:
            groups.append(tuple(group))
            group, size = [], 0
        group.append(section)
        size += weight(section)
    return [*groups, tuple(group)] if group else groups
