"""The report without a browser: what stands in it, that it is the same each time, that nothing breaks out of it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimbook.book import Book
from claimbook.errors import BadInput
from claimbook.publish.pages import Pages
from claimbook.publish.report import report, write_report
from tests.publish.making import HOSTILE, make_book, make_hostile_book


class Elements(HTMLParser):
    """Every element with its attributes, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the parser meets."""
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of one kind."""
        return [attributes for name, attributes in self.found if name == tag]


def page_of(path: Path, language: str = "en") -> str:
    """The report of a book as text."""
    with Book.open(path, read_only=True) as book:
        return report(Pages(book), language)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of the small book."""
    return page_of(make_book(tmp_path_factory.mktemp("book") / "a.book"))


def test_every_matter_and_article_has_its_section(page: str) -> None:
    """Two matters, three articles and the six lists."""
    assert len(Elements(page).all("section")) == 2 + 3 + 6


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    """Each claim, matter, article and source that is linked to is there."""
    elements = Elements(page)
    ids = {attributes["id"] for _, attributes in elements.found if "id" in attributes}
    targets = {str(one["href"])[1:] for one in elements.all("a") if str(one.get("href")).startswith("#")}
    assert targets <= ids
    assert sum(str(target).startswith("c-") for target in targets) == 5


def test_no_id_is_given_twice(page: str) -> None:
    """A link would lead to the wrong one."""
    ids = [attributes["id"] for _, attributes in Elements(page).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_nothing_is_fetched(page: str) -> None:
    """No element loads anything, and the policy forbids it."""
    elements = Elements(page)
    assert not [tag for tag, attributes in elements.found if "src" in attributes or tag in ("link", "iframe", "img")]
    assert "url(" not in page.split("</style>", maxsplit=1)[0]
    policy = next(str(one["content"]) for one in elements.all("meta") if one.get("http-equiv"))
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert all("style" not in attributes for _, attributes in elements.found)


def test_markup_is_hidden_and_repairs_show_what_came(page: str) -> None:
    """A page's tags are not shown; a repaired place has both readings."""
    assert "Laos will send 80 sappers to Russia</mark>" in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "Laos will send 80 sappers to Russia." in text
    assert "South Korea&#39;s spy agency says" in page
    assert '<span class="fix"><i class="gap"></i><s>(zhàn)</s></span>' in page


def test_what_was_left_out_is_folded_with_its_reason(page: str) -> None:
    """It can be looked at, and is not taken for the article."""
    assert '<details class="out"><summary>' in page
    assert "other headlines" in page


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    """No time of day, no order of a set."""
    first, second = make_book(tmp_path / "a.book"), make_book(tmp_path / "b.book")
    assert page_of(first) == page_of(second)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Scripts, tags and attributes in text, title, outlet, author, names and file name are shown, not obeyed."""
    page = page_of(make_hostile_book(tmp_path / "a.book"))
    elements = Elements(page)
    assert len(elements.all("script")) == 3
    assert not elements.all("img")
    assert not [name for _, attributes in elements.found for name in attributes if name.startswith("on")]
    assert not [one for one in elements.all("a") if not str(one.get("href", "#")).startswith(("#", "http"))]
    assert HOSTILE not in page


def test_labels_are_there_in_chinese(tmp_path: Path) -> None:
    """The page can be written in Chinese from the start."""
    page = page_of(make_book(tmp_path / "a.book"), "zh")
    assert '<html lang="zh-Hans"' in page and "有争议" in page and "各方说法不一" in page


def test_an_empty_book_has_a_report(tmp_path: Path) -> None:
    """A page with nothing in it, not an error."""
    with Book.open(tmp_path / "a.book", create=True) as book:
        write_report(book, tmp_path / "report.html")
    assert "Claimbook" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    """One sentence, and no half of a file."""
    with Book.open(make_book(tmp_path / "a.book")) as book:
        with pytest.raises(BadInput, match="cannot be written"):
            write_report(book, tmp_path / "none" / "report.html")
        with pytest.raises(BadInput, match="Known: en, zh"):
            write_report(book, tmp_path / "report.html", "fr")
    assert not (tmp_path / "report.html").exists()
