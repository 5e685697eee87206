import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.dossier.axes import LETTER, number_axis
from rashomon.dossier.lines import STRIP, Label, Mark, lane, place_labels, scale, strip
from rashomon.dossier.shapes import SHAPES, colour, shape

AXIS = number_axis([9, 16])


def test_a_bound_is_an_arrow_a_range_a_bar_and_looseness_a_soft_end() -> None:
    assert 'class="head"' in lane(Mark(low=9, high=None), AXIS)
    assert 'class="head"' in lane(Mark(low=None, high=9), AXIS)
    assert 'class="band"' in lane(Mark(low=9, high=16), AXIS)
    assert lane(Mark(low=9, high=9, about=True), AXIS).count('class="soft"') == 3
    plain = lane(Mark(low=9, high=9), AXIS)
    assert not re.search("head|band|soft|denied|hollow", plain)


def test_a_denied_figure_is_crossed_out_and_a_planned_one_hollow() -> None:
    assert 'class="denied"' in lane(Mark(low=9, high=9, certainty="negated"), AXIS)
    assert "hollow" in lane(Mark(low=9, high=9, certainty="future"), AXIS)


def test_56_voices_have_56_marks() -> None:
    assert len({(colour(place), shape(place)) for place in range(56)}) == 56
    assert len(set(SHAPES)) == 8


def test_a_scale_has_its_labels() -> None:
    assert re.findall(">([^<]+)</text>", scale(AXIS)) == [tick.label for tick in AXIS.ticks]


def test_marks_at_one_spot_stand_on_each_other() -> None:
    marks = [Mark(low=9, high=9, place=place) for place in (0, 1)]
    tops = re.findall(r'<svg y="(-?\d+)"', strip(marks, [], AXIS))
    assert len(set(tops)) == 2


@given(st.lists(st.tuples(st.integers(0, 100), st.text(min_size=1, max_size=30)), min_size=1, max_size=9))
def test_labels_of_a_strip_never_collide(found: list[tuple[int, str]]) -> None:
    labels = [Label(mark=Mark(low=value, high=value), words=words) for value, words in found]
    boxes: dict[int, list[tuple[float, float]]] = {}
    for x, words, row in place_labels(labels, number_axis([0, 100])):
        half = len(words) * LETTER / 2 / STRIP * 100
        boxes.setdefault(row, []).append((x - half, x + half))
    for places in boxes.values():
        assert all(one[1] <= two[0] for one, two in pairwise(sorted(places)))


def test_words_in_a_drawing_are_escaped() -> None:
    drawing = strip([Mark(low=9, high=9)], [Label(mark=Mark(low=9, high=9), words="<script>")], AXIS)
    assert "<script" not in drawing
