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


@given(squares(12))
def test_heads_are_always_a_tree_with_one_root(scores: Scores) -> None:
    assert is_tree(best_heads(scores))


@given(squares(4))
def test_no_tree_scores_higher(scores: Scores) -> None:
    count = len(scores)
    trees = (list(heads) for heads in itertools.product(range(count), repeat=count))
    best = max(total(scores, heads) for heads in trees if is_tree(heads))
    assert abs(total(scores, best_heads(scores)) - best) < 0.001


def test_a_long_sentence_without_any_sense_has_a_tree() -> None:
    scores = np.random.default_rng(0).normal(size=(300, 300)).astype(np.float32)
    assert is_tree(best_heads(scores))


@given(arrays(np.float32, (6, len(TAGS)), elements=st.floats(-5, 5, width=16)))
def test_tags_of_names_always_follow_one_another(scores: Scores) -> None:
    tags = best_tags(scores, TAGS)
    assert len(tags) == 6
    assert all(follows(before, tag) for before, tag in itertools.pairwise(["O", *tags]))
