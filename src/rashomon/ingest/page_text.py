"""The text of a page: trafilatura finds the body, our own serialiser writes it so that no two blocks fuse.

Of trafilatura's tree we use `p head list item quote table row cell lb` and treat all else as words in a line.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from rashomon.ingest.page_tree import BOUNDARY, LINE_BREAK, LONGEST_ROW, NEXT_CELL, Element

logger = logging.getLogger(__name__)

BLOCKS = frozenset({"p", "head", "list", "item", "quote", "div", "code", "figure", "body"})
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
BROKEN_PARAGRAPH = re.compile(rf"(?:{BOUNDARY}\s*)+{LINE_BREAK}")
WRAPPED_LINE = 50
"""Characters from which on a line that ends in mid-sentence before a small letter was broken by hand: old pages and mails
wrap at 60 to 80."""
CELL = " | "
LOOSE_CELL = re.compile(rf"[\s{BOUNDARY}]*{NEXT_CELL}\s*")


def extract_lines(tree: Element, url: str | None) -> list[str]:
    """Return the lines of a page's body: a paragraph, heading, list item or table row each. The tree is used up.

    Args:
        tree: From `prepare_page`.
        url: Address of the page, for relative links.
    """
    import trafilatura  # noqa: PLC0415 -- 0.4 s to import, and only pages need it

    found: Any = trafilatura.bare_extraction(tree, url=url, include_comments=False, include_tables=True, output_format="xml")
    if found is None or found.body is None:
        return []
    return _lines(found.body)


def _lines(element: Any) -> list[str]:
    """Return the lines of a subtree, its tail left out."""
    lines = [""]
    _write(element, lines)
    # Extraction turns some broken lines into paragraphs; the mark in the words tells what they were.
    text = BROKEN_PARAGRAPH.sub(LINE_BREAK, BOUNDARY.join(lines))
    if element.tag == "cell":
        text = text.replace(NEXT_CELL, " ")
    # Fallbacks of the extraction know no tables; there the marks keep the rows.
    text = LOOSE_CELL.sub(CELL, text)
    return [line for part in text.split(BOUNDARY) for line in _unbroken(part)]


def _write(element: Any, lines: list[str]) -> None:
    """Append the words of an element to the last line, and open lines where blocks begin and end."""
    if element.tag == "table":
        lines += [*(row for child in element.iterchildren("row") for row in _row(child)), ""]
        return
    if element.tag == "list" and element.get("rend") == "dl":
        lines += [*_definitions(element), ""]
        return
    if element.tag == "lb":
        lines[-1] += LINE_BREAK
    block = element.tag in BLOCKS
    if block:
        lines.append("")
    lines[-1] += element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            _write(child, lines)
        lines[-1] += child.tail or ""
    if block:
        lines.append("")


def _row(row: Any) -> list[str]:
    """Return a table row: one line where its cells are short, else a line for each line in them."""
    cells = [_lines(cell) for cell in row.iterchildren("cell")]
    cells = [cell for cell in cells if cell]
    lines = [line for cell in cells for line in cell]
    prose = any(SENTENCE_END.search(line) for cell in cells if len(cell) > 1 for line in cell)
    if prose or sum(map(len, lines)) > LONGEST_ROW:
        return lines
    return [CELL.join("; ".join(cell) for cell in cells)]


def _definitions(element: Any) -> list[str]:
    """Return a definition list as "term: definition" lines."""
    lines: list[str] = []
    term: str | None = None
    for item in element.iterchildren():
        own = _lines(item)
        if str(item.get("rend", "")).startswith("dt"):
            lines += [term] if term else []
            lines += own[:-1]
            term = own[-1] if own else None
        else:
            if term and own:
                own[0] = f"{term} {own[0]}" if term.endswith((":", "?")) else f"{term}: {own[0]}"
                term = None
            lines += own
    return [*lines, term] if term else lines


def _unbroken(block: str) -> Iterator[str]:
    """Yield the lines of one block, those joined that were broken by hand in mid-sentence."""
    held = ""
    for part in block.split(LINE_BREAK):
        line = " ".join(part.split())
        if not line:
            continue
        if len(held) >= WRAPPED_LINE and line[0].islower() and not SENTENCE_END.search(held):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held
