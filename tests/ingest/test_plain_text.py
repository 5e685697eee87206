from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest import IngestOptions
from rashomon.ingest.draft import Draft, SetAsideError, Source
from rashomon.ingest.plain_text import read_text_file, split_front_matter
from tests.ingest.making import write

TEXT = "Dam breaks above Velmora\r\n\r\n  Twelve people died.  \r\nUpdated: July 2, 2025 20:09 IST\n\n"


def read(data: str | bytes) -> Draft:
    raw = data.encode() if isinstance(data, str) else data
    (draft,) = read_text_file(Source(name="velmora.txt", data=raw), IngestOptions())
    assert isinstance(draft, Draft)
    return draft


def test_a_text_is_kept_character_for_character() -> None:
    draft = read(TEXT)
    assert draft.text == TEXT
    assert (draft.title, draft.published, draft.outlet, draft.id) == ("Dam breaks above Velmora", None, None, None)


def test_front_matter_is_read_and_the_rest_is_the_text() -> None:
    draft = read(
        "---\r\nid: 007\r\ntitle: 'No: a dam breaks'\r\noutlet: The Carrow Post\r\npublished: 2025-07-02 15:50:00+05:30\r\n"
        "url: https://carrow.example/dam\r\nlevel: Embargoed\r\nauthor: A. Torvik\r\n---\r\n" + TEXT
    )
    assert draft.text == TEXT
    assert (draft.id, draft.title, draft.outlet) == ("007", "No: a dam breaks", "The Carrow Post")
    assert (draft.published, draft.url, draft.level) == ("2025-07-02T15:50:00+05:30", "https://carrow.example/dam", "embargoed")
    assert draft.notes == ()


def test_an_unquoted_colon_does_not_spoil_the_front_matter() -> None:
    fields, text = split_front_matter("---\ntitle: Minister: we act\npublished: 2025-07-02\n---\nHe said so.")
    assert (fields.title, fields.published, text) == ("Minister: we act", "2025-07-02", "He said so.")


@pytest.mark.parametrize(
    "text",
    [
        "---\nFlood: the town is cut off\n---\nMore follows.",
        "---\nA rule, and words.\n---\nMore follows.",
        "--- \ntitle: never closed\nMore follows.",
        "---\n- a\n- list\n---\nMore follows.",
        "---\n&a [*a, *a]\n---\nMore follows.",
        "---\n---\nMore follows.",
        "Words\n---\ntitle: too late\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    fields, rest = split_front_matter(text)
    assert rest == text
    assert fields.title is None


def test_yaml_builds_no_objects_and_expands_no_bombs() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\noutlet: !!python/object/apply:os.getcwd []\n"
    fields, _ = split_front_matter(f"---\n{bomb}---\nSome words here.")
    assert fields.title is None
    assert fields.outlet is None
    assert fields.notes == ("title left out: not a text", "outlet left out: not a text")


def test_what_is_not_understood_is_told_and_the_report_stays() -> None:
    draft = read("---\npublished: last week\nurl: javascript:alert(1)\nlevel: top secret\noutlet: null\n---\nTwelve people died.")
    assert (draft.published, draft.url, draft.level, draft.outlet) == (None, None, "confidential", None)
    assert draft.notes == (
        "date 'last week' not understood",
        "url 'javascript:alert(1)' left out: no http or https address",
        "level 'top secret' not understood; held as confidential",
    )


@pytest.mark.parametrize(
    "first",
    [
        "Twelve people died in the night.",
        "Updated: November 11, 2025 20:09 IST",
        "11 / 28 / 25",
        "Wednesday, 3 May 2025",
        "November 28th, 2025, 09:11 GMT",
        "By Ana Torvik",
        "VELMORA (Carrow Post) - Twelve people died in the night when a dam broke above the town",
        "Flood",
        "x" * 60 + " " + "y" * 70,
    ],
)
def test_a_first_line_that_is_no_headline_is_no_title(first: str) -> None:
    assert read(f"{first}\nThe rest follows here.").title is None


def test_a_line_alone_is_no_title() -> None:
    assert read("Dam breaks above Velmora").title is None


def test_undecodable_bytes_are_told() -> None:
    draft = read("Łódź, Ærø, Åre, Šid: ".encode() + b"\xc5 and on.")
    assert draft.text == "Łódź, Ærø, Åre, Šid: \ufffd and on."
    assert draft.notes == ("1 places are no utf-8 text and stand as U+FFFD",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty file"),
        (b" \n\t ", "no text"),
        ("---\ntitle: A dam\n---\n", "no text"),
        (b"Dam", "a single word is no report"),
        (b"!!! ... ???", "no words"),
        (b"A dam broke\x00 in Velmora.", "holds a NUL character (at character 11)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary data (a PNG picture by its first bytes), not text"),
        (b"word " * 300_000, "its 1,500,000 characters are more than the 1,000,000 that one report may have"),
    ],
)
def test_what_cannot_be_a_report_is_refused(data: str | bytes, why: str) -> None:
    with pytest.raises(SetAsideError) as caught:
        read(data)
    assert str(caught.value) == why


def test_a_text_in_a_script_without_spaces_is_no_single_word() -> None:
    assert (
        read("火曜日の夜町の上のダムが決壊し少なくとも十二人が死亡したと当局者が明らかにした決壊の原因は分かっていない").title
        is None
    )


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(SetAsideError) as caught:
        list(read_text_file(Source(name="large.txt", file=path), IngestOptions()))
    assert str(caught.value) == "larger than the 25 MB that one report may have"


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    (draft,) = read_text_file(Source(name="a.txt", file=path), IngestOptions())
    assert isinstance(draft, Draft)
    assert draft.text == TEXT


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_without_a_fence_comes_back_as_it_was(text: str) -> None:
    whole = "Two words\n" + text
    try:
        assert read(b"\xef\xbb\xbf" + whole.encode()).text == whole
    except SetAsideError as error:
        assert str(error) == "binary data, not text"  # noqa: PT017 -- control characters alone may do that
