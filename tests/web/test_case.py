"""A case on the disk: it comes back as it was, also when it was cut off, and reads nothing twice."""

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from rashomon.errors import InputError
from rashomon.model import Report
from rashomon.scan import Read
from rashomon.web.case import CaseOptions, LiveCase
from rashomon.web.folder import CaseFolder
from rashomon.web.worker import InlineWorker
from tests.web.serving import STORM, add, claim_with, finished, serving, settled


class CountingWorker(InlineWorker):
    """Remembers what it read, and can be held before it reads."""

    def __init__(self) -> None:
        self.read_ids: list[str] = []
        self.may_read = threading.Event()
        self.may_read.set()

    def read(self, reports: Sequence[Report], language: str) -> Iterator[tuple[Report, Read]]:
        for report in reports:
            self.may_read.wait(20)
            self.read_ids.append(report.id)
            yield from super().read([report], language)


def test_a_case_comes_back_byte_for_byte_and_reads_nothing_again(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        add(client, *STORM)
        claim = claim_with(settled(client), "Twelve people")
        client.post("/api/corrections", json={"kind": "reject", "target": f"claim:{claim['id']}"})
        before = settled(client)
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        after = settled(client)
        assert orjson.dumps(after["ledger"]) == orjson.dumps(before["ledger"])
        assert after["corrections"] == before["corrections"]
        assert worker.read_ids == []


def test_only_new_reports_are_read(tmp_path: Path) -> None:
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        first = add(client, STORM[0])[0]["added"]
        second = add(client, STORM[1])[0]["added"]
    assert worker.read_ids == [*first, *second]


def test_a_broken_reading_is_made_anew(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        name = add(client, STORM[0])[0]["added"][0]
        before = settled(client)["ledger"]
    reading = next((tmp_path / "case/readings").iterdir())
    reading.write_bytes(reading.read_bytes()[:100])
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        assert settled(client)["ledger"] == before
    assert worker.read_ids == [name]


def test_broken_lines_are_named_and_lose_nothing(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        add(client, *STORM)
        claims = [claim["id"] for claim in settled(client)["ledger"]["claims"][:3]]
        for claim in claims:
            client.post("/api/corrections", json={"kind": "accept", "target": f"claim:{claim}"})
    log, reports = tmp_path / "case/corrections.jsonl", tmp_path / "case/reports.jsonl"
    os.truncate(log, log.stat().st_size - 30)
    with reports.open("ab") as file:
        file.write(b'{"id": "x", "text": "changed", "sha256": "0"}\n{"id":')
    (tmp_path / "case/not_read.jsonl").write_bytes(b'{"path": "a.png", "why": "no report"}\n{"pa')
    with serving(tmp_path / "case") as client:
        case = settled(client)
        assert {entry["path"] for entry in case["problems"]} == {
            "reports.jsonl:3",
            "reports.jsonl:4",
            "not_read.jsonl:2",
            "corrections.jsonl:3",
        }
        assert case["ledger"]["not_read"] == [{"path": "a.png", "why": "no report"}]
        assert len(case["corrections"]) == 2
        assert len(case["ledger"]["documents"]) == 2
        add(client, {"text": "The storm also took 30 homes in Port Sarn, the coast guard said."})
        client.post("/api/corrections", json={"kind": "accept", "target": f"claim:{claims[2]}"})
    with serving(tmp_path / "case") as client:
        case = settled(client)
        assert len(case["corrections"]) == 3
        assert len(case["ledger"]["documents"]) == 3
        assert all(entry["not_applied"] is None for entry in case["corrections"])


def test_a_case_that_was_cut_off_between_storing_and_reading(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        add(client, *STORM)
        whole = settled(client)["ledger"]
    for reading in (tmp_path / "case/readings").iterdir():
        reading.unlink()
    posted = tmp_path / "case/incoming/abc/0"
    posted.mkdir(parents=True)
    (posted / "half.txt").write_text("half a file")
    with serving(tmp_path / "case") as client:
        assert settled(client)["ledger"] == whole
    assert not (tmp_path / "case/incoming").exists()


def test_requests_are_answered_while_a_job_is_at_work(tmp_path: Path) -> None:
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        add(client, STORM[0])
        before = settled(client)
        worker.may_read.clear()
        job = client.post("/api/reports", json=STORM[1]).json()["job"]
        while client.get(f"/api/jobs/{job}").json()["stage"] != "reading":
            pass
        now = client.get("/api/case").json()
        assert (now["job"], now["ledger"]) == (job, before["ledger"])
        claim = claim_with(now, "Nine people")
        answer = client.post("/api/corrections", json={"kind": "accept", "target": f"claim:{claim['id']}"})
        assert answer.status_code == 201
        worker.may_read.set()
        finished(client, job)
        after = settled(client)
        assert len(after["ledger"]["documents"]) == 2
        assert claim_with(after, "Nine people")["review"]["status"] == "accepted"


def test_a_case_that_is_being_opened_takes_no_corrections(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path / "case")
    folder.open()
    case = LiveCase(folder, InlineWorker(), CaseOptions())
    with pytest.raises(Exception, match="being opened"):
        case.correct("accept", "claim:x")
    case.close()


def test_jobs_do_not_pile_up(tmp_path: Path) -> None:
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        worker.may_read.clear()
        texts = [{"text": f"The storm took {number} homes in Port Sarn, police said."} for number in range(60)]
        answers = [client.post("/api/reports", json=text).status_code for text in texts]
        worker.may_read.set()
        assert answers.count(202) == 50
        assert set(answers) == {202, 429}
        assert len(list((tmp_path / "case/incoming").iterdir())) <= 50


def test_a_folder_that_is_no_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="no case"):
        CaseFolder(tmp_path).open()
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(InputError):
        CaseFolder(tmp_path / "notes.txt").open()


def test_a_case_of_a_newer_rashomon_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text('{"schema": "rashomon/case/2"}')
    with pytest.raises(InputError, match="newer"):
        CaseFolder(tmp_path).open()


def test_two_servers_do_not_share_a_case(tmp_path: Path) -> None:
    first = CaseFolder(tmp_path / "case")
    first.open()
    with pytest.raises(InputError, match="another rashomon"):
        CaseFolder(tmp_path / "case").open()
    first.close()
    second = CaseFolder(tmp_path / "case")
    second.open()
    second.close()


def test_what_is_in_a_case_is_for_its_owner(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        add(client, STORM[0])
    assert (tmp_path / "case").stat().st_mode & 0o077 == 0
    assert (tmp_path / "case/reports.jsonl").stat().st_mode & 0o077 == 0


def test_corrections_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as client:
        add(client, *STORM)
        before = settled(client)
        claims = [claim["id"] for claim in before["ledger"]["claims"]]

        def accept(name: str) -> int:
            return client.post("/api/corrections", json={"kind": "accept", "target": f"claim:{name}"}).status_code

        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(accept, claims)) == {201}
        after = settled(client)
        assert after["version"] == before["version"] + len(claims)
        assert {entry["target"] for entry in after["corrections"]} == {f"claim:{name}" for name in claims}
        assert all(claim["review"]["status"] == "accepted" for claim in after["ledger"]["claims"])
    with serving(tmp_path / "case") as client:
        assert settled(client)["corrections"] == after["corrections"]


def test_many_descriptions_are_read_in_one_go(tmp_path: Path) -> None:
    worker = CountingWorker()
    with serving(tmp_path / "case", worker=worker) as client:
        names = [job["added"][0] for job in add(client, *STORM)]
        worker.read_ids.clear()
        worker.may_read.clear()
        jobs = [
            client.patch(f"/api/reports/{name}", json={"published": f"2031-03-{day}"}).json()["job"]
            for day in (10, 11, 12)
            for name in names
        ]
        worker.may_read.set()
        assert len(set(jobs)) <= 3
        case = settled(client)
        assert {document["published"] for document in case["ledger"]["documents"]} == {"2031-03-12"}
        assert len(worker.read_ids) <= 2 * 2
