"""Clock times: "around 10:30 a.m.", "at 1353 (1023 GMT)", "in the early hours" as spans of minutes after midnight."""

import re
from collections.abc import Iterator
from typing import Literal

Minutes = tuple[int, int]
"""First and last minute of a clock time, counted from midnight."""
PARTS: dict[str, Minutes] = {
    "small hours": (0, 300), "early hours": (0, 420), "early morning": (240, 540), "mid-morning": (540, 690),
    "midmorning": (540, 690), "late morning": (630, 720), "early afternoon": (720, 900), "mid-afternoon": (840, 990),
    "late afternoon": (930, 1080), "early evening": (1020, 1200), "late evening": (1200, 1380), "dawn": (240, 480),
    "daybreak": (240, 480), "midnight": (0, 0), "noon": (720, 720), "midday": (690, 780), "dusk": (1020, 1260),
    "nightfall": (1020, 1260), "overnight": (0, 480),
}  # fmt: skip
"""Parts of the day; "Monday morning" is left to the dates."""
DAYS = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)"
ZONE = r"(?:local\s+time|GMT|UTC|BST|[ECMP][SD]?T|IST|CET|CEST|hours)"
HOUR = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:\s?[:.h]\s?(?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<plain>[01]?\d|2[0-4])[:.](?P<minutes>[0-5]\d)(?![\d.])(?=\s*(?:\(|[.,;]?\s*$|"
    + ZONE
    + r"|on\b|in\s+the\b|"
    + DAYS
    + r"))"
    r"|(?P<four>[01]\d|2[0-3])(?P<last>[0-5]\d)(?=\s*(?:\(|" + ZONE + r"))"
    r"|(?P<said>\d{1,2})\s+o['’]clock)"
)
PART = rf"(?P<part>{'|'.join(words.replace(' ', rf'(?:[ ]{DAYS})?[ ]') for words in PARTS)})"
BEFORE = (
    r"(?:\b(?:at|in|on|around|about|approximately|roughly|just|shortly|soon|before|after|by|between|from|until|since|the|a)\s+)*"
)
AFTER = (
    rf"(?:,?\s+(?:{ZONE}|(?:of|in)\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|at\s+night))*"
    r"(?:\s*\(\s*[\d.:]{1,5}[^()]{0,12}\))?"
)
PHRASE = re.compile(rf"(?<![\w$€£.(]){BEFORE}\b(?:{HOUR}|{PART}\b){AFTER}", re.IGNORECASE)
SLACK = 15
"""Minutes by which two reports round one clock time."""


def clock_phrases(text: str) -> Iterator[tuple[int, int, Minutes]]:
    """Yield (start, end, minutes) for each clock time in a text, with the words before it ("at around") and its zone."""
    for match in PHRASE.finditer(text):
        yield match.start(), match.end(), read_minutes(match)


def clock_minutes(text: str) -> Minutes | None:
    """Return the minutes that the first clock time in a text spans, None where it has none."""
    return next((minutes for _, _, minutes in clock_phrases(text)), None)


def read_minutes(match: re.Match[str]) -> Minutes:
    """Return the minutes that a match of `PHRASE` spans."""
    if match["part"]:
        words = re.sub(rf"\s+{DAYS}", "", match["part"].casefold())
        return PARTS[re.sub(r"\s+", " ", words)]
    hour = int(match["hour"] or match["plain"] or match["four"] or match["said"])
    minute = int(match["minute"] or match["minutes"] or match["last"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return (hour * 60 + minute, hour * 60 + minute)


def compare_clocks(left: Minutes, right: Minutes) -> Literal["same", "narrows", "narrowed-by", "conflict"]:
    """Tell how two clock times stand to each other; `narrows`: the left one lies within the right one."""
    if abs(left[0] - right[0]) <= SLACK and abs(left[1] - right[1]) <= SLACK:
        return "same"
    if right[0] - SLACK <= left[0] and left[1] <= right[1] + SLACK:
        return "narrows"
    if left[0] - SLACK <= right[0] and right[1] <= left[1] + SLACK:
        return "narrowed-by"
    return "conflict" if left[1] + SLACK < right[0] or right[1] + SLACK < left[0] else "same"
