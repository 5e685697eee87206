"""HTML pages: title, then the body's lines, and what the page says about itself."""

import re

from rashomon.ingest.charset import decode
from rashomon.ingest.draft import Draft, Items, SetAsideError, Source, check_text
from rashomon.ingest.headline import first_line_headline
from rashomon.ingest.options import IngestOptions
from rashomon.ingest.page_fields import read_page_fields
from rashomon.ingest.page_text import extract_lines
from rashomon.ingest.page_tree import parse_page, prepare_page

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)
DECLARATION_BYTES = 8192
"""Browsers look into 1,024 bytes; saved pages often carry long comments before."""
FEWEST_WORDS = 15
"""Words of a body below which a page holds no report but a notice ("enable JavaScript", "page not found", "log in")."""
LEADING_NAVIGATION = 0.3
"""Share of the text that may stand before the headline and is cut as navigation."""
WORD = re.compile(r"\w+")


def read_page(source: Source, options: IngestOptions) -> Items:
    """Yield the report that an HTML page holds."""
    data = source.read(options.max_report_bytes)
    declared = [
        match[1].decode("ascii", "ignore")
        for form in (META_CHARSET, XML_CHARSET)
        if (match := form.search(data[:DECLARATION_BYTES]))
    ]
    decoded = decode(data, [source.charset, *declared])
    if "\0" in decoded.text:
        raise SetAsideError(f"holds a NUL character (at character {decoded.text.index(chr(0))})")
    tree = parse_page(decoded.text)
    fields = read_page_fields(tree, source.url)
    prepare_page(tree)
    lines = extract_lines(tree, fields.url)
    if fields.body and len(fields.body) > 1.5 * sum(map(len, lines)):
        # The page shows its text by script; the same text stands in its JSON-LD.
        lines = fields.body.split("\n")
    title = fields.title
    if title:
        lines = _below_title(title, lines)
        if fields.standfirst and _letters(fields.standfirst) not in _letters(" ".join(lines)):
            lines.insert(0, fields.standfirst)
    if sum(len(WORD.findall(line)) for line in lines) < FEWEST_WORDS:
        raise SetAsideError("no article found in the page")
    text = "\n".join([title, *lines] if title else lines)
    check_text(text, options.max_report_characters)
    yield Draft(
        text=text,
        path=source.name,
        title=title or first_line_headline(text),
        outlet=fields.outlet,
        published=fields.published,
        published_guessed=fields.published_guessed,
        url=fields.url,
        notes=(*fields.notes, decoded.problem) if decoded.problem else fields.notes,
    )


def _below_title(title: str, lines: list[str]) -> list[str]:
    """Return the lines without the title, and without the navigation that stands before it."""
    wanted = _letters(title)
    length = sum(map(len, lines))
    before = 0
    for position, line in enumerate(lines):
        if _letters(line) == wanted:
            return lines[position + 1 :]
        before += len(line)
        if before > LEADING_NAVIGATION * length:
            break
    return lines


def _letters(line: str) -> str:
    """Return a line's letters and figures alone, to compare lines that differ in their marks."""
    return "".join(WORD.findall(line)).casefold()
