"""Whatever people decide in whatever order: the ledger keeps its form, loses no claim, and every decision can be taken back."""

import itertools
from dataclasses import replace
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.corrections import Memory, apply_corrections
from rashomon.findings.registry import origin_id
from rashomon.form import check_ledger, ledger_from_dict, ledger_to_dict
from rashomon.model import Correction, Ledger, Workings
from tests.corrections.ledgers import CLAIMS, entry, ledger

BASE = ledger()
MEMORY: Memory = {}
FORGETFUL = replace(BASE, workings=Workings(groups=BASE.workings.groups if BASE.workings else ()))
"""The same without what was judged when the reports were compared: everything is judged anew."""
IDS = [claim.id for claim in CLAIMS.values()]
ONE, SOME = st.sampled_from([*IDS, "gone"]), st.lists(st.sampled_from([*IDS, "gone"]), max_size=4)
NAMES = ("police", "the mayor", "Ona Brek", "Mayor Ona Brek", "officials")
ORIGIN = st.sampled_from([origin_id(name) for name in (*NAMES, "nobody")])
BOUND = st.none() | st.integers(0, 20) | st.floats(allow_nan=False, allow_infinity=False)
VALUE = st.fixed_dictionaries(
    {}, optional={"low": BOUND, "high": BOUND, "about": st.booleans(), "unit": st.sampled_from(["person", "ship", ""])}
)
VOICES = st.lists(st.fixed_dictionaries({"name": st.sampled_from([*NAMES, ""])}), max_size=2)
EDIT = st.fixed_dictionaries(
    {},
    optional={
        "value": VALUE,
        "voices": VOICES,
        "certainty": st.sampled_from(["stated", "negated", "sure"]),
        "measure": st.sampled_from(["killed", "injured", "at hour", ""]),
        "place": st.sampled_from(["Sarn", ""]),
    },
)
DESCRIBED = st.fixed_dictionaries(
    {},
    optional={
        "outlet": st.none() | st.sampled_from(["Gazette", "Courier"]),
        "published": st.sampled_from([None, "2031-03-20", "soon"]),
    },
)
MADE = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject"]), ONE.map("claim:{}".format), st.none()),
    st.tuples(st.sampled_from(["accept", "reject"]), ONE.map("question:{}".format), st.none()),
    st.tuples(st.just("edit"), ONE.map("claim:{}".format), EDIT),
    st.tuples(st.just("merge"), ONE.map("question:{}".format), st.fixed_dictionaries({"questions": SOME})),
    st.tuples(st.just("split"), ONE.map("question:{}".format), st.fixed_dictionaries({"claims": SOME})),
    st.tuples(
        st.just("relabel"), ONE.map("question:{}".format), st.fixed_dictionaries({"label": st.sampled_from(["x", "the dead"])})
    ),
    st.tuples(st.just("relabel"), ORIGIN.map("origin:{}".format), st.just({"label": "somebody"})),
    st.tuples(st.just("merge"), ORIGIN.map("origin:{}".format), st.fixed_dictionaries({"origins": st.lists(ORIGIN, max_size=3)})),
    st.tuples(
        st.just("split"),
        ORIGIN.map("origin:{}".format),
        st.fixed_dictionaries({"names": st.lists(st.sampled_from(NAMES), max_size=2)}),
    ),
    st.tuples(st.just("describe"), st.sampled_from(["a", "b", "gone"]).map("report:{}".format), DESCRIBED),
    st.tuples(st.just("undo"), st.integers(0, 8).map("correction:k{}".format), st.none()),
)
LOG = st.lists(MADE, max_size=8).map(
    lambda made: [entry(kind, target, value, name=f"k{place}") for place, (kind, target, value) in enumerate(made)]
)


def written(found: Ledger) -> bytes:
    return orjson.dumps(ledger_to_dict(found))


def without_notes(found: Ledger) -> dict[str, Any]:
    form = ledger_to_dict(found)
    form.pop("not_applied", None)
    return form


@settings(max_examples=150, deadline=None)
@given(LOG)
def test_every_log_gives_a_ledger_that_keeps_its_form(log: list[Correction]) -> None:
    found = apply_corrections(BASE, log)
    form = ledger_to_dict(found)
    assert [problem for problem in check_ledger(form) if "digest" not in problem] == []
    assert ledger_to_dict(ledger_from_dict(form)) == form
    assert [claim.id for claim in found.claims] == [claim.id for claim in BASE.claims]
    assert {(claim.id, claim.span, claim.focus) for claim in found.claims} == {
        (claim.id, claim.span, claim.focus) for claim in BASE.claims
    }
    assert written(apply_corrections(BASE, log)) == written(found)
    assert written(apply_corrections(BASE, log, memory=MEMORY)) == written(found)
    assert written(apply_corrections(FORGETFUL, log)) == written(found)


@settings(max_examples=80, deadline=None)
@given(LOG)
def test_when_all_is_undone_all_is_as_it_was(log: list[Correction]) -> None:
    """Undos of the log are left alone: undoing one would do again what it undid."""
    undos = [entry("undo", f"correction:{one.id}", name=f"u{place}") for place, one in enumerate(log) if one.kind != "undo"]
    assert without_notes(apply_corrections(BASE, [*log, *undos])) == ledger_to_dict(BASE)


@settings(max_examples=80, deadline=None)
@given(LOG, st.data())
def test_an_undo_is_as_good_as_never_having_said_it(log: list[Correction], data: st.DataObject) -> None:
    said = [one for one in log if one.kind != "undo"]
    if not said:
        return
    gone = data.draw(st.sampled_from(said))
    rest = [one for one in said if one is not gone]
    undone = apply_corrections(BASE, [*said, entry("undo", f"correction:{gone.id}", name="undo")])
    assert written(undone) == written(apply_corrections(BASE, rest))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["accept", "reject"]), st.sampled_from(IDS)), max_size=4, unique_by=lambda one: one[1]),
    EDIT,
)
def test_corrections_of_different_claims_commute(verdicts: list[tuple[str, str]], value: dict[str, Any]) -> None:
    log = [entry(kind, f"claim:{name}", name=f"k{name}") for kind, name in verdicts]
    left = [name for name in IDS if name not in {name for _, name in verdicts}]
    log.append(entry("edit", f"claim:{left[0]}", value, name="edit"))
    first = without_notes(apply_corrections(BASE, log))
    for turned in itertools.islice(itertools.permutations(log), 6):
        assert without_notes(apply_corrections(BASE, turned)) == first
