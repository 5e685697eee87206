"""The log of corrections: one entry a decision, in the order in which they were made."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast, get_args

from rashomon.corrections.journal import Broken, Journal
from rashomon.model import Correction, CorrectionKind, NotApplied

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
CORRECTION = "correction"


class CorrectionLog:
    """A log in a file. Entries are only added."""

    def __init__(self, path: Path) -> None:
        self.journal = Journal(path)

    def read(self) -> tuple[tuple[Correction, ...], tuple[Broken, ...]]:
        """Return the entries in their order, and the lines that are none; an entry that stands twice counts once."""
        records, broken = self.journal.read()
        entries: dict[str, Correction] = {}
        for number, record in records:
            try:
                entry = entry_of(record)
            except ValueError as error:
                broken.append(Broken(line=number, why=str(error)))
                continue
            entries.setdefault(entry.id, entry)
        return tuple(entries.values()), tuple(sorted(broken, key=lambda one: one.line))

    def append(self, correction: Correction) -> None:
        """Add an entry; it is on the disk when this returns.

        Raises:
            OSError: it could not be written; then the log is as it was.
        """
        self.journal.append(asdict(correction))


def new_correction(
    kind: CorrectionKind, target: str, *, by: str, value: Mapping[str, Any] | None = None, why: str | None = None
) -> Correction:
    """Return an entry with an id of its own and the present time."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Correction(id=secrets.token_hex(8), at=at, by=by, kind=kind, target=target, value=value, why=why)


def entry_of(record: Mapping[str, Any]) -> Correction:
    """Return the entry that a line holds; keys that are not known are passed over.

    Raises:
        ValueError: a key is missing or is not what it should be.
    """
    for key in ("id", "at", "by", "kind", "target"):
        if not isinstance(record.get(key), str) or not record[key]:
            raise ValueError(f"no correction: {key} is missing or no text")
    if record["kind"] not in KINDS:
        raise ValueError(f"no correction: the kind {record['kind'][:40]!r} is not known")
    value, why = record.get("value"), record.get("why")
    if value is not None and not isinstance(value, dict):
        raise ValueError("no correction: value is no JSON object")
    if why is not None and not isinstance(why, str):
        raise ValueError("no correction: why is no text")
    kind = cast(CorrectionKind, record["kind"])
    return Correction(id=record["id"], at=record["at"], by=record["by"], kind=kind, target=record["target"], value=value, why=why)


def undone_by(log: Iterable[Correction]) -> dict[str, str]:
    """Return {id of an entry that is undone: id of the undo}. An undo that is undone itself counts no more."""
    undone: dict[str, str] = {}
    for entry in reversed(tuple(log)):
        sort, _, name = entry.target.partition(":")
        if entry.kind == "undo" and entry.id not in undone and sort == CORRECTION:
            undone.setdefault(name, entry.id)
    return undone


def in_effect(log: Sequence[Correction]) -> tuple[tuple[Correction, ...], tuple[NotApplied, ...]]:
    """Return the entries that count, in their order and without the undos, and the undos that find nothing to undo."""
    undone = undone_by(log)
    seen: set[str] = set()
    counting: list[Correction] = []
    lost: list[NotApplied] = []
    for entry in log:
        if entry.kind == "undo":
            if entry.target.partition(":")[2] not in seen:
                lost.append(NotApplied(id=entry.id, why=f"there is no {entry.target} before it"))
        elif entry.id not in undone:
            counting.append(entry)
        seen.add(entry.id)
    return tuple(counting), tuple(lost)
