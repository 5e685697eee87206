"""The folder of a case: reports as received, what was set aside, the log of corrections, and what reading found.

All but the readings is only appended to. The readings are a cache: they are kept under a digest of all that they depend on.
"""

import hashlib
import logging
import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any

import orjson
from pydantic import TypeAdapter, ValidationError

from rashomon.corrections import CorrectionLog, Journal
from rashomon.errors import InputError
from rashomon.model import NotRead, Report, digest
from rashomon.scan import Read

logger = logging.getLogger(__name__)

SCHEMA = "rashomon/case/1"
READERS = ("reading", "claims", "values", "model")
"""Rooms that decide what is found in a report; a change in any of their files makes every reading new."""
LARGE = 1_000_000
"""Bytes from which a file counts by its name and size, not by its content."""
REPORT: TypeAdapter[Report] = TypeAdapter(Report)
READ: TypeAdapter[Read] = TypeAdapter(Read)


class CaseFolder:
    """One case on the disk. Only one process may have it open.

    Raises:
        InputError: the folder is something else than a case, or somebody has it open.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mark = path / "case.json"
        self.reports = Journal(path / "reports.jsonl")
        self.set_aside = Journal(path / "not_read.jsonl")
        self.log = CorrectionLog(path / "corrections.jsonl")
        self.readings = path / "readings"
        self.incoming = path / "incoming"
        self._lock: IO[bytes] | None = None

    def open(self) -> None:
        """Make the folder or check that it is a case, and keep others from it."""
        try:
            if self.path.exists() and not self.mark.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
                raise InputError(
                    str(self.path),
                    "no case; name a new folder for the case and the reports after it: rashomon serve CASE REPORTS",
                )
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = hold(self.path / ".lock")
            if not self.mark.exists():
                write_whole(self.mark, orjson.dumps({"schema": SCHEMA}) + b"\n")
            found = orjson.loads(self.mark.read_bytes())
        except OSError as error:
            raise InputError(str(self.path), (error.strerror or str(error)).lower()) from error
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            self.close()
            raise InputError(str(self.mark), f"a case of another form than {SCHEMA}, perhaps of a newer rashomon")
        shutil.rmtree(self.incoming, ignore_errors=True)

    def close(self) -> None:
        """Let others open the case."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def read_reports(self) -> tuple[tuple[Report, ...], tuple[NotRead, ...]]:
        """Return the reports as received, ordered by id, and the lines that are none."""
        records, broken = self.reports.read()
        problems = [NotRead(path=f"{self.reports.path.name}:{one.line}", why=one.why) for one in broken]
        found: dict[str, Report] = {}
        for number, record in records:
            record.pop("received", None)
            try:
                report = REPORT.validate_python(record)
            except ValidationError as error:
                problems.append(NotRead(path=f"{self.reports.path.name}:{number}", why=f"no report: {first_of(error)}"))
                continue
            if hashlib.sha256(report.text.encode()).hexdigest() != report.sha256:
                problems.append(NotRead(path=f"{self.reports.path.name}:{number}", why="the text does not have its digest"))
                continue
            found.setdefault(report.id, report)
        return with_copies(found.values()), tuple(problems)

    def add_reports(self, reports: Iterable[Report], not_read: Iterable[NotRead]) -> None:
        """Store reports, and what was set aside beside them.

        Raises:
            OSError: the disk cannot be written to.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self.set_aside.append(*({"at": now, "path": entry.path, "why": entry.why} for entry in not_read))
        self.reports.append(*({**asdict(replace(report, copy_of=None)), "received": now} for report in reports))

    def read_set_aside(self) -> tuple[tuple[NotRead, ...], tuple[NotRead, ...]]:
        """Return what could not be read, each once, by name; and the lines that do not tell."""
        records, broken = self.set_aside.read()
        found = {(str(record.get("path")), str(record.get("why"))) for _, record in records}
        problems = tuple(NotRead(path=f"{self.set_aside.path.name}:{one.line}", why=one.why) for one in broken)
        return tuple(NotRead(path=path, why=why) for path, why in sorted(found)), problems

    def reading_path(self, report: Report, language: str) -> Path:
        """Return where the reading of a report is kept: under all that it depends on."""
        key = digest(reading_version(), language, report.id, report.sha256, report.outlet, report.published)
        return self.readings / f"{key}.json"

    def load_reading(self, report: Report, language: str) -> Read | None:
        """Return what was found in a report when it was read before, None where it has to be read."""
        path = self.reading_path(report, language)
        try:
            return READ.validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            logger.warning("%s is broken and made anew (%s)", path, type(error).__name__)
            return None

    def save_reading(self, report: Report, language: str, read: Read) -> None:
        """Keep what was found in a report; what failed is tried again next time."""
        if read.failed is None:
            self.readings.mkdir(exist_ok=True)
            write_whole(self.reading_path(report, language), READ.dump_json(read))

    def make_incoming(self) -> Path:
        """Make a folder for posted files."""
        path = self.incoming / secrets.token_hex(8)
        path.mkdir(parents=True, mode=0o700)
        return path

    def drop_incoming(self, path: Path | None) -> None:
        """Remove a folder of posted files, if there is one."""
        if path is not None:
            shutil.rmtree(path, ignore_errors=True)


def with_copies(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return reports ordered by id, each with the smallest id of its text as what it copies, as ingest has it."""
    ordered = sorted(reports, key=lambda report: report.id)
    first: dict[str, str] = {}
    for report in ordered:
        first.setdefault(report.sha256, report.id)
    return tuple(
        replace(report, copy_of=None if first[report.sha256] == report.id else first[report.sha256]) for report in ordered
    )


@cache
def reading_version() -> str:
    """Return a digest of everything that decides what is found in a report."""
    package = resources.files("rashomon")
    parts = [part for room in READERS for part in file_digests(package / room, room)]
    return digest(*sorted(parts), *file_digests(package / "scan.py", "scan.py"))


def file_digests(place: Traversable, name: str) -> Iterator[str]:
    """Yield a name and digest for each file under a place."""
    if place.is_dir():
        for child in place.iterdir():
            if child.name != "__pycache__":
                yield from file_digests(child, f"{name}/{child.name}")
        return
    size = place.stat().st_size if isinstance(place, Path) else 0
    yield f"{name} {size}" if size > LARGE else f"{name} {hashlib.sha256(place.read_bytes()).hexdigest()}"


def first_of(error: ValidationError) -> str:
    """Return the first problem of a record, without what stands in it."""
    first = error.errors(include_input=False, include_url=False)[0]
    return f"{'/'.join(map(str, first['loc'])) or 'it'}: {first['msg']}"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def hold(path: Path) -> IO[bytes]:
    """Hold a lock until the file is closed or the process ends, however it ends.

    Raises:
        InputError: another process holds it.
    """
    file = path.open("ab")
    try:
        lock(file)
    except OSError:
        file.close()
        raise InputError(str(path.parent), "another rashomon has this case open; use its page, or stop it first") from None
    return file


def lock(file: Any) -> None:
    """Lock an open file, or fail at once.

    Raises:
        OSError: it is locked.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 -- only there on Windows

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 -- not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
