"""The page as the app, in Chromium, against a server that only takes notes: what it asks for is what docs/api.md says."""

import json
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from rashomon.dossier import missing_fields, page_data, render_app
from tests.dossier.ferry import ferry
from tests.dossier.test_browser import AXE

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
HOST = "http://127.0.0.1:9"

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium must be there in CI"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--no-first-run"])
        yield chromium
        chromium.close()


class Server:
    """Answers as a server of a case would, and keeps what it was asked."""

    def __init__(self) -> None:
        self.ledger = ferry()
        self.log: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str, Any]] = []

    def case(self) -> dict[str, Any]:
        data = page_data(self.ledger)
        more = {"version": len(self.log), "corrections": self.log, "problems": [], "job": None, "by": "ana"}
        return {**data, "missing": missing_fields(self.ledger), **more}

    def answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix(HOST)
        if path == "/":
            route.fulfill(content_type="text/html; charset=utf-8", body=render_app())
            return
        kind = request.headers.get("content-type", "")
        body = json.loads(request.post_data or "null") if kind == "application/json" else kind.partition(";")[0] or None
        if request.method != "GET":
            self.asked.append((request.method, path, body))
        route.fulfill(content_type="application/json", body=json.dumps(self.reply(request.method, path, body)))

    def reply(self, method: str, path: str, body: Any) -> Any:
        if path.startswith("/api/search"):
            claim = self.ledger["claims"][0]["id"]
            return {"claims": [claim], "texts": [{"document": "wire", "start": 0, "end": 4}], "more": False}
        if path == "/api/reports":
            return {"job": "j1"}
        if path.startswith("/api/jobs/"):
            return {"stage": "done", "done": 1, "total": 1, "finished": True, "problem": None, "added": [], "not_read": []}
        if method == "POST" and path == "/api/corrections":
            row = {"id": f"c{len(self.log)}", "at": "2031-05-06T10:00:00+00:00", "by": "ana", "undone": False, **body}
            self.log.append(row)
            kind, _, name = body["target"].partition(":")
            review = {"status": body["kind"] + "ed", "by": "ana", "at": row["at"], "why": None, "corrections": [row["id"]]}
            for entry in self.ledger[{"claim": "claims", "question": "questions", "origin": "origins"}[kind]]:
                if entry["id"] == name:
                    entry["review"] = review
            return {"correction": row, "case": self.case()}
        if method in ("POST", "PATCH"):
            return {"correction": {}, "case": self.case()}
        return self.case()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.route("**/*", server.answer)
    page.goto(HOST + "/")
    page.locator(".agenda-head").first.wait_for()
    yield page
    context.close()
    assert troubles == []


def press(page: Page, name: str, inside: str = ".pane") -> None:
    page.locator(inside).get_by_role("button", name=name, exact=True).first.click()


def test_a_persons_word_on_a_question(page: Page, server: Server) -> None:
    page.locator(".agenda-head").first.click()
    assert page.locator(".unreviewed").inner_text() == "Machine reading, not reviewed"
    press(page, "Accept")
    page.get_by_text("Machine reading, 1 of 28 questions reviewed").wait_for()
    press(page, "Relabel")
    page.locator(".pane").get_by_label("Question", exact=True).fill("The dead")
    press(page, "Save")
    page.locator(".pane form").wait_for(state="detached")
    press(page, "Merge")
    page.locator(".pane").get_by_label("The same as").select_option("q02")
    page.locator(".pane form").get_by_role("button", name="Merge").click()
    page.locator(".pane form").wait_for(state="detached")
    press(page, "Split")
    box = page.locator(".pane fieldset input").first
    left = box.get_attribute("value")
    box.check()
    page.locator(".pane form").get_by_role("button", name="Split").click()
    page.locator(".pane form").wait_for(state="detached")
    press(page, "Undo")
    page.get_by_role("status").filter(has_text="Undone").wait_for()
    target = server.asked[0][2]["target"]
    assert target.startswith("question:")
    assert [(method, path) for method, path, _ in server.asked] == [
        *[("POST", "/api/corrections")] * 4,
        ("POST", "/api/corrections/c3/undo"),
    ]
    assert [(body["kind"], body["target"], body["value"]) for _, _, body in server.asked[:4]] == [
        ("accept", target, None),
        ("relabel", target, {"label": "The dead"}),
        ("merge", target, {"questions": ["q02"]}),
        ("split", target, {"claims": [left]}),
    ]


def test_a_persons_word_on_a_claim_and_an_origin(page: Page, server: Server) -> None:
    claim = next(row for row in server.ledger["claims"] if row["question"] == "q01" and row["document"] == "herald")
    page.evaluate("claim => { location.hash = `claim=${claim}`; }", claim["id"])
    press(page, "Edit")
    pane = page.locator(".pane form")
    pane.get_by_label("At least", exact=True).fill("13")
    pane.get_by_label("At most", exact=True).fill("")
    pane.get_by_label("Voices").fill("Radio Tarsk; Sound Coastguard")
    pane.get_by_label("Certainty").select_option("hedged")
    pane.get_by_label("Why").fill("as it says")
    press(page, "Save")
    pane.wait_for(state="detached")
    press(page, "Reject")
    page.get_by_role("status").filter(has_text="Claim rejected").wait_for()
    page.evaluate("location.hash = 'lineage'")
    page.locator(".voices").get_by_role("button", name="Relabel").first.click()
    page.locator(".voices form input").fill("Coastguard of the Sound")
    page.locator(".voices form").get_by_role("button", name="Save").click()
    page.locator(".voices form").wait_for(state="detached")
    bodies = [body for _, _, body in server.asked]
    value = {
        "value": {"low": 13, "high": None, "about": False},
        "voices": [{"name": "Radio Tarsk"}, {"name": "Sound Coastguard"}],
        "certainty": "hedged",
    }
    assert bodies[0] == {"kind": "edit", "target": f"claim:{claim['id']}", "value": value, "why": "as it says"}
    assert bodies[1]["kind"] == "reject"
    assert bodies[2]["target"].startswith("origin:o-")
    assert bodies[2]["value"] == {"label": "Coastguard of the Sound"}


def test_reports_are_added_described_and_searched(page: Page, server: Server) -> None:
    page.locator(".asked form").first.get_by_label("Level").select_option("public")
    page.locator(".asked form").nth(1).get_by_label("Outlet").fill("Seamen's Union")
    press(page, "Save", ".asked li:nth-child(2)")
    page.get_by_role("status").filter(has_text="Saved").wait_for()
    page.get_by_role("button", name="Add reports").click()
    page.locator("#add-text").fill("Fire out\nThe fire is out.")
    page.locator("#add-outlet").fill("Radio Hale")
    press(page, "Add", "dialog[open]")
    page.locator("dialog[open]").wait_for(state="detached")
    page.get_by_role("button", name="Add reports").click()
    press(page, "Address", "dialog[open]")
    page.locator("#add-url").fill("https://wire.example/fire")
    press(page, "Add", "dialog[open]")
    page.locator("dialog[open]").wait_for(state="detached")
    page.get_by_role("button", name="Add reports").click()
    press(page, "Files", "dialog[open]")
    page.locator("#add-files").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"Fire"})
    press(page, "Add", "dialog[open]")
    page.locator("dialog[open]").wait_for(state="detached")
    page.locator("#search").fill("fire")
    page.locator("#search").press("Enter")
    page.get_by_text("1 claims, 1 places in the texts").wait_for()
    assert server.asked == [
        ("PATCH", "/api/reports/union", {"outlet": "Seamen's Union", "published": "2031-02-11"}),
        ("POST", "/api/reports", {"text": "Fire out\nThe fire is out.", "level": "internal", "outlet": "Radio Hale"}),
        ("POST", "/api/reports", {"url": "https://wire.example/fire", "level": "internal"}),
        ("POST", "/api/reports", "multipart/form-data"),
    ]


def test_axe_finds_nothing_serious_in_what_the_app_adds(page: Page, server: Server) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in ui/ installs it")
    page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = []
    for name in ("Add reports", "Corrections"):
        page.get_by_role("button", name=name).click()
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [row["id"] for row in result["violations"] if row["impact"] in ("serious", "critical")]
        press(page, "Close", "dialog[open]")
    claim = server.ledger["claims"][0]["id"]
    for fragment in (f"claim={claim}", "q=q01", "reports"):
        page.evaluate("fragment => { location.hash = fragment; }", fragment)
        page.wait_for_timeout(60)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [row["id"] for row in result["violations"] if row["impact"] in ("serious", "critical")]
    assert found == []
