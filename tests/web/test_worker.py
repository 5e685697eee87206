"""The work in processes of their own: what comes back is the same, and a process that ends takes nothing with it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.model import Report
from rashomon.scan import Read
from rashomon.web import worker as workers
from rashomon.web.worker import CRASHED, InlineWorker, ProcessWorker, WorkerCrashError
from tests.making import report
from tests.web.serving import GAZETTE, HERALD

REPORTS = (report(GAZETTE, "a"), report(HERALD, "b"))


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessWorker]:
    made = ProcessWorker(1)
    yield made
    made.close()


def test_another_process_finds_the_same(processes: ProcessWorker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GAZETTE)
    here = InlineWorker()
    assert processes.ingest([str(tmp_path)], "public") == here.ingest([str(tmp_path)], "public")
    read = {one.id: found for one, found in processes.read(REPORTS, "en")}
    assert read == {one.id: found for one, found in here.read(REPORTS, "en")}
    assert processes.compare(REPORTS, (), read) == here.compare(REPORTS, (), read)


def crash(*_: object) -> Read:
    os._exit(7)


def crash_on_b(report: Report, language: str) -> Read:
    if report.id == "b":
        os._exit(7)
    return Read(written=language)


def test_a_report_that_ends_the_process_is_named_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ProcessWorker(1)
    monkeypatch.setattr(workers, "read_with", crash_on_b)
    found = {one.id: read for one, read in made.read([*REPORTS, report("Rain.", "c"), report("Wind.", "d")], "en")}
    assert {name: read.failed for name, read in found.items()} == {"a": None, "b": CRASHED, "c": None, "d": None}
    made.close()


def test_a_file_that_ends_the_process_stops_only_its_job(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ProcessWorker(1)
    monkeypatch.setattr(workers, "ingest", crash)
    with pytest.raises(WorkerCrashError):
        made.ingest(["x"], "public")
    monkeypatch.undo()
    assert made.ingest([], "public").reports == ()
    made.close()
