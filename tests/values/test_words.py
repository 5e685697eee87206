from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.words import likeness, weight

WORDS = st.sets(st.sampled_from(["barge", "sink", "harbour", "the", "people", "warden", "coal"]))


def test_rare_words_weigh_more() -> None:
    assert weight("zorblat") == 1.0
    assert weight("the") < 0.1 < weight("people") < weight("harbour") <= 1.0


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(left: set[str], right: set[str]) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert 0.0 <= likeness(left, right) <= 1.0 + 1e-9


def test_what_all_reports_share_tells_less() -> None:
    near = likeness({"barge", "sink"}, {"barge", "burn"})
    assert likeness({"barge", "sink"}, {"barge", "burn"}, known={"barge": 0.4}) < near
