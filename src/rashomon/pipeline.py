"""The way of a report, on one screen: read, claim, link, find."""

from collections.abc import Callable

from rashomon.findings import Registry, find_lineage, find_questions
from rashomon.linking import link_questions, link_stories
from rashomon.model import Intake, Ledger, Lineage, NotRead, Origin, Question
from rashomon.scan import Read, read_all

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""


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
    claims = {report: found.claims for report, found in read.items()}
    failed = [NotRead(path=report.path or report.id, why=why) for report in reports if (why := read[report.id].failed)]
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
        times = {report.id: written for report in members if (written := read[report.id].written)}
        questions += find_questions(groups, by_id, {report.id: report for report in members}, registry, times)
        lineage += find_lineage(members, own, registry)
        origins |= {origin.id: origin for origin in registry.origins()}
        tell("comparing", place + 1, len(stories))
    asked = {claim for question in questions for answer in question.answers for claim in answer.claims}
    return Ledger(
        reports=reports,
        not_read=(*intake.not_read, *failed),
        stories=stories,
        claims=tuple(claim for report in reports for claim in claims[report.id] if claim.id in asked),
        questions=tuple(questions),
        lineage=tuple(lineage),
        origins=tuple(origins[key] for key in sorted(origins)),
        not_understood=tuple(reason for report in reports for reason in read[report.id].unread),
    )
