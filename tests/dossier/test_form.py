import pytest

from rashomon.dossier.form import read_form
from tests.dossier.ferry import ferry


def test_a_claim_that_is_not_pinned_is_left_out_and_counted() -> None:
    ledger = ferry()
    ledger["claims"][0]["start"] += 1
    ledger["claims"][1]["text"] = "other words"
    ledger["claims"][2]["focus"] = [0, 1]
    form = read_form(ledger)
    assert form.unpinned == 3
    assert ledger["claims"][0]["id"] not in form.claims
    assert all(name in form.claims for question in form.questions for answer in question.answers for name in answer.claims)


def test_missing_keys_have_defaults() -> None:
    form = read_form({"documents": [{"id": "r", "text": "Two fires."}], "stories": [{"id": "s", "documents": ["r"]}]})
    assert form.reports["r"].level == "internal"
    assert form.questions == ()


def test_a_time_may_be_a_string_or_a_record() -> None:
    ledger = ferry()
    row = next(row for row in ledger["claims"] if row["time"])
    row["time"] = {"iso": row["time"], "anchor": "text"}
    time = read_form(ledger).claims[row["id"]].time
    assert time is not None
    assert time.iso == row["time"]["iso"]


def test_an_entry_without_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_form({"documents": [{"text": "Two fires."}]})
