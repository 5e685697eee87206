"""The whole way on the shipped examples: what an analyst sees first, and that nothing but the reports decides it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import orjson
import pytest

from rashomon import scan
from rashomon.claims import build_claims
from rashomon.form import check_ledger, ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.model import Intake, Ledger, Question
from rashomon.pipeline import compare_reports
from tests.making import report

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = ("depot", "ferry", "pair")


@cache
def intake(name: str) -> Intake:
    return read_reports([EXAMPLES / name / "reports"])


@cache
def ledger(name: str) -> Ledger:
    return compare_reports(intake(name))


def written(found: Ledger) -> bytes:
    return orjson.dumps(ledger_to_dict(found))


def asked(name: str, *words: str) -> Iterator[Question]:
    """Yield the questions all of whose words stand among their answers."""
    for question in ledger(name).questions:
        answers = [answer.label for answer in question.answers]
        if all(any(word in answer for answer in answers) for word in words):
            yield question


@pytest.mark.parametrize("name", NAMES)
def test_the_ledger_keeps_its_form(name: str) -> None:
    assert check_ledger(ledger_to_dict(ledger(name))) == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_answers_one_question(name: str) -> None:
    found = ledger(name)
    home = found.claim_questions()
    assert sorted(home) == sorted(claim.id for claim in found.claims)
    assert sum(len(answer.claims) for question in found.questions for answer in question.answers) == len(home)


def test_swapped_counts_are_two_conflicts() -> None:
    """One report has eight helicopters and three vessels, the others three and eight."""
    figures = [question for question in ledger("ferry").questions if question.kind == "quantity"]
    found = [question for question in figures if question.label.startswith(("Helicopters", "Vessels"))]
    assert {(question.label.split()[0], question.finding) for question in found} == {
        ("Helicopters", "conflict"),
        ("Vessels", "conflict"),
    }


def test_neither_order_nor_processes_matter() -> None:
    given = intake("depot")
    turned = Intake(reports=tuple(reversed(given.reports)), not_read=given.not_read)
    assert written(compare_reports(turned)) == written(ledger("depot"))
    assert written(compare_reports(given, jobs=2)) == written(ledger("depot"))


def test_events_stay_apart() -> None:
    everything = Intake(reports=tuple(one for name in NAMES for one in intake(name).reports))
    found = compare_reports(everything)
    assert sorted(len(story.documents) for story in found.stories) == sorted(len(intake(name).reports) for name in NAMES)
    home = {document: story.id for story in found.stories for document in story.documents}
    claims = {claim.id: home[claim.document] for claim in found.claims}
    for question in found.questions:
        assert {claims[claim] for answer in question.answers for claim in answer.claims} == {question.story}


def test_a_toll_that_rises_is_an_update() -> None:
    toll = next(asked("ferry", "nine", "17"))
    assert (toll.finding, toll.how) == ("update", "event")
    assert ledger("ferry").questions.index(toll) < 3


def test_a_claim_and_its_denial() -> None:
    fire = next(question for question in ledger("pair").questions if question.how == "denial")
    assert fire.origins.at_least == 2
    assert "firework" in fire.label


def test_three_copies_have_one_origin() -> None:
    found = ledger("ferry")
    kin = {(edge.source, edge.target) for edge in found.lineage if edge.how in ("copies", "shares-origin")}
    assert {frozenset(pair) for pair in kin} >= {frozenset(("courier", "mpa-first")), frozenset(("brief", "mpa-first"))}


def test_a_report_that_breaks_reading_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    given = intake("pair")
    broken = replace(report("A text on which reading breaks.", "broken"), path="folder/broken.txt")

    def build(reading: object, read: object) -> tuple[object, ...]:
        if read is broken:
            raise IndexError("list index out of range")
        return original(reading, read)  # type: ignore[arg-type]

    original = build_claims
    monkeypatch.setattr(scan, "build_claims", build)
    found = compare_reports(Intake(reports=(*given.reports, broken)))
    assert [(entry.path, "IndexError" in entry.why) for entry in found.not_read] == [("folder/broken.txt", True)]
    assert len(found.reports) == 3
    assert found.claims
