import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from rashomon.dossier import render_dossier
from rashomon.dossier.page import asset
from rashomon.dossier.plain import plain
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import ferry, two_events
from tests.dossier.hostile import ENDLESS, hostile

LEDGERS = {"ferry": ferry, "two events": two_events, "hostile": hostile}


class Elements(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


@pytest.fixture(params=sorted(LEDGERS))
def page(request: pytest.FixtureRequest) -> str:
    return render_dossier(LEDGERS[request.param]())


def embedded(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="ledger">(.*?)</script>', page, re.DOTALL)
    assert match
    data: dict[str, Any] = json.loads(match.group(1))
    return data


def test_the_ledger_stands_in_the_page_without_what_is_empty_or_said_twice() -> None:
    for ledger in (ferry(), two_events(), hostile()):
        found = embedded(render_dossier(ledger))
        assert within(found, ledger) == []
        assert [row["text"] for row in found["documents"]] == [row["text"] for row in ledger["documents"]]
        for part in ("claims", "questions"):
            assert [row["id"] for row in found[part]] == [row["id"] for row in ledger[part]]
        assert found["claims"][0].keys() >= {"document", "start", "end", "focus", "kind", "value", "voices", "question", "answer"}


def within(part: Any, whole: Any) -> list[Any]:
    """Return what a ledger has otherwise than the one that it was made of."""
    if isinstance(part, dict):
        return [found for key, value in part.items() for found in within(value, whole.get(key))]
    if isinstance(part, list) and isinstance(whole, list) and len(part) == len(whole):
        return [found for one, two in zip(part, whole, strict=True) for found in within(one, two)]
    return [] if part == whole else [(part, whole)]


def test_no_opening_bracket_is_in_the_data() -> None:
    match = re.search(r'id="ledger">(.*?)</script>\n<script>', render_dossier(hostile()), re.DOTALL)
    assert match
    assert "<" not in match.group(1)


def test_nothing_is_loaded_and_only_our_style_and_script_run(page: str) -> None:
    elements = Elements(page)
    tags = [tag for tag, _ in elements.found]
    assert {*tags}.isdisjoint({"img", "iframe", "link", "object", "embed", "form", "base", "audio", "video"})
    assert [attrs.get("type") for tag, attrs in elements.found if tag == "script"] == ["application/json", None]
    policy = next(attrs["content"] for _, attrs in elements.found if attrs.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, name in (("style", "dossier.css"), ("script", "dossier.js")):
        start = page.rindex(f"<{tag}>") + len(tag) + 2
        content = page[start : page.index(f"</{tag}>", start)]
        assert content == asset(name)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy


def test_no_handler_no_style_attribute_and_no_foreign_scheme(page: str) -> None:
    for tag, attrs in Elements(page).found:
        assert not any(name.startswith("on") or name == "style" for name in attrs), (tag, attrs)
        href = attrs.get("href") or "#"
        assert href.startswith(("#", "https://")), href


def test_every_address_exists_once(page: str) -> None:
    elements = Elements(page)
    ids = [attrs["id"] for _, attrs in elements.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(name and not re.search(r"\s", name) for name in ids)
    links = {(attrs.get("href") or "")[1:] for _, attrs in elements.found if (attrs.get("href") or "").startswith("#")}
    assert links <= set(ids)
    labelled = {attrs["aria-labelledby"] for _, attrs in elements.found if "aria-labelledby" in attrs}
    assert labelled <= set(ids)


def test_every_claim_and_question_can_be_addressed() -> None:
    ids = {attrs.get("id") for _, attrs in Elements(render_dossier(two_events())).found}
    ledger = two_events()
    assert {f"claim={row['id']}" for row in ledger["claims"]} <= ids
    assert {f"q={row['id']}" for row in ledger["questions"]} <= ids
    assert {f"report={row['id']}" for row in ledger["documents"]} <= ids


def test_headings_skip_no_level_and_landmarks_are_there(page: str) -> None:
    tags = [tag for tag, _ in Elements(page).found]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert tags.count("main") == 1
    assert {"header", "footer", "nav"} <= {*tags}


def test_bad_text_is_shown_as_text() -> None:
    page = render_dossier(hostile())
    text = "".join(words for tag, found in Elements(page).words.items() if tag not in ("script", "style") for words in found)
    assert "<script>alert('words')</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert "⟦RLO⟧51⟦PDF⟧" in text
    assert "Some 15\u200b,000 sol\u200ddiers\ufeff came." in text
    assert ENDLESS in text
    assert "👩🏽‍🚒🔥" in text
    shown = page[: page.index('<script type="application/json"')]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", shown)
    page.encode("utf-8")


def test_acting_characters_are_shown_by_name() -> None:
    assert plain("a\u202eb\x00c\ud800d\u200be\nf") == "a⟦RLO⟧b␀c�d\u200be\nf"


def test_it_says_what_it_is() -> None:
    page = render_dossier(ferry())
    for words in ("7 reports", "6 outlets and 1 unknown", "published 3 May 2031 to 5 May 2031", "Machine reading, not reviewed"):
        assert words in page
    assert "encrypted: a password is needed" in page
    assert "✓" not in page
    assert "✔" not in page


def test_several_events_have_a_section_each() -> None:
    page = render_dossier(two_events())
    assert "<h1><bdi>Two events</bdi></h1>" in page
    assert 'id="2-story"' in page
    assert re.search(r"<h2[^>]*>Council of Vell votes on the old bridge</h2>", page)


def test_the_same_ledger_gives_the_same_page() -> None:
    assert render_dossier(ferry()) == render_dossier(ferry())


def test_a_page_without_conflicts_says_so_and_an_empty_one_is_a_page() -> None:
    ledger = ferry()
    ledger["questions"] = [row for row in ledger["questions"] if row["finding"] == "single"]
    assert "No conflict, update or denial was found" in render_dossier(ledger)
    assert "This ledger has no reports." in render_dossier({"schema": "rashomon/ledger/1"})


def test_reports_of_no_story_are_shown() -> None:
    ledger = ferry()
    ledger["stories"] = []
    page = render_dossier(ledger)
    assert "Reports in no story" in page
    assert "Two doors on the car deck were locked" in page


def test_claims_that_are_not_pinned_are_told() -> None:
    ledger = ferry()
    ledger["claims"][0]["text"] = "other"
    assert "1 claims are not shown" in render_dossier(ledger)


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
    blocks = re.findall(r":root \{(.*?)\}", asset("dossier.css"), re.DOTALL)
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))
    pairs = [("ink", "paper"), ("soft", "paper"), ("soft", "card"), ("link", "paper"), ("lit-ink", "lit"), ("ink", "same")]
    pairs += [
        (tone, ground) for tone in ("conflict", "denial", "update", "differ", "agree") for ground in ("card", f"{tone}-wash")
    ]
    pairs += [("ink", f"{tone}-wash") for tone in ("conflict", "denial", "update", "differ", "agree")]
    for one, two in pairs:
        assert contrast(tokens[one], tokens[two]) >= 4.5, (one, two)
    for place in [*(f"o{index}" for index in range(7)), "own"]:
        assert contrast(tokens[place], tokens["card"]) >= 3, place


def test_the_script_has_no_eval_and_builds_no_markup() -> None:
    script = asset("dossier.js")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(|XMLHttp|localStorage", script
    )
