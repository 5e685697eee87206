"""The log on the disk: what is broken is named and never loses the rest."""

import os
from pathlib import Path

import orjson
import pytest

from rashomon.corrections import CorrectionLog, Journal, new_correction
from rashomon.corrections import journal as journals


def test_entries_come_back_in_their_order(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path / "corrections.jsonl")
    made = [new_correction("accept", f"claim:{name}", by="Ana Ó", why="seen\nthere") for name in "abc"]
    for entry in made:
        log.append(entry)
    assert log.read() == (tuple(made), ())
    assert made[0].at.endswith("+00:00")
    assert len({entry.id for entry in made}) == 3
    assert set(orjson.loads(log.journal.path.read_bytes().splitlines()[0])) == {
        "id",
        "at",
        "by",
        "kind",
        "target",
        "value",
        "why",
    }


def test_no_file_is_an_empty_log(tmp_path: Path) -> None:
    assert CorrectionLog(tmp_path / "corrections.jsonl").read() == ((), ())


@pytest.mark.parametrize("kept", range(1, 40, 3))
def test_a_line_that_broke_off_is_named_and_stands_alone(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "corrections.jsonl"
    log = CorrectionLog(path)
    first, second, third = (new_correction("accept", f"claim:{name}", by="ana") for name in "abc")
    log.append(first)
    size = path.stat().st_size
    log.append(second)
    os.truncate(path, size + kept)
    entries, broken = log.read()
    assert entries == (first,)
    assert [(one.line, one.why) for one in broken] == [(2, "broken off while it was written")]
    cut = path.read_bytes()
    log.append(third)
    assert path.read_bytes().startswith(cut)
    entries, broken = log.read()
    assert entries == (first, third)
    assert [one.line for one in broken] == [2]


def test_a_line_that_lost_only_its_end_counts(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    log = CorrectionLog(path)
    first, second = (new_correction("accept", f"claim:{name}", by="ana") for name in "ab")
    log.append(first)
    os.truncate(path, path.stat().st_size - 1)
    log.append(second)
    assert log.read() == ((first, second), ())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"\xff\xfe", "no JSON"),
        (b"[1]", "no JSON object"),
        (b"{}", "id is missing"),
        (b'{"id":"x","at":"now","by":"a","kind":"delete","target":"claim:1"}', "'delete' is not known"),
        (b'{"id":"x","at":"now","by":"a","kind":"edit","target":"claim:1","value":3}', "value"),
        (b'{"id":"x","at":"now","by":"a","kind":"edit","target":"claim:1","why":3}', "why"),
    ],
)
def test_what_is_no_entry_is_named(tmp_path: Path, line: bytes, words: str) -> None:
    log = CorrectionLog(tmp_path / "corrections.jsonl")
    first, last = (new_correction("accept", f"claim:{name}", by="ana") for name in "ab")
    log.append(first)
    with log.journal.path.open("ab") as file:
        file.write(line + b"\n")
    log.append(last)
    entries, broken = log.read()
    assert entries == (first, last)
    assert [one.line for one in broken] == [2]
    assert words in broken[0].why


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path / "lines.jsonl")
    journal.append({"a": 1})
    before = journal.path.read_bytes()

    def half(handle: int, content: bytes) -> None:
        os.write(handle, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journals, "write_all", half)
    with pytest.raises(OSError, match="No space"):
        journal.append({"b": 2})
    assert journal.path.read_bytes() == before
