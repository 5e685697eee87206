"""Who may ask: nobody but this machine's own page and programs with the token."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.serving import ACCESS, BEARER, OWN, STORM, serving

COOKIE = {"Cookie": f"{ACCESS.cookie}={ACCESS.token}"}
READS = ("/", "/api/case", "/api/search?q=x", "/api/export", "/api/jobs/x", "/api/openapi.json", "/nowhere")
WRITES = (
    ("POST", "/api/reports"),
    ("PATCH", "/api/reports/x"),
    ("POST", "/api/corrections"),
    ("POST", "/api/corrections/x/undo"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with serving(tmp_path_factory.mktemp("guard") / "case", headers=None) as made:
        yield made


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer "}, {"Cookie": f"{ACCESS.cookie}=wrong"}]
)
def test_nothing_is_told_without_the_token(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 401
    assert "rashomon serve" in answer.text


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_nothing_is_written_without_the_token(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path, json={}, headers={"Origin": OWN}).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8733", "127.0.0.1", "127.0.0.1:80", "localhost.evil:8733", ""])
@pytest.mark.parametrize("path", READS)
def test_a_name_that_leads_here_is_not_enough(client: TestClient, host: str, path: str) -> None:
    """DNS rebinding: the page of evil.example asks its own name, which now leads to loopback."""
    assert client.get(path, headers={**BEARER, **COOKIE, "Host": host}).status_code == 421


def test_two_hosts_are_none(client: TestClient) -> None:
    request = client.build_request("GET", "/api/case", headers=BEARER)
    request.headers = type(request.headers)([*request.headers.raw, (b"host", b"evil.example")])
    assert client.send(request).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8733", "localhost:8733", "LOCALHOST:8733"])
def test_both_names_of_loopback_will_do(client: TestClient, host: str) -> None:
    assert client.get("/api/case", headers={**BEARER, "Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:3000", "http://localhost:8733", "https://127.0.0.1:8733"]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/api/case"), ("GET", "/api/export"), *WRITES])
def test_another_page_may_neither_read_nor_write(client: TestClient, origin: str, method: str, path: str) -> None:
    answer = client.request(method, path, headers={**COOKIE, "Origin": origin}, json={} if method != "GET" else None)
    assert answer.status_code == 403
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(("method", "path"), [("GET", "/api/case"), ("GET", "/api/export"), *WRITES])
def test_a_request_that_a_page_elsewhere_causes_is_refused(client: TestClient, site: str, method: str, path: str) -> None:
    """A script, picture or form of another page sends no Origin in each case, but browsers say where it comes from."""
    headers = {**COOKIE, "Sec-Fetch-Site": site, "Origin": OWN} if method != "GET" else {**COOKIE, "Sec-Fetch-Site": site}
    assert client.request(method, path, headers=headers).status_code == 403


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_write_by_cookie_needs_its_origin(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path, headers=COOKIE, json={}).status_code == 403
    assert client.request(method, path, headers={**COOKIE, "Origin": OWN}, json={}).status_code not in (401, 403)
    assert client.request(method, path, headers=BEARER, json={}).status_code not in (401, 403)


def test_a_form_of_another_page_does_not_pass_for_json(client: TestClient) -> None:
    """A form can post text/plain that reads as JSON; the right type needs a permission that is never given."""
    body = b'{"kind": "accept", "target": "claim:1"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = client.post("/api/corrections", content=body, headers={**BEARER, "Content-Type": kind})
        assert answer.status_code in (415, 422)
    asked = client.options(
        "/api/corrections", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    )
    assert asked.status_code == 403


def test_the_printed_address_leads_in(client: TestClient) -> None:
    answer = client.get(f"/?token={ACCESS.token}")
    assert answer.status_code == 200
    assert 'url=/"' in answer.text
    assert ACCESS.token not in answer.text
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{ACCESS.cookie}={ACCESS.token};")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    client.cookies.clear()
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/?token=").status_code == 401
    assert client.get(f"/api/case?token={ACCESS.token}").status_code == 401
    assert client.get("/api/case", headers=COOKIE).status_code == 200


def test_cookies_of_other_servers_do_not_matter(client: TestClient) -> None:
    for beside in ('a={"b": [1, "c"]}', "=", "rashomon-1=x", f"x{ACCESS.cookie}=wrong", "\xff=\xff"):
        cookie = f"{beside}; {COOKIE['Cookie']}; {beside}".encode("latin-1")
        assert client.get("/api/case", headers={b"Cookie": cookie}).status_code == 200


@pytest.mark.parametrize("path", ["/api/case", "/api/export", "/api/nowhere", "/api/jobs/x"])
def test_every_answer_has_its_headers(client: TestClient, path: str) -> None:
    for headers in (BEARER, {}, {**BEARER, "Host": "evil.example"}):
        answer = client.get(path, headers=headers)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


def test_the_page_may_ask_its_own_server_and_nobody_else(client: TestClient) -> None:
    answer = client.get("/", headers=BEARER)
    assert answer.status_code == 200
    policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert '"mode":"app"' in answer.text.replace(" ", "")
    assert ACCESS.token not in answer.text


def test_what_is_too_large_is_refused_by_its_announcement(client: TestClient) -> None:
    answer = client.post("/api/corrections", content=b"{}", headers={**BEARER, "Content-Length": "9000000"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/api/corrections", "/api/reports"])
def test_what_is_too_large_is_refused_while_it_comes(client: TestClient, path: str) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(90):
            yield b"a" * 100_000

    answer = client.post(path, content=pieces(), headers={**BEARER, "Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("larger than the 8 MB")


def test_no_socket_is_upgraded(client: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect  # noqa: PLC0415

    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/api/case"):
        pass


def test_the_case_is_not_reached_by_what_was_refused(client: TestClient) -> None:
    client.post("/api/reports", json=STORM[0], headers={**COOKIE, "Origin": "https://evil.example"})
    assert client.get("/api/case", headers=BEARER).json()["ledger"]["documents"] == []
