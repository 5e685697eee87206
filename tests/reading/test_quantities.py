"""Quantities in whole sentences: words, bounds, looseness and unit."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.reader import amounts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In total, 1,207,000 voters stayed away.", ("1,207,000 voters", 1207000, 1207000, False, "person")),
        ("The yard lost EUR50m last year.", ("EUR50m", 5e7, 5e7, False, "EUR")),
        (
            "It will cost between $US160 million and $US171 million.",
            ("between $US160 million and $US171 million", 160e6, 171e6, False, "USD"),
        ),
        ("A bid of C $6 a share was refused.", ("C $6", 6, 6, False, "CAD")),
        ("The line was sold for almost RM3.06mil.", ("almost RM3.06mil", 3.06e6, 3.06e6, True, "MYR")),
        ("The rent is Rs.5,000.", ("Rs.5,000", 5000, 5000, False, "INR")),
        ("Shares in the yard rose to 164p.", ("164p", 1.64, 1.64, False, "GBP")),
        ("The rate stood at 110 JPY.", ("110 JPY", 110, 110, False, "JPY")),
        ("They let sub-300 sq m offices.", ("sub-300 sq m", None, 300, False, "m2")),
        ("The pumps will be back in a day or two.", ("a day or two", 1, 2, False, "day")),
        ("It was minus 12 degrees Celsius at dawn.", ("minus 12 degrees Celsius", -12, -12, False, "degree Celsius")),
        ("In June 500 Marines came ashore.", ("500 Marines", 500, 500, False, "person")),
        ("At Boeing 300 workers walked out.", ("300 workers", 300, 300, False, "person")),
        ("The neck is 25.5″ long.", ("25.5″", 25.5, 25.5, False, "inch")),
        ("Repairs take an average of 70 days.", ("70 days", 70, 70, False, "day")),
        ("At least three people were killed.", ("At least three people", 3, None, False, "person")),
        ("As many as 40 miners are trapped.", ("As many as 40 miners", None, 40, False, "person")),
        ("No fewer than 12 houses burned down.", ("No fewer than 12 houses", 12, None, False, "house")),
        ("Nearly 300 residents fled.", ("Nearly 300 residents", 300, 300, True, "person")),
        ("Upwards of 2,000 people marched.", ("Upwards of 2,000 people", 2000, None, False, "person")),
        ("Between 10 and 12 boats were lost.", ("Between 10 and 12 boats", 10, 12, False, "boat")),
        ("Some 10-12 boats were lost.", ("Some 10-12 boats", 10, 12, True, "boat")),
        ("A dozen children were hurt.", ("A dozen children", 12, 12, False, "person")),
        ("None of the bids is for more than six years.", ("more than six years", None, 6, False, "year")),
        ("No firm has signed a lease longer than six years.", ("longer than six years", None, 6, False, "year")),
        ("It had not rained for more than 30 days.", ("more than 30 days", 30, None, False, "day")),
        ("They did not say that more than 20 miners died.", ("more than 20 miners", 20, None, False, "person")),
        ("It cost more than the $9 million that Orra paid.", ("$9 million", 9e6, 9e6, False, "USD")),
        ("She hid with two female co-workers.", ("two female co-workers", 2, 2, False, "person")),
        ("The 14 worst-hit villages burned.", ("The 14 worst-hit villages", 14, 14, False, "village")),
        ("The fire took six of its barns.", ("six of its barns", 6, 6, False, "barn")),
        ("A few charred or smoking cars stood there.", ("A few charred or smoking cars", 3, None, True, "car")),
        ("A 30- to 40-employee firm closed.", ("30- to 40-employee", 30, 40, False, "person")),
        ("The suspect is 5 foot, 9 inches tall.", ("5 foot, 9 inches", 69, 69, False, "inch")),
        ("A three-story house fell.", ("three-story", 3, 3, False, "storey")),
        ("It links 30 ports while a second is shorter.", ("30 ports", 30, 30, False, "port")),
        ("Thousands fled the town.", ("Thousands", 2000, None, True, "person")),
        ("Banks lost billions of euros.", ("billions of euros", 2e9, None, True, "EUR")),
        ("A quake of at least magnitude-5.9 struck.", ("at least magnitude-5.9", 5.9, None, False, "magnitude")),
        ("A 5.8 temblor shook Tesk.", ("5.8 temblor", 5.8, 5.8, False, "magnitude")),
        ("Two dozen soldiers surrendered.", ("Two dozen soldiers", 24, 24, False, "person")),
        ("Half a million people lost power.", ("Half a million people", 500_000, 500_000, False, "person")),
        ("The fire caused damage of $1.2bn.", ("$1.2bn", 1.2e9, 1.2e9, False, "USD")),
        ("The ministry set aside Rs 5 crore for the families.", ("Rs 5 crore", 5e7, 5e7, False, "INR")),
        ("Turnout fell to 30 per cent.", ("30 per cent", 30, 30, False, "percent")),
        ("A 6.1-magnitude earthquake shook the valley.", ("6.1-magnitude", 6.1, 6.1, False, "magnitude")),
        ("No one was hurt in the collapse.", ("No one", 0, 0, False, "person")),
        ("Up to 25,000 troops may be sent.", ("Up to 25,000 troops", None, 25_000, False, "person")),
        ("Police arrested fewer than 20 men.", ("fewer than 20 men", None, 20, False, "person")),
        ("He fell about 200m down a steep slope.", ("about 200m", 200, 200, True, "m")),
        ("The firm lost $600m in a year.", ("$600m", 6e8, 6e8, False, "USD")),
        ("Her blood alcohol was .41 per cent.", (".41 per cent", 0.41, 0.41, False, "percent")),
        ("He has had seven run-ins with the law.", ("seven run-ins", 7, 7, False, "run-in")),
        ("Two of Mayor Tosk's deputies resigned.", ("Two of Mayor Tosk's deputies", 2, 2, False, "person")),
        ("It runs 20 coal-fired plants.", ("20 coal-fired plants", 20, 20, False, "plant")),
        ("A 640bhp engine drives it.", ("640bhp", 640, 640, False, "horsepower")),
        ("The store sold 500mg tablets.", ("500mg", 500, 500, False, "mg")),
        ("A 30 degree slope lay before them.", ("30 degree", 30, 30, False, "degree")),
        ("The bank cut its rate by 25 basis points.", ("25 basis points", 25, 25, False, "basis point")),
        ("Bread now costs 60 cents.", ("60 cents", 0.6, 0.6, False, "USD")),
        ("It sells at 50 to 60 cents.", ("50 to 60 cents", 0.5, 0.6, False, "USD")),
        ("It trades at a 24pc discount.", ("24pc", 24, 24, False, "percent")),
        ("One fourth of the herd died.", ("One fourth of the herd", 0.25, 0.25, False, "share")),
        ("Mira Tosk was among the five who drowned.", ("the five", 5, 5, False, "person")),
    ],
)
def test_words_bounds_and_unit(text: str, expected: tuple[str, float | None, float | None, bool, str]) -> None:
    assert amounts(text) == [expected]


def test_rate_and_conversions() -> None:
    (rate,) = read("More than 6,000 shells a day were fired.").quantities
    assert (rate.value.low, rate.value.high, rate.value.per, rate.value.unit) == (6000, None, "day", "shell")
    (money,) = read("The firm will pay €2m (£1.7m; $2.6m).").quantities
    assert money.value.unit == "EUR"
    assert [(also.low, also.unit) for also in money.value.also] == [(1.7e6, "GBP"), (2.6e6, "USD")]
    (area,) = read("The slick covers 1,300 square kilometres (500 square miles).").quantities
    assert (area.value.unit, [also.unit for also in area.value.also]) == ("km2", ["mile2"])


def test_bare_millions_are_not_of_the_money_in_brackets() -> None:
    text = "The state, whose debt is ? 110 million (Dh472 million), has asked for 40 million more."
    assert [(words, unit) for words, _, _, _, unit in amounts(text)][-1] == ("40 million", "number")


def test_vague_words_have_a_lower_bound_and_no_upper_one() -> None:
    ((words, low, high, about, unit),) = amounts("Dozens of cars were torched.")
    assert (words, high, about, unit) == ("Dozens of cars", None, True, "car")
    assert low is not None
    assert low >= 12


def test_shares() -> None:
    for text in ("One in three homes was flooded.", "A third of the harvest was lost."):
        ((_, low, high, _, unit),) = amounts(text)
        assert low is not None
        assert low == high == pytest.approx(1 / 3, abs=0.01)
        assert unit == "share"


def test_a_part_named_behind_its_whole_counts_the_same_people() -> None:
    found = amounts("At least three people, two of them firefighters, were killed.")
    assert [(low, unit) for _, low, _, _, unit in found] == [(3, "person"), (2, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "Those aged between 12 and 14 were sent home.",
        "The governor, 61, said on 4 May that 2030 was a bad year.",
        "The seventeen-year-old was found at 10-11 p.m. on 5-6 May, on pages 4-7.",
        "The team won 3-1 in the 2030-31 season.",
        "Call 555-1234 or write to flat 9, 12 Harbour Street.",
        "The shop at 200 W. Harbour Blvd was closed, police told 1010 WINS.",
        "He was the second to arrive, the 21st in all.",
        "Firms of the FTSE 100 gained, and so did S&P 500 futures.",
        "The Boeing 787 Dreamliner was late.",
        "A 737 Max came down near the coast, and the maker grounded its 787 Dreamliner.",
        "The sea may rise over the pier by 2110.",
        "Sales fell this half, and will again next half.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert amounts(text) == []


WORDS = st.lists(
    st.sampled_from(
        "about up to at least 12 4,700 two dozen half $3m (€2m) % people of the houses and - , . per cent a day".split()
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    found = read(text).quantities
    for one in found:
        assert one.span.covers(one.number)
        assert one.number.end <= len(text)
        assert one.value.low is not None or one.value.high is not None
        assert one.value.low is None or one.value.high is None or one.value.low <= one.value.high
    assert all(left.number.end <= right.number.start for left, right in pairwise(found))


def test_shares_in_a_list_have_one_bound() -> None:
    found = amounts("Up to 70 percent of the lines in Orra, and 60 percent in Tesk, were down.")
    assert [(low, high) for _, low, high, *_ in found] == [(None, 70), (None, 60)]


def test_a_bound_at_the_head_of_a_line() -> None:
    assert amounts("Outages for millions\nUp to 70% of calls failed.")[1][:3] == ("Up to 70%", None, 70)


def test_what_is_paid_a_month_counts_no_months() -> None:
    (found,) = read("The clerk earns 900 a month.").quantities
    assert (found.value.unit, found.value.per) == ("number", "month")


def test_a_change_and_where_it_led_are_no_range() -> None:
    assert [low for _, low, *_ in amounts("The index gained 0.7 percent to 6,327 points.")] == [0.7, 6327]
