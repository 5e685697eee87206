"""How far words stand apart, in steps that grow: what a word says of where its head, its source or its content lies."""

import numpy as np
from numpy.typing import NDArray

LARGEST = 7
"""Power of two from which all distances are one step."""
STEPS = 2 * (LARGEST + 1) + 1
"""Here; 1, 2-3, 4-7, ... words on; the same back."""


def step_of(distance: int) -> int:
    """Return the step of a distance in words, which is negative where the other word stands before."""
    if distance == 0:
        return 0
    step = min(LARGEST, abs(distance).bit_length() - 1) + 1
    return step if distance > 0 else step + LARGEST + 1


REACH = 1 << LARGEST
TABLE = np.array([step_of(distance) for distance in range(-REACH, REACH + 1)], dtype=np.int64)


def steps_from(place: int, count: int) -> NDArray[np.int64]:
    """Return the steps from one word to each of `count` words."""
    found: NDArray[np.int64] = TABLE[np.clip(np.arange(count) - place, -REACH, REACH) + REACH]
    return found


def steps_between(count: int) -> NDArray[np.int64]:
    """Return the steps from each (row) of `count` words to each (column)."""
    words = np.arange(count)
    found: NDArray[np.int64] = TABLE[np.clip(words[None, :] - words[:, None], -REACH, REACH) + REACH]
    return found
