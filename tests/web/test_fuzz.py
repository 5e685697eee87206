"""The API as it describes itself, asked at random: whatever is asked, the server does not break and answers as it says."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.web.serving import ACCESS, BEARER, STORM, add, serving

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
HEADERS = BEARER | {"Host": f"127.0.0.1:{ACCESS.port}"}
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


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    with serving(tmp_path_factory.mktemp("fuzz") / "case") as client:
        add(client, *STORM)
        yield schemathesis.openapi.from_asgi("/api/openapi.json", client.app, headers=HEADERS)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_nothing_breaks_the_server(schema: schemathesis.BaseSchema, method: str, path: str) -> None:
    @given(case=schema[path][method].as_strategy())
    @settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: "schemathesis.Case[Any]") -> None:
        case.call_and_validate(headers=HEADERS, checks=CHECKS)

    ask()
