"""What the shipped pair network says of two claims, whichever is named first."""

import math

import pytest

from rashomon.model import Claim, Span
from rashomon.pairs import Passage, Texts, read_pair

FIRE = "The ferry Marigold burned because a lorry on its car deck had caught fire, police said."
SAME = "According to the coastguard, a truck in the hold set the Marigold ablaze."
OTHER = "The owner insists that the blaze on the Marigold started in the engine room."
BESIDE = "The lorry had been loaded in Tresk on Monday morning."


def whole(text: str) -> Passage:
    return Passage(text, 0, len(text), 0, len(text))


def claim(document: str, text: str, *, meaning: tuple[float, ...] = (1.0,)) -> Claim:
    span = Span(start=0, end=len(text))
    return Claim(id=document, document=document, kind="whether", focus=span, span=span, meaning=meaning)


@pytest.mark.parametrize("order", [-1, 0, 1])
def test_it_does_not_matter_which_is_named_first(order: int) -> None:
    assert read_pair(whole(FIRE), whole(OTHER), order=order) == read_pair(whole(OTHER), whole(FIRE), order=-order)


def test_the_probabilities_of_the_four_relations_sum_to_one() -> None:
    found = read_pair(whole(FIRE), whole(OTHER))
    assert sum(map(math.exp, (found.agree, found.conflict, found.update, found.differ))) == pytest.approx(1.0, abs=1e-4)


def test_what_answers_one_question_stands_above_what_stands_beside_it() -> None:
    same, other, beside = (read_pair(whole(FIRE), whole(text)) for text in (SAME, OTHER, BESIDE))
    assert min(same.same, other.same) > beside.same
    assert same.agree > other.agree
    assert other.conflict > same.conflict


def test_claims_are_read_in_their_texts_the_earlier_report_first() -> None:
    texts = {"one": FIRE, "two": OTHER}
    dated = Texts(texts=texts, times={"one": "2031-03-15", "two": "2031-03-14T10:00"})
    assert dated.standing(claim("one", FIRE), claim("two", OTHER)) == read_pair(whole(FIRE), whole(OTHER), order=1)
    undated = Texts(texts=texts, times={"one": "2031-03-15"})
    assert undated.standing(claim("one", FIRE), claim("two", OTHER)) == read_pair(whole(FIRE), whole(OTHER))


def test_how_many_pairs_are_read_at_once_changes_nothing() -> None:
    texts = {"one": FIRE, "two": OTHER, "three": SAME, "four": BESIDE}
    own = [claim(name, text) for name, text in texts.items()]
    pairs = [(left, right) for left in own for right in own if left is not right]
    assert Texts(texts=texts, threads=4).standings(pairs) == Texts(texts=texts, threads=1).standings(pairs)


def test_a_claim_of_another_pipeline_or_without_its_text_is_not_read() -> None:
    texts = Texts(texts={"one": FIRE, "two": OTHER})
    assert texts.standing(claim("one", FIRE, meaning=()), claim("two", OTHER)) is None
    assert Texts().standing(claim("one", FIRE), claim("two", OTHER)) is None
