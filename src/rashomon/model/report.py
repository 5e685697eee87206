"""Reports: texts that somebody published, as they came in."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["public", "internal", "embargoed", "confidential"]
"""Who may see a report; `internal` unless said otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `text` is what every offset counts in; it never changes after ingest.

    Attributes:
        id: The id that came with the report (with a digest where two clash), or the digest of its text.
        title: Its headline where the source gives one; it need not stand in `text`.
        outlet: Who published it, or None where nothing says so.
        published: ISO 8601 date or date-time with zone, as exact as the source is, or None.
        published_guessed: The date is a guess (from the text or the address), to be confirmed by a person.
        sha256: Hex digest of `text` in UTF-8.
        copy_of: Id of the report of which this is an exact copy.
        path: Where it was read from (file, file and line, or address); provenance, never part of an id.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_guessed: bool = False
    url: str | None = None
    level: Level = "internal"
    copy_of: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """Something that was set aside, by name, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What ingest made of its inputs: the reports in a fixed order (by id), and what it could not read."""

    reports: tuple[Report, ...]
    not_read: tuple[NotRead, ...] = ()
