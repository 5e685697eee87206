"""Replaying a log on a ledger: each correction in its order, then the findings of every story that they touched.

Pure: the same ledger and log give the same ledger, and a log without an entry gives what was there before it. Corrections are
about ids, which are digests of what makes a thing itself, so they hold for every later ledger of the same reports.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.corrections.desk import Desk, NotPossibleError, Pool, by_hand
from rashomon.corrections.kinds import KINDS, describe
from rashomon.corrections.log import in_effect
from rashomon.findings import Before, Found, find_story, join_origins, list_origins, recall
from rashomon.findings.build import letter
from rashomon.findings.labels import answer_label
from rashomon.model import (
    Answer,
    Claim,
    Correction,
    Group,
    Ledger,
    Lineage,
    NotApplied,
    Origin,
    Question,
    Report,
    Story,
    Workings,
)

Inputs = tuple[tuple[Report, ...], tuple[Claim, ...], tuple[Group, ...], tuple[tuple[str, str], ...], dict[str, str]]
Memory = dict[str, tuple[Inputs, Found, Before]]
"""What was found in each story by id, and from what: it is not found again from the same."""


def apply_corrections(ledger: Ledger, log: Sequence[Correction], *, memory: Memory | None = None) -> Ledger:
    """Return a ledger as people corrected it.

    Args:
        ledger: As comparing gave it. One that was read back from its JSON form lacks what findings about statements need, so
            there these may come out otherwise than they would.
        log: All entries, in their order.
        memory: Kept from call to call, it spares finding anew in stories that the last entries did not touch.

    Returns:
        The ledger with what people decided: marked (`review`) where they did, findings and origins found anew in every story that
        they touched, and what has no effect named under `not_applied`.
    """
    entries, lost = in_effect(log)
    desk = Desk(ledger)
    notes = list(lost)
    for entry in entries:
        try:
            note = KINDS[entry.kind](desk, entry)
        except NotPossibleError as error:
            note = str(error)
        if note:
            notes.append(NotApplied(id=entry.id, why=note))
    order = {entry.id: place for place, entry in enumerate(log)}
    corrected = assemble(ledger, desk, {} if memory is None else memory) if entries else ledger
    return replace(corrected, not_applied=tuple(sorted(notes, key=lambda note: order[note.id])))


def describe_reports(reports: Iterable[Report], log: Sequence[Correction]) -> tuple[Report, ...]:
    """Return reports with what people said of them, before they are read: a date of publication resolves others."""
    desk = Desk(Ledger(reports=tuple(reports)))
    for entry in in_effect(log)[0]:
        if entry.kind == "describe":
            try:
                describe(desk, entry)
            except NotPossibleError:
                continue
    return tuple(desk.reports.values())


def assemble(ledger: Ledger, desk: Desk, memory: Memory) -> Ledger:
    """Return the ledger that the desk describes."""
    pools = desk.pools()
    questions: list[Question] = []
    lineage: list[Lineage] = []
    origins: list[tuple[str, tuple[Origin, ...]]] = []
    workings = ledger.workings or Workings(groups=())
    for story in ledger.stories:
        own = [pool for pool in pools if pool.story == story.id]
        found = found_anew(ledger, desk, (story, own), memory) if story.id in desk.touched else found_before(ledger, story)
        questions += annotated(found.questions, own, desk)
        lineage += found.lineage
        origins.append((story.id, found.origins))
    return replace(
        ledger,
        reports=tuple(desk.reports[report.id] for report in ledger.reports),
        claims=tuple(desk.claims[claim.id] for claim in ledger.claims),
        questions=tuple(questions),
        lineage=tuple(lineage),
        origins=tuple(desk.cards.annotated(origin) for origin in (join_origins(origins) if desk.touched else ledger.origins)),
        workings=replace(
            workings,
            judged=(),
            groups=tuple(
                Group(story=pool.story, kind=pool.kind, claims=tuple(sorted(pool.claims)), links=pool.links) for pool in pools
            ),
            origins=tuple(origins),
        ),
    )


def found_before(ledger: Ledger, story: Story) -> Found:
    """Return what had been found in a story that nobody touched."""
    members = set(story.documents)
    known = dict(ledger.workings.origins) if ledger.workings else {}
    return Found(
        questions=tuple(question for question in ledger.questions if question.story == story.id),
        lineage=tuple(edge for edge in ledger.lineage if edge.source in members),
        origins=known[story.id] if story.id in known else list_origins([c for c in ledger.claims if c.document in members]),
    )


def found_anew(ledger: Ledger, desk: Desk, where: tuple[Story, Sequence[Pool]], memory: Memory) -> Found:
    """Find a story's questions, lineage and origins by its claims as they are now; those rejected do not count."""
    story, pools = where
    workings = ledger.workings or Workings(groups=())
    counting = {claim for pool in pools for claim in desk.counting(pool)}
    inside = set(story.documents)
    claims = [plain(desk.claims[claim.id]) for claim in ledger.claims if claim.id in counting and claim.document in inside]
    claims += [claim for claim in workings.unasked if claim.document in inside]
    groups = [
        Group(
            story=story.id,
            kind=pool.kind,
            claims=tuple(sorted(kept)),
            links=tuple(link for link in pool.links if link.left in kept and link.right in kept),
        )
        for pool in pools
        if (kept := desk.counting(pool))
    ]
    members = tuple(unlevelled(desk.reports[document]) for document in story.documents)
    inputs = members, tuple(sorted(claims, key=in_text)), tuple(groups), workings.dated, desk.cards.decided()
    known = memory.get(story.id)
    if known is None or known[0] != inputs:
        before = remembered(ledger, story) if known is None else known[2]
        known = memory[story.id] = inputs, find_story(*inputs[:3], dict(workings.dated), before, inputs[4]), before
    return known[1]


def remembered(ledger: Ledger, story: Story) -> Before:
    """Return what was found in a story when its reports were compared, where the ledger still knows."""
    if ledger.workings is None or not ledger.workings.judged:
        return Before()
    inside = set(story.documents)
    claims = [claim for claim in (*ledger.claims, *ledger.workings.unasked) if claim.document in inside]
    groups = zip(ledger.workings.groups, ledger.workings.judged, strict=True)
    return recall(
        tuple(unlevelled(report) for report in ledger.reports if report.id in inside),
        claims,
        [(group, judged) for group, judged in groups if group.story == story.id],
        [edge for edge in ledger.lineage if edge.source in inside],
        dict(ledger.workings.dated),
    )


def unlevelled(report: Report) -> Report:
    """Return a report without its level, which findings do not look at."""
    return replace(report, level="internal")


def plain(claim: Claim) -> Claim:
    """Return a claim without what people think of it, which findings do not look at."""
    return claim if claim.review is None else replace(claim, review=None)


def in_text(claim: Claim) -> tuple[str, int, int, str, str]:
    """Return where a claim stands among those of its story, as building orders them."""
    return claim.document, claim.span.start, claim.focus.start, claim.kind, claim.id


def annotated(questions: Sequence[Question], pools: Sequence[Pool], desk: Desk) -> Iterable[Question]:
    """Yield questions with what people decided about them, under the ids that they have with their rejected claims."""
    home = {question.id: desk.home[question.id].id for question in questions}
    for question in questions:
        pool = desk.home[question.id]
        rejected = [desk.claims[claim] for claim in sorted(pool.claims - desk.counting(pool))]
        review = pool.review
        if pool.label is not None and review is not None:
            review = replace(review, before={"label": question.label, **review.before})
        yield replace(
            question,
            id=pool.id,
            label=pool.label or question.label,
            part_of=home[question.part_of] if question.part_of else None,
            was=tuple(sorted(pool.was)),
            reasons=(*question.reasons, *pool.said),
            answers=(*question.answers, *set_aside(rejected, len(question.answers), desk.reports)),
            review=review,
        )


def set_aside(claims: Sequence[Claim], after: int, reports: Mapping[str, Report]) -> Iterable[Answer]:
    """Yield an answer for each rejected claim, at the end of its question."""
    for place, claim in enumerate(claims, start=after):
        yield Answer(
            id=letter(place),
            label=answer_label([claim], reports),
            claims=(claim.id,),
            reasons=(by_hand("Rejected"),),
            review=claim.review,
        )
