"""How telling a word is, and how near two words are in meaning.

Weights are inverse document frequencies (Spärck Jones 1972) of lemmas, from `words.txt` (made by `training/words.py`). Nearness
comes from `vectors.npz`, a table distilled from a sentence encoder (made by `training/vectors.py`): it knows that a skiff is a
boat. It is for recall only: words of one kind lie near each other too ("killed", "injured"), so measures and values decide.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RAREST = 1.5
"""Parts per thousand of documents given to a word that the table lacks: just under the rarest in it."""
KIN = 0.6
"""Cosine above which two words count as near; of random pairs 1 in 1,000 lies above it, of synonyms more than half."""
KIN_AT_MOST = 0.7
"""What a near word counts at most, against 1 for the same word."""
SERIES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december one two three four five six seven eight nine ten eleven twelve hundred thousand million "
    "billion first second third north south east west northern southern eastern western left "
    "right day week month year hour minute".split()
)
"""Words of series lie near each other and mean different things; they are near only to themselves."""


@cache
def frequencies() -> dict[str, float]:
    """Return {lemma: documents per thousand that have it}."""
    lines = files("rashomon.values").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(share) for word, _, share in (line.partition("\t") for line in lines)}


@cache
def vectors() -> tuple[dict[str, int], Floats]:
    """Return the row of each word, and the unit vectors, shape (words, 64)."""
    with as_file(files("rashomon.values").joinpath("vectors.npz")) as path, np.load(path) as table:
        rows = {str(word): row for row, word in enumerate(table["words"])}
        values: Floats = table["vectors"].astype(np.float64)
    return rows, values / np.linalg.norm(values, axis=1, keepdims=True)


def is_word(form: str) -> bool:
    """Whether a lower-case form is among the 30,000 commonest of English."""
    return form in vectors()[0]


@cache
def cosine(one: str, two: str) -> float:
    """Return how near two words are in meaning, -1 to 1; 0 where the table lacks one of them."""
    rows, table = vectors()
    return float(table[rows[one]] @ table[rows[two]]) if one in rows and two in rows else 0.0


@cache
def weight(lemma: str) -> float:
    """Return the weight of a lemma, from near 0 (in every text) to 1 (in hardly any)."""
    share = min(frequencies().get(lemma, RAREST), 1000.0)
    return math.log(1001 / (share + 1)) / math.log(1001 / (RAREST + 1))


AT_ONCE = 512
"""Words whose nearness to all others is held in memory at once."""


class Nearness:
    """Compares sets of lemmas out of one vocabulary.

    Args:
        words: The vocabulary, such as all lemmas of a story. Lemmas outside it compare as unlike everything.
        known: Factors on the weights, for words that tell less here because all reports have them.
    """

    def __init__(self, words: Iterable[str], known: Mapping[str, float] | None = None) -> None:
        vocabulary = sorted(set(words))
        factors = known or {}
        self._place = {word: place for place, word in enumerate(vocabulary)}
        self._squares = np.array([(weight(word) * factors.get(word, 1.0)) ** 2 for word in vocabulary])
        self._near = kinship(vocabulary)
        self._rows: dict[tuple[str, ...], NDArray[np.intp]] = {}

    def likeness(self, left: tuple[str, ...], right: tuple[str, ...]) -> float:
        """Return how much of the weight of both sets finds its like in the other, 0 to 1 (a soft Dice coefficient)."""
        one, two = self._indices(left), self._indices(right)
        if not one.size or not two.size:
            return 0.0
        near = self._near[np.ix_(one, two)]
        found = self._squares[one] @ near.max(axis=1) + self._squares[two] @ near.max(axis=0)
        return float(found / (self._squares[one].sum() + self._squares[two].sum()))

    def cover(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, float]:
        """Return how much of the weight of each set finds its like in the other, 0 to 1."""
        one, two = self._indices(left), self._indices(right)
        if not one.size or not two.size:
            return 0.0, 0.0
        near, squares = self._near[np.ix_(one, two)], self._squares
        return (
            float(squares[one] @ near.max(axis=1) / squares[one].sum()),
            float(squares[two] @ near.max(axis=0) / squares[two].sum()),
        )

    def _indices(self, words: tuple[str, ...]) -> NDArray[np.intp]:
        rows = self._rows.get(words)
        if rows is None:
            rows = np.array(sorted({self._place[word] for word in words if word in self._place}), dtype=np.intp)
            self._rows[words] = rows
        return rows


def kinship(vocabulary: list[str]) -> NDArray[np.float32]:
    """Return how near each two words are: 1 for the same, up to `KIN_AT_MOST` for near ones, else 0."""
    rows, table = vectors()
    result = np.zeros((len(vocabulary), len(vocabulary)), dtype=np.float32)
    places = [place for place, word in enumerate(vocabulary) if word in rows and word not in SERIES]
    some = table[[rows[vocabulary[place]] for place in places]]
    for start in range(0, len(places), AT_ONCE):
        cosines = some[start : start + AT_ONCE] @ some.T
        near = np.where(cosines > KIN, KIN_AT_MOST * (cosines - KIN / 2) / (1 - KIN / 2), 0.0)
        result[np.ix_(places[start : start + AT_ONCE], places)] = near
    np.fill_diagonal(result, 1.0)
    return result
