import pytest

from rashomon.ingest import IngestOptions
from rashomon.ingest.draft import Draft, SetAsideError, Source
from rashomon.ingest.pdf_lines import PrintedLine
from rashomon.ingest.pdfs import build_paragraphs, read_pdf
from tests.ingest.making import column, pdf


def read(data: bytes) -> Draft:
    (draft,) = read_pdf(Source(name="a.pdf", data=data), IngestOptions())
    assert isinstance(draft, Draft)
    return draft


def test_lines_become_paragraphs_below_the_headline() -> None:
    draft = read(
        pdf(
            [
                (72, 810, 9, "The Carrow Post"),
                *column("Dam breaks above Velmora as", "engineers are blamed", top=780, size=20),
                *column("The dam above Velmora broke late on Tues-", "day and killed 12 people in the night; a well-"),
                *column("known engineer had warned of it twice, she", "said.", top=712),
                *column("A second paragraph (really) begins here. And it", "goes on with words until the page", top=670),
                (280, 40, 9, "1"),
            ],
            [
                (72, 810, 9, "The Carrow Post"),
                *column("ends — at the café."),
                *column("A new one ends it all.", top=700),
                (280, 40, 9, "2"),
            ],
        )
    )
    assert draft.title == "Dam breaks above Velmora as engineers are blamed"
    assert draft.text.split("\n") == [
        "Dam breaks above Velmora as engineers are blamed",
        "The dam above Velmora broke late on Tuesday and killed 12 people in the night; a well-known engineer had warned of it "
        "twice, she said.",
        "A second paragraph (really) begins here. And it goes on with words until the page ends — at the café.",
        "A new one ends it all.",
    ]


def test_what_a_browser_prints_around_a_page_gives_the_address_and_is_no_text() -> None:
    draft = read(
        pdf(
            [
                (30, 820, 8, "7/2/25, 3:50 PM Dam breaks above Velmora"),
                *column("The dam above Velmora broke late on Tuesday.", "Twelve people were killed."),
                (30, 20, 8, "https://carrow.example/velmora 1/1"),
            ]
        )
    )
    assert draft.text == "The dam above Velmora broke late on Tuesday. Twelve people were killed."
    assert draft.url == "https://carrow.example/velmora"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Dam breaks above Velmora", "Dam breaks above Velmora"),
        ("Microsoft Word - dam final v2.doc", None),
        ("dam.pdf", None),
        ("", None),
    ],
)
def test_the_title_in_the_properties_counts_where_it_is_one(given: str, title: str | None) -> None:
    draft = read(pdf(column("The dam above Velmora broke late on Tuesday.", "Twelve people were killed."), title=given))
    assert draft.title == title
    assert draft.text.startswith(title or "The dam above")


def test_pages_without_text_are_told() -> None:
    draft = read(pdf(column("The dam above Velmora broke late on Tuesday."), []))
    assert draft.notes == ("no text on pages 2 (scans or pictures?)",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty file"),
        (b"%PDF-1.4 and then nothing of the kind", "a broken PDF: it cannot be opened"),
        (pdf(column("The dam broke."))[:200], "a broken PDF: it cannot be opened"),
        (pdf(column("The dam broke."), encrypted=True), "an encrypted PDF: it needs a password"),
        (pdf([(280, 40, 9, "Page 1")], [(280, 40, 9, "Page 2")]), "a PDF with nothing but page numbers and running heads"),
        (pdf([], []), "a PDF without text on its 2 pages (a scan?)"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(SetAsideError) as caught:
        read(data)
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The head of the insti", "tute spoke.", "The head of the institute spoke."),
        ("They found twenty", "five boats.", "They found twenty-five boats."),
        ("The Austria", "Hungary match was off.", "The Austria-Hungary match was off."),
        ("The years 2019", "2021 were dry.", "The years 2019-2021 were dry."),
        ("A co-worker and a co", "worker met.", "A co-worker and a co-worker met."),
        ("A cooperative and a co", "operative met.", "A cooperative and a cooperative met."),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_joined(first: str, second: str, joined: str) -> None:
    lines = [
        PrintedLine(text=first, page=0, left=72, right=500, base=700, size=11, hyphen=True),
        PrintedLine(text=second, page=0, left=72, right=200, base=686, size=11),
    ]
    assert list(build_paragraphs(lines)) == [joined]


def test_a_paragraph_runs_on_in_the_next_column() -> None:
    lines = [
        PrintedLine(text="The dam broke and the river", page=0, left=72, right=280, base=100, size=11),
        PrintedLine(text="took three cars.", page=0, left=310, right=420, base=700, size=11),
    ]
    assert list(build_paragraphs(lines)) == ["The dam broke and the river took three cars."]
