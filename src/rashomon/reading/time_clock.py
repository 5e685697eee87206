"""Clock times with their zones: "9.25 a. m.", "0800 GMT", "at 9:25 hours", "6:40 p.m. (GMT+8)"."""

import re

from rashomon.reading.time_expression import Expression
from rashomon.reading.time_words import UNSURE_ZONES, ZONES

_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
_NAMES = "|".join(sorted((*ZONES, *UNSURE_ZONES), key=len, reverse=True))
_ZONE = (
    r"(?:"
    r"(?P<word>Coordinated\s+Universal\s+Time|Greenwich\s+Mean\s+Time)(?:\s*\((?:UTC|GMT)\))?"
    r"|(?:UTC|GMT|utc|gmt)\s?(?P<offset>[+-]\s?\d{1,2}(?::?\d{1,2})?)"
    rf"|(?P<zone>{_NAMES.upper()})\b"
    r"|(?P<local>(?:local|Eastern|Central|Pacific|Mountain)(?:\s+(?:standard|daylight))?\s+time|U\.S\.\s+Eastern)"
    r")"
)
_ANY_ZONE = re.sub(r"\?P<\w+>", "?:", _ZONE)
_HALF_WORDS = r"(?:\s+in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|\s+at\s+night)?"
_AFTER = rf"(?:,?\s*(?P<opened>\(\s*)?{_ZONE}(?(opened)\s*\)))?(?:,?\s+local\s+time)?{_HALF_WORDS}"
_BEFORE = r"(?<![\w.:/$€£])(?<![-–]\d)"

_FORMS = (
    re.compile(rf"{_BEFORE}(?P<hour>[01]?\d|2[0-4])\s?[:.]\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?\s*{_HALF}{_AFTER}", re.I),
    re.compile(rf"{_BEFORE}(?P<hour>1[0-2]|0?[1-9])\s*{_HALF}{_AFTER}", re.I),
    re.compile(
        rf"{_BEFORE}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)(?:\s*(?:hours|hrs|h)\b\.?)?{_AFTER}"
    ),
    re.compile(rf"{_BEFORE}(?P<hour>[01]?\d|2[0-4])[.h](?P<minute>[0-5]\d)\s*(?:hours\b|hrs\b\.?|h\b|(?={_ANY_ZONE})){_AFTER}"),
    re.compile(rf"{_BEFORE}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s*(?:hours\b|hrs\b\.?|h\b|(?=\(?{_ANY_ZONE})){_AFTER}"),
    re.compile(
        rf"\b(?P<said>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o[’']\s?clock\b{_AFTER}", re.I
    ),
    re.compile(
        rf"\b(?:at|around|about|by|before|after|until|till|from|to|since)\s+(?P<word_time>noon|midnight|midday)\b{_AFTER}", re.I
    ),
    re.compile(r"(?<=\bat\s)(?P<hour>0\d|1\d|2[0-3])(?P<minute>[0-5]\d)(?=[\s,.;]*(?:$|\n|[,.;]|on\b))"),
)


def find_clocks(text: str) -> list[Expression]:
    """Find all clock times. Bare figures ("9.25", "0900") count only with a zone, "hours", "a.m." or a colon."""
    return [read_clock(match) for form in _FORMS for match in form.finditer(text)]


def read_clock(match: re.Match[str]) -> Expression:
    """Return the clock time that a match of one of the forms says."""
    groups = match.groupdict()
    hour, minute = groups.get("hour"), int(groups.get("minute") or 0)
    clock = None
    if hour is not None:
        number = _on_24(int(hour), groups.get("half"))
        clock = f"{number:02d}:{minute:02d}" if number < 24 else None
    start = match.start("word_time") if groups.get("word_time") else match.start()
    return Expression(start=start, end=match.end(), kind="clock", clock=clock, zone=_zone(groups))


def _on_24(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.casefold() == "p" else 0)


def _zone(groups: dict[str, str | None]) -> str | None:
    """Return the zone as ISO 8601 writes it, None where there is none or its name has several readings."""
    if groups.get("word"):
        return "Z"
    if offset := groups.get("offset"):
        sign = offset[0]
        hours, _, minutes = offset[1:].strip().partition(":")
        if len(hours) > 2:
            hours, minutes = hours[:-2], hours[-2:]
        return f"{sign}{int(hours):02d}:{int(minutes or 0):02d}" if int(hours) <= 14 else None
    name = (groups.get("zone") or "").casefold()
    if name not in ZONES:
        return None
    hours_ahead = ZONES[name]
    return "Z" if hours_ahead == 0 else f"{'-' if hours_ahead < 0 else '+'}{abs(hours_ahead):02d}:00"
