"""Measure the page: `python -m bench.page [--reports N] [--claims N]` (needs Chromium).

First the size of the dossier of ten invented reports of 900 words, read as any are, with what it is made of (`--size` stops
there). Then a large ledger in Chromium, which is made up: as many reports and claims as asked for (100 and 10,000), seeded, the
same each time. Printed are the size of the page; the seconds from the start of loading to the first view drawn; for each view the
seconds until it is drawn; and while it is scrolled, 300 pixels a frame and then to its end, the frames drawn a second and the
longest time between two of them. Exit code 1 where opening takes more than 2 seconds, scrolling stands still for more than a
quarter of a second, or a step is not done within half a minute.
"""

import argparse
import hashlib
import json
import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as TookTooLong

from bench.invented import invent_reports
from rashomon.dossier import page_data, render_dossier
from rashomon.form import ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.pipeline import compare_reports

OPENS, STALLS = 2.0, 0.25
PATIENCE = 30.0
"""Seconds after which a step in the browser has failed."""
VIEWS = ("glance", "figures", "table", "compare", "lineage", "timeline", "gaps", "reports")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
PLACES = "Arden Brack Corvel Dunmore Estrin Falk Garran Holm Ister Jarrow Keld Lunn Marrow Nesse Orrin Pell".split()
THINGS = "houses boats trees bridges schools lorries tents wells fields shops".split()
VOICES = ["Provincial Council", "Ilse Brandvold", "fire brigade", "Maren Oduya", "officials", "Institute of Storms", "a resident"]
SCROLL = """async () => {
  const panes = [...document.querySelectorAll('.table-view .scroll, .side-text')];
  const pane = panes.find((node) => node.scrollHeight > node.clientHeight + 99) || document.scrollingElement;
  let longest = 0, frames = 0;
  const started = performance.now();
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 150; step += 1) {
    if (step === 140) pane.scrollTop = pane.scrollHeight;
    else pane.scrollTop += 300;
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    last = now;
    frames += 1;
  }
  return [frames / ((performance.now() - started) / 1000), longest / 1000, pane.scrollTop];
}"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() / 1000))))"


def ledger(reports: int, claims: int) -> dict[str, Any]:
    """Return a made-up ledger: questions of one to eight claims, a third of them statements, a fifth in conflict."""
    draw = random.Random(7)
    lines: list[list[str]] = [[f"Storm over the province, part {place}"] for place in range(reports)]
    rows: list[dict[str, Any]] = []
    questions: list[dict[str, Any]] = []
    while len(rows) < claims:
        name, thing, place = f"q{len(questions)}", draw.choice(THINGS), f"{draw.choice(PLACES)} {len(questions)}"
        size = min(draw.choice([1, 1, 1, 2, 3, 4, 6, 8]), claims - len(rows), reports)
        kind = draw.choice(["quantity", "quantity", "whether"])
        finding = "single" if size == 1 else draw.choice(["conflict", "agree", "agree", "differ", "update"])
        how = {"conflict": "between-origins", "update": "event"}.get(finding)
        answers: dict[str, list[str]] = {}
        figure = draw.randint(3, 4000)
        for document in draw.sample(range(reports), size):
            letter = "a" if finding in ("single", "agree") or not answers else draw.choice("ab")
            value = figure if letter == "a" else figure + draw.randint(1, 60)
            voice = draw.choice(VOICES)
            focus = f"{value} {thing}" if kind == "quantity" else f"the {thing} were lost"
            words = f"In {place} {focus} after the storm, {voice} said."
            start = sum(len(line) + 1 for line in lines[document])
            low = start + words.index(focus)
            lines[document].append(words)
            claim = f"{name}-{document}"
            answers.setdefault(letter, []).append(claim)
            rows.append(
                {
                    "id": claim, "document": f"r{document}", "start": start, "end": start + len(words), "text": words,
                    "focus": [low, low + len(focus)], "kind": kind, "time": None, "certainty": "stated", "measure": "",
                    "value": {"low": value, "high": value, "unit": thing[:-1], "counted": thing} if kind == "quantity" else None,
                    "voices": [{"name": voice, "start": None, "end": None, "cue": "said"}], "population": "", "place": "",
                    "period": None, "question": name, "answer": letter,
                }
            )  # fmt: skip
        questions.append(
            {
                "id": name, "story": "s", "label": f"{thing} lost in {place}", "kind": kind, "finding": finding, "how": how,
                "origins": {"at_least": 1, "at_most": size}, "reports": size, "part_of": None, "because": "", "background": False,
                "answers": [{"id": letter, "label": names[0], "claims": names} for letter, names in sorted(answers.items())],
            }
        )  # fmt: skip
    texts = ["\n".join(line) for line in lines]
    documents = [
        {
            "id": f"r{place}", "title": lines[place][0], "outlet": f"Outlet {place}", "published": f"2031-05-{1 + place % 28:02}",
            "published_guessed": False, "url": None, "level": "internal", "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text": text,
        }
        for place, text in enumerate(texts)
    ]  # fmt: skip
    origins = [{"id": f"o{place}", "name": name, "names": [name]} for place, name in enumerate(VOICES)]
    lineage = [
        {"from": f"r{place}", "to": f"o{place % len(VOICES)}", "how": "cites", "because": "It says so.", "reasons": []}
        for place in range(reports)
    ]
    story = {"id": "s", "label": "A storm over the province", "documents": [row["id"] for row in documents]}
    return {
        "schema": "rashomon/ledger/1", "documents": documents, "not_read": [], "stories": [story], "claims": rows,
        "questions": questions, "lineage": lineage, "origins": origins, "not_understood": [],
    }  # fmt: skip


def weigh(reports: int, words: int) -> None:
    """Print how large the dossier of some invented reports is, and what takes the room."""
    rows = list(invent_reports(reports, words, asides=0.5))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        form = ledger_to_dict(compare_reports(read_reports([path])))
    page, data = len(render_dossier(form).encode()), page_data(form)
    parts = {key: len(json.dumps(value, ensure_ascii=False).encode()) for key, value in data["ledger"].items()}
    told = ", ".join(f"{key} {size // 1000}" for key, size in sorted(parts.items(), key=lambda part: -part[1])[:4])
    length = sum(len(row["text"].split()) for row in rows) // reports
    print(f"{reports} reports of {length} words, {len(form['claims'])} claims: {page // 1000} kB ({told})")


def ask(page: Page, script: str, given: str = "") -> Any:
    """Return what a script in the page gives, which must be true; `evaluate` would wait for it for ever.

    Raises:
        TookTooLong: it gave nothing within `PATIENCE`.
    """
    return page.wait_for_function(script, arg=given, timeout=PATIENCE * 1000).json_value()


def measure(page: Page, address: str) -> bool:
    """Open the page, walk through its views, print what was measured, and tell whether all of it is within bounds.

    Raises:
        TookTooLong: a step was not done within `PATIENCE`.
    """
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address)
    page.locator(".agenda-head").first.wait_for()
    opened = float(ask(page, "() => performance.getEntriesByType('paint')[0].startTime / 1000"))
    drawn = float(ask(page, DRAWN))
    print(f"first paint after {opened:.2f} s, first view drawn by {drawn:.2f} s")
    fine = drawn <= OPENS
    for view in VIEWS:
        started = time.perf_counter()
        ask(page, "view => { location.hash = view; return true; }", view)
        ask(page, DRAWN)
        seconds = time.perf_counter() - started
        frames, longest, end = ask(page, SCROLL)
        print(
            f"{view:9} drawn in {seconds:.2f} s; scrolled {end:,.0f} px at {frames:.0f} frames a second, longest {longest:.2f} s"
        )
        fine = fine and longest <= STALLS
    return fine


def main() -> None:
    """Build, open, scroll, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--size", action="store_true", help="only the size of a dossier of ten reports")
    args = parser.parse_args()
    weigh(10, 900)
    if args.size:
        return
    chromium = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    form = ledger(args.reports, args.claims)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "dossier.html"
        path.write_text(render_dossier(form), encoding="utf-8")
        size = path.stat().st_size / 1e6
        print(f"{args.reports} reports, {len(form['claims']):,} claims, {len(form['questions']):,} questions: {size:.1f} MB")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS, timeout=PATIENCE * 1000)
        try:
            fine = measure(browser.new_page(viewport={"width": 1280, "height": 800}), path.as_uri())
        except TookTooLong as error:
            print(f"not done within {PATIENCE:.0f} s: {error.message.splitlines()[0]}")
            fine = False
        browser.close()
    raise SystemExit(0 if fine else 1)


if __name__ == "__main__":
    main()
