"""How surely clauses are worded."""

import pytest

from tests.reading.reader import worded


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor resigned.", "stated"),
        ("The talks have failed.", "stated"),
        ("She was not just a clerk.", "stated"),
        ("She was not a clerk.", "negated"),
        ("The mayor is expected to resign.", "future"),
        ("The president promised to send 200 trucks.", "future"),
        ("Divers will search the wreck on Sunday.", "future"),
        ("Rebels reportedly took the town overnight.", "hedged"),
        ("Lorries may have shifted in the swell.", "hedged"),
        ("The fire is believed to have started in the kitchen.", "hedged"),
        ("Neither side has admitted to the attack.", "negated"),
        ("Nobody was hurt.", "negated"),
        ("The alarm did not sound.", "negated"),
        ("The school was undamaged.", "negated"),
        ("The club has yet to make an offer.", "negated"),
        ("The ship will not arrive until Monday.", "future"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert next(iter(worded(text).values())) == certainty


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The crew of the Brava spotted five suspicious boats approaching the tanker.", True),
        ("Clerks heard three shots.", True),
        ("The harbour board decided on Monday to close the lock.", True),
        ("The harbour board said the lock was closed.", False),
    ],
)
def test_what_somebody_sees_or_decides_is_a_clause_of_its_own(text: str, clause: bool) -> None:
    assert any(text.startswith(words) for words in worded(text)) == clause
