"""The gold ledgers of the examples: every anchor stands in its report, and every field is well formed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.ingest import read_reports
from rashomon.model import Report

ROOT = Path(__file__).parents[2]
NAMES = ("depot", "ferry", "pair")
FOLDERS = {folder.name: folder for parent in ("examples", "training/clusters") for folder in sorted((ROOT / parent).glob("*/"))}
"""The examples, and the invented clusters that thresholds are set on."""
KINDS = {"quantity", "time", "whether"}
HOWS: dict[str, set[str | None]] = {
    "agree": {None},
    "conflict": {"between-origins", "retelling", "within-report", "part-exceeds-whole", "denial"},
    "differ": {None},
    "single": {None},
    "update": {"event", "correction"},
}
CERTAINTIES = {"stated", "hedged", "future", "negated"}
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
INTERVAL = re.compile(f"{DATE}(/({DATE})?)?")


def reports_of(name: str) -> dict[str, Report]:
    """Return {report id: report} of an example; nothing in it may be set aside."""
    intake = read_reports([FOLDERS[name] / "reports"])
    assert intake.not_read == ()
    return {report.id: report for report in intake.reports}


def gold_of(name: str) -> dict[str, Any]:
    gold = yaml.safe_load((FOLDERS[name] / "gold.yaml").read_text(encoding="utf-8"))
    assert isinstance(gold, dict)
    return gold


def find_nth(text: str, words: str, nth: int) -> int:
    """Return where the nth occurrence of `words` starts, or -1."""
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            return -1
    return start


def anchors_of(gold: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for question in gold["questions"]:
        for anchor in question["anchors"]:
            yield question, anchor


@pytest.mark.parametrize("name", NAMES)
def test_documents_are_the_reports(name: str) -> None:
    reports = reports_of(name)
    documents = {entry["id"]: entry for entry in gold_of(name)["documents"]}
    assert documents.keys() == reports.keys()
    for document, report in reports.items():
        assert documents[document]["outlet"] == report.outlet
        assert documents[document]["published"] == (report.published[:10] if report.published else None)
        assert report.path is not None
        assert Path(report.path.partition("#")[0]).name.startswith(documents[document]["file"])


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_every_quote_stands_in_its_report_once(name: str) -> None:
    reports = reports_of(name)
    seen = set()
    for question, anchor in anchors_of(gold_of(name)):
        start = find_nth(reports[anchor["doc"]].text, anchor["quote"], anchor.get("nth", 1))
        assert start >= 0, (question["id"], anchor["doc"], anchor["quote"])
        place = (question["id"], anchor["doc"], start)
        assert place not in seen
        seen.add(place)


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_anchors_are_well_formed(name: str) -> None:
    for question, anchor in anchors_of(gold_of(name)):
        where = (question["id"], anchor["quote"])
        assert re.fullmatch("[a-z]", anchor["answer"]), where
        assert anchor["certainty"] in CERTAINTIES, where
        assert all(isinstance(voice, str) and voice for voice in anchor["voice"]), where
        assert ("value" in anchor) == (question["kind"] == "quantity"), where
        assert ("time" in anchor) == (question["kind"] == "time"), where
        if "value" in anchor:
            low, high = anchor["value"]["low"], anchor["value"]["high"]
            bounds = [bound for bound in (low, high) if bound is not None]
            assert bounds, where
            assert bounds == sorted(bounds), where
            assert anchor["value"].keys() <= {"low", "high", "about", "unit", "per"}, where
            assert anchor["value"]["unit"], where
        if "time" in anchor:
            assert INTERVAL.fullmatch(anchor["time"]), where


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_findings_fit_the_answers(name: str) -> None:
    for question in gold_of(name)["questions"]:
        where = question["id"]
        assert question["kind"] in KINDS, where
        assert question.get("how") in HOWS[question["finding"]], where
        at_least, at_most = question["origins"]
        assert 1 <= at_least <= at_most, where
        answers = {anchor["answer"] for anchor in question["anchors"]}
        tellers = {(anchor["doc"], tuple(anchor["voice"])) for anchor in question["anchors"]}
        echoes = {(document, ()) for document, voice in tellers if voice}  # a report repeats in its own voice what it attributes
        if question["finding"] == "single":
            assert len(tellers - echoes) == 1, where
        else:
            assert len(tellers) > 1, where
            assert (len(answers) == 1) == (question["finding"] == "agree"), where


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_ids_are_known(name: str) -> None:
    gold = gold_of(name)
    ids = [question["id"] for question in gold["questions"]]
    assert len(ids) == len(set(ids))
    assert all(question.get("part_of", ids[0]) in ids for question in gold["questions"])
    assert all(question.get("part_of") != question["id"] for question in gold["questions"])
    assert 5 <= len(gold["must_see"]) <= 8
    assert len(set(gold["must_see"])) == len(gold["must_see"])
    assert set(gold["must_see"]) <= set(ids)


@pytest.mark.parametrize(
    ("name", "levels"), [("ferry", {"public", "internal", "confidential"}), ("depot", {"public", "internal", "confidential"})]
)
def test_reports_have_several_levels(name: str, levels: set[str]) -> None:
    assert {report.level for report in reports_of(name).values()} == levels
