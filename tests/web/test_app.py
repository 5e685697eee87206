"""The app over a case that grows: adding, describing, correcting, searching, exporting."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from starlette.testclient import TestClient

from rashomon.corrections import apply_corrections
from rashomon.form import check_ledger
from rashomon.web.case import LiveCase, Snapshot
from tests.web.serving import BEARER, GAZETTE, STORM, Json, add, claim_with, finished, question_of, serving, settled

PLAIN = "At least nine people died and 30 homes were lost when the storm hit Port Sarn, the coast guard said on Saturday."


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with serving(tmp_path / "case") as made:
        yield made


@pytest.fixture
def storm(client: TestClient) -> TestClient:
    add(client, *STORM)
    return client


def ledger_of(client: TestClient) -> Json:
    case = settled(client)
    assert check_ledger(case["ledger"]) == ()
    found: Json = case["ledger"]
    return found


def correct(client: TestClient, kind: str, target: str, value: Json | None = None, **more: str) -> Json:
    answer = client.post("/api/corrections", json={"kind": kind, "target": target, "value": value, **more})
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    assert check_ledger(found["case"]["ledger"]) == ()
    return found


def test_an_empty_case(client: TestClient) -> None:
    case = settled(client)
    assert case["ledger"]["documents"] == case["corrections"] == case["missing"] == case["problems"] == []
    assert case["by"] == "ana"
    assert set(case) == {"version", "ledger", "page", "corrections", "missing", "problems", "job", "by"}


def test_pasted_reports_become_a_ledger(client: TestClient) -> None:
    jobs = add(client, *STORM)
    assert [len(job["added"]) for job in jobs] == [1, 1]
    assert all((job["stage"], job["done"], job["problem"]) == ("done", job["total"], None) for job in jobs)
    ledger = ledger_of(client)
    assert sorted(document["outlet"] for document in ledger["documents"]) == ["Gazette", "Herald"]
    assert {document["level"] for document in ledger["documents"]} == {"public", "internal"}
    toll = question_of({"ledger": ledger}, claim_with({"ledger": ledger}, "Twelve people"))
    assert toll["finding"] == "update"
    assert GAZETTE in [document["text"] for document in ledger["documents"]]


def test_nothing_new_has_nothing_to_say(storm: TestClient) -> None:
    version = settled(storm)["version"]
    assert storm.get(f"/api/case?since={version}").status_code == 204
    assert storm.get(f"/api/case?since={version - 1}").status_code == 200


def test_a_date_that_nobody_understands_is_refused_before_the_report_is_taken_in(client: TestClient) -> None:
    answer = client.post("/api/reports", json={"text": PLAIN, "published": "5 May"})
    assert answer.status_code == 422
    assert "'5 May' not understood" in answer.json()["detail"]
    assert "2031-03-14" in answer.json()["detail"]
    assert settled(client)["ledger"]["documents"] == []
    assert client.post("/api/reports", json={"text": PLAIN, "published": ""}).status_code == 202


def test_files_of_all_kinds(client: TestClient) -> None:
    body = f"<article><h1>Storm</h1><p>{GAZETTE}</p><p>{PLAIN}</p></article>"
    page = f"<html><head><title>Storm</title></head><body>{body}</body></html>"
    lines = orjson.dumps({"text": PLAIN, "outlet": "Lines"}) + b"\n{broken\n"
    files = [
        ("files", ("../../notes/paste.txt", PLAIN.encode(), "text/plain")),
        ("files", ("storm.html", page.encode(), "text/html")),
        ("files", ("lines.jsonl", lines, "application/json")),
        ("files", ("image.png", b"\x89PNG", "image/png")),
        ("files", ("broken.pdf", b"%PDF-1.4 nothing", "application/pdf")),
        ("files", ("..", b"dots", "text/plain")),
        ("files", ("a" * 300 + ".txt", b"", "text/plain")),
    ]
    job = finished(client, client.post("/api/reports", files=files, data={"level": "embargoed"}).json()["job"])
    assert len(job["added"]) == 3
    set_aside = {entry["path"]: entry["why"] for entry in job["not_read"]}
    assert {"lines.jsonl:2", "image.png", "broken.pdf", "unnamed"} <= set(set_aside)
    assert "/" not in "".join(set_aside)
    ledger = ledger_of(client)
    assert {document["level"] for document in ledger["documents"]} == {"embargoed"}
    assert {entry["path"] for entry in ledger["not_read"]} == set(set_aside)
    case: LiveCase = client.app.case  # type: ignore[attr-defined]
    assert not any(case.folder.incoming.iterdir())
    assert not (case.folder.path.parent / "notes").exists()


def test_a_report_that_is_there_is_not_taken_twice(storm: TestClient) -> None:
    job = add(storm, STORM[0])[0]
    assert job["added"] == []
    assert "has this report already" in job["problem"]
    assert len(ledger_of(storm)["documents"]) == 2


def test_the_same_text_of_another_outlet_is_a_copy(storm: TestClient) -> None:
    add(storm, {**STORM[0], "outlet": "Courier"})
    copies = [document for document in ledger_of(storm)["documents"] if document.get("copy_of")]
    assert len(copies) == 1


def test_the_order_in_which_reports_come_does_not_matter(tmp_path: Path) -> None:
    forms = []
    for name, order in (("one", STORM), ("two", STORM[::-1])):
        with serving(tmp_path / name) as client:
            add(client, *order)
            forms.append(orjson.dumps(settled(client)["ledger"]))
    assert forms[0] == forms[1]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "either a text or a url"),
        ({"text": "a", "url": "https://example.org"}, "either a text or a url"),
        ({"url": "/etc/passwd"}, "no http or https address"),
        ({"url": "file:///etc/passwd"}, "no http or https address"),
        ({"url": "ftp://example.org/x"}, "no http or https address"),
        ({"url": "https://example.org", "outlet": "x"}, "read from its page"),
        ({"text": "a", "level": "secret"}, "level"),
        ({"text": "a", "path": "/etc/passwd"}, "path"),
        ([], "the body"),
        ({"text": 3}, "text"),
    ],
)
def test_what_cannot_be_a_report_is_refused(client: TestClient, body: object, words: str) -> None:
    answer = client.post("/api/reports", json=body)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8733/api/case", "http://localhost/", "http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.1/"],
)
def test_private_addresses_are_not_fetched(client: TestClient, address: str) -> None:
    job = add(client, {"url": address})[0]
    assert job["added"] == []
    assert "refused" in job["problem"] or "unreachable" in job["problem"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 422),
        (b'{"text": "\\ud800 half a pair and more words"}', "application/json", 422),
        (b"\xff\xfe", "application/json", 422),
        (b"text", "text/plain", 415),
        (b"", "multipart/form-data", 400),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x", 422),
        (b"[" * 100_000, "application/json", 422),
    ],
)
def test_a_broken_body_is_refused(client: TestClient, content: bytes, kind: str, status: int) -> None:
    answer = client.post("/api/reports", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert set(answer.json()) == {"detail"}


def test_too_many_files_are_refused(client: TestClient) -> None:
    files = [("files", (f"{place}.txt", b"x", "text/plain")) for place in range(201)]
    assert client.post("/api/reports", files=files).status_code == 400


def test_a_text_that_is_no_report_is_named(client: TestClient) -> None:
    job = add(client, {"text": "word"})[0]
    assert job["finished"]
    assert "single word" in job["problem"]
    assert [entry["path"] for entry in ledger_of(client)["not_read"]] == ["pasted text"]
    add(client, STORM[0], {"text": "  "})
    assert sorted(entry["why"] for entry in ledger_of(client)["not_read"]) == ["a single word is no report", "no text"]


def test_what_is_missing_is_asked_for_and_filled_in(client: TestClient) -> None:
    name = add(client, {"text": f"PORT SARN, May 2 (MPA) - {PLAIN}"})[0]["added"][0]
    missing = settled(client)["missing"]
    assert (missing[0]["document"], missing[0]["fields"]) == (name, ["outlet", "published"])
    assert missing[0]["suggestions"]["outlet"] == "MPA"
    answer = client.patch(
        f"/api/reports/{name}", json={"outlet": "MPA", "published": "2 May 2031", "level": "public", "by": "bo"}
    )
    assert answer.status_code == 200
    assert answer.json()["job"]
    finished(client, answer.json()["job"])
    case = settled(client)
    assert case["missing"] == []
    document = case["ledger"]["documents"][0]
    assert (document["outlet"], document["published"], document["level"]) == ("MPA", "2031-05-02", "public")
    entry = case["corrections"][0]
    assert (entry["kind"], entry["target"], entry["by"]) == ("describe", f"report:{name}", "bo")


def test_a_date_that_is_filled_in_resolves_others_and_can_be_taken_back(client: TestClient) -> None:
    text = "The storm hit Port Sarn on Friday. Nine people died on Saturday, police said, and 30 homes were lost."
    name = add(client, {"text": text})[0]["added"][0]
    before = orjson.dumps(settled(client)["ledger"])
    described = client.patch(f"/api/reports/{name}", json={"published": "2031-03-16"}).json()
    finished(client, described["job"])
    times = {claim["time"] for claim in ledger_of(client)["claims"]}
    assert "2031-03-14" in times
    undone = client.post(f"/api/corrections/{described['correction']['id']}/undo").json()
    finished(client, undone["job"])
    assert orjson.dumps(settled(client)["ledger"]) == before


def test_a_report_that_is_not_there_cannot_be_described(storm: TestClient) -> None:
    assert storm.patch("/api/reports/nowhere", json={"level": "public"}).status_code == 404
    name = settled(storm)["ledger"]["documents"][0]["id"]
    assert storm.patch(f"/api/reports/{name}", json={}).status_code == 422
    assert storm.patch(f"/api/reports/{name}", json={"published": "soon"}).status_code == 422
    assert storm.patch(f"/api/reports/{name}", json={"text": "other words"}).status_code == 422
    assert settled(storm)["corrections"] == []


def test_corrections_and_undo(storm: TestClient) -> None:
    before = settled(storm)
    nine, twelve = claim_with(before, "Nine people"), claim_with(before, "Twelve people")
    toll = question_of(before, nine)
    done = correct(storm, "reject", f"claim:{twelve['id']}", why="the mayor was misread", by="bo")
    assert done["correction"]["by"] == "bo"
    assert done["job"] is None
    after = done["case"]
    assert after["version"] > before["version"]
    assert claim_with(after, "Twelve people")["review"]["status"] == "rejected"
    assert question_of(after, nine)["finding"] == "single"
    assert storm.get("/api/case").json() == after
    undone = storm.post(f"/api/corrections/{done['correction']['id']}/undo", json={"why": "he was not", "by": "ana"})
    assert undone.status_code == 201
    case = undone.json()["case"]
    assert orjson.dumps(case["ledger"]) == orjson.dumps(before["ledger"])
    assert question_of(case, nine) == toll
    assert [(entry["kind"], entry["undone"]) for entry in case["corrections"]] == [("reject", True), ("undo", False)]
    again = storm.post(f"/api/corrections/{done['correction']['id']}/undo")
    assert (again.status_code, again.json()["detail"]) == (409, "it is undone already")
    redone = storm.post(f"/api/corrections/{undone.json()['correction']['id']}/undo").json()["case"]
    assert orjson.dumps(redone["ledger"]) == orjson.dumps(after["ledger"])


def test_every_kind_of_correction(storm: TestClient) -> None:
    case = settled(storm)
    nine, twelve = claim_with(case, "Nine people"), claim_with(case, "Twelve people")
    boats = question_of(case, claim_with(case, "Four boats"))
    toll = question_of(case, nine)
    assert toll["id"] == question_of(case, twelve)["id"]
    correct(storm, "accept", f"question:{toll['id']}")
    correct(storm, "edit", f"claim:{twelve['id']}", {"value": {"low": 9, "high": None}, "certainty": "hedged"})
    split = correct(storm, "split", f"question:{toll['id']}", {"claims": [twelve["id"]]})["case"]
    assert question_of(split, nine)["id"] != question_of(split, twelve)["id"]
    merged = correct(storm, "merge", f"question:{boats['id']}", {"questions": [twelve["id"]]})["case"]
    assert question_of(merged, twelve)["id"] == min(boats["id"], twelve["id"])
    origin = case["ledger"]["origins"][0]
    correct(storm, "relabel", f"origin:{origin['id']}", {"label": "Police of Port Sarn"})
    correct(storm, "edit", f"claim:{nine['id']}", {"measure": "injured", "place": "Port Sarn"})
    last = correct(storm, "relabel", f"question:{boats['id']}", {"label": "What was lost"})["case"]
    assert question_of(last, twelve)["label"] == "What was lost"
    assert "Police of Port Sarn" in {one["name"] for one in last["ledger"]["origins"]}
    assert all(entry["not_applied"] is None for entry in last["corrections"])
    hurt = next(claim for claim in last["ledger"]["claims"] if claim["id"] == nine["id"])
    assert (hurt["measure"], hurt["place"]) == ("injured", "Port Sarn")


def test_voices_that_are_one_are_one_origin_also_after_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path / "case") as storm:
        add(storm, *STORM)
        case = settled(storm)
        toll = question_of(case, claim_with(case, "Nine people"))
        police, mayor = (next(o for o in case["ledger"]["origins"] if name in o["name"].lower()) for name in ("police", "ona"))
        merged = correct(storm, "merge", f"origin:{police['id']}", {"origins": [mayor["id"]]})["case"]
    with serving(tmp_path / "case") as storm:
        again = settled(storm)
        assert again["ledger"] == merged["ledger"]
        one = next(o for o in again["ledger"]["origins"] if o["id"] == police["id"])
        assert {*police["names"], *mayor["names"]} == {*one["names"]}
        counted = question_of(again, claim_with(again, "Nine people"))["origins"]
        assert counted["at_most"] < toll["origins"]["at_most"]
        assert len(again["page"]["sides"][toll["id"]]) == 2
        split = correct(storm, "split", f"origin:{police['id']}", {"names": mayor["names"]})["case"]
        assert question_of(split, claim_with(split, "Nine people"))["origins"] == toll["origins"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "accept", "target": "claim:nowhere"}, 422),
        ({"kind": "accept", "target": "nowhere"}, 422),
        ({"kind": "delete", "target": "claim:x"}, 422),
        ({"kind": "accept"}, 422),
        ({"kind": "undo", "target": "correction:nowhere"}, 404),
        ({"kind": "undo", "target": "nowhere"}, 404),
        ({"kind": "edit", "target": "claim:x", "value": []}, 422),
        ({"kind": "edit", "target": "claim:x", "value": {"value": {"low": 10**30}}}, 422),
        ({"kind": "accept", "target": "claim:x", "by": ""}, 422),
        ({"kind": "accept", "target": "claim:x", "by": "x" * 101}, 422),
        ({"kind": "accept", "target": "claim:x", "at": "2031-01-01"}, 422),
        ({"kind": "merge", "target": "question:x", "value": {"questions": ["y" * 600_000]}}, 422),
        ({"kind": "merge", "target": "origin:x", "value": {"origins": ["y"]}}, 422),
        ({"kind": "split", "target": "origin:x", "value": {"names": [1]}}, 422),
    ],
)
def test_what_has_no_effect_is_refused_and_not_written_down(storm: TestClient, body: Json, status: int) -> None:
    answer = storm.post("/api/corrections", json=body)
    assert answer.status_code == status
    assert isinstance(answer.json()["detail"], str)
    assert len(answer.json()["detail"]) < 600
    case: LiveCase = storm.app.case  # type: ignore[attr-defined]
    assert not case.folder.log.journal.path.exists()


def test_a_correction_that_cannot_be_written_changes_nothing(storm: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    before = settled(storm)
    case: LiveCase = storm.app.case  # type: ignore[attr-defined]

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(case.folder.log, "append", full)
    answer = storm.post("/api/corrections", json={"kind": "accept", "target": f"claim:{before['ledger']['claims'][0]['id']}"})
    assert (answer.status_code, answer.json()["detail"]) == (503, "the case cannot be written to: No space left on device")
    assert settled(storm) == before


def test_a_correction_over_which_rashomon_breaks_is_left_out_and_named(
    storm: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rashomon.web import case as cases  # noqa: PLC0415

    claims = [claim["id"] for claim in settled(storm)["ledger"]["claims"][:2]]
    original = apply_corrections

    def broken(base: object, log: tuple[object, ...], **kept: object) -> object:
        if any(getattr(entry, "target", "") == f"claim:{claims[1]}" for entry in log):
            raise IndexError("list index out of range")
        return original(base, log, **kept)  # type: ignore[arg-type]

    correct(storm, "accept", f"claim:{claims[0]}")
    monkeypatch.setattr(cases, "apply_corrections", broken)
    answer = storm.post("/api/corrections", json={"kind": "accept", "target": f"claim:{claims[1]}"})
    assert answer.status_code == 422
    assert "IndexError" in answer.json()["detail"]
    live: LiveCase = storm.app.case  # type: ignore[attr-defined]
    entry = live.snapshot.log[0]
    log = (entry, type(entry)(id="x", at=entry.at, by="bo", kind="accept", target=f"claim:{claims[1]}"))
    found: Snapshot = live._snapshot(live.snapshot.base, log, version=9)
    assert [note.id for note in found.ledger.not_applied] == ["x"]
    assert found.form["claims"][0]["review"]["status"] == "accepted"


def test_search(storm: TestClient) -> None:
    hits = storm.get("/api/search", params={"q": 'SARN "ona brek"'}).json()
    ledger = settled(storm)["ledger"]
    texts = {document["id"]: document["text"] for document in ledger["documents"]}
    assert {texts[place["document"]][place["start"] : place["end"]] for place in hits["texts"]} == {"Sarn", "Ona Brek"}
    assert len({place["document"] for place in hits["texts"]}) == 1
    assert set(hits["claims"]) <= {claim["id"] for claim in ledger["claims"]}
    assert storm.get("/api/search", params={"q": "x" * 201}).status_code == 422
    assert storm.get("/api/search").status_code == 422


def test_an_export_for_others_keeps_what_is_not_public(storm: TestClient) -> None:
    herald = claim_with(settled(storm), "Twelve people")
    correct(storm, "accept", f"claim:{herald['id']}", why="I asked the mayor", by="Nadia Quist")
    gazette = claim_with(settled(storm), "Four boats")
    correct(storm, "reject", f"claim:{gazette['id']}", why="he counted twice", by="Nadia Quist")
    toll = question_of(settled(storm), herald)["id"]
    correct(storm, "split", f"question:{toll}", {"claims": [herald["id"]]}, why="another storm", by="Nadia Quist")
    for path, shown in (("/api/export?public=1", False), ("/api/export", True)):
        answer = storm.get(path)
        assert answer.headers["content-disposition"].startswith("attachment")
        assert ("mayor Ona Brek" in answer.text) is shown
        assert ("Nadia Quist" in answer.text) is shown
        assert ("he counted twice" in answer.text) is shown
        assert '"status":"rejected"' in answer.text.replace(" ", "")
    assert storm.get("/api/export?public=2").status_code == 422


def test_hostile_text_is_data(client: TestClient) -> None:
    text = (
        "</script><script>alert(1)</script> Nine people died, \u202epolice\u202c said. <img src=x onerror=alert(1)> "
        + "a" * 5_000
    )
    job = add(client, {"text": text, "outlet": "<b>Gazette</b>", "title": "javascript:alert(1)"})[0]
    assert job["problem"] is None
    assert ledger_of(client)["documents"][0]["text"] == text


def test_a_job_that_is_not_there(client: TestClient) -> None:
    assert client.get("/api/jobs/nowhere").status_code == 404
    assert client.get("/api/nowhere").status_code == 404
    assert client.delete("/api/case").status_code == 405


def test_the_api_is_described(client: TestClient) -> None:
    found = client.get("/api/openapi.json").json()
    assert {
        "/api/case",
        "/api/reports",
        "/api/reports/{name}",
        "/api/jobs/{name}",
        "/api/corrections",
        "/api/corrections/{name}/undo",
        "/api/search",
        "/api/export",
    } == set(found["paths"])
    assert {"application/json", "multipart/form-data"} == set(found["paths"]["/api/reports"]["post"]["requestBody"]["content"])


def test_the_case_fits_its_description(storm: TestClient) -> None:
    from rashomon.web.schemas import CaseForm, Corrected  # noqa: PLC0415

    CaseForm.model_validate(storm.get("/api/case", headers=BEARER).json())
    claim = settled(storm)["ledger"]["claims"][0]
    Corrected.model_validate(correct(storm, "accept", f"claim:{claim['id']}"))
