"""Jobs: work that takes longer than an answer may, one after the other, each with how far it is."""

import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

from rashomon.errors import RashomonError
from rashomon.model import NotRead

logger = logging.getLogger(__name__)

MOST_WAITING = 50
MOST_KEPT = 200


class TooManyJobsError(RashomonError):
    """So many jobs wait that no more are taken."""


@dataclass(kw_only=True, slots=True)
class Job:
    """One job. `stage`, `done` and `total` tell how far it is; `problem` why it failed."""

    id: str
    stage: str = "waiting"
    done: int = 0
    total: int = 0
    finished: bool = False
    problem: str | None = None
    added: tuple[str, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    def tell(self, stage: str, done: int, total: int) -> None:
        """Say how far it is."""
        self.stage, self.done, self.total = stage, done, total

    def form(self) -> dict[str, Any]:
        """Return it for the page."""
        return {
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "finished": self.finished,
            "problem": self.problem,
            "added": list(self.added),
            "not_read": [{"path": entry.path, "why": entry.why} for entry in self.not_read],
        }


Work = Callable[[Job], None]


@dataclass(kw_only=True)
class JobQueue:
    """Does jobs in a thread of its own, in the order in which they came."""

    jobs: dict[str, Job] = field(default_factory=dict)
    _queue: "SimpleQueue[tuple[Job, Work] | None]" = field(default_factory=SimpleQueue)
    _thread: threading.Thread | None = None
    _stopping: bool = False

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name="rashomon-jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Begin no more jobs."""
        self._stopping = True
        self._queue.put(None)

    def join(self, wait_s: float) -> None:
        """Wait for the job at work, if there is one, that many seconds."""
        if self._thread is not None:
            self._thread.join(wait_s)

    def add(self, work: Work, *, always: bool = False) -> Job:
        """Add a job; `always` for what the case itself needs.

        Raises:
            TooManyJobsError: too many wait already.
        """
        if not always and sum(not job.finished for job in self.jobs.values()) >= MOST_WAITING:
            raise TooManyJobsError(f"{MOST_WAITING} jobs wait already; try again when some are done")
        job = Job(id=secrets.token_hex(8))
        for old in [name for name, one in self.jobs.items() if one.finished][: max(0, len(self.jobs) - MOST_KEPT)]:
            del self.jobs[old]
        self.jobs[job.id] = job
        self._queue.put((job, work))
        return job

    def current(self) -> str | None:
        """Return the id of the job at work or next, None where none is left."""
        return next((job.id for job in tuple(self.jobs.values()) if not job.finished), None)

    def _run(self) -> None:
        while (entry := self._queue.get()) is not None and not self._stopping:
            job, work = entry
            try:
                work(job)
                job.done = job.total
            except RashomonError as error:
                job.problem = str(error)
            except OSError as error:
                job.problem = f"the case cannot be written to: {error.strerror or error}"
            except Exception as error:
                logger.exception("a job failed")
                job.problem = f"{type(error).__name__}, a fault of rashomon; please report it"
            job.stage = "done"
            job.finished = True
