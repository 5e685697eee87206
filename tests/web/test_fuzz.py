"""The API as it describes itself, asked at random: whatever is asked, the server does not break and answers as it says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.web.serving import STORM, listening_server

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
ROUTES = (
    ("GET", "/api/case"),
    ("GET", "/api/search"),
    ("GET", "/api/export"),
    ("GET", "/api/jobs/{name}"),
    ("POST", "/api/reports"),
    ("PATCH", "/api/reports/{name}"),
    ("POST", "/api/corrections"),
    ("POST", "/api/corrections/{name}/undo"),
)


Described = tuple[schemathesis.BaseSchema, dict[str, str]]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """Give the API of a case with two reports, and the headers to ask it with."""
    home = tmp_path_factory.mktemp("fuzz")
    lines = home / "storm.jsonl"
    lines.write_text("\n".join(json.dumps(report) for report in STORM), encoding="utf-8")
    with listening_server(home / "case", str(lines)) as (address, _):
        base, _, token = address.partition("/?token=")
        headers = {"Authorization": f"Bearer {token}"}
        yield schemathesis.openapi.from_url(f"{base}/api/openapi.json", headers=headers), headers


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_nothing_breaks_the_server(described: Described, method: str, path: str) -> None:
    schema, headers = described

    @given(case=schema[path][method].as_strategy())
    @settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: "schemathesis.Case[Any]") -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    ask()
