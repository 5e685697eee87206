"""Replay: what each kind of correction does, that it outlives a re-run, and that an undo leaves nothing behind."""

import itertools
from collections.abc import Sequence
from typing import Any

import orjson
import pytest

from rashomon.corrections import Memory, apply_corrections, describe_reports
from rashomon.findings import Found, find_story
from rashomon.findings.answers import group_answers
from rashomon.findings.build import build_question
from rashomon.findings.known import Known
from rashomon.findings.registry import origin_id
from rashomon.form import check_ledger, ledger_from_dict, ledger_to_dict
from rashomon.model import Claim, Correction, Group, Ledger, Question
from tests.corrections.ledgers import BOATS, CLAIMS, FERRIES, KILLED, entry, ledger, reports

TOLL, FLEET, FERRY = (f"question:{min(group)}" for group in (KILLED, BOATS, FERRIES))
NINE, TWELVE = CLAIMS["a killed"], CLAIMS["c killed"]
EVERY_KIND = (
    entry("accept", f"claim:{NINE.id}", name="accept"),
    entry("reject", f"claim:{TWELVE.id}", name="reject"),
    entry("edit", f"claim:{CLAIMS['b sink'].id}", {"value": {"low": 4, "high": 4}}, name="edit"),
    entry("merge", FLEET, {"questions": [min(FERRIES)]}, name="merge"),
    entry("relabel", TOLL, {"label": "the dead"}, name="relabel"),
    entry("merge", f"origin:{origin_id('police')}", {"origins": [origin_id("the mayor")]}, name="one origin"),
    entry("describe", "report:b", {"outlet": "The Herald", "level": "public"}, name="describe"),
)


def written(found: Ledger) -> bytes:
    return orjson.dumps(ledger_to_dict(found))


def asked(found: Ledger, claim: str) -> Question:
    return next(q for q in found.questions if any(claim in answer.claims for answer in q.answers))


def said(found: Ledger, name: str) -> Claim:
    return next(claim for claim in found.claims if claim.id == name)


def corrected(*log: Correction, base: Ledger | None = None) -> Ledger:
    found = apply_corrections(base or ledger(), log)
    problems = [one for one in check_ledger(ledger_to_dict(found)) if "digest" not in one]
    assert problems == []
    assert ledger_to_dict(ledger_from_dict(ledger_to_dict(found))) == ledger_to_dict(found)
    return found


def why_not(*log: Correction) -> list[str]:
    return [note.why for note in corrected(*log).not_applied]


def test_accepting_marks_and_changes_nothing_else() -> None:
    found = corrected(entry("accept", f"claim:{NINE.id}"))
    review = said(found, NINE.id).review
    assert review is not None
    assert (review.status, review.by, review.corrections) == ("accepted", "ana", ("k1",))
    plain = ledger_to_dict(found)
    for claim in plain["claims"]:
        claim.pop("review", None)
    assert plain == ledger_to_dict(ledger())


def test_a_rejected_claim_stays_and_no_longer_counts() -> None:
    assert asked(ledger(), NINE.id).finding == "conflict"
    found = corrected(entry("reject", f"claim:{TWELVE.id}"))
    toll = asked(found, TWELVE.id)
    assert (toll.finding, toll.reports, toll.id) == ("agree", 2, min(KILLED))
    assert toll.answers[-1].claims == (TWELVE.id,)
    assert toll.answers[-1].review == said(found, TWELVE.id).review
    assert toll.answers[-1].reasons[0].why == "Rejected by hand."
    assert "mayor" not in toll.because


def test_a_question_whose_claims_are_all_rejected_keeps_its_finding() -> None:
    log = [entry("reject", f"claim:{name}", name=f"k{place}") for place, name in enumerate(KILLED)]
    found = corrected(*log)
    assert asked(found, NINE.id).finding == "conflict"
    assert {claim.review.status for claim in found.claims if claim.id in KILLED and claim.review} == {"rejected"}


def test_what_is_rejected_stays_so_until_it_is_accepted() -> None:
    target = f"claim:{TWELVE.id}"
    log = [entry("reject", target, name="one"), entry("edit", target, {"certainty": "hedged"}, name="two")]
    review = said(corrected(*log), TWELVE.id).review
    assert review is not None
    assert (review.status, review.corrections) == ("rejected", ("one", "two"))
    found = corrected(*log, entry("accept", target, name="three", by="bo"))
    again = said(found, TWELVE.id).review
    assert again is not None
    assert (again.status, again.by, again.before) == ("accepted", "bo", {"certainty": "stated"})
    assert asked(found, TWELVE.id).finding == "conflict"


def test_rejecting_a_question_marks_it() -> None:
    toll = asked(corrected(entry("reject", TOLL)), NINE.id)
    assert toll.review is not None
    assert (toll.review.status, toll.finding) == ("rejected", "conflict")


def test_an_edit_finds_anew() -> None:
    found = corrected(entry("edit", f"claim:{TWELVE.id}", {"value": {"low": 9, "high": 9}}))
    claim = said(found, TWELVE.id)
    assert (claim.value and claim.value.low, claim.value and claim.value.unit) == (9, "person")
    assert asked(found, TWELVE.id).finding == "agree"
    assert claim.review is not None
    assert claim.review.before["value"]["low"] == 12
    assert (claim.span, claim.focus, claim.frame) == (TWELVE.span, TWELVE.focus, TWELVE.frame)


def test_an_edit_of_voices_counts_origins_anew() -> None:
    one = asked(corrected(entry("edit", f"claim:{TWELVE.id}", {"voices": [{"name": "police"}]})), NINE.id)
    assert one.origins.at_most < asked(ledger(), NINE.id).origins.at_most
    own = corrected(entry("edit", f"claim:{TWELVE.id}", {"voices": []}))
    assert said(own, TWELVE.id).voices == ()
    assert "the mayor" not in {origin.name for origin in own.origins}


def test_an_edit_of_measure_and_place_asks_anew() -> None:
    toll = asked(ledger(), NINE.id)
    wounded: dict[str, object] = {"measure": "injured", "place": " Port  Sarn "}
    log = [entry("edit", f"claim:{name}", wounded, name=f"k{place}") for place, name in enumerate(KILLED)]
    found = corrected(*log)
    claim = said(found, NINE.id)
    assert (claim.measure, claim.place) == ("injured", "Port Sarn")
    assert claim.review is not None
    assert claim.review.before == {"measure": "killed", "place": ""}
    hurt = asked(found, NINE.id)
    assert (toll.label, hurt.label) == ("Killed", "Injured in Port Sarn")
    assert hurt.weight < toll.weight
    assert hurt.id == toll.id


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"measure": "x" * 301}, "300"),
        ({"measure": None}, "string"),
        ({"place": ["Sarn"]}, "string"),
        ({"measure": "at hour"}, "at hour"),
        ({"value": {"low": 9, "high": 3}}, "lower bound"),
        ({"value": {"low": None, "high": None}}, "bound"),
        ({"value": {"low": "nine"}}, "nine"),
        ({"value": {"lo": 9}}, "'lo'"),
        ({"value": None}, "object"),
        ({"value": {"unit": " "}}, "unit"),
        ({"time": "2031"}, "has no time"),
        ({"certainty": "sure"}, "sure"),
        ({"voices": [{"name": ""}]}, "name"),
        ({"voices": [{"name": "x" * 400}]}, "300"),
        ({"voices": [{"name": "police", "start": 5, "end": 5000}]}, "5000"),
        ({"voices": ["police"]}, "police"),
        ({"document": "b"}, "document"),
        ({}, "nothing to say"),
    ],
)
def test_an_edit_that_cannot_be_is_named(value: dict[str, object], words: str) -> None:
    found = corrected(entry("edit", f"claim:{NINE.id}", value))
    assert words in found.not_applied[0].why
    assert ledger_to_dict(found)["claims"] == ledger_to_dict(ledger())["claims"]


def test_merged_questions_are_one() -> None:
    found = corrected(entry("merge", FLEET, {"questions": [min(FERRIES)]}))
    fleet = asked(found, FERRIES[0])
    ids = {min(BOATS), min(FERRIES)}
    assert {fleet.id, *fleet.was} == ids
    assert fleet.id == min(ids)
    assert fleet.finding == "conflict"
    assert fleet.reasons[-1].why == "Joined by hand."
    assert len(found.questions) == len(ledger().questions) - 1


def test_a_merged_question_answers_to_its_old_ids() -> None:
    log = entry("merge", FLEET, {"questions": [min(FERRIES)]}), entry("relabel", FERRY, {"label": "vessels"}, name="two")
    later = entry("accept", FLEET, name="three")
    fleet = asked(corrected(*log, later), BOATS[0])
    assert fleet.label == "vessels"
    assert fleet.review is not None
    assert (fleet.review.status, fleet.review.corrections) == ("accepted", ("k1", "two", "three"))
    assert fleet.review.before == {"label": fleet_label()}


def fleet_label() -> str:
    return asked(corrected(entry("merge", FLEET, {"questions": [min(FERRIES)]})), BOATS[0]).label


def test_split_claims_have_a_question_of_their_own() -> None:
    found = corrected(entry("split", TOLL, {"claims": [TWELVE.id]}))
    assert asked(found, NINE.id).finding == "agree"
    apart = asked(found, TWELVE.id)
    assert (apart.id, apart.finding) == (TWELVE.id, "single")
    assert apart.review is not None
    assert apart.review.status == "split"


def test_the_rest_remembers_the_id_that_left() -> None:
    found = corrected(entry("split", TOLL, {"claims": [min(KILLED)]}))
    rest = asked(found, KILLED[1])
    assert (rest.id, rest.was) == (KILLED[1], (min(KILLED),))
    assert asked(found, min(KILLED)).was == ()


def test_a_relabelled_origin_keeps_its_id() -> None:
    origin = next(one for one in ledger().origins if one.name == "the mayor")
    found = corrected(entry("relabel", f"origin:{origin.id}", {"label": "Mayor  Ona Brek"}))
    renamed = next(one for one in found.origins if one.id == origin.id)
    assert renamed.name == "Mayor Ona Brek"
    assert renamed.review is not None
    assert renamed.review.before == {"name": "the mayor"}


def test_a_described_report_is_judged_by_its_outlet() -> None:
    """Two reports of one outlet that speak for themselves are one origin."""
    found = corrected(entry("describe", "report:b", {"outlet": "Gazette", "level": "public"}))
    told = next(report for report in found.reports if report.id == "b")
    assert (told.outlet, told.level, told.published) == ("Gazette", "public", "2031-03-14")
    assert asked(found, BOATS[0]).origins.at_most < asked(ledger(), BOATS[0]).origins.at_most
    assert describe_reports(reports(), [entry("describe", "report:b", {"published": "2 May 2031"})])[1].published == "2031-05-02"
    assert why_not(entry("describe", "report:b", {"published": "soon"})) == ["date 'soon' not understood"]
    assert why_not(entry("describe", "report:z", {"level": "public"})) == ["report z is not in the ledger"]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda one: one.id)
def test_an_undo_restores_every_byte(kind: Correction) -> None:
    undo = entry("undo", f"correction:{kind.id}", name="undo")
    assert written(corrected(kind)) != written(ledger())
    assert written(corrected(kind, undo)) == written(ledger())
    assert written(corrected(kind, undo, entry("undo", "correction:undo", name="redo"))) == written(corrected(kind))


def test_an_undo_takes_only_its_own_entry_back() -> None:
    for gone in EVERY_KIND:
        rest = [one for one in EVERY_KIND if one is not gone]
        assert written(corrected(*EVERY_KIND, entry("undo", f"correction:{gone.id}", name="undo"))) == written(corrected(*rest))


def test_the_order_of_independent_corrections_does_not_matter() -> None:
    first = written(corrected(*EVERY_KIND))
    assert all(written(corrected(*log)) == first for log in itertools.islice(itertools.permutations(EVERY_KIND), 0, 5040, 211))


def test_a_correction_outlives_a_rerun_in_which_its_question_grew() -> None:
    """The question is called by its smallest claim; once it grows, it may be called by another."""
    small = tuple(sorted(KILLED)[1:])
    alone = ledger((small, KILLED[:1], BOATS, FERRIES))
    log = [entry("relabel", f"question:{small[0]}", {"label": "the dead"})]
    assert asked(corrected(*log, base=alone), small[0]).label == "the dead"
    grown = asked(corrected(*log), small[0])
    assert (grown.id, grown.label) == (KILLED[0], "the dead")


def test_what_the_machine_joins_by_itself_stays_joined() -> None:
    together = ledger((KILLED, tuple(sorted((*BOATS, *FERRIES)))))
    found = corrected(entry("merge", FLEET, {"questions": [min(FERRIES)]}), base=together)
    assert found.not_applied == ()
    assert len(found.questions) == 2


def test_a_correction_whose_target_is_gone_is_named_and_comes_back() -> None:
    log = [entry("edit", f"claim:{TWELVE.id}", {"value": {"low": 9, "high": 9}})]
    without = ledger(without=(TWELVE.id,))
    lost = corrected(*log, base=without)
    assert [(note.id, note.why) for note in lost.not_applied] == [("k1", f"claim {TWELVE.id} is not in the ledger")]
    assert ledger_to_dict(lost)["questions"] == ledger_to_dict(without)["questions"]
    assert corrected(*log).not_applied == ()


def test_what_is_left_of_a_correction_is_done_and_the_rest_named() -> None:
    merge = entry("merge", FLEET, {"questions": ["gone", min(FERRIES)]})
    found = corrected(merge)
    assert asked(found, FERRIES[0]) == asked(found, BOATS[0])
    assert "gone is not in the ledger" in found.not_applied[0].why
    assert "gone is not in question" in why_not(entry("split", TOLL, {"claims": ["gone", TWELVE.id]}))[0]


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (entry("merge", TOLL, {"questions": ["gone"]}), "gone is not in the ledger"),
        (entry("merge", TOLL, {"questions": []}), "list of ids"),
        (entry("merge", TOLL), "nothing to say"),
        (entry("split", TOLL, {"claims": list(KILLED)}), "all claims"),
        (entry("split", TOLL, {"claims": ["gone"]}), "does not have claim gone"),
        (entry("relabel", TOLL, {"label": "  "}), "label"),
        (entry("relabel", "origin:gone", {"label": "x"}), "origin gone"),
        (entry("accept", "origin:gone"), "claim:ID or question:ID"),
        (entry("edit", "origin:gone", {"certainty": "hedged"}), "claim:ID"),
        (entry("accept", KILLED[0]), "claim:ID or question:ID"),
        (entry("undo", "correction:gone"), "no correction:gone"),
    ],
)
def test_a_correction_that_cannot_be_is_named(log: Correction, words: str) -> None:
    assert words in why_not(log)[0]
    assert ledger_to_dict(corrected(log))["questions"] == ledger_to_dict(ledger())["questions"]


def test_what_was_found_before_is_not_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[int] = []

    def counted(*inputs: Any) -> Found:
        found.append(1)
        return find_story(*inputs)

    memory: Memory = {}
    log: list[Correction] = []
    for place, kind in enumerate(EVERY_KIND, start=1):
        log.append(kind)
        assert written(apply_corrections(ledger(), log, memory=memory)) == written(apply_corrections(ledger(), log))
        with monkeypatch.context() as patch:
            patch.setattr("rashomon.corrections.replay.find_story", counted)
            found.clear()
            apply_corrections(ledger(), [*log, entry("accept", FLEET, name=f"more{place}")], memory=memory)
            assert found == []
    assert written(apply_corrections(ledger(), log[:1], memory=memory)) == written(apply_corrections(ledger(), log[:1]))


def test_only_what_changed_is_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by the first correction: what was judged when the reports were compared is known."""
    judged: list[str] = []
    grouped: list[str] = []

    def noted(group: Group, *more: Any) -> Question:
        judged.append(min(group.claims))
        return build_question(group, *more)

    def gathered(claims: Sequence[Claim], known: Known) -> list[list[Claim]]:
        grouped.append(min(claim.id for claim in claims))
        return group_answers(claims, known)

    base = ledger()
    monkeypatch.setattr("rashomon.findings.build.build_question", noted)
    monkeypatch.setattr("rashomon.findings.build.group_answers", gathered)
    memory: Memory = {}
    edit = entry("edit", f"claim:{TWELVE.id}", {"certainty": "hedged"}, name="edit")
    apply_corrections(base, [edit], memory=memory)
    assert (judged, grouped) == ([min(KILLED)], [min(KILLED)])
    judged.clear()
    grouped.clear()
    one = entry("merge", f"origin:{origin_id('police')}", {"origins": [origin_id("the mayor")]}, name="one origin")
    apply_corrections(base, [edit, one], memory=memory)
    assert (judged, grouped) == ([min(KILLED)], [])
    judged.clear()
    level = entry("describe", "report:b", {"level": "public"}, name="level")
    apply_corrections(base, [edit, one, level], memory=memory)
    assert (judged, grouped) == ([], [])


def test_a_ledger_from_its_form_can_be_corrected() -> None:
    form = ledger_to_dict(ledger())
    found = corrected(entry("reject", f"claim:{TWELVE.id}"), base=ledger_from_dict(form))
    assert asked(found, NINE.id).finding == "agree"
