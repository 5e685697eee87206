import pytest

from rashomon.ingest.dates import read_date


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2013-07-02", "2013-07-02"),
        ("2013-07", "2013-07"),
        ("2013", "2013"),
        ("2013-07-02T15:50:00+05:30", "2013-07-02T15:50:00+05:30"),
        ("2013-07-02T15:50:00.123Z", "2013-07-02T15:50:00+00:00"),
        ("2013-07-02 15:50", "2013-07-02T15:50"),
        ("2013-07-02T15:50:00-0400", "2013-07-02T15:50:00-04:00"),
        ("2013-07-02T15:50:00 +02:00", "2013-07-02T15:50:00+02:00"),
        ("20130702", "2013-07-02"),
        ("20130702T155000Z", "2013-07-02T15:50:00+00:00"),
        ("2013/7/2", "2013-07-02"),
        ("27/03/2013", "2013-03-27"),
        ("3/27/2013", "2013-03-27"),
        ("4.4.2013", "2013-04-04"),
        ("1372780200", "2013-07-02T15:50:00+00:00"),
        ("1372780200000", "2013-07-02T15:50:00+00:00"),
        ("Tue, 02 Jul 2013 15:50:00 +0530", "2013-07-02T15:50:00+05:30"),
        ("Tue, 02 Jul 2013 15:50:00 GMT", "2013-07-02T15:50:00+00:00"),
        ("July 2, 2013", "2013-07-02"),
        ("2nd July 2013", "2013-07-02"),
        ("Sept. 2, 2013", "2013-09-02"),
        ("July 2013", "2013-07"),
        ("Tuesday, July 2, 2013 at 3:50 pm EDT", "2013-07-02T15:50-04:00"),
        ("2 July 2013, 12:05 a.m.", "2013-07-02T00:05"),
        ("2 July 2013 - 15:50 GMT+2", "2013-07-02T15:50+02:00"),
        ("02-Jul-2013", "2013-07-02"),
        ("27-03-2013", "2013-03-27"),
        ("Tue Jul 02 15:50:00 UTC 2013", "2013-07-02T15:50:00+00:00"),
        ("Tue Jul 02 2013 15:50:00 GMT+0530 (India Standard Time)", "2013-07-02T15:50:00+05:30"),
        ("2013-07-02T15:50:00+05:30[Asia/Kolkata]", "2013-07-02T15:50:00+05:30"),
    ],
)
def test_a_date_keeps_its_exactness_and_zone(given: str, iso: str) -> None:
    assert read_date(given) == (iso, None)


@pytest.mark.parametrize(
    "given",
    [
        "yesterday",
        "2013-13-02",
        "2013-02-30",
        "10/11/2013",
        "Smarch 2, 2013",
        "July 2, 2013 25:99",
        "13 pm",
        "2 hours ago",
        "0",
        "99999999999999",
    ],
)
def test_what_is_no_date_or_two_is_not_guessed(given: str) -> None:
    assert read_date(given) == (None, f"date '{given}' not understood")


def test_a_zone_that_several_countries_use_is_left_out_and_told() -> None:
    published, problem = read_date("November 11, 2011 20:09 IST")
    assert published == "2011-11-11T20:09"
    assert problem == "time zone 'IST' is not one zone; the date is kept without it"
