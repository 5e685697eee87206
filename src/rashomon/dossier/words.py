"""Figures, dates and counts in words, short enough for a heading or a cell."""

import re
from datetime import date, datetime

from rashomon.model import Origins, Quantity

CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "ILS": "₪", "KRW": "₩", "UAH": "₴"}
SYMBOLS = {"km2": "km²", "m2": "m²", "percent": "%", "m3": "m³"}
MEASURED = frozenset("km m cm mm km2 m2 m3 ha kg t tonne ton mile foot inch acre".split())
"""Units that are part of the figure; any other unit names what is counted."""
LOWER = ("at least", "more than", "over", "no fewer than", "not less than", "upwards of", "above")
UPPER = ("up to", "as many as", "fewer than", "less than", "at most", "no more than", "not more than", "under", "below")
LOOSE = ("about", "around", "approximately", "nearly", "almost", "some", "roughly", "an estimated", "close to", "more or less")
"""Words for bounds and looseness, the first of each for figures whose text has others."""
COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(value: float) -> str:
    """Return a number in digits: "15,000", "2.6 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.3g} {name}" if abs(value) < 1000 * size else f"{value:.3g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def is_vague(value: Quantity) -> bool:
    """Whether the bound is only a convention for words like "dozens", so that the words must be shown."""
    return value.unit == "share" or (value.about and (value.low is None) != (value.high is None))


def figure(value: Quantity, words: str) -> str:
    """Return what a quantity says, with its bounds in words; `words` are those of the text, for what has no digits."""
    if is_vague(value) or (value.low is None and value.high is None):
        return f"“{squeeze(words, 40)}”" if words.strip() else "a figure in words"
    rate = f" a {value.per}" if value.per else ""
    if value.low is None:
        return f"{bound(UPPER, words)} {amount(value.high or 0, value.unit)}{rate}"
    if value.high is None:
        return f"{bound(LOWER, words)} {amount(value.low, value.unit)}{rate}"
    if value.low == value.high:
        loose = f"{bound(LOOSE, words)} " if value.about else ""
        return f"{loose}{amount(value.low, value.unit)}{rate}"
    return f"{amount(value.low, value.unit)} to {amount(value.high, value.unit)}{rate}"


def bound(known: tuple[str, ...], words: str) -> str:
    """Return the words by which the text bounds or loosens its figure, if they are among the known ones, else the first of those.

    "More than 6,000" must not be shown as "at least 6,000": the two differ by the figure itself.
    """
    low = " ".join(words.casefold().split())
    return next((phrase for phrase in known if re.search(rf"\b{phrase}\b", low)), known[0])


def amount(value: float, unit: str) -> str:
    """Return a number with a unit that belongs to it."""
    text = number(value)
    if unit in CURRENCIES:
        return CURRENCIES[unit] + text
    if unit == "percent":
        return f"{text}%"
    if unit in MEASURED or re.fullmatch(r"[A-Z]{3}", unit):
        return f"{text} {SYMBOLS.get(unit, unit)}"
    return text


def squeeze(text: str, longest: int) -> str:
    """Return text on one line, cut between words at `longest` characters."""
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) <= longest:
        return text
    head = text[: longest - 1].rsplit(" ", 1)[0]
    return (head if len(head) > longest // 2 else text[: longest - 1]) + "…"


def moment(iso: str) -> str:
    """Return a date or date-time in words: "3 May 2031", "May 2031", "3 May 2031, 06:40 (+02:00)"."""
    day, _, clock = iso.partition("T")
    if clock:
        match = re.match(r"(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", clock)
        zone = match.group(2) if match else None
        shown = match.group(1) + (f" ({'UTC' if zone == 'Z' else zone})" if zone else "") if match else clock
        return f"{moment(day)}, {shown}"
    parts = day.split("-")
    try:
        if len(parts) == 3:
            return f"{int(parts[2])} {date(int(parts[0]), int(parts[1]), int(parts[2])).strftime('%B %Y')}"
        if len(parts) == 2:
            return date(int(parts[0]), int(parts[1]), 1).strftime("%B %Y")
    except ValueError:
        pass
    return day


def period(iso: str) -> str:
    """Return a time value in words: a moment, "3 to 5 May 2031", "since September 2030", "until 2032"."""
    if "/" not in iso:
        return moment(iso)
    start, _, end = iso.partition("/")
    if start and end:
        one, two = moment(start).split(" ", 1), moment(end).split(" ", 1)
        return f"{one[0] if one[1:] == two[1:] else moment(start)} to {moment(end)}"
    return f"since {moment(start)}" if start else f"until {moment(end)}"


def short_day(iso: str | None) -> str:
    """Return the day of a publication without its year: "3 May"; empty where it is not known."""
    try:
        day = datetime.fromisoformat((iso or "")[:10])
    except ValueError:
        return moment(iso) if iso else ""
    return f"{day.day} {day.strftime('%B')}"


def short_moment(iso: str | None) -> str:
    """Return when something was published, without year and zone: "3 May, 06:40"; "no date" where it is not known."""
    if not iso:
        return "no date"
    clock = re.match(r"T(\d\d:\d\d)", iso[10:])
    return short_day(iso) + (f", {clock.group(1)}" if clock else "")


def count(size: int, noun: str) -> str:
    """Return "3 reports", "one report"."""
    plural = noun if size == 1 else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{COUNTS[size] if size < len(COUNTS) else f'{size:,}'} {plural}"


def standing(reports: int, origins: Origins) -> str:
    """Return on how much a question rests: "3 reports, between one and two origins"."""
    low, high = origins.at_least, origins.at_most
    if low >= high:
        return f"{count(reports, 'report')}, {count(max(low, 1), 'origin')}"
    few, many = count(low, "origin").split(" ")[0], count(high, "origin")
    return f"{count(reports, 'report')}, between {few} and {many}"


def sentence(text: str) -> str:
    """Return a label with its first letter raised."""
    text = text.strip()
    return text[:1].upper() + text[1:]
