"""Reading everything that the user named; what cannot be read is named and stops nothing."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from rashomon.ingest.draft import Draft, Item, Items, Source
from rashomon.ingest.fetch import fetch
from rashomon.ingest.guard import guarded
from rashomon.ingest.identity import build_reports
from rashomon.ingest.json_lines import read_json_lines
from rashomon.ingest.options import IngestOptions
from rashomon.ingest.pages import read_page
from rashomon.ingest.pdfs import read_pdf
from rashomon.ingest.plain_text import read_text_file
from rashomon.ingest.sources import find_sources, kind_of
from rashomon.ingest.web_archives import read_web_archive
from rashomon.model import Intake, NotRead

logger = logging.getLogger(__name__)

Reader = Callable[[Source, IngestOptions], Items]

BY_MEDIA_TYPE: Mapping[str, Reader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "application/pdf": read_pdf,
    "text/plain": read_text_file,
}
"""Readers of what a server or an archive calls by its media type."""
BY_KIND: Mapping[str, Reader] = {
    "text": read_text_file,
    "json-lines": read_json_lines,
    "page": read_page,
    "pdf": read_pdf,
    "web-archive": partial(read_web_archive, readers=BY_MEDIA_TYPE),
}
"""Readers of files, by the kinds of `sources.SUFFIXES`."""


def read_all(paths: Sequence[str | Path], options: IngestOptions) -> Intake:
    """Read files, folders and addresses; see `read_reports`."""
    found = find_sources(paths)
    drafts: list[Draft] = []
    not_read = set(found.not_read)
    tell = options.progress or (lambda stage, done, total: None)
    jobs = [partial(_read_file, name, path, options) for name, path in found.files]
    jobs += [partial(_read_address, address, options) for address in found.addresses]
    for done, job in enumerate(jobs, start=1):
        for item in job():
            if isinstance(item, NotRead):
                not_read.add(item)
            else:
                drafts.append(item)
                not_read |= {NotRead(path=item.path, why=note) for note in item.notes}
        tell("ingest", done, len(jobs))
    logger.info("read %d reports, %d notes", len(drafts), len(not_read))
    return Intake(reports=build_reports(drafts, options.level), not_read=tuple(sorted(not_read, key=_by_place)))


def _read_file(name: str, path: Path, options: IngestOptions) -> Iterator[Item]:
    """Yield what a file holds."""
    yield from guarded(name, lambda: BY_KIND[kind_of(name)](Source(name=name, file=path), options))


def _read_address(address: str, options: IngestOptions) -> Iterator[Item]:
    """Yield what an address gives."""

    def items() -> Items:
        fetched = fetch(address, options)
        path = fetched.url.partition("?")[0].partition("#")[0]
        reader = BY_MEDIA_TYPE.get(fetched.media)
        if reader is None or (fetched.media == "text/plain" and path.endswith((".jsonl", ".ndjson"))):
            reader = BY_KIND[kind_of(path)]
        return reader(Source(name=address, data=fetched.data, url=fetched.url, charset=fetched.charset), options)

    yield from guarded(address, items)


def _by_place(entry: NotRead) -> tuple[str, int, str]:
    """Sort by path, then line ("reports.jsonl:9" before "reports.jsonl:10")."""
    path, _, line = entry.path.rpartition(":")
    return (path, int(line), entry.why) if line.isdecimal() else (entry.path, 0, entry.why)
