"""The guard: who may ask. It stands before everything else and lets through only this machine's own page and its own programs.

Against another page in the user's browser: the `Host` must be this server's (DNS rebinding), an `Origin` must be its own and a
write by cookie must have one (forged requests), the cookie is `SameSite=Strict`, nothing is shared across origins. Against other
users of the machine, who can reach loopback as well: nothing is answered without the token.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

import orjson
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})
"""`Sec-Fetch-Site` of the page's own requests, and of addresses that the user typed or opened from outside the browser."""
JSON_BYTES = 8_000_000
FILES_BYTES = 100_000_000
HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""Sent with every answer that does not set them itself."""
ENTRANCE = b'<!doctype html><title>Rashomon</title><meta http-equiv="refresh" content="0; url=/"><a href="/">Open the case</a>'
"""Leads on to the page. A redirection would not do: where another page led here, browsers would keep the new cookie from it."""
OPEN_PRINTED = "open the address that `rashomon serve` printed; its token is new with each start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a request must show: the token, and the port in its `Host`."""

    token: str
    port: int

    @property
    def hosts(self) -> frozenset[str]:
        """The values of `Host` that are this server's."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies are shared by all ports of a host."""
        return f"rashomon-{self.port}"

    def is_token(self, given: str | None) -> bool:
        """Whether a token is the right one, in a time that tells nothing about it."""
        return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


class RefusedError(Exception):
    """A request is not answered; with status and reason."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Guard:
    """ASGI middleware that refuses what may not ask, limits what is posted, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        send = with_headers(send)
        try:
            headers = read_headers(scope["headers"])
            if (entrance := self.check(scope, headers)) is not None:
                await answer(send, 200, [("content-type", "text/html; charset=utf-8"), ("set-cookie", entrance)], ENTRANCE)
                return
            receive = limited(receive, scope, headers)
        except RefusedError as error:
            await refuse(send, error, plain=scope["path"] == "/")
            return
        await self.app(scope, receive, send)

    def check(self, scope: Scope, headers: Mapping[str, list[str]]) -> str | None:
        """Check a request.

        Returns:
            The cookie to set where it enters by the address with the token.

        Raises:
            RefusedError: it may not ask.
        """
        if len(headers.get("host", ())) != 1 or headers["host"][0].lower() not in self.access.hosts:
            raise RefusedError(421, "this server answers under its own address only")
        own = f"http://{headers['host'][0].lower()}"
        origins = headers.get("origin", [])
        if any(origin.lower() != own for origin in origins):
            raise RefusedError(403, "another page may not ask")
        opening = scope["path"] == "/" and scope["method"] in SAFE
        if not opening and any(site not in OWN_SITES for site in headers.get("sec-fetch-site", ())):
            raise RefusedError(403, "another page may not ask")
        if opening and (given := parse_qs(scope["query_string"].decode("latin-1")).get("token")):
            if not self.access.is_token(given[0]):
                raise RefusedError(401, OPEN_PRINTED)
            return f"{self.access.cookie}={self.access.token}; HttpOnly; SameSite=Strict; Path=/"
        if any(self.access.is_token(token) for token in bearers(headers)):
            return None
        if not self.access.is_token(cookie(headers, self.access.cookie)):
            raise RefusedError(401, OPEN_PRINTED)
        if scope["method"] not in SAFE and not origins:
            raise RefusedError(403, "a write by cookie needs its Origin")
        return None


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, list[str]]:
    """Return the headers by name in small letters; a name may stand more than once."""
    found: dict[str, list[str]] = {}
    for name, value in raw:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1").strip())
    return found


def bearers(headers: Mapping[str, list[str]]) -> Iterable[str]:
    """Yield the tokens by which a program asks."""
    for value in headers.get("authorization", ()):
        scheme, _, token = value.partition(" ")
        if scheme.lower() == "bearer":
            yield token.strip()


def cookie(headers: Mapping[str, list[str]], name: str) -> str | None:
    """Return a cookie's value, whatever stands beside it: other servers of this machine set cookies for the same host."""
    pairs = (part.strip().partition("=") for value in headers.get("cookie", ()) for part in value.split(";"))
    return next((value for key, _, value in pairs if key == name), None)


def limited(receive: Receive, scope: Scope, headers: Mapping[str, list[str]]) -> Receive:
    """Return a `receive` that gives no more than may be posted.

    Raises:
        RefusedError: the request announces more than that.
    """
    kind = next(iter(headers.get("content-type", ())), "").lower()
    files = kind.startswith("multipart/form-data") and scope["path"] == "/api/reports"
    most = FILES_BYTES if files else JSON_BYTES
    refused = f"larger than the {most // 1_000_000} MB that may be posted at once"
    for length in headers.get("content-length", ()):
        if not length.isdecimal() or int(length) > most:
            raise RefusedError(413, refused)
    size = 0

    async def inner() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > most:
            raise HTTPException(413, refused)
        return message

    return inner


def with_headers(send: Send) -> Send:
    """Return a `send` that adds the headers that every answer has."""

    async def inner(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message.get("headers", ())}
            added = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in present]
            message = {**message, "headers": [*message.get("headers", ()), *added]}
        await send(message)

    return inner


async def refuse(send: Send, error: RefusedError, *, plain: bool) -> None:
    """Say why a request is not answered: to a person in plain words, to a program as JSON."""
    if plain:
        told = f"{error.why[:1].upper()}{error.why[1:]}."
        await answer(send, error.status, [("content-type", "text/plain; charset=utf-8")], told.encode())
    else:
        await answer(send, error.status, [("content-type", "application/json")], orjson.dumps({"detail": error.why}))


async def answer(send: Send, status: int, headers: Iterable[tuple[str, str]], body: bytes = b"") -> None:
    """Answer a request here."""
    fields = [(name.encode(), value.encode()) for name, value in headers]
    fields.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": fields})
    await send({"type": "http.response.body", "body": body})
