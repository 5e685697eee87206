"""The app: the routes of docs/api.md over one live case, behind the guard."""

import html
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import orjson
from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from rashomon import __version__
from rashomon.corrections import undone_by
from rashomon.dossier import render_app, render_dossier
from rashomon.errors import RashomonError
from rashomon.model import Correction, Level
from rashomon.web.case import LiveCase, NotPossibleError, NotYetError, Snapshot, StorageError, UnknownError, correction_form
from rashomon.web.guard import HEADERS, Access, Guard
from rashomon.web.jobs import Job, TooManyJobsError
from rashomon.web.posting import lay_out, lay_out_files
from rashomon.web.schemas import (
    CaseForm,
    Corrected,
    Description,
    Hits,
    JobStarted,
    JobState,
    NewCorrection,
    NewReport,
    Problem,
    Signed,
)
from rashomon.web.search import search

MOST_FILES = 200
LONGEST_QUERY = 200
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)
STATUS: dict[type[Exception], int] = {
    NotPossibleError: 422,
    UnknownError: 404,
    NotYetError: 409,
    TooManyJobsError: 429,
    StorageError: 503,
    RashomonError: 422,
}
"""What an error answers; the first that fits."""
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": HTTPStatus(status).phrase}
    for status in (400, 401, 403, 404, 409, 413, 415, 421, 422, 429, 503)
}
POSTED: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": NewReport.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1},
                        "level": {"enum": list(get_args(Level))},
                    },
                }
            },
        },
    }
}


def create_app(case: LiveCase, access: Access) -> ASGIApp:
    """Return the app over a case. It opens the case when it starts and closes it when it ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        case.start()
        yield
        case.close()

    app = FastAPI(
        title="Rashomon",
        version=__version__,
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=PROBLEMS,
    )
    add_handlers(app)
    add_reading(app, case)
    add_writing(app, case)
    return Guard(app, access)


def add_handlers(app: FastAPI) -> None:
    """Let every problem be told in one sentence."""

    def tell(_: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            return JSONResponse({"detail": str(error.detail)}, error.status_code, headers=error.headers)
        status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
        return JSONResponse({"detail": str(error)}, status)

    def tell_form(_: Request, error: Exception) -> Response:
        return JSONResponse({"detail": sentence(cast(RequestValidationError, error).errors())}, 422)

    for kind in (HTTPException, RashomonError):
        app.add_exception_handler(kind, tell)
    app.add_exception_handler(RequestValidationError, tell_form)


def add_reading(app: FastAPI, case: LiveCase) -> None:
    """Add the routes that change nothing."""

    @app.get("/", include_in_schema=False)
    def page() -> Response:
        """The page of the app."""
        text = render_app()
        found = POLICY.search(text)
        policy = (
            f"{html.unescape(found[1]).rstrip('; ')}; frame-ancestors 'none'" if found else HEADERS["content-security-policy"]
        )
        headers = {"content-security-policy": policy}
        return Response(text.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)

    @app.get("/api/case", response_model=CaseForm, responses={204: {"description": "Nothing is newer."}})
    def read_case(since: Annotated[int | None, Query(ge=0)] = None) -> Response:
        """The case, with the corrections applied."""
        now = case.snapshot
        if since is not None and since >= now.version:
            return Response(status_code=204)
        return Response(case.body(now), media_type="application/json")

    @app.get("/api/search", response_model=Hits)
    def find(q: Annotated[str, Query(max_length=LONGEST_QUERY)]) -> dict[str, Any]:
        """Claims and places in texts that have every word."""
        return search(case.snapshot.form, q)

    @app.get("/api/export", response_class=Response, responses={200: {"content": {"text/html": {}}}})
    def export(public: bool = False) -> Response:
        """The dossier as a file: complete, or for others."""
        text = render_dossier(case.snapshot.form, public=public)
        name = "dossier-public.html" if public else "dossier.html"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(text.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)

    @app.get("/api/jobs/{name}", response_model=JobState)
    def read_job(name: str) -> dict[str, Any]:
        """How far a job is."""
        if name not in case.jobs.jobs:
            raise UnknownError("there is no such job")
        return case.jobs.jobs[name].form()


def add_writing(app: FastAPI, case: LiveCase) -> None:
    """Add the routes that change the case."""

    @app.post("/api/reports", status_code=202, response_model=JobStarted, openapi_extra=POSTED)
    async def add_reports(request: Request) -> dict[str, str]:
        """Add reports: as text, by address, or as files of any kind that ingest reads."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "multipart/form-data":
            async with request.form(max_files=MOST_FILES, max_fields=10) as form:
                files = [part for part in form.getlist("files") if isinstance(part, UploadFile)]
                level = form.get("level") or None
                if not files or level not in (None, *get_args(Level)):
                    raise HTTPException(422, "no level of that name" if files else "no part with the name files")
                job = await run_in_threadpool(add_files, files, cast(Level | None, level))
        elif kind == "application/json":
            try:
                given = NewReport.model_validate_json(await request.body())
            except ValidationError as error:
                raise HTTPException(422, sentence(error.errors())) from None
            job = await run_in_threadpool(add_report, given)
        else:
            raise HTTPException(415, "post JSON or multipart/form-data")
        return {"job": job.id}

    def add_files(files: list[UploadFile], level: Level | None) -> Job:
        return posted(lambda folder: lay_out_files(folder, files), level)

    def add_report(given: NewReport) -> Job:
        if given.url is not None:
            return case.add([given.url], level=given.level)
        return posted(lambda folder: lay_out(folder, given), given.level)

    def posted(lay: Callable[[Path], list[str]], level: Level | None) -> Job:
        folder = None
        try:
            folder = case.folder.make_incoming()
            paths = lay(folder)
        except OSError as error:
            case.folder.drop_incoming(folder)
            raise StorageError(error) from error
        return case.add(paths, level=level, posted=folder)

    @app.patch("/api/reports/{name:path}", response_model=Corrected)
    def describe(name: str, given: Description) -> Response:
        """Say what is known of a report; a correction, which can be undone as one."""
        if case.opened and name not in {report.id for report in case.snapshot.ledger.reports}:
            raise UnknownError("there is no such report")
        value = given.model_dump(include={"outlet", "published", "level"}, exclude_unset=True)
        return corrected(lambda: case.correct("describe", f"report:{name}", value=value, why=given.why, by=given.by))

    @app.post("/api/corrections", status_code=201, response_model=Corrected)
    def correct(given: NewCorrection) -> Response:
        """Write a correction down and apply it."""
        return corrected(
            lambda: case.correct(given.kind, given.target, value=given.value, why=given.why, by=given.by), HTTPStatus.CREATED
        )

    @app.post("/api/corrections/{name}/undo", status_code=201, response_model=Corrected)
    def undo(name: str, given: Signed | None = None) -> Response:
        """Undo a correction; the undo is an entry of the log, too."""
        signed = given or Signed()
        return corrected(lambda: case.correct("undo", f"correction:{name}", why=signed.why, by=signed.by), HTTPStatus.CREATED)

    def corrected(act: Callable[[], tuple[Correction, Snapshot, Job | None]], status: HTTPStatus = HTTPStatus.OK) -> Response:
        entry, now, job = act()
        form = correction_form(entry, undone_by(now.log), {})
        return JSONBytes({"correction": form, "case": case.form(now), "job": job.id if job else None}, status)


class JSONBytes(JSONResponse):
    """JSON by the writer that the rest of rashomon uses."""

    def render(self, content: Any) -> bytes:
        """Return the bytes."""
        return orjson.dumps(content)


def sentence(errors: Any) -> str:
    """Return what is wrong with a body, in one sentence and without what stood in it."""
    first = errors[0]
    where = "/".join(str(part) for part in first["loc"] if part != "body") or "the body"
    return f"{where}: {first['msg'].removeprefix('Value error, ')}"[:500]
