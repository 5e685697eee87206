"""Dates of publication in ISO 8601, as exact as they were given and no more."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
ZONES = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "MST": -420,
    "ET": None,
    "CST": None,
    "IST": None,
    "BST": None,
}
"""Minutes east of Greenwich. None marks abbreviations that several countries use: their time is kept without a zone."""

LONGEST_DATE = 100
"""Characters."""
ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:(?:T|t|\s+)(?P<clock>\d\d:\d\d)(?P<second>:\d\d)?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?)?"
)
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?")
SLASHED = re.compile(r"(?:(\d{4})[/.](\d\d?)[/.](\d\d?)|(\d\d?)[/.-](\d\d?)[/.-](\d{4}))")
TIMESTAMP = re.compile(r"\d{10}(?:\d{3})?")
WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
WORDED = (
    re.compile(rf"{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH},?\s+(?P<year>\d{{4}})"),
)
CLOCK = re.compile(
    r"[,\s]*(?:at\s+|-\s+|\|\s+)?(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"\(?(?P<zone>[A-Z]{1,5}|(?:UTC|GMT)?\s?[+-]\d\d?(?::?\d\d)?)?\)?(?:\s\([\w\s]+\))?",
    re.IGNORECASE,
)


def read_date(given: str) -> tuple[str | None, str | None]:
    """Read a date of publication.

    Understood are ISO 8601 (days, months, years, times), e-mail dates (RFC 5322), Unix timestamps, and English dates in
    words with an optional time and zone. Days and months in figures only count where their order cannot be mistaken.

    Returns:
        The date in ISO 8601 and None; or None and what is wrong with it. A zone that is not one zone gives both.
    """
    words = " ".join(given.split())
    if len(words) > LONGEST_DATE:
        return None, f"date '{words[:LONGEST_DATE]}…' not understood"
    try:
        found = _read_figures(words)
        if found is None:
            return _read_words(words) or (None, f"date '{words}' not understood")
        return found, None
    except (ValueError, OverflowError):
        return None, f"date '{words}' not understood"


def _read_figures(words: str) -> str | None:
    """Read a date written for machines or in figures.

    Raises:
        ValueError: it has the form of a date and is none (month 13).
    """
    if match := ISO.fullmatch(words):
        if not match["clock"]:
            return date.fromisoformat(match["day"]).isoformat()
        moment = datetime.fromisoformat(f"{match['day']}T{match['clock']}{match['second'] or ''}")
        zone = match["zone"]
        if zone:
            moment = moment.replace(tzinfo=_offset(zone))
        return moment.isoformat(timespec="seconds" if match["second"] else "minutes")
    if TIMESTAMP.fullmatch(words):
        moment = datetime.fromtimestamp(int(words[:10]), tz=UTC)
        return moment.isoformat(timespec="seconds")
    if MONTH_OR_YEAR.fullmatch(words):
        return words
    if match := COMPACT.fullmatch(words):
        year, month, day, hour, minute, second, zone = match.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "") + (f":{second}" if second else "") + (zone or "")
        return _read_figures(text)
    if match := SLASHED.fullmatch(words):
        return _read_slashed(*match.groups())
    return None


def _read_slashed(*groups: str | None) -> str:
    """Read year/month/day, or day and month in the one order that is possible."""
    if groups[0]:
        return date(*(int(group) for group in groups[:3] if group)).isoformat()
    first, second, year = (int(group) for group in groups[3:] if group)
    if first == second or second > 12:
        return date(year, first, second).isoformat()
    if first > 12:
        return date(year, second, first).isoformat()
    raise ValueError("day and month cannot be told apart")


def _read_words(words: str) -> tuple[str | None, str | None] | None:
    """Read an e-mail date or an English date in words."""
    bare = WEEKDAY.sub("", words)
    for form in WORDED:
        match = form.match(bare)
        if match and (month := MONTHS.get(match["month"].lower())):
            rest = bare[match.end() :].strip(" ,")
            if "day" not in match.groupdict():
                return (f"{int(match['year']):04d}-{month:02d}", None) if not rest else None
            day = date(int(match["year"]), month, int(match["day"]))
            return _with_clock(day, rest) if rest else (day.isoformat(), None)
    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, IndexError):
        return None
    return moment.isoformat(timespec="seconds"), None


def _with_clock(day: date, rest: str) -> tuple[str | None, str | None] | None:
    """Add hour and zone to a day."""
    match = CLOCK.fullmatch(rest)
    if not match:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    moment = datetime(day.year, day.month, day.day, hour, int(match["minute"]), int(match["second"] or 0))  # noqa: DTZ001 -- zone follows, if given
    spec = "seconds" if match["second"] else "minutes"
    zone = match["zone"]
    if not zone:
        return moment.isoformat(timespec=spec), None
    offset = _offset(zone.upper())
    if offset is None:
        return moment.isoformat(timespec=spec), f"time zone '{zone}' is not one zone; the date is kept without it"
    return moment.replace(tzinfo=offset).isoformat(timespec=spec), None


def _offset(zone: str) -> tzinfo | None:
    """Return the zone of an abbreviation or of figures; None where it is ambiguous or unknown.

    Raises:
        ValueError: figures beyond a day.
    """
    if zone.upper() in ZONES:
        minutes = ZONES[zone.upper()]
        return None if minutes is None else timezone(timedelta(minutes=minutes))
    match = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d\d?):?(\d\d)?", zone)
    if not match:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
