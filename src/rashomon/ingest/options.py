"""What a caller may decide about ingest."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model import Level

Progress = Callable[[str, int, int], None]
"""Called with the stage ("ingest"), how many sources are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """Limits and permissions of one intake.

    Attributes:
        level: Level of reports that do not state one. A report may always ask for a stricter level; where `level` is
            embargoed or confidential, none may ask for a looser one.
        allow_private_addresses: Fetch from loopback, private, link-local and reserved addresses too.
        fetch_bytes: Most bytes that an address may send, before and after decompression.
        fetch_seconds: Longest time that an address may take, redirects included.
        max_report_bytes: Largest file, line or archived page that is opened as one report. News text of a megabyte is a
            book; the room above is for the pictures in PDFs and the scripts in pages.
        max_report_characters: Longest text of one report; a parser's memory grows with it.
        progress: Told how many sources are done.
    """

    level: Level = "internal"
    allow_private_addresses: bool = False
    fetch_bytes: int = 25_000_000
    fetch_seconds: float = 30.0
    max_report_bytes: int = 25_000_000
    max_report_characters: int = 1_000_000
    progress: Progress | None = None
