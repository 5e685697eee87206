"""Origins by hand: two voices that are one, one that is really two; what rests on them is counted anew."""

from dataclasses import replace

import orjson
import pytest

from rashomon.corrections import Memory, apply_corrections
from rashomon.findings.registry import origin_id
from rashomon.form import check_ledger, ledger_from_dict, ledger_to_dict
from rashomon.model import Correction, Ledger, Origin, Question
from tests.corrections.ledgers import CLAIMS, entry, ledger

POLICE, MAYOR, BREK, SHORT = (f"origin:{origin_id(name)}" for name in ("police", "the mayor", "Mayor Ona Brek", "Ona Brek"))
NINE, TWELVE = CLAIMS["a killed"], CLAIMS["c killed"]
MERGED = entry("merge", POLICE, {"origins": [MAYOR.removeprefix("origin:")]}, name="merge")
TWO_FORMS = (
    entry("edit", f"claim:{CLAIMS['b killed'].id}", {"voices": [{"name": "Mayor Ona Brek"}]}, name="long"),
    entry("edit", f"claim:{TWELVE.id}", {"voices": [{"name": "Ona Brek"}]}, name="short"),
)


def corrected(*log: Correction, base: Ledger | None = None) -> Ledger:
    found = apply_corrections(base or ledger(), log)
    form = ledger_to_dict(found)
    assert [one for one in check_ledger(form) if "digest" not in one] == []
    assert ledger_to_dict(ledger_from_dict(form)) == form
    memory: Memory = {}
    for end in range(len(log) + 1):
        apply_corrections(base or ledger(), log[:end], memory=memory)
    assert ledger_to_dict(apply_corrections(base or ledger(), log, memory=memory)) == form
    return found


def toll(found: Ledger) -> Question:
    return next(q for q in found.questions if any(NINE.id in answer.claims for answer in q.answers))


def counts(found: Ledger) -> tuple[int, int]:
    return toll(found).origins.at_least, toll(found).origins.at_most


def called(found: Ledger, name: str) -> Origin:
    return next(one for one in found.origins if one.name == name)


def test_two_voices_that_are_one_count_once() -> None:
    assert counts(ledger()) == (2, 3)
    found = corrected(MERGED)
    assert counts(found) == (1, 2)
    assert toll(found).how == "retelling"
    assert [(one.name, one.names) for one in found.origins] == [("police", ("police", "the mayor"))]
    whole = called(found, "police")
    assert (whole.id, whole.was) == (POLICE.removeprefix("origin:"), (MAYOR.removeprefix("origin:"),))
    assert whole.review is not None
    assert (whole.review.status, whole.review.by, whole.review.before) == ("merged", "ana", {"names": ["police"]})
    assert {edge.target for edge in found.lineage if edge.how == "cites"} == {whole.id}


def test_the_words_of_the_reports_stay() -> None:
    assert [claim.voices for claim in corrected(MERGED).claims] == [claim.voices for claim in ledger().claims]


def test_merging_is_undone_to_the_byte() -> None:
    undone = corrected(MERGED, entry("undo", "correction:merge", name="undo"))
    assert orjson.dumps(ledger_to_dict(undone)) == orjson.dumps(ledger_to_dict(ledger()))


def test_a_merged_origin_answers_to_its_old_id_and_can_be_parted_again() -> None:
    renamed = corrected(MERGED, entry("relabel", MAYOR, {"label": "Port Sarn city hall"}, name="name"))
    assert [one.name for one in renamed.origins] == ["Port Sarn city hall"]
    parted = corrected(MERGED, entry("split", POLICE, {"names": ["the mayor"]}, name="split"))
    assert {one.name: one.names for one in parted.origins} == {"police": ("police",), "the mayor": ("the mayor",)}
    assert called(parted, "the mayor").id == MAYOR.removeprefix("origin:")
    assert called(parted, "police").was == ()
    assert counts(parted) == counts(ledger())


def test_one_voice_that_is_really_two_counts_twice() -> None:
    joined = corrected(*TWO_FORMS)
    assert counts(joined) == (2, 2)
    found = corrected(*TWO_FORMS, entry("split", BREK, {"names": ["Ona Brek"]}, name="split"))
    assert counts(found) == (3, 3)
    assert {one.name for one in found.origins} == {"police", "Mayor Ona Brek", "Ona Brek"}
    review = called(found, "Mayor Ona Brek").review
    assert review is not None
    assert review.before == {"names": ["Mayor Ona Brek", "Ona Brek"]}


def test_when_the_fullest_form_leaves_the_rest_remembers_its_id() -> None:
    found = corrected(*TWO_FORMS, entry("split", BREK, {"names": ["Mayor Ona Brek"]}, name="split"))
    assert called(found, "Ona Brek").id == SHORT.removeprefix("origin:")
    assert called(found, "Ona Brek").was == ()
    assert called(found, "Mayor Ona Brek").id == BREK.removeprefix("origin:")


def test_somebody_with_a_name_stands_for_somebody_without() -> None:
    """An origin that people know to be named proves what an unnamed one cannot."""
    unnamed = entry("edit", f"claim:{NINE.id}", {"voices": [{"name": "officials"}]}, name="edit")
    officials = f"origin:{origin_id('officials')}"
    found = corrected(unnamed, entry("merge", officials, {"origins": [MAYOR.removeprefix("origin:")]}, name="merge"))
    assert [(one.name, one.names) for one in found.origins] == [("the mayor", ("officials", "the mayor"))]
    assert called(found, "the mayor").was == (officials.removeprefix("origin:"),)


def test_a_decision_holds_for_a_later_ledger_with_a_fuller_name() -> None:
    """The origin is found by the form that it had then; the new form goes with it."""
    later = ledger()
    fuller = {NINE.id: "Sarn police", CLAIMS["b killed"].id: "police"}
    claims = tuple(
        replace(one, voices=(replace(NINE.voices[0], name=fuller[one.id]),)) if one.id in fuller else one for one in later.claims
    )
    found = corrected(MERGED, base=replace(later, claims=claims))
    assert found.not_applied == ()
    assert [one.names for one in found.origins] == [("Sarn police", "police", "the mayor")]


def test_what_the_machine_joins_by_itself_stays_joined() -> None:
    found = corrected(*TWO_FORMS, entry("merge", BREK, {"origins": [SHORT.removeprefix("origin:")]}, name="merge"))
    assert found.not_applied == ()
    assert counts(found) == (2, 2)


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (entry("merge", POLICE, {"origins": ["gone"]}), "origin gone is not in the ledger"),
        (entry("merge", "origin:gone", {"origins": ["gone"]}), "origin gone is not in the ledger"),
        (entry("merge", POLICE, {"questions": ["gone"]}), "does not know 'questions'"),
        (entry("merge", POLICE, {"origins": []}), "list of ids"),
        (entry("split", POLICE, {"names": ["somebody"]}), "has no name 'somebody'"),
        (entry("split", POLICE, {"names": ["police"]}), "all names"),
        (entry("split", POLICE, {"names": "police"}), "list of names"),
        (entry("split", POLICE, {"claims": [NINE.id]}), "does not know 'claims'"),
    ],
)
def test_what_cannot_be_is_named(log: Correction, words: str) -> None:
    found = corrected(log)
    assert words in found.not_applied[0].why
    assert ledger_to_dict(found)["origins"] == ledger_to_dict(ledger())["origins"]


def test_what_is_left_of_a_merge_is_done_and_the_rest_named() -> None:
    some = entry("merge", POLICE, {"origins": ["gone", MAYOR.removeprefix("origin:")]})
    found = corrected(some)
    assert counts(found) == (1, 2)
    assert "gone is not in the ledger" in found.not_applied[0].why
