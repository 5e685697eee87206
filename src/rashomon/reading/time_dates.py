"""Days and months of the calendar, whole and in part: "Fri, 11 Nov 2011", "June 17", "the 14th", "in May"."""

import re
from collections.abc import Iterator

from rashomon.reading.time_expression import Expression, which_of
from rashomon.reading.time_words import (
    DAY,
    MONTH,
    NAMED_DAYS,
    ORDINAL,
    SHORT_WEEKDAY,
    YEAR,
    full_year,
    month_number,
    weekday_number,
)

_TO = r"\s?(?:-|–|—|\bto\b|\band\b|\bor\b|\buntil\b|\bthrough\b)\s?"
_SHORT_YEAR = r"[’'‘]?\d\d(?!\d|[.,:/]\d)(?=\s*(?:$|[\n,.;:)(-–]))"
_NO_COUNT = r"(?!\s+(?!(?:was|has|as|this)\b)[a-z]+s\b)(?!\s+(?:people|men|women|children|per\s?cent|percent|million|billion)\b)"
"""What follows the day does not show it to be a count ("In June 17 people died")."""

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
_FIGURES = re.compile(r"(?<![\w/.])(\d{1,2})\s?(?:(/)\s?(\d{1,2})\s?/|([.-])(\d{1,2})\4)\s?(\d{4}|\d{2})(?![\w/]|[.,]\d)")
_DAY_MONTH = re.compile(
    rf"(?:\b(?P<weekday>{SHORT_WEEKDAY}),?\s+)?(?:\bthe\s+)?(?<![\d.,:/$€£-])"
    rf"(?:(?P<from>{DAY}){ORDINAL}?{_TO}(?:the\s+)?)?(?P<day>{DAY}){ORDINAL}?(?:\s+day)?(?:\s+of|,)?[\s-]\s?(?P<month>{MONTH})"
    rf"(?:(?:,|\s+of)?[\s-]\s?(?P<year>{YEAR}|{_SHORT_YEAR})|(?![\w]))"
)
_MONTH_DAY = re.compile(
    rf"(?:\b(?P<weekday>{SHORT_WEEKDAY}),?\s+(?:the\s+)?)?\b(?P<month>{MONTH})\s?(?:the\s+)?(?P<day>{DAY}){ORDINAL}?"
    rf"(?:{_TO}(?P<to>{DAY}){ORDINAL}?{_NO_COUNT}(?!\s?(?:{MONTH})))?(?:\s?[,-]?\s?(?:of\s+)?(?P<year>{YEAR})|\s[’'‘]\d\d)?(?![\w])"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})(?:(?:,|\s+of)?\s+|-)(?P<year>{YEAR}|[’'‘]\d\d\b)")
_MONTH_WHICH = re.compile(
    rf"\b(?:(?P<which>last|this|next)\s+(?P<month>{MONTH})|(?P<named>{MONTH})(?:,|\s+of)?\s+(?:of\s+)?(?P<year_which>last|this|next)\s+year)\b"
)
_BARE_MONTH = re.compile(rf"\b(?P<month>{MONTH})(?!\w)")
_BEFORE_MONTH = re.compile(rf"\s*(?:,|-|–|\bto\b|\band\b|\bor\b|\bthrough\b)\s*{MONTH}(?!\w)")
_LEADS_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|before|after|between|to|through|early|late|mid|around|about|as|last|next|this"
    r"|mid-|previous|following|and|or|for|the|,|[-–])[\s-]*$",
    re.I,
)
_LEADS_UNSURE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|between|early|late|mid|mid-|as|last|next|this|around|the|of"
    rf"|{MONTH}\s*(?:,|-|–|to|and|or|through))[\s-]*$",
    re.I,
)
_UNSURE_MONTHS = ("May", "March", "April", "June", "August")
"""Words that are also verbs or given names: alone they need a preposition before them."""
_NAMED = re.compile(
    r"\b(?P<name>Christmas(?:\s+(?:Eve|Day))?|Boxing\s+Day|New\s+Year[’']s\s+(?:Eve|Day)|Halloween|Valentine[’']s\s+Day|May\s+Day"
    rf"|(?:the\s+)?[Nn]ew\s+[Yy]ear(?![’'s]))\b(?:,?\s+(?P<year>{YEAR}))?"
)
_ORDINAL_DAY = re.compile(
    rf"(?<=\bon\s)the\s+(?P<day>{DAY}){ORDINAL}\b(?=\s*(?:$|[.,;:!?)”\"]|(?:and|at|in|when|but|as|that|after)\b))"
)


def find_dates(text: str) -> list[Expression]:
    """Find all days and months of the calendar; years and their parts have a module of their own."""
    found: list[Expression] = []
    for rule in (_iso, _figures, _day_month, _month_day, _months_alone, _special_days):
        found.extend(rule(text))
    return found


def _iso(text: str) -> Iterator[Expression]:
    for m in _ISO.finditer(text):
        zone = m[5] if m[5] is None or m[5] == "Z" or ":" in m[5] else f"{m[5][:3]}:{m[5][3:]}"
        yield Expression(
            start=m.start(), end=m.end(), kind="date", year=int(m[1]), month=int(m[2]), day=int(m[3]), clock=m[4], zone=zone
        )


def _figures(text: str) -> Iterator[Expression]:
    """Dates in figures; which of the two first is the month shows only where one is above 12."""
    for m in _FIGURES.finditer(text):
        if m[4] and len(m[6]) == 2:
            continue  # "1.2.11" is a version or a section
        first, second = int(m[1]), int(m[3] or m[5])
        month, day = (second, first) if first > 12 or m[4] == "." else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Expression(
                start=m.start(),
                end=m.end(),
                kind="date",
                year=full_year(m[6]),
                month=month,
                day=day,
                swappable=m[4] != "." and first <= 12 and second <= 12 and first != second,
            )


def _day_month(text: str) -> Iterator[Expression]:
    for m in _DAY_MONTH.finditer(text):
        yield _date(m, first=m["from"], last=m["day"])


def _month_day(text: str) -> Iterator[Expression]:
    guard = re.compile(_NO_COUNT)
    for m in _MONTH_DAY.finditer(text):
        if m["year"] is None and m["to"] is None and not guard.match(text, m.end()):
            continue
        yield _date(m, first=m["day"] if m["to"] else None, last=m["to"] or m["day"])


def _date(m: re.Match[str], *, first: str | None, last: str) -> Expression:
    """Build a day or a range of days within one month."""
    year = full_year(m["year"].lstrip("’'‘")) if m["year"] else None
    weekday = weekday_number(m["weekday"]) if m["weekday"] else None
    month = month_number(m["month"])
    day = Expression(start=m.start(), end=m.end(), kind="date", year=year, month=month, day=int(first or last), weekday=weekday)
    if first is None:
        return day
    through = Expression(start=m.start(), end=m.end(), kind="date", year=year, month=month, day=int(last))
    return Expression(
        start=m.start(), end=m.end(), kind="date", year=year, month=month, day=int(first), weekday=weekday, through=through
    )


def _months_alone(text: str) -> Iterator[Expression]:
    for m in _MONTH_YEAR.finditer(text):
        year = full_year(m["year"].lstrip("’'‘"))
        yield Expression(start=m.start(), end=m.end(), kind="date", year=year, month=month_number(m["month"]))
    for m in _MONTH_WHICH.finditer(text):
        yield Expression(
            start=m.start(),
            end=m.end(),
            kind="date",
            month=month_number(m["month"] or m["named"]),
            which=which_of(m["which"] or m["year_which"]),
            unit="year" if m["year_which"] else None,
        )
    for m in _BARE_MONTH.finditer(text):
        if _is_month(text, m):
            yield Expression(start=m.start(), end=m.end(), kind="date", month=month_number(m["month"]))


def _is_month(text: str, m: re.Match[str]) -> bool:
    word, before, after = m["month"], text[max(0, m.start() - 24) : m.start()], text[m.end() : m.end() + 24]
    named = re.match(r"\s+[A-Z][a-z]", after) is not None
    if _BEFORE_MONTH.match(after):
        return True
    if word in _UNSURE_MONTHS or word.isupper() or len(word.rstrip(".")) <= 4:
        return bool(_LEADS_UNSURE_MONTH.search(before)) and not (named and word in _UNSURE_MONTHS) and "'" not in before[-3:]
    return bool(_LEADS_MONTH.search(before)) or not named


def _special_days(text: str) -> Iterator[Expression]:
    """Days with a name, and days of a month that is not said ("the 14th")."""
    for m in _NAMED.finditer(text):
        if re.search(r"[a-z]\s+[A-Z][a-z]+\s$", text[max(0, m.start() - 24) : m.start()]):
            continue  # a family name, a carol or a market
        name = re.sub(r"^the\s+", "", re.sub(r"\s+", " ", m["name"].casefold().replace("’", "'")))
        month, day = NAMED_DAYS[name]
        if name == "new year" and not re.search(
            r"\b(?:until|till|to|by|before)\s+$", text[max(0, m.start() - 12) : m.start()], re.I
        ):
            continue  # a wish or a feast
        yield Expression(
            start=m.start(), end=m.end(), kind="date", month=month, day=day, year=int(m["year"]) if m["year"] else None
        )
    for m in _ORDINAL_DAY.finditer(text):
        yield Expression(start=m.start(), end=m.end(), kind="ordinal", day=int(m["day"]))
