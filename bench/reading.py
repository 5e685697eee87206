"""Measure the reading stage on one core and on two: `python -m bench.reading [PATH ...]`.

Prints words a second of the whole stage and of the encoder alone, the encoder's share, words a second of two processes on two
cores, seconds to load the pipeline, the largest memory of a process, and the size of all that ships as weights. Without a path
all reports of the gold clusters are read.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import rashomon
from bench.gate import SHARED, reports_of
from rashomon.ingest import read_reports
from rashomon.model import Report
from rashomon.reading.parse import marked
from rashomon.reading.reader import Reader

PACKAGE = Path(rashomon.__file__).parent
CORES = 2
LEARNED = ("reading/en/**/*", "pairs/*.onnx", "values/pieces.txt", "values/*.npz")


@cache
def own_reader() -> Reader:
    """Return the reader of a process."""
    return Reader()


def read_one(report: Report) -> int:
    """Read a report in a process of several and return its words."""
    own_reader().read(report)
    return len(report.text.split())


def by_processes(reports: Sequence[Report], cores: Sequence[int]) -> float:
    """Return the words a second of as many processes as there are cores; all is read twice, the second time measured."""
    os.sched_setaffinity(0, set(cores))
    with ProcessPoolExecutor(len(cores)) as pool:
        sum(pool.map(read_one, reports))
        started = time.perf_counter()
        words = sum(pool.map(read_one, reports))
        return words / (time.perf_counter() - started)


def main() -> None:
    """Read everything twice, the second time measured, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    args = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))[:CORES] if hasattr(os, "sched_setaffinity") else []
    if cores:
        os.sched_setaffinity(0, {cores[0]})
    paths = args.paths or [path for cluster in sorted((SHARED / "bench/clusters").iterdir()) for path in reports_of(cluster)]
    reports = read_reports(paths).reports
    words = sum(len(report.text.split()) for report in reports)
    import spacy  # noqa: F401, PLC0415 (what is measured is our own loading)

    started = time.process_time()
    reader = Reader()
    nlp = reader.pipeline
    loaded = time.process_time() - started
    for report in reports:
        reader.read(report)
    started = time.process_time()
    for report in reports:
        reader.read(report)
    whole = time.process_time() - started
    docs = [marked(nlp, report.text) for report in reports]
    started = time.process_time()
    for doc in docs:
        nlp(doc)
    alone = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    learned = [path for pattern in LEARNED for path in PACKAGE.glob(pattern) if path.is_file()]
    size = sum(path.stat().st_size for path in learned) / 1e6
    print(f"{len(reports)} reports, {words:,} words: {words / whole:,.0f} words/s of CPU time")
    print(f"encoder {words / alone:,.0f} words/s, {100 * alone / whole:.0f} % of the stage")
    if len(cores) == CORES:
        print(f"{CORES} processes on {CORES} cores: {by_processes(reports, cores):,.0f} words/s of the clock")
    print(f"loaded in {loaded:.1f} s; {memory:.0f} MB at most; all models {size:.1f} MB")


if __name__ == "__main__":
    main()
