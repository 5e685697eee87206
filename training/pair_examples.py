"""Pairs of passages with what they are to each other: of the invented stories, as read, and of the invented statements."""

import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from rashomon.linking.questions import setting_of
from rashomon.pairs.passages import Passage
from training.links import Read, answered, best_claim
from training.statement_corpus import Group, Statement

Relation = Literal["agree", "conflict", "update", "differ"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
UNTOLD = -1
MOST_ALIKE = 16
"""Pairs of one question that an epoch shows."""
NEAREST = 0.35
"""Cosine of meanings above which two claims of different questions are a pair worth learning from."""
EACH = 60
"""Of other pairs each so-many-th is taken."""
UNMARKED = 0.5
"""Weight of a pair of which one claim answers no marked question."""


class Example(NamedTuple):
    """Two passages. `order` is -1 where the left report is the earlier one, 1 where the right one is, 0 where it is not known.

    `same`: they answer one question. `relation`: the number in `RELATIONS`, `UNTOLD` where they answer two.
    """

    kind: str
    left: Passage
    right: Passage
    order: int
    same: bool
    relation: int
    weight: float


class Question(NamedTuple):
    """All pairs that answer one question, or those of one event that answer two."""

    examples: tuple[Example, ...]
    most: int

    def drawn(self, rng: random.Random) -> Sequence[Example]:
        """Return what one epoch shows."""
        return self.examples if len(self.examples) <= self.most else rng.sample(self.examples, self.most)


def relation_of(finding: str | None, *, alike: bool) -> int:
    """Return the number of a relation between two answers of a question with a finding; other answers at least differ."""
    told = [relation for relation in RELATIONS if relation == finding and relation != "agree"]
    return RELATIONS.index("agree" if alike else (told or ["differ"])[0])


def order_of(left: str | None, right: str | None) -> int:
    """Return which of two days is the earlier: -1 the left, 1 the right, 0 where it is not known."""
    return (left > right) - (left < right) if left and right else 0


def of_groups(groups: Sequence[Group]) -> Iterator[Question]:
    """Yield the questions of statements, and for each event the pairs that answer two questions."""
    for _, own in itertools.groupby(groups, key=lambda group: group.event):
        event = list(own)
        for group in event:
            both = list(itertools.combinations(group.statements, 2))
            alike = [pair(group.kind, a, b, relation_of(group.finding, alike=a.answer == b.answer)) for a, b in both]
            yield Question(tuple(alike), MOST_ALIKE)
            beside = [(a, b) for a in group.statements for b in group.beside]
            yield Question(tuple(pair(group.kind, a, b, UNTOLD) for a, b in beside), MOST_ALIKE)
        apart = [
            pair(one.kind, a, b, UNTOLD)
            for one, two in itertools.combinations(event, 2)
            if one.kind == two.kind
            for a, b in itertools.product(one.statements, two.statements)
        ]
        if apart:
            yield Question(tuple(apart), 3 * MOST_ALIKE)


def day_of(statement: Statement) -> str | None:
    """Return the day of a statement's report, so written that days stand in their order."""
    return None if statement.day is None else f"{statement.day:05}"


def pair(kind: str, one: Statement, two: Statement, relation: int) -> Example:
    """Return two statements as an example."""
    left, right = (Passage(own.text, 0, len(own.text), own.start, own.end) for own in (one, two))
    return Example(kind, left, right, order_of(day_of(one), day_of(two)), relation != UNTOLD, relation, 1.0)


def of_story(read: Read) -> Iterator[Question]:
    """Yield the questions of a story, and the pairs of its claims that answer two questions and are near or drawn."""
    answers: dict[str, dict[str, str]] = {}
    for report, claims in zip(read.story.reports, read.claims, strict=True):
        for mark in report.marks:
            claim = best_claim(mark, claims)
            if claim is not None:
                answers.setdefault(claim.id, {})[mark.question] = mark.answer.casefold()
    _, beside = answered(read)
    everything = [claim for claims in read.claims for claim in claims]
    setting = setting_of(everything)
    texts = {f"r{number}": report.text for number, report in enumerate(read.story.reports)}
    days = {f"r{number}": report.published for number, report in enumerate(read.story.reports)}
    shown = {c.id: Passage(texts[c.document], c.span.start, c.span.end, c.focus.start, c.focus.end) for c in everything}
    asked: dict[str, list[Example]] = {}
    apart: list[Example] = []
    for kind in ("quantity", "whether"):
        members = sorted((claim for claim in everything if claim.kind == kind and claim.id not in beside), key=lambda c: c.id)
        for number, (left, right) in enumerate(itertools.combinations(members, 2)):
            one, two = answers.get(left.id, {}), answers.get(right.id, {})
            if left.document == right.document or not (one or two):
                continue
            common = sorted(one.keys() & two.keys())
            order = order_of(days[left.document], days[right.document])
            if common:
                question = common[0]
                relation = relation_of(read.story.findings.get(question), alike=one[question] == two[question])
                asked.setdefault(question, []).append(Example(kind, shown[left.id], shown[right.id], order, True, relation, 1.0))
            elif (setting.likeness(left, right) or 0.0) > NEAREST or number % EACH == 0:
                weight = 1.0 if one and two else UNMARKED
                apart.append(Example(kind, shown[left.id], shown[right.id], order, False, UNTOLD, weight))
    for examples in asked.values():
        yield Question(tuple(examples), MOST_ALIKE)
    yield Question(tuple(apart), 3 * sum(min(MOST_ALIKE, len(examples)) for examples in asked.values()))
