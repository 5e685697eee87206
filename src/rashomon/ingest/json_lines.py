"""JSON Lines: a report a line, with what is known about it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from rashomon.ingest.charset import BYTE_ORDER_MARKS, Decoded, decode
from rashomon.ingest.draft import Draft, Item, Items, SetAsideError, Source, check_text
from rashomon.ingest.fields import read_fields
from rashomon.ingest.headline import first_line_headline
from rashomon.ingest.options import IngestOptions
from rashomon.model import NotRead

WIDE_MARKS = tuple(mark for mark, charset in BYTE_ORDER_MARKS if charset != "utf-8")


def read_json_lines(source: Source, options: IngestOptions) -> Items:
    """Yield a draft for each line that holds a report, and the name ("path:line") of each that does not."""
    empty = True
    with source.open() as stream:
        for number, line in enumerate(_lines(stream, options.max_report_bytes), start=1):
            if line is not None and not line.strip():
                continue
            empty = False
            yield _item(line, f"{source.name}:{number}", options)
    if empty:
        raise SetAsideError("empty file")


def read_record(line: str, name: str, options: IngestOptions) -> Draft:
    """Read one line. Raw tabs and other control characters in its strings, which JSON forbids, are let through.

    Raises:
        SetAsideError: it is no JSON, no object, or has no text that could be a report.
    """
    try:
        record = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        raise SetAsideError(f"broken JSON: {error.msg.removesuffix(' at')} (column {error.colno})") from None
    except (RecursionError, ValueError) as error:
        raise SetAsideError(f"broken JSON: {type(error).__name__}") from None
    if not isinstance(record, dict):
        raise SetAsideError("not a JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        raise SetAsideError("the record has no text")
    check_text(text, options.max_report_characters)
    fields = read_fields(record)
    return Draft(
        text=text,
        path=name,
        id=fields.id,
        title=fields.title or first_line_headline(text),
        outlet=fields.outlet,
        published=fields.published,
        url=fields.url,
        level=fields.level,
        notes=fields.notes,
    )


def _item(line: bytes | None, name: str, options: IngestOptions) -> Item:
    """Read one line, or name it and why not."""
    try:
        if line is None:
            raise SetAsideError(f"larger than the {options.max_report_bytes / 1e6:g} MB that one report may have")
        decoded = _decoded(line)
        draft = read_record(decoded.text, name, options)
        return replace(draft, notes=(*draft.notes, decoded.problem)) if decoded.problem else draft
    except SetAsideError as error:
        return NotRead(path=name, why=str(error))


def _decoded(line: bytes) -> Decoded:
    """Decode a line; JSON is UTF-8 (RFC 8259), whatever characters it holds, and only what is not has to be guessed."""
    try:
        return Decoded(text=line.decode("utf-8-sig"), charset="utf-8")
    except UnicodeDecodeError:
        return decode(line)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the lines as bytes, None for one that is longer than `limit`."""
    start = stream.read(4)
    stream.seek(0)
    if start.startswith(WIDE_MARKS):
        # The bytes of a line feed stand inside other characters there.
        yield from (line.encode() for line in decode(stream.read()).text.split("\n"))
        return
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield None
