"""Expressions that count from the day of writing or from another time: "last Friday", "four months ago", "the following day"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.reading.time_expression import Expression, Unit, which_of
from rashomon.reading.time_words import COUNT, PART, WEEKDAY, count_of, weekday_number

_NOT_NAMES = (
    r"(?!s\b)(?![’']?s?\s+(?:Times|Mirror|Telegraph|Express|Mail|Star|Post|Herald|World|Tribune|People|Independent|Night\s+Football"
    r"|Night\s+Live|Club|Agreement|Group)\b)"
)
_NAMED_WEEKDAY = re.compile(r"\b(?:Black|Bloody|Good|Super|Ash|Palm|Easter|Holy|Maundy|Sheffield|Cyber|Red|Billy|Ruby|Joe)\s+$")

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "the current": 0, "next": 1}
_BACK, _SAME, _ON = -1, 0, 1
_CONTEXT = {
    "the same": _SAME,
    "that same": _SAME,
    "that": _SAME,
    "the previous": _BACK,
    "the preceding": _BACK,
    "the prior": _BACK,
    "the following": _ON,
    "the next": _ON,
}
_NIGHTS = "day|night|morning|afternoon|evening"
_STOP = (
    r"(?!\s+(?:the|an?|his|her|its|their|our|my|this|that|these|those|any|all|being|he|she|it|they|we|i|you|election|each|every|\d+"
    r"|\w+ing|[a-z]{3,}s|(?-i:[A-Z]\w*))\b)"
)
_DATE_MAY_FOLLOW = re.compile(r"\s+(?:the\s+)?[A-Z0-9]")
"""What does not follow "the day before": "the day before the vote" counts from an event whose date is not known here."""

_UNIT = r"(?P<unit>day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))"

_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|this|next|this\s+past|this\s+coming)\s+)?(?P<day>{WEEKDAY})\b{_NOT_NAMES}(?:[\s-]+{PART}\b)?", re.I
)
_THAT_WEEKDAY = re.compile(
    rf"\bthe\s+(?P<which>following|next|previous)\s+(?P<day>{WEEKDAY})\b{_NOT_NAMES}(?:[\s-]+{PART}\b)?", re.I
)
_DEICTIC = re.compile(
    rf"\b(?:the\s+day\s+(?P<beyond>before|after)\s+)?(?P<word>yesterday|today|tonight|tomorrow)\b(?:\s+{PART}\b)?", re.I
)
_PART_OF_DAY = re.compile(r"\b(?P<which>this|last)\s+(?P<part>morning|afternoon|evening|night)\b", re.I)
_CALENDAR = re.compile(
    r"(?<!the )\b(?P<which>last|this|the\s+current|next)\s+(?P<unit>week|weekend|month|quarter|year|decade|century)\b", re.I
)
_WEEKEND = re.compile(
    r"\bthe\s+(?P<unit>weekend)\b|\bthe\s+(?:beginning|start|end|middle|turn)\s+of\s+the\s+(?P<edge>year|month|week)\b"
    r"|\b(?:earlier|later|late|early)\s+in\s+the\s+(?P<within>year|month|week)\b",
    re.I,
)
_OF_CONTEXT = re.compile(
    rf"\b(?P<which>the\s+same|that\s+same|that|the\s+previous|the\s+preceding|the\s+prior|the\s+following|the\s+next)\s+"
    rf"(?P<unit>{_NIGHTS}|week|weekend|month|year)\b(?!\s+(?:of|period))",
    re.I,
)
_BEFORE_CONTEXT = re.compile(
    rf"\bthe\s+(?P<unit>{_NIGHTS}|week|month|year)\s+(?P<which>before|after|earlier|previous)\b{_STOP}", re.I
)
_DAY_OF_DATE = re.compile(rf"\bthe\s+(?P<unit>{_NIGHTS}|week|month|year)\s+(?P<which>before|after)(?=\s+(?-i:[A-Z0-9]))", re.I)
_AGO = re.compile(
    rf"\b(?P<count>{COUNT})[\s-]+{_UNIT}s?[’']?\s+(?P<which>ago|from\s+now|hence|earlier|previously|later|afterwards?|before|prior|after|on)\b"
    r"(?P<rest>\s+than\b)?",
    re.I,
)
_VAGUE_AGO = re.compile(
    r"\b(?:(?:several|a\s+few|many|some|\d+|[a-z]+|a\s+couple\s+of|a|an|half\s+an?)\s+)?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|generations?)(?:\s+and\s+a\s+half)?\s+ago\b",
    re.I,
)
_SAME_PERIOD = re.compile(
    r"\bthe\s+same\s+(?P<unit>month|quarter|period|time)\s+(?:(?:a|one)\s+year\s+(?:ago|earlier|before|previously)|(?:of\s+)?(?:the\s+)?(?:last|previous)\s+year)",
    re.I,
)
_IN_TIME = re.compile(rf"\bin\s+(?P<count>{COUNT})\s+{_UNIT}s?[’']?s?[’']?\s+time\b", re.I)


def find_relative(text: str) -> list[Expression]:
    """Find all expressions that need an anchor because of what they say."""
    found: list[Expression] = []
    for rule in (_weekdays, _days, _units, _context, _ago):
        found.extend(rule(text))
    return found


def _weekdays(text: str) -> Iterator[Expression]:
    for m in _WEEKDAY.finditer(text):
        word = m["day"]
        if word.islower() or _NAMED_WEEKDAY.search(text[max(0, m.start() - 12) : m.start()]):
            continue
        words = (m["which"] or "").casefold().split()
        said = which_of("last" if "past" in words else "next" if "coming" in words else "".join(words[:1]))
        yield Expression(start=m.start(), end=m.end(), kind="weekday", weekday=weekday_number(word), which=said)
    for m in _THAT_WEEKDAY.finditer(text):
        day = weekday_number(m["day"])
        yield Expression(start=m.start(), end=m.end(), kind="weekday", weekday=day, which=which_of(m["which"]), context=True)


def _days(text: str) -> Iterator[Expression]:
    for m in _DEICTIC.finditer(text):
        word = m["word"]
        if word[0].isupper() and re.search(r"\b[A-Z]\w+\s$", text[max(0, m.start() - 20) : m.start()]):
            continue  # the name of an outlet
        beyond = {"before": -1, "after": 1}.get((m["beyond"] or "").casefold(), 0)
        yield _shift(m, "day", _DAYS[word.casefold()] + beyond)
    for m in _PART_OF_DAY.finditer(text):
        if m["which"].casefold() == "this":
            yield _shift(m, "day", 0)
        elif m["part"].casefold() == "night":
            yield _shift(m, "day", -1)


def _units(text: str) -> Iterator[Expression]:
    for m in _CALENDAR.finditer(text):
        steps = _STEPS[re.sub(r"\s+", " ", m["which"].casefold())]
        yield replace(_shift(m, unit_of(m["unit"]), steps), which="" if steps else "this")
    for m in _WEEKEND.finditer(text):
        yield _shift(m, "weekend" if m["unit"] else unit_of(m["edge"] or m["within"]), 0)


def _context(text: str) -> Iterator[Expression]:
    for m in _OF_CONTEXT.finditer(text):
        which = re.sub(r"\s+", " ", m["which"].casefold())
        if which == "that" and not re.search(
            r"(?:\b(?:at|on|in|by|of|later|earlier|during|until|since)\s+|^|[.\n]\s*)$",
            text[max(0, m.start() - 12) : m.start()],
            re.I,
        ):
            continue  # a conjunction, or "that day" of a story told
        yield _shift(m, unit_of(m["unit"]), _CONTEXT[which], context=True)
    for m in _SAME_PERIOD.finditer(text):
        quarter = m["unit"].casefold() == "quarter"
        yield _shift(m, "quarter" if quarter else "month", -4 if quarter else -12, context=True)
    for m in _DAY_OF_DATE.finditer(text):
        steps = 1 if m["which"].casefold() == "after" else -1
        yield replace(_shift(m, unit_of(m["unit"]), steps, context=True), dangling=True)
    for m in _BEFORE_CONTEXT.finditer(text):
        steps = 1 if m["which"].casefold() == "after" else -1
        yield _shift(m, unit_of(m["unit"]), steps, context=True)


def _ago(text: str) -> Iterator[Expression]:
    stop = re.compile(_STOP, re.I)
    for m in _AGO.finditer(text):
        which = m["which"].casefold()
        dangling = which in ("before", "after") and _DATE_MAY_FOLLOW.match(text, m.end()) is not None
        if which in ("before", "after", "prior", "on") and not dangling and not stop.match(text, m.end()):
            continue
        if m["rest"] or (which == "on" and not m["unit"].casefold().startswith(("year", "month", "week"))):
            continue
        back = which in ("ago", "earlier", "previously", "before", "prior")
        steps = count_of(m["count"]) * (-1 if back else 1) * (2 if m["unit"].casefold() == "fortnight" else 1)
        from_text = which not in ("ago", "from now", "hence")
        yield replace(_shift(m, unit_of(m["unit"]), steps, context=from_text), is_counted=True, dangling=dangling)
    for m in _IN_TIME.finditer(text):
        yield replace(_shift(m, unit_of(m["unit"]), count_of(m["count"])), is_counted=True)
    for m in _VAGUE_AGO.finditer(text):
        yield Expression(start=m.start(), end=m.end(), kind="unknown")


def _shift(m: re.Match[str], unit: Unit, steps: int, *, context: bool = False) -> Expression:
    return Expression(start=m.start(), end=m.end(), kind="shift", unit=unit, steps=steps, context=context)


def unit_of(word: str) -> Unit:
    """Return the unit that a word names; a night or morning counts as its day, a fortnight in weeks."""
    plain = word.casefold()
    if plain in ("night", "morning", "afternoon", "evening", "day"):
        return "day"
    if plain.startswith("centur"):
        return "century"
    if plain in ("week", "fortnight"):
        return "week"
    if plain == "weekend":
        return "weekend"
    if plain == "month":
        return "month"
    if plain == "quarter":
        return "quarter"
    return "decade" if plain == "decade" else "year"
