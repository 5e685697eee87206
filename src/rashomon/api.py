"""The two functions that a program needs: read reports, compare them."""

from collections.abc import Iterable
from pathlib import Path

from rashomon.errors import NothingReadError
from rashomon.model import Intake, Ledger, Report


def read(*paths: str | Path) -> list[Report]:
    """Read reports from files, folders and addresses.

    Args:
        paths: What `rashomon compare` takes.

    Returns:
        The reports, ordered by id.

    Raises:
        NothingReadError: nothing could be read; it carries what and why.
    """
    from rashomon.ingest import read_reports  # noqa: PLC0415 -- keeps `import rashomon` light

    intake = read_reports(paths)
    if not intake.reports:
        raise NothingReadError(intake.not_read)
    return list(intake.reports)


def compare(reports: Iterable[Report], *, language: str = "en", jobs: int = 1) -> Ledger:
    """Compare reports and return the ledger.

    Args:
        reports: What `read` gave, in any order.
        language: "en", or a spaCy pipeline for English by name or path.
        jobs: Processes to read with; the ledger does not depend on it.

    Raises:
        PipelineError: the language pipeline is missing or lacks a part.
    """
    from rashomon.pipeline import compare_reports  # noqa: PLC0415 -- keeps `import rashomon` light

    return compare_reports(Intake(reports=tuple(reports)), language=language, jobs=jobs)
