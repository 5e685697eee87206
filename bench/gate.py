"""The quality gate: ledgers of the gold clusters, scored, must not fall below the floors of bench/floors.json.

    python -m bench.gate            # RASHOMON_SHARED names the folder that has bench/, ../shared if not set
    python -m bench.gate --show     # the whole table, and what all clusters in one run give

The floors carry a digest of the clusters: on other data the scores are printed, and only broken pins are refused. Where the
clusters are absent, nothing is checked.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import orjson

from rashomon.form import check_ledger, ledger_to_dict
from rashomon.ingest import read_reports
from rashomon.model import Intake, Ledger
from rashomon.pipeline import compare_reports

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
FLOORS = Path(__file__).parent / "floors.json"


def digest_of(clusters: list[Path]) -> str:
    """Return the digest of all files of the clusters."""
    hashed = hashlib.sha256()
    for path in sorted(file for cluster in clusters for file in cluster.iterdir()):
        hashed.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return hashed.hexdigest()


def reports_of(cluster: Path) -> list[str]:
    """Return the report files of a cluster."""
    lines = cluster / "reports.jsonl"
    return [str(lines)] if lines.exists() else sorted(map(str, cluster.glob("*.txt")))


def scores(clusters: list[Path], folder: Path) -> dict[str, dict[str, float]]:
    """Compare each cluster, score all ledgers with the clusters' own scorer, and return its rows."""
    pairs = []
    for cluster in clusters:
        ledger = compare_reports(read_reports(reports_of(cluster)))
        form = ledger_to_dict(ledger)
        problems = check_ledger(form)
        if problems:
            raise SystemExit(f"{cluster.name}: the ledger breaks its form: {problems[0]}")
        path = folder / f"{cluster.name}.json"
        path.write_bytes(orjson.dumps(form))
        pairs.append(f"{cluster}={path}")
    out = folder / "scores.json"
    subprocess.run(
        [sys.executable, str(SHARED / "bench/score.py"), *pairs, "--json", str(out)], check=True, stdout=subprocess.PIPE
    )
    rows: dict[str, dict[str, float]] = json.loads(out.read_text(encoding="utf-8"))["rows"]
    return rows


def all_in_one(clusters: list[Path]) -> tuple[Ledger, int]:
    """Compare all clusters in one run; return the ledger and how many stories mix or split clusters."""
    home: dict[str, str] = {}
    reports = []
    for cluster in clusters:
        for report in read_reports(reports_of(cluster)).reports:
            home[report.id] = cluster.name
            reports.append(report)
    ledger = compare_reports(Intake(reports=tuple(reports)))
    mixed = sum(len({home[member] for member in story.documents}) > 1 for story in ledger.stories)
    return ledger, mixed + abs(len(ledger.stories) - len(clusters))


def main() -> None:
    """Print what was measured; exit 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the rows of all clusters")
    args = parser.parse_args()
    clusters = sorted(path for path in (SHARED / "bench/clusters").glob("*") if path.is_dir())
    if not clusters:
        print(f"quality gate: no clusters at {SHARED / 'bench/clusters'}, nothing checked")
        return
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if floors["data"] != digest_of(clusters):
        print("quality gate: not the clusters that the floors were set on (their digest differs); only broken pins are refused")
        floors = {"at_least": {}, "at_most": {"broken": 0}}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        rows = scores(clusters, Path(folder))
    _, wrong = all_in_one(clusters)
    if args.show:
        for name, row in rows.items():
            print(name, {key: round(value, 3) for key, value in row.items() if value is not None})
    low = [f"{key} {rows['ALL'][key]:.3f} < {floor}" for key, floor in floors["at_least"].items() if rows["ALL"][key] < floor]
    low += [f"{key} {rows['ALL'][key]:.3f} > {most}" for key, most in floors["at_most"].items() if rows["ALL"][key] > most]
    if wrong and floors["at_least"]:
        low.append(f"all clusters in one run: {wrong} stories are mixed or split")
    print(", ".join(f"{key} {value:.3f}" for key, value in rows["ALL"].items() if value is not None))
    print(f"all clusters in one run: {wrong} stories mixed or split; {time.perf_counter() - started:.0f} s in all")
    if low:
        raise SystemExit("quality gate: below the floor: " + "; ".join(low))


if __name__ == "__main__":
    main()
