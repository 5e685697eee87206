"""What is found in one story: its questions, who draws on whom, and its origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.findings.build import Before, Built, find_questions, know
from rashomon.findings.lineage import find_lineage
from rashomon.findings.registry import Registry
from rashomon.model import Claim, Group, Judged, Lineage, Origin, Question, Report

COPIES = ("copies", "shares-origin")
"""Edges between reports that rest on their texts alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The findings of one story.

    Attributes:
        questions: The weightiest first. judged: Each group's question as it was judged alone, in the order of the groups.
        origins: Ordered by name.
    """

    questions: tuple[Question, ...]
    judged: tuple[Judged, ...] = ()
    lineage: tuple[Lineage, ...]
    origins: tuple[Origin, ...]


def find_story(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    groups: Sequence[Group],
    times: Mapping[str, str],
    before: Before | None = None,
    decided: Mapping[str, str] | None = None,
) -> Found:
    """Return what is found in one story.

    Args:
        reports: Its reports, in the order of their ids.
        claims: All their claims, in the order of the reports.
        groups: Which of them answer one question.
        times: When each report was written, where that is known better than by its date of publication.
        before: Kept from call to call for one story, it spares work and changes nothing.
        decided: Which names people hold to be one voice: {form of a name: fullest form}.
    """
    registry = Registry(claims, decided)
    by_id = {claim.id: claim for claim in claims}
    before = before or Before()
    questions, judged = find_questions(groups, by_id, {report.id: report for report in reports}, registry, times, before)
    lineage = find_lineage(reports, claims, registry, before.copied if before.reports == tuple(reports) else None)
    before.reports, before.copied = tuple(reports), tuple(edge for edge in lineage if edge.how in COPIES)
    return Found(questions=questions, judged=judged, lineage=lineage, origins=registry.origins())


def recall(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    judged: Sequence[tuple[Group, Judged]],
    lineage: Sequence[Lineage],
    times: Mapping[str, str],
) -> Before:
    """Return what `find_story` would remember of a story that was found before, elsewhere.

    Args:
        reports: Its reports, in the order of their ids.
        claims: All their claims.
        judged: Each group with what was judged of it.
        lineage: Who draws on whom in it.
        times: When each report was written, as it was known then.
    """
    registry = Registry(claims)
    by_id = {claim.id: claim for claim in claims}
    before = Before(known=know(by_id, {report.id: report for report in reports}, registry, times))
    for group, one in judged:
        members = tuple(by_id[claim] for claim in group.claims)
        before.built[group.claims] = Built(group=group, members=members, heard=registry.heard(members), judged=one)
    before.reports, before.copied = tuple(reports), tuple(edge for edge in lineage if edge.how in COPIES)
    return before


def join_origins(origins: Iterable[tuple[str, tuple[Origin, ...]]]) -> tuple[Origin, ...]:
    """Return the origins of all stories, ordered by id; of one that several stories name the last story's names count."""
    found = {origin.id: origin for _, own in origins for origin in own}
    return tuple(found[key] for key in sorted(found))


def list_origins(claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """Return the origins that the claims of one story name, ordered by name."""
    return Registry(claims).origins()
