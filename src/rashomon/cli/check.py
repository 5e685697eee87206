"""`rashomon check`: say whether a ledger keeps its form."""

from pathlib import Path

import orjson
import typer

from rashomon.form import check_ledger

FINE, PROBLEMS, UNREADABLE = 0, 1, 2
MOST = 20


def run_check(path: Path, *, quiet: bool, json_output: bool) -> int:
    """Check a ledger file. Returns 0 where all is well, 1 where something is wrong, 2 where it is no JSON at all."""
    try:
        form = orjson.loads(path.read_bytes())
    except OSError as error:
        return unreadable(f"{path}: {error.strerror or error}", json_output=json_output)
    except orjson.JSONDecodeError as error:
        return unreadable(f"{path}: not JSON: {error}", json_output=json_output)
    problems = check_ledger(form)
    if json_output:
        typer.echo(orjson.dumps({"ledger": str(path), "problems": list(problems)}, option=orjson.OPT_INDENT_2).decode())
    else:
        for problem in problems[:MOST]:
            typer.echo(problem, err=True)
        if len(problems) > MOST:
            typer.echo(f"... and {len(problems) - MOST} more", err=True)
        if not problems and not quiet:
            typer.echo(f"{path}: {len(form['claims'])} claims, {len(form['questions'])} questions, all as they should be")
    return PROBLEMS if problems else FINE


def unreadable(why: str, *, json_output: bool) -> int:
    """Say that there is nothing to check."""
    if json_output:
        typer.echo(orjson.dumps({"problems": [why]}).decode())
    else:
        typer.echo(f"rashomon: {why}", err=True)
    return UNREADABLE
