"""Measure linking in one large story: `python -m bench.linking`.

The claims of the invented stories in training/stories are taken for those of one event, up to ten thousand. Prints, for growing
numbers of them, the seconds that linking takes on one core and the questions that it finds; then by which power of the number of
claims the time grows from 1,000 to 10,000, and the largest memory of the process.
"""

import math
import resource
import sys
import time

from training.story_corpus import read_stories

from rashomon.claims import build_claims
from rashomon.linking import link_questions
from rashomon.model import Claim, Report, Story
from rashomon.pairs import texts_of
from rashomon.reading.reader import Reader

SIZES = (1000, 2000, 5000, 10000)


def claims_of_stories(most: int) -> tuple[list[Claim], list[Report]]:
    """Return the claims of the invented stories, at least so many if there are, and their reports."""
    reader, found, reports = Reader(), [], []
    for story in read_stories():
        for number, marked in enumerate(story.reports):
            report = Report(id=f"{story.name}-{number}", text=marked.text, sha256="", published=marked.published)
            found += build_claims(reader.read(report), report)
            reports.append(report)
        if len(found) >= most:
            break
    return found, reports


def main() -> None:
    """Print the table."""
    claims, reports = claims_of_stories(SIZES[-1])
    texts = texts_of(reports, {}, threads=1)
    seconds = {}
    for size in SIZES:
        own = claims[:size]
        story = Story(id="s", label="", documents=tuple(sorted({claim.document for claim in own})))
        started = time.perf_counter()
        groups = link_questions(story, own, texts)
        seconds[size] = time.perf_counter() - started
        print(f"{len(own):6d} claims {seconds[size]:6.1f} s {len(groups):6d} questions", flush=True)
    power = math.log(seconds[SIZES[-1]] / seconds[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"time grows by n^{power:.2f} from {SIZES[0]:,} to {SIZES[-1]:,}; {most:.0f} MB at most, with the reading model")


if __name__ == "__main__":
    main()
