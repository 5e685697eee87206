"""Texts: each report with its claims marked. Claims overlap, so a text is cut wherever a claim begins or ends.

A piece leads to the question of the claim that matters most there. Where it begins, it bears the claim's address; where the claim
ends, it bears the question's number and the answer's letter ("12b"), so that the printed page is linked as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, urlsplit

from rashomon.dossier.book import Book, claim_address, published, question_address, report_address
from rashomon.dossier.words import short_day
from rashomon.model import Claim, Question, Report

TONES = ("denial", "conflict", "update", "differ", "agree", "figure", "told", "quiet")
"""Styles of marked words, the weightiest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that the same claims cover.

    Attributes:
        question: Address of the question that it leads to; empty where no claim covers it.
        anchors: Addresses of claims that begin here; the first is the piece's own.
        parts: Ids of claims that go on here or that share their beginning with another.
        number: Question number and answer letter of the claim that ends here.
    """

    text: str
    question: str = ""
    tone: str = ""
    title: str = ""
    anchors: tuple[str, ...] = ()
    parts: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One report: where it comes from, and its paragraphs cut into pieces. `excerpts` stand where the text may not be shown."""

    id: str
    name: str
    place: int
    day: str
    title: str
    outlet: str
    published: str
    guessed: bool
    url: str
    level: str
    sha256: str
    copy_of: tuple[str, str] | None
    claims: int
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    headline: bool = False
    excerpts: tuple[tuple[Piece, ...], ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """A claim as it stands in its report."""

    claim: Claim
    question: Question
    answer: str
    tone: str
    number: int

    def rank(self) -> tuple[int, int, str]:
        """Return by which claim a piece is known: the weightiest, then the shortest."""
        return (TONES.index(self.tone), len(self.claim.focus), self.claim.id)


def text_views(book: Book) -> tuple[TextView, ...]:
    """Return the reports of a story with their claims marked."""
    markings: dict[str, list[Marking]] = {}
    for question in book.questions:
        for answer in question.answers:
            for claim in book.claims(answer.claims):
                row = Marking(claim, question, answer.id, tone(question), book.numbers[question.id])
                markings.setdefault(claim.document, []).append(row)
    return tuple(
        text_view(book, report, place, markings.get(report.id, [])) for place, report in enumerate(book.reports(), start=1)
    )


def tone(question: Question) -> str:
    """Return the style of a question's words: statements stay quiet, or all of a text would be marked."""
    if question.background:
        return "quiet"
    if question.kind == "whether" and question.finding not in ("conflict", "update"):
        return "quiet" if question.finding == "single" else "told"
    if question.finding == "single":
        return "figure"
    return "denial" if question.how == "denial" else question.finding


def text_view(book: Book, report: Report, place: int, markings: Sequence[Marking]) -> TextView:
    """Return one report."""
    lines = report.text.splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    original = book.form.reports.get(report.copy_of) if report.copy_of else None
    hidden = book.form.public
    return TextView(
        id=report_address(report.id),
        name=book.names[report.id],
        place=place,
        day=short_day(report.published),
        title="" if report.title and report.title.strip() == first else report.title or "",
        outlet=report.outlet or "",
        published=published(report),
        guessed=report.published_guessed,
        url=safe_url(report.url),
        level=report.level,
        sha256=report.sha256,
        copy_of=(report_address(original.id), book.names.get(original.id, original.id)) if original else None,
        claims=len(markings),
        paragraphs=() if hidden else tuple(cut(report.text, markings)),
        headline=bool(report.title) and (report.title or "").strip() == first,
        excerpts=tuple(excerpts(book, markings)) if hidden else (),
        withheld=hidden and report.level != "public",
    )


def safe_url(url: str | None) -> str:
    """Return an address that may be followed, empty for anything but the web's own schemes."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url or "" if parts.scheme in ("http", "https") and parts.netloc else ""


def cut(text: str, markings: Sequence[Marking]) -> Iterable[tuple[Piece, ...]]:
    """Yield the lines of a text that are not empty, each as pieces."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        if text[start:end].strip():
            inside = [row for row in markings if row.claim.focus.start < end and row.claim.focus.end > start]
            yield tuple(pieces(text, start, end, inside))
        start += len(line)


def pieces(text: str, start: int, end: int, markings: Sequence[Marking]) -> Iterable[Piece]:
    """Yield the pieces of text[start:end], cut wherever a claim begins or ends."""
    edges = {start, end}
    for row in markings:
        edges |= {max(start, row.claim.focus.start), min(end, row.claim.focus.end)}
    bounds = sorted(edges)
    for low, high in pairwise(bounds):
        over = [row for row in markings if row.claim.focus.start <= low and row.claim.focus.end >= high]
        yield piece(text[low:high], low, high, over)


def piece(text: str, low: int, high: int, over: Sequence[Marking]) -> Piece:
    """Return the piece that some claims cover."""
    if not over:
        return Piece(text=text)
    ranked = sorted(over, key=Marking.rank)
    top = ranked[0]
    begins = [row.claim.id for row in ranked if row.claim.focus.start == low]
    others = [row.claim.id for row in ranked if row.claim.id not in begins[:1]]
    ends = [row for row in ranked if row.claim.focus.end == high and row.tone not in ("told", "quiet")]
    return Piece(
        text=text,
        question=question_address(top.question.id),
        tone=top.tone,
        title=top.question.label,
        anchors=tuple(claim_address(name) for name in begins),
        parts=" ".join(quote(name, safe="") for name in others),
        number=" ".join(dict.fromkeys(mark(row) for row in ends)),
    )


def mark(row: Marking) -> str:
    """Return the number that stands behind a claim's words."""
    return f"{row.number}{row.answer if len(row.question.answers) > 1 else ''}"


def excerpts(book: Book, markings: Sequence[Marking]) -> Iterable[tuple[Piece, ...]]:
    """Yield what a report that may be shown in part is shown by: each claim's excerpt, its focus marked."""
    for row in sorted(markings, key=lambda row: (row.claim.focus.start, row.claim.id)):
        words, claim = book.form.words[row.claim.id], row.claim
        if words:
            low, high = claim.focus.start - claim.span.start, claim.focus.end - claim.span.start
            middle = piece(words[low:high], claim.focus.start, claim.focus.end, [row])
            yield (Piece(text=words[:low]), middle, Piece(text=words[high:]))
