"""Ages and homes beside names."""

import pytest

from rashomon.claims.persons import find_traits
from rashomon.model import Name, Reading, Span
from rashomon.model.reading import NameType
from rashomon.values.measures import AGE, HOME

NAMES: dict[str, NameType] = {"Ona Brek": "person", "Port Sarn": "place"}


def traits(text: str) -> list[tuple[str, str, int | None]]:
    found = sorted((text.index(name), name) for name in NAMES if name in text)
    names = tuple(Name(span=Span(start=at, end=at + len(name)), type=NAMES[name], full=name) for at, name in found)
    reading = Reading(report="r", text=text, sentences=(Span(start=0, end=len(text)),), names=names)
    return [(trait.measure, trait.focus.of(text), trait.frame.age) for trait in find_traits(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ona Brek, 61, lives by the harbour.", (AGE, "Ona Brek, 61", 61)),
        ("The 61-year-old Ona Brek saw the fire.", (AGE, "61-year-old Ona Brek", 61)),
        ("Ona Brek, a 61-year-old nurse, saw the fire.", (AGE, "Ona Brek, a 61-year-old", 61)),
        ("Ona Brek (61) saw the fire.", (AGE, "Ona Brek (61", 61)),
    ],
)
def test_ages(text: str, expected: tuple[str, str, int]) -> None:
    assert traits(text)[:1] == [expected]


def test_homes() -> None:
    found = traits("Ona Brek, 61, of Port Sarn, saw the fire.")
    assert [(measure, words) for measure, words, _ in found] == [
        (AGE, "Ona Brek, 61"),
        (HOME, "Ona Brek, 61, of Port Sarn"),
    ]


@pytest.mark.parametrize("text", ["Ona Brek scored 61 points.", "Ona Brek left in 1961.", "Ona Brek, 400 others and a dog ran."])
def test_other_numbers_are_no_ages(text: str) -> None:
    assert traits(text) == []
