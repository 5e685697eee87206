"""Table: questions by reports. A cell holds what the report answers; an empty cell is a silence, which is worth seeing too."""

from dataclasses import dataclass

from rashomon.dossier.book import Book, claim_address, question_address, report_address
from rashomon.dossier.cards import CERTAINTIES, lead
from rashomon.dossier.charts import said
from rashomon.dossier.words import sentence, short_day, squeeze
from rashomon.model import Claim, Question

LONGEST_CELL = 34
MOST_ROWS = 60
"""Rows of the table: those that are contested, then the weightiest of the others; more would not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One answer in a cell: its letter, a few words, where they stand, and what they are to the other reports."""

    letter: str
    words: str
    claim: str
    certainty: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question with a cell for each report."""

    id: str
    number: int
    label: str
    tone: str
    finding: str
    lead: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a story.

    Attributes:
        heads: Its reports: (address, name, day).
        left_out: Questions of several reports that are not in it. single: Questions that stand in one report only.
    """

    heads: tuple[tuple[str, str, str], ...]
    rows: tuple[Row, ...]
    left_out: int
    single: int


def table(book: Book) -> Table:
    """Return the questions that more than one voice answers, against all reports."""
    reports = book.reports()
    several = [question for question in book.questions if question.finding != "single" and not question.background]
    contested = [question for question in several if question.finding in ("conflict", "update")]
    chosen = contested + [question for question in several if question not in contested][: max(0, MOST_ROWS - len(contested))]
    rows = [question for question in several if question in chosen]
    single = sum(1 for question in book.questions if question.finding == "single" and not question.background)
    return Table(
        heads=tuple((report_address(report.id), book.names[report.id], short_day(report.published)) for report in reports),
        rows=tuple(row(book, question) for question in rows),
        left_out=len(several) - len(rows),
        single=single,
    )


def row(book: Book, question: Question) -> Row:
    """Return one question's row."""
    cells: dict[str, list[Entry]] = {report.id: [] for report in book.reports()}
    for answer in question.answers:
        by_report: dict[str, list[Claim]] = {}
        for claim in book.claims(answer.claims):
            by_report.setdefault(claim.document, []).append(claim)
        for document, claims in by_report.items():
            cells[document].append(entry(book, question, answer.id, claims))
    return Row(
        id=question_address(question.id),
        number=book.numbers[question.id],
        label=sentence(question.label),
        tone="denial" if question.how == "denial" else question.finding,
        finding=question.finding,
        lead=" · ".join(lead(book, answer) for answer in question.answers[:3]),
        cells=tuple(tuple(found) for found in cells.values()),
    )


def entry(book: Book, question: Question, letter: str, claims: list[Claim]) -> Entry:
    """Return what one report says for one answer; the words of its first claim that gives them."""
    claim = claims[0]
    certainty = CERTAINTIES.get(claim.certainty, "")
    words = said(claim, book) or "says so"
    return Entry(
        letter=letter if len(question.answers) > 1 else "",
        words=squeeze(words, LONGEST_CELL),
        claim=claim_address(claim.id),
        certainty=certainty,
        times=len(claims),
    )
