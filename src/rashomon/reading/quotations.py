"""Quotations: stretches of text between marks, straight or curly, also where they run on over lines or were set apart badly."""

import re
from collections.abc import Sequence

from rashomon.model import Span

MARK = re.compile("[\"“”„«»‘]|''|``|’(?!\\w)")
DOUBLE = re.compile("[\"“”„«»]|''|``")
OPENERS = "“„«‘"
CLOSERS = "”»’"
SINGLE = "‘’"
"""Single marks quote only where they come in pairs: a closing one is an apostrophe where none is open."""
LONGEST = 1500
"""Code points after which an opening mark without a closing one is not believed."""
SHORTEST_WORDS = 1


def find_quotations(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands between quotation marks, marks left out, one span for each line that a quotation touches.

    A curly mark tells itself whether it opens. A straight one opens where none is open. A paragraph that begins with a mark
    while a quotation is open continues it, as newspapers do; an open quotation that nothing closes ends with its line.
    """
    found: list[Span] = []
    open_at: int | None = None
    single = False
    for place, line in enumerate(lines):
        if open_at is not None:
            open_at = line.start
        for match in MARK.finditer(text, line.start, line.end):
            mark = match.group()
            if (mark in SINGLE and open_at is not None and not single) or (mark == "’" and open_at is None):
                continue
            opens = mark in OPENERS or (open_at is None and mark not in CLOSERS)
            if (open_at is not None and match.start() == line.start and mark not in CLOSERS) or opens:
                open_at, single = match.end(), mark == "‘"
            elif open_at is not None and single == (mark == "’"):
                keep(found, text, open_at, match.start())
                open_at = None
        if open_at is not None:
            if not single:
                keep(found, text, max(open_at, line.start), line.end)
            runs_on = place + 1 < len(lines) and not single and goes_on(text, lines[place + 1])
            open_at = open_at if runs_on else None
    return tuple(found)


def goes_on(text: str, line: Span) -> bool:
    """Whether an open quotation goes on in the next line: it begins with a mark, or its first mark closes ("... at sea." )."""
    first = DOUBLE.search(text, line.start, line.end)
    if first is None:
        return False
    return first.start() == line.start or (first.group() not in OPENERS and not text[first.start() - 1].isspace())


def keep(found: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch of text, trimmed, if it has a word."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start <= LONGEST and len(text[start:end].split()) >= SHORTEST_WORDS and any(map(str.isalpha, text[start:end])):
        found.append(Span(start=start, end=end))
