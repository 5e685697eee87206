"""From groups of claims to questions: answers, finding, origins, parts, label and weight, with the reasons for each."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, permutations
from string import ascii_lowercase

from rashomon.findings.answers import distance_key, group_answers, weighed_pairs
from rashomon.findings.judging import judge
from rashomon.findings.known import Judgement, Known
from rashomon.findings.labels import answer_label, question_label
from rashomon.findings.origins import Ground, count_origins
from rashomon.findings.registry import Registry
from rashomon.findings.weighing import BACKGROUND_UNITS, RESTATED, is_background, weigh
from rashomon.findings.wording import shared_wording
from rashomon.model import Answer, Claim, Group, Judged, Lineage, Pin, Question, Reason, Report
from rashomon.pairs import texts_of
from rashomon.values.measures import wholes_of
from rashomon.values.quantities import conversion_rates

INCLUDING = re.compile(
    r"[\s,;:(–—-]*(?:including|among them|of whom|of them|of which|among whom)\b(?:\s+[\w-]+){0,2}\s*", re.IGNORECASE
)
"""What stands between a whole and its part: "6,000 personnel, including 1,000 ..."."""
MOST_WEIGHED = 12
"""Claims of one question that are read together ahead of being judged; of more only those that are asked for are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A group, its claims, what was known of their voices, and what was judged."""

    group: Group
    members: tuple[Claim, ...]
    heard: tuple[object, ...]
    judged: Judged


@dataclass(slots=True)
class Before:
    """What was found in a story the time before, so that only questions of which something changed are judged again.

    Attributes:
        known: What the judge knew; where it knows anything else now, but for voices, no question is taken over.
        built: What was found, by the claims of a group.
        copied: Which of these reports copy each other.
    """

    known: Known | None = None
    built: dict[tuple[str, ...], Built] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    copied: tuple[Lineage, ...] = ()

    def judge(self, group: Group, claims: Mapping[str, Claim], known: Known) -> Judged:
        """Return a group's question, judged anew only where something is other than before.

        Which claims say the same does not depend on who speaks, so where only the voices are others, the answers stay.
        """
        members = tuple(claims[claim] for claim in group.claims)
        heard = known.registry.heard(members)
        last = self.built.get(group.claims)
        same = last is not None and (last.group, last.members) == (group, members)
        if last is not None and same and last.heard == heard:
            return last.judged
        if last is not None and same:
            answers = [[claims[claim] for claim in answer] for answer in last.judged.answers]
        else:
            answers = group_answers(members, known)
        judged = Judged(
            question=build_question(group, answers, known),
            answers=tuple(tuple(claim.id for claim in answer) for answer in answers),
        )
        self.built[group.claims] = Built(group=group, members=members, heard=heard, judged=judged)
        return judged

    def take(self, known: Known) -> None:
        """Forget what does not hold any more."""
        if self.known is None or self.known.beside_voices() != known.beside_voices():
            self.built = {}
        self.known = known


def find_questions(
    groups: Sequence[Group],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    registry: Registry,
    times: Mapping[str, str] | None = None,
    before: Before | None = None,
) -> tuple[tuple[Question, ...], tuple[Judged, ...]]:
    """Return the questions of one story, the weightiest first; and each group's as it was judged alone, in the order of groups.

    Args:
        groups: What linking found.
        claims: All claims by id.
        reports: The reports of the story by id.
        registry: The voices of the story.
        times: When each report was written, where that is known better than by its date of publication.
        before: Kept from call to call for one story, it spares work and changes nothing.
    """
    before = before or Before()
    known = know(claims, reports, registry, times, before.known)
    before.take(known)
    anew = [group for group in groups if group.kind == "whether" and group.claims not in before.built]
    known.read.read_ahead(
        [pair for group in anew for pair in weighed_pairs([claims[claim] for claim in group.claims[:MOST_WEIGHED]], known)]
    )
    judged = tuple(before.judge(group, claims, known) for group in groups)
    before.built = {group.claims: before.built[group.claims] for group in groups}
    asked = told_apart([one.question for one in judged], claims, reports)
    questions = behind_figures(mark_parts(asked, claims, known), claims)
    return tuple(sorted(questions, key=lambda question: (-question.weight, question.id))), judged


def know(
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    registry: Registry,
    times: Mapping[str, str] | None = None,
    before: Known | None = None,
) -> Known:
    """Return what the judge of a story knows; what it knew before spares comparing the same texts again."""
    values = [claim.value for claim in claims.values() if claim.value is not None]
    texts = {name: report.text for name, report in reports.items()}
    outlets = {name: report.outlet for name, report in reports.items()}
    shared = before.ground.shared if before is not None and before.ground.texts == texts else shared_wording(texts)
    ground = Ground(texts=texts, outlets=outlets, shared=shared)
    read = texts_of(reports.values(), times or {})
    return Known(reports=reports, registry=registry, ground=ground, rates=conversion_rates(values), times=read.times, read=read)


def build_question(group: Group, answers: Sequence[Sequence[Claim]], known: Known) -> Question:
    """Return one question with its answers judged."""
    members = sorted((claim for answer in answers for claim in answer), key=lambda claim: claim.id)
    judgement = judge(answers, known)
    origins, standing = count_origins(members, known.registry, known.ground)
    reports = len({claim.document for claim in members})
    links = tuple(reason for link in group.links for reason in link.reasons[:1])
    reasons = (*judgement.reasons, standing, *links)
    return Question(
        id=min(group.claims),
        story=group.story,
        label=question_label(members, known.reports),
        kind=group.kind,
        finding=judgement.finding,
        how=judgement.how,
        origins=origins,
        reports=reports,
        because=" ".join(reason.why for reason in (*judgement.reasons, standing)),
        answers=tuple(
            Answer(
                id=letter(place),
                label=answer_label(answer, known.reports),
                claims=tuple(sorted(claim.id for claim in answer)),
                reasons=(held_together(answer, judgement),) if len(answer) > 1 else (),
            )
            for place, answer in enumerate(answers)
        ),
        weight=round(weigh(members, judgement, origins, len(known.reports)), 3),
        sure=judgement.sure,
        background=is_background(members),
        reasons=reasons,
    )


def told_apart(questions: Sequence[Question], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Sequence[Question]:
    """Let questions that are worded alike tell where, or in what, as far as their reports do."""
    alike = Counter(question.label for question in questions)
    return [
        replace(question, label=question_label(members_of(question, claims), reports, apart=True))
        if alike[question.label] > 1
        else question
        for question in questions
    ]


def members_of(question: Question, claims: Mapping[str, Claim]) -> list[Claim]:
    """Return the claims that answer a question, by id."""
    return sorted((claims[claim] for answer in question.answers for claim in answer.claims), key=lambda claim: claim.id)


def behind_figures(questions: Sequence[Question], claims: Mapping[str, Claim]) -> list[Question]:
    """Let a clause that only tells what a figure tells ("nine people were killed") stand further behind than the figure does."""
    figures: dict[str, list[tuple[Claim, float]]] = {}
    for question in questions:
        for claim in (claims[name] for answer in question.answers for name in answer.claims if question.kind == "quantity"):
            figures.setdefault(claim.document, []).append((claim, question.weight))
    placed = []
    for question in questions:
        members = [claims[claim] for answer in question.answers for claim in answer.claims]
        told = [
            any(
                claim.focus.covers(figure.focus) and weight >= question.weight
                for figure, weight in figures.get(claim.document, ())
            )
            for claim in members
        ]
        restates = question.kind == "whether" and 2 * sum(told) > len(told)
        placed.append(replace(question, weight=round(question.weight - RESTATED, 3)) if restates else question)
    return placed


def held_together(answer: Sequence[Claim], judgement: Judgement) -> Reason:
    """Return why claims stand as one answer."""
    del judgement
    spans = tuple(Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end) for claim in answer)
    kind = {"quantity": "figures are the same within their looseness", "time": "dates are the same", "whether": "clauses agree"}
    return Reason(why=f"{len(answer)} {kind[answer[0].kind]}.", spans=spans)


def letter(place: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    head, tail = divmod(place, len(ascii_lowercase))
    return (letter(head - 1) if head else "") + ascii_lowercase[tail]


def mark_parts(questions: Sequence[Question], claims: Mapping[str, Claim], known: Known) -> list[Question]:
    """Set `part_of` where a text or the tree of measures says that one number is within another, and judge the sizes."""
    home = {claim: question for question in questions for answer in question.answers for claim in answer.claims}
    whole_of: dict[str, tuple[str, Reason, bool]] = {}
    for part, whole, why in (*spoken_parts(claims, known), *measured_parts(questions, claims)):
        one, two = home.get(part.id), home.get(whole.id)
        if one is None or two is None or one.id == two.id or one.id in whole_of:
            continue
        if two.id in whole_of and whole_of[two.id][0] == one.id:
            continue
        reason = Reason(why=why, spans=(spot(part), spot(whole)))
        whole_of[one.id] = (two.id, reason, exceeds(part, whole, one, two, claims))
    by_id = {question.id: question for question in questions}
    marked = []
    for question in questions:
        if question.id in whole_of:
            whole_id, reason, larger = whole_of[question.id]
            question = with_whole(question, by_id[whole_id], reason, larger=larger)
        marked.append(question)
    return marked


def exceeds(part: Claim, whole: Claim, one: Question, two: Question, claims: Mapping[str, Claim]) -> bool:
    """Whether a part is larger than its whole: where a report says so itself, or in every answer that any report gives."""
    if distance_key(part) > distance_key(whole):
        return True
    if part.measure == whole.measure:
        return False
    smallest = min(distance_key(claims[claim]) for answer in one.answers for claim in answer.claims)
    return smallest > max(distance_key(claims[claim]) for answer in two.answers for claim in answer.claims)


def spoken_parts(claims: Mapping[str, Claim], known: Known) -> Iterator[tuple[Claim, Claim, str]]:
    """Yield (part, whole, why) where a report says "6,000 personnel, including 1,000 ..."."""
    rows = sorted(
        (claim for claim in claims.values() if claim.kind == "quantity"), key=lambda claim: (claim.document, claim.focus.start)
    )
    for whole, part in pairwise(rows):
        if whole.document != part.document or whole.document not in known.reports or whole.focus.end > part.focus.start:
            continue
        between = known.reports[whole.document].text[whole.focus.end : part.focus.start]
        if INCLUDING.fullmatch(between) and same_sort(part, whole):
            yield part, whole, f"“{between.strip(' ,')}” makes the one a part of the other."


def same_sort(part: Claim, whole: Claim) -> bool:
    """Whether two quantities count in one unit, not a rate and not a measure of length or time."""
    if part.value is None or whole.value is None or part.value.per or whole.value.per:
        return False
    return part.value.unit == whole.value.unit and part.value.unit not in BACKGROUND_UNITS


def measured_parts(questions: Sequence[Question], claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Yield (part, whole, why) where a sentence gives both, and one measure is within the other: deaths, casualties."""
    found = [claims[claim] for q in questions if q.kind == "quantity" for answer in q.answers for claim in answer.claims]
    beside: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in sorted(found, key=lambda claim: claim.id):
        beside.setdefault((claim.document, claim.span.start, claim.span.end), []).append(claim)
    for sentence in beside.values():
        for part, whole in permutations(sentence, 2):
            if whole.measure in wholes_of(part.measure) and same_sort(part, whole):
                yield part, whole, f"who is {part.measure} is among the {whole.measure} count."


def with_whole(question: Question, whole: Question, why: Reason, *, larger: bool) -> Question:
    """Return a question as part of another; a part that is larger than its whole is a conflict."""
    if not larger:
        return replace(question, part_of=whole.id, reasons=(*question.reasons, why))
    because = f"A part ({question.answers[0].label}) is larger than its whole ({whole.answers[0].label})."
    return replace(
        question,
        part_of=whole.id,
        finding="conflict",
        how="part-exceeds-whole",
        because=f"{because} {question.because}",
        reasons=(Reason(why=because, spans=why.spans), *question.reasons, why),
    )


def spot(claim: Claim) -> Pin:
    """Return where a claim's own words stand."""
    return Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end)
