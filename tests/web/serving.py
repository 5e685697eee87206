"""The real app over a case in a folder of the test, with reading in this process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.testclient import TestClient

from rashomon.web.app import create_app
from rashomon.web.case import CaseOptions, LiveCase
from rashomon.web.folder import CaseFolder
from rashomon.web.guard import Access
from rashomon.web.serve import listen
from rashomon.web.worker import InlineWorker, Worker

ACCESS = Access(token="a-token-of-the-tests", port=8733)
OWN = "http://127.0.0.1:8733"
BEARER = {"Authorization": f"Bearer {ACCESS.token}"}
GAZETTE = "Nine people died when a storm hit Port Sarn on Friday, police said. Four boats sank in the harbour."
HERALD = "Twelve people died in the storm that hit Port Sarn, mayor Ona Brek said. Five boats sank in the harbour."
STORM = (
    {"text": GAZETTE, "title": "Nine dead in storm", "outlet": "Gazette", "published": "2031-03-14", "level": "public"},
    {"text": HERALD, "title": "Storm kills twelve", "outlet": "Herald", "published": "2031-03-15"},
)
Json = dict[str, Any]


@contextmanager
def serving(path: Path, *, worker: Worker | None = None, headers: dict[str, str] | None = BEARER) -> Iterator[TestClient]:
    """Serve a case; a client without headers is a stranger."""
    folder = CaseFolder(path)
    folder.open()
    case = LiveCase(folder, worker or InlineWorker(), CaseOptions(by="ana"))
    with TestClient(create_app(case, ACCESS), base_url=OWN, headers=headers, follow_redirects=False) as client:
        client.app.case = case  # type: ignore[attr-defined]  # for tests that look behind it
        settled(client)
        yield client


def settled(client: TestClient) -> Json:
    """Return the case when no job is left."""
    for _ in range(2000):
        found: Json = client.get("/api/case", headers=BEARER).json()
        if found["job"] is None:
            return found
        time.sleep(0.01)
    raise AssertionError("a job does not end")


def finished(client: TestClient, job: str) -> Json:
    """Return a job when it is done."""
    for _ in range(2000):
        state: Json = client.get(f"/api/jobs/{job}").json()
        if state["finished"]:
            return state
        time.sleep(0.01)
    raise AssertionError("a job does not end")


def add(client: TestClient, *reports: Json) -> list[Json]:
    """Add reports and wait for them."""
    jobs = [client.post("/api/reports", json=report) for report in reports]
    assert [answer.status_code for answer in jobs] == [202] * len(reports), [answer.text for answer in jobs]
    return [finished(client, answer.json()["job"]) for answer in jobs]


def claim_with(case: Json, words: str) -> Json:
    """Return the quantity claim whose focus has these words."""
    texts = {document["id"]: document["text"] for document in case["ledger"]["documents"]}
    return next(
        claim
        for claim in case["ledger"]["claims"]
        if words in texts[claim["document"]][slice(*claim["focus"])] and claim["kind"] == "quantity"
    )


def question_of(case: Json, claim: Json) -> Json:
    """Return the question that a claim answers."""
    return next(
        question
        for question in case["ledger"]["questions"]
        if any(claim["id"] in answer["claims"] for answer in question["answers"])
    )


@contextmanager
def listening_server(path: Path, *reports: str) -> Iterator[tuple[str, LiveCase]]:
    """Serve a case on a real socket; gives the address with its token, and the case."""
    folder = CaseFolder(path)
    folder.open()
    case = LiveCase(folder, InlineWorker(), CaseOptions(by="ana"))
    if reports:
        case.add(reports)
    listening = listen(0)
    access = Access(token="a-token-of-the-browser", port=listening.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(create_app(case, access), log_level="warning", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not case.opened:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{access.port}/?token={access.token}", case
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
