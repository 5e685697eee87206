"""Draw the pictures of the docs anew: `python -m bench.pictures` (needs Chromium).

The dossier of examples/ferry, at the width of a laptop and of a phone, to docs/pictures.
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from rashomon.dossier import render_dossier
from rashomon.form import ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.pipeline import compare_reports

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
VIEWS = {"dossier": (1280, 900), "phone": (390, 844)}


def main() -> None:
    """Compare the example and take its picture."""
    chromium = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    page = render_dossier(ledger_to_dict(compare_reports(read_reports([ROOT / "examples/ferry/reports"]))))
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height) in VIEWS.items():
            tab = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            tab.set_content(page)
            target = PICTURES / f"{name}.png"
            tab.screenshot(path=target)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
