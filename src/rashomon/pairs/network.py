"""The pair network as onnxruntime computes it: one pair at a time, so that it depends on nothing but the two passages."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from rashomon.pairs.passages import Passage, Pieces, cut_passage, join
from rashomon.values.graphs import open_graph
from rashomon.values.pieces import PieceMaker, PieceTable, shipped_pieces

KEPT = 200_000
"""Pairs whose scores are remembered: a case that people correct compares the same ones again and again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What two passages are to each other, in natural logarithms.

    Attributes:
        same: Log odds that they answer one question.
        agree, conflict, update, differ: Log probabilities of how their answers stand, if they answer one question; they sum to 1.
    """

    same: float
    agree: float
    conflict: float
    update: float
    differ: float


class PairNetwork:
    """Reads two passages together."""

    def __init__(self, path: Path, maker: PieceMaker, table: PieceTable) -> None:
        self.session = open_graph(path)
        self.maker, self.table = maker, table
        self.cut = lru_cache(maxsize=20_000)(self.pieces_of)
        self.read = lru_cache(maxsize=KEPT)(self.compute)

    def pieces_of(self, passage: Passage) -> Pieces:
        """Return the pieces of a passage."""
        return cut_passage(passage, self.maker)

    def compute(self, left: Passage, right: Passage, ordered: bool) -> Standing:
        """Return how two passages stand; `ordered` tells that the left report is the earlier one."""
        pair = join(self.cut(left), self.cut(right), self.maker, ordered=ordered)
        given = {
            "pieces": self.table.rows(pair.ids),
            "shapes": np.array(pair.shapes, dtype=np.int64),
            "sides": np.array(pair.sides, dtype=np.int64),
        }
        same, relations = self.session.run(["same", "relations"], given)
        return Standing(float(same[0]), *map(float, relations))


@cache
def shipped_network() -> PairNetwork:
    """Return the network that rashomon ships."""
    return PairNetwork(Path(str(files("rashomon.pairs") / "pairs.onnx")), *shipped_pieces())


def read_pair(left: Passage, right: Passage, *, order: int = 0) -> Standing:
    """Return how two passages stand to each other, the same whichever is named first.

    Args:
        left: A passage.
        right: A passage of another report.
        order: Below 0 where the left report is the earlier one, above 0 where the right one is, 0 where it is not known.
    """
    if order > 0 or (order == 0 and right[1:] + right[:1] < left[1:] + left[:1]):
        left, right = right, left
    return shipped_network().read(left, right, order != 0)
