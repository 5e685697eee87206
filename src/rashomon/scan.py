"""Reading all reports, in one process or several: from each its claims, and what else comparing needs of it."""

import logging
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from rashomon.claims import build_claims
from rashomon.errors import PipelineError
from rashomon.model import Claim, Pin, Reading, Reason, Report
from rashomon.reading.reader import Reader

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What comparing needs of one report.

    Attributes:
        claims: What it says. unread: Numbers in it that no claim has, with why.
        written: When its own dateline says that it was written. failed: Why it could not be read, if so.
    """

    claims: tuple[Claim, ...] = ()
    unread: tuple[Reason, ...] = ()
    written: str | None = None
    failed: str | None = None


def read_all(reports: Sequence[Report], language: str, jobs: int) -> Iterable[Read]:
    """Read reports in order, in one process or several."""
    reader = Reader(language)
    if jobs <= 1 or len(reports) < 2 * jobs:
        return map(partial(read_one, reader), reports)
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(partial(read_one, reader), reports, chunksize=max(1, len(reports) // (4 * jobs))))


def read_one(reader: Reader, report: Report) -> Read:
    """Return what comparing needs of one report. A report on which reading breaks is set aside by name and stops nothing."""
    try:
        reading = reader.read(report)
        logger.debug("read %s: %d sentences", report.id, len(reading.sentences))
        return Read(
            claims=build_claims(reading, report), unread=unread_numbers(reading, report), written=written_at(reading, report)
        )
    except PipelineError:
        raise
    except Exception as error:
        logger.exception("reading %s failed", report.id)
        return Read(
            failed=f"kept, but nothing of it could be read: {type(error).__name__}, a fault of rashomon; please report it"
        )


def written_at(reading: Reading, report: Report) -> str | None:
    """Return the date and hour of a report's dateline, unless they contradict its date of publication."""
    for mention in reading.times:
        if mention.dateline and mention.value is not None and "/" not in mention.value.iso and len(mention.value.iso) >= 10:
            known = report.published
            return mention.value.iso if known is None or (len(known) == 10 and known == mention.value.iso[:10]) else None
    return None


def unread_numbers(reading: Reading, report: Report) -> tuple[Reason, ...]:
    """Return what stands as a number in a report and in no claim."""
    return tuple(
        Reason(why=why, spans=(Pin(document=report.id, start=span.start, end=span.end),)) for span, why in reading.unread
    )
