"""Trees from scores of pairs of words: each word takes its best head; only where that is no tree, the best tree is searched.

A word that hangs on itself is the root, and there is exactly one. The search is that of Chu and Liu 1965 and Edmonds 1967.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
FAR = 1e6
"""Greater than any difference of scores: taken from each root, it makes a second one dearer than any other arc."""


def best_heads(scores: Scores) -> list[int]:
    """Return the head of each word of a sentence; the root is its own head.

    Args:
        scores: For each word (row) how well each word (column) is its head; on the diagonal how well it is the root.
    """
    others = scores.copy()
    np.fill_diagonal(others, -FAR)
    heads: list[int] = others.argmax(axis=1).tolist()
    # Each word at its best head, and one at the root, where that costs least: no tree is better, if this is one.
    root = int((scores.diagonal() - others.max(axis=1)).argmax())
    heads[root] = root
    if not cycle_of(heads, root):
        return heads
    count = len(heads)
    # Word 0 of the larger graph is the root of roots, whose arcs are what stood on the diagonal.
    graph = np.full((count + 1, count + 1), -2 * FAR * FAR, dtype=np.float64)
    graph[1:, 1:] = scores
    graph[1:, 0] = scores.diagonal().astype(np.float64) - FAR
    np.fill_diagonal(graph, -2 * FAR * FAR)
    found = arborescence(graph)
    return [word if head == 0 else head - 1 for word, head in enumerate(found[1:])]


def cycle_of(heads: Sequence[int], root: int) -> list[int]:
    """Return the words of a cycle of heads, none where all words lead to the root."""
    state = [0] * len(heads)
    state[root] = 2
    for word in range(len(heads)):
        path, place = [], word
        while state[place] == 0:
            state[place] = 1
            path.append(place)
            place = heads[place]
        if state[place] == 1:
            return path[path.index(place) :]
        for passed in path:
            state[passed] = 2
    return []


def arborescence(graph: NDArray[np.float64]) -> list[int]:
    """Return the heads of the best tree that hangs on word 0, whose own head is given as itself."""
    heads: list[int] = graph.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = cycle_of(heads, 0)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    ring = np.array(cycle)
    kept = graph[ring, np.array(heads)[ring]]
    # The cycle becomes one word, the last. Entering it at a word costs the arc that this word has inside it.
    entering = graph[np.ix_(ring, outer)] - kept[:, None]
    leaving = graph[np.ix_(outer, ring)]
    small = np.full((len(outer) + 1, len(outer) + 1), graph.min(), dtype=np.float64)
    small[:-1, :-1] = graph[np.ix_(outer, outer)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    small[-1, -1] = small[0, -1] = -np.inf
    found = arborescence(small)
    for place, word in enumerate(outer.tolist()):
        if place:
            head = found[place]
            heads[word] = int(ring[leaving[place].argmax()]) if head == len(outer) else int(outer[head])
    entrance = found[-1]
    heads[int(ring[entering[:, entrance].argmax()])] = int(outer[entrance])
    return heads
