"""The printed lines of a PDF, with where they stand; without the heads and feet that run over its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from rashomon.ingest.fields import is_web_address

LINE_END = re.compile("\r\n|\n|\r|\ufffe|\x02")
STRAY = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that fonts without a proper table of letters give."""
HYPHENS = "\ufffe\x02"
"""What PDFium puts in place of a hyphen and the line break after it."""
PAGE_NUMBER = re.compile(r"(?:page|p\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
PRINTED_FROM = re.compile(r"((?:https?|file)://\S+?)(?:\s+\d+/\d+)?")
PRINTED_AT = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?")
"""The head and foot that browsers put on printed pages: time and title above, address and page below."""
MARGIN_LINES = 2
"""Lines at the top and at the bottom of a page among which heads and feet are sought."""
DISPLAY_SIZE = 1.15
"""Size against the body's from which on a line is display type: a headline, not a running head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line on a page. Lengths are in points, from the lower left corner; `size` is the height of its letters' font.

    Attributes:
        hyphen: A hyphen parted its last word; it is not in `text`.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    hyphen: bool = False


def read_lines(page: Any, number: int) -> Iterator[PrintedLine]:
    """Yield the lines of a pypdfium2 page in the order in which they were written."""
    words = page.get_textpage()
    text = STRAY.sub(" ", words.get_text_range())
    start = 0
    while start < len(text):
        match = LINE_END.search(text, start)
        end, after = (match.start(), match.end()) if match else (len(text), len(text))
        line = text[start:end]
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            last = start + len(line.rstrip()) - 1
            left, base, _, top = _box(words, text, first)
            hyphen = match is not None and match[0] in HYPHENS
            right = _box(words, text, last)[2]
            yield PrintedLine(
                text=" ".join(line.split()), page=number, left=left, right=right, base=base, size=top - base, hyphen=hyphen
            )
        start = after
    words.close()


def body_size(lines: Sequence[PrintedLine]) -> float:
    """Return the size in which most of the text is set."""
    return median(size for line in lines for size in [line.size] * len(line.text))


def without_margins(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], str | None]:
    """Return the lines without running heads, feet and page numbers, and the address that a browser printed there."""
    body = body_size(lines)
    margins: list[PrintedLine] = []
    for page in sorted({line.page for line in lines}):
        by_height = sorted((line for line in lines if line.page == page), key=lambda line: -line.base)
        margins += dict.fromkeys([*by_height[:MARGIN_LINES], *by_height[-MARGIN_LINES:]])
    pages = len({line.page for line in lines})
    running = Counter((_shape(line.text), line.page) for line in margins)
    often = Counter(shape for shape, _ in running)
    dropped = set()
    address = None
    for line in margins:
        if match := PRINTED_FROM.fullmatch(line.text):
            address = address or (match[1] if is_web_address(match[1]) and "…" not in match[1] else None)
            dropped.add(line)
            continue
        repeated = often[_shape(line.text)] > max(1, pages / 3)
        headline = line.page == 0 and line.size > DISPLAY_SIZE * body
        if PAGE_NUMBER.fullmatch(line.text) or PRINTED_AT.fullmatch(line.text) or (repeated and not headline):
            dropped.add(line)
    return [line for line in lines if line not in dropped], address


def _shape(text: str) -> str:
    """Return a line as heads and feet repeat it, page numbers set aside."""
    return re.sub(r"\d+", "#", text).casefold()


def _box(words: Any, text: str, position: int) -> tuple[float, float, float, float]:
    """Return left, base, right and top of the character at a position of the page's text; zeros where it has no place."""
    from pypdfium2 import PdfiumError, raw  # type: ignore[import-untyped]  # noqa: PLC0415 -- no types; loads PDFium

    # PDFium counts UTF-16 units of a text that may leave out characters of the page.
    units = len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
    try:
        left, base, right, top = words.get_charbox(raw.FPDFText_GetCharIndexFromTextIndex(words, units), loose=True)
    except PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return left, base, right, top
