"""How long a case takes to open, to grow and to be corrected, on the real server: `python -m bench.case`.

Fifty invented reports of `training/stories` are added to a new case, then one more; then something is corrected, and the server
is started again. While a job is at work the page's requests go on, and the slowest is told.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from training.story_corpus import read_stories

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


def main() -> None:
    """Run it and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=50)
    args = parser.parse_args()
    marked = [report for story in read_stories() for report in story.reports]
    rows = [{"text": one.text, "outlet": one.outlet, "published": one.published} for one in marked[: args.reports + 1]]
    with tempfile.TemporaryDirectory() as name:
        lines, folder = Path(name) / "reports.jsonl", str(Path(name) / "case")
        lines.write_text("\n".join(json.dumps(row) for row in rows[:-1]), encoding="utf-8")
        server = Server(folder, str(lines))
        print(f"listens after {server.started:.1f} s")
        server.settle("a new case")
        server.ask("/api/reports", rows[-1])
        case = server.settle("one more report")
        claims = [claim["id"] for claim in case["ledger"]["claims"]]
        for kind, value in (("accept", None), ("reject", None), ("edit", {"certainty": "hedged"})):
            claim = claims.pop(len(claims) // 2)
            _, took, _ = server.ask("/api/corrections", {"kind": kind, "target": f"claim:{claim}", "value": value})
            print(f"{kind}: {took * 1000:.0f} ms")
        server.stop()
        server = Server(folder)
        server.settle("started again")
        server.stop()


if __name__ == "__main__":
    main()
