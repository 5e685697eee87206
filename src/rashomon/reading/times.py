"""Times of a report: every expression of date or clock time, with its value where the day of writing or the text fixes it."""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Span, TimeMention, TimeValue, Token, Tree
from rashomon.reading.time_anchor import Anchor, Days, resolve
from rashomon.reading.time_dateline import find_anchor, find_datelines
from rashomon.reading.time_expression import Expression
from rashomon.reading.time_grammar import find_expressions
from rashomon.reading.time_tense import Tense, tense_of
from rashomon.values.times import OPEN_END, OPEN_START, interval

_CONTEXT_REACH = 500
"""Code points to either side in which "the following day" looks for the time that it counts from."""

_LATER_IS_FARTHER = 200
"""In one sentence, a time that stands later is taken only where none stands nearer before."""
_FOLLOWING_SENTENCE = 9
"""A time in a following sentence comes after those of all sentences before."""
_SAID = re.compile(r"\b(?:said|says|told|reported|announced|confirmed|added|wrote)\s+(?:\w+\s+){0,2}$")
_SAID_REACH = 40
"""Nothing counts from the day named later on which somebody spoke, if there is another."""


def find_times(
    text: str,
    tokens: Sequence[Token],
    *,
    published: str | None,
    lines: Sequence[Span] = (),
    headline: Span | None = None,
) -> tuple[TimeMention, ...]:
    """Find all expressions of date and clock time in a report.

    Durations, ages and frequencies ("for three years", "24-year-old", "every Monday") are not among them.

    Args:
        text: The report; offsets are half-open code points of it.
        tokens: Its words in their dependency trees; may be empty, then tense is told by words alone.
        published: ISO date or date-time with zone of publication; the day in that zone is the day of writing. May be None.
        lines: Its non-empty lines; found by line breaks where they are not given.
        headline: Its title, in which the present tense tells of the past.

    Returns:
        The mentions in text order, without overlap. The value is None for clock times alone and for what neither the
        date of publication nor the text fixes.
    """
    expressions = find_expressions(text)
    datelines = find_datelines(text, lines or _lines(text), expressions)
    anchor = find_anchor(text, published, datelines, expressions)
    in_dateline = {one.expression.start for one in datelines}
    tree = Tree(tokens)
    heads = [head_of(tree, one.span) for one in expressions]
    values: list[str | None] = []
    for one, head in zip(expressions, heads, strict=True):
        tense = None if one.start in in_dateline else _tense(text, tree, head, one, headline)
        values.append(None if one.context and not one.base else resolve(one, anchor, tense, None))
    for position, one in enumerate(expressions):
        if (one.context and not one.base) or (one.kind == "ordinal" and values[position] is None):
            values[position] = resolve(one, anchor, "past", _context(text, expressions, values, position, in_dateline))
    return tuple(
        TimeMention(
            span=one.span,
            head=head or 0,
            value=TimeValue(iso=value, anchor=_source(one, anchor)) if value else None,
            dateline=one.start in in_dateline,
        )
        for one, head, value in zip(expressions, heads, values, strict=True)
    )


def head_of(tree: Tree, span: Span) -> int | None:
    """Return the token inside a span that heads it: the first whose own head lies outside and that is no function word."""
    inside = tree.inside(span)
    if not inside:
        return next((index for index, token in enumerate(tree.tokens) if token.end > span.start), None)
    words = [index for index in inside if tree.tokens[index].pos not in ("ADP", "DET", "PUNCT", "SCONJ", "PART")] or inside
    outside = [index for index in words if tree.tokens[index].head not in inside or tree.tokens[index].head == index]
    return (outside or words)[0]


def _lines(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    return found


def _tense(text: str, tree: Tree, head: int | None, one: Expression, headline: Span | None) -> Tense | None:
    """Return the tense that holds for an expression; a headline's present tense is past, "until" looks ahead."""
    if one.lead.split(" ")[0] == "since":
        return "past"
    limit = one.lead.split(" ")[0] in ("until", "till", "by")
    tense = tense_of(text, tree, head, one.span, limit=limit)
    if tense == "present" and text[one.end : one.end + 2] in ("'s", "’s"):
        return "past"
    if headline is not None and headline.start <= one.start < headline.end:
        ahead = re.search(r"\b(?:to|will|may|could|would|set|due|plans?|until|by)\b", text[headline.start : one.end], re.I)
        return "future" if ahead else "past"
    return tense


def _source(one: Expression, anchor: Anchor) -> str:
    if one.is_whole:
        return "explicit"
    if one.base is not None:
        return "text" if one.base.is_whole else anchor.source
    return "text" if one.context else anchor.source


def _within_reach(expressions: Sequence[Expression], position: int) -> Iterator[int]:
    """Yield the places of the expressions that lie near enough to count from."""
    one = expressions[position]
    for index in range(position - 1, -1, -1):
        if expressions[index].end < one.start - _CONTEXT_REACH:
            break
        yield index
    for index in range(position + 1, len(expressions)):
        if expressions[index].start > one.end + _CONTEXT_REACH:
            break
        yield index


def _context(
    text: str, expressions: Sequence[Expression], values: Sequence[str | None], position: int, skip: set[int]
) -> Days | None:
    """Return the time from which an expression counts: in its sentence before or after it, or the nearest before it."""
    one = expressions[position]
    fits: list[tuple[bool, int, int, Days]] = []
    for index in _within_reach(expressions, position):
        other, value = expressions[index], values[index]
        if value is None or other.start in skip or other.lead.startswith("since"):
            continue
        days = interval(value)
        if days[0] == OPEN_START or days[1] == OPEN_END or (one.unit in (None, "day", "week") and days[0] != days[1]):
            continue
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        breaks = len(re.findall(r"[.!?][\"”’)]*\s|\n", between))
        later = other.start > one.start
        later_on = _FOLLOWING_SENTENCE if later and breaks else 0
        said = later and _SAID.search(text, max(0, other.start - _SAID_REACH), other.start) is not None
        fits.append((said, later_on or breaks, len(between) + (later * _LATER_IS_FARTHER), days))
    return min(fits)[3] if fits else None
