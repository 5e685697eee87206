"""From the parts of a text's time expressions to whole ones: ranges, dates with their clock time, prepositions before them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.time_clock import find_clocks
from rashomon.reading.time_dates import find_dates
from rashomon.reading.time_expression import Expression
from rashomon.reading.time_relative import find_relative
from rashomon.reading.time_words import PART
from rashomon.reading.time_years import find_years

_ON_AT = re.compile(
    r",?\s*(?:(?:on|of|at|around|about|at\s+(?:around|about|approximately|exactly)|early|late|the)\s+)*[-–|,]?\s*", re.I
)
_BOUND = re.compile(
    r",?\s*(?:by|from|after|before|until|shortly\s+after|just\s+after|just\s+before|since)\s+(?:around\s+|about\s+)?", re.I
)
_BRACKET = re.compile(r"\s*[(/,]\s*")
_EDGE = r"(?:(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+|early\s+|late\s+|mid[\s-]|on\s+|in\s+|the\s+)?"
_TO = re.compile(rf"\s*(?:-|–|—|(?:to|until|till|through)\s+{_EDGE})\s*", re.I)
_AND = re.compile(rf"\s+and\s+{_EDGE}", re.I)
_OR = re.compile(rf"\s+or\s+{_EDGE}", re.I)
_BETWEEN = re.compile(rf"\bbetween\s+{_EDGE}$", re.I)
_FROM = re.compile(rf"\bfrom\s+{_EDGE}$", re.I)
_HABIT = re.compile(r"\b(?:every|each|most|alternate|on\s+a|of\s+a)\s+(?:early\s+|late\s+)?$", re.I)
_PART_AFTER = re.compile(rf"[\s-]+{PART}\b(?![\s-]+(?:show|news|edition|rush))", re.I)
_OPEN_AFTER = re.compile(r",?\s+(?:onwards?|on)\b(?=\s*[,.;]|\s+(?:and|but)\b)", re.I)

_LEAD_WORD = (
    r"(?:on|in|at|by|until|till|since|from|during|between|as\s+(?:early|late|recently|soon|long|far\s+back)\s+as|as\s+of|as\s+from|early|late|later"
    r"|earlier|mid|sometime|around|about|only|just|up\s+to|over|back\s+in|the\s+(?:very\s+)?(?:end|beginning|start|middle|turn)\s+of"
    r"|the\s+(?:early|late)\s+(?:hours|part|days)\s+of|the\s+early\s+(?:hours|morning)\s+(?:hours\s+)?of|the\s+(?:morning|evening|night|afternoon|day|week|month"
    r"|summer|winter|eve)\s+of|the\s+(?:first|second|third|last|final)\s+(?:week|weeks|days|months|half|part)\s+of|the\s+night\s+to"
    r"|very|before|after|ever|nearly|almost|exactly|more\s+than|less\s+than|some|roughly|at\s+least|the\s+early|the\s+late)"
)
_LEAD = re.compile(rf"(?:\b{_LEAD_WORD}\s+)+(?:the\s+)?$|\bmid-$|\b(?:{_LEAD_WORD}\s+)+mid-$", re.I)
_ONLY_AGO = re.compile(
    r"^(?:(?:nearly|almost|exactly|more\s+than|less\s+than|some|roughly|at\s+least|over|only|just|about|around)\s+)+", re.I
)
_LEAD_REACH = 60
_BOUNDS = re.compile(r"\b(?:before|after|by|until|till|since)\s", re.I)
"""Words that make a clock time a bound: then only the day is said."""

_BEST = re.compile(
    r"\b(?:first|best|worst|highest|lowest|biggest|largest|smallest|strongest|weakest|deadliest|heaviest|longest|fastest|hottest|coldest"
    r"|wettest|driest|bloodiest|costliest|steepest|sharpest|most|least|only|not|never|last|slowest|greatest|fewest|unseen|record)\b"
    r"[^.;:\n]{0,70}$|n[’']t\b[^.;:\n]{0,50}$",
    re.I,
)


def find_expressions(text: str) -> list[Expression]:
    """Find all whole expressions of time in a text, in text order and without overlap; none runs on over a line."""
    found: list[Expression] = []
    start = 0
    for line in text.split("\n"):
        found.extend(shift(one, start) for one in _in_line(line))
        start += len(line) + 1
    return found


def shift(one: Expression, by: int) -> Expression:
    """Return an expression so many code points further on."""
    return replace(
        one,
        start=one.start + by,
        end=one.end + by,
        through=shift(one.through, by) if one.through else None,
        base=shift(one.base, by) if one.base else None,
    )


def _in_line(text: str) -> list[Expression]:
    parts = keep_longest([*find_dates(text), *find_years(text), *find_relative(text), *find_clocks(text)])
    parts = [part for part in parts if not _HABIT.search(text[max(0, part.start - 20) : part.start])]
    whole = join_parts(text, [_with_part_of_day(text, part) for part in parts])
    return [_with_words(text, one) for one in whole if not one.dangling]


def keep_longest(found: Sequence[Expression]) -> list[Expression]:
    """Of overlapping expressions keep the longest, of equally long ones the first found; in text order."""
    kept: list[Expression] = []
    taken = bytearray(max((one.end for one in found), default=0))
    for one in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda e: e.start)


def join_parts(text: str, parts: Sequence[Expression]) -> list[Expression]:
    """Join neighbours into ranges and into days with their clock times."""
    whole: list[Expression] = []
    for part in parts:
        joined = _join(text, whole[-1], part) if whole else None
        if joined is not None:
            whole[-1] = joined
        else:
            whole.append(part)
            _lend_year(text, whole)
    return whole


def _join(text: str, left: Expression, right: Expression) -> Expression | None:
    gap = text[left.end : right.start]
    if "\n" in gap or len(gap) > 30:
        return None
    if left.kind == "clock" and right.kind == "clock":
        closes = text[right.end : right.end + 1] == ")"
        if _BRACKET.fullmatch(gap) and ("(" not in gap or closes):
            return replace(left, end=right.end + closes, clock=left.clock or right.clock)
        return None
    if left.kind == "clock" or right.kind == "clock":
        return _join_clock(gap, left, right)
    if left.dangling:
        countable = right.kind in ("date", "weekday") and right.through is None
        return replace(left, end=right.end, base=right, dangling=False) if countable and gap.strip() in ("", "the") else None
    return _join_weekday(gap, left, right) or _join_range(text, gap, left, right)


def _join_clock(gap: str, left: Expression, right: Expression) -> Expression | None:
    """Join a clock time with the day beside it; "after 10 a.m. Monday" keeps the day alone."""
    clock, day = (left, right) if left.kind == "clock" else (right, left)
    if not day.is_day or day.clock:
        return None
    if _ON_AT.fullmatch(gap):
        return replace(day, start=left.start, end=right.end, clock=clock.clock, zone=clock.zone)
    if _BOUND.fullmatch(gap):
        return replace(day, start=left.start, end=right.end)
    return None


def _join_weekday(gap: str, left: Expression, right: Expression) -> Expression | None:
    """Join "Friday night" and ", 4 May", or "Monday" and "of last week"."""
    if left.kind != "weekday" or not re.fullmatch(r",?\s*(?:the\s+|of\s+)?", gap):
        return None
    if right.kind == "date" and right.day is not None and right.weekday is None and right.through is None:
        return replace(right, start=left.start, weekday=left.weekday)
    if right.kind == "shift" and right.unit == "week":
        return replace(right, start=left.start, weekday=left.weekday)
    return None


def _join_range(text: str, gap: str, left: Expression, right: Expression) -> Expression | None:
    if left.through is not None or right.through is not None or not _alike(left, right):
        return None
    before = text[max(0, left.start - 28) : left.start]
    alternative = _OR.fullmatch(gap) is not None
    between = _AND.fullmatch(gap) is not None and _BETWEEN.search(before) is not None
    runs = _TO.fullmatch(gap) is not None and (left.kind == right.kind == "date" or _FROM.search(before) is not None)
    if not (alternative or between or runs):
        return None
    first = (
        left if left.year is not None or left.kind != "date" else replace(left, year=right.year, which=left.which or right.which)
    )
    if first.month is not None and right.month is not None and first.year is not None and left.year is None:
        wraps = (first.month, first.day or 0) > (right.month, right.day or 0)
        first = replace(first, year=first.year - wraps)
    return replace(first, end=right.end, through=replace(right), alternative=alternative)


def _alike(left: Expression, right: Expression) -> bool:
    """Whether two points can be the ends of one range."""
    if left.is_day and right.is_day and "ordinal" not in (left.kind, right.kind):
        return not (left.context or right.context)
    if left.kind != right.kind or left.kind not in ("date", "weekday"):
        return False
    if left.kind == "weekday":
        return True
    shape = (left.month is None, left.day is None)
    return shape == (right.month is None, right.day is None) or (shape[0] is False and right.month is not None)


def _lend_year(text: str, whole: list[Expression]) -> None:
    """Give the year of "June 2024" to the "May" before it in "May and June 2024"."""
    if len(whole) < 2:
        return
    left, right = whole[-2:]
    gap = text[left.end : right.start]
    bare = left.kind == "date" and left.year is None and left.month is not None and not left.which
    if bare and right.kind == "date" and right.year and right.month and re.fullmatch(r"(?:,|,?\s+and)\s+(?:in\s+|on\s+)?", gap):
        whole[-2] = replace(left, year=right.year)


def _with_part_of_day(text: str, part: Expression) -> Expression:
    after = _PART_AFTER.match(text, part.end) if part.is_day and part.kind == "date" else None
    return replace(part, end=after.end()) if after else part


def _with_words(text: str, whole: Expression) -> Expression:
    """Take the words into the span that belong to the expression: "at the end of", "since", "as early as", "onwards"."""
    if whole.kind == "unknown":
        return whole
    before = text[max(0, whole.start - _LEAD_REACH) : whole.start]
    line = before.rpartition("\n")[2]
    lead = _LEAD.search(line)
    words = lead[0] if lead else ""
    possessive = re.match(r"[’']s?\s", text[whole.end : whole.end + 3]) is not None
    if possessive and re.match(r"(?:before|after|in|at|on|by|about|from)\b", words, re.I):
        words = ""
    if not (whole.kind == "shift" and abs(whole.steps) > 0):
        words = (
            re.sub(_ONLY_AGO, "", words)
            if re.match(r"(?:more|less|nearly|almost|some|at\s+least|over)\b", words, re.I)
            else words
        )
    if re.search(r"\bthe\s+$", words, re.I) and whole.kind != "years":
        words = ""  # "during the 2008 crisis": the words belong to the noun
    since = re.search(r"\bsince\s", words, re.I) is not None
    open_end = whole.through is None and (
        (since and not _BEST.search(text[max(0, whole.start - 110) : whole.start - len(words)]))
        or (re.search(r"\bfrom\s", words, re.I) is not None and _OPEN_AFTER.match(text, whole.end) is not None)
    )
    after = _OPEN_AFTER.match(text, whole.end) if re.search(r"\bfrom\s", words, re.I) else None
    return replace(
        whole,
        start=whole.start - len(words),
        end=after.end() if after else whole.end,
        open=open_end,
        clock=None if _BOUNDS.search(words) else whole.clock,
        lead=re.sub(r"\s+", " ", words.casefold()).strip(),
    )
