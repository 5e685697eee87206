"""The invented statements are well formed, and their marks lie where they should."""

from pathlib import Path

import pytest
from training.statement_corpus import STATEMENTS, events_of, read_statements

GROUP = """# A fire
? conflict statement
a@1: Police say {the fire began in a lorry}.
b: {It began in the engine room}.
-@2: {The lorry was loaded on Monday}.
"""


def test_marks_are_taken_out_of_the_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GROUP, encoding="utf-8")
    (group,) = read_statements([tmp_path / "a.txt"])
    one, two = group.statements
    assert (group.event, group.finding, group.kind) == ("A fire", "conflict", "whether")
    assert (one.text[one.start : one.end], one.answer, one.day) == ("the fire began in a lorry", "a", 1)
    assert (two.text[two.start : two.end], two.answer, two.day) == ("It began in the engine room", "b", None)
    assert [other.text for other in group.beside] == ["The lorry was loaded on Monday."]


@pytest.mark.parametrize("broken", ["a: no mark", "a: {two} {marks}", "a {no colon}"])
def test_a_broken_line_is_named(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"# A fire\n? agree statement\n{broken}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt:3"):
        list(read_statements([path]))


def test_answers_that_do_not_fit_their_finding_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GROUP.replace("b:", "a:"), encoding="utf-8")
    with pytest.raises(ValueError, match="A fire"):
        list(read_statements([path]))


def test_the_statements_of_the_repository_are_well_formed() -> None:
    groups = list(read_statements())
    assert {group.finding for group in groups} == {"agree", "conflict", "update", "differ"}
    assert len({path.name for path in STATEMENTS.glob("*.txt")}) > 1


def test_an_event_is_a_story_of_one_sentence_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GROUP, encoding="utf-8")
    (story,) = events_of(read_statements([tmp_path / "a.txt"]))
    marks = [(report.marks[0].question, report.marks[0].answer) for report in story.reports]
    assert marks == [("w.0", "a"), ("w.0", "b"), ("w.0.0", "-")]
    first = story.reports[0]
    assert first.text[first.marks[0].start : first.marks[0].end] == "the fire began in a lorry"
