"""Words cut out of a text."""

import pytest

from rashomon.values.quoting import counted, listed, trimmed


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("the gate was\nshut,", "the gate was shut"),
        ("“the gate was shut", "the gate was shut"),
        ("the gate was shut,” the guard", "the gate was shut"),
        ('it was "shut', "it was shut"),
        ("at 5 p.m.", "at 5 p.m."),
        ("the “iron” gate (shut)", "the “iron” gate (shut)"),
    ],
)
def test_what_is_cut_is_made_to_stand_alone(cut: str, whole: str) -> None:
    assert trimmed(cut) == whole


def test_lists_and_counts() -> None:
    assert [listed(["a", "b", "c"]), listed(["a"]), listed([])] == ["a, b and c", "a", ""]
    assert [counted(1, "report"), counted(3, "report"), counted(12, "report")] == ["one report", "three reports", "12 reports"]
