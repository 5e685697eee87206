"""Charts of one question: lanes for a card (a voice each) and a strip for the overview (all marks on one line)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.dossier.axes import Axis, moment_span, number_axis, time_axis
from rashomon.dossier.book import Book
from rashomon.dossier.lines import LOOSE, Label, Mark, key, lane, scale, strip
from rashomon.dossier.words import figure, period
from rashomon.model import Answer, Claim, Question

MOST_LANES = 14
"""Lanes of a chart; what is beyond stands in the words under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One voice's figure: its words at the left, its mark at the right."""

    answer: str
    figure: str
    voice: str
    key: Markup
    reports: int
    drawing: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The lanes of a question over one axis. `left_out` lanes were not drawn."""

    lanes: tuple[Lane, ...]
    scale: Markup
    left_out: int = 0


def chart(book: Book, question: Question, answers: Sequence[Answer]) -> Chart | None:
    """Return the lanes of a question, its answers in the order given; None where all say the same."""
    found = lanes_of(book, answers)
    if len({(mark.low, mark.high, mark.about) for _, _, mark in found}) < 2:
        return None
    axis = axis_for(question, [mark for _, _, mark in found])
    if axis is None:
        return None
    lanes = []
    for answer, group, mark in found[:MOST_LANES]:
        lanes.append(
            Lane(
                answer=answer,
                figure=said(group[0], book),
                voice=book.origin(group[0]) or own_words(book, group),
                key=key(mark.place),
                reports=len({claim.document for claim in group}),
                drawing=lane(mark, axis),
            )
        )
    return Chart(lanes=tuple(lanes), scale=scale(axis), left_out=max(0, len(found) - MOST_LANES))


def own_words(book: Book, claims: Sequence[Claim]) -> str:
    """Return which reports say it in their own words."""
    names = list(dict.fromkeys(book.names[claim.document] for claim in claims))
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return f"{', '.join(names[:2])}{more}, own words"


def lanes_of(book: Book, answers: Sequence[Answer]) -> list[tuple[str, list[Claim], Mark]]:
    """Return (answer, claims, mark) for each figure of each voice, answer by answer, lower figures first."""
    found: dict[tuple[str, Mark], list[Claim]] = {}
    for answer in answers:
        for claim in book.claims(answer.claims):
            mark = mark_of(claim, book.mark(claim))
            if mark is not None:
                found.setdefault((answer.id, mark), []).append(claim)
    place = {answer.id: index for index, answer in enumerate(answers)}
    rows = [(answer, claims, mark) for (answer, mark), claims in found.items()]
    return sorted(rows, key=lambda row: (place[row[0]], at(row[2]), row[2].place < 0, -len(row[1])))


def at(mark: Mark) -> float:
    """Return where a mark stands."""
    return mark.low if mark.low is not None else mark.high if mark.high is not None else 0.0


def mark_of(claim: Claim, place: int) -> Mark | None:
    """Return the mark of a claim, None where it has neither a figure nor a time."""
    if claim.value is not None and (claim.value.low is not None or claim.value.high is not None):
        value = claim.value
        return Mark(low=value.low, high=value.high, about=value.about, place=place, certainty=claim.certainty)
    span = moment_span(claim.time.iso) if claim.time is not None else None
    return Mark(low=span[0], high=span[1], place=place, certainty=claim.certainty) if span else None


def axis_for(question: Question, marks: Iterable[Mark]) -> Axis | None:
    """Return the axis that holds all bounds of some marks."""
    bounds = [bound for mark in marks for bound in bounds_of(mark)]
    if not bounds:
        return None
    return time_axis(bounds) if question.kind == "time" else number_axis(bounds)


def bounds_of(mark: Mark) -> list[float]:
    """Return all that an axis must hold of a mark, its soft ends too."""
    loose = LOOSE if mark.about else 0.0
    found = [] if mark.low is None else [mark.low, mark.low - abs(mark.low) * loose]
    return found if mark.high is None else [*found, mark.high, mark.high + abs(mark.high) * loose]


def said(claim: Claim, book: Book) -> str:
    """Return a claim's figure or time in words; its own words where it has neither."""
    if claim.value is not None:
        return figure(claim.value, book.passage(claim).focus)
    if claim.time is not None:
        return period(claim.time.iso)
    return book.passage(claim).focus


def strip_of(book: Book, question: Question) -> Markup | None:
    """Return all marks of a question on one line, each value labelled once; None where it has none."""
    found = lanes_of(book, question.answers)
    axis = axis_for(question, [mark for _, _, mark in found])
    if axis is None:
        return None
    labels = {(mark.low, mark.high): Label(mark=mark, words=said(claims[0], book)) for _, claims, mark in reversed(found)}
    return strip([mark for _, _, mark in found], list(labels.values()), axis)
