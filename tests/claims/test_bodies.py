"""Whom a voice speaks for, by the words that name it."""

import pytest

from rashomon.claims.bodies import body_of
from rashomon.model import Span


@pytest.mark.parametrize(
    ("source", "who", "body"),
    [
        ("Harbour police Lt. Tor Lund", "Tor Lund", "Harbour police"),
        ("Tor Lund, head of the Office for Disaster Relief", "Tor Lund", "Office for Disaster Relief"),
        ("the head of the Office for Disaster Relief", "head of the Office for Disaster Relief", "Office for Disaster Relief"),
        ("Osric Lund, president of the College of Physicians, who", "Osric Lund", "College of Physicians"),
        ("Oyra County Sheriff Tor Lund", "Tor Lund", "Oyra County sheriff's office"),
        ("The news agency", "news agency", None),
        ("Ona Brek, 61, who lives nearby", "Ona Brek", None),
    ],
)
def test_body(source: str, who: str, body: str | None) -> None:
    assert body_of(Span(start=0, end=len(source)), who, source, ()) == body
