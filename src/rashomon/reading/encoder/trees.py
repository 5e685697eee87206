"""Trees from scores of pairs of words: each word takes its best head; only where that is no tree, the best tree is searched.

A word that hangs on itself is the root, and there is exactly one. The search is that of Chu and Liu 1965 and Edmonds 1967.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
ROOTS = 5
"""Roots that are tried, the likeliest first: all of them only matter where nothing is likely, as in a list of numbers."""
FAR = 1e12
"""What no arc costs."""


def best_heads(given: NDArray[np.float32]) -> list[int]:
    """Return the head of each word of a sentence; the root is its own head.

    Args:
        given: For each word (row) how well each word (column) is its head; on the diagonal how well it is the root.
    """
    scores = given.astype(np.float64)
    roots = scores.diagonal().copy()
    np.fill_diagonal(scores, -FAR)
    best = scores.max(axis=1)
    # No tree with a root is better than its bound: the root at the root, and every other word at its best head.
    bounds = best.sum() - best + roots if len(roots) > 1 else roots
    heads: list[int] = []
    reached = -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist()[:ROOTS]:
        if reached >= bounds[root]:
            break
        found = best_tree(scores, root)
        total = roots[root] + sum(scores[word, head] for word, head in enumerate(found) if word != root)
        if total > reached:
            heads, reached = found, total
    return heads


def best_tree(scores: Scores, root: int) -> list[int]:
    """Return the heads of the best tree with a given root."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    if not cycle_of(heads, root):
        return heads
    order = np.array([root, *(word for word in range(len(heads)) if word != root)])
    found = arborescence(scores[np.ix_(order, order)])
    heads = [0] * len(order)
    for word, head in zip(order.tolist(), found, strict=True):
        heads[word] = int(order[head])
    return heads


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


def arborescence(graph: Scores) -> list[int]:
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
