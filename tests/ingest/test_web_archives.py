import gzip
from pathlib import Path

import pytest

from rashomon.ingest import read_reports
from rashomon.model import NotRead
from tests.ingest.making import BODY, column, page, pdf, record, response, write

URL = "https://carrow.example/velmora"


@pytest.mark.parametrize("packed", [False, True])
def test_pages_in_an_archive_are_reports_and_the_rest_is_counted(tmp_path: Path, packed: bool) -> None:
    records = [
        record("warcinfo", "", "application/warc-fields", b"software: none\r\n"),
        record("request", URL, "application/http; msgtype=request", b"GET /velmora HTTP/1.1\r\n\r\n"),
        response(URL, page().encode()),
        response("https://carrow.example/old", b"", status="301 Moved Permanently", extra="Location: /velmora\r\n"),
        response("https://carrow.example/gone", page().encode(), status="404 Not Found"),
        response("https://carrow.example/a.png", b"\x89PNG", media="image/png"),
        response("https://carrow.example/login", b"<html><body><p>Please log in.</p></body></html>"),
        response("https://carrow.example/a.pdf", pdf(column("The dam broke.", "Twelve died.")), media="application/pdf"),
        record("resource", "https://carrow.example/a.txt", "text/plain", b"The dam broke at night."),
    ]
    data = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    path = write(tmp_path, "crawl.warc.gz" if packed else "crawl.warc", data)
    intake = read_reports([path])
    assert {report.url: report.text for report in intake.reports} == {
        URL: "\n".join(["Dam breaks above Velmora", *BODY]),
        "https://carrow.example/a.pdf": "The dam broke. Twelve died.",
        "https://carrow.example/a.txt": "The dam broke at night.",
    }
    assert intake.not_read == (
        NotRead(path=str(path), why="2 of its records are no reports: 1 image/png, 1 redirection"),
        NotRead(path=f"{path}#https://carrow.example/gone", why="the server had answered 404"),
        NotRead(path=f"{path}#https://carrow.example/login", why="no article found in the page"),
    )


def test_packed_and_chunked_answers_are_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(page().encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    extra = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    path = write(tmp_path, "crawl.warc", response(URL, chunked, extra=extra))
    (report,) = read_reports([path]).reports
    assert report.text.endswith(BODY[-1])
    assert report.path == f"{path}#{URL}"


@pytest.mark.parametrize("data", [b"", b"no archive at all", b"WARC/1.0\r\nbroken", gzip.compress(b"x" * 100)[:20]])
def test_a_broken_archive_is_named(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, "crawl.warc.gz", data)
    intake = read_reports([path])
    assert intake.reports == ()
    (entry,) = intake.not_read
    assert entry.path == str(path)
    assert "WARC" in entry.why


def test_what_stands_before_the_break_is_read(tmp_path: Path) -> None:
    whole = response(URL, page().encode())
    path = write(tmp_path, "crawl.warc", whole + response("https://carrow.example/b", page().encode())[:300])
    intake = read_reports([path])
    assert [report.url for report in intake.reports] == [URL]
