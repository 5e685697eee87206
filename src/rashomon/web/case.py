"""A case at work: what is stored, the ledger of it as people corrected it, and the jobs that change it.

What is answered is a snapshot: immutable, made whole before it takes the place of the one before.
"""

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from rashomon.corrections import (
    Memory,
    apply_corrections,
    describe_reports,
    new_correction,
    undone_by,
)
from rashomon.dossier import page_extras
from rashomon.errors import RashomonError
from rashomon.form import ledger_to_dict
from rashomon.model import Correction, CorrectionKind, Intake, Ledger, Level, NotApplied, NotRead, Report, digest
from rashomon.scan import Read
from rashomon.web.folder import CaseFolder
from rashomon.web.jobs import Job, JobQueue
from rashomon.web.posting import PASTED
from rashomon.web.worker import Worker

logger = logging.getLogger(__name__)


CLOSING_S = 5.0
"""Seconds that a job has to end in when the case is closed; its worker is stopped before."""


class NotPossibleError(RashomonError):
    """A correction would have no effect; the message says why."""


class UnknownError(RashomonError):
    """There is no such thing."""


class NotYetError(RashomonError):
    """It cannot be done as things stand: the case is being opened, or it has been done already."""


class StorageError(RashomonError):
    """The case cannot be written to; it is as it was."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"the case cannot be written to: {error.strerror or error}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A case at one moment.

    Attributes:
        base: The ledger as the machine made it. ledger: As people corrected it. form: Its JSON form.
        page: What the page carries beside it.
    """

    version: int
    base: Ledger
    log: tuple[Correction, ...]
    ledger: Ledger
    form: Mapping[str, Any]
    page: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOptions:
    """How a case is read and signed.

    Attributes:
        level: Of reports that do not say theirs. by: Who signs where nobody is named.
    """

    level: Level = "internal"
    language: str = "en"
    by: str = "somebody"


class LiveCase:
    """One case while it is served. All methods may be called from any thread."""

    def __init__(self, folder: CaseFolder, worker: Worker, options: CaseOptions) -> None:
        self.folder = folder
        self.worker = worker
        self.options = options
        self.jobs = JobQueue()
        self.opened = False
        self.problems: tuple[NotRead, ...] = ()
        self._lock = threading.RLock()
        self._input = ""
        self._reads: dict[str, Read] = {}
        self._set_aside: tuple[NotRead, ...] = ()
        self._waiting: Job | None = None
        self._memory: Memory = {}
        log, broken = folder.log.read()
        self._log_problems = tuple(NotRead(path=f"{folder.log.journal.path.name}:{one.line}", why=one.why) for one in broken)
        for problem in self._log_problems:
            logger.warning("%s set aside: %s", problem.path, problem.why)
        self.snapshot = self._snapshot(Ledger(reports=()), log, version=1)

    def start(self) -> None:
        """Open the case: a first job reads what has not been read yet and compares."""
        self.jobs.start()
        self.jobs.add(self.refresh)

    def close(self) -> None:
        """Stop; a job at work is cut off, and the case is opened again from what is stored."""
        self.jobs.stop()
        self.worker.close()
        self.jobs.join(CLOSING_S)
        self.folder.close()

    # Adding reports

    def add(self, paths: Sequence[str], *, level: Level | None = None, posted: Path | None = None) -> Job:
        """Add reports by a job.

        Args:
            paths: Files, folders and addresses to read.
            level: Of reports that do not say theirs; None for the case's own.
            posted: The folder of posted files among them; it is gone when the job is done.

        Raises:
            TooManyJobsError: too many wait already.
        """

        def work(job: Job) -> None:
            job.tell("ingest", 0, 1)
            try:
                found = self.worker.ingest(paths, level or self.options.level)
            finally:
                self.folder.drop_incoming(posted)
            self.take(job, found if posted is None else without_folder(found, posted))
            if job.added or found.not_read:
                self.refresh(job)

        try:
            return self.jobs.add(work)
        except RashomonError:
            self.folder.drop_incoming(posted)
            raise

    def take(self, job: Job, found: Intake) -> None:
        """Store new reports under ids of their own; those that the case has are named."""
        stored, _ = self.folder.read_reports()
        new, had = distinct(found.reports, stored)
        self.folder.add_reports(new, found.not_read)
        job.added = tuple(report.id for report in new)
        job.not_read = (*found.not_read, *had)
        if not new:
            job.problem = "; ".join(f"{entry.path}: {entry.why}" for entry in job.not_read[:3]) or "nothing to read was given"

    def refresh(self, job: Job) -> None:
        """Read what has not been read yet, as it is described now, compare, and let the new ledger take the place of the old."""
        stored, broken = self.folder.read_reports()
        with self._lock:
            log = self.snapshot.log
            self._waiting = None
        described = describe_reports(stored, log)
        wanted = {report.id: self.folder.reading_path(report, self.options.language).name for report in described}
        not_read, untold = self.folder.read_set_aside()
        given = digest(*(f"{name} {key}" for name, key in sorted(wanted.items())))
        if given != self._input or any(read.failed for read in self._reads.values()):
            reads = self.read(job, described)
            job.tell("comparing", 0, 1)
            base = self.worker.compare(stored, not_read, reads)
            self._input, self._reads = given, reads
        else:
            base = with_set_aside(self.snapshot.base, self._set_aside, not_read)
        self._set_aside = not_read
        with self._lock:
            self.opened = True
            self.problems = (*broken, *untold, *self._log_problems)
            self.snapshot = self._snapshot(base, self.snapshot.log, version=self.snapshot.version + 1)

    def read(self, job: Job, reports: Iterable[Report]) -> dict[str, Read]:
        """Return what is found in each report, from the cache where it has been read before."""
        reports = tuple(reports)
        reads: dict[str, Read] = {}
        for report in reports:
            kept = self.folder.load_reading(report, self.options.language)
            if kept is not None:
                reads[report.id] = kept
        missing = [report for report in reports if report.id not in reads]
        job.tell("reading", 0, len(missing))
        for done, (report, read) in enumerate(self.worker.read(missing, self.options.language), start=1):
            reads[report.id] = read
            self.folder.save_reading(report, self.options.language, read)
            job.tell("reading", done, len(missing))
        return reads

    # Corrections

    def correct(
        self,
        kind: CorrectionKind,
        target: str,
        *,
        value: Mapping[str, Any] | None = None,
        why: str | None = None,
        by: str | None = None,
    ) -> tuple[Correction, Snapshot, Job | None]:
        """Write a correction down and apply it.

        Returns:
            The entry, the case with it, and the job that reads a report again where it needs to be.

        Raises:
            NotPossibleError: it would have no effect; it is not written down.
            NotYetError: the case is being opened, or what is to be undone is undone already.
            UnknownError: there is no correction to undo.
            StorageError: it could not be written; the case is as it was.
        """
        entry = new_correction(kind, target, by=by or self.options.by, value=value, why=why)
        with self._lock:
            if not self.opened:
                raise NotYetError("the case is being opened; try again in a moment")
            before = self.snapshot
            if kind == "undo":
                check_undo(target.partition(":")[2], before.log)
            after = self._snapshot(before.base, (*before.log, entry), version=before.version + 1)
            note = next((note.why for note in after.ledger.not_applied if note.id == entry.id), None)
            if note is not None:
                raise NotPossibleError(note)
            try:
                self.folder.log.append(entry)
            except OSError as error:
                raise StorageError(error) from error
            self.snapshot = after
            if not described_otherwise(before.ledger, after.ledger):
                return entry, after, None
            if self._waiting is None:
                self._waiting = self.jobs.add(self.refresh, always=True)
            return entry, after, self._waiting

    def _snapshot(self, base: Ledger, log: tuple[Correction, ...], *, version: int) -> Snapshot:
        """Return the case as a ledger and a log make it. A correction that breaks the replay is left out and named."""
        try:
            ledger = apply_corrections(base, log, memory=self._memory)
        except Exception as error:
            logger.exception("corrections could not be applied")
            ledger = self._without_breaking(base, log, f"{type(error).__name__}, a fault of rashomon; please report it")
        form = ledger_to_dict(ledger)
        return Snapshot(version=version, base=base, log=log, ledger=ledger, form=form, page=page_extras(form, form))

    @staticmethod
    def _without_breaking(base: Ledger, log: tuple[Correction, ...], why: str) -> Ledger:
        """Return a ledger with all corrections but those over which applying them breaks."""
        kept: tuple[Correction, ...] = ()
        ledger, broken = base, []
        for entry in log:
            try:
                ledger = apply_corrections(base, (*kept, entry))
            except Exception:
                broken.append(NotApplied(id=entry.id, why=why))
            else:
                kept = (*kept, entry)
        return replace(ledger, not_applied=(*ledger.not_applied, *broken))

    # Answers

    def form(self, snapshot: Snapshot | None = None) -> dict[str, Any]:
        """Return the case for the page."""
        now = snapshot or self.snapshot
        undone = undone_by(now.log)
        notes = {note.id: note.why for note in now.ledger.not_applied}
        return {
            "version": now.version,
            "ledger": now.form,
            "page": now.page,
            "corrections": [correction_form(entry, undone, notes) for entry in now.log],
            "missing": now.page["missing"],
            "problems": [asdict(problem) for problem in self.problems or self._log_problems],
            "job": self.jobs.current(),
            "by": self.options.by,
        }

    def body(self, snapshot: Snapshot | None = None) -> bytes:
        """Return the case for the page as JSON."""
        return orjson.dumps(self.form(snapshot))


def with_set_aside(base: Ledger, before: Sequence[NotRead], now: Sequence[NotRead]) -> Ledger:
    """Return a ledger with what is set aside now; what reading failed on stands behind it and stays."""
    return replace(base, not_read=(*now, *base.not_read[len(before) :]))


def correction_form(entry: Correction, undone: Mapping[str, str], notes: Mapping[str, str]) -> dict[str, Any]:
    """Return a correction for the page."""
    return {**asdict(entry), "undone": entry.id in undone, "not_applied": None if entry.id in undone else notes.get(entry.id)}


def check_undo(name: str, log: Iterable[Correction]) -> None:
    """Refuse an undo of what is not there, or is undone already.

    Raises:
        UnknownError: there is no such correction. NotYetError: it is undone.
    """
    entries = tuple(log)
    if name not in {entry.id for entry in entries}:
        raise UnknownError(f"there is no correction {name[:80]}")
    if name in undone_by(entries):
        raise NotYetError("it is undone already")


def described_otherwise(before: Ledger, after: Ledger) -> bool:
    """Whether a report has another outlet or date than before, with which it has to be read again."""
    known = {report.id: (report.outlet, report.published) for report in before.reports}
    return any(known.get(report.id) != (report.outlet, report.published) for report in after.reports)


def without_folder(found: Intake, folder: Path) -> Intake:
    """Return an intake in which posted files go by their own names, not by where they lay."""

    def name(path: str) -> str:
        inside = path.removeprefix(f"{folder}/").removeprefix(f"{folder}\\")
        if inside.startswith(f"{PASTED}:"):
            return PASTED.removesuffix(".jsonl")
        return path if inside == path else inside.partition("/" if "/" in inside else "\\")[2] or inside

    return Intake(
        reports=tuple(replace(report, path=name(report.path or "") or None) for report in found.reports),
        not_read=tuple(NotRead(path=name(entry.path), why=entry.why.replace(str(folder), "")) for entry in found.not_read),
    )


def distinct(reports: Iterable[Report], stored: Iterable[Report]) -> tuple[list[Report], list[NotRead]]:
    """Return the reports that a case does not have, under ids that it does not have, and the names of those that it has."""
    known = {report.id: report for report in stored}
    same = {(report.sha256, report.outlet, report.published, report.url): report.id for report in known.values()}
    new: list[Report] = []
    had: list[NotRead] = []
    for report in reports:
        key = (report.sha256, report.outlet, report.published, report.url)
        if key in same:
            had.append(NotRead(path=report.path or report.id, why=f"the case has this report already ({same[key]})"))
            continue
        own, number = report.id, 2
        if own in known:
            own = f"{report.id}-{digest(report.text, report.outlet, report.published, report.url)[:8]}"
        candidate = own
        while candidate in known:
            candidate, number = f"{own}-{number}", number + 1
        known[candidate] = same_id = replace(report, id=candidate, copy_of=None)
        same[key] = candidate
        new.append(same_id)
    return new, had
