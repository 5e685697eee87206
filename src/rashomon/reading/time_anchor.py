"""Anchoring: what an expression of time means on the day of writing, as far as that is known.

Rules as in HeidelTime's for news (Strötgen and Gertz 2013), told by tense: a weekday in the past tense is the nearest on or
before the day of writing, one in the future tense the nearest on or after it; a date without a year is the nearest in the
direction of the tense. Weeks run from Monday to Sunday.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.reading.time_expression import Expression
from rashomon.reading.time_tense import Tense
from rashomon.values.times import interval, last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What is known of the time of writing.

    Attributes:
        day: The day of writing; None where it is not known.
        year: Its year, where that alone is known.
        near: A day near it, to give dates their year; `day` where that is known.
        source: "publication", or "text" where the report's own words tell it.
    """

    day: date | None = None
    year: int | None = None
    near: date | None = None
    source: str = "publication"


Days = tuple[date, date]

_TUESDAY = 1
_A_DAY = timedelta(days=1)
"""Where it happened it may be the day before or after the day of publication."""
_AHEAD_IS_RARER = 6
"""Where no tense tells, a date ahead must be this many times nearer than one behind: news tells mostly of what was."""


def resolve(one: Expression, anchor: Anchor, tense: Tense | None, context: Days | None) -> str | None:
    """Return the ISO value of an expression, or None where nothing fixes it.

    Args:
        one: The expression.
        anchor: What is known of the time of writing.
        tense: Of the clause in which it stands.
        context: First and last day of the time of the text from which "the following day" counts.
    """
    try:
        first = _point(one, anchor, tense, context)
        if first is None:
            return None
        if one.through is not None:
            return _range(one, first, anchor, tense, context)
        if one.clock and len(first) == 10:
            return f"{first}T{one.clock}{one.zone or ''}"
        return f"{first.partition('/')[0]}/" if one.open else first
    except (ValueError, OverflowError):
        return None  # no such day ("30 February")


def _range(one: Expression, first: str, anchor: Anchor, tense: Tense | None, context: Days | None) -> str | None:
    """Return "first/last"; days or months joined by "or" must follow on each other."""
    if one.through is None:
        return None
    starts = interval(first)
    through = one.through
    if through.kind == "date" and through.year is None and through.month is not None:
        year = starts[0].year + ((through.month, through.day or 0) < (starts[0].month, (starts[0].day if through.day else 0)))
        through = replace(through, year=year)
    last = _point(through, anchor, tense, context)
    if last is None:
        return None
    ends = interval(last)
    if one.kind == "weekday" and ends[0] < starts[0]:
        ends = (ends[0] + timedelta(days=7), ends[1] + timedelta(days=7))
        last = ends[0].isoformat()
    if ends[1] < starts[0] or (one.alternative and ends[0] - starts[1] > timedelta(days=1)):
        return None
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def _point(one: Expression, anchor: Anchor, tense: Tense | None, context: Days | None) -> str | None:
    if one.kind == "date":
        return _date(one, anchor, tense)
    if one.kind == "months":
        return _months(one, anchor, tense)
    if one.kind == "years":
        return f"{one.year:04d}/{one.last_year:04d}"
    if one.kind == "weekday":
        day = _weekday(one, anchor, tense, context)
        return day.isoformat() if day else None
    if one.kind == "ordinal":
        return _ordinal(one, anchor, tense, context)
    if one.kind == "shift":
        if one.base is not None:
            base = _point(one.base, anchor, tense, None)
            context = interval(base) if base else None
        return _shift(one, anchor, tense, context)
    return None


def _date(one: Expression, anchor: Anchor, tense: Tense | None) -> str | None:
    if one.swappable:
        return _swapped(one, anchor)
    year = one.year
    if year is None:
        year = _year_of(one, anchor, tense)
    if year is None:
        return None
    return _iso(year, one.month, one.day)


def _year_of(one: Expression, anchor: Anchor, tense: Tense | None) -> int | None:
    """Return the year of a date that does not say it."""
    base = anchor.day or anchor.near
    if one.which and one.unit == "year":
        year = base.year if base else anchor.year
        return None if year is None else year + {"last": -1, "this": 0, "next": 1}[one.which]
    if base is None or one.month is None:
        return anchor.year
    if one.which == "this":
        return base.year
    direction: Tense | None = "past" if one.which == "last" else "future" if one.which == "next" else tense
    if one.which and one.month == base.month:
        return base.year + (1 if one.which == "next" else -1)

    def days(year: int) -> Days:
        return interval(_iso(year, one.month, one.day))

    if one.weekday is not None:
        fits = [base.year + step for step in (0, -1, 1) if _falls_on(days, base.year + step, one.weekday)]
        if fits:
            return fits[0]
    return _nearest_year(base, direction, days)


def _falls_on(days: Callable[[int], Days], year: int, weekday: int) -> bool:
    try:
        return days(year)[0].weekday() == weekday
    except ValueError:
        return False  # 29 February


def _nearest_year(base: date, direction: Tense | None, days: Callable[[int], Days]) -> int | None:
    """Return the year in which some days lie nearest to `base`: begun by then (past), not over (future), or either."""
    best: tuple[int, int] | None = None
    penalty = _AHEAD_IS_RARER if direction is None else 1
    for year in range(base.year - 4, base.year + 5):
        try:
            first, last = days(year)
        except ValueError:
            continue  # 29 February
        if (direction == "past" and first > base + _A_DAY) or (direction == "future" and last < base - _A_DAY):
            continue
        away = 0 if first <= base <= last else (base - last).days if last < base else (first - base).days * penalty
        if best is None or away < best[0]:
            best = (away, year)
    return best[1] if best else None


def _swapped(one: Expression, anchor: Anchor) -> str | None:
    """Read "5/3/2010" as the day nearer to the time of writing, unless nothing tells."""
    if one.year is None or one.month is None or one.day is None:
        return None
    near = anchor.day or anchor.near
    if near is None:
        return None
    readings = [date(one.year, one.month, one.day), date(one.year, one.day, one.month)]
    return min(readings, key=lambda day: (abs((day - near).days), day)).isoformat()


def _months(one: Expression, anchor: Anchor, tense: Tense | None) -> str | None:
    first, last = one.month or 1, one.last_month or 12
    year = one.year
    base = anchor.day or anchor.near
    if year is None and one.unit == "year" and one.which:
        year = None if base is None else base.year + {"last": -1, "this": 0, "next": 1}[one.which]
    elif year is None and base is not None:
        ahead = one.which == "next" or (tense == "future" and one.which != "last")
        year = base.year if one.which == "this" else _season_year(base, first, last, ahead=ahead, over=one.which == "last")
    return None if year is None else _span_of_months(year, first, last)


def _season_year(base: date, first: int, last: int, *, ahead: bool, over: bool) -> int:
    """Return the year of the last such months that are over, or of the next that begin; of those under way if not `over`."""
    if not ahead:
        begun = base.month >= first and not over
        return base.year if begun or (last <= 12 and base.month > last) else base.year - 1
    return base.year if base.month < first else base.year + 1


def _span_of_months(year: int, first: int, last: int) -> str:
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return f"{year:04d}-{first:02d}/{end_year:04d}-{end_month:02d}"


def _weekday(one: Expression, anchor: Anchor, tense: Tense | None, context: Days | None) -> date | None:
    base = (context[0] if context else None) if one.context else anchor.day
    if base is None or one.weekday is None:
        return None
    back = (base.weekday() - one.weekday) % 7
    if one.which == "last":
        return base - timedelta(days=back or 7)
    if one.which == "next":
        return base + timedelta(days=(7 - back) % 7 or 7)
    if tense in ("present", "future"):
        return base + timedelta(days=(7 - back) % 7)
    return base - timedelta(days=back)


def _ordinal(one: Expression, anchor: Anchor, tense: Tense | None, context: Days | None) -> str | None:
    """Return the day of a month that is not named: the month of the text before it, or the nearest to the day of writing."""
    base = context[0] if context else anchor.day
    if base is None or one.day is None:
        return None
    month = base.year * 12 + base.month - 1
    if not context and tense != "future" and one.day > base.day:
        month -= 1
    if not context and tense == "future" and one.day < base.day:
        month += 1
    return date(month // 12, month % 12 + 1, one.day).isoformat()


def _shift(one: Expression, anchor: Anchor, tense: Tense | None, context: Days | None) -> str | None:
    base = (context[0] if one.steps <= 0 else context[1]) if one.context and context else None
    if not one.context:
        base = anchor.day
    if one.unit in ("year", "decade", "century"):
        year = base.year if base else None
        if year is None and not one.context:
            year = anchor.year or (anchor.near.year if anchor.near else None)
        return None if year is None else _years(year, one)
    if base is None:
        return None
    if one.unit == "day":
        return (base + timedelta(days=one.steps)).isoformat()
    if one.unit == "week":
        return _week(one, base)
    if one.unit == "weekend":
        return _weekend(one, base, tense)
    return _month_or_quarter(base, one)


def _years(year: int, one: Expression) -> str:
    """Return a year, decade or century; "a decade ago" is a year."""
    length = {"decade": 10, "century": 100}.get(one.unit or "", 1)
    if length == 1 or one.is_counted:
        return f"{year + one.steps * length:04d}"
    first = (year // length + one.steps) * length
    return f"{first:04d}/{first + length - 1:04d}"


def _week(one: Expression, base: date) -> str:
    """Return a week from Monday to Sunday; "a week ago" and "two weeks later" are days."""
    if one.is_counted:
        return (base + timedelta(weeks=one.steps)).isoformat()
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=one.steps)
    if one.weekday is not None:
        return (monday + timedelta(days=one.weekday)).isoformat()
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _weekend(one: Expression, base: date, tense: Tense | None) -> str:
    """Return a Saturday and Sunday; "the weekend" is the last one unless the tense is future.

    "This weekend" is the coming one, but early in the week the last one.
    """
    saturday = base - timedelta(days=base.weekday()) + timedelta(days=5)
    early = base.weekday() <= _TUESDAY
    back = tense == "past" or (tense != "future" and (one.which != "this" or early))
    weeks = one.steps if one.steps else -1 if back and base < saturday else 0
    saturday += timedelta(weeks=weeks)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _month_or_quarter(base: date, one: Expression) -> str:
    if one.unit == "quarter":
        number = base.year * 4 + (base.month - 1) // 3 + one.steps
        return _span_of_months(number // 4, number % 4 * 3 + 1, number % 4 * 3 + 3)
    number = base.year * 12 + base.month - 1 + one.steps
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _iso(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}" if last_day(year, month) else ""
    return date(year, month, day).isoformat()
