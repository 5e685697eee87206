from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.dossier.axes import Axis, moment_span, number_axis, time_axis, touch


def test_a_line_begins_at_nought_and_keeps_proportions() -> None:
    axis = number_axis([12000, 15000])
    assert axis.ticks[0].label == "0"
    assert axis.place(12000) < axis.place(15000) < 100
    assert axis.place(7500) == pytest.approx((axis.place(0) + axis.place(15000)) / 2, abs=0.1)


def test_a_line_comes_closer_where_figures_are_close() -> None:
    axis = number_axis([101, 103])
    assert axis.place(103) - axis.place(101) > 20


def test_a_line_is_logarithmic_where_figures_are_far_apart() -> None:
    axis = number_axis([3, 30, 30000])
    assert axis.place(30) - axis.place(3) == pytest.approx((axis.place(30000) - axis.place(30)) / 3, abs=0.1)


def test_a_single_figure_and_a_single_nought_have_a_line() -> None:
    assert number_axis([142]).place(142) > 50
    assert number_axis([0, 0]).place(0) == pytest.approx(9)


@given(st.lists(st.floats(min_value=0, max_value=1e13), min_size=1, max_size=8))
def test_labels_never_touch_and_every_figure_is_on_the_line(values: list[float]) -> None:
    check(number_axis(values), values)


@given(st.lists(st.floats(min_value=365.0, max_value=900_000.0), min_size=1, max_size=8))
def test_dates_never_touch_and_every_date_is_on_the_line(values: list[float]) -> None:
    check(time_axis(values), values)


def check(axis: Axis, values: list[float]) -> None:
    assert all(0 <= axis.place(value) <= 100 for value in values)
    assert not any(touch(one, two) for one, two in pairwise(axis.ticks))
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)


def test_moments_have_both_ends() -> None:
    start, end = moment_span("2031-05") or (None, None)
    assert start is not None
    assert end is not None
    assert end - start == 31
    assert moment_span("2031-12-31") == (741807.0, 741808.0)
    assert moment_span("2030-09/") == (*(moment_span("2030-09-01") or (0,))[:1], None)
    hour = moment_span("2031-05-02T12:00")
    assert hour is not None
    assert hour[0] == hour[1] == (moment_span("2031-05-02") or (0.0,))[0] + 0.5  # type: ignore[operator]  # a day has a start
    assert moment_span("soon") is None
    assert moment_span("9999-12") is None
