"""What the commands say to a user, where all is well and where it is not."""

from pathlib import Path
from typing import Any

import pytest

from rashomon.cli import main
from rashomon.cli.summary import summary_lines

FERRY = Path(__file__).parents[2] / "examples/ferry/reports"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int | str | None:
    monkeypatch.setattr("sys.argv", ["rashomon", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_file_in_place_of_the_folder_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "out"
    taken.write_text("kept")
    assert run(monkeypatch, "compare", FERRY, "--out", taken) == 1
    said = capsys.readouterr().err
    assert said == f"rashomon: {taken}: --out names a folder, and {taken} is a file; name another\n"
    assert run(monkeypatch, "compare", FERRY, "--out", taken / "deeper") == 1
    assert taken.read_text() == "kept"


def test_where_nothing_was_read_each_input_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/notes.docx").write_text("x")
    (tmp_path / "in/nothing.txt").touch()
    assert run(monkeypatch, "compare", tmp_path / "in", "--out", tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert "notes.docx: the file type .docx is not read" in said
    assert "nothing.txt: empty file" in said
    assert not (tmp_path / "out").exists()


def test_a_case_is_not_begun_with_a_path_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "serve", tmp_path / "case", tmp_path / "reprots") == 1
    assert capsys.readouterr().err == f"rashomon: {tmp_path / 'reprots'}: no such file or folder\n"
    assert not (tmp_path / "case").exists()


def question(label: str, *, sure: bool) -> dict[str, Any]:
    answers = [{"label": "9"}, {"label": "14"}]
    origins = {"at_least": 2, "at_most": 2}
    return {
        "label": label, "finding": "conflict", "how": "between-origins", "kind": "quantity", "background": False, "sure": sure,
        "answers": answers, "origins": origins, "reports": 2,
    }  # fmt: skip


def test_what_is_only_possible_is_told_last_and_said_to_be() -> None:
    questions = [question("boats", sure=False), question("people killed", sure=True)]
    form = {"documents": [], "stories": [], "questions": questions, "not_read": []}
    lines = list(summary_lines(form, Path("ledger.json"), Path("dossier.html"), public=False))
    assert [line for line in lines if line.startswith("  ")] == [
        "  people killed: 9 or 14 (conflict between origins; 2 reports, 2 origins)",
        "  boats: 9 or 14 (possible: conflict between origins; 2 reports, 2 origins)",
    ]
