"""The way of a report, on one screen: read, claim, link, find."""

from collections.abc import Callable, Mapping

from rashomon.findings import find_story, join_origins
from rashomon.linking import link_questions, link_stories
from rashomon.model import Group, Intake, Judged, Ledger, Lineage, NotRead, Origin, Question, Workings
from rashomon.pairs import texts_of
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
    return compare_read(intake, read, progress=progress)


def compare_read(intake: Intake, read: Mapping[str, Read], *, progress: Progress | None = None) -> Ledger:
    """Compare reports that have been read; the second half of `compare_reports`.

    Args:
        intake: Reports and what could not be read.
        read: What reading found in each report, by report id.
        progress: Told how far the work is.
    """
    tell = progress or (lambda stage, done, total: None)
    reports = tuple(sorted(intake.reports, key=lambda report: report.id))
    claims = {report: found.claims for report, found in read.items()}
    failed = [NotRead(path=report.path or report.id, why=why) for report in reports if (why := read[report.id].failed)]
    stories = link_stories(reports, claims)
    questions: list[Question] = []
    lineage: list[Lineage] = []
    origins: list[tuple[str, tuple[Origin, ...]]] = []
    groups: list[Group] = []
    judged: list[Judged] = []
    for place, story in enumerate(stories):
        members = [report for report in reports if report.id in story.documents]
        own = [claim for report in members for claim in claims[report.id]]
        times = {report.id: written for report in members if (written := read[report.id].written)}
        linked = link_questions(story, own, texts_of(members, times))
        found = find_story(members, own, linked, times)
        groups += linked
        judged += found.judged
        questions += found.questions
        lineage += found.lineage
        origins.append((story.id, found.origins))
        tell("comparing", place + 1, len(stories))
    asked = {claim for question in questions for answer in question.answers for claim in answer.claims}
    return Ledger(
        reports=reports,
        not_read=(*intake.not_read, *failed),
        stories=stories,
        claims=tuple(claim for report in reports for claim in claims[report.id] if claim.id in asked),
        questions=tuple(questions),
        lineage=tuple(lineage),
        origins=join_origins(origins),
        not_understood=tuple(reason for report in reports for reason in read[report.id].unread),
        workings=Workings(
            groups=tuple(groups),
            judged=tuple(judged),
            unasked=tuple(claim for report in reports for claim in claims[report.id] if claim.id not in asked),
            dated=tuple((report.id, at) for report in reports if (at := read[report.id].written)),
            origins=tuple(origins),
        ),
    )
