"""Axes: from a number or a moment to a place on a line, in per cent of its width, with labels that keep clear of each other.

Places are percentages because the line is as wide as the page lets it be; marks and labels keep their size in pixels.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from rashomon.dossier.words import CURRENCIES, SYMBOLS, number

INSET = 9.0
"""Per cent of the width kept free at both ends, for arrows and for half of the outer labels."""
NARROWEST = 170
"""Pixels that a lane has on a phone (390 px wide, half of it words); labels are chosen to keep clear of each other there."""
LETTER = 6.3
"""Pixels of a character of a label at 11 px, taken generously."""
GAP = 10
"""Pixels between two labels."""
LOG_FROM = 40.0
"""Ratio of largest to smallest figure above which a linear line would press all but the largest into one spot."""
SMALLEST = 1e-9
"""Width below which a line cannot be divided by ticks."""
ZOOM_FROM = 0.8
"""Ratio of smallest to largest figure above which the line need not begin at nought: 101 and 103 would fall together."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on a line, at `x` per cent of its width."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from `low` to `high` (after `warp`), with its ticks."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    warp: Callable[[float], float] = float

    def place(self, value: float) -> float:
        """Return where a value lies, in per cent; what is beyond an end is put there."""
        span = self.high - self.low
        share = (self.warp(value) - self.low) / span if span else 0.5
        return round(INSET + (100 - 2 * INSET) * min(1.0, max(0.0, share)), 1)


def number_axis(values: Sequence[float], unit: str = "") -> Axis:
    """Return the line for figures: from nought, closer where they lie close together, logarithmic where they lie far apart."""
    low, high = min(values), max(values)
    if low > 0 and high / low >= LOG_FROM:
        return log_axis(low, high, unit)
    if low >= 0 and not (high and ZOOM_FROM < low / high < 1):
        low = 0.0
    if high - low < SMALLEST:
        low, high = (0.0, high) if high > SMALLEST else (low, low + 1)
    elif low > 0:
        low, high = low - (high - low) / 2, high + (high - low) / 2
    step = nice((high - low) / 4)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    axis = Axis(low, high, ())
    places = [round(low + step * index, 10) for index in range(round((high - low) / step) + 1)]
    return Axis(low, high, clear([Tick(axis.place(place), tick_label(place, unit)) for place in places]))


def log_axis(low: float, high: float, unit: str) -> Axis:
    """Return a logarithmic line with ticks at powers of ten."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    axis = Axis(float(first), float(last), (), warp)
    ticks = [Tick(axis.place(10.0**power), tick_label(10.0**power, unit)) for power in range(first, last + 1)]
    return Axis(axis.low, axis.high, clear(ticks), warp)


def warp(value: float) -> float:
    """Return the logarithm by which a logarithmic line places a value."""
    return math.log10(value) if value > 0 else -math.inf


def nice(step: float) -> float:
    """Return 1, 2, 2.5 or 5 times a power of ten, at least `step` (Heckbert 1990)."""
    base = 10.0 ** math.floor(math.log10(step))
    return next(base * factor for factor in (1, 2, 2.5, 5, 10) if base * factor >= step * (1 - 1e-9))


def tick_label(value: float, unit: str) -> str:
    """Return a short label: "5,000", "$2.5m", "12%"."""
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            text = f"{value / size:.3g}{letter}"
            break
    else:
        text = number(value)
    if unit in CURRENCIES:
        return CURRENCIES[unit] + text
    return text + ("%" if unit == "percent" else f" {SYMBOLS[unit]}" if unit in SYMBOLS else "")


def clear(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Return as many ticks as fit the narrowest line without touching: all, every second, every third ..."""
    for stride in range(1, len(ticks) + 1):
        chosen = ticks[::stride]
        if all(not touch(one, two) for one, two in pairwise(chosen)):
            return tuple(chosen)
    return tuple(ticks[:1])


def touch(one: Tick, two: Tick) -> bool:
    """Whether two labels touch on the narrowest line."""
    return (two.x - one.x) / 100 * NARROWEST < (len(one.label) + len(two.label)) * LETTER / 2 + GAP


def moment_span(iso: str) -> tuple[float | None, float | None] | None:
    """Return first and last moment of an ISO 8601 time in days since the year 1, None for an open end; None if it is no time."""
    if "/" in iso:
        start, _, end = iso.partition("/")
        one, two = moment_span(start) if start else None, moment_span(end) if end else None
        if one is None and two is None:
            return None
        return (one[0] if one else None, two[1] if two else None)
    try:
        if "T" in iso:
            when = datetime.fromisoformat(iso)
            days = when.replace(tzinfo=timezone(timedelta())).timestamp() / 86400 + date(1970, 1, 1).toordinal()
            return (days, days)
        parts = [int(part) for part in iso.split("-")]
        first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
        if len(parts) == 3:
            return (float(first.toordinal()), first.toordinal() + 1.0)
        year, month = (first.year + 1, 1) if len(parts) == 1 or first.month == 12 else (first.year, first.month + 1)
        return (float(first.toordinal()), float(date(year, month, 1).toordinal()))
    except (ValueError, IndexError, OverflowError):
        return None


def time_axis(moments: Sequence[float]) -> Axis:
    """Return the line for moments in days since the year 1, with ticks at days, months or years."""
    low, high = min(moments), max(moments)
    edge = max((high - low) * 0.15, 0.5)
    low, high = low - edge, high + edge
    axis = Axis(low, high, ())
    return Axis(low, high, clear([Tick(axis.place(day), label) for day, label in calendar(low, high)]))


def calendar(low: float, high: float) -> Iterator[tuple[float, str]]:
    """Yield days, months or years between two moments with their labels, about ten at most."""
    first = date.fromordinal(max(1, math.floor(low)))
    last = date.fromordinal(max(1, math.ceil(high)))
    if high - low <= 40:
        stride = max(1, round((high - low) / 8))
        for ordinal in range(math.ceil(low), math.floor(high) + 1, stride):
            day = date.fromordinal(ordinal)
            yield float(ordinal), f"{day.day} {day:%b}"
        return
    months = 1 if high - low <= 400 else 6 if high - low <= 1500 else 12
    years = max(1, math.ceil((last.year - first.year) / 8)) if months == 12 else 1
    for year in range(first.year - first.year % years, last.year + 1, years):
        for month in range(1, 13, months):
            day = date(max(1, year), month, 1)
            if low <= day.toordinal() <= high:
                yield float(day.toordinal()), str(year) if months == 12 else f"{day:%b} {year}"
