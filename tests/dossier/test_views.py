"""Table, gaps, dates and lineage."""

from rashomon.dossier.book import Book, open_book
from rashomon.dossier.dates import days
from rashomon.dossier.drawing import drawing
from rashomon.dossier.form import read_form
from rashomon.dossier.gaps import gaps
from rashomon.dossier.table import table
from tests.dossier.ferry import ferry


def book() -> Book:
    form = read_form(ferry())
    return open_book(form, form.stories[0])


def test_the_table_has_a_cell_for_each_report_and_silence_is_empty() -> None:
    found = table(book())
    names = [name for _, name, _ in found.heads]
    assert names == [
        "Meravel Gazette", "Coastal Wire", "Radio Tarsk", "Northern Herald", "Islander Daily", "Report 6", "Tarsk Online",
    ]  # fmt: skip
    crew = next(row for row in found.rows if row.label == "Crew on board")
    assert [" ".join(entry.letter + ":" + entry.words for entry in cell) for cell in crew.cells] == [
        "a:38", "a:38", "", "", "", "b:42", "a:38",
    ]  # fmt: skip
    assert (found.left_out, found.single) == (0, 12)
    assert all(row.finding != "single" for row in found.rows)


def test_reports_without_outlet_or_date_are_asked_for_and_guesses_named() -> None:
    found = gaps(book())
    assert [(row.name, row.outlet, row.date) for row in found.wanted] == [
        ("Report 6", True, True),
        ("Tarsk Online", False, True),
    ]
    assert found.wanted[0].beginning == "Statement of the Seamen's Union"
    assert [(name, when) for _, name, when in found.guessed] == [("Radio Tarsk", "4 May 2031")]


def test_what_several_reports_have_from_one_origin() -> None:
    assert [(label, rests) for _, _, label, rests in gaps(book()).carried] == [
        ("People taken to hospital", "two reports, one origin"),
        ("Damage", "two reports, one origin"),
    ]


def test_what_only_one_report_has() -> None:
    found = {row.name: [*row.figures, *row.statements] for row in gaps(book()).alone}
    assert [row.label for row in found["Report 6"]] == ["Crew among the dead", "The union asked for more crew"]
    assert "Tarsk Online" not in found


def test_what_was_not_understood_stands_in_its_surroundings() -> None:
    first = next(row for row in gaps(book()).unclear if row.report == "Report 6")
    assert (first.before, first.words, first.after[:15]) == ("Article ", "14(b)", " of the line's ")


def test_days_are_in_order_and_contested_ones_marked() -> None:
    found, folded = days(book())
    assert [day.when for day in found if day.told] == [
        "November 2030", "March 2031", "2 May 2031, 23:00 (+02:00)", "3 May 2031", "9 May 2031",
    ]  # fmt: skip
    assert [day.contested for day in found if day.told] == [True, True, False, False, False]
    assert sum(1 for day in found if not day.told) == 5
    assert folded == ()


def test_lineage_has_its_proof() -> None:
    found = drawing(book())
    first = found.kinships[0]
    assert (first.source.name, first.said, first.target.name) == ("Meravel Gazette", "copies from", "Coastal Wire")
    assert "52%" in first.proofs[0].why
    guard = found.voices[0]
    assert (guard.name, [size for _, size in guard.cells]) == ("Sound Coastguard", [1, 1, 2, 2, 1, 0, 1])
