import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.ingest import IngestOptions, read_reports
from rashomon.ingest.addresses import is_public
from rashomon.ingest.draft import SetAsideError
from rashomon.ingest.fetch import fetch
from tests.ingest.making import BODY, page

Answer = Callable[[BaseHTTPRequestHandler], None]
ALLOWED = IngestOptions(allow_private_addresses=True, fetch_seconds=5)


@pytest.fixture
def serve() -> Iterator[Callable[[dict[str, Answer]], str]]:
    """Start a server on loopback that answers as it is told, and give its address."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(answers: dict[str, Answer]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answers[self.path](self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the library's
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


def send(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    """Return an answer; `Content_Type` is the header Content-Type."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def refusal(url: str, options: IngestOptions = ALLOWED) -> str:
    with pytest.raises(SetAsideError) as caught:
        fetch(url, options)
    return str(caught.value)


def test_a_page_is_fetched_and_read(serve: Callable[[dict[str, Answer]], str]) -> None:
    words = "Señor Muñoz had warned of it twice."
    html = page([words, *BODY]).encode("cp1252")
    address = serve({"/d%C3%A4m?a=1%202": send(html, Content_Type="text/html; charset=windows-1252")})
    (report,) = read_reports([f"{address}/däm?a=1 2".replace(" ", "%20")], options=ALLOWED).reports
    assert report.text.split("\n")[:2] == ["Dam breaks above Velmora", words]


def test_a_packed_answer_is_unpacked(serve: Callable[[dict[str, Answer]], str]) -> None:
    address = serve({"/": send(gzip.compress(b"The dam broke."), Content_Encoding="gzip", Content_Type="text/plain")})
    assert fetch(f"{address}/", ALLOWED).data == b"The dam broke."


def test_redirections_are_followed_to_an_end(serve: Callable[[dict[str, Answer]], str]) -> None:
    address = serve({"/a": send(b"", status=302, Location="b"), "/b": send(b"The dam.", Content_Type="text/plain")})
    assert fetch(f"{address}/a", ALLOWED).url == f"{address}/b"
    loop = serve({"/": send(b"", status=301, Location="/")})
    assert refusal(f"{loop}/") == "more than 5 redirections"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://x", "javascript:1"])
def test_a_redirection_to_another_scheme_is_refused(serve: Callable[[dict[str, Answer]], str], target: str) -> None:
    address = serve({"/": send(b"", status=302, Location=target)})
    assert refusal(f"{address}/") == f"refused: {target} is no http or https address"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"]
)
def test_addresses_inside_are_refused_unless_allowed(host: str) -> None:
    why = refusal(f"http://{host}/", IngestOptions())
    assert why.startswith("refused: ")
    assert why.endswith("a private, local or reserved address")


def test_a_redirection_to_an_address_inside_is_refused(
    serve: Callable[[dict[str, Answer]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = serve({"/": send(b"", status=302, Location="http://169.254.169.254/latest")})
    monkeypatch.setattr("rashomon.ingest.addresses.is_public", lambda given: given == "127.0.0.1")
    assert (
        refusal(f"{address}/", IngestOptions())
        == "refused: 169.254.169.254 is 169.254.169.254, a private, local or reserved address"
    )


def test_a_name_with_one_address_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("192.168.1.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    assert refusal("http://carrow.example/", IngestOptions()) == (
        "refused: carrow.example is 192.168.1.1, a private, local or reserved address"
    )


def test_the_connection_goes_to_the_address_that_was_checked(
    serve: Callable[[dict[str, Answer]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "127.0.0.2", port))]

    address = serve({"/": send(b"The dam.", Content_Type="text/plain")}).replace("127.0.0.1", "carrow.example")
    monkeypatch.setattr("socket.getaddrinfo", rebinding)
    monkeypatch.setattr("socket.create_connection", _connected)
    assert fetch(f"{address}/", ALLOWED).data == b"The dam."
    assert asked == ["carrow.example"]


def _connected(where: tuple[str, int], timeout: float) -> socket.socket:
    """Connect without asking for a name."""
    plain = socket.socket()
    plain.settimeout(timeout)
    plain.connect(where)
    return plain


def test_what_is_too_large_is_refused(serve: Callable[[dict[str, Answer]], str]) -> None:
    small = replace(ALLOWED, fetch_bytes=1_000_000)
    bomb = gzip.compress(b"0" * 30_000_000)
    address = serve({"/": send(b"x" * 1_500_000), "/bomb": send(bomb, Content_Encoding="gzip")})
    assert refusal(f"{address}/", small) == "sent more than 1 MB"
    assert refusal(f"{address}/bomb", small) == "sent more than 1 MB"


@pytest.mark.parametrize("start_with", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left(serve: Callable[[dict[str, Answer]], str], start_with: bytes) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(start_with)
            for _ in range(100):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.05)

    address = serve({"/": drip})
    start = time.monotonic()
    assert refusal(f"{address}/", replace(ALLOWED, fetch_seconds=0.4)) == "took longer than 0.4 seconds"
    assert time.monotonic() - start < 4.5


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (send(b"", status=404), "the server answered 404 Not Found"),
        (send(b"x", Content_Encoding="br"), "sent in the encoding br, which was not asked for"),
        (send(b"x", Content_Encoding="gzip"), "sent compressed data that are broken"),
        (send(b"short", Content_Length="50"), "unreachable: the answer broke off"),
    ],
)
def test_answers_that_hold_no_report_are_told(serve: Callable[[dict[str, Answer]], str], answer: Answer, why: str) -> None:
    assert refusal(f"{serve({'/': answer})}/") == why


def test_an_unreachable_address_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/") == "unreachable: Connection refused"
    why = refusal("http://no-such-name.invalid/")
    assert why.startswith("unreachable: the name no-such-name.invalid cannot be resolved")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://user:secret@127.0.0.1/", "refused: a name or password in the address"),
        ("http://127.0.0.1:99999/", "no valid port in the address"),
        ("http:///a", "refused: http:///a is no http or https address"),
        ("http://[::1", "refused: http://[::1 is no http or https address"),
        ("http://a b/", "refused: http://a b/ is no http or https address"),
    ],
)
def test_odd_addresses_are_refused(url: str, why: str) -> None:
    assert refusal(url) == why


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("224.0.0.1", False),
        ("100.64.0.1", False),
        ("240.0.0.1", False),
        ("0.0.0.0", False),
        ("no address", False),
    ],
)
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public
