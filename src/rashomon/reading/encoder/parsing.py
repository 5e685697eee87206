"""From the scores of arcs and relations to the trees of a chunk's sentences.

An arc is as likely as it is itself and as the relation that it would have. A predicate has one subject: where the best tree
gives it two, one of them belongs to another predicate as a rule ("two of the skiffs got away, Sukanya intercepted three"), and
the best tree is taken that parts them, unless it is far less likely.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rashomon.reading.encoder.graph import Floats, Scores
from rashomon.reading.encoder.places import steps_between
from rashomon.reading.encoder.trees import NEVER, best_heads

PUNCTUATION = {True: 4.0, False: -4.0, None: 0.0}
"""Log odds by which punctuation speaks for a sentence start or against it; set on the dev texts of EWT and GUM."""
WEIGHED, RELATION = 3, 1.5
"""Likeliest heads of a word whose relations are weighed, and how much these count; set on the same texts."""
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass"))
MOST_LESS = 4.0
"""Log probability that a tree may have less than the best one where it gives no predicate two subjects; set on the same texts."""
MOST_PARTED = 3
"""Predicates of a sentence whose subjects are parted."""


class Parse(NamedTuple):
    """Heads are places in the chunk, a root's is its own; `deps` are the relations, ROOT that of roots alone."""

    heads: list[int]
    deps: list[str]


def parse_chunk(scores: Scores, lines: Sequence[bool], starts: Sequence[bool | None], deps: Sequence[str]) -> Parse:
    """Return the trees of a chunk, each inside its sentence. The arguments are those of `decoding.decode`."""
    told = [PUNCTUATION[start] for start in starts]
    begins = [place for place, line in enumerate(lines) if place == 0 or line or scores.starts[place] + told[place] > 0]
    arcs = scores.arcs + np.take_along_axis(scores.arc_places, steps_between(len(starts)), axis=1)
    np.fill_diagonal(arcs, scores.roots)
    found = Parse([], [])
    for begin, end in zip(begins, [*begins[1:], len(starts)], strict=True):
        own = slice(begin, end)
        sentence = Sentence(arcs[own, own], scores.deps_left[own], scores.deps_right[own], deps)
        heads = sentence.best()
        found.heads.extend(begin + head for head in heads)
        found.deps.extend(sentence.relations(heads))
    return found


class Sentence:
    """The scores of one sentence: `arcs` as in `best_heads`, `left` and `right` as the `deps_` of `Scores`."""

    def __init__(self, arcs: Floats, left: Floats, right: Floats, deps: Sequence[str]) -> None:
        self.left, self.right, self.deps = left, right, deps
        self.root = deps.index("ROOT")
        self.weights = self.weighed(arcs)

    def weighed(self, arcs: Floats) -> Floats:
        """Return the log probability of each arc with that of the relation that it would have.

        It is weighed for the likeliest heads of each word; to the others the worst of these counts.
        """
        count = min(WEIGHED, len(arcs))
        heads = np.argpartition(-arcs, count - 1, axis=1)[:, :count]
        likely = arcs - arcs.max(axis=1, keepdims=True)
        chances = likely - np.log(np.exp(likely).sum(axis=1, keepdims=True))
        relations = np.matmul(self.right[heads], self.left.transpose(0, 2, 1))
        relations[:, :, self.root] = -np.inf
        best = -np.log(np.exp(relations - relations.max(axis=2, keepdims=True)).sum(axis=2))
        found: Floats = chances + RELATION * best.min(axis=1, keepdims=True)
        np.put_along_axis(found, heads, np.take_along_axis(chances, heads, axis=1) + RELATION * best, axis=1)
        np.fill_diagonal(found, chances.diagonal())
        return found

    def relations(self, heads: Sequence[int]) -> list[str]:
        """Return the relation of each word to its head."""
        products = np.einsum("wck,wk->wc", self.left, self.right[list(heads)])
        products[:, self.root] = -np.inf
        best = products.argmax(axis=1).tolist()
        return [
            "ROOT" if head == word else self.deps[number] for word, (head, number) in enumerate(zip(heads, best, strict=True))
        ]

    def best(self) -> list[int]:
        """Return the heads of the best tree that gives each predicate one subject, or of the best one where none is near."""
        heads = best_heads(self.weights)
        for _ in range(MOST_PARTED):
            rivals = self.rivals(heads)
            if not rivals:
                break
            held = self.total(heads)
            tried = [self.without(word, heads[word]) for word in rivals]
            trees = [best_heads(weights) for weights in tried]
            totals = [self.total(tree) for tree in trees]
            chosen = int(np.argmax(totals))
            if held - totals[chosen] > MOST_LESS:
                break
            heads, self.weights = trees[chosen], tried[chosen]
        return heads

    def rivals(self, heads: Sequence[int]) -> list[int]:
        """Return the subjects of the first predicate that has more than one."""
        subjects = [word for word, relation in enumerate(self.relations(heads)) if relation in SUBJECTS]
        for place, word in enumerate(subjects):
            if rivals := [other for other in subjects[place + 1 :] if heads[other] == heads[word]]:
                return [word, *rivals]
        return []

    def total(self, heads: Sequence[int]) -> float:
        """Return the log probability of a tree."""
        return float(self.weights[np.arange(len(heads)), list(heads)].sum())

    def without(self, word: int, head: int) -> Floats:
        """Return the weights with one arc forbidden."""
        weights = self.weights.copy()
        weights[word, head] = NEVER
        return weights
