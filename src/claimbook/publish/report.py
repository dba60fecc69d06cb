"""The report: a whole book as one HTML page that opens offline, can be sent, printed, and read without scripts.

Everything of an article is hostile until escaped: templates escape by themselves, no text goes into scripts, and the
page's own policy lets nothing run or load but the two files of ours that stand in it.
"""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimbook.book import Book
from claimbook.errors import BadInput
from claimbook.model.claim import Event
from claimbook.model.matter import Flag, Verdict
from claimbook.publish import figures
from claimbook.publish.labels import LANGUAGES, Both, label, labels
from claimbook.publish.pages import Pages
from claimbook.publish.parts import MOST_CLAIMS, split
from claimbook.publish.views import ArticleView, MatterView

_INDENT = re.compile(r"\n\s+(?=<)")
"""White space before a tag of ours: in texts a "<" is always escaped, so none of theirs is meant."""

SCRIPT_WORDS = (
    "site",
    "pages",
    "word",
    "verdict",
    "events",
    "flag",
    "status",
    "relation",
    "slot",
    "fact",
    "sector",
    "stance",
)
"""The groups of labels that the page can change between languages by itself."""


def write_report(book: Book, path: str | Path, language: str = "en") -> None:
    """Write the report of a book to `path`; the file appears only when it is whole.

    A large book's matters and articles go to files of their own in a folder beside it (`report-parts/` for
    `report.html`): see `claimbook.publish.parts`. `language` is what the labels are in at first; a reader can change
    it on the page.

    Raises:
        BadInput: the file cannot be written there, or nobody has written labels in that language.
    """
    if language not in LANGUAGES:
        raise BadInput(f"Unknown language {language!r}. Known: {', '.join(LANGUAGES)}.")
    path = Path(path)
    pages = Pages(book)
    try:
        if len(pages.claims) <= MOST_CLAIMS:
            _write(path, report(pages, language))
            return
        parts = split(pages, path)
        parts.folder.mkdir(exist_ok=True)
        for part in parts.files:
            _write(
                parts.folder / part.name, parts.linked(render(pages, language, part.matters, part.articles), part.name)
            )
        _write(path, parts.linked(render(pages, language, (), (), lists=True), path.name))
    except OSError as error:
        raise BadInput(f"The report cannot be written to {path}: {error.strerror}.") from error


def report(pages: Pages, language: str = "en") -> str:
    """The whole book as one page. The same book gives the same bytes."""
    return render(pages, language, pages.matter_views, tuple(pages.articles.values()), lists=True, whole=True)


def render(
    pages: Pages,
    language: str,
    matters: Sequence[MatterView],
    articles: Sequence[ArticleView],
    *,
    lists: bool = False,
    whole: bool = False,
) -> str:
    """A page with the sections of some matters and articles, and the lists of all where they are asked for."""
    style, script, early = (_static(name) for name in ("report.css", "report.js", "early.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(early)}' '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    words = [[labels(lang)[key] for lang in LANGUAGES] for key in script_keys()]
    page = (
        _environment(language)
        .get_template("report.html")
        .render(
            pages=pages,
            language=language,
            matters=matters,
            articles=articles,
            lists=lists,
            whole=whole,
            policy=policy,
            style=Markup(style),
            script=Markup(script),
            early=Markup(early),
            words=_data(words),
            events=list(Event),
            verdicts=list(Verdict),
            flags=list(Flag),
        )
    )
    return _INDENT.sub("\n", page)


def _write(path: Path, page: str) -> None:
    partial = path.with_name(path.name + ".part")
    partial.write_text(page, encoding="utf-8", newline="\n")
    partial.replace(path)


@cache
def script_keys() -> tuple[str, ...]:
    """The labels the page can change by itself, in the order in which they are numbered on it."""
    return tuple(key for key in labels("en") if key.split(".")[0] in SCRIPT_WORDS)


def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("claimbook.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    numbers = {key: number for number, key in enumerate(script_keys())}
    other = "en" if language == "zh" else "zh"

    def told(key: str) -> Markup:
        shown = label(key)
        if key in numbers and shown.en != shown.zh:
            return Markup("<span data-t={}>{}</span>").format(numbers[key], shown.of(language))
        return say(shown)

    def say(both: Both) -> Markup:
        if both.en == both.zh:
            return Markup("{}").format(both.en)
        return Markup('<span data-o="{}">{}</span>').format(both.of(other), both.of(language))

    def mark(key: str) -> Markup:
        """What an element of its own needs to change its words: an option, a field."""
        return Markup("{}").format(numbers[key])

    helpers: dict[str, Any] = {
        "t": told,
        "say": say,
        "number": mark,
        "other": lambda both: both.of(other),
        "plain": lambda key: label(key).of(language),
        "moment": figures.moment,
    }
    environment.globals.update(helpers)
    return environment


@cache
def _static(name: str) -> str:
    return (files("claimbook.publish") / "static" / name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _data(plain: Any) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
