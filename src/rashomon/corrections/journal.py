"""Journals: files of JSON lines that are only ever appended to.

A line is written in one piece and forced to the disk before `append` returns. Where a crash cut the last line short, the next one
begins on a line of its own; what is broken is named and passed over, wherever it stands, and never touched.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A line that could not be read: its number from 1, and why."""

    line: int
    why: str


class Journal:
    """One file of JSON objects, one a line. It need not exist; the first line makes it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[list[tuple[int, Json]], list[Broken]]:
        """Return the records, each with the number of its line, and the lines that are none."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return [], []
        records: list[tuple[int, Json]] = []
        broken: list[Broken] = []
        lines = content.split(b"\n")
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = orjson.loads(line)
            except orjson.JSONDecodeError:
                cut = number == len(lines)
                broken.append(Broken(line=number, why="broken off while it was written" if cut else "no JSON"))
                continue
            if isinstance(record, dict):
                records.append((number, record))
            else:
                broken.append(Broken(line=number, why="no JSON object"))
        return records, broken

    def append(self, *records: Mapping[str, Any]) -> None:
        """Write records at the end, all or none of them, and force them to the disk.

        Raises:
            OSError: the disk is full or cannot be written to; then the file is as it was.
        """
        if not records:
            return
        content = b"".join(orjson.dumps(dict(record)) + b"\n" for record in records)
        new = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.fstat(handle).st_size
            if size and not ends_line(handle, size):
                content = b"\n" + content
            try:
                write_all(handle, content)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, size)
                raise
        finally:
            os.close(handle)
        if new:
            sync_folder(self.path.parent)


def ends_line(handle: int, size: int) -> bool:
    """Whether an open file of that size ends with the end of a line."""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def write_all(handle: int, content: bytes) -> None:
    """Write everything; the system may take a write in pieces where the disk is almost full."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
