"""Cutting a report into windows that the encoder takes at once: whole lines, so that attributions are seen over several of them.

A window holds one or more whole units, where a unit is what punctuation certainly bounds: a sentence, or a few. Only a unit
too long for a window is read in several that overlap; each word is then taken from the one in whose core it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ROOM = 254
"""Word pieces of a window, beside the marks at its ends: what the encoder was trained on at most."""
LAP = 48
"""Words that two windows over one long unit share."""
LONGEST_UNIT = 600
"""Words after which a unit is cut: a longer one is a table, not a sentence."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` are seen; those from `core` to `core_end` are read."""

    start: int
    end: int
    core: int
    core_end: int


Chunk = tuple[Window, ...]
"""Windows whose cores are decoded together: one, or those over a unit too long for one."""


def find_chunks(sizes: Sequence[int], lines: Sequence[bool], starts: Sequence[bool], room: int = ROOM) -> Iterator[Chunk]:
    """Yield chunks that cover all words in order.

    Args:
        sizes: Word pieces of each word.
        lines: Whether a line begins with the word.
        starts: Whether a sentence certainly begins with the word.
        room: Most word pieces of a window.
    """
    begun: int | None = None
    filled = 0
    for start, end in blocks(sizes, lines, starts, room):
        size = sum(sizes[start:end])
        if begun is not None and filled + size > room:
            yield whole(begun, start)
            begun, filled = None, 0
        if size > room:
            yield lapping(sizes, start, end, room)
        else:
            begun = start if begun is None else begun
            filled += size
    if begun is not None:
        yield whole(begun, len(sizes))


def blocks(sizes: Sequence[int], lines: Sequence[bool], starts: Sequence[bool], room: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what is put into a window as a whole: a line, or a unit of a line that does not fit into one."""
    for start, end in parts(0, len(sizes), lines):
        if sum(sizes[start:end]) <= room:
            yield start, end
            continue
        for begin, stop in parts(start, end, starts):
            for cut in range(begin, stop, LONGEST_UNIT):
                yield cut, min(stop, cut + LONGEST_UNIT)


def parts(start: int, end: int, begins: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the parts of a stretch of words, cut where `begins` is true."""
    before = start
    for place in range(start + 1, end):
        if begins[place]:
            yield before, place
            before = place
    if before < end:
        yield before, end


def whole(start: int, end: int) -> Chunk:
    """Return the chunk of one window, all of which is read."""
    return (Window(start, end, start, end),)


def lapping(sizes: Sequence[int], start: int, end: int, room: int) -> Chunk:
    """Return overlapping windows over a long unit; cores meet in the middle of what two of them share."""
    found: list[Window] = []
    begin = core = start
    while core < end:
        stop, filled = begin, 0
        while stop < end and filled + sizes[stop] <= room:
            filled += sizes[stop]
            stop += 1
        lap = min(LAP, (stop - begin) // 2)
        core_end = end if stop == end else stop - lap // 2
        found.append(Window(begin, stop, core, core_end))
        begin, core = stop - lap, core_end
    return tuple(found)
