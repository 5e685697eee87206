"""What the page has beside the ledger."""

import hashlib
from typing import Any

import orjson
import pytest

from rashomon.dossier import missing_fields, page_data
from rashomon.dossier.sides import count_sides
from rashomon.dossier.sources import is_document
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import ferry


def test_a_dossier_is_cited_by_the_digest_of_its_ledger_file() -> None:
    content = orjson.dumps(ferry(), option=orjson.OPT_INDENT_2) + b"\n"
    assert page_data(ferry())["page"]["digest"] == hashlib.sha256(content).hexdigest()


def test_each_side_has_its_own_origins() -> None:
    sides = count_sides(ferry())
    assert sides["q01"] == {"a": [1, 1], "b": [1, 1], "c": [1, 1]}
    assert sides["q06"] == {"a": [1, 1], "b": [2, 2]}
    assert "q04" not in sides


def two_sides() -> Draft:
    draft = Draft()
    draft.story("s", "event")
    draft.report("one", "Nine boats left, the port said. Nine boats left.")
    draft.report("two", "Nine boats left.")
    draft.report("three", "Six boats left, a fisherman said.")
    draft.question("q", "boats", "conflict", how="between-origins", origins={"at_least": 2, "at_most": 4})
    boats = number(9, unit="boat")
    draft.claim("one", "Nine boats", "a", value=boats, voices=("Port of Vell",))
    draft.claim("one", "Nine boats", "a", nth=2, value=boats)
    draft.claim("two", "Nine boats", "a", value=boats)
    draft.claim("three", "Six boats", "b", value=number(6, unit="boat"), voices=("a fisherman",))
    return draft


def test_a_report_that_names_a_voice_is_no_second_origin_and_the_unnamed_prove_one_at_most() -> None:
    assert count_sides(two_sides().ledger())["q"] == {"a": [1, 2], "b": [1, 1]}


def test_reports_that_copy_each_other_speak_as_one_and_no_side_has_more_than_its_question() -> None:
    draft = two_sides()
    draft.question("p", "boats that came back", "conflict", origins={"at_least": 1, "at_most": 2})
    for name in ("one", "two", "three"):
        draft.claim(name, "boats left", "a")
    draft.claim("two", "Nine", "b")
    assert count_sides(draft.ledger())["p"]["a"] == [1, 2]
    draft.draws("two", "one", "copies", "the same words", "Nine boats left.")
    draft.draws("three", "one", "copies", "the same words", "boats left")
    assert count_sides(draft.ledger())["p"]["a"] == [1, 1]


def test_voices_without_a_name_and_documents() -> None:
    page = page_data(ferry())["page"]
    assert {"a surviving passenger", "three survivors", "two officials"} <= {*page["unnamed"]}
    assert "Aron Tessel" not in page["unnamed"]
    assert page["documents"] == ["police list"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("preliminary findings of the ministry", True),
        ("Velmoran register of shipping", True),
        ("indictment", True),
        ("court documents", True),
        ("Ministry of Records", False),
        ("the minister", False),
        ("head of the archive", False),
    ],
)
def test_what_somebody_can_ask_for(name: str, written: bool) -> None:
    assert is_document(name) is written


def report(text: str, **more: Any) -> dict[str, Any]:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", text, **more)
    return draft.ledger()


def test_reports_without_outlet_or_date_are_asked_for_with_what_they_suggest() -> None:
    assert missing_fields(ferry()) == [
        {"document": "radio", "fields": ["published"], "suggestions": {"published": "2031-05-04"}},
        {"document": "union", "fields": ["outlet", "published"], "suggestions": {"published": "2031-02-11"}},
    ]
    head = "VELL, March 4, 2031 (Sound News) - The bridge closed on 3 March 2031."
    assert missing_fields(report(head))[0]["suggestions"] == {"outlet": "Sound News", "published": "2031-03-04"}
    url = "https://www.vellpost.example/a"
    assert missing_fields(report("The bridge closed.", url=url))[0]["suggestions"] == {"outlet": "vellpost.example"}
    assert missing_fields(report("On 31 February 2031 it closed.", url="https://["))[0]["suggestions"] == {}
