import os
import socket
import sys
from itertools import permutations
from pathlib import Path

import pytest

from rashomon.ingest import IngestOptions, read_reports
from rashomon.ingest.fetch import Fetched
from rashomon.model import NotRead
from tests.ingest.making import BODY, column, page, pdf, response, write, write_lines

KNOWN = "known are .txt .jsonl .ndjson .html .htm .xhtml .pdf .warc .warc.gz"
WORDS = "The dam above Velmora broke."


def why(intake_paths: list[str | Path]) -> dict[str, str]:
    """Return {file name: reason} of what was not read."""
    return {Path(entry.path).name: entry.why for entry in read_reports(intake_paths).not_read}


def test_every_kind_of_file_in_a_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", WORDS)
    write(tmp_path, "sub/B.TXT", "Another report.")
    write_lines(tmp_path, "c.jsonl", {"id": "c1", "text": "Line one."}, {"id": "c2", "text": "Line two."})
    write(tmp_path, "d.html", page())
    write(tmp_path, "e.htm", page([*BODY, "More."]))
    write(tmp_path, "f.pdf", pdf(column("The dam broke.")))
    write(tmp_path, "g.warc", response("https://carrow.example/g", page([*BODY, "Much more."]).encode()))
    intake = read_reports([tmp_path])
    assert intake.not_read == ()
    assert sorted(Path(report.path or "").name.partition("#")[0] for report in intake.reports) == sorted(
        ["B.TXT", "a.txt", "c.jsonl:1", "c.jsonl:2", "d.html", "e.htm", "f.pdf", "g"]
    )
    assert [report.id for report in intake.reports] == sorted(report.id for report in intake.reports)


def test_everything_that_cannot_be_read_is_named_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", WORDS)
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "binary.txt", bytes(range(256)) * 10)
    write(tmp_path, "nul.txt", b"The dam broke at night\0 and the river rose.")
    write(tmp_path, "word.txt", "Dam")
    write(tmp_path, "lines.jsonl", b'{"text": "The dam broke."}\n{"text": \n{"title": "x"}\n{"text": "a \\ud800 b"}\n')
    write(tmp_path, "login.html", "<html><body><p>Please log in.</p></body></html>")
    write(tmp_path, "locked.pdf", pdf(column("x y"), encrypted=True))
    write(tmp_path, "broken.pdf", b"%PDF-1.4 oh")
    write(tmp_path, "scan.pdf", pdf([]))
    write(tmp_path, "sheet.xlsx", "x")
    write(tmp_path, "noending", "x")
    write(tmp_path, ".hidden.txt", WORDS)
    write(tmp_path, ".git/config.txt", WORDS)
    (tmp_path / "hollow").mkdir()
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    intake = read_reports([tmp_path, tmp_path / "missing.txt"])
    assert sorted(Path(report.path or "").name for report in intake.reports) == ["good.txt", "lines.jsonl:1"]
    assert {Path(entry.path).name: entry.why for entry in intake.not_read} == {
        "empty.txt": "empty file",
        "binary.txt": "binary data, not text",
        "nul.txt": "holds a NUL character (at character 22)",
        "word.txt": "a single word is no report",
        "lines.jsonl:2": "broken JSON: Expecting value (column 1)",
        "lines.jsonl:3": "the record has no text",
        "lines.jsonl:4": "holds half a surrogate pair (at character 2): the text was cut or broken",
        "login.html": "no article found in the page",
        "locked.pdf": "an encrypted PDF: it needs a password",
        "broken.pdf": "a broken PDF: it cannot be opened",
        "scan.pdf": "a PDF without text on its 1 pages (a scan?)",
        "sheet.xlsx": f"the file type .xlsx is not read; {KNOWN}",
        "noending": f"a file without a type in its name is not read; {KNOWN}",
        ".hidden.txt": "hidden; name it itself to have it read",
        ".git": "hidden; name it itself to have it read",
        "hollow": "an empty folder",
        "large.txt": "larger than the 25 MB that one report may have",
        "missing.txt": "no such file or folder",
    }


def test_nothing_is_read_from_nothing() -> None:
    assert read_reports([]) == read_reports([])
    assert read_reports([]).reports == ()


def test_no_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "secret.txt", WORDS)

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert why([path]) == {"secret.txt": "no permission to read it"}
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert why([tmp_path]) == {tmp_path.name: "no permission to read it"}


def test_what_fails_inside_a_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "deep.html", "<div>" * 100 + "x")

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("rashomon.ingest.pages.parse_page", fail)
    assert why([path]) == {"deep.html": "could not be taken apart (RecursionError)"}


def test_a_file_that_is_named_twice_is_read_once_in_any_order(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", WORDS)
    (tmp_path / "link.txt").symlink_to(path)
    (tmp_path / "up").symlink_to(tmp_path)
    roundabout = tmp_path / "x" / ".." / "a.txt"
    (tmp_path / "x").mkdir()
    write(tmp_path, "x/b.txt", "Another report.")
    named: list[str | Path] = [tmp_path, path, str(path), roundabout]
    results = {read_reports(order) for order in permutations(named)}
    assert len(results) == 1
    (intake,) = results
    assert [report.text for report in intake.reports] in ([WORDS, "Another report."], ["Another report.", WORDS])
    assert [entry.why for entry in intake.not_read] == ["a link to a folder is not followed"]


def test_what_a_browser_saved_beside_a_page_is_no_report(tmp_path: Path) -> None:
    write(tmp_path, "Velmora.html", page())
    write(tmp_path, "Velmora_files/advert.html", page())
    write(tmp_path, "other_files/a.txt", WORDS)
    assert len(read_reports([tmp_path]).reports) == 2
    assert why([tmp_path]) == {"Velmora_files": "belongs to the saved page Velmora.html"}


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in its file system")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert why([tmp_path]) == {"pipe.txt": "neither a file nor a folder", "dangling.txt": "no such file or folder"}
    assert why(["a\0b.txt"]) == {"a\0b.txt": "no valid path"}


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names of files bytes")
def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("x")
    (entry,) = read_reports([tmp_path]).not_read
    assert entry.path.endswith("caf\\xe9.txt")


def test_a_note_names_the_report_that_stays(tmp_path: Path) -> None:
    path = write_lines(tmp_path, "a.jsonl", {"text": WORDS, "published": "last week"})
    intake = read_reports([path])
    assert [report.published for report in intake.reports] == [None]
    assert intake.not_read == (NotRead(path=f"{path}:1", why="date 'last week' not understood"),)


def test_lines_are_listed_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", "x\n" * 11)
    assert [entry.path.rpartition(":")[2] for entry in read_reports([path]).not_read] == [str(number) for number in range(1, 12)]


def test_progress_is_told_for_every_source(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", WORDS)
    write(tmp_path, "b.txt", "")
    seen: list[tuple[str, int, int]] = []
    read_reports([tmp_path], options=IngestOptions(progress=lambda *told: seen.append(told)))
    assert seen == [("ingest", 1, 2), ("ingest", 2, 2)]


@pytest.mark.parametrize(
    ("media", "data", "text"),
    [
        ("text/html", page().encode(), "\n".join(["Dam breaks above Velmora", *BODY])),
        ("text/plain", WORDS.encode(), WORDS),
        ("application/octet-stream", pdf(column("The dam broke.")), "The dam broke."),
    ],
)
def test_an_address_is_read_by_what_it_sends(monkeypatch: pytest.MonkeyPatch, media: str, data: bytes, text: str) -> None:
    def give(url: str, options: IngestOptions) -> Fetched:
        return Fetched(data=data, media=media, charset=None, url=url)

    monkeypatch.setattr("rashomon.ingest.intake.fetch", give)
    (report,) = read_reports(["https://carrow.example/a.pdf?x=1"]).reports
    assert (report.text, report.url, report.path) == (
        text,
        "https://carrow.example/a.pdf?x=1",
        "https://carrow.example/a.pdf?x=1",
    )


def test_nothing_is_fetched_unless_an_address_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = (
        "<base href='https://carrow.example'><link rel=canonical href='https://carrow.example/x'>"
        "<link rel=stylesheet href=//x.example/a>"
    )
    write(tmp_path, "a.html", page(head=head))
    write(tmp_path, "b.txt", "https://carrow.example/velmora and words")
    intake = read_reports([tmp_path])
    assert len(intake.reports) == 2
    assert intake.not_read == ()


def test_schemes_that_are_no_web_are_refused() -> None:
    assert why(["file:///etc/passwd", "ftp://carrow.example/a.txt"]) == {
        "passwd": "refused: file:///etc/passwd is no http or https address",
        "a.txt": "refused: ftp://carrow.example/a.txt is no http or https address",
    }
