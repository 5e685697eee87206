"""Learn when two statements give one answer, and how two answers stand: `python -m training.judging` extends weights.json.

The marks of the invented stories tell which claims answer one question, and with which answer; the findings tell what two answers
are to each other. Four logistic regressions. Of statements: one answer or two; of two answers, conflict or not, update or not,
both against those that can hold at once. Of figures: update or conflict; that table has no vectors of the encoder's, so it is
fitted on all stories. To be run after `training.links`, on the same readings.
"""

import argparse
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from rashomon.findings import Registry, course
from rashomon.findings.answers import group_answers
from rashomon.findings.known import Known
from rashomon.findings.origins import Ground
from rashomon.findings.saying import COMPARATORS, points
from rashomon.model import Claim
from rashomon.pairs import Texts
from rashomon.values.weights import Table
from training.links import FOLDS, TARGET, Examples, Read, best_claim, fit, read_once, report_of, unseen

STATEMENTS: tuple[Table, ...] = ("answers", "conflict", "update")


def known_of(read: Read) -> Known:
    """Return what a judge knows of a story."""
    reports = {f"r{number}": report_of(marked, f"r{number}") for number, marked in enumerate(read.story.reports)}
    texts = {name: report.text for name, report in reports.items()}
    ground = Ground(texts=texts, outlets={name: report.outlet for name, report in reports.items()}, shared={})
    times = {name: report.published for name, report in reports.items() if report.published}
    read_in = Texts(texts=texts, times=times)
    return Known(
        reports=reports, registry=Registry([c for own in read.claims for c in own]), ground=ground, times=times, read=read_in
    )


def answers_of(read: Read, kind: str = "whether") -> dict[str, list[tuple[str, Claim]]]:
    """Return {question: (answer, claim) ...} of the statements or figures of a story."""
    found: dict[str, list[tuple[str, Claim]]] = {}
    for report, claims in zip(read.story.reports, read.claims, strict=True):
        for mark in report.marks:
            claim = best_claim(mark, claims) if mark.kind == kind else None
            if claim is not None:
                found.setdefault(mark.question, []).append((mark.answer.casefold(), claim))
    return found


def pairs(reads: Sequence[Read], table: str) -> Iterator[tuple[list[float], bool, float]]:
    """Yield (points, whether the table says yes, weight) of pairs of statements of two reports that answer one question.

    A question counts as one, however many pairs it has.
    """
    for read in reads:
        known = known_of(read)
        for question, given in answers_of(read).items():
            finding = read.story.findings.get(question)
            both = [
                (one[0] == two[0], one[1], two[1])
                for one, two in itertools.combinations(given, 2)
                if one[1].document != two[1].document and one[1].id != two[1].id
            ]
            if table == "answers":
                rows = [(points(left, right, known), same) for same, left, right in both]
            elif finding in ("conflict", "update", "differ"):
                rows = [
                    (points(left, right, known), finding == table)
                    for same, left, right in both
                    if not same and finding in (table, "differ")
                ]
            else:
                rows = []
            for row, right in rows:
                yield row, right, 1 / len(rows) ** 0.5


def examples(reads: Sequence[Read], table: str) -> Examples:
    """Return the pairs of a table; both sides count alike in all."""
    rows = list(pairs(reads, table))
    same = np.array([float(right) for _, right, _ in rows])
    counts = np.array([weight for _, _, weight in rows])
    counts *= np.where(same > 0, 0.5 / counts[same > 0].sum(), 0.5 / counts[same == 0].sum())
    return Examples(np.array([row for row, _, _ in rows]), same, counts)


def courses(reads: Sequence[Read]) -> Examples:
    """Return the questions of figures that are answered in two ways; updates and conflicts count alike in all."""
    rows, updated = [], []
    for read in reads:
        known = known_of(read)
        for question, given in answers_of(read, "quantity").items():
            finding = read.story.findings.get(question)
            claims = {claim.id: claim for _, claim in given if claim.value is not None}
            went = course.course_of(group_answers(list(claims.values()), known), known)
            if finding in ("update", "conflict") and len(went.answers) > 1 and course.is_ordered(went):
                rows.append(course.points(went))
                updated.append(float(finding == "update"))
    same = np.array(updated)
    return Examples(np.array(rows), same, np.where(same > 0, 0.5 / same.sum(), 0.5 / (1 - same).sum()))


def learn(
    reads: Sequence[Read], given: Callable[[Sequence[Read]], Examples], names: Sequence[str]
) -> tuple[str, dict[str, object]]:
    """Return (how well a table does on stories that it was not fitted on, its weights)."""
    folds = []
    for fold in range(FOLDS):
        bias, weights = fit(given([read for place, read in enumerate(reads) if place % FOLDS != fold]))
        seen = given(reads[fold::FOLDS])
        folds.append((seen.points @ weights + bias, seen.same))
    scores, same = (np.concatenate(parts) for parts in zip(*folds, strict=True))
    right = [float(((scores > 0) == (same > 0))[same == kind].mean()) for kind in (1, 0)]
    bias, weights = fit(given(reads))
    told = f"cross-validated: right {right[0]:.2f} of those that are, {right[1]:.2f} of those that are not"
    return told, {"bias": round(bias, 3), "of": {n: round(w, 3) for n, w in zip(names, weights.tolist(), strict=True)}}


def main() -> None:
    """Fit and write all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, help="file that keeps the claims of all stories, as in training.links")
    args = parser.parse_args()
    reads = read_once(args.readings)
    known = json.loads(TARGET.read_text(encoding="utf-8"))
    for table in STATEMENTS:
        names = [comparator.__name__ for comparator in COMPARATORS]
        told, known[table] = learn(unseen(reads), partial(examples, table=table), names)
        print(f"{table}: {told}")
    told, known["course"] = learn(reads, courses, [sign.__name__ for sign in course.SIGNS])
    print(f"course: {told}")
    TARGET.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
