"""Pictures of the report for the README and the docs: `python tools/pictures.py BOOK FOLDER`. Needs chromium."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimbook.book import Book
from claimbook.model.matter import Matter
from claimbook.publish.report import write_report

WIDTH, HEIGHT = 1280, 860


def busiest(matters: tuple[Matter, ...]) -> Matter:
    """The matter that shows most: several accounts with different figures."""
    return max(matters, key=lambda one: (len({account.quantity for account in one.accounts}), len(one.claims), one.id))


def pictures(book: Path, folder: Path) -> list[Path]:
    """Write the pictures of a book's report into a folder; gives their paths."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        raise SystemExit("pictures: needs a browser: apt-get install chromium fonts-wqy-microhei")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, Book.open(book, read_only=True) as opened:
        page = Path(place) / "report.html"
        write_report(opened, page)
        matter = busiest(opened.matters())
        views = {
            "report": ("#matters", "light", ""),
            "matter": (f"#m-{matter.id}", "light", ""),
            "article": (f"#c-{matter.claims[0]}", "light", ""),
            "parties": ("#parties", "light", ""),
            "dark": ("#matters", "dark", ""),
            "chinese": ("#matters", "light", "zh"),
        }
        made: list[Path] = []
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
            for name, (where, light, labels) in views.items():
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark" if light == "dark" else "light"
                )
                tab = context.new_page()
                tab.goto(page.as_uri() + where)
                if labels:
                    tab.click("#language")
                tab.wait_for_timeout(150)
                made.append(folder / f"{name}.png")
                tab.screenshot(path=made[-1])
                context.close()
            browser.close()
    return made


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: python tools/pictures.py BOOK FOLDER")
    for made in pictures(Path(sys.argv[1]), Path(sys.argv[2])):
        print(made)
