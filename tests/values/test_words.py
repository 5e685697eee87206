import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.words import Nearness, weight

WORDS = st.sets(st.sampled_from(["barge", "sink", "harbour", "the", "people", "warden", "coal"]))


def test_rare_words_weigh_more() -> None:
    assert weight("zorblat") == 1.0
    assert weight("the") < 0.1 < weight("people") < weight("harbour") <= 1.0


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(left: set[str], right: set[str]) -> None:
    near = Nearness(left | right)
    one, two = tuple(sorted(left)), tuple(sorted(right))
    assert near.likeness(one, two) == pytest.approx(near.likeness(two, one))
    assert 0.0 <= near.likeness(one, two) <= 1.0 + 1e-9


def test_the_same_words_are_alike_and_strange_words_are_not() -> None:
    near = Nearness(["barge", "sink", "warden", "coal"])
    assert near.likeness(("barge", "sink"), ("sink", "barge")) == pytest.approx(1.0)
    assert near.likeness(("barge",), ("warden",)) == 0.0
    assert near.likeness(("barge",), ("unheard",)) == 0.0


def test_near_words_count_for_less_than_the_same_word() -> None:
    near = Nearness(["thief", "robber", "monday", "tuesday"])
    assert 0.3 < near.likeness(("thief",), ("robber",)) < 0.8
    assert near.likeness(("monday",), ("tuesday",)) == 0.0


def test_what_all_reports_share_tells_less() -> None:
    words = ("barge", "sink"), ("barge", "burn")
    everything = ["barge", "sink", "burn"]
    assert Nearness(everything, {"barge": 0.4}).likeness(*words) < Nearness(everything).likeness(*words)
