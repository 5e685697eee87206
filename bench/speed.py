"""Measure a cold run of the command line: `python -m bench.speed [PATH ...]`.

Prints reports, words, wall-clock seconds from the start of the process to the dossier (the middle of three runs), and the
largest memory of any of them. Without a path the reports of athens-bank-fire are taken, from the gold clusters.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rashomon.ingest import read_reports

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
RUNS = 3


def main() -> None:
    """Run and print one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SHARED / "bench/clusters/athens-bank-fire/reports.jsonl")])
    args = parser.parse_args()
    intake = read_reports(args.paths)
    words = sum(len(report.text.split()) for report in intake.reports)
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            started = time.perf_counter()
            command = [str(Path(sys.executable).with_name("rashomon")), "compare", *args.paths, "--out", folder, "--quiet"]
            subprocess.run(command, check=True)
            seconds.append(time.perf_counter() - started)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    megabytes = most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"{len(intake.reports)} reports, {words:,} words: {statistics.median(seconds):.1f} s, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
