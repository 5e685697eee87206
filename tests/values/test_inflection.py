"""Plurals and participles."""

import pytest

from rashomon.values.inflection import participle, plural


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("crate", "crates"),
        ("ferry", "ferries"),
        ("fireman", "firemen"),
        ("church", "churches"),
        ("bus", "buses"),
        ("crates", "crates"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("verb", "done"), [("seize", "seized"), ("carry", "carried"), ("stop", "stopped"), ("repair", "repaired"), ("send", "sent")]
)
def test_participles(verb: str, done: str) -> None:
    assert participle(verb) == done
