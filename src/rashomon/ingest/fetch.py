"""Fetching one report from a web address, within limits, and from nowhere that was not asked for.

Each step of a redirection is checked as the first one is: scheme, name, and all addresses behind the name; the connection
goes to the address that was checked. Proxies of the environment are not used: behind them nothing could be checked.
"""

import http.client
import logging
import socket
import ssl
import threading
import time
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rashomon.ingest.addresses import resolve
from rashomon.ingest.draft import SetAsideError
from rashomon.ingest.fields import is_web_address
from rashomon.ingest.options import IngestOptions

logger = logging.getLogger(__name__)

MOST_REDIRECTIONS = 5
REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536
ASKING = {
    "User-Agent": "rashomon",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: the bytes, decompressed; the media type and charset that the server named; the final address."""

    data: bytes
    media: str
    charset: str | None
    url: str


def fetch(url: str, options: IngestOptions) -> Fetched:
    """Fetch a report.

    Raises:
        SetAsideError: with the reason: no web address, unreachable, not allowed, too large, too slow, or an error's status.
    """
    deadline = time.monotonic() + options.fetch_seconds
    for _ in range(MOST_REDIRECTIONS + 1):
        if not is_web_address(url):
            raise SetAsideError(f"refused: {url} is no http or https address")
        found = _ask(urlsplit(url), deadline, options)
        if isinstance(found, Fetched):
            return found
        url = urljoin(url, found)
    raise SetAsideError(f"more than {MOST_REDIRECTIONS} redirections")


def _ask(parts: SplitResult, deadline: float, options: IngestOptions) -> Fetched | str:
    """Send one request; return what came, or the address that it was redirected to."""
    host = parts.hostname or ""
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise SetAsideError("no valid port in the address") from None
    if parts.username or parts.password:
        raise SetAsideError("refused: a name or password in the address")
    addresses = resolve(host, port, allow_private=options.allow_private_addresses)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?-._[]')}" if parts.query else ""
    )
    connection = http.client.HTTPConnection(host, port)
    watch: threading.Timer | None = None
    try:
        connection.sock = _connect(host, parts.scheme, (addresses, port), deadline)
        # A server that sends a byte now and then would never run into the socket's own limit.
        watch = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [connection.sock])
        watch.daemon = True
        watch.start()
        connection.request("GET", target, headers=ASKING)
        with closing(connection.getresponse()) as response:
            return _answer(response, parts.geturl(), deadline, options)
    except (OSError, http.client.HTTPException) as error:
        if time.monotonic() >= deadline:
            raise SetAsideError(f"took longer than {options.fetch_seconds:g} seconds") from None
        raise SetAsideError(f"unreachable: {_why(error)}") from None
    finally:
        if watch is not None:
            watch.cancel()
        connection.close()


def _connect(host: str, scheme: str, where: tuple[list[str], int], deadline: float) -> socket.socket:
    """Connect to the first of the checked addresses that answers; the name serves for the certificate alone."""
    addresses, port = where
    failed: OSError = TimeoutError()
    for address in addresses:
        try:
            plain = socket.create_connection((address, port), timeout=max(0.01, deadline - time.monotonic()))
        except OSError as error:
            failed = error
            continue
        if scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
    raise failed


def _answer(response: http.client.HTTPResponse, url: str, deadline: float, options: IngestOptions) -> Fetched | str:
    """Return the body of an answer, or where it leads."""
    if response.status in REDIRECTIONS and (location := response.getheader("Location")):
        return location.encode("latin-1", "replace").decode("utf-8", "replace")
    if response.status != 200:
        raise SetAsideError(f"the server answered {response.status} {response.reason}".strip())
    pieces, size = [], 0
    while piece := response.read1(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > options.fetch_bytes:
            raise SetAsideError(f"sent more than {options.fetch_bytes / 1e6:g} MB")
        if time.monotonic() > deadline:
            raise TimeoutError
    if response.length or time.monotonic() > deadline:
        # The watch, or the server, cut it short.
        raise http.client.IncompleteRead(b"", response.length)
    data = _unpacked(b"".join(pieces), response.getheader("Content-Encoding", "identity"), options)
    kind = response.headers
    return Fetched(data=data, media=kind.get_content_type(), charset=kind.get_content_charset(), url=url)


def _unpacked(data: bytes, encoding: str, options: IngestOptions) -> bytes:
    """Decompress a body, to the limit and no further."""
    if encoding.lower() in ("", "identity"):
        return data
    if encoding.lower() not in ("gzip", "x-gzip"):
        raise SetAsideError(f"sent in the encoding {encoding}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    with suppress(zlib.error):
        unpacked = unpacker.decompress(data, options.fetch_bytes + 1)
        if len(unpacked) > options.fetch_bytes:
            raise SetAsideError(f"sent more than {options.fetch_bytes / 1e6:g} MB")
        if unpacker.eof:
            return unpacked
    raise SetAsideError("sent compressed data that are broken")


def _hang_up(connected: socket.socket) -> None:
    """End a connection from another thread; whoever reads from it wakes up."""
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _why(error: Exception) -> str:
    """Return the system's words for an error."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, http.client.IncompleteRead):
        return "the answer broke off"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
