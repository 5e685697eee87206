"""The heavy work in a process of its own: taking files apart, reading, comparing. The server answers meanwhile.

A file on which a library crashes ends that process, not the server; a new one takes its place.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

from rashomon.errors import RashomonError
from rashomon.ingest import IngestOptions, read_reports
from rashomon.model import Intake, Ledger, NotRead, Report
from rashomon.pipeline import compare_read
from rashomon.reading.reader import Reader
from rashomon.scan import Read, read_one

T = TypeVar("T")
NOISY = ("trafilatura", "htmldate", "readability")
"""Libraries that log what a user can do nothing about."""
CRASHED = "kept, but reading it ended the reading process"

_readers: dict[str, Reader] = {}


class WorkerCrashError(RashomonError):
    """The process that did the work has ended."""


class Worker(Protocol):
    """Who does the heavy work."""

    def ingest(self, paths: Sequence[str], level: str) -> Intake:
        """Read files, folders and addresses as reports."""

    def read(self, reports: Sequence[Report], language: str) -> Iterator[tuple[Report, Read]]:
        """Yield what is found in each report, in any order."""

    def compare(self, reports: Sequence[Report], not_read: Sequence[NotRead], read: Mapping[str, Read]) -> Ledger:
        """Compare reports that have been read."""

    def close(self) -> None:
        """Stop."""


class InlineWorker:
    """Does the work where it is called."""

    def ingest(self, paths: Sequence[str], level: str) -> Intake:
        """Read files, folders and addresses as reports."""
        return ingest(paths, level)

    def read(self, reports: Sequence[Report], language: str) -> Iterator[tuple[Report, Read]]:
        """Yield what is found in each report."""
        for report in reports:
            yield report, read_with(report, language)

    def compare(self, reports: Sequence[Report], not_read: Sequence[NotRead], read: Mapping[str, Read]) -> Ledger:
        """Compare reports that have been read."""
        return compare(reports, not_read, read)

    def close(self) -> None:
        """Do nothing: nothing runs."""


class ProcessWorker:
    """Does the work in `processes` other processes, which end with this one."""

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def ingest(self, paths: Sequence[str], level: str) -> Intake:
        """Read files, folders and addresses as reports."""
        return self._do(ingest, paths, level)

    def read(self, reports: Sequence[Report], language: str) -> Iterator[tuple[Report, Read]]:
        """Yield what is found in each report. One that ends the process is marked as failed, and the rest goes on."""
        left = {report.id: report for report in reports}
        alone = False
        while left:
            batch = list(left.values())[:1] if alone else list(left.values())
            try:
                jobs: dict[Future[Read], Report] = {self._submit(read_with, report, language): report for report in batch}
                for job in as_completed(jobs):
                    report = jobs[job]
                    result = job.result()
                    del left[report.id]
                    yield report, result
            except (BrokenProcessPool, CancelledError):
                self._renew()
                if alone:
                    yield left.pop(batch[0].id), Read(failed=CRASHED)
                alone = True  # from now on it is plain which report ends it

    def compare(self, reports: Sequence[Report], not_read: Sequence[NotRead], read: Mapping[str, Read]) -> Ledger:
        """Compare reports that have been read."""
        return self._do(compare, reports, not_read, read)

    def close(self) -> None:
        """End the processes, whatever they do."""
        self._closed = True
        pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((pool._processes or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()

    def _do(self, work: Callable[..., T], *args: Any) -> T:
        """Do one thing and wait for it.

        Raises:
            WorkerCrashError: the process ended over it.
        """
        try:
            return self._submit(work, *args).result()
        except (BrokenProcessPool, CancelledError):
            self._renew()
            raise WorkerCrashError("the process that did the work ended over it (out of memory, or a broken file)") from None

    def _submit(self, work: Callable[..., T], *args: Any) -> "Future[T]":
        """Hand work to a process.

        Raises:
            WorkerCrashError: the worker is closed.
        """
        if self._closed:
            raise WorkerCrashError("stopped before it was done")
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(max_workers=self.processes, mp_context=context, initializer=begin)
        return self._pool.submit(work, *args)

    def _renew(self) -> None:
        """Give up processes that ended."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


def begin() -> None:
    """Prepare a process: an interrupt is the server's to handle, and where the server ends, however, this ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def end_with(sentinel: int) -> None:
    """End this process when another one ends."""
    wait([sentinel])
    os._exit(1)


def ingest(paths: Sequence[str], level: str) -> Intake:
    """Read files, folders and addresses as reports; never from private or loopback addresses."""
    return read_reports(paths, options=IngestOptions(level=level))  # type: ignore[arg-type]  # checked at the edge


def read_with(report: Report, language: str) -> Read:
    """Return what is found in a report; the pipeline is loaded once a process."""
    if language not in _readers:
        _readers[language] = Reader(language)
    return read_one(_readers[language], report)


def compare(reports: Sequence[Report], not_read: Sequence[NotRead], read: Mapping[str, Read]) -> Ledger:
    """Compare reports that have been read."""
    return compare_read(Intake(reports=tuple(reports), not_read=tuple(not_read)), read)
