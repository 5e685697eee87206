import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest import IngestOptions
from rashomon.ingest.draft import Draft, Item, Source
from rashomon.ingest.json_lines import read_json_lines, read_record
from rashomon.model import NotRead
from tests.ingest.making import write

TEXT = "A dam broke.\r\n\r\n Twelve people died.\u2028\t“So it is.” "


def read(data: str | bytes, options: IngestOptions | None = None) -> list[Item]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_json_lines(Source(name="in.jsonl", data=raw), options or IngestOptions()))


def test_a_record_gives_its_fields_and_its_text_character_for_character() -> None:
    record = {
        "id": 7,
        "title": " Dam breaks\nabove Velmora ",
        "outlet": "The Carrow Post",
        "published": "2025-07-02T15:50:00+05:30",
        "url": "https://carrow.example/dam",
        "level": "public",
        "text": TEXT,
    }
    (draft,) = read(json.dumps(record, ensure_ascii=False))
    assert draft == Draft(
        text=TEXT,
        path="in.jsonl:1",
        id="7",
        title="Dam breaks above Velmora",
        outlet="The Carrow Post",
        published="2025-07-02T15:50:00+05:30",
        url="https://carrow.example/dam",
        level="public",
    )


def test_each_line_that_is_no_report_is_named_and_the_rest_is_read() -> None:
    good = json.dumps({"text": "A dam broke."})
    lines = [good, '{"text": "A dam', "", "[1, 2]", '{"title": "Dam"}', '{"text": "  "}', '{"text": 12}', '{"text": "Dam"}', good]
    items = read("\n".join(lines))
    assert [item.path for item in items if isinstance(item, Draft)] == ["in.jsonl:1", "in.jsonl:9"]
    assert [item for item in items if isinstance(item, NotRead)] == [
        NotRead(path="in.jsonl:2", why="broken JSON: Unterminated string starting (column 10)"),
        NotRead(path="in.jsonl:4", why="not a JSON object"),
        NotRead(path="in.jsonl:5", why="the record has no text"),
        NotRead(path="in.jsonl:6", why="no text"),
        NotRead(path="in.jsonl:7", why="the record has no text"),
        NotRead(path="in.jsonl:8", why="a single word is no report"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (r'{"text": "A dam \ud83d broke."}', "holds half a surrogate pair (at character 6): the text was cut or broken"),
        (r'{"text": "A dam \u0000 broke."}', "holds a NUL character (at character 6)"),
        ('{"text": "A dam \0 broke."}', "holds a NUL character (at character 6)"),
        ('{"text": ' + "[" * 100_000, "broken JSON: RecursionError"),
        ('{"text": ' + "9" * 5_000 + "}", "broken JSON: ValueError"),
    ],
)
def test_broken_characters_and_hostile_json_are_named(line: str, why: str) -> None:
    assert read(line) == [NotRead(path="in.jsonl:1", why=why)]


def test_a_line_of_50_megabytes_is_passed_over() -> None:
    good = json.dumps({"text": "A dam broke."}).encode()
    items = read(good + b"\n" + b'{"text": "' + b"x " * 25_000_000 + b'"}\n' + good)
    assert [item.path for item in items if isinstance(item, Draft)] == ["in.jsonl:1", "in.jsonl:3"]
    assert items[1] == NotRead(path="in.jsonl:2", why="larger than the 25 MB that one report may have")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_charset_is_read(charset: str) -> None:
    words = "Señor Muñoz paid £20 for the soirée in Malmö – “half”."
    records = "\n".join(json.dumps({"text": words, "id": number}, ensure_ascii=False) for number in (1, 2))
    items = read(records.encode(charset))
    assert [(item.text, item.id) for item in items if isinstance(item, Draft)] == [(words, "1"), (words, "2")]


def test_broken_fields_are_told_and_the_report_stays() -> None:
    (draft,) = read(r'{"text": "A dam broke.", "title": ["x"], "outlet": "a\u0007b", "published": true, "id": " "}')
    assert isinstance(draft, Draft)
    assert (draft.title, draft.outlet, draft.published, draft.id) == (None, None, None, None)
    assert draft.notes == (
        "title left out: not a text",
        "outlet left out: holds control characters or broken ones",
        "published left out: not a text",
    )


def test_a_file_is_streamed(tmp_path: Path) -> None:
    path = write(tmp_path, "in.jsonl", json.dumps({"text": "A dam broke."}) + "\r\n")
    (draft,) = read_json_lines(Source(name="in.jsonl", file=path), IngestOptions())
    assert isinstance(draft, Draft)
    assert draft.text == "A dam broke."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.booleans())
def test_any_text_is_kept_character_for_character(text: str, ascii_only: bool) -> None:
    whole = text + "Two words" + text
    line = json.dumps({"text": whole}, ensure_ascii=ascii_only)
    assert read_record(line, "in.jsonl:1", IngestOptions()).text == whole
    (draft,) = read(line + "\n")
    assert isinstance(draft, Draft)
    assert draft.text == whole
