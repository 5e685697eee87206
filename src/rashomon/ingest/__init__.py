"""Ingest: bytes, pages and feeds become reports with stable text, origin and digest."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.ingest.options import IngestOptions, Progress
from rashomon.model import Intake

__all__ = ["IngestOptions", "Progress", "read_reports"]

DEFAULTS = IngestOptions()


def read_reports(paths: Sequence[str | Path], *, options: IngestOptions = DEFAULTS) -> Intake:
    """Read reports from files, folders and web addresses.

    Text files (YAML front matter or none), JSON Lines, HTML pages, PDFs and WARC files are read. The result does not
    depend on the order of `paths`. Nothing is fetched but the addresses among them.

    Args:
        paths: Files, folders (searched to the bottom), and http or https addresses.
        options: Limits and permissions.

    Returns:
        The reports in the order of their ids, and everything that was set aside or not understood, with path and reason.
        Nothing is raised for bad input, not even where nothing at all could be read.
    """
    from rashomon.ingest.intake import read_all  # noqa: PLC0415 -- loads lxml and the other readers

    return read_all(paths, options)
