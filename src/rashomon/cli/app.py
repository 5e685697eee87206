"""The commands and their options. What they do is loaded only when a command runs, so that `--help` answers at once."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.errors import RashomonError

DONE, FAILED, USAGE = 0, 1, 2

app = typer.Typer(
    name="rashomon",
    help="Many reports, one event: what each report claims, who says so, and where they agree or conflict.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class LevelOption(StrEnum):
    """Who may see the reports."""

    public = "public"
    internal = "internal"
    embargoed = "embargoed"
    confidential = "confidential"


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from rashomon import __version__  # noqa: PLC0415 -- reads the package's metadata only when asked

        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=show_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""
    del version


@app.command()
def compare(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, JSONL, saved pages, PDFs, WARC, or URLs.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for ledger.json and dossier.html.")],
    open_page: Annotated[bool, typer.Option("--open", help="Open the dossier in the browser when it is done.")] = False,
    public: Annotated[
        bool, typer.Option("--public", help="Make a dossier for others: short excerpts of public reports only.")
    ] = False,
    level: Annotated[LevelOption | None, typer.Option(help="Who may see reports that do not say so themselves.")] = None,
    language: Annotated[str | None, typer.Option(help="Pipeline to read with: en, or a spaCy pipeline for English.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes to read with.")] = None,
    allow_private_addresses: Annotated[bool, typer.Option(help="Fetch from private and loopback addresses too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Compare reports of one event, or of several: writes DIR/ledger.json and DIR/dossier.html."""
    from rashomon.cli.compare import Request, run_compare  # noqa: PLC0415 -- loads what reads and compares

    request = Request(
        paths=tuple(paths),
        out=out,
        open_page=open_page,
        public=public,
        level=level.value if level else None,
        language=language,
        jobs=jobs,
        allow_private_addresses=allow_private_addresses,
        quiet=quiet,
        json_output=json_output,
    )
    raise typer.Exit(run_compare(request))


@app.command()
def check(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A ledger.json.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but problems.")] = False,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Check a ledger: its form, its spans, its digests."""
    from rashomon.cli.check import run_check  # noqa: PLC0415 -- loads the schema's validator

    raise typer.Exit(run_check(ledger, quiet=quiet, json_output=json_output))


@app.command()
def serve(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case; a new one is made.")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[REPORTS]...", help="Reports to add to it first.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port on loopback; 0 for any.")] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who signs corrections; you, if not given.")] = None,
    level: Annotated[LevelOption | None, typer.Option(help="Who may see reports that do not say so themselves.")] = None,
    language: Annotated[str | None, typer.Option(help="Pipeline to read with: en, or a spaCy pipeline for English.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes to read with.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Serve a case as a web app that only this machine can open: read on, correct, add reports."""
    from rashomon.cli.serve import Request, run_serve  # noqa: PLC0415 -- loads the server

    request = Request(
        case=case,
        paths=tuple(paths or ()),
        port=port,
        open_page=open_page,
        by=by,
        level=level.value if level else None,
        language=language,
        jobs=jobs,
        quiet=quiet,
        json_output=json_output,
    )
    raise typer.Exit(run_serve(request))


def main() -> None:
    """Run the command line; errors are told in one line, without a traceback."""
    try:
        app()
    except RashomonError as error:
        typer.echo(f"rashomon: {error}", err=True)
        sys.exit(FAILED)
