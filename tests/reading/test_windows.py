import itertools

from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.encoder.windows import LONGEST_UNIT, Window, find_chunks

SIZES = st.lists(st.integers(1, 8), max_size=200)


@given(SIZES, st.data())
def test_each_word_is_read_once_and_no_window_is_too_long(sizes: list[int], data: st.DataObject) -> None:
    flags = st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes))
    lines, starts, room = data.draw(flags), data.draw(flags), data.draw(st.integers(16, 60))
    chunks = list(find_chunks(sizes, lines, starts, room))
    windows = [window for chunk in chunks for window in chunk]
    assert [place for window in windows for place in range(window.core, window.core_end)] == list(range(len(sizes)))
    assert all(window.start <= window.core < window.core_end <= window.end for window in windows)
    assert all(sum(sizes[window.start : window.end]) <= room for window in windows)


def test_short_lines_share_a_window_and_are_not_cut() -> None:
    lines = [place % 10 == 0 for place in range(40)]
    assert list(find_chunks([1] * 40, lines, lines, room=25)) == [(Window(0, 20, 0, 20),), (Window(20, 40, 20, 40),)]


def test_a_long_line_is_cut_at_sentences() -> None:
    starts = [place % 15 == 0 for place in range(45)]
    chunks = list(find_chunks([1] * 45, [True] + [False] * 44, starts, room=32))
    assert chunks == [(Window(0, 30, 0, 30),), (Window(30, 45, 30, 45),)]


def test_a_long_sentence_is_read_in_windows_that_overlap() -> None:
    only = [True] + [False] * 99
    (chunk,) = find_chunks([1] * 100, only, only, room=60)
    assert len(chunk) > 1
    assert all(window.end > behind.start for window, behind in itertools.pairwise(chunk))


def test_what_has_no_end_is_cut() -> None:
    only = [True] + [False] * (3 * LONGEST_UNIT)
    assert len(list(find_chunks([1] * len(only), only, only))) == 4
