"""The algebra of times: what an ISO value covers, how two values stand to each other, and how people write them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from rashomon.model import TimeValue

Relation = Literal["same", "narrows", "narrowed-by", "conflict", "incomparable"]
"""How the first time stands to the second: `narrows` is "14 June 2024" to "June 2024"."""

OPEN_START, OPEN_END = date.min, date.max
"""The ends of `interval` where a value has none."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_NEAR = timedelta(days=1)
"""A clock time without a zone may lie this far from one that names its zone."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A year, month or day, with its clock time and zone where it has them."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        if self.day is not None:
            return self.first
        if self.month is None:
            return date(self.year, 12, 31)
        return last_day(self.year, self.month)

    @property
    def moment(self) -> datetime | None:
        """The minute, in UTC where the zone is known and naive otherwise; None without a clock time."""
        if self.clock is None:
            return None
        naive = datetime(self.year, self.month or 1, self.day or 1, *self.clock)  # noqa: DTZ001 (naive means: zone unknown)
        return naive if self.zone is None else naive.replace(tzinfo=_zone(self.zone))


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else None
    return following - timedelta(days=1) if following else OPEN_END


def interval(value: TimeValue | str) -> tuple[date, date]:
    """Return the first and last day that a value (or its ISO form) covers; an open end is `OPEN_START` or `OPEN_END`.

    Raises:
        ValueError: the ISO form is not one of those that `TimeValue` names.
    """
    start, end = _ends(value)
    return (start.first if start else OPEN_START), (end.last if end else OPEN_END)


def compare_times(left: TimeValue | str, right: TimeValue | str) -> Relation:
    """Say how two times stand to each other.

    A time narrows another that contains it. Times without a common day conflict; times that overlap without one containing
    the other say nothing. Of two clock times of the same day, one with and one without a zone, nothing can be said.

    Raises:
        ValueError: an ISO form is not one of those that `TimeValue` names.
    """
    ours, theirs = _moment(left), _moment(right)
    if ours is not None and theirs is not None:
        return _compare_moments(ours, theirs)
    (a, b), (c, d) = interval(left), interval(right)
    if b < c or d < a:
        return "conflict"
    if (a, b) == (c, d):
        return "same" if (ours is None) == (theirs is None) else "narrows" if ours else "narrowed-by"
    if c <= a and b <= d:
        return "narrows"
    return "narrowed-by" if a <= c and d <= b else "incomparable"


def format_time(value: TimeValue | str) -> str:
    """Write a time as people do: "17 June 2025", "July to August 2025", "since September 2011"."""
    start, end = _ends(value)
    if start is None or end is None:
        return f"since {_write(start)}" if start else f"until {_write(end)}" if end else "at any time"
    if start == end:
        return _write(start)
    shared_year = start.year == end.year and (start.month is None) == (end.month is None) and start.month is not None
    shared_month = shared_year and start.month == end.month and start.day is not None and end.day is not None
    if start.clock or not shared_year or (start.day is None) != (end.day is None):
        return f"{_write(start)} to {_write(end)}"
    if shared_month:
        return f"{start.day} to {_write(end)}"
    return f"{_write(start).rsplit(' ', 1)[0]} to {_write(end)}"


def _ends(value: TimeValue | str) -> tuple[_Point | None, _Point | None]:
    """Return the first and last point of a value, None where it is open."""
    iso = value if isinstance(value, str) else value.iso
    start, slash, end = iso.partition("/")
    if not slash:
        point = _point(iso)
        return point, point
    if not start and not end:
        raise ValueError(f"not a time: {iso!r}")
    ends = _point(start) if start else None, _point(end) if end else None
    if ends[0] and ends[1] and ends[1].last < ends[0].first:
        raise ValueError(f"a time that ends before it starts: {iso!r}")
    return ends


def _point(iso: str) -> _Point:
    match = _POINT.fullmatch(iso)
    if match is None:
        raise ValueError(f"not a time: {iso!r}")
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups()[:5])
    clock = (hour, minute) if hour is not None and minute is not None else None
    point = _Point(year=year or 0, month=month, day=day, clock=clock, zone=match[6])
    _ = (point.first, point.moment)  # both raise ValueError where there is no such day or minute
    return point


def _moment(value: TimeValue | str) -> datetime | None:
    start, end = _ends(value)
    return start.moment if start is not None and start == end else None


def _compare_moments(left: datetime, right: datetime) -> Relation:
    if (left.tzinfo is None) == (right.tzinfo is None):
        return "same" if left == right else "conflict"
    apart = left.replace(tzinfo=None) - right.replace(tzinfo=None)
    return "incomparable" if abs(apart) <= _NEAR else "conflict"


def _zone(name: str) -> timezone:
    if name == "Z":
        return UTC
    sign = -1 if name[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(name[1:3]), minutes=int(name[4:6])))


def _write(point: _Point) -> str:
    words = [str(point.year)]
    if point.month is not None:
        words.insert(0, MONTHS[point.month - 1])
    if point.day is not None:
        words.insert(0, str(point.day))
    written = " ".join(words)
    if point.clock is None:
        return written
    zone = "" if point.zone is None else " UTC" if point.zone == "Z" else f" UTC{point.zone}"
    return f"{written}, {point.clock[0]:02d}:{point.clock[1]:02d}{zone}"
