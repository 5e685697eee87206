"""PDFs: printed lines become paragraphs again, the headline first."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from rashomon.ingest.draft import Draft, Items, SetAsideError, Source, check_text, one_line
from rashomon.ingest.headline import first_line_headline
from rashomon.ingest.options import IngestOptions
from rashomon.ingest.pdf_lines import PrintedLine, body_size, read_lines, without_margins

HEADLINE_SIZE = 1.2
"""Size against the body's from which on lines on the first page are its headline."""
LONGEST_HEADLINE = 300
"""Characters."""
USUAL_SPACING = 1.2
"""Distance between lines against the height of their type, where the text itself does not show it."""
LARGER_GAP = 1.35
"""Distance between lines against the usual one from which on a paragraph ends."""
COLUMN_EDGE = 0.9
"""Quantile of the right ends of lines that is taken for their column's edge."""
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
FILE_NAME = re.compile(r"\.\w{2,4}$|^microsoft |^untitled|^document\d*$|^layout|^slide \d", re.IGNORECASE)
COMPOUND_PARTS = frozenset(
    "self ex non anti co mid pro post pre well so semi half all cross vice twenty thirty forty fifty sixty seventy eighty "
    "ninety north south east west one two three four five six seven eight nine ten year".split()
)
"""First parts after which a hyphen at a line's end most often belongs to the word ("well-known", "twenty-five")."""


def read_pdf(source: Source, options: IngestOptions) -> Items:
    """Yield the report that a PDF holds."""
    lines, pages, given = _open_lines(source.read(options.max_report_bytes))
    if sum(len(line.text.split()) for line in lines) < 2:
        raise SetAsideError(f"a PDF without text on its {pages} pages (a scan?)")
    bare = sorted(set(range(pages)) - {line.page for line in lines})
    notes = (f"no text on pages {', '.join(str(page + 1) for page in bare)} (scans or pictures?)",) if bare else ()
    lines, address = without_margins(lines)
    if not lines:
        raise SetAsideError("a PDF with nothing but page numbers and running heads")
    headline, lines = _split_headline(lines)
    paragraphs = list(build_paragraphs(lines))
    title = headline or _given_title(given, paragraphs)
    if title and not (paragraphs and paragraphs[0] == title):
        paragraphs.insert(0, title)
    text = "\n".join(paragraphs)
    check_text(text, options.max_report_characters)
    yield Draft(text=text, path=source.name, title=title or first_line_headline(text), url=source.url or address, notes=notes)


def build_paragraphs(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """Yield the paragraphs that printed lines make up.

    A paragraph ends at a larger gap, another size of type, an indented line, or where a line has room left for the next word.
    It runs on over columns and pages where no sentence ends.
    """
    if not lines:
        return
    step = _line_spacing(lines)
    known = {word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text)}
    by_page = {page: list(group) for page, group in groupby(lines, key=lambda line: line.page)}
    held = lines[0].text
    for above, line in pairwise(lines):
        if above.hyphen:
            held = _joined_word(held, line.text, known)
        elif _ends_paragraph(above, line, step, _reach(above, by_page[above.page])):
            yield held
            held = line.text
        else:
            held = _joined_word(held[:-1], line.text, known) if _parted(held) else f"{held} {line.text}"
    yield held


def _line_spacing(lines: Sequence[PrintedLine]) -> float:
    """Return the distance between the lines of a paragraph."""
    steps = [
        (above.base - line.base, line.text[:1].islower())
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < above.base - line.base < 4 * line.size
    ]
    # A line that begins with a small letter goes on with a paragraph.
    inside = [step for step, runs_on in steps if runs_on]
    if inside:
        return median(inside)
    return min([step for step, _ in steps] + [USUAL_SPACING * body_size(lines)])


def _open_lines(data: bytes) -> tuple[list[PrintedLine], int, str | None]:
    """Return the printed lines, the number of pages, and the title in the file's properties.

    Raises:
        SetAsideError: the file is encrypted or broken.
    """
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 -- no types; loads PDFium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise SetAsideError("an encrypted PDF: it needs a password") from None
        raise SetAsideError("a broken PDF: it cannot be opened") from None
    lines: list[PrintedLine] = []
    try:
        pages = len(document)
        for number in range(pages):
            page = document[number]
            lines += read_lines(page, number)
            page.close()
        return lines, pages, document.get_metadata_value("Title")
    except pypdfium2.PdfiumError as error:
        raise SetAsideError(f"a broken PDF: {error}") from None
    finally:
        document.close()


def _split_headline(lines: Sequence[PrintedLine]) -> tuple[str | None, list[PrintedLine]]:
    """Return the headline, in the largest type of the first page, and the lines without it."""
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < HEADLINE_SIZE * body_size(lines):
        return None, list(lines)
    start = next(position for position, line in enumerate(lines) if line.size > 0.97 * largest)
    end = start
    while end < len(first) and lines[end].size > 0.97 * largest:
        end += 1
    title = " ".join(line.text for line in lines[start:end])
    if len(title) > LONGEST_HEADLINE or len(title.split()) < 2:
        return None, list(lines)
    return title, [*lines[:start], *lines[end:]]


def _given_title(given: str | None, paragraphs: Sequence[str]) -> str | None:
    """Return the title in the file's properties where it is one, not the name of a file or of the program that wrote it."""
    try:
        title = one_line(given)
    except ValueError:
        return None
    if not title or len(title.split()) < 3 or len(title) > LONGEST_HEADLINE or FILE_NAME.search(title):
        return None
    return None if any(title in paragraph for paragraph in paragraphs[1:]) else title


def _ends_paragraph(above: PrintedLine, line: PrintedLine, step: float, reach: float) -> bool:
    """Whether `line` begins a new paragraph."""
    if abs(above.size - line.size) > 0.1 * max(above.size, line.size):
        return True
    ended = bool(SENTENCE_END.search(above.text))
    if above.page != line.page or line.base >= above.base:
        return ended or line.text[:1].isupper()
    if above.base - line.base > LARGER_GAP * step:
        return True
    # Where the next word would have found room, the line was ended on purpose.
    letter = (line.right - line.left) / max(1, len(line.text))
    room = reach - above.right - letter * (len(line.text.split()[0]) + 2)
    indented = line.left - above.left > 0.5 * line.size
    if room > 0:
        return ended or (not line.text[:1].islower() and not above.text.endswith(","))
    return ended and indented


def _reach(line: PrintedLine, page: Sequence[PrintedLine]) -> float:
    """Return how far to the right the lines of this line's column go on its page; few lines run over two columns."""
    rights = sorted(other.right for other in page if other.left <= line.right and other.right >= line.left)
    return rights[int(COLUMN_EDGE * (len(rights) - 1))]


def _parted(held: str) -> bool:
    """Whether a line ends in a hyphen inside a word."""
    return re.search(r"[^\W\d_]-$", held) is not None


def _joined_word(held: str, after: str, known: set[str]) -> str:
    """Join a word that a line's end parted: with its hyphen where the word has one, else without."""
    before = re.search(r"[\w-]*$", held)
    following = re.match(r"[\w-]*", after)
    first, second = (before[0] if before else ""), (following[0] if following else "")
    compound = f"{first}-{second}".casefold() in known
    whole = f"{first}{second}".casefold() in known
    if whole and not compound:
        return held + after
    keep = compound or not second[:1].islower() or first[-1:].isdigit() or first.casefold() in COMPOUND_PARTS
    return f"{held}-{after}" if keep else held + after
