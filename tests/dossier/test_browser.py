"""The page in a real browser: Chromium, driven by Playwright, with the network off."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from rashomon.dossier import render_dossier
from tests.dossier.ferry import ferry, two_events
from tests.dossier.hostile import hostile

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
LEDGERS = {"ferry": ferry, "two events": two_events, "hostile": hostile}
WIDTHS = {"laptop": (1280, 900), "phone": (390, 844)}

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium must be there in CI"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dossiers")
    for name, build in LEDGERS.items():
        (home / f"{name}.html").write_text(render_dossier(build()), encoding="utf-8")
    (home / "public.html").write_text(render_dossier(ferry(), public=True), encoding="utf-8")
    return home


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


@pytest.fixture(params=sorted(WIDTHS))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, height = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", offline=True)
    yield context
    context.close()


@pytest.mark.parametrize("name", [*LEDGERS, "public"])
def test_no_error_no_request_and_nothing_wider_than_the_page(context: BrowserContext, folder: Path, name: str) -> None:
    visit = Visit(context, (folder / f"{name}.html").as_uri())
    for link in visit.page.locator("summary").all()[:4]:
        link.click()
    assert visit.troubles == []
    assert [url.split("#")[0] for url in visit.requests] == [(folder / f"{name}.html").as_uri()]
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def until(page: Page, condition: str) -> None:
    """Wait for a condition. (Playwright's own wait evaluates inside the page, which the page's policy forbids.)"""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never came true: {condition}")


def in_view(page: Page, selector: str) -> bool:
    inside: bool = page.locator(selector).first.evaluate(
        """element => {
          const box = element.getBoundingClientRect();
          const pane = element.closest(".reports").getBoundingClientRect();
          const top = Math.max(44, pane.top), bottom = Math.min(innerHeight, pane.bottom);
          return box.top >= top && box.bottom <= bottom;
        }"""
    )
    return inside


def test_a_click_on_a_conflict_leads_to_the_words_in_the_report(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri())
    for words in ("Our own count is 16 dead", "has risen to 14"):
        visit.page.locator(".card .words", has_text=words).first.click()
        visit.page.wait_for_selector(".w.lit")
        until(visit.page, "document.activeElement.matches('.w.lit')")
        assert visit.page.locator(".w.lit").all_inner_texts() == [{"O": "16 dead", "h": "14"}[words[0]]]
        assert in_view(visit.page, ".w.lit")
        assert visit.page.locator(".w.same").count() >= 5
    assert visit.troubles == []


def test_words_lead_back_to_their_question(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri())
    visit.page.locator(".report .w", has_text="five of the crew").click()
    until(visit.page, "document.activeElement.id === 'q=q05'")
    visit.page.locator(".report .w", has_text="Between 55 and 65 people").click()
    until(visit.page, "document.activeElement.id === 'q=q04'")
    until(visit.page, "document.querySelector(\"details.question[id='q=q04']\").open")
    visit.page.locator(".report .w", has_text="No door was locked").click()
    visit.page.locator("[id='q=q13']").first.wait_for(state="visible")


@pytest.mark.parametrize("fragment", ["q=q13", "q=q26", "q=q23", "report=union"])
def test_an_address_opens_at_its_place(context: BrowserContext, folder: Path, fragment: str) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri() + f"#{fragment}")
    place = visit.page.locator(f"[id='{fragment}']")
    place.wait_for(state="visible")
    assert place.evaluate("element => { const top = element.getBoundingClientRect().top; return top >= 0 && top < innerHeight; }")


def test_without_script_words_are_still_reached_and_lit(browser: Browser, folder: Path) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False, reduced_motion="reduce", offline=True
    )
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri())
    page.locator(".card .words", has_text="Our own count is 16 dead").first.click()
    box = page.locator(".w:target").bounding_box()
    assert box is not None
    assert 44 < box["y"] < 900
    context.close()


def test_all_is_reached_by_keyboard(browser: Browser, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", offline=True)
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.locator(".card .words").first.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('.w.lit')")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'q=q01' && !document.querySelector('.lit') && document.querySelector('.same')")
    page.keyboard.press("Escape")
    until(page, "document.querySelectorAll('.lit, .same').length === 0")
    context.close()


def nodes(page: Page) -> list[dict[str, Any]]:
    """Return the accessibility tree."""
    session = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in found if not node.get("ignored")]


@pytest.mark.parametrize("name", [*LEDGERS, "public"])
def test_every_control_has_a_name_and_every_region_a_label(context: BrowserContext, folder: Path, name: str) -> None:
    visit = Visit(context, (folder / f"{name}.html").as_uri())
    named = {"link", "button", "region", "navigation", "DisclosureTriangle", "heading", "columnheader", "rowheader"}
    for node in nodes(visit.page):
        role = node.get("role", {}).get("value")
        if role in named:
            assert (node.get("name", {}).get("value") or "").strip(), node
    assert visit.page.locator("table th:not([scope])").count() == 0
    assert visit.page.locator("html[lang]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_contrast(browser: Browser, folder: Path, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, offline=True)
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri())
    faint = page.evaluate(
        """() => {
          const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
          const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255)
            .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = (element) => {
            for (let node = element; node; node = node.parentElement) {
              const rgb = parse(getComputedStyle(node).backgroundColor);
              if (rgb.length === 3 || rgb[3] > 0.9) return rgb;
            }
            return [255, 255, 255];
          };
          const found = [];
          for (const element of document.querySelectorAll("body *")) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
            if (!own || element.closest("script, svg, .visually-hidden")) continue;
            const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
            if ((pair[0] + 0.05) / (pair[1] + 0.05) < 4.5) found.push(element.outerHTML.slice(0, 90));
          }
          return found;
        }"""
    )
    assert faint == []
    context.close()


def test_labels_of_a_drawing_do_not_collide(context: BrowserContext, folder: Path) -> None:
    visit = Visit(context, (folder / "ferry.html").as_uri())
    visit.page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    collisions = visit.page.evaluate(
        """() => [...document.querySelectorAll("svg.strip, svg.scale")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
          const hits = [];
          boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) hits.push(svg.textContent);
          }));
          return hits;
        })"""
    )
    assert collisions == []


def test_it_prints_with_everything_unfolded(browser: Browser, folder: Path, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((folder / "ferry.html").as_uri())
    page.pdf(path=tmp_path / "ferry.pdf", format="A4")
    assert (tmp_path / "ferry.pdf").stat().st_size > 20_000
    page.emulate_media(media="print")
    assert page.locator(".ways").first.is_hidden()
    context.close()
