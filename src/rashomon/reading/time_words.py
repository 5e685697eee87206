"""The words of time in English news: months, weekdays, numbers, zones, days with a name, and their regular expressions."""

import re

from rashomon.values.times import MONTHS

MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
WEEKDAY_NUMBERS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
"""Units that move a date; night counts as day, fortnight as two weeks."""

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
"""First and last month; the winter of a year runs into the next one (months 13 and 14)."""

NAMED_DAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
}
"""Days that fall on the same date each year. "Up to the new year" ends with the old one."""

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2}

ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}

ZONES = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wib": 7,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "gst": 4,
    "pkt": 5,
    "ict": 7,
    "hkt": 8,
    "sgt": 8,
    "awst": 8,
    "jst": 9,
    "kst": 9,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
    "est": -5,
    "edt": -4,
    "cdt": -5,
    "mdt": -6,
    "pdt": -7,
    "mst": -7,
    "pst": -8,
}
"""Hours ahead of UTC of abbreviations with one common reading. IST, CST and WST have several; ET and PT change in summer."""

UNSURE_ZONES = ("ist", "cst", "wst", "et", "ct", "mt", "pt", "hk", "cat", "eat", "wat", "sast")

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
)
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|MON|TUES?|WED|THUR?S?|FRI|SAT|SUN)\b\.?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?![\d%]|[.,:]\d)"
ORDINAL = r"(?:st|nd|rd|th)"
COUNT = (
    r"(?:\d{1,3}|"
    + "|".join(sorted((word for word in NUMBER_WORDS if word != "couple"), key=len, reverse=True))
    + r"|a\s+couple\s+of)"
)
PART = (
    r"(?:(?:early|late|mid|late-night|early-morning)[\s-]+)?"
    r"(?:morning|afternoon|evening|night|midday|lunchtime|dawn|dusk|daybreak|sunset|sunrise|overnight)"
)


def month_number(word: str) -> int:
    """Return the number of a month from its name or short form."""
    return MONTH_NUMBERS[word[:3].casefold()]


def weekday_number(word: str) -> int:
    """Return the number of a weekday from its name or short form, Monday being 0."""
    return WEEKDAY_NUMBERS[word[:3].casefold()]


def count_of(word: str) -> int:
    """Return the number that a count says ("3", "three", "a couple of")."""
    plain = re.sub(r"^a\s+couple\s+of$", "couple", word.casefold())
    return NUMBER_WORDS[plain] if plain in NUMBER_WORDS else int(plain)


def full_year(digits: str, *, latest: int = 2049) -> int:
    """Return the year that two or four digits mean ("11" is 2011, "82" is 1982; `latest` divides the centuries)."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + 2000 if year + 2000 <= latest else year + 1900
