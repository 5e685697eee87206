"""`rashomon serve`: one case as a web app on loopback."""

import getpass
import webbrowser
from dataclasses import dataclass
from pathlib import Path

import orjson
import typer

from rashomon.errors import InputError
from rashomon.ingest.fields import is_web_address
from rashomon.model import Level
from rashomon.settings import Settings
from rashomon.web.case import CaseOptions
from rashomon.web.serve import serve_case

DONE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for; None means that settings or defaults decide."""

    case: Path
    paths: tuple[str, ...] = ()
    port: int | None = None
    open_page: bool = False
    by: str | None = None
    level: Level | None = None
    language: str | None = None
    jobs: int | None = None
    quiet: bool = False
    json_output: bool = False


def run_serve(request: Request) -> int:
    """Serve a case until it is stopped. Returns the exit code."""
    for name in request.paths:
        if not is_web_address(name) and not Path(name).exists():
            raise InputError(name, "no such file or folder")
    settings = Settings.load(level=request.level, language=request.language, jobs=request.jobs)
    options = CaseOptions(level=settings.level, language=settings.language, by=" ".join((request.by or user()).split())[:100])

    def tell(address: str) -> None:
        if request.json_output:
            typer.echo(orjson.dumps({"case": str(request.case), "address": address}).decode())
        elif not request.quiet:
            typer.echo(f"{request.case}: {address}")
            typer.echo("Only this machine can open it, and only by this address. Ctrl-C stops it.")
        if request.open_page:
            webbrowser.open(address)

    serve_case(request.case, list(request.paths), options=options, port=request.port, processes=settings.jobs, tell=tell)
    return DONE


def user() -> str:
    """Return who is logged in, by which corrections are signed where nobody is named."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
