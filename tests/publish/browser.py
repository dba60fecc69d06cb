"""A browser for tests: Debian's chromium, driven by Playwright. Absent, its tests are skipped and say so."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HINT = "needs a browser: apt-get install chromium fonts-wqy-microhei"


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """The browser; with REQUIRE_BROWSER=1 a missing one fails the test instead of skipping it."""
    if CHROMIUM is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(HINT)
        pytest.skip(HINT)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
