"""Trees from scores of pairs of words: each word takes its best head; where that is no tree without crossing arcs, the best one.

A word that hangs on itself is the root, and there is exactly one. English hardly crosses arcs: where the best heads do, one of
them is wrong as a rule, and a clause is torn apart. The search is that of Eisner 1996.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Places = NDArray[np.int64]
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
    """The best parts of a tree, the shorter before the longer, shape (words, words).

    A part from i to j is either *open*, where one of its ends hangs on the other, or *whole*, where all of it hangs on one end
    and that end's words on this side are all in it. Right: the head is the left end; left: it is the right end.
    """

    def __init__(self, scores: Scores) -> None:
        self.count = count = len(scores)
        self.roots = scores.diagonal()
        self.right, self.left = np.full((2, count, count), NEVER)
        self.joints, self.right_steps, self.left_steps = np.zeros((3, count, count), dtype=np.int64)
        own = np.arange(count)
        self.right[own, own] = self.left[own, own] = 0.0
        open_right, open_left = np.full((2, count, count), NEVER)
        for length in range(1, count):
            i = own[: count - length]
            j = i + length
            inner = i[:, None] + own[:length]
            best, self.joints[i, j] = best_of(self.right[i[:, None], inner] + self.left[inner + 1, j[:, None]], i)
            open_right[i, j] = best + scores[j, i]
            open_left[i, j] = best + scores[i, j]
            steps = open_right[i[:, None], inner + 1] + self.right[inner + 1, j[:, None]]
            self.right[i, j], self.right_steps[i, j] = best_of(steps, i + 1)
            steps = self.left[i[:, None], inner] + open_left[inner, j[:, None]]
            self.left[i, j], self.left_steps[i, j] = best_of(steps, i)

    def heads(self) -> list[int]:
        """Return the head of each word in the best tree."""
        root = int((self.left[0] + self.right[:, -1] + self.roots).argmax())
        heads = list(range(self.count))
        parts = [(0, root, False), (root, self.count - 1, True)]
        while parts:
            i, j, right = parts.pop()
            if i == j:
                continue
            step = int((self.right_steps if right else self.left_steps)[i, j])
            heads[step] = i if right else j
            start, end = (i, step) if right else (step, j)
            joint = int(self.joints[start, end])
            parts += [(start, joint, True), (joint + 1, end, False), (step, j, True) if right else (i, step, False)]
        return heads


def best_of(totals: Scores, first: Places) -> tuple[Scores, Places]:
    """Return the best total of each row, and the word that gives it, where column 0 stands for the word `first`."""
    chosen = totals.argmax(axis=1)
    return totals[np.arange(len(totals)), chosen], first + chosen
