"""The shipped pipeline, loaded once for all tests, and short ways to what it reads."""

from functools import cache

from rashomon.model import Reading
from rashomon.reading.reader import Reader
from tests.making import report

PUBLISHED = "2031-03-14"
READER = Reader()


@cache
def read(text: str) -> Reading:
    """Read a text as a report of Friday, 14 March 2031."""
    return READER.read(report(text, published=PUBLISHED))


def amounts(text: str) -> list[tuple[str, float | None, float | None, bool, str]]:
    """Return (words, low, high, about, unit) of each quantity."""
    return [(one.span.of(text), one.value.low, one.value.high, one.value.about, one.value.unit) for one in read(text).quantities]


def said(text: str) -> list[tuple[str, str]]:
    """Return (who, content) of each attribution; pieces of a content are joined by a bar."""
    return [(one.who, " | ".join(piece.of(text) for piece in one.contents)) for one in read(text).attributions]


def worded(text: str) -> dict[str, str]:
    """Return {clause: certainty}, without clauses that only introduce."""
    return {clause.span.of(text): clause.certainty for clause in read(text).clauses if not clause.reporting}
