"""Trees from scores of pairs of words: each word takes its best head; where that is no tree without crossing arcs, the best one.

A word that hangs on itself is the root, and there is exactly one. English hardly crosses arcs: where the best heads do, one of
them is wrong as a rule, and a clause is torn apart. The search is that of Eisner 1996.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
NEVER = -1e12
"""Score of what is not possible."""


def best_heads(given: NDArray[np.floating]) -> list[int]:
    """Return the head of each word of a sentence in the best tree without crossing arcs; the root is its own head.

    Args:
        given: For each word (row) how well each word (column) is its head; on the diagonal how well it is the root.
    """
    heads: list[int] = given.argmax(axis=1).tolist()
    return heads if is_projective(heads) else Chart(given.astype(np.float64)).heads()


def is_projective(heads: Sequence[int]) -> bool:
    """Whether heads make a tree of one root in which no arc crosses another and none passes over the root."""
    roots = [word for word, head in enumerate(heads) if word == head]
    if len(roots) != 1:
        return False
    # Where no two arcs cross, none passes over the root, and nothing is its own head but the root, heads make a tree.
    ends: list[int] = []
    arcs = sorted((min(word, head), -max(word, head)) for word, head in enumerate(heads) if word != head)
    for start, end in arcs:
        while ends and ends[-1] <= start:
            ends.pop()
        if (ends and -end > ends[-1]) or start < roots[0] < -end:
            return False
        ends.append(-end)
    return not has_cycle(heads)


def has_cycle(heads: Sequence[int]) -> bool:
    """Whether some word does not lead to the root."""
    good: set[int] = {word for word, head in enumerate(heads) if word == head}
    for word in range(len(heads)):
        path: list[int] = []
        while word not in good and word not in path:
            path.append(word)
            word = heads[word]
        if word not in good:
            return True
        good.update(path)
    return False


class Chart:
    """The best parts of a tree, the shorter before the longer; each table has shape (words, lengths).

    A part is either *open*, where one of its ends hangs on the other, or *whole*, where all of it hangs on one end and that end's
    words on this side are all in it. Right: the head is its first word; left: it is its last. Whole parts are kept by their
    first word and by their last, so that those that meet at a word lie in slices.
    """

    def __init__(self, scores: Scores) -> None:
        self.count = count = len(scores)
        self.roots = scores.diagonal()
        self.right, self.right_ends, self.left, self.left_ends = np.zeros((4, count, count))
        self.joints, self.right_steps, self.left_steps = np.zeros((3, count, count), dtype=np.int64)
        open_right, open_left = np.full((2, count, count), NEVER)
        for length in range(1, count):
            first, last = slice(0, count - length), slice(length, count)
            rows = np.arange(count - length)
            totals = self.right[first, :length] + self.left_ends[last, :length][:, ::-1]
            self.joints[first, length] = chosen = totals.argmax(axis=1)
            best = totals[rows, chosen]
            open_right[first, length] = best + scores.diagonal(-length)
            open_left[last, length] = best + scores.diagonal(length)
            totals = open_right[first, 1 : length + 1] + self.right_ends[last, :length][:, ::-1]
            self.right_steps[first, length] = chosen = totals.argmax(axis=1)
            self.right[first, length] = self.right_ends[last, length] = totals[rows, chosen]
            totals = self.left[first, :length] + open_left[last, 1 : length + 1][:, ::-1]
            self.left_steps[first, length] = chosen = totals.argmax(axis=1)
            self.left[first, length] = self.left_ends[last, length] = totals[rows, chosen]

    def heads(self) -> list[int]:
        """Return the head of each word in the best tree."""
        words = np.arange(self.count)
        root = int((self.left[0, words] + self.right[words, words[::-1]] + self.roots).argmax())
        heads = list(range(self.count))
        parts = [(0, root, False), (root, self.count - 1, True)]
        while parts:
            i, j, right = parts.pop()
            if i == j:
                continue
            step = i + 1 + int(self.right_steps[i, j - i]) if right else i + int(self.left_steps[i, j - i])
            heads[step] = i if right else j
            start, end = (i, step) if right else (step, j)
            joint = start + int(self.joints[start, end - start])
            parts += [(start, joint, True), (joint + 1, end, False), (step, j, True) if right else (i, step, False)]
        return heads
