"""The page as the app, in Chromium, over a real case: what a person does there stands in the case afterwards."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from rashomon.web.case import LiveCase
from tests.browsing import ROOT, Visit, load_axe, needs_chromium, until, violations
from tests.web.serving import GAZETTE, Json, listening_server

REPORTS = ROOT / "examples/ferry/reports"

pytestmark = needs_chromium


class Served:
    """A page of a case that is served, and the case."""

    def __init__(self, page: Page, case: LiveCase) -> None:
        self.page = page
        self.case = case

    @property
    def ledger(self) -> Json:
        """The ledger as it is now."""
        return dict(self.case.snapshot.form)

    def log(self) -> list[tuple[str, str, Any]]:
        """Return what stands in the log: kind, target, value."""
        return [(entry.kind, entry.target, entry.value) for entry in self.case.folder.log.read()[0]]

    def question(self, claim: str) -> Json:
        """Return the question of a claim."""
        home = next(row["question"] for row in self.ledger["claims"] if row["id"] == claim)
        return next(row for row in self.ledger["questions"] if row["id"] == home)

    def origin(self, name: str) -> Json:
        """Return the origin that has a name."""
        return next(row for row in self.ledger["origins"] if name in (row["name"], *row["names"]))

    def show(self, fragment: str) -> None:
        """Go to an address within the page."""
        self.page.evaluate("fragment => { location.hash = fragment; }", fragment)

    def press(self, name: str, inside: str = ".pane") -> None:
        """Press a button."""
        self.page.locator(inside).get_by_role("button", name=name, exact=True).first.click()

    def told(self, words: str) -> None:
        """Wait until the page says something."""
        self.page.get_by_role("status").filter(has_text=words).wait_for(state="attached")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a case in which the reports have been read."""
    path = tmp_path_factory.mktemp("served") / "case"
    with listening_server(path, *sorted(map(str, REPORTS.iterdir()))) as (_, case):
        while case.jobs.current():
            time.sleep(0.05)
    return path


@pytest.fixture
def served(browser: Browser, opened: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copytree(opened, tmp_path / "case")
    with listening_server(tmp_path / "case") as (address, case):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        visit = Visit(context, address)
        visit.page.locator(".agenda-head").first.wait_for()
        yield Served(visit.page, case)
        context.close()
    assert [row for row in visit.troubles if "422" not in row] == []  # what is refused, the page says in words


def test_a_persons_word_on_a_question(served: Served) -> None:
    page = served.page
    first, second = [row for row in served.ledger["questions"] if row["kind"] == "quantity"][:2]
    served.show(f"q={first['id']}")
    assert page.locator(".unreviewed").inner_text() == "Machine reading, not reviewed"
    served.press("Accept")
    page.get_by_text("Machine reading, 1 of").wait_for()
    served.press("Relabel")
    page.locator(".pane").get_by_label("Question", exact=True).fill("The dead")
    served.press("Save")
    page.locator(".pane form").wait_for(state="detached")
    served.press("Merge")
    page.locator(".pane").get_by_label("The same as").select_option(second["id"])
    page.locator(".pane form").get_by_role("button", name="Merge").click()
    page.locator(".pane form").wait_for(state="detached")
    claims = [[name for answer in row["answers"] for name in answer["claims"]] for row in (first, second)]
    merged = served.question(claims[1][0])
    assert {name for answer in merged["answers"] for name in answer["claims"]} == {*claims[0], *claims[1]}
    assert merged["label"] == "The dead"
    served.press("Split")
    box = page.locator(f".pane fieldset input[value='{claims[1][0]}']")
    box.check()
    page.locator(".pane form").get_by_role("button", name="Split").click()
    page.locator(".pane form").wait_for(state="detached")
    assert served.question(claims[1][0])["id"] != served.question(claims[0][0])["id"]
    served.press("Undo")
    served.told("Undone")
    assert served.question(claims[1][0])["id"] == served.question(claims[0][0])["id"]
    target = f"question:{first['id']}"
    assert served.log()[:3] == [
        ("accept", target, None),
        ("relabel", target, {"label": "The dead"}),
        ("merge", target, {"questions": [second["id"]]}),
    ]
    assert [kind for kind, _, _ in served.log()[3:]] == ["split", "undo"]


def test_a_correction_leaves_the_keyboard_where_it_was(served: Served) -> None:
    page = served.page
    served.show(f"q={served.ledger['questions'][0]['id']}")
    accept = page.locator(".pane").get_by_role("button", name="Accept", exact=True)
    accept.focus()
    page.keyboard.press("Enter")
    served.told("Question accepted")
    until(page, "document.activeElement?.textContent === 'Accept'")
    page.locator(".pane").get_by_role("button", name="Undo", exact=True).focus()
    page.keyboard.press("Enter")
    served.told("Undone")
    until(page, "document.activeElement?.classList.contains('pane')")


def test_a_persons_word_on_a_claim(served: Served) -> None:
    claim = next(row for row in served.ledger["claims"] if row["value"] and row["value"]["low"] == 17)
    served.show(f"claim={claim['id']}")
    served.press("Edit")
    form = served.page.locator(".pane form")
    form.get_by_label("At least", exact=True).fill("13")
    form.get_by_label("At most", exact=True).fill("")
    form.get_by_label("Counts who or what is").fill("injured")
    form.get_by_label("Place").fill("Port Sarn")
    form.get_by_label("Voices").fill("Radio Tarsk; Sound Coastguard")
    form.get_by_label("Certainty").select_option("hedged")
    form.get_by_label("Why").fill("as it says")
    served.press("Save")
    form.wait_for(state="detached")
    changed = next(row for row in served.ledger["claims"] if row["id"] == claim["id"])
    assert (changed["value"]["low"], changed["value"]["high"], changed["certainty"]) == (13, None, "hedged")
    assert (changed["measure"], changed["place"], changed["review"]["why"]) == ("injured", "Port Sarn", "as it says")
    assert [voice["name"] for voice in changed["voices"]] == ["Radio Tarsk", "Sound Coastguard"]
    served.press("Reject")
    served.told("Claim rejected")
    home = served.question(claim["id"])
    assert [answer["review"]["status"] for answer in home["answers"] if claim["id"] in answer["claims"]] == ["rejected"]


def test_two_voices_that_are_one_and_one_that_is_two(served: Served) -> None:
    page = served.page
    one, two = served.origin("Brann Oswick"), served.origin("Harbour master Brann Oswick")
    served.show("lineage")
    page.get_by_role("button", name=f"Correct {one['name']}", exact=True).click()
    page.locator(".origin-tools[open]").get_by_label("Call it").fill("Oswick, harbour master")
    page.locator(".origin-tools[open]").get_by_role("button", name="Rename").click()
    page.get_by_role("button", name="Correct Oswick, harbour master", exact=True).click()
    assert served.origin("Brann Oswick")["name"] == "Oswick, harbour master"
    page.locator(".origin-tools[open]").get_by_label("The same voice as").select_option(two["id"])
    page.locator(".origin-tools[open]").get_by_role("button", name="Count as one").click()
    served.told("Counted as one origin")
    assert served.origin("Harbour master Brann Oswick")["id"] == one["id"]
    page.locator(".voices tr", has_text="Oswick").get_by_text("merged by ana").wait_for()
    assert page.locator(".voices tr", has_text="Oswick").count() == 1
    page.get_by_role("button", name="Correct Oswick, harbour master", exact=True).click()
    page.locator(".origin-tools[open]").get_by_label("Harbour master Brann Oswick").check()
    page.locator(".origin-tools[open]").get_by_role("button", name="Count as another").click()
    served.told("Counted as two origins")
    assert served.origin("Harbour master Brann Oswick")["id"] != one["id"]
    assert [(kind, target) for kind, target, _ in served.log()] == [
        (kind, f"origin:{one['id']}") for kind in ("relabel", "merge", "split")
    ]


def test_reports_are_described_and_searched(served: Served) -> None:
    page = served.page
    asked = page.locator(".asked li").first
    asked.get_by_label("Outlet").fill("Seamen's Union")
    asked.get_by_label("Published").fill("2031-03-14")
    asked.get_by_label("Level").select_option("public")
    asked.get_by_role("button", name="Save").click()
    served.told("Saved")
    found = next(row for row in served.ledger["documents"] if row["id"] == "brief")
    assert (found["outlet"], found["published"], found["level"]) == ("Seamen's Union", "2031-03-14", "public")
    page.locator("#search").fill("life jackets")
    page.locator("#search").press("Enter")
    page.get_by_text("places in the texts").wait_for()
    page.locator("main .words", has_text="life jackets").nth(1).wait_for()


def test_reports_are_added_as_text_and_as_files(served: Served, tmp_path: Path) -> None:
    page = served.page
    before = {row["id"] for row in served.ledger["documents"]}
    page.get_by_role("button", name="Add reports").click()
    page.locator("#add-text").fill("Ferry search ends\nThe search for the Astrel ended on Sunday, the coast guard said.")
    page.locator("#add-outlet").fill("Radio Hale")
    served.press("Add", "dialog[open]")
    page.locator("dialog[open]").wait_for(state="detached")
    page.get_by_role("button", name="Add reports").click()
    served.press("Files", "dialog[open]")
    storm, photo = tmp_path / "storm.txt", tmp_path / "photo.png"
    storm.write_text(GAZETTE, encoding="utf-8")
    photo.write_bytes(b"\x89PNG")
    page.locator("#add-files").set_input_files([storm, photo])
    served.press("Add", "dialog[open]")
    page.locator("dialog[open] [role=alert]", has_text="photo.png").wait_for()
    served.press("Close", "dialog[open]")
    new = {row["outlet"]: row["text"] for row in served.ledger["documents"] if row["id"] not in before}
    assert new["Radio Hale"].startswith("Ferry search ends")
    assert GAZETTE in new.values()
    assert [row["path"] for row in served.ledger["not_read"]] == ["photo.png"]
    assert not any(served.case.folder.incoming.iterdir())


def test_a_date_that_is_not_understood_leaves_the_dialog_open_with_what_was_typed(served: Served) -> None:
    page = served.page
    page.get_by_role("button", name="Add reports").click()
    page.locator("#add-text").fill("The search for the Astrel ended on Sunday, the coast guard said.")
    page.locator("#add-published").fill("5 May")
    served.press("Add", "dialog[open]")
    page.locator("dialog[open] [role=alert]", has_text="2031-03-14").wait_for()
    assert page.locator("#add-published").input_value() == "5 May"


def test_an_export_says_what_others_will_see(served: Served) -> None:
    page = served.page
    page.get_by_role("button", name="Export").click()
    page.locator("dialog[open]", has_text="excerpts of public reports only").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export for others").click()
    assert download.value.suggested_filename == "dossier-public.html"


def test_an_address_on_this_machine_is_refused_in_words(served: Served) -> None:
    page = served.page
    page.get_by_role("button", name="Add reports").click()
    served.press("Address", "dialog[open]")
    page.locator("#add-url").fill("http://127.0.0.1:9/fire")
    served.press("Add", "dialog[open]")
    problem = page.locator("dialog[open] [role=alert]")
    problem.wait_for()
    assert "127.0.0.1" in problem.inner_text()


def test_what_others_correct_is_shown_on_the_next_look(served: Served) -> None:
    claim = served.ledger["questions"][0]["id"]
    served.show(f"q={claim}")
    served.case.correct("relabel", f"question:{claim}", value={"label": "The dead of the Astrel"}, by="bo")
    served.page.reload()
    until(served.page, "document.querySelector('.pane .card')?.textContent.includes('relabelled by bo')")


def test_axe_finds_nothing_serious_in_what_the_app_adds(served: Served) -> None:
    page = served.page
    load_axe(page)
    found = []
    for name in ("Add reports", "Corrections", "Export"):
        page.get_by_role("button", name=name).click()
        found += [row["id"] for row in violations(page)]
        served.press("Close", "dialog[open]")
    claim, question = served.ledger["claims"][0]["id"], served.ledger["questions"][0]["id"]
    for fragment in (f"claim={claim}", f"q={question}", "reports", "lineage"):
        served.show(fragment)
        page.wait_for_timeout(60)
        if fragment == "lineage":
            page.locator(".voices").get_by_role("button", name="Correct").first.click()
            page.locator(".origin-tools[open]").wait_for()
        found += [row["id"] for row in violations(page)]
    assert found == []
