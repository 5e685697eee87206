"""Which claims meet, and that every comparator has a weight."""

import numpy as np
import pytest

from rashomon.linking import quantities, statements
from rashomon.linking.comparing import Comparator
from rashomon.linking.questions import neighbours
from rashomon.values.weights import Table, weights_of


def test_claims_near_in_meaning_meet_whatever_their_words() -> None:
    near = np.array([1.0, 0.0], dtype=np.float32)
    far = np.array([0.0, 1.0], dtype=np.float32)
    found = set(neighbours([near, None, near, *[far] * 30]))
    assert (0, 2) in found
    assert not any(1 in pair for pair in found)
    assert all(one < two for one, two in found)


@pytest.mark.parametrize(
    ("table", "comparators"),
    [
        ("quantity", quantities.COMPARATORS),
        ("whether", statements.WHETHER),
        ("time", statements.TIMES),
    ],
)
def test_every_comparator_has_its_weight(table: Table, comparators: tuple[Comparator, ...]) -> None:
    assert {*weights_of(table).of} == {comparator.__name__ for comparator in comparators}
