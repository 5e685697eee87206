"""The app in a real browser: its own page may ask, a page of another origin may neither read nor write."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from rashomon.web.case import LiveCase
from tests.browsing import needs_chromium
from tests.web.serving import GAZETTE, listening_server

POST = """([path, body]) => fetch(path, {
  method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
}).then(async (answer) => [answer.status, await answer.json()])"""
READ = """() => fetch("/api/case").then((answer) => answer.json())"""
ATTACK = """async (base) => {
  const tries = {
    read: () => fetch(base + "/api/case", {credentials: "include"}).then((answer) => answer.text()),
    blind: () => fetch(base + "/api/case", {credentials: "include", mode: "no-cors"}).then((answer) => answer.type),
    write: () => fetch(base + "/api/reports", {method: "POST", credentials: "include", mode: "no-cors",
      body: JSON.stringify({text: "Evil people wrote this report."})}).then((answer) => answer.type),
    script: () => new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), {src: base + "/api/case", onerror: failed});
      script.onload = () => done("ran");
      document.body.append(script);
    }),
    frame: () => new Promise((done) => {
      const frame = Object.assign(document.createElement("iframe"), {src: base + "/"});
      frame.onload = () => { try { done(frame.contentDocument ? "readable" : "closed"); } catch { done("closed"); } };
      document.body.append(frame);
    }),
    form: () => new Promise((done) => {
      const form = Object.assign(document.createElement("form"), {action: base + "/api/reports", method: "POST",
        enctype: "multipart/form-data", target: "inside"});
      const input = Object.assign(document.createElement("input"), {type: "file", name: "files"});
      const files = new DataTransfer();
      files.items.add(new File(["Evil people wrote this report."], "evil.txt"));
      input.files = files.files;
      form.append(input);
      const frame = Object.assign(document.createElement("iframe"), {name: "inside"});
      document.body.append(form, frame);
      form.submit();
      setTimeout(() => done("sent"), 500);
    }),
  };
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try { found[name] = await attempt(); } catch { found[name] = "failed"; }
  }
  return found;
}"""

pytestmark = needs_chromium


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, LiveCase]]:
    with listening_server(tmp_path / "case") as server:
        yield server


class Empty(http.server.BaseHTTPRequestHandler):
    """A page of another origin."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><body></body>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def elsewhere() -> Iterator[int]:
    server = http.server.HTTPServer(("127.0.0.1", 0), Empty)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_its_own_page_may_ask(context: BrowserContext, served: tuple[str, LiveCase]) -> None:
    address, case = served
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(address)
    page.wait_for_url(lambda url: "token" not in url)
    job = page.evaluate(POST, ["/api/reports", {"text": GAZETTE}])[1]["job"]
    while not case.jobs.jobs[job].finished:
        page.wait_for_timeout(50)
    found: dict[str, Any] = page.evaluate(READ)
    assert found["ledger"]["documents"][0]["text"] == GAZETTE
    claim = found["ledger"]["claims"][0]["id"]
    assert page.evaluate(POST, ["/api/corrections", {"kind": "accept", "target": f"claim:{claim}"}])[0] == 201
    page.reload()
    page.get_by_text("Nine people").first.wait_for(state="attached")
    assert troubles == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_page_may_neither_read_nor_write(context: BrowserContext, served: tuple[str, LiveCase], host: str) -> None:
    """Also one of the same site, to which the browser gives the cookie: another server on this machine."""
    address, case = served
    own = context.new_page()
    own.goto(address)
    own.wait_for_url(lambda url: "token" not in url)
    with elsewhere() as port:
        page = context.new_page()
        page.goto(f"http://{host}:{port}/")
        found = page.evaluate(ATTACK, address.partition("/?")[0])
    assert found == {
        "read": "failed",
        "blind": "failed",
        "write": "failed",
        "script": "failed",
        "frame": "closed",
        "form": "sent",
    }
    assert case.folder.read_reports()[0] == ()
    assert len(case.jobs.jobs) == 1


def test_the_address_can_be_opened_from_another_page(context: BrowserContext, served: tuple[str, LiveCase]) -> None:
    address, _ = served
    with elsewhere() as port:
        page = context.new_page()
        page.goto(f"http://localhost:{port}/")
        page.evaluate("(address) => { document.body.innerHTML = `<a href='${address}'>open</a>`; }", address)
        page.get_by_text("open").click()
        page.locator("#view-head").wait_for(state="attached")
    assert "token" not in page.url


def test_without_the_token_there_is_nothing(context: BrowserContext, served: tuple[str, LiveCase]) -> None:
    address, _ = served
    page = context.new_page()
    answer = page.goto(address.partition("?")[0])
    assert answer is not None
    assert answer.status == 401
    assert page.locator("body").inner_text().startswith("Open the address that `rashomon serve` printed")
