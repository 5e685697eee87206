"""The invented stories are well formed, and their marks lie where they should."""

from pathlib import Path

import pytest
from training.story_corpus import STORIES, Mark, read_stories, read_story

STORY = """# A fire
== The Tresk Courier | 2031-03-14
{n.dead=nine|Nine dead}
{w.fire=yes|{n.dead=nine|Nine people} died in a fire}, it said.
== Halvon Radio
No one {w.fire=no|saw a fire}.
? n.dead agree
"""


def test_marks_are_taken_out_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a01-fire.txt").write_text(STORY, encoding="utf-8")
    story = read_story(tmp_path / "a01-fire.txt")
    first, second = story.reports
    assert first.text == "Nine dead\nNine people died in a fire, it said."
    assert [(first.text[m.start : m.end], m.question, m.answer) for m in first.marks] == [
        ("Nine dead", "n.dead", "nine"),
        ("Nine people", "n.dead", "nine"),
        ("Nine people died in a fire", "w.fire", "yes"),
    ]
    assert (first.published, second.published, story.findings) == ("2031-03-14", None, {"n.dead": "agree"})
    assert second.marks == [Mark(7, 17, "w.fire", "no")]


@pytest.mark.parametrize("broken", ["{n.dead=nine|Nine", "Nine}", "{dead|Nine}"])
def test_a_broken_mark_is_named_with_its_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "a01-fire.txt"
    path.write_text(f"# A fire\n== Courier\n{broken}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a01-fire\.txt:3"):
        read_story(path)


def test_the_stories_of_the_repository_are_well_formed() -> None:
    stories = read_stories()
    assert len(stories) == len(list(STORIES.glob("*.txt")))
    assert all(len(story.reports) > 1 and story.findings for story in stories)
