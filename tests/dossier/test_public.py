"""What others may see, tested on the bytes of the file."""

import html
import json
import re
from typing import Any

from rashomon.dossier import page_data, public_ledger, render_dossier
from rashomon.dossier.public import LEAST, LONGEST, SHARE
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import GAZETTE, HERALD, ISLANDER, RADIO, UNION, WIRE, ferry

HIDDEN = (RADIO, UNION, ISLANDER)


def runs(text: str, size: int) -> set[str]:
    """Return all runs of so many words."""
    words = text.split()
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def flat(page: str) -> str:
    """Return what a file tells of its reports: its title and its data, with escapes resolved."""
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert title
    assert data
    text = html.unescape(title.group(1)) + " " + " ".join(strings(json.loads(data.group(1))))
    return " ".join(text.split())


def strings(value: Any) -> list[str]:
    """Return all strings in a value, keys too."""
    if isinstance(value, dict):
        return [*value, *(found for inner in value.values() for found in strings(inner))]
    if isinstance(value, list):
        return [found for inner in value for found in strings(inner)]
    return [value] if isinstance(value, str) else []


def test_no_word_of_a_report_that_is_not_public_is_in_the_file() -> None:
    page = flat(render_dossier(ferry(), public=True))
    shown = " ".join((WIRE + " " + HERALD).split())
    for text in HIDDEN:
        found = {run for run in runs(text, 3) if run in page and run not in shown}
        assert not found
    for words in ("Seamen", "Tove Askild", "lorry driver", "Maritime Authority", "wire.txt", "scan-0412"):
        assert words not in page, words
    assert "union" not in json.dumps(public_ledger(ferry())["documents"])


def test_of_a_report_that_is_not_public_outlet_and_date_are_told() -> None:
    rows = page_data(ferry(), public=True)["ledger"]["documents"]
    radio = next(row for row in rows if row["outlet"] == "Radio Tarsk")
    assert radio == {
        "id": radio["id"], "outlet": "Radio Tarsk", "published": "2031-05-04", "published_guessed": True, "level": "internal",
    }  # fmt: skip
    assert radio["id"].startswith("withheld-")
    assert page_data(ferry(), public=True)["page"]["public"] is True


def test_no_full_text_and_no_long_excerpt_of_a_public_report_is_in_the_file() -> None:
    page = render_dossier(ferry(), public=True)
    for text in (WIRE, HERALD, GAZETTE):
        assert text not in page
        assert json.dumps(text)[1:-1] not in page
        flattened = flat(page)
        long = {text[i : i + LONGEST + 1] for i in range(len(text) - LONGEST)}
        assert not any(" ".join(run.split()) in flattened for run in long)
    ledger = public_ledger(ferry())
    assert not any(row.get("text") for row in ledger["documents"])
    assert all(len(row["text"]) <= LONGEST for row in ledger["claims"])
    assert {row["document"] for row in ledger["claims"]} == {"wire", "herald"}


def long_report() -> dict[str, Any]:
    draft = Draft()
    draft.story("s", "event")
    text = "\n".join(
        f"In district {place} the storm destroyed {place} houses and many trees, the council said." for place in range(10, 60)
    )
    draft.report("r", text, level="public", title="Storm", outlet="Post", published="2031-05-03")
    for place in range(10, 60):
        draft.question(f"q{place}", f"houses in district {place}", "single")
        draft.claim("r", f"{place} houses", value=number(place, unit="house"))
    return draft.ledger()


def test_excerpts_cannot_be_laid_together_to_the_whole_text() -> None:
    ledger = long_report()
    text = ledger["documents"][0]["text"]
    given: set[int] = set()
    for row in public_ledger(ledger)["claims"]:
        if row["text"]:
            assert text[row["start"] : row["end"]] == row["text"]
            given |= set(range(row["start"], row["end"]))
    assert 0 < len(given) <= max(LEAST, SHARE * len(text))


def test_a_claim_beyond_the_share_keeps_its_figure() -> None:
    rows = page_data(long_report(), public=True)["ledger"]["claims"]
    bare = [row for row in rows if "text" not in row]
    assert bare
    assert {row["value"]["low"] for row in rows} == set(range(10, 60))


def test_beside_the_ledger_stands_nothing_of_a_report_that_is_not_public() -> None:
    page = page_data(ferry(), public=True)["page"]
    assert page["documents"] == []
    assert page["unnamed"] == ["a surviving passenger"]
    assert all(row["document"].startswith("withheld-") for row in page["missing"])
    assert all(row["suggestions"].keys() <= {"published"} for row in page["missing"])


def test_an_answer_that_only_others_give_is_withheld_and_its_question_stays() -> None:
    ledger = public_ledger(ferry())
    killed = next(row for row in ledger["questions"] if row["id"] == "q01")
    assert [answer["label"] for answer in killed["answers"]] == ["at least nine people", "14", "withheld"]
    assert killed["because"] == ""
    assert killed["finding"] == "conflict"
    gone = {row["id"] for row in ferry()["questions"]} - {row["id"] for row in ledger["questions"]}
    assert {"q03", "q05", "q10", "q17", "q23"} <= gone


def test_a_ledger_is_not_changed_by_what_is_made_of_it() -> None:
    ledger = ferry()
    before = json.dumps(ledger)
    render_dossier(ledger, public=True)
    render_dossier(ledger)
    assert json.dumps(ledger) == before


def test_lineage_of_hidden_reports_is_not_told() -> None:
    found = public_ledger(ferry())["lineage"]
    assert {(row["from"], row["to"]) for row in found} == {("herald", "o-coastguard"), ("wire", "o-coastguard")}
