"""The network as a graph that onnxruntime computes, one window at a time.

A window is never computed together with others: what it gives depends on nothing but its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.encoder.windows import Chunk
from rashomon.values.graphs import open_graph
from rashomon.values.pieces import OUTSIDE, PieceMaker, PieceTable

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
APART = np.float32(-1e4)
"""Score of an arc between words that no window holds together."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of n consecutive words. Of pairs: the score is the product of a left and a right vector.

    Attributes:
        tags, pos: Number of the best class, (n,).
        starts: Above 0 where a sentence begins. roots: How well the word is a root. (n,)
        lemmas, names, anchors, certainties: Scores of classes, (n, classes).
        arcs: How well a word (row) hangs on a word (column), (n, n).
        deps_left: Of the word that hangs, (n, relations, width). deps_right: Of its head, (n, width).
        roles_left: Of an anchor, (n, roles, width). roles_right: Of a word, (n, width).
        meaning, answer: Vectors of what is said, (n, 2 * width + 2) and (n, width + 1), as `rashomon.claims.meaning` takes them.
        arc_places: How well a head stands so many steps away, (n, steps). role_places: The same of roles, (n, roles, steps).
    """

    tags: Numbers
    pos: Numbers
    lemmas: Floats
    starts: Floats
    roots: Floats
    names: Floats
    anchors: Floats
    certainties: Floats
    arcs: Floats
    deps_left: Floats
    deps_right: Floats
    roles_left: Floats
    roles_right: Floats
    arc_places: Floats
    role_places: Floats
    meaning: Floats
    answer: Floats


OUTPUTS = [field.name for field in fields(Scores)]


class Graph:
    """The computed network."""

    def __init__(self, path: Path, table: PieceTable) -> None:
        self.table = table
        self.session = open_graph(path)

    def read(self, pieces: Sequence[Sequence[int]], shapes: Sequence[int], chunk: Chunk, maker: PieceMaker) -> Scores:
        """Return the scores of the words of a chunk.

        Args:
            pieces: Word pieces of each word of the report, by number.
            shapes: Shape of each word.
            chunk: Windows over the words.
            maker: What cut the pieces; it knows the marks.
        """
        found = [self.run(pieces[w.start : w.end], shapes[w.start : w.end], maker) for w in chunk]
        if len(chunk) == 1:
            return found[0]
        joined = {
            name: np.concatenate(
                [getattr(own, name)[w.core - w.start : w.core_end - w.start] for w, own in zip(chunk, found, strict=True)]
            )
            for name in OUTPUTS
            if name != "arcs"
        }
        return Scores(**joined, arcs=join_arcs(chunk, [own.arcs for own in found]))

    def run(self, pieces: Sequence[Sequence[int]], shapes: Sequence[int], maker: PieceMaker) -> Scores:
        """Return the scores of the words of one window."""
        ids, forms, first = [maker.begin], [OUTSIDE], []
        for own, shape in zip(pieces, shapes, strict=True):
            first.append(len(ids))
            ids += own
            forms += [shape] * len(own)
        ids.append(maker.end)
        forms.append(OUTSIDE)
        given: dict[str, Floats | Numbers] = {"pieces": self.table.rows(ids)}
        given |= {name: np.array(values, dtype=np.int64) for name, values in (("shapes", forms), ("first", first))}
        return Scores(*self.session.run(OUTPUTS, given))


def join_arcs(chunk: Chunk, arcs: Sequence[Floats]) -> Floats:
    """Return the arcs of a chunk of overlapping windows: rows are taken from the window in whose core they are."""
    begin, end = chunk[0].core, chunk[-1].core_end
    joined = np.full((end - begin, end - begin), APART, dtype=np.float32)
    for window, own in zip(chunk, arcs, strict=True):
        rows = own[window.core - window.start : window.core_end - window.start]
        joined[window.core - begin : window.core_end - begin, window.start - begin : window.end - begin] = rows
    return joined
