"""What a denial denies."""

import pytest

from rashomon.findings.judging import denies
from rashomon.model import Frame
from tests.making import claim


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
