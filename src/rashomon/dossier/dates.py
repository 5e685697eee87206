"""Dates: what happened when, by the reports, and when each was published, in one list by date."""

import re
from dataclasses import dataclass

from rashomon.dossier.axes import moment_span
from rashomon.dossier.book import Book, published, question_address, report_address
from rashomon.dossier.cards import lead
from rashomon.dossier.words import sentence, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """An entry: what the reports date (`told`), or a report's publication."""

    when: str
    label: str
    address: str
    note: str
    told: bool
    contested: bool = False
    reports: int = 1


MOST = 16
"""Dated entries up to which all stand open; beyond, those that a single report gives are folded."""


def days(book: Book) -> tuple[tuple[Day, ...], tuple[Day, ...]]:
    """Return the entries of a story that stand open and those that are folded, the earliest first.

    Each answer of a question that is not background is an entry, and so is each report's publication.
    """
    found: list[tuple[float, int, Day]] = []
    for question in book.questions:
        if question.kind != "time" or question.background:
            continue
        for answer in question.answers:
            for claim in book.claims(answer.claims)[:1]:
                span = moment_span(claim.time.iso) if claim.time else None
                at = next((end for end in span or () if end is not None), None)
                if at is not None:
                    entry = Day(
                        when=lead(book, answer),
                        label=sentence(re.sub(r"^when:\s*", "", question.label, flags=re.IGNORECASE)),
                        address=question_address(question.id),
                        note=standing(question.reports, question.origins),
                        told=True,
                        reports=question.reports,
                        contested=question.finding in ("conflict", "update") and len(question.answers) > 1,
                    )
                    found.append((at, book.numbers[question.id], entry))
    for report in book.reports():
        span = moment_span(report.published) if report.published else None
        if span and span[0] is not None:
            name, address = book.names[report.id], report_address(report.id)
            entry = Day(when=published(report), label=f"{name} publishes", address=address, note="", told=False)
            found.append((span[0], len(book.numbers) + book.order[report.id], entry))
    entries = [day for _, _, day in sorted(found, key=lambda row: row[:2])]
    if sum(1 for day in entries if day.told) <= MOST:
        return tuple(entries), ()
    several = [day for day in entries if not day.told or day.contested or day.reports > 1]
    return tuple(several), tuple(day for day in entries if day not in several)
