"""Files of every kind that ingest reads, made by hand."""

import json
import zlib
from collections.abc import Sequence
from pathlib import Path

PrintedWords = tuple[float, float, float, str]
"""Left, base (points from the lower left corner), size, words."""

BODY = (
    "A dam above the town of Velmora broke on Tuesday night and killed at least 12 people, officials said.",
    "Rescue teams searched the valley through the night, and 40 people were still missing on Wednesday.",
    "The governor said that the spillway had been inspected in March and found to be in order.",
)


def page(body: str | Sequence[str] = BODY, *, head: str = "", title: str = "Dam breaks above Velmora") -> str:
    """Return an HTML page with the looks of a news page; `body` is HTML, or the words of paragraphs."""
    inner = body if isinstance(body, str) else "".join(f"<p>{words}</p>" for words in body)
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{inner}</article></main>"
        "<footer>All rights reserved</footer></body></html>"
    )


def linked(*nodes: object) -> str:
    """Return a JSON-LD script, one for all nodes."""
    data = nodes[0] if len(nodes) == 1 else list(nodes)
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def pdf(*pages: Sequence[PrintedWords], title: str = "", encrypted: bool = False) -> bytes:
    """Return a PDF with the given words on its pages. `encrypted` asks for a password that nobody knows."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title(%s)>>" % title.encode("cp1252"),
        b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32),
    ]
    for number, lines in enumerate(pages):
        shown = b" ".join(
            b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, left, base, _escaped(words)) for left, base, size, words in lines
        )
        stream = b"BT " + shown + b" ET"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (7 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    lock = b"/Encrypt 5 0 R/ID[<00><00>]" if encrypted else b""
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, lock, len(out))
    )


def column(*lines: str, top: float = 740, left: float = 72, size: float = 11) -> list[PrintedWords]:
    """Return lines set one below the other."""
    return [(left, top - 14 * number, size, words) for number, words in enumerate(lines)]


def response(url: str, body: bytes, *, media: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = "") -> bytes:
    """Return a WARC record that keeps what a server answered."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + body
    return record("response", url, "application/http; msgtype=response", http)


def record(kind: str, url: str, media: str, block: bytes) -> bytes:
    """Return a WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{zlib.crc32(url.encode()):012d}>\r\n"
        f"WARC-Date: 2025-07-02T06:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file as it is, without translation of line ends."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def write_lines(folder: Path, name: str, *records: object) -> Path:
    """Write JSON Lines."""
    return write(folder, name, "".join(json.dumps(record) + "\n" for record in records))


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
