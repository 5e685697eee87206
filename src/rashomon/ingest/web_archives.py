"""WARC files: the pages that a crawler or an archiving browser kept."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from rashomon.ingest.draft import Items, SetAsideError, Source
from rashomon.ingest.fields import is_web_address
from rashomon.ingest.guard import guarded
from rashomon.ingest.options import IngestOptions
from rashomon.model import NotRead

Reader = Callable[[Source, IngestOptions], Items]


def read_web_archive(source: Source, options: IngestOptions, readers: Mapping[str, Reader]) -> Items:
    """Yield the reports in a WARC file, and the names ("path#address") of pages that hold none.

    Pictures, scripts and redirections are no reports; one line counts them.

    Args:
        source: The file, compressed or not.
        options: Limits; each record counts as one report.
        readers: {media type: reader} for the records that are read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 -- only archives need it

    kinds = WarcRecordType.response | WarcRecordType.resource
    passed: Counter[str] = Counter()
    records = 0
    with source.open() as stream:
        try:
            for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
                records += 1
                media, status = _media_type(record), _status(record)
                if media not in readers or 300 <= status < 400:
                    passed["redirection" if 300 <= status < 400 else media] += 1
                    continue
                yield from _read_record(record, status, source.name, (readers[media], options))
        except (OSError, ValueError, EOFError) as error:
            raise SetAsideError(f"a broken WARC file: {error} (after {records} records)") from None
    if passed:
        kinds_told = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
        yield NotRead(path=source.name, why=f"{sum(passed.values())} of its records are no reports: {kinds_told}")
    if not records:
        raise SetAsideError("no page in the WARC file (empty or broken)")


def _read_record(record: Any, status: int, archive: str, how: tuple[Reader, IngestOptions]) -> Items:
    """Read one record as a source of its own; what goes wrong in it stays in it."""
    reader, options = how
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    name = f"{archive}#{address or record.record_id}"
    if status >= 400:
        yield NotRead(path=name, why=f"the server had answered {status}")
        return
    data = record.reader.read(options.max_report_bytes + 1)
    url = address if address and is_web_address(address) else None
    source = Source(name=name, data=data, url=url, charset=record.http_charset if record.is_http else None)
    yield from guarded(name, lambda: reader(source, options))


def _media_type(record: Any) -> str:
    """Return the media type of what was kept, without parameters."""
    given = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return str(given or "of unknown type").partition(";")[0].strip().lower()


def _status(record: Any) -> int:
    """Return the status with which the server answered, 200 for records without one."""
    if not record.is_http or record.http_headers is None:
        return 200
    return int(record.http_headers.status_code or 200)
