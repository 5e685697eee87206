"""Posted reports: what came in a request is laid into files, so that ingest reads it as it reads everything else."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import orjson
from starlette.datastructures import UploadFile

from rashomon.web.schemas import NewReport

PASTED = "pasted text.jsonl"
LONGEST_NAME = 120
UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")


def lay_out(folder: Path, given: NewReport) -> list[str]:
    """Lay a report that came as text into a file. Returns what to read."""
    path = folder / PASTED
    record = given.model_dump(include={"text", "title", "outlet", "published", "level"}, exclude_none=True)
    path.write_bytes(orjson.dumps(record) + b"\n")
    return [str(path)]


def lay_out_files(folder: Path, files: Sequence[UploadFile]) -> list[str]:
    """Lay posted files under their own names into folders of their own. Returns what to read."""
    paths = []
    for number, file in enumerate(files):
        home = folder / str(number)
        home.mkdir()
        path = home / file_name(file.filename or "")
        with path.open("xb") as target:
            shutil.copyfileobj(file.file, target)
        paths.append(str(path))
    return paths


def file_name(given: str) -> str:
    """Return a name that stays in its folder and keeps its ending; names may come with a path, from any system."""
    name = re.split(r"[/\\]", given)[-1].encode("utf-8", "replace").decode()
    name = UNSAFE.sub("_", name).strip(" .") or "unnamed"
    if len(name) > LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: LONGEST_NAME - 12]}{dot}{ending}"[:LONGEST_NAME] if len(ending) < 10 else name[:LONGEST_NAME]
    while len(name.encode()) > 2 * LONGEST_NAME:
        name = name[1:]
    return name
