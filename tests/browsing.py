"""Chromium for tests: where it is, how it is started, and an open page with what went wrong on it."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).parents[1]
AXE = ROOT / "ui/node_modules/axe-core/axe.min.js"
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WIDTHS = {"laptop": (1280, 800), "phone": (390, 844)}

needs_chromium = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")


class Visit:
    """An open page, and what went wrong on it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: self.troubles.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)
        self.page.locator("#view-head").wait_for(state="attached")

    def show(self, fragment: str) -> None:
        """Go to an address within the page."""
        self.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        self.page.wait_for_timeout(60)


def until(page: Page, condition: str) -> None:
    """Wait for a condition. (Playwright's own wait evaluates inside the page, which the page's policy forbids.)"""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never came true: {condition}")


def load_axe(page: Page) -> None:
    """Put axe-core into a page, or skip the test where it is not installed."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in ui/ installs it")
    page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")


def violations(page: Page) -> list[dict[str, Any]]:
    """Return what axe finds wrong, but for links that are scrolled out of a pane, which it takes for skip links."""
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [row for row in found["violations"] if row["id"] != "skip-link"]
