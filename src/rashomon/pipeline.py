"""The way of a report, on one screen: read, claim, link, find."""

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from rashomon.claims import build_claims
from rashomon.findings import Registry, find_lineage, find_questions
from rashomon.linking import link_questions, link_stories
from rashomon.model import Claim, Intake, Ledger, Lineage, Origin, Pin, Question, Reading, Reason, Report
from rashomon.reading.reader import Reader

logger = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""
Read = tuple[tuple[Claim, ...], tuple[Reason, ...], str | None]
"""The claims of one report, the numbers in it that no claim has, and when its own dateline says that it was written."""


def compare_reports(intake: Intake, *, language: str = "en", jobs: int = 1, progress: Progress | None = None) -> Ledger:
    """Compare reports and return the ledger.

    Args:
        intake: Reports and what could not be read.
        language: Pipeline to read with.
        jobs: Processes to read with; the ledger does not depend on it.
        progress: Told how far the work is.

    Raises:
        PipelineError: the language pipeline is missing or lacks a part.
    """
    tell = progress or (lambda stage, done, total: None)
    reports = tuple(sorted(intake.reports, key=lambda report: report.id))
    read: dict[str, Read] = {}
    for report, result in zip(reports, read_all(reports, language, jobs), strict=True):
        read[report.id] = result
        tell("reading", len(read), len(reports))
    claims = {report: found for report, (found, _, _) in read.items()}
    stories = link_stories(reports, claims)
    questions: list[Question] = []
    lineage: list[Lineage] = []
    origins: dict[str, Origin] = {}
    for place, story in enumerate(stories):
        members = [report for report in reports if report.id in story.documents]
        own = [claim for report in members for claim in claims[report.id]]
        registry = Registry(own)
        groups = link_questions(story, own)
        by_id = {claim.id: claim for claim in own}
        times = {report.id: written for report in members if (written := read[report.id][2])}
        questions += find_questions(groups, by_id, {report.id: report for report in members}, registry, times)
        lineage += find_lineage(members, own, registry)
        origins |= {origin.id: origin for origin in registry.origins()}
        tell("comparing", place + 1, len(stories))
    asked = {claim for question in questions for answer in question.answers for claim in answer.claims}
    return Ledger(
        reports=reports,
        not_read=intake.not_read,
        stories=stories,
        claims=tuple(claim for report in reports for claim in claims[report.id] if claim.id in asked),
        questions=tuple(questions),
        lineage=tuple(lineage),
        origins=tuple(origins[key] for key in sorted(origins)),
        not_understood=tuple(reason for report in reports for reason in read[report.id][1]),
    )


def read_all(reports: Sequence[Report], language: str, jobs: int) -> Iterable[Read]:
    """Read reports in order, in one process or several."""
    reader = Reader(language)
    if jobs <= 1 or len(reports) < 2 * jobs:
        return map(partial(read_one, reader), reports)
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(partial(read_one, reader), reports, chunksize=max(1, len(reports) // (4 * jobs))))


def read_one(reader: Reader, report: Report) -> Read:
    """Return what comparing needs of one report."""
    reading = reader.read(report)
    logger.debug("read %s: %d sentences", report.id, len(reading.sentences))
    return build_claims(reading, report), unread_numbers(reading, report), written_at(reading, report)


def written_at(reading: Reading, report: Report) -> str | None:
    """Return the date and hour of a report's dateline, unless they contradict its date of publication."""
    for mention in reading.times:
        if mention.dateline and mention.value is not None and "/" not in mention.value.iso and len(mention.value.iso) >= 10:
            known = report.published
            return mention.value.iso if known is None or (len(known) == 10 and known == mention.value.iso[:10]) else None
    return None


def unread_numbers(reading: Reading, report: Report) -> tuple[Reason, ...]:
    """Return what stands as a number in a report and in no claim."""
    return tuple(
        Reason(why=why, spans=(Pin(document=report.id, start=span.start, end=span.end),)) for span, why in reading.unread
    )
