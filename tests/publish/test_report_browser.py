"""The report in a real browser, opened from its file: filters, links, marks, languages, phone, print, hostile text."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimbook.book import Book
from claimbook.publish.report import write_report
from tests.publish.browser import open_browser
from tests.publish.making import make_book, make_hostile_book

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Pages = tuple[Page, list[str]]


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for all tests of this file."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the small book's report."""
    return report_of(make_book(tmp_path_factory.mktemp("book") / "a.book"))


def report_of(book: Path) -> str:
    """Write the report of a book beside it."""
    page = book.with_suffix(".html")
    with Book.open(book, read_only=True) as opened:
        write_report(opened, page)
    return page.as_uri()


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    """A fresh page at the start; anything the browser complains of, and any request but the file's, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: complaints.append(request.url) if ".html" not in request.url else None)
    opened.set_default_timeout(5_000)
    opened.goto(address)
    yield opened
    context.close()
    assert complaints == []


def test_the_start_shows_the_matters_and_nothing_else(page: "Page") -> None:
    """One section at a time."""
    assert page.locator(".page:visible").count() == 1
    assert page.locator("#rows tr:visible").count() == 2


def test_filters_narrow_the_table_and_stand_in_the_address(page: "Page", address: str) -> None:
    """The address of a filtered view opens the same view."""
    page.select_option("[name=verdict]", "contested")
    assert page.locator("#rows tr:visible").count() == 1
    assert page.url.endswith("#matters?verdict=contested")
    page.goto("about:blank")
    page.goto(address + "#matters?verdict=contested&sort=title")
    assert page.locator("#rows tr:visible").count() == 1
    assert page.input_value("[name=sort]") == "title"
    page.goto("about:blank")
    page.goto(address + "#matters?source=KOR-NIS")
    assert page.locator("[name=source]").is_visible()
    assert page.locator("#rows tr:visible").count() == 1
    page.click("[type=reset]")
    page.locator("#rows tr:visible").nth(1).wait_for()


@pytest.mark.parametrize(
    ("name", "value", "rows"),
    [
        ("text", "sappers spy", 1), ("text", "证实", 1), ("text", "nowhere", 0), ("from", "LAO", 2), ("to", "LAO", 0),
        ("either", "RUS", 2), ("kind", "meet", 0), ("flag", "denied_by_party", 1), ("source", "KOR-NIS", 1),
        ("since", "2026", 0), ("until", "2025-07", 2), ("until", "2024", 0),
    ],
)  # fmt: skip
def test_each_filter(page: "Page", name: str, value: str, rows: int) -> None:
    """Each choice leaves the matters it should; words are looked for in the quotes too, two characters suffice."""
    page.click(".more summary")
    field = page.locator(f"[name={name}]")
    if field.evaluate("element => element.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
    page.locator("#shown", has_text=str(rows)).wait_for()
    assert page.locator("#rows tr:visible").count() == rows
    assert page.locator("#nothing").is_visible() == (rows == 0)


def test_a_verdict_chip_filters_and_is_let_go(page: "Page") -> None:
    """Pressed again it shows all."""
    chip = page.locator(".chip.v-contested")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert page.locator("#rows tr:visible").count() == 1
    chip.click()
    assert page.locator("#rows tr:visible").count() == 2


def test_every_claim_is_one_click_from_its_words_in_its_article(page: "Page") -> None:
    """From each quote of a matter to the marked sentence in the article, its card beside it, and back."""
    page.click("#rows a.title >> nth=0")
    page.locator("section.matter:visible").wait_for()
    links = page.locator("section.matter:visible a.open")
    assert links.count() == 4
    for number in range(links.count()):
        link = links.nth(number)
        claim = str(link.get_attribute("href"))[3:]
        link.click()
        page.locator("mark.on:visible").first.wait_for()
        assert page.locator("mark.on").first.bounding_box() is not None
        assert page.locator(f"#k-{claim}.on:visible").count() == 1
        page.go_back()
        page.locator("section.matter:visible").wait_for()


def test_a_mark_leads_to_its_card(page: "Page") -> None:
    """Clicking marked words chooses their claim."""
    page.click("nav a[href='#articles']")
    page.click("#articles a.title >> nth=2")
    page.click("section.article:visible mark >> nth=0")
    page.locator(".card.on:visible").wait_for()
    assert "#c-" in page.url


def test_the_quote_that_is_shown_is_the_quote(page: "Page") -> None:
    """Tags are hidden, nothing else: the marked words are the evidence as it is read."""
    page.click("#rows a.title >> nth=0")
    quotes = page.locator("section.matter:visible blockquote mark").all_text_contents()
    assert "Laos will send 80 sappers to Russia" in quotes


def test_repaired_places_can_be_shown_as_they_came(page: "Page") -> None:
    """A box changes between the two, without a script too."""
    page.click("nav a[href='#articles']")
    page.click("#articles a.title >> text=damaged.txt")
    text = page.locator("section.article:visible .text")
    assert "戰場工兵" in text.inner_text().replace("\u200b", "")
    page.check("section.article:visible input.as-came")
    assert "戰(zhàn)場(chǎng)工兵" in text.inner_text()


def test_left_out_parts_are_closed_and_can_be_opened(page: "Page") -> None:
    """With the reason why."""
    page.goto(page.url.split("#")[0] + "#articles")
    page.click("#articles a.title >> text=老挝派兵")
    folded = page.locator("section.article:visible details.out")
    assert not folded.locator("pre").is_visible()
    folded.locator("summary").click()
    assert "相关推荐" in folded.locator("pre").inner_text()


def test_labels_change_to_chinese_and_quotes_do_not(page: "Page") -> None:
    """And back again."""
    quotes = page.locator("blockquote mark").all_text_contents()
    page.click("#language")
    assert page.locator("nav a").first.inner_text() == "事项"
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator("#rows .title").first.inner_text() == "老挝将向俄罗斯派出约50人（工兵）（库尔斯克）"
    assert page.locator("blockquote mark").all_text_contents() == quotes
    assert page.locator("#rows .verdict").first.inner_text() == "有争议"
    page.click("#language")
    assert page.locator("nav a").first.inner_text() == "Matters"


def test_light_and_dark(page: "Page") -> None:
    """A button changes it."""
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.click("#light")
    assert page.evaluate(colour) != before


def test_keyboard_alone_reaches_a_matter(page: "Page") -> None:
    """Tab to the first title, Enter opens it, and the heading's section has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "title":
            break
    page.keyboard.press("Enter")
    page.locator("section.matter:visible").wait_for()
    assert page.evaluate("document.activeElement.className").startswith("page matter")


def test_without_scripts_everything_is_there(browser: "Browser", address: str) -> None:
    """All sections below each other, filters hidden, links leading to the words."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    assert plain.locator("section.page:visible").count() == 11
    assert not plain.locator("#filters").is_visible()
    plain.locator("section.matter a.open").first.click()
    assert "#c-" in plain.url
    context.close()


def test_a_phone_shows_no_more_than_its_width(browser: "Browser", address: str) -> None:
    """No page is wider than the screen."""
    context = browser.new_context(viewport={"width": 375, "height": 700})
    phone = context.new_page()
    phone.goto(address)
    hashes = ["#matters", "#timeline", "#parties", "#sources", "#articles", "#problems"]
    hashes += [str(link.get_attribute("href")) for link in phone.locator("#rows a.title").all()]
    hashes += [str(link.get_attribute("href")) for link in phone.locator("#articles a.title").all()]
    for one in hashes:
        phone.evaluate("hash => { location.hash = hash }", one)
        phone.wait_for_timeout(30)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 375, one
    context.close()


def test_print_leaves_out_what_only_a_screen_needs(page: "Page") -> None:
    """No filters, no navigation."""
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator("table.matters").is_visible()


def test_hostile_text_does_nothing(browser: "Browser", tmp_path: Path) -> None:
    """On every page of a book that tries: no script runs, no title changes, no element appears."""
    address = report_of(make_hostile_book(tmp_path / "hostile.book"))
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    for language in range(2):
        hrefs = page.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        for href in sorted({href for href in hrefs if href and href.startswith("#")}):
            page.evaluate("hash => { location.hash = hash }", href)
            page.wait_for_timeout(20)
            assert "broken" not in page.title() or "<script>" in page.title()
        if not language:
            page.click("#language")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 3
    assert len(asked) == 1
    context.close()
