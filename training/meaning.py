"""What the heads of meaning learn: claims that answer one question lie near each other, those of other questions do not.

Another head learns the same of answers: among the claims of one question, those that give the same answer lie near each other.

A batch is one invented story, or the statements of one event. Each marked place gets a vector from the words of its answer
and from those of the sentence around it; the losses are the contrastive one of Khosla et al. 2020 over the places of a story, and
a logistic one of their pairs.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import spacy
import torch
from torch import Tensor
from torch.nn import functional

from rashomon.values.pieces import PieceMaker
from training.attribution_corpus import words_in
from training.batches import LONGEST, Batch, Classes, Numbered, Window, collate, number
from training.examples import text_document
from training.network import Network
from training.story_corpus import MarkedStory

TEMPERATURE = 0.1
OTHER_ANSWER = 2.0
"""Weight of a pair with two answers beside one with the same: they are fewer."""
LOGISTIC = 0.5
"""Weight of the logistic loss beside the contrastive one."""
QUANTITY, WHETHER = 0, 1


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place: words [start, end) of a report, in a sentence [begin, stop)."""

    report: int
    start: int
    end: int
    begin: int
    stop: int
    question: int
    answer: int
    kind: int


@dataclass(frozen=True, slots=True)
class NumberedStory:
    """A story as numbers, its reports cut into windows."""

    name: str
    windows: list[Window]
    places: list[Place]
    rows: list[int]
    """For each place the row of its window."""


def number_story(story: MarkedStory, nlp: spacy.language.Language, maker: PieceMaker, classes: Classes) -> NumberedStory:
    """Return a story as numbers; a place that no window holds whole is left out."""
    questions: dict[str, int] = {}
    answers: dict[tuple[str, str], int] = {}
    windows: list[Window] = []
    places: list[Place] = []
    rows: list[int] = []
    for report_number, report in enumerate(story.reports):
        document, spans = text_document(nlp, report.text)
        numbered = number(document, maker, classes)
        cuts = [*document.cuts, len(document.words)]
        own = list(cut_windows(numbered, cuts))
        first_row = len(windows)
        windows += own
        for mark in report.marks:
            inside = words_in(spans, (mark.start, mark.end))
            if not inside:
                continue
            start, end = inside[0], inside[-1] + 1
            begin = max(cut for cut in cuts if cut <= start)
            stop = min(cut for cut in cuts if cut >= end)
            row = next((row for row, (_, a, b) in enumerate(own, first_row) if a <= start and end <= b), None)
            if row is not None:
                _, a, b = windows[row]
                kind = QUANTITY if mark.kind == "quantity" else WHETHER
                asked = questions.setdefault(mark.question, len(questions))
                given = answers.setdefault((mark.question, mark.answer.casefold()), len(answers))
                places.append(Place(report_number, start - a, end - a, max(begin, a) - a, min(stop, b) - a, asked, given, kind))
                rows.append(row)
    return NumberedStory(story.name, windows, places, rows)


def cut_windows(numbered: Numbered, cuts: Sequence[int]) -> Iterator[Window]:
    """Yield the windows of a report: whole sentences, as many as fit, as reading takes them."""
    start = 0
    for cut, end in itertools.pairwise(cuts):
        if cut > start and sum(numbered.lengths[start:end]) > LONGEST - 2:
            yield numbered, start, cut
            start = cut
    if start < cuts[-1]:
        yield numbered, start, cuts[-1]


def vectors_of(network: Network, batch: Batch, story: NumberedStory) -> tuple[Tensor, Tensor]:
    """Return the unit vectors of the places of a story, (places, width): of what they mean, and of what they answer."""
    words = network.words(batch.ids, batch.shapes, batch.first, batch.mask)
    return place_vectors(network.meaning(words), story), answer_vectors(network.answer(words), story)


def answer_vectors(answer: Tensor, story: NumberedStory) -> Tensor:
    """Return the unit vectors of the answers of places: a weighted mean over their words."""
    found = []
    for place, row in zip(story.places, story.rows, strict=True):
        own = answer[row, place.start : place.end]
        found.append((own[:, -1].softmax(0).unsqueeze(1) * own[:, :-1]).sum(0))
    return functional.normalize(torch.stack(found), dim=1)


def place_vectors(meaning: Tensor, story: NumberedStory) -> Tensor:
    """Return the unit vectors of places: a weighted mean over the answer's words beside one over its sentence."""
    width = (meaning.shape[-1] - 2) // 2
    found = []
    for place, row in zip(story.places, story.rows, strict=True):
        answer, around = meaning[row, place.start : place.end], meaning[row, place.begin : place.stop]
        own = (answer[:, -2].softmax(0).unsqueeze(1) * answer[:, :width]).sum(0)
        other = (around[:, -1].softmax(0).unsqueeze(1) * around[:, width:-2]).sum(0)
        found.append(torch.cat([own, other]))
    return functional.normalize(torch.stack(found), dim=1)


def loss_of(network: Network, story: NumberedStory, maker: PieceMaker, rng: random.Random) -> Tensor:
    """Return the loss of one story."""
    vectors, answers = vectors_of(network, collate(story.windows, maker, rng), story)
    likeness, alike = vectors @ vectors.T, answers @ answers.T
    given = torch.tensor([place.answer for place in story.places])
    total = likeness.new_zeros(())
    for kind in (QUANTITY, WHETHER):
        same, other = pairs_of(story, kind)
        if not same.any():
            continue
        allowed = same | other
        scaled = (likeness / TEMPERATURE).masked_fill(~allowed, -1e4)
        logs = scaled - scaled.logsumexp(1, keepdim=True)
        agree = given[:, None] == given
        rows, counts = same.any(1), same * torch.where(agree, 1.0, OTHER_ANSWER)
        contrast = -((logs * counts).sum(1)[rows] / counts.sum(1)[rows]).mean()
        scores = network.scale[kind].exp() * likeness + network.shift[kind]
        each = functional.binary_cross_entropy_with_logits(scores, same.float(), reduction="none")
        balance = torch.where(same, (other.sum() / same.sum()).sqrt(), 1.0) * allowed
        total = total + contrast + LOGISTIC * (each * balance).sum() / balance.sum()
        scores = network.answer_scale[kind].exp() * alike + network.answer_shift[kind]
        each = functional.binary_cross_entropy_with_logits(scores, agree.float(), reduction="none")
        balance = torch.where(agree, 1.0, OTHER_ANSWER) * same
        total = total + LOGISTIC * (each * balance).sum() / balance.sum()
    return total


def pairs_of(story: NumberedStory, kind: int) -> tuple[Tensor, Tensor]:
    """Return which pairs of places answer one question, and which answer two, (places, places); neither where they overlap."""
    questions = torch.tensor([place.question for place in story.places])
    kinds = torch.tensor([place.kind for place in story.places]) == kind
    rows = torch.tensor(story.rows)
    starts, ends = (torch.tensor([getattr(place, name) for place in story.places]) for name in ("start", "end"))
    overlap = (rows[:, None] == rows) & (starts[:, None] < ends) & (starts < ends[:, None])
    allowed = kinds[:, None] & kinds & ~overlap
    same = questions[:, None] == questions
    return same & allowed, ~same & allowed


def measure_links(network: Network, stories: Sequence[NumberedStory], maker: PieceMaker) -> dict[str, float]:
    """Return, of pairs of places in two reports, the best F1 over all bars, and the mean average precision, in per cent."""
    network.eval()
    found: dict[str, float] = {}
    scores: dict[int, list[tuple[float, bool]]] = {QUANTITY: [], WHETHER: []}
    given: dict[int, list[tuple[float, bool]]] = {QUANTITY: [], WHETHER: []}
    precisions: dict[int, list[float]] = {QUANTITY: [], WHETHER: []}
    with torch.inference_mode():
        for story in stories:
            vectors, answers = vectors_of(network, collate(story.windows, maker), story)
            likeness, unlike = vectors @ vectors.T, -(answers @ answers.T)
            numbers = torch.tensor([place.answer for place in story.places])
            differ = numbers[:, None] != numbers
            reports = torch.tensor([place.report for place in story.places])
            apart = reports[:, None] != reports
            for kind in (QUANTITY, WHETHER):
                same, other = pairs_of(story, kind)
                allowed = (same | other) & apart
                given[kind] += zip(unlike[same & apart].tolist(), differ[same & apart].tolist(), strict=True)
                scores[kind] += zip(likeness[allowed].tolist(), same[allowed].tolist(), strict=True)
                for row in range(len(same)):
                    ranked = sorted(
                        zip(likeness[row][allowed[row]].tolist(), same[row][allowed[row]].tolist(), strict=True), reverse=True
                    )
                    hits = [place for place, (_, right) in enumerate(ranked, 1) if right]
                    if hits:
                        precisions[kind].append(sum(n / place for n, place in enumerate(hits, 1)) / len(hits))
    network.train()
    for kind, name in ((QUANTITY, "count"), (WHETHER, "whether")):
        found[f"{name} F1"] = 100 * best_f1(scores[kind])
        found[f"{name} answers F1"] = 100 * best_f1(given[kind])
        found[f"{name} MAP"] = 100 * sum(precisions[kind]) / max(1, len(precisions[kind]))
    return found


def best_f1(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the best F1 over all bars."""
    gold = sum(right for _, right in scored)
    best, hits = 0.0, 0
    for place, (_, right) in enumerate(sorted(scored, reverse=True), 1):
        hits += right
        best = max(best, 2 * hits / (place + gold))
    return best
