import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from rashomon.dossier import page_data, render_app, render_dossier
from rashomon.dossier.page import element
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import ferry, two_events
from tests.dossier.hostile import hostile

LEDGERS = {"ferry": ferry, "two events": two_events, "hostile": hostile}
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


class Elements(HTMLParser):
    """Collects what a page is made of before its script runs."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(params=sorted(LEDGERS))
def page(request: pytest.FixtureRequest) -> str:
    return render_dossier(LEDGERS[request.param]())


def embedded(page: str) -> dict[str, Any]:
    match = DATA.search(page)
    assert match
    data: dict[str, Any] = json.loads(match.group(1))
    return data


def within(part: Any, whole: Any) -> list[Any]:
    """Return what a ledger has otherwise than the one that it was made of; reasons are shortened."""
    if isinstance(part, dict):
        return [found for key, value in part.items() if key != "reasons" for found in within(value, whole.get(key))]
    if isinstance(part, list) and isinstance(whole, list) and len(part) == len(whole):
        return [found for one, two in zip(part, whole, strict=True) for found in within(one, two)]
    return [] if part == whole else [(part, whole)]


@pytest.mark.parametrize("name", sorted(LEDGERS))
def test_the_ledger_stands_in_the_page_without_what_is_empty_or_said_twice(name: str) -> None:
    ledger = LEDGERS[name]()
    data = embedded(render_dossier(ledger))
    assert data["mode"] == "dossier"
    found = data["ledger"]
    assert within(found, ledger) == []
    assert [row["text"] for row in found["documents"]] == [row["text"] for row in ledger["documents"]]
    for part in ("claims", "questions"):
        assert [row["id"] for row in found[part]] == [row["id"] for row in ledger[part]]


def test_reasons_are_kept_once_with_their_places() -> None:
    ledger = ferry()
    ledger["questions"][0]["reasons"] = ledger["questions"][0]["reasons"] * 9
    killed = page_data(ledger)["ledger"]["questions"][0]
    assert [reason["why"] for reason in killed["reasons"]] == ["“14” and “16 dead” cannot both be right as stated."]
    assert [span["document"] for span in killed["reasons"][0]["spans"]] == ["herald", "union"]
    assert "because" not in killed


def test_what_the_page_can_tell_by_itself_is_left_out() -> None:
    ledger = ferry()
    ledger["questions"][0] |= {"sure": False, "weight": 9.5, "finding": "conflict"}
    ledger["questions"][1]["sure"] = True
    why = [{"why": f"reason {place}", "spans": [{"document": "wire", "start": 0, "end": 4}] * 9} for place in range(3)]
    ledger["questions"][0]["reasons"] = ledger["questions"][3]["reasons"] = why
    assert ledger["questions"][3]["finding"] == "agree"
    ledger["questions"][3]["finding"] = "single"
    claim = next(row for row in ledger["claims"] if row["voices"] and row["certainty"] == "stated")
    claim |= {"measure": "killed", "place": "the Sound", "period": {"start": "2031", "end": None}}
    found = page_data(ledger)["ledger"]
    unsure, sure, _, single = found["questions"][:4]
    assert unsure["sure"] is False
    assert "sure" not in sure
    assert "weight" not in unsure
    assert "story" not in unsure
    assert [len(reason.get("spans", ())) for reason in unsure["reasons"]] == [4, 4, 0]
    assert [len(reason.get("spans", ())) for reason in single["reasons"]] == [0, 0, 0]
    lean = next(row for row in found["claims"] if row["id"] == claim["id"])
    assert set(lean) <= {"id", "document", "start", "end", "focus", "value", "time", "voices", "observed", "headline"}
    assert {key for row in found["claims"] for voice in row.get("voices", ()) for key in voice} <= {"name", "cue", "body"}
    hedged = {row["id"] for row in ledger["claims"] if row["certainty"] != "stated"}
    assert {row["id"] for row in found["claims"] if "certainty" in row} == hedged


def test_several_events_say_which_question_is_whose() -> None:
    found = page_data(two_events())["ledger"]
    assert {row["story"] for row in found["questions"]} == {row["id"] for row in found["stories"]}


def test_no_opening_bracket_is_in_the_data(page: str) -> None:
    match = DATA.search(page)
    assert match
    assert "<" not in match.group(1)


def test_nothing_is_loaded_and_only_our_style_and_script_run(page: str) -> None:
    tags = Elements(page).found
    assert {tag for tag, _ in tags}.isdisjoint({"img", "iframe", "link", "object", "embed", "form", "base", "audio", "video"})
    assert [attrs.get("type") for tag, attrs in tags if tag == "script"] == ["application/json", None]
    policy = next(attrs["content"] for _, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    for tag in ("style", "script"):
        content = element(page, tag)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy
    for tag, attrs in tags:
        assert not any(name.startswith("on") or name == "style" for name in attrs), (tag, attrs)


def test_the_app_may_ask_its_own_server_and_nobody_else() -> None:
    page = render_app()
    assert embedded(page) == {"mode": "app"}
    policy = next(attrs["content"] for _, attrs in Elements(page).found if attrs.get("http-equiv")) or ""
    assert "connect-src 'self';" in policy
    assert element(page, "script") == element(render_dossier(ferry()), "script")


def test_the_window_has_the_event_as_title_and_it_is_no_markup() -> None:
    assert "<title>Fire on the ferry Halcyon Dawn off Port Meravel – Rashomon dossier</title>" in render_dossier(ferry())
    assert "<title>2 events – Rashomon dossier</title>" in render_dossier(two_events())
    assert "<title>Event &lt;script&gt;" in render_dossier(hostile())


def test_without_script_it_says_what_it_is() -> None:
    assert "Machine reading, not reviewed." in element(render_dossier(ferry()), "noscript")


def test_the_same_ledger_gives_the_same_page() -> None:
    assert render_dossier(ferry()) == render_dossier(ferry())


def test_claims_that_are_not_pinned_are_left_out_and_counted() -> None:
    ledger = ferry()
    gone = ledger["claims"][0]
    gone["text"] = "other"
    data = page_data(ledger)
    assert data["page"]["unpinned"] == 1
    assert gone["id"] not in json.dumps(data)


def test_an_empty_ledger_is_a_page() -> None:
    assert embedded(render_dossier({"schema": "rashomon/ledger/1"}))["ledger"] == {"schema": "rashomon/ledger/1"}


def many(reports: int, claims: int) -> dict[str, Any]:
    draft = Draft()
    draft.story("s", "A storm with many reports")
    for place in range(reports):
        rows = [
            f"In district {row} of the province the storm destroyed {row + place} houses, the council said."
            for row in range(claims)
        ]
        draft.report(f"r{place}", "\n".join(rows), outlet=f"Outlet {place}", published="2031-05-03")
    for row in range(claims):
        finding = ("single", "agree", "conflict")[row % 3]
        draft.question(f"q{row}", f"houses destroyed in district {row}", finding, how="between-origins")
        for place in range(reports if finding != "single" else 1):
            words = f"{row + place} houses"
            value = number(row + place, unit="house", counted="houses")
            draft.claim(f"r{place}", words, "ab"[place % 2], value=value, voices=("council",))
    return draft.ledger()


def test_a_page_of_ten_reports_is_at_most_a_megabyte() -> None:
    ledger = many(10, 75)
    assert len(ledger["claims"]) > 500
    assert len(render_dossier(ledger).encode()) <= 1_000_000


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_have_contrast_and_marks_stand_out(scheme: int) -> None:
    blocks = re.findall(r":root\{(.*?)\}", element(render_app(), "style"), re.DOTALL)
    tokens = {name: spelled_out(colour) for name, colour in re.findall(r"--([\w-]+): ?(#[0-9a-f]{3,6})", blocks[scheme])}
    pairs = [("ink", "paper"), ("soft", "paper"), ("soft", "card"), ("link", "paper"), ("lit-ink", "lit"), ("ink", "same")]
    tones = ("conflict", "denial", "update", "differ", "agree", "only")
    pairs += [(tone, ground) for tone in tones for ground in ("card", f"{tone}-wash")]
    pairs += [("ink", f"{tone}-wash") for tone in tones]
    for one, two in pairs:
        assert contrast(tokens[one], tokens[two]) >= 4.5, (one, two)
    for place in [*(f"o{index}" for index in range(7)), "own"]:
        assert contrast(tokens[place], tokens["card"]) >= 3, place


def spelled_out(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(letter * 2 for letter in colour[1:])


def test_the_script_has_no_eval_and_reports_are_never_markup() -> None:
    script = element(render_app(), "script")
    assert not re.search(r"document\.write|\beval\(|new Function|XMLHttp|localStorage|insertAdjacentHTML", script)
    assert "https://" not in re.sub(r"https://svelte\.dev/\S+|placeholder=\"https://\"", "", script)
