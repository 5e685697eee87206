"""The page in a real browser: Chromium, driven by Playwright, with the network off."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from rashomon.dossier import page_data, render_dossier
from rashomon.form import ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.pipeline import compare_reports
from tests.browsing import ROOT, WIDTHS, Visit, load_axe, needs_chromium, until, violations
from tests.dossier.ferry import ferry, two_events
from tests.dossier.hostile import ENDLESS, hostile

LEDGERS = {"ferry": ferry, "two events": two_events, "hostile": hostile}
VIEWS = ("glance", "figures", "table", "compare", "lineage", "timeline", "gaps", "reports", "search=doors")
CHOSEN = ("q=q01", "q=q09", "report=union")

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dossiers")
    for name, build in LEDGERS.items():
        (home / f"{name}.html").write_text(render_dossier(build()), encoding="utf-8")
    (home / "public.html").write_text(render_dossier(ferry(), public=True), encoding="utf-8")
    return home


@pytest.fixture(params=sorted(WIDTHS))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, height = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", offline=True)
    yield context
    context.close()


@pytest.fixture
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", offline=True)
    yield context
    context.close()


@pytest.mark.parametrize("name", [*LEDGERS, "public"])
def test_no_view_has_an_error_a_request_or_anything_wider_than_the_page(context: BrowserContext, folder: Path, name: str) -> None:
    visit = Visit(context, (folder / f"{name}.html").as_uri())
    for fragment in (*VIEWS, *CHOSEN):
        visit.show(fragment)
        assert visit.page.locator("#view-head").count() == 1, fragment
        assert visit.page.locator("h1").count() == 1, fragment
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), fragment
    assert visit.troubles == []
    assert {url.split("#")[0] for url in visit.requests} == {(folder / f"{name}.html").as_uri()}


@pytest.mark.parametrize(("name", "scheme"), [("ferry", "light"), ("ferry", "dark"), ("hostile", "light")])
def test_axe_finds_nothing(browser: Browser, folder: Path, name: str, scheme: Any) -> None:
    found = []
    width = 1280 if scheme == "light" else 390
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    visit = Visit(context, (folder / f"{name}.html").as_uri())
    load_axe(visit.page)
    for fragment in (*VIEWS, *CHOSEN, "table&q=q01"):
        visit.show(fragment)
        found += [(fragment, row["id"], row["nodes"][0]["html"][:160]) for row in violations(visit.page)]
    context.close()
    assert found == []


SHARED = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
REAL = {
    **{name: ROOT / f"examples/{name}/reports" for name in ("ferry", "pair", "depot")},
    "kim-honours-fallen": SHARED / "bench/clusters/kim-honours-fallen",
}


@pytest.mark.parametrize("name", REAL)
def test_every_view_of_what_the_machine_reads(browser: Browser, tmp_path: Path, name: str) -> None:
    if not REAL[name].exists():
        pytest.skip("the shared clusters are not here")
    paths = sorted(path for path in REAL[name].iterdir() if path.suffix in (".txt", ".jsonl", ".html"))
    ledger = ledger_to_dict(compare_reports(read_reports(paths)))
    page = render_dossier(ledger)
    assert len(page.encode()) <= 1_000_000
    (tmp_path / "dossier.html").write_text(page, encoding="utf-8")
    for width, height in WIDTHS.values():
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", offline=True)
        visit = Visit(context, (tmp_path / "dossier.html").as_uri())
        chosen = [f"q={row['id']}" for row in ledger["questions"][:3]] + [f"claim={row['id']}" for row in ledger["claims"][:3]]
        for fragment in (*VIEWS, *chosen, *(f"{view}&{chosen[0]}" for view in VIEWS[:7])):
            visit.show(fragment)
            assert visit.page.locator("#view-head").count() == 1, fragment
            assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), fragment
        assert visit.troubles == []
        context.close()


def lit(page: Page) -> list[str]:
    """Return the words that are lit."""
    found: list[str] = page.evaluate("[...(CSS.highlights.get('lit') ?? [])].map((range) => range.toString())")
    return found


def in_view(page: Page) -> bool:
    """Whether the lit words are on the screen."""
    inside: bool = page.evaluate(
        """() => { const box = [...CSS.highlights.get('lit')][0].getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; }"""
    )
    return inside


def test_a_click_on_a_conflict_leads_to_the_words_in_both_reports(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri())
    page = visit.page
    page.locator(".agenda-head", has_text="People killed in the fire: at least 9, 14 or 16").click()
    for words, expected, report in (("Our own count is", "16 dead", "Report 6"), ("has risen to", "14", "Northern Herald")):
        page.locator(".pane .words", has_text=words).first.click()
        until(page, f"[...(CSS.highlights.get('lit') ?? [])].map(String).join() === '{expected}'")
        until(page, "(() => { const b = [...CSS.highlights.get('lit')][0].getBoundingClientRect(); return b.top > 0; })()")
        assert in_view(page)
        assert page.locator(".pane h2").inner_text() == report
        page.locator(".answers-what a").click()
        page.locator(".pane .card").wait_for()
    page.go_back()
    until(page, "CSS.highlights.get('lit').size > 0")
    assert visit.troubles == []


def test_a_click_on_words_chooses_their_claim_whatever_stands_before_them(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "hostile.html").as_uri() + "#report=r%201%3C")
    page = visit.page
    assert "⟦RLO⟧51⟦PDF⟧" in page.locator(".pane .text").inner_text()
    box = page.evaluate(
        """() => { const walker = document.createTreeWalker(document.querySelector('.pane .text'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf('12 houses');
          if (at < 0) continue;
          node.parentElement.scrollIntoView({ block: 'center' });
          const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 5);
          const { left, top, width, height } = range.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        } }"""
    )
    page.mouse.click(*box)
    until(page, "[...(CSS.highlights.get('lit') ?? [])].map(String).join() === '12 houses burned'")
    assert visit.troubles == []


def test_bad_text_is_shown_as_text(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "hostile.html").as_uri() + "#report=r%201%3C")
    text = visit.page.locator(".pane").evaluate("pane => pane.textContent")
    for words in (
        "<script>alert('words')</script>",
        "{{ 7 * 7 }}",
        "Some 15\u200b,000 sol\u200ddiers\ufeff came.",
        "👩🏽‍🚒🔥",
        ENDLESS,
    ):
        assert words in text, words[:40]
    for view in VIEWS:
        visit.show(view)
        body = visit.page.evaluate("document.getElementById('page').textContent")
        acting = [ord(letter) for letter in body if letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" or ord(letter) < 9]
        assert not acting, view
        assert visit.page.locator("#page script, #page iframe, #page img, #page [onmouseover]").count() == 0
        hrefs = visit.page.evaluate("[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))")
        assert all(href.startswith(("#", "https://ok.example/")) for href in hrefs), view
    assert visit.troubles == []


@pytest.mark.parametrize(
    ("fragment", "heading"),
    [
        ("q=q13", "Doors on the car deck were locked"),
        ("q=q26", "People killed on the sister ship in 1998"),
        ("report=union", "Report 6"),
        ("q=gone", "This question is not in the ledger any more."),
    ],
)
def test_an_address_opens_at_its_place(context: BrowserContext, folder: Path, fragment: str, heading: str) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri() + f"#{fragment}")
    place = visit.page.locator(".pane").get_by_text(heading, exact=True).first
    place.wait_for(state="visible")
    assert on_screen(place)


def on_screen(place: Locator) -> bool:
    inside: bool = place.evaluate(
        "node => { const top = node.getBoundingClientRect().top; return top >= 0 && top < innerHeight; }"
    )
    return inside


def test_claims_are_addressed_and_marked_one_by_one(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri())
    ledger = ferry()
    texts = {row["id"]: row["text"] for row in ledger["documents"]}
    for claim in ledger["claims"][::7]:
        visit.show(f"claim={claim['id']}")
        words = texts[claim["document"]][slice(*claim["focus"])]
        until(visit.page, "(CSS.highlights.get('lit')?.size ?? 0) > 0")
        assert "".join(lit(visit.page)) == words


def test_all_is_done_with_the_keyboard(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri())
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'view-head'")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.agenda-head')"):
            break
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('.pane')")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.pane .words')"):
            break
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('claim=')")
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('claim=')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("divers")
    page.keyboard.press("Enter")
    page.get_by_text("places in the texts").wait_for()
    assert visit.troubles == []


def test_two_reports_side_by_side_lead_to_each_other(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri() + "#compare&left=wire&right=herald")
    page = visit.page
    page.get_by_role("button", name="Go through what both answer").click()
    until(page, "(CSS.highlights.get('lit')?.size ?? 0) === 2")
    assert lit(page) == ["at least nine people", "14"] or lit(page) == ["at least nine", "14"]
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("CSS.highlights.get('only').size") > 0
    assert visit.troubles == []


def test_the_slider_shows_what_could_be_known_then(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri() + "#timeline")
    page = visit.page
    slider = page.locator("#asof")
    slider.focus()
    page.keyboard.press("Home")
    page.get_by_text("No conflict, update or denial yet.").wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.locator(".agenda-head").first.wait_for()
    assert "asof=" in page.url
    assert visit.troubles == []


def test_a_dossier_has_no_controls_of_the_app(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri())
    for fragment in (*VIEWS, *CHOSEN):
        visit.show(fragment)
        for name in ("Add reports", "Accept", "Reject", "Relabel", "Save", "Undo"):
            assert visit.page.get_by_role("button", name=name, exact=True).count() == 0, (fragment, name)


def test_the_table_is_filtered_and_sorted(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri() + "#table")
    page = visit.page
    rows = page.locator(".matrix tbody tr")
    before = rows.count()
    page.get_by_role("button", name="Conflict", exact=True).click()
    assert 0 < rows.count() < before
    assert {*page.locator(".matrix tbody tr").evaluate_all("rows => rows.map((row) => row.classList[0])")} <= {
        "conflict",
        "denial",
    }
    page.get_by_label("Outlet").select_option("Islander Daily")
    assert page.locator(".matrix thead th").count() == 3
    page.get_by_role("button", name="Question", exact=True).click()
    labels = page.locator(".matrix tbody th bdi").all_inner_texts()
    assert labels == sorted(labels, key=str.lower)


def test_without_the_highlight_api_words_are_marked_all_the_same(browser: Browser, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    context.add_init_script(
        "delete CSS.highlights; delete window.Highlight; Object.defineProperty(CSS, 'highlights', {value: 0})"
    )
    context.add_init_script("delete CSS.highlights")
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri() + "#report=union")
    page.locator(".pane mark.conflict", has_text="16 dead").wait_for()
    context.close()


def test_without_script_it_says_so(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri())
    box = page.locator("noscript").bounding_box()
    assert box
    assert box["height"] > 20
    context.close()


def test_labels_of_a_line_do_not_collide(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri() + "#figures")
    visit.page.locator(".line svg").first.wait_for()
    collisions = visit.page.evaluate(
        """() => [...document.querySelectorAll(".line svg")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
          const hits = [];
          boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
            if (a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom) hits.push(svg.textContent);
          }));
          return hits;
        })"""
    )
    assert collisions == []


PAGE = re.compile(rb"/Type\s*/Page[^s]")


def test_it_prints_what_an_editor_wants_on_few_pages(laptop: BrowserContext, folder: Path) -> None:
    visit = Visit(laptop, (folder / "ferry.html").as_uri())
    page = visit.page
    assert 2 <= len(PAGE.findall(page.pdf(format="A4"))) <= 8
    page.emulate_media(media="print")
    page.locator(".printed-sources").wait_for()
    words = page.locator(".printed").inner_text()
    for part in ("Look here first", "Possible: read", "What several reports tell", "In whose words", "Gaps", "Sources"):
        assert part in words, part
    ledger = ferry()
    for document in ledger["documents"]:
        assert document["sha256"] in words
    assert page_data(ledger)["page"]["digest"] in words
    assert "Our own count is 16 dead" in words
    assert page.locator(".ways").count() == 0
    visit.page.emulate_media(media="screen")
    page.locator(".ways").wait_for()
    assert visit.troubles == []


def test_the_example_prints_on_ten_pages_at_most(laptop: BrowserContext, tmp_path: Path) -> None:
    form = ledger_to_dict(compare_reports(read_reports([REAL["ferry"]])))
    (tmp_path / "ferry.html").write_text(render_dossier(form), encoding="utf-8")
    visit = Visit(laptop, (tmp_path / "ferry.html").as_uri())
    assert len(PAGE.findall(visit.page.pdf(format="A4"))) <= 10
