"""Quotations: stretches of text between marks, straight or curly, also where they run on over lines or were set apart badly."""

import re
from collections.abc import Sequence

from rashomon.model import Span

MARK = re.compile("[\"“”„«»]|''|``")
OPENERS = "“„«"
CLOSERS = "”»"
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
    for place, line in enumerate(lines):
        at = line.start
        if open_at is not None:
            open_at = line.start
        for match in MARK.finditer(text, line.start, line.end):
            opens = match.group() in OPENERS or (open_at is None and match.group() not in CLOSERS)
            if (open_at is not None and match.start() == line.start and match.group() not in CLOSERS) or opens:
                open_at = match.end()
            elif open_at is not None:
                keep(found, text, open_at, match.start())
                open_at = None
            at = match.end()
        if open_at is not None:
            keep(found, text, max(open_at, line.start), line.end)
            runs_on = place + 1 < len(lines) and MARK.match(text, lines[place + 1].start) is not None
            open_at = open_at if runs_on else None
        del at
    return tuple(found)


def keep(found: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch of text, trimmed, if it has a word."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start <= LONGEST and len(text[start:end].split()) >= SHORTEST_WORDS and any(map(str.isalpha, text[start:end])):
        found.append(Span(start=start, end=end))
