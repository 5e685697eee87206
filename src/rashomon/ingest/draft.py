"""What the readers of single formats give: drafts of reports, and the names of what they set aside."""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rashomon.model import Level, NotRead

WORD = re.compile(r"\w+")
LONGEST_WORD = 40
"""Characters; a longer run of letters is text in a script that does not part its words."""
BROKEN_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class SetAsideError(Exception):
    """A source, or one report in it, cannot be read; the message is the reason for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report before it has its id and digest; the fields mean what they mean in `Report`.

    Attributes:
        id: As given, None where the source has none.
        level: As given, None where the source has none.
        notes: What could not be understood about it, for the list of things not read; the report itself stays.
    """

    text: str
    path: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_guessed: bool = False
    url: str | None = None
    level: Level | None = None
    notes: tuple[str, ...] = ()


Item = Draft | NotRead
Items = Iterator[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes to read: a file, or what an address or an archive gave.

    Attributes:
        name: How people know it (path, or address).
        file: Where the bytes lie, if in a file. data: The bytes themselves otherwise.
        url: Address that they came from. charset: What the protocol said about their encoding.
    """

    name: str
    file: Path | None = None
    data: bytes = b""
    url: str | None = None
    charset: str | None = None

    def open(self) -> BinaryIO:
        """Open the bytes for reading in pieces."""
        return io.BytesIO(self.data) if self.file is None else self.file.open("rb")

    def read(self, limit: int) -> bytes:
        """Return all bytes.

        Raises:
            SetAsideError: there are none, or more than `limit`.
            OSError: the file cannot be opened.
        """
        with self.open() as stream:
            size = len(self.data) if self.file is None else os.fstat(stream.fileno()).st_size
            data = stream.read(limit + 1) if size <= limit else b""
        if max(size, len(data)) > limit:
            raise SetAsideError(f"larger than the {limit / 1e6:g} MB that one report may have")
        if not data:
            raise SetAsideError("empty file")
        return data


def check_text(text: str, limit: int) -> None:
    """Refuse what cannot be a report.

    Raises:
        SetAsideError: no text, a NUL character, half a surrogate pair, a single word, or more than `limit` characters.
    """
    if not text.strip():
        raise SetAsideError("no text")
    if (at := text.find("\0")) >= 0:
        raise SetAsideError(f"holds a NUL character (at character {at})")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SetAsideError(f"holds half a surrogate pair (at character {error.start}): the text was cut or broken") from None
    if len(text) > limit:
        raise SetAsideError(f"its {len(text):,} characters are more than the {limit:,} that one report may have")
    words = WORD.findall(text)
    if not words:
        raise SetAsideError("no words")
    if len(words) == 1 and len(words[0]) <= LONGEST_WORD:
        raise SetAsideError("a single word is no report")


def one_line(value: str | None) -> str | None:
    """Return `value` with its white space in order, None where nothing is left.

    Raises:
        ValueError: it holds control characters or half a surrogate pair.
    """
    if value is None:
        return None
    line = " ".join(value.split())
    if BROKEN_CHARACTER.search(line):
        raise ValueError("holds control characters or broken ones")
    return line or None
