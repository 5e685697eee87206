"""Datelines, "Updated:" lines and signatures of posts: where a report says when it was written."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.model import Span
from rashomon.reading.time_anchor import Anchor, resolve
from rashomon.reading.time_expression import Expression
from rashomon.values.times import interval

Role = Literal["stamp", "place", "signature"]
"""`stamp`: a line of its own ("Updated: ..."). `place`: before the first words ("LIMA, March 3 (Wire) -"). `signature`: under
a post."""

_STAMP = re.compile(
    r"\b(?:published|updated|posted|last|first|modified|created|filed|issued|edition|print|date|time|uploaded|revised|corrected|from|on|at"
    r"|by|in|and|of|the|uk|us|local|edt|hrs|gmt|story|version|release|released|article|reported)\b",
    re.I,
)
_PLACE_BEFORE = re.compile(r"[A-Z][\w.’'-]*(?:[\s,/(]+(?:[A-Z(][\w.’')-]*|de|del|la|el|al|of|and|the))*[\s,/(]*")
_PLACE_AFTER = re.compile(r"[\s),.]*(?:\(?[A-Z][\w.\s/&]{1,30}\)?)?\s*(?:[-–—:]|$)")
_SIGNATURE = re.compile(r"^\s*(?:[—–-]+\s*\S.*|.*\(@\w+\)\s*)$")
_PRESENT_YEAR = re.compile(
    r"\b(?:is|it[’']s|has\s+been)\b[^.;\n]{0,40}\btime\s+in\s+$|\bso\s+far\s+in\s+$|\balready\s+in\s+$", re.I
)
_PLACE_REACH, _STAMP_LENGTH = 48, 120
_LATE_FILING = timedelta(days=7)
"""A report is published at most this long after the day in its dateline; a longer gap is another use of the date."""
_LEAD_REACH = 600


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression that dates the report or a post in it."""

    expression: Expression
    role: Role


def find_datelines(text: str, lines: Sequence[Span], expressions: Sequence[Expression]) -> list[Dated]:
    """Return the expressions that stand in datelines, stamps and signatures, in text order."""
    found = []
    starts = [one.start for one in expressions]
    for line in lines:
        first, last = bisect_left(starts, line.start), bisect_left(starts, line.end)
        inside = [one for one in expressions[first:last] if one.end <= line.end]
        if inside:
            found.extend(_in_line(text, line, inside))
    return found


def _in_line(text: str, line: Span, inside: Sequence[Expression]) -> list[Dated]:
    first = inside[0]
    before = text[line.start : first.start]
    rest = _outside(text, line, inside)
    dated = any(one.kind == "date" and one.day is not None for one in inside)
    if dated and "@" in before and _SIGNATURE.match(before):
        return [Dated(one, "signature") for one in inside]
    timed = dated or any(one.clock for one in inside)
    if timed and len(line) <= _STAMP_LENGTH and _is_stamp(rest, dated=dated, year=any(one.is_whole for one in inside)):
        return [Dated(one, "stamp") for one in inside]
    is_date = first.kind == "date" and first.day is not None
    placed = is_date and len(before) <= _PLACE_REACH and _PLACE_BEFORE.fullmatch(before) is not None
    if placed and _PLACE_AFTER.match(text[first.end : line.end][:40]):
        return [Dated(first, "place")]
    return []


def _outside(text: str, line: Span, inside: Sequence[Expression]) -> list[str]:
    """Return the words of a line outside its expressions of time."""
    pieces, at = [], line.start
    for one in inside:
        pieces.append(text[at : one.start])
        at = one.end
    pieces.append(text[at : line.end])
    return re.findall(r"[^\W\d_]+", " ".join(pieces))


def _is_stamp(words: Sequence[str], *, dated: bool, year: bool) -> bool:
    """Whether the words beside a date are those of a stamp, or at most a place or agency."""
    others = [word for word in words if not _STAMP.fullmatch(word)]
    stamped = len(others) < len(words)
    if not dated:
        return not others
    names = all(word[0].isupper() for word in others)
    return not others or (names and len(others) <= (5 if stamped else 2 if year else 0))


def find_anchor(text: str, published: str | None, datelines: Sequence[Dated], expressions: Sequence[Expression]) -> Anchor:
    """Return what is known of the time of writing: by the date of publication, or else by the text itself.

    Args:
        text: The report.
        published: ISO date or date-time of publication, also a month or year, or None.
        datelines: As `find_datelines` gives them.
        expressions: All expressions of the text.
    """
    if published:
        return _by_publication(published, datelines)
    stamps = [one.expression for one in datelines if one.role in ("stamp", "place")]
    for stamp in stamps:
        day = _whole_day(stamp, None)
        if day:
            return Anchor(day=day, near=day, source="text")
    near = _near(datelines, expressions)
    year = None if near else (_year_of_present(text, expressions) or _year_after_named(expressions))
    for stamp in stamps:
        day = _whole_day(stamp, Anchor(near=near, year=year))
        if day:
            return Anchor(day=day, near=day, source="text")
    return Anchor(near=near, year=year, source="text")


def _by_publication(published: str, datelines: Sequence[Dated]) -> Anchor:
    day_or_less = published.strip()[:10]
    try:
        first, last = interval(day_or_less)
    except ValueError:
        return Anchor()
    if first != last:
        return Anchor(year=first.year if first.year == last.year else None, near=first + (last - first) / 2)
    for one in datelines:
        if one.role == "place":
            day = _whole_day(one.expression, Anchor(near=first))
            if day and timedelta(0) < first - day <= _LATE_FILING:
                return Anchor(day=day, near=day, source="text")
    return Anchor(day=first, near=first)


def _whole_day(one: Expression, anchor: Anchor | None) -> date | None:
    iso = resolve(one, anchor or Anchor(), None, None) if one.is_day and one.kind == "date" else None
    return interval(iso[:10])[0] if iso else None


def _near(datelines: Sequence[Dated], expressions: Sequence[Expression]) -> date | None:
    """Return a day near the time of writing: of a post that is quoted, or a whole date in the first lines."""
    signed = [one.expression for one in datelines if one.role == "signature"]
    early = [one for one in expressions if one.start < _LEAD_REACH and not one.lead.startswith("since")]
    days = [day for one in (*signed, *early) if (day := _whole_day(one, None)) is not None]
    return max(days[: len(signed)] or days, default=None)


def _year_of_present(text: str, expressions: Sequence[Expression]) -> int | None:
    """Return the year that the report speaks of as its own: "it is the second time in 2008", "so far in 2008"."""
    for one in expressions:
        if (
            one.kind == "date"
            and one.year is not None
            and one.month is None
            and _PRESENT_YEAR.search(text, max(0, one.end - 70), one.end - 4)
        ):
            return one.year
    return None


def _year_after_named(expressions: Sequence[Expression]) -> int | None:
    """Return the year of writing where a month stands with and without its year.

    A report that writes "June 2024" does not mean that month by "June 17": the year of the latter is the one after.
    """
    named = [one for one in expressions if one.kind == "date" and one.year is not None and one.month is not None]
    bare = {one.month for one in expressions if one.kind == "date" and one.year is None and not one.which}
    if not named:
        return None
    latest = max(one.year or 0 for one in named)
    return latest + 1 if any(one.year == latest and one.month in bare for one in named) else None
