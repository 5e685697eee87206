"""Which clauses state something of the event."""

import pytest

from rashomon.claims.build import ANONYMOUS


@pytest.mark.parametrize(
    "clause",
    [
        "who asked not to be named",
        "who declined to be identified",
        "who spoke without being identified",
        "speaking on condition of anonymity",
        "who wished to remain anonymous",
        "who spoke anonymously",
        "who requested anonymity",
    ],
)
def test_excuse_of_a_source_without_name(clause: str) -> None:
    assert ANONYMOUS.search(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "He asked to be named harbour master",
        "The dead have not been named",
        "He will not be named to the crew",
        "The film was posted anonymously",
        "The court lifted the anonymity of the boy",
    ],
)
def test_other_words_of_names_state_something(clause: str) -> None:
    assert not ANONYMOUS.search(clause)
