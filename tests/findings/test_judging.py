"""What a denial denies."""

import pytest

from rashomon.claims import build_claims
from rashomon.findings.judging import denies
from rashomon.model import Frame
from tests.making import claim, report
from tests.reading.reader import read


def clause(subject: str, *terms: str) -> Frame:
    return Frame(head=terms[-1], predicate=terms[-1], subject=(subject,) if subject else (), terms=terms)


@pytest.mark.parametrize(
    ("negated", "other", "expected"),
    [
        (clause("", "build"), clause("ferry", "build"), False),
        (clause("", "panic"), clause("", "panic"), True),
        (clause("ferry", "ferry", "build"), clause("ferry", "ferry", "build"), True),
    ],
    ids=["it was not built", "we did not panic", "the ferry was not built"],
)
def test_a_denial_needs_its_subject(negated: Frame, other: Frame, expected: bool) -> None:
    left = claim("a", "No.", "No", kind="whether", certainty="negated", frame=negated)
    right = claim("b", "Yes.", "Yes", kind="whether", frame=other)
    assert denies(left, right) is expected


def test_nobody_in_particular_is_no_pronoun_for_what_was_named() -> None:
    boat, list_ = "It drifted when it listed.", "Tickets were sold to anyone who was not listed."
    clauses = [
        next(c for c in build_claims(read(text), report(text, name)) if c.frame.terms == ("list",))
        for name, text in (("a", list_), ("b", boat))
    ]
    assert clauses[0].certainty == "negated"
    assert not denies(*clauses)
