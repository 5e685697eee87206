"""What a claim means, as vectors: near to that of another claim that answers the same question in other words.

The encoder gives each word three vectors: one for its part in an answer, one for its part in the sentence around an answer, one
that tells an answer from others to the same question; and a weight for each. A claim's vectors are weighted means over its focus
and over its sentences (`training/meaning.py` trains the same).
"""

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Reading, Span

DIGITS = 4
"""Decimals kept."""
Vector = tuple[float, ...]
Floats = NDArray[np.float32]


def meaning_of(reading: Reading, focus: Span) -> tuple[Vector, Vector]:
    """Return the unit vectors (of the meaning, of the answer) of the claim at a focus, or () where nothing is known of it."""
    if reading.meanings is None:
        return (), ()
    rows = np.asarray(reading.meanings, dtype=np.float32)
    inside = [place for place, token in enumerate(reading.tokens) if token.start < focus.end and focus.start < token.end]
    if not inside:
        return (), ()
    first, last = reading.tokens[inside[0]].sentence, reading.tokens[inside[-1]].sentence
    around = [place for place, token in enumerate(reading.tokens) if first <= token.sentence <= last]
    width = (rows.shape[1] - 3) // 3
    own, sentence = rows[inside], rows[around]
    said = weighted(own[:, :width], own[:, 2 * width])
    beside = weighted(sentence[:, width : 2 * width], sentence[:, 2 * width + 1])
    answer = weighted(own[:, 2 * width + 2 : -1], own[:, -1])
    return unit(np.concatenate([said, beside])), unit(answer)


def weighted(vectors: Floats, scores: Floats) -> Floats:
    """Return the mean of vectors, each weighed by the softmax of its score."""
    powers = np.exp(scores - scores.max())
    mean: Floats = powers @ vectors / powers.sum()
    return mean


def unit(vector: Floats) -> Vector:
    """Return a vector of length 1."""
    return tuple(np.round(vector / max(float(np.linalg.norm(vector)), 1e-9), DIGITS).tolist())
