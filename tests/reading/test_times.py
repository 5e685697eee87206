from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import TimeMention
from rashomon.reading.times import find_times
from rashomon.values.times import format_time
from tests.making import parse

WRITTEN = "2013-09-11"
"""A Wednesday."""


def read(text: str, published: str | None = WRITTEN) -> list[tuple[str, str | None]]:
    return [(one.span.of(text), one.value.iso if one.value else None) for one in find_times(text, (), published=published)]


def only(text: str, published: str | None = WRITTEN) -> TimeMention:
    (mention,) = find_times(text, (), published=published)
    return mention


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on 10 Nov 11", "2011-11-10"),
        ("on Fri, 11 Nov 2011", "2011-11-11"),
        ("on the 4th of March 1987", "1987-03-04"),
        ("on Sept. 3rd, 2012", "2012-09-03"),
        ("on 2012-09-03", "2012-09-03"),
        ("on 25/12/2012", "2012-12-25"),
        ("on 9/10/2013", "2013-09-10"),
        ("on 25.12.2012", "2012-12-25"),
        ("3-5 May 2010", "2010-05-03/2010-05-05"),
        ("from 3 to 5 May 2010", "2010-05-03/2010-05-05"),
        ("on May 3 and 4, 2010", "2010-05-03/2010-05-04"),
        ("in June 2012", "2012-06"),
        ("between March and May 2012", "2012-03/2012-05"),
        ("from November 2011 to January 2012", "2011-11/2012-01"),
        ("in 1998", "1998"),
        ("in mid-2011", "2011"),
        ("from 2007 to the end of 2008", "2007/2008"),
        ("2007-09", "2007/2009"),
        ("in the 1990s", "1990/1999"),
        ("in the summer of 2010", "2010-06/2010-08"),
        ("in the fourth quarter of 2005", "2005-10/2005-12"),
        ("in the first half of 2005", "2005-01/2005-06"),
        ("since October 2011", "2011-10/"),
        ("since 2011", "2011/"),
        ("from 2009 onwards", "2009/"),
    ],
)
def test_words_alone_fix_a_date(words: str, iso: str) -> None:
    text = f"The dam was closed {words}, the keeper said."
    mention = only(text)
    assert mention.span.of(text) == words
    assert mention.value is not None
    assert (mention.value.iso, mention.value.anchor) == (iso, "explicit" if words != "on 9/10/2013" else "publication")


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("yesterday", "2013-09-10"),
        ("early today", "2013-09-11"),
        ("last night", "2013-09-10"),
        ("this morning", "2013-09-11"),
        ("the day before yesterday", "2013-09-09"),
        ("on Monday morning", "2013-09-09"),
        ("in the early hours of Monday", "2013-09-09"),
        ("on Wednesday", "2013-09-11"),
        ("last Wednesday", "2013-09-04"),
        ("Thursday night", "2013-09-05"),
        ("last week", "2013-09-02/2013-09-08"),
        ("this week", "2013-09-09/2013-09-15"),
        ("at the weekend", "2013-09-07/2013-09-08"),
        ("last month", "2013-08"),
        ("earlier this year", "2013"),
        ("last year", "2012"),
        ("two days ago", "2013-09-09"),
        ("a week ago", "2013-09-04"),
        ("four months ago", "2013-05"),
        ("20 years ago", "1993"),
        ("a decade ago", "2003"),
        ("on June 17", "2013-06-17"),
        ("on 17 November", "2012-11-17"),
        ("at the end of July", "2013-07"),
        ("in December", "2012-12"),
        ("last September", "2012-09"),
        ("since October", "2012-10/"),
        ("since September this year", "2013-09/"),
        ("in July or August", "2013-07/2013-08"),
        ("last summer", "2013-06/2013-08"),
        ("on the 4th", "2013-09-04"),
        ("on Christmas Eve", "2012-12-24"),
    ],
)
def test_the_day_of_publication_fixes_the_rest(words: str, iso: str) -> None:
    text = f"The dam was closed {words}, the keeper said."
    mention = only(text)
    assert mention.span.of(text) == words
    assert mention.value is not None
    assert (mention.value.iso, mention.value.anchor) == (iso, "publication")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council will vote on Thursday.", "2013-09-12"),
        ("The bill is to be voted on Wednesday.", "2013-09-11"),
        ("Repairs could take until 31 December.", "2013-12-31"),
        ("The dam should be open by Dec. 25.", "2013-12-25"),
        ("Rain is expected as early as January or February.", "2014-01/2014-02"),
        ("He was held pending his next hearing April 19.", "2014-04-19"),
        ("Talks will go on next week.", "2013-09-16/2013-09-22"),
        ("The dam will close in the winter.", "2013-12/2014-02"),
        ("It will open at the weekend.", "2013-09-14/2013-09-15"),
    ],
)
def test_the_future_tense_looks_ahead(text: str, iso: str) -> None:
    value = only(text).value
    assert value is not None
    assert value.iso == iso


def test_the_tense_is_that_of_the_verb_above_in_the_parse() -> None:
    text, tokens = parse(
        """
        The the DET DT 2 det
        council council NOUN NN 3 nsubj
        meets meet VERB VBZ 0 root
        Thursday Thursday PROPN NNP 3 obl
        """
    )
    (ahead,) = find_times(text, tokens, published=WRITTEN)
    assert (ahead.head, ahead.value and ahead.value.iso) == (3, "2013-09-12")
    text, tokens = parse(
        """
        The the DET DT 2 det
        river river NOUN NN 3 nsubj
        burst burst VERB VBD 0 root
        on on ADP IN 5 case
        Thursday Thursday PROPN NNP 3 obl
        """
    )
    (behind,) = find_times(text, tokens, published=WRITTEN)
    assert behind.span.of(text) == "on Thursday"
    assert (behind.head, behind.value and behind.value.iso) == (4, "2013-09-05")


def test_a_weekday_tells_the_year_of_its_date() -> None:
    assert read("The dam burst on Friday, Nov. 15, he said.") == [("on Friday, Nov. 15", "2013-11-15")]
    assert read("The dam burst on Thursday, Nov. 15, he said.") == [("on Thursday, Nov. 15", "2012-11-15")]
    assert read("The dam burst on Sunday, Aug. 15, he said.") == [("on Sunday, Aug. 15", "2013-08-15")]


def test_what_is_named_by_its_day_has_happened() -> None:
    text, tokens = parse(
        """
        Monday Monday PROPN NNP 3 nmod:poss
        's 's PART POS 1 case
        fire fire NOUN NN 6 nsubj:pass
        will will AUX MD 6 aux
        be be AUX VB 6 aux:pass
        debated debate VERB VBN 0 root
        """
    )
    (mention,) = find_times(text, tokens, published=WRITTEN)
    assert mention.value is not None
    assert mention.value.iso == "2013-09-09"


def test_a_time_of_the_text_is_counted_from() -> None:
    text = "The bridge fell on 3 May 2012. The following day engineers came. It was open again two weeks later."
    assert read(text, None)[1:] == [("The following day", "2012-05-04"), ("two weeks later", "2012-05-18")]
    assert only("He came two days after Christmas 2011.", None).value is not None
    assert read("Two days after Monday's flood he came.") == [("Two days after Monday", "2013-09-11")]
    assert read("He came a day before the vote.") == []


def test_since_marks_a_day_where_something_is_the_first_or_worst() -> None:
    assert read("It was the worst flood since 1991.") == [("since 1991", "1991")]
    assert read("The dam has been shut since 1991.") == [("since 1991", "1991/")]


@pytest.mark.parametrize(
    "words",
    [
        "9.25 a. m.",
        "10am",
        "4.30 pm",
        "at 9:25 hours",
        "at 0800 GMT",
        "at 08:06 UTC",
        "10:00 am (0800 GMT)",
        "6:40 p.m. (GMT+8)",
        "around 9.15pm local time",
        "at 1:53 p. m. local time",
        "at seven o'clock",
        "at noon",
        "15:45",
    ],
)
def test_clock_times_alone_have_no_value(words: str) -> None:
    text = f"The siren went {words} and people ran."
    mention = only(text)
    assert mention.span.of(text) == words
    assert mention.value is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("At 9.25 a. m. on Thursday", "2013-09-05T09:25"),
        ("at about 9:25 in the morning of 10th Sept", "2013-09-10T09:25"),
        ("at 16:00 UTC today", "2013-09-11T16:00Z"),
        ("on Monday at 6 p.m. EDT", "2013-09-09T18:00-04:00"),
        ("after 10 a.m. on Monday", "2013-09-09"),
    ],
)
def test_a_day_takes_the_clock_time_beside_it(words: str, iso: str) -> None:
    assert read(f"{words} the siren went.") == [(words, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "He was held for three years and fined.",
        "It shook for 10 seconds.",
        "The 24-year-old left.",
        "She is in her 70s.",
        "Every Monday the market opens.",
        "A crowd of 2010 people came.",
        "It holds 1,950 litres and 2000 metres of rope.",
        "They may march to the sun.",
        "He lives on the 14th floor.",
        "He paid $2012 for 3:2 odds.",
        "Black Friday sales rose.",
        "The Sunday Times wrote it.",
        "Voting on the 3rd bill.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_a_count_after_a_month_is_no_day() -> None:
    assert read("In June 17 people died.") == [("In June", "2013-06")]


def test_lines_bound_expressions() -> None:
    text = "Market to stay shut until Friday\nSeptember 11, 2013\nThe market is shut."
    assert read(text, None) == [("until Friday", "2013-09-13"), ("September 11, 2013", "2013-09-11")]


@pytest.mark.parametrize(
    "line",
    [
        "Updated: May 4, 2012 20:09 IST",
        "Published May 04, 2012",
        "7:00pm UK, Friday 04 May 2012",
        "WNS May 4, 2012, 05.51AM IST SELWYN:",
        "Posted: May 4, 2012 8:20 AM ET Last Updated: May 4, 2012 8:10 PM ET",
        "04 / 05 / 2012",
        "SELWYN, May 4, 2012 (Wire) - The dam has burst.",
    ],
)
def test_a_dateline_anchors_a_report_without_date(line: str) -> None:
    text = f"Dam bursts\n{line}\nThe dam burst yesterday."
    mentions = find_times(text, (), published="2012-05-04" if "/" in line else None)
    assert all(one.dateline for one in mentions[:-1])
    last = mentions[-1]
    assert not last.dateline
    assert last.value is not None
    assert (last.value.iso, last.value.anchor) == ("2012-05-03", "publication" if "/" in line else "text")


def test_a_dateline_before_publication_is_the_day_of_writing() -> None:
    text = "SELWYN, Sept 9 - The dam burst yesterday."
    assert read(text) == [("Sept 9", "2013-09-09"), ("yesterday", "2013-09-08")]


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert not only("The dam burst on May 4, 2012.").dateline
    assert not only("Dam Bursts Monday").dateline


def test_without_any_anchor_nothing_is_guessed() -> None:
    assert read("The dam burst on Monday. In May it had been repaired. It opened last year.", None) == [
        ("on Monday", None),
        ("In May", None),
        ("last year", None),
    ]


def test_a_post_that_is_quoted_gives_the_year() -> None:
    text = "The dam burst on June 30.\nSo sad.\n— SELWYN NEWS (@selwyn) July 1, 2025\nIt had been repaired in March 2025."
    assert read(text, None) == [("on June 30", "2025-06-30"), ("July 1, 2025", "2025-07-01"), ("in March 2025", "2025-03")]


def test_a_month_written_with_its_year_is_not_the_month_without() -> None:
    text = "The dam, opened in June 2024, burst on June 17."
    assert read(text, None) == [("in June 2024", "2024-06"), ("on June 17", "2025-06-17")]


def test_publication_counts_in_its_own_zone() -> None:
    assert read("The dam burst today.", "2013-09-11T23:30-05:00") == [("today", "2013-09-11")]
    assert read("The dam burst in May.", "2013") == [("in May", "2013-05")]
    assert read("The dam burst today.", "some day") == [("today", None)]


@pytest.mark.parametrize("text", ["on 30 February 2012", "on 29 February 2011"])
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    assert only(text).value is None


@given(
    st.one_of(
        st.dates(min_value=date(1950, 1, 1), max_value=date(2048, 12, 31)).map(date.isoformat),
        st.dates(min_value=date(1950, 1, 1), max_value=date(2048, 12, 31)).map(lambda day: day.isoformat()[:7]),
        st.tuples(st.integers(1950, 2048), st.integers(1, 11)).map(lambda m: f"{m[0]}-{m[1]:02d}/{m[0]}-{m[1] + 1:02d}"),
        st.tuples(st.integers(1950, 2048), st.integers(1, 27)).map(lambda m: f"{m[0]}-08-{m[1]:02d}/{m[0]}-08-{m[1] + 1:02d}"),
        st.tuples(st.integers(1950, 2040), st.integers(1, 9)).map(lambda m: f"{m[0]}/{m[0] + m[1]}"),
        st.integers(1950, 2048).map(lambda year: f"{year}-09/"),
        st.integers(1950, 2048).map(lambda year: f"{year}-09-03T17:05Z"),
    )
)
def test_reading_what_was_printed_gives_the_value_back(iso: str) -> None:
    text = f"They met: {format_time(iso)}."
    assert [value for _, value in read(text, None)] == [iso]


@given(st.text(alphabet="0123456789 :./-apmMonJue,'thsince\n", max_size=60))
def test_any_text_gives_spans_in_order_without_overlap(text: str) -> None:
    spans = [one.span for one in find_times(text, (), published=WRITTEN)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
