"""How long a case takes to open, to grow and to be corrected, on the real server: `python -m bench.case`.

A hundred invented reports of one event are added to a new case, then one more; then claims, questions and origins are corrected,
each with the seconds from the request to the whole answer, and the server is started again. While a job is at work the page's
requests go on, and the slowest is told.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.invented import invent_reports

Json = dict[str, Any]


class Server:
    """A running `rashomon serve`."""

    def __init__(self, *arguments: str) -> None:
        start = time.perf_counter()
        command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", *arguments, "--json", "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.base, self.token = json.loads(self.process.stdout.readline())["address"].split("/?token=")
        self.started = time.perf_counter() - start

    def ask(self, path: str, body: Json | None = None) -> tuple[Json, float, int]:
        """Return an answer, the seconds that it took, and its bytes."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        start = time.perf_counter()
        with urllib.request.urlopen(urllib.request.Request(self.base + path, data=data, headers=headers), timeout=300) as answer:
            content = answer.read()
        return json.loads(content), time.perf_counter() - start, len(content)

    def settle(self, what: str) -> Json:
        """Wait for all jobs, asking as the page does, and print how long that took."""
        start, slowest = time.perf_counter(), 0.0
        while True:
            case, took, size = self.ask("/api/case")
            slowest = max(slowest, took, self.ask("/api/search?q=police%20said")[1])
            if case["job"] is None:
                break
            time.sleep(0.05)
        print(f"{what}: {time.perf_counter() - start:.1f} s (slowest request {slowest * 1000:.0f} ms)")
        counts = [len(case["ledger"][key]) for key in ("documents", "stories", "claims")]
        print("  {} reports, {} stories, {} claims, {} kB".format(*counts, size // 1000))
        return case

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


def corrections(ledger: Json) -> Iterator[tuple[str, Json]]:
    """Yield one correction of each kind, by name, on what weighs most."""
    toll, other, third = [row for row in ledger["questions"] if row["kind"] == "quantity" and len(row["answers"]) > 1][:3]
    claims = [name for row in (toll, other) for answer in row["answers"] for name in answer["claims"]]
    one, two = sorted(ledger["origins"], key=lambda row: -len(row["names"]))[:2]
    yield "accept a claim", {"kind": "accept", "target": f"claim:{claims[0]}"}
    yield "reject a claim", {"kind": "reject", "target": f"claim:{claims[1]}"}
    yield "edit a claim", {"kind": "edit", "target": f"claim:{claims[2]}", "value": {"certainty": "hedged"}}
    yield "edit a voice", {"kind": "edit", "target": f"claim:{claims[3]}", "value": {"voices": [{"name": "Ona Brek"}]}}
    yield "merge questions", {"kind": "merge", "target": f"question:{other['id']}", "value": {"questions": [third["id"]]}}
    yield "split a question", {"kind": "split", "target": f"question:{toll['id']}", "value": {"claims": claims[:1]}}
    yield "relabel an origin", {"kind": "relabel", "target": f"origin:{one['id']}", "value": {"label": "The council"}}
    yield "merge origins", {"kind": "merge", "target": f"origin:{one['id']}", "value": {"origins": [two["id"]]}}
    yield "split an origin", {"kind": "split", "target": f"origin:{one['id']}", "value": {"names": two["names"][:1]}}


def main() -> None:
    """Run it and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--words", type=int, default=400, help="of each report")
    args = parser.parse_args()
    rows = list(invent_reports(args.reports + 1, args.words))
    with tempfile.TemporaryDirectory() as name:
        lines, folder = Path(name) / "reports.jsonl", str(Path(name) / "case")
        lines.write_text("\n".join(json.dumps(row) for row in rows[:-1]), encoding="utf-8")
        server = Server(folder, str(lines))
        print(f"listens after {server.started:.1f} s")
        server.settle("a new case")
        server.ask("/api/reports", rows[-1])
        case = server.settle("one more report")
        for name, body in corrections(case["ledger"]):
            _, took, size = server.ask("/api/corrections", body)
            print(f"{name}: {took:.2f} s, {size // 1000} kB")
        server.stop()
        server = Server(folder)
        server.settle("started again")
        server.stop()


if __name__ == "__main__":
    main()
