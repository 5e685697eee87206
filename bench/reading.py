"""Measure the reading stage on one core: `python -m bench.reading [PATH ...]`.

Prints words a second of the whole stage and of the encoder alone, the encoder's share, seconds to load the pipeline, the largest
memory, and the size of all that ships as weights. Without a path all reports of the gold clusters are read.
"""

import argparse
import os
import resource
import sys
import time
from pathlib import Path

import rashomon
from bench.gate import SHARED, reports_of
from rashomon.ingest import read_reports
from rashomon.reading.parse import marked
from rashomon.reading.reader import Reader

PACKAGE = Path(rashomon.__file__).parent
LEARNED = ("reading/en/**/*", "pairs/*.onnx", "values/pieces.txt", "values/*.npz")


def main() -> None:
    """Read everything twice, the second time measured, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
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
    print(f"loaded in {loaded:.1f} s; {memory:.0f} MB at most; all models {size:.1f} MB")


if __name__ == "__main__":
    main()
