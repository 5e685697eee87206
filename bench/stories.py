"""Measure linking on invented stories that nothing was trained on but their weights: `python -m bench.stories`.

Of the stories in training/stories those that the encoder has not seen (each seventh). Prints how many stay one story when their
reports are given together, how many events stay apart when all are given at once, and the F1 of pairs of marked places in two
reports: are they put under one question, or kept apart.
"""

import itertools
from collections import Counter
from dataclasses import replace

from training.links import Read, best_claim, read_all, report_of
from training.story_corpus import read_stories

from rashomon.linking import link_questions, link_stories
from rashomon.model import Claim, Report, Story
from rashomon.pairs import texts_of


def pairs(read: Read, counts: Counter[str]) -> None:
    """Count the pairs of marks that are rightly or wrongly put under one question."""
    everything = [claim for claims in read.claims for claim in claims]
    texts = texts_of([report_of(marked, f"r{number}") for number, marked in enumerate(read.story.reports)], {})
    story = Story(id="s", label="", documents=tuple(sorted({claim.document for claim in everything})))
    asked = {claim: place for place, group in enumerate(link_questions(story, everything, texts)) for claim in group.claims}
    marks = [
        (number, mark, asked.get(best.id) if (best := best_claim(mark, claims)) is not None else None)
        for number, (report, claims) in enumerate(zip(read.story.reports, read.claims, strict=True))
        for mark in report.marks
    ]
    for (one, left, a), (two, right, b) in itertools.combinations(marks, 2):
        if one != two and left.kind == right.kind:
            gold, ours = left.question == right.question, a is not None and a == b
            counts[f"{left.kind} {'right' if gold and ours else 'missed' if gold else 'wrong' if ours else 'apart'}"] += 1


def main() -> None:
    """Print three lines."""
    reads = read_all([story for story in read_stories() if story.held_out])
    whole, counts = 0, Counter[str]()
    reports: list[Report] = []
    claims: dict[str, tuple[Claim, ...]] = {}
    for read in reads:
        own = [report_of(marked, f"r{number}") for number, marked in enumerate(read.story.reports)]
        whole += len(link_stories(own, {report.id: made for report, made in zip(own, read.claims, strict=True)})) == 1
        for report, made in zip(own, read.claims, strict=True):
            name = f"{read.story.name}/{report.id}"
            reports.append(replace(report, id=name))
            claims[name] = made
        pairs(read, counts)
    found = link_stories(sorted(reports, key=lambda report: report.id), claims)
    pure = sum(len({name.split("/")[0] for name in story.documents}) == 1 for story in found)
    print(
        f"{whole} of {len(reads)} events stay one story; all at once: {len(found)} stories, {len(found) - pure} of several events"
    )
    for kind in ("quantity", "whether"):
        right, missed, wrong = (counts[f"{kind} {how}"] for how in ("right", "missed", "wrong"))
        print(f"{kind}: F1 {2 * right / (2 * right + missed + wrong):.3f} of {right + missed} pairs that answer one question")


if __name__ == "__main__":
    main()
