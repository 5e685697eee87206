import pytest

from rashomon.dossier.words import count, figure, moment, period, short_moment, squeeze, standing
from rashomon.model import Origins, Quantity


@pytest.mark.parametrize(
    ("value", "words", "shown"),
    [
        (Quantity(low=15000, high=15000, unit="person"), "15,000 troops", "15,000"),
        (Quantity(low=15000, high=15000, unit="person", about=True), "around 15,000 troops", "around 15,000"),
        (Quantity(low=6, high=None, unit="coffin"), "at least six coffins", "at least 6"),
        (Quantity(low=6000, high=None, unit="person"), "more than 6,000", "more than 6,000"),
        (Quantity(low=None, high=25000, unit="person"), "up to 25,000 labourers", "up to 25,000"),
        (Quantity(low=10, high=12, unit="person"), "10 to 12 people", "10 to 12"),
        (Quantity(low=24, high=None, unit="person", about=True), "dozens of relatives", "“dozens of relatives”"),
        (Quantity(low=0.333, high=0.333, unit="share", about=True), "a third of the boats", "“a third of the boats”"),
        (Quantity(low=2.6e6, high=2.6e6, unit="USD"), "$2.6m", "$2.6 million"),
        (Quantity(low=12, high=12, unit="percent"), "12 per cent", "12%"),
        (Quantity(low=1300, high=1300, unit="km2"), "1,300 square kilometres", "1,300 km²"),
        (Quantity(low=40e6, high=40e6, unit="CHF"), "40 million francs", "40 million CHF"),
        (Quantity(low=6.4, high=6.4, unit="magnitude"), "6.4 magnitude", "6.4"),
        (Quantity(low=1.2e6, high=1.2e6, unit="person", per="year"), "1.2 million a year", "1.2 million a year"),
    ],
)
def test_a_figure_keeps_its_bounds_and_vague_words_stay_words(value: Quantity, words: str, shown: str) -> None:
    assert figure(value, words) == shown


def test_a_figure_whose_words_may_not_be_shown_has_words_all_the_same() -> None:
    assert figure(Quantity(low=24, high=None, unit="person", about=True), "") == "a figure in words"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-03", "3 May 2031"),
        ("2031-05-03T06:40:00+02:00", "3 May 2031, 06:40 (+02:00)"),
        ("2031-05-03T06:40Z", "3 May 2031, 06:40 (UTC)"),
        ("2031-05-03/2031-05-05", "3 to 5 May 2031"),
        ("2031-05/2031-07", "May to July 2031"),
        ("2030-09/", "since September 2030"),
        ("/2032", "until 2032"),
        ("2031-13-41", "2031-13-41"),
        ("soon", "soon"),
    ],
)
def test_times_in_words(iso: str, shown: str) -> None:
    assert period(iso) == shown


def test_a_publication_without_date_says_so() -> None:
    assert short_moment(None) == "no date"
    assert short_moment("2031-05-03T06:40:00+02:00") == "3 May, 06:40"
    assert moment("2031-05-03") == "3 May 2031"


def test_agreement_always_has_its_origins() -> None:
    assert standing(9, Origins(at_least=2, at_most=4)) == "nine reports, between two and four origins"
    assert standing(3, Origins(at_least=1, at_most=1)) == "three reports, one origin"
    assert count(1, "story") == "one story"
    assert count(20, "story") == "20 stories"


def test_squeeze_cuts_between_words_and_inside_endless_ones() -> None:
    assert squeeze("one two\n three four", 12) == "one two…"
    assert squeeze("x" * 100_000, 10) == "x" * 9 + "…"
