from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import TimeValue
from rashomon.values.times import OPEN_END, OPEN_START, compare_times, format_time, interval

OTHER_WAY = {"narrows": "narrowed-by", "narrowed-by": "narrows"}


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(st.dates(min_value=date(2019, 11, 1), max_value=date(2021, 2, 28)))
    iso = day.isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    if len(iso) == 10 and draw(st.booleans()):
        iso += draw(st.sampled_from(["T00:10", "T09:25", "T23:50Z", "T09:25+05:30"]))
    return iso


@st.composite
def isos(draw: st.DrawFn) -> str:
    start, end = draw(points())[:10], draw(points())[:10]
    if interval(end)[1] < interval(start)[0]:
        start, end = end, start
    return draw(st.sampled_from([draw(points()), start, f"{start}/{end}", f"{start}/", f"/{end}"]))


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("2025-07/2025-08", date(2025, 7, 1), date(2025, 8, 31)),
        ("2011-09/", date(2011, 9, 1), OPEN_END),
        ("/2011-09", OPEN_START, date(2011, 9, 30)),
        ("2011-11-10T09:25+05:30", date(2011, 11, 10), date(2011, 11, 10)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_interval(iso: str, first: date, last: date) -> None:
    assert interval(TimeValue(iso=iso)) == (first, last)


@pytest.mark.parametrize("iso", ["", "/", "June 2024", "2024-13", "2023-02-29", "2024-06-14T25:00", "2024-06/2024-05", "24"])
def test_what_is_no_time_is_refused(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        interval(iso)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2024-06-14", "2024-06", "narrows"),
        ("2024", "2024-06-14", "narrowed-by"),
        ("2024-06-14", "2024-06-14/2024-06-14", "same"),
        ("2024-06-14", "2024-06-15", "conflict"),
        ("2024-06-14", "2024-07", "conflict"),
        ("2024-06/2024-08", "2024-07/2024-09", "incomparable"),
        ("2024-06", "2024-05/", "narrows"),
        ("2024-06-14T09:25", "2024-06-14", "narrows"),
        ("2024-06-14T09:25+02:00", "2024-06-14T07:25Z", "same"),
        ("2024-06-14T09:25Z", "2024-06-14T07:25Z", "conflict"),
        ("2024-06-14T09:25", "2024-06-14T07:25Z", "incomparable"),
        ("2024-06-14T09:25", "2024-06-18T07:25Z", "conflict"),
    ],
)
def test_compare_times(left: str, right: str, relation: str) -> None:
    assert compare_times(left, right) == relation


@given(isos(), isos())
def test_comparing_is_symmetric_in_kind(left: str, right: str) -> None:
    relation = compare_times(left, right)
    assert compare_times(right, left) == OTHER_WAY.get(relation, relation)


@given(isos())
def test_a_time_is_the_same_as_itself(iso: str) -> None:
    assert compare_times(iso, iso) == "same"


@given(isos(), isos(), isos())
def test_narrowing_is_transitive(one: str, two: str, three: str) -> None:
    if compare_times(one, two) == "narrows" and compare_times(two, three) == "narrows":
        assert compare_times(one, three) == "narrows"


@given(isos(), isos())
def test_what_narrows_lies_within(left: str, right: str) -> None:
    if compare_times(left, right) == "narrows":
        (a, b), (c, d) = interval(left), interval(right)
        assert c <= a
        assert b <= d


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-06-17", "17 June 2025"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2010-05-01/2010-05-02", "1 to 2 May 2010"),
        ("2010-04-30/2010-05-02", "30 April to 2 May 2010"),
        ("2025-07/2025-08", "July to August 2025"),
        ("2008-12/2009-01", "December 2008 to January 2009"),
        ("1990/1999", "1990 to 1999"),
        ("2010-05/2010-06-03", "May 2010 to 3 June 2010"),
        ("2011-09/", "since September 2011"),
        ("/2011-09", "until September 2011"),
        ("2011-11-10T09:25+05:30", "10 November 2011, 09:25 UTC+05:30"),
        ("2011-11-10T09:25Z", "10 November 2011, 09:25 UTC"),
    ],
)
def test_format_time(iso: str, words: str) -> None:
    assert format_time(TimeValue(iso=iso)) == words
