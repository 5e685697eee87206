import hashlib
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.draft import Draft
from rashomon.ingest.identity import build_reports
from rashomon.model import digest

WORDS = "A dam broke."


def draft(text: str = WORDS, path: str = "a.txt", **fields: str) -> Draft:
    return replace(Draft(text=text, path=path), **fields)  # type: ignore[arg-type]  # only fields of text are given


def test_the_given_id_is_kept_and_a_report_without_one_has_its_digest() -> None:
    one, two = build_reports([draft(id="7"), draft("Another text.", "b.txt")], "internal")
    assert one.id == "7"
    assert two.id == digest("Another text.")
    assert two.sha256 == hashlib.sha256(b"Another text.").hexdigest()
    assert (one.copy_of, two.copy_of) == (None, None)


def test_an_id_does_not_depend_on_what_else_is_read() -> None:
    (alone,) = build_reports([draft(outlet="Post", published="2025-07-02")], "internal")
    together = build_reports([draft(), draft(outlet="Post", published="2025-07-02"), draft(outlet="News")], "internal")
    assert alone.id in {report.id for report in together}


def test_where_it_was_read_and_what_was_guessed_are_no_part_of_an_id() -> None:
    (one,) = build_reports([draft(path="x/y.txt", title="A guess")], "internal")
    (two,) = build_reports([replace(draft(), published="2025-07-02", published_guessed=True)], "internal")
    assert one.id == two.id == digest(WORDS)


def test_copies_point_to_the_smallest_id_and_each_stays() -> None:
    reports = build_reports(
        [draft(id="c"), draft(id="a"), draft(id="b", outlet="Post"), draft("Other words.", id="d")], "internal"
    )
    assert [(report.id, report.copy_of) for report in reports] == [("a", None), ("b", "a"), ("c", "a"), ("d", None)]


def test_identical_reports_without_ids_differ_in_any_order() -> None:
    drafts = [draft(path="a.txt"), draft(path="b.txt"), draft(path="c.txt", outlet="Post")]
    results = {build_reports(order, "internal") for order in permutations(drafts)}
    assert len(results) == 1
    (reports,) = results
    assert {report.path: report.id for report in reports} == {
        "a.txt": digest(WORDS),
        "b.txt": f"{digest(WORDS)}-2",
        "c.txt": digest(WORDS, "Post", None, None),
    }
    assert [report.copy_of is None for report in reports].count(True) == 1


def test_given_ids_that_clash_get_a_digest_each() -> None:
    reports = build_reports([draft(id="1"), draft("Other words.", "b.txt", id="1")], "internal")
    assert {report.id for report in reports} == {f"1-{digest(WORDS)[:8]}", f"1-{digest('Other words.')[:8]}"}


def test_a_given_id_that_is_anothers_digest_does_not_hide_it() -> None:
    reports = build_reports([draft(), draft("Other words.", "b.txt", id=digest(WORDS))], "internal")
    assert len({report.id for report in reports}) == 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["A b", "C d"]), st.sampled_from([None, "1", "1-2", "2"]), st.sampled_from("xyz")), max_size=7
    )
)
def test_ids_are_unique_and_independent_of_order(given_: list[tuple[str, str | None, str]]) -> None:
    drafts = [Draft(text=text, id=own, path=f"{path}{number}") for number, (text, own, path) in enumerate(given_)]
    reports = build_reports(drafts, "internal")
    assert len({report.id for report in reports}) == len(drafts)
    assert build_reports(drafts[::-1], "internal") == reports
    assert [report.id for report in reports] == sorted(report.id for report in reports)


def test_a_report_may_be_stricter_than_the_intake_and_never_looser_than_a_closed_one() -> None:
    public, closed = replace(draft(), level="public"), replace(draft(), level="confidential")
    assert [build_reports([one], "internal")[0].level for one in (draft(), public, closed)] == [
        "internal",
        "public",
        "confidential",
    ]
    assert [build_reports([one], "embargoed")[0].level for one in (draft(), public, closed)] == [
        "embargoed",
        "embargoed",
        "confidential",
    ]
