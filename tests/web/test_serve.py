"""The command: a server of its own, asked over the wire, killed in the middle and started again."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rashomon.errors import RashomonError
from rashomon.web.serve import listen

EXAMPLE = Path(__file__).parents[2] / "examples/pair/reports"
Json = dict[str, Any]


class Server:
    """A running `rashomon serve`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.address = json.loads(process.stdout.readline())["address"]
        self.parts = urlsplit(self.address)
        self.token = self.parts.query.removeprefix("token=")

    def ask(self, path: str, body: object = None) -> Json:
        request = urllib.request.Request(
            f"http://{self.parts.netloc}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            found: Json = json.load(answer)
            return found

    def settled(self) -> Json:
        for _ in range(600):
            case = self.ask("/api/case")
            if case["job"] is None:
                return case
            time.sleep(0.1)
        raise AssertionError("a job does not end")


@contextmanager
def serve(*arguments: str) -> Iterator[Server]:
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", *arguments, "--json", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield Server(process)
    finally:
        killed = process.poll() is not None
        process.terminate()
        try:
            _, told = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        assert killed or process.returncode == 0
        assert killed or not any(word in told for word in ("Traceback", "leaked"))


def children(process: int) -> list[int]:
    return [int(name) for found in Path(f"/proc/{process}/task").glob("*/children") for name in found.read_text().split()]


def test_served_killed_and_served_again(tmp_path: Path) -> None:
    case = str(tmp_path / "case")
    with serve(case, str(EXAMPLE), "--by", "ana") as server:
        assert server.parts.hostname == "127.0.0.1"
        before = server.settled()
        assert len(before["ledger"]["documents"]) == 2
        claim = before["ledger"]["claims"][0]["id"]
        server.ask("/api/corrections", {"kind": "accept", "target": f"claim:{claim}"})
        server.ask("/api/reports", {"text": "Forty people were hurt in Port Sarn when a pier fell, police said."})
        below = children(server.process.pid)
        assert below or not Path("/proc").exists()
        server.process.kill()
        server.process.wait()
        deadline = time.monotonic() + 10
        while any(Path(f"/proc/{child}/cmdline").exists() and alive(child) for child in below):
            assert time.monotonic() < deadline, "a process goes on without its server"
            time.sleep(0.05)
    with (tmp_path / "case/corrections.jsonl").open("ab") as log:
        log.write(b'{"id": "half of an ent')
    with serve(case) as server:
        after = server.settled()
        assert [(entry["kind"], entry["by"]) for entry in after["corrections"]] == [("accept", "ana")]
        assert [problem["path"] for problem in after["problems"]] == ["corrections.jsonl:2"]
        assert {one["id"] for one in before["ledger"]["documents"]} <= {one["id"] for one in after["ledger"]["documents"]}
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(f"http://{server.parts.netloc}/api/case", timeout=20)
        assert error.value.code == 401
        error.value.close()


def alive(process: int) -> bool:
    """Whether a process is more than a name that waits to be collected."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_listens_on_loopback_only() -> None:
    listening = listen(0)
    assert listening.getsockname()[0] == "127.0.0.1"
    with pytest.raises(RashomonError, match="--port"):
        listen(listening.getsockname()[1])
    listening.close()


def test_a_usual_port_that_is_taken_is_passed_over() -> None:
    first = listen(None)
    second = listen(None)
    assert first.getsockname()[1] != second.getsockname()[1]
    first.close()
    second.close()


def test_what_is_no_case_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "no case" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
