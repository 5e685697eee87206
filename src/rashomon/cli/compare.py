"""`rashomon compare`: read, compare, write, and say what was found."""

import logging
import os
import tempfile
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from rashomon.cli.summary import summary_lines
from rashomon.dossier import render_dossier
from rashomon.errors import InputError, NothingReadError
from rashomon.form import ledger_to_dict
from rashomon.ingest import IngestOptions, read_reports
from rashomon.model import Level
from rashomon.pipeline import compare_reports
from rashomon.settings import Settings

DONE, NOTHING = 0, 1
NOISY = ("trafilatura", "htmldate", "readability")
"""Libraries that log what a user can do nothing about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for; None means that settings or defaults decide."""

    paths: tuple[str, ...]
    out: Path
    open_page: bool = False
    public: bool = False
    level: Level | None = None
    language: str | None = None
    jobs: int | None = None
    allow_private_addresses: bool = False
    quiet: bool = False
    json_output: bool = False


def run_compare(request: Request) -> int:
    """Compare reports and write the ledger and the dossier. Returns the exit code."""
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    settings = Settings.load(level=request.level, language=request.language, jobs=request.jobs)
    check_folder(request.out)
    console = Console(stderr=True, quiet=request.quiet or request.json_output)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bars:
        tell = progress_of(bars)
        options = IngestOptions(level=settings.level, allow_private_addresses=request.allow_private_addresses, progress=tell)
        intake = read_reports(request.paths, options=options)
        if not intake.reports:
            tell_nothing_read(intake.not_read, request)
            return NOTHING
        ledger = compare_reports(intake, language=settings.language, jobs=settings.jobs, progress=tell)
        form = ledger_to_dict(ledger)
        page = render_dossier(form, public=request.public)
    request.out.mkdir(parents=True, exist_ok=True)
    ledger_path, page_path = request.out / "ledger.json", request.out / "dossier.html"
    write(ledger_path, orjson.dumps(form, option=orjson.OPT_INDENT_2) + b"\n")
    write(page_path, page.encode("utf-8", "surrogatepass"))
    if request.json_output:
        told = {"ledger": str(ledger_path), "dossier": str(page_path), "exit": DONE, **counts(form)}
        typer.echo(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
    elif not request.quiet:
        for line in summary_lines(form, ledger_path, page_path, public=request.public):
            typer.echo(line)
    if request.open_page:
        webbrowser.open(page_path.resolve().as_uri())
    return DONE


def check_folder(path: Path) -> None:
    """Refuse a folder that cannot be written to, before anything is read for it.

    Raises:
        InputError: a file stands in its place, or nothing may be written there.
    """
    there = next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())
    if not there.is_dir():
        raise InputError(str(path), f"--out names a folder, and {there} is a file; name another")
    if not os.access(there, os.W_OK | os.X_OK):
        raise InputError(str(path), f"nothing may be written into {there}; name another folder with --out")


def progress_of(bars: Progress) -> Callable[[str, int, int], None]:
    """Return a callback that moves the bar of each stage."""
    tasks: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=total)
        bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]  # rich's TaskID is an int

    return tell


def tell_nothing_read(not_read: tuple[object, ...], request: Request) -> None:
    """Say that nothing could be read, and why."""
    entries = [{"path": entry.path, "why": entry.why} for entry in not_read]  # type: ignore[attr-defined]
    if request.json_output:
        typer.echo(orjson.dumps({"exit": NOTHING, "not_read": entries}, option=orjson.OPT_INDENT_2).decode())
        return
    raise NothingReadError(not_read)  # type: ignore[arg-type]


def counts(form: dict[str, object]) -> dict[str, object]:
    """Return what the terminal would say, for programs."""
    questions: list[dict[str, object]] = form["questions"]  # type: ignore[assignment]
    findings = [question["finding"] for question in questions]
    keys = ("id", "label", "kind", "finding", "how", "origins", "reports")
    return {
        "reports": len(form["documents"]),  # type: ignore[arg-type]
        "stories": len(form["stories"]),  # type: ignore[arg-type]
        "claims": len(form["claims"]),  # type: ignore[arg-type]
        "questions": len(questions),
        "findings": {name: findings.count(name) for name in ("conflict", "update", "differ", "agree", "single")},
        "first": [{key: question[key] for key in keys} for question in questions[:8]],
        "not_read": form["not_read"],
    }


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
