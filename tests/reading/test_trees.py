import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from rashomon.reading.encoder.bio import best_tags, follows
from rashomon.reading.encoder.trees import best_heads

Scores = NDArray[np.float32]
TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def squares(most: int) -> st.SearchStrategy[Scores]:
    floats = st.floats(-20, 20, width=16)
    return st.integers(1, most).flatmap(lambda count: arrays(np.float32, (count, count), elements=floats))


def total(scores: Scores, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


def is_tree(heads: list[int]) -> bool:
    def reaches(word: int) -> bool:
        for _ in heads:
            word = heads[word]
        return heads[word] == word

    return sum(word == head for word, head in enumerate(heads)) == 1 and all(map(reaches, range(len(heads))))


def is_without_crossing(heads: list[int]) -> bool:
    arcs = [(min(word, head), max(word, head)) for word, head in enumerate(heads) if word != head]
    root = next(word for word, head in enumerate(heads) if word == head)
    return not any(a < c < b < d for (a, b), (c, d) in itertools.product(arcs, arcs)) and not any(a < root < b for a, b in arcs)


@given(squares(12))
def test_heads_are_always_a_tree_with_one_root_and_without_crossing_arcs(scores: Scores) -> None:
    heads = best_heads(scores)
    assert is_tree(heads)
    assert is_without_crossing(heads)


@given(squares(4))
def test_no_such_tree_scores_higher(scores: Scores) -> None:
    count = len(scores)
    every = (list(heads) for heads in itertools.product(range(count), repeat=count))
    best = max(total(scores, heads) for heads in every if is_tree(heads) and is_without_crossing(heads))
    assert abs(total(scores, best_heads(scores)) - best) < 0.001


def test_an_arc_that_would_tear_a_clause_apart_is_given_up() -> None:
    # "Lines failed after cables broke": each word has its best head, but "cables" hangs on "failed" over the "after" of "broke".
    likely = {(0, 1): 3, (1, 1): 3, (2, 4): 3, (3, 1): 2.0, (3, 4): 1.8, (4, 1): 3}
    scores = np.full((5, 5), -3.0, dtype=np.float32)
    for arc, score in likely.items():
        scores[arc] = score
    assert best_heads(scores) == [1, 1, 4, 4, 1]


def test_a_long_sentence_without_any_sense_has_a_tree() -> None:
    scores = np.random.default_rng(0).normal(size=(300, 300)).astype(np.float32)
    assert is_tree(best_heads(scores))


@given(arrays(np.float32, (6, len(TAGS)), elements=st.floats(-5, 5, width=16)))
def test_tags_of_names_always_follow_one_another(scores: Scores) -> None:
    tags = best_tags(scores, TAGS)
    assert len(tags) == 6
    assert all(follows(before, tag) for before, tag in itertools.pairwise(["O", *tags]))
