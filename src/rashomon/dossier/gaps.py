"""Gaps: what the reports do not tell about themselves, what only one of them or one origin has, and what was not understood."""

from dataclasses import dataclass

from rashomon.dossier.book import Book, published, question_address, report_address
from rashomon.dossier.cards import Card, card
from rashomon.dossier.words import sentence, squeeze, standing

AROUND = 60
"""Characters shown on either side of a number that was not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A report that does not tell its outlet or its date."""

    address: str
    name: str
    beginning: str
    outlet: bool
    date: bool
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A number that stands in no claim, in its surroundings."""

    address: str
    report: str
    before: str
    words: str
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What one report only has: its figures and dates open, its statements folded."""

    name: str
    address: str
    figures: tuple[Card, ...]
    statements: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The gaps of a story.

    Attributes:
        carried: Questions that several reports answer from one origin: (address, number, label, standing).
        guessed: Reports whose date is a guess: (address, name, date).
    """

    wanted: tuple[Wanted, ...]
    guessed: tuple[tuple[str, str, str], ...]
    carried: tuple[tuple[str, int, str, str], ...]
    alone: tuple[Alone, ...]
    unclear: tuple[Unclear, ...]


def gaps(book: Book) -> Gaps:
    """Return the gaps of a story."""
    carried = [
        question
        for question in book.questions
        if question.reports > 1 and question.origins.at_most == 1 and not question.background and question.finding != "single"
    ]
    return Gaps(
        wanted=wanted(book),
        guessed=tuple(
            (report_address(report.id), book.names[report.id], published(report).removesuffix(" (guessed)"))
            for report in book.reports()
            if report.published and report.published_guessed
        ),
        carried=tuple(
            (
                question_address(question.id),
                book.numbers[question.id],
                sentence(question.label),
                standing(question.reports, question.origins),
            )
            for question in carried
        ),
        alone=alone(book),
        unclear=unclear(book),
    )


def wanted(book: Book) -> tuple[Wanted, ...]:
    """Return the reports that lack their outlet or date."""
    found = []
    for report in book.reports():
        if report.outlet and report.published:
            continue
        first = next((line for line in report.text.splitlines() if line.strip()), "") or report.title or ""
        found.append(
            Wanted(
                address=report_address(report.id),
                name=book.names[report.id],
                beginning=squeeze(first, 80),
                outlet=not report.outlet,
                date=not report.published,
                path=report.path or "",
            )
        )
    return tuple(found)


def alone(book: Book) -> tuple[Alone, ...]:
    """Return what only one report has, report by report; an exact copy adds nothing to its original."""
    found: dict[str, list[Card]] = {report.id: [] for report in book.reports()}
    for question in book.questions:
        if question.finding == "single" and not question.background:
            claims = book.claims(name for answer in question.answers for name in answer.claims)
            if claims:
                found[claims[0].document].append(card(book, question))
    return tuple(
        Alone(
            name=book.names[name],
            address=report_address(name),
            figures=tuple(row for row in cards if row.kind != "whether"),
            statements=tuple(row for row in cards if row.kind == "whether"),
        )
        for name, cards in found.items()
        if cards
    )


def unclear(book: Book) -> tuple[Unclear, ...]:
    """Return the numbers that stand in no claim, report by report."""
    found = []
    strays = [stray for stray in book.form.strays if stray.document in book.order]
    for stray in sorted(strays, key=lambda stray: (book.order[stray.document], stray.span.start)):
        text = book.form.reports[stray.document].text
        line_start = text.rfind("\n", 0, stray.span.start) + 1
        line_end = text.find("\n", stray.span.end)
        before = text[max(line_start, stray.span.start - AROUND) : stray.span.start]
        after = text[stray.span.end : min(line_end if line_end >= 0 else len(text), stray.span.end + AROUND)]
        found.append(
            Unclear(
                address=report_address(stray.document),
                report=book.names[stray.document],
                before=before,
                words=stray.text,
                after=after,
                why=stray.why,
            )
        )
    return tuple(found)
