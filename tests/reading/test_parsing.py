"""From scores of arcs and relations to trees: what an arc would be, and one subject for each predicate."""

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.encoder.parsing import Sentence

DEPS = ("ROOT", "nsubj", "obj", "advcl", "det")
Arcs = dict[tuple[int, int], tuple[float, str]]


def sentence(count: int, arcs: Arcs, root: int) -> Sentence:
    """Return a sentence of which each arc (word, head) has a score and a relation; all others are unlikely and without one."""
    scores = np.full((count, count), -6.0, dtype=np.float32)
    scores[root, root] = 3.0
    left: NDArray[np.float32] = np.zeros((count, len(DEPS), count), dtype=np.float32)
    for (word, head), (score, relation) in arcs.items():
        scores[word, head] = score
        left[word, DEPS.index(relation), head] = 8.0
    return Sentence(scores, left, np.eye(count, dtype=np.float32), DEPS)


def test_an_arc_without_a_likely_relation_gives_way() -> None:
    # "the flood rose": the arc from "the" to "rose" is a little likelier, but no relation fits it.
    own = sentence(3, {(0, 1): (1.0, "det"), (1, 2): (3.0, "nsubj")}, root=2)
    own.weights = own.weighed(np.array([[-6, 1.0, 1.2], [-6, -6, 3.0], [-6, -6, 3.0]], dtype=np.float32))
    assert own.best() == [1, 2, 2]


def test_two_subjects_are_parted() -> None:
    # "skiffs fled , Sukanya stopped three": both nouns are likeliest the subject of "stopped", the first one nearly so of "fled".
    arcs: Arcs = {
        (0, 3): (1.5, "nsubj"),
        (0, 1): (0.5, "nsubj"),
        (1, 3): (3.0, "advcl"),
        (2, 3): (3.0, "nsubj"),
        (4, 3): (3.0, "obj"),
    }
    own = sentence(5, arcs, root=3)
    assert own.rivals([3, 3, 3, 3, 3]) == [0, 2]
    heads = own.best()
    assert heads == [1, 3, 3, 3, 3]
    assert own.relations(heads) == ["nsubj", "advcl", "nsubj", "ROOT", "obj"]


def test_two_subjects_stay_where_no_other_tree_is_near() -> None:
    arcs: Arcs = {(0, 3): (9.0, "nsubj"), (1, 3): (9.0, "advcl"), (2, 3): (9.0, "nsubj"), (4, 3): (9.0, "obj")}
    assert sentence(5, arcs, root=3).best() == [3, 3, 3, 3, 3]
