"""Draw the pictures of the docs anew: `python -m bench.pictures` (needs Chromium).

Every view of the dossier of examples/ferry, at the width of a laptop, some on a phone and in the dark, to docs/pictures.
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from rashomon.dossier import render_dossier
from rashomon.form import ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.pipeline import compare_reports

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
LAPTOP, PHONE = (1280, 800), (390, 844)
VIEWS = ("figures", "table", "compare", "lineage", "timeline", "gaps", "reports")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


def main() -> None:
    """Compare the example and take its pictures."""
    chromium = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    ledger = ledger_to_dict(compare_reports(read_reports([ROOT / "examples/ferry/reports"])))
    figures = [row for row in ledger["questions"] if row["kind"] == "quantity" and row["finding"] == "conflict"]
    claim = figures[0]["answers"][0]["claims"][0]
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "dossier.html"
        page.write_text(render_dossier(ledger), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        take(browser, f"{page.as_uri()}#glance", "dossier", LAPTOP)
        take(browser, f"{page.as_uri()}#claim={claim}", "claim", LAPTOP)
        for view in VIEWS:
            take(browser, f"{page.as_uri()}#{view}", view, LAPTOP)
        take(browser, f"{page.as_uri()}#figures&q={figures[0]['id']}", "dark", LAPTOP, dark=True)
        take(browser, f"{page.as_uri()}#glance", "phone", PHONE)
        take(browser, f"{page.as_uri()}#q={figures[0]['id']}", "phone-question", PHONE)
        browser.close()


def take(browser: Browser, address: str, name: str, size: tuple[int, int], *, dark: bool = False) -> None:
    """Take one picture of an address."""
    width, height = size
    scheme = "dark" if dark else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", offline=True
    )
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_timeout(500)
    if name == "compare":
        tab.get_by_role("button", name="Go through what both answer").click()
        tab.wait_for_timeout(300)
    target = PICTURES / f"{name}.png"
    tab.screenshot(path=target)
    context.close()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
