"""Large books: split over files whose links lead to each other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimbook.book import Book
from claimbook.publish import parts
from claimbook.publish import report as reports
from claimbook.publish.report import write_report
from tests.publish.browser import open_browser
from tests.publish.making import make_book


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the report of the small book, split as if it were large."""
    monkeypatch.setattr(reports, "MOST_CLAIMS", 1)
    monkeypatch.setattr(parts, "CLAIMS_A_PART", 2)
    with Book.open(make_book(tmp_path / "a.book"), read_only=True) as book:
        write_report(book, tmp_path / "news desk.html")
    yield tmp_path


def test_every_link_leads_to_a_section_that_is_there(folder: Path) -> None:
    """Across all files of the report."""
    files = [folder / "news desk.html", *sorted((folder / "news desk-parts").iterdir())]
    assert len(files) > 4
    ids = {file.name: set(re.findall(r' id="([^"]+)"', file.read_text(encoding="utf-8"))) for file in files}
    for file in files:
        for address, anchor in re.findall(r'<a[^>]* href="([^"#]*)#([^"?]+)"', file.read_text(encoding="utf-8")):
            target = (file.parent / address.replace("%20", " ")).resolve() if address else file
            assert anchor in ids[target.name], (file.name, address, anchor)


def test_a_reader_goes_from_file_to_file(folder: Path) -> None:
    """From the table to a matter, to its words in an article, and back to the table."""
    with open_browser() as browser:
        page = browser.new_page()
        page.set_default_timeout(5_000)
        page.goto((folder / "news desk.html").as_uri())
        page.fill("[name=text]", "没有证实")
        page.locator("#shown", has_text="1").wait_for()
        page.click("[type=reset]")
        page.locator("#shown", has_text="2").wait_for()
        page.locator("#rows a.title").first.click()
        page.locator("section.matter:visible").wait_for()
        page.locator("section.matter:visible a.open").first.click()
        page.locator("mark.on:visible").first.wait_for()
        page.click("nav a >> nth=0")
        page.locator("#rows tr:visible").first.wait_for()
