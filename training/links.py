"""Learn what the comparators of linking count: `python -m training.links` writes src/rashomon/values/weights.json.

The shipped pipeline reads the invented stories that its encoder has not learned from, and the invented clusters; two claims are
one example, told by the marks to answer one question or two. The log odds are fitted by logistic regression (Newton's method,
with a little shrinking), one table for figures and one for statements. Weights of times
are set by hand: the stories do not mark them. Printed scores are those of five-fold cross-validation by story.
"""

import argparse
import itertools
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.claims import build_claims
from rashomon.linking import quantities, statements
from rashomon.linking.comparing import APART, Comparator, Setting, compare_claims
from rashomon.linking.questions import DOUBTFUL, READ, candidates, setting_of
from rashomon.linking.questions import TABLES as QUESTIONS
from rashomon.model import Claim, Kind, Report
from rashomon.pairs import texts_of
from rashomon.reading.reader import Reader
from rashomon.values.weights import weights_of
from training.story_corpus import CLUSTERS, Mark, MarkedReport, MarkedStory, read_cluster, read_stories

Floats = NDArray[np.float64]

TARGET = Path(__file__).parent.parent / "src/rashomon/values/weights.json"
SHRINK = 1e-3
UNMARKED = 0.5
"""Weight of a pair of which one claim answers no marked question: most such claims are told once."""
FAR = 0.25
"""Cosine of meanings below which only each so-many-th pair is taken."""
EACH = 7
LONGEST = 400
FOLDS = 5
HAND = {"by_background": 1.5, "by_kind": 2.0}
"""Weights that are set by hand on the invented clusters: the stories are too short to have a background, with figures of all
sorts."""
TABLES: dict[str, tuple[str, tuple[Comparator, ...]]] = {
    "quantity": ("quantity", quantities.COMPARATORS),
    "whether": ("whether", statements.WHETHER),
}


@dataclass(frozen=True, slots=True)
class Read:
    """A story with the claims of each of its reports."""

    story: MarkedStory
    claims: list[tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of claims: points (pairs, comparators), whether they answer one question, and how much each counts."""

    points: Floats
    same: Floats
    counts: Floats


def all_stories() -> list[MarkedStory]:
    """Return all stories and clusters."""
    return [*read_stories(), *map(read_cluster, sorted(CLUSTERS.glob("*/")))]


def unseen(reads: Sequence[Read]) -> list[Read]:
    """Return the stories and clusters that the encoder has not learned from: of others its vectors know too much."""
    learned = {story.name for story in read_stories() if not story.held_out}
    return [read for read in reads if read.story.name not in learned]


def read_once(kept: Path | None) -> list[Read]:
    """Return all stories as read; a file keeps them between two runs."""
    if kept and kept.exists():
        found: list[Read] = pickle.loads(kept.read_bytes())
        return found
    reads = read_all(all_stories())
    if kept:
        kept.write_bytes(pickle.dumps(reads))
    return reads


def read_all(stories: Sequence[MarkedStory]) -> list[Read]:
    """Read stories with the shipped pipeline."""
    reader = Reader()
    found = []
    for story in stories:
        claims = []
        for number, marked in enumerate(story.reports):
            report = report_of(marked, f"r{number}")
            claims.append(build_claims(reader.read(report), report))
        found.append(Read(story, claims))
    return found


def report_of(marked: MarkedReport, name: str) -> Report:
    """Return a report as ingest would."""
    return Report(
        id=name,
        text=marked.text,
        sha256="",
        title=marked.text.split("\n")[0],
        outlet=marked.outlet or None,
        published=marked.published,
    )


def answered(read: Read) -> tuple[dict[str, set[str]], set[str]]:
    """Return ({claim: questions}, claims that lie on a mark without being what answers it best)."""
    found: dict[str, set[str]] = {}
    for report, claims in zip(read.story.reports, read.claims, strict=True):
        for mark in report.marks:
            claim = best_claim(mark, claims)
            if claim is not None:
                found.setdefault(claim.id, set()).add(mark.question)
    beside = {
        claim.id
        for report, claims in zip(read.story.reports, read.claims, strict=True)
        for claim in claims
        if claim.id not in found
        and any(claim.kind == mark.kind and lies_on(claim, mark.start, mark.end) for mark in report.marks)
    }
    return found, beside


def best_claim(mark: Mark, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of a report that answers a mark best."""
    fits = [
        (fit, claim.id, claim) for claim in claims if claim.kind == mark.kind and (fit := fit_of(claim, mark.start, mark.end))
    ]
    return max(fits)[2] if fits else None


def fit_of(claim: Claim, start: int, end: int) -> float:
    """Return how well a claim fits a marked place, 0 to 1, as the yardstick of shared/bench sees it."""
    common = min(end, claim.focus.end) - max(start, claim.focus.start)
    size = end - start
    if claim.kind != "whether":
        return max(0, common) / max(size, len(claim.focus))
    common = max(common, min(end, claim.span.end) - max(start, claim.span.start))
    if common < size / 2 or len(claim.span) > max(LONGEST, 4 * size):
        return 0.0
    return common / max(size, len(claim.span))


def lies_on(claim: Claim, start: int, end: int) -> bool:
    """Whether a claim shares half of its words, or of a mark's, with the mark."""
    common = min(end, claim.focus.end) - max(start, claim.focus.start)
    return 2 * common >= min(end - start, len(claim.focus))


def examples(reads: Sequence[Read], table: str, *, every: bool) -> Examples:
    """Return the pairs of a table; with `every` all of two reports, else those that training takes."""
    kind, comparators = TABLES[table]
    points, same, counts = [], [], []
    for read in reads:
        answers, beside = answered(read)
        everything = [claim for claims in read.claims for claim in claims]
        setting = setting_of(everything)
        members = sorted(
            (claim for claim in everything if claim.kind == kind and claim.id not in beside), key=lambda claim: claim.id
        )
        for number, (left, right) in enumerate(itertools.combinations(members, 2)):
            one, two = answers.get(left.id, set()), answers.get(right.id, set())
            if not one and not two:
                continue
            if every and left.document == right.document:
                continue
            agrees = bool(one & two)
            far = not agrees and (setting.likeness(left, right) or 0.0) < FAR
            if far and not every and number % EACH:
                continue
            row = row_of(left, right, comparators, setting)
            if row is None:
                if not every:
                    continue
                row = [-9.0] * len(comparators)
            points.append(row)
            same.append(float(agrees))
            counts.append((1.0 if one and two else UNMARKED) * (EACH if far and not every else 1))
    return Examples(np.array(points), np.array(same), np.array(counts))


def row_of(left: Claim, right: Claim, comparators: Sequence[Comparator], setting: Setting) -> list[float] | None:
    """Return the points of two claims, None where they are kept apart."""
    row = []
    for comparator in comparators:
        points, _ = comparator(left, right, setting)
        if points == APART:
            return None
        row.append(points)
    return row


def fit(given: Examples) -> tuple[float, Floats]:
    """Return (bias, weights) of the logistic regression."""
    mean, spread = given.points.mean(axis=0), given.points.std(axis=0) + 1e-9
    rows = np.column_stack([np.ones(len(given.points)), (given.points - mean) / spread])
    counts = given.counts / given.counts.mean()
    shrink = SHRINK * np.diag([0.0, *np.ones(rows.shape[1] - 1)])
    found = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (counts * (chance - given.same)) / len(rows) + shrink @ found
        curve = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows / len(rows) + shrink + 1e-9 * np.eye(len(found))
        found -= np.linalg.solve(curve, slope)
    weights = found[1:] / spread
    return float(found[0] - weights @ mean), weights


def best_f1(scores: Floats, same: Floats) -> tuple[float, float, float]:
    """Return (best F1 over all bars, its bar, average precision)."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(same[order])
    ranks = np.arange(1, len(order) + 1)
    f1 = 2 * hits / (ranks + same.sum())
    return float(f1.max()), float(scores[order][f1.argmax()]), float((hits / ranks)[same[order] > 0].mean())


def learn(reads: Sequence[Read]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield (table, weights) of each table, and print how well they do on stories that they were not fitted on."""
    for table, (_, comparators) in TABLES.items():
        names = [comparator.__name__ for comparator in comparators]
        fitted = [place for place, name in enumerate(names) if name not in HAND]
        by_hand = np.array([HAND.get(name, 0.0) for name in names])
        scores, same = [], []
        for fold in range(FOLDS):
            seen = examples([read for place, read in enumerate(reads) if place % FOLDS != fold], table, every=False)
            bias, weights = fit(replace(seen, points=seen.points[:, fitted]))
            other = examples(reads[fold::FOLDS], table, every=True)
            scores.append(other.points[:, fitted] @ weights + other.points @ by_hand + bias)
            same.append(other.same)
        given = examples(reads, table, every=False)
        bias, weights = fit(replace(given, points=given.points[:, fitted]))
        f1, bar, precision = best_f1(np.concatenate(scores), np.concatenate(same))
        print(
            f"{table}: {len(given.same)} pairs; cross-validated: best F1 {f1:.3f} at {bar:.2f}, average precision {precision:.3f}"
        )
        learned = dict(zip((names[place] for place in fitted), weights.tolist(), strict=True)) | HAND
        yield table, {"bias": round(bias, 3), "of": {name: round(learned[name], 3) for name in names}}


def open_pairs(reads: Sequence[Read], kind: Kind) -> Iterator[tuple[tuple[float, float], bool, float]]:
    """Yield ((points of the slots against the bar, those of reading), same question, weight) of pairs that slots leave open."""
    comparators, bar = QUESTIONS[kind]
    weights = weights_of(kind)
    for read in reads:
        answers, beside = answered(read)
        everything = [claim for claims in read.claims for claim in claims]
        setting = setting_of(everything)
        members = sorted((c for c in everything if c.kind == kind and c.id not in beside), key=lambda claim: claim.id)
        texts = texts_of([report_of(marked, f"r{number}") for number, marked in enumerate(read.story.reports)], {})
        for left, right in candidates(members, setting):
            one, two = answers.get(left.id, set()), answers.get(right.id, set())
            given = compare_claims(left, right, comparators, setting, weights) if one or two else None
            if given is None or left.document == right.document:
                continue
            score = weights.bias + sum(points for points, _ in given) - bar
            standing = texts.standing(left, right) if score >= DOUBTFUL else None
            if standing is not None:
                yield (score, standing.same), bool(one & two), 1.0 if one and two else UNMARKED


def learn_reading(reads: Sequence[Read], kind: Kind) -> dict[str, object]:
    """Return the weights of slots and of reading where a pair is read."""
    rows = list(open_pairs(reads, kind))
    given = Examples(*(np.array(column, dtype=float) for column in zip(*rows, strict=True)))
    bias, weights = fit(given)
    for name, scores in (("slots alone", given.points[:, 0]), ("read, too", given.points @ weights + bias)):
        f1, bar, precision = best_f1(scores, given.same)
        print(f"{kind}, {name}: {len(given.same)} pairs: best F1 {f1:.3f} at {bar:.2f}, average precision {precision:.3f}")
    return {"bias": round(bias, 3), "of": {"by_slots": round(float(weights[0]), 3), "by_reading": round(float(weights[1]), 3)}}


def main() -> None:
    """Fit and write all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, help="file that keeps the claims of all stories between two runs")
    args = parser.parse_args()
    reads = unseen(read_once(args.readings))
    known: dict[str, object] = json.loads(TARGET.read_text(encoding="utf-8"))
    known |= dict(learn(reads))
    TARGET.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    weights_of.cache_clear()
    known |= {READ[kind][0]: learn_reading(reads, kind) for kind in READ}
    TARGET.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
