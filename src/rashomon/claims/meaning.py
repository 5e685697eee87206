"""What a claim means, as vectors: near to that of another claim that answers the same question in other words.

The encoder gives each word three vectors: one for its part in an answer, one for its part in the sentence around an answer, one
that tells an answer from others to the same question; and a weight for each. A claim's vectors are weighted means over its focus
and over its sentences (`training/meaning.py` trains the same).
"""

from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Reading, Span

DIGITS = 4
"""Decimals kept."""
Vector = tuple[float, ...]
Floats = NDArray[np.float32]


class Meanings:
    """The vectors of the words of a reading, from which those of its claims come."""

    def __init__(self, reading: Reading) -> None:
        self.rows = None if reading.meanings is None else np.asarray(reading.meanings, dtype=np.float32)
        self.starts = [token.start for token in reading.tokens]
        self.ends = [token.end for token in reading.tokens]
        self.sentences = [token.sentence for token in reading.tokens]

    def of(self, focus: Span) -> tuple[Vector, Vector]:
        """Return the unit vectors (of the meaning, of the answer) of the claim at a focus, or () where nothing is known of it."""
        inside = self.words_in(focus)
        if self.rows is None or inside.start == inside.stop:
            return (), ()
        first, last = self.sentences[inside.start], self.sentences[inside.stop - 1]
        own = self.rows[inside]
        sentence = self.rows[bisect_left(self.sentences, first) : bisect_right(self.sentences, last)]
        width = (self.rows.shape[1] - 3) // 3
        said = weighted(own[:, :width], own[:, 2 * width])
        beside = weighted(sentence[:, width : 2 * width], sentence[:, 2 * width + 1])
        answer = weighted(own[:, 2 * width + 2 : -1], own[:, -1])
        return unit(np.concatenate([said, beside])), unit(answer)

    def words_in(self, span: Span) -> slice:
        """Return the tokens that a span touches."""
        return slice(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def weighted(vectors: Floats, scores: Floats) -> Floats:
    """Return the mean of vectors, each weighed by the softmax of its score."""
    powers = np.exp(scores - scores.max())
    mean: Floats = powers @ vectors / powers.sum()
    return mean


def unit(vector: Floats) -> Vector:
    """Return a vector of length 1."""
    return tuple(np.round(vector / max(float(np.linalg.norm(vector)), 1e-9), DIGITS).tolist())
