"""Vectors of claims come from the words of their focus and of their sentence alone."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.claims.meaning import Meanings
from rashomon.model import Reading, Span, Token

TEXT = "Nine died. Ten left."
WORDS = ((0, 4, 0), (5, 9, 0), (9, 10, 0), (11, 14, 1), (15, 19, 1), (19, 20, 1))
WIDTH = 2


def reading() -> Reading:
    """Two sentences of three words; each word's vectors hold its number."""
    tokens = tuple(
        Token(start=a, end=b, text=TEXT[a:b], lemma="", pos="X", tag="X", dep="dep", head=0, sentence=s) for a, b, s in WORDS
    )
    rows = np.zeros((len(tokens), 3 * WIDTH + 3), dtype=np.float32)
    rows[:, 0] = rows[:, WIDTH + 1] = rows[:, 2 * WIDTH + 2] = np.arange(1, len(tokens) + 1)
    return Reading(report="r", text=TEXT, tokens=tokens, meanings=rows)


def test_the_answer_is_of_the_focus_and_the_rest_of_its_sentence() -> None:
    meaning, answer = Meanings(reading()).of(Span(start=11, end=14))
    assert meaning == pytest.approx(np.array([4, 0, 0, 5]) / np.hypot(4, 5), abs=1e-4)
    assert answer == (1.0, 0.0)


def test_a_word_that_weighs_more_counts_more() -> None:
    given = reading()
    assert given.meanings is not None
    heavy = given.meanings.copy()
    heavy[2, 2 * WIDTH] = 100.0
    meaning, _ = Meanings(replace(given, meanings=heavy)).of(Span(start=0, end=10))
    assert meaning[0] / meaning[3] == pytest.approx(3 / 2, abs=1e-3)


def test_a_pipeline_without_the_head_gives_none() -> None:
    assert Meanings(replace(reading(), meanings=None)).of(Span(start=0, end=4)) == ((), ())
