"""From what the user named (files, folders, addresses) to single files and addresses, each once."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.ingest.draft import SetAsideError
from rashomon.ingest.guard import reason
from rashomon.model import NotRead

SUFFIXES = {
    ".txt": "text",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".warc": "web-archive",
    ".warc.gz": "web-archive",
}
"""What a file is, by the end of its name in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Files (by name), addresses, and what cannot be read at all."""

    files: tuple[tuple[str, Path], ...]
    addresses: tuple[str, ...]
    not_read: tuple[NotRead, ...]


def find_sources(paths: Sequence[str | Path]) -> Found:
    """Find every file and address behind `paths`, in an order that does not depend on theirs.

    Folders are searched to the bottom. A file that is reached twice (named twice, by a link, through its folder) counts
    once, under the smallest of its names.
    """
    files: dict[str, tuple[str, Path]] = {}
    addresses: set[str] = set()
    not_read: set[tuple[str, str]] = set()
    for given in paths:
        if isinstance(given, str) and "://" in given:
            addresses.add(given)
            continue
        for path, why in _walk(Path(given)):
            name = shown(path)
            if why:
                not_read.add((name, why))
                continue
            real = os.path.realpath(path)
            if real not in files or name < files[real][0]:
                files[real] = (name, path)
    return Found(
        files=tuple(files[real] for real in sorted(files, key=lambda real: files[real][0])),
        addresses=tuple(sorted(addresses)),
        not_read=tuple(NotRead(path=path, why=why) for path, why in sorted(not_read)),
    )


def kind_of(name: str) -> str:
    """Return what a file is by its name.

    Raises:
        SetAsideError: its type is not one that is read.
    """
    lower = name.lower()
    for suffix, kind in SUFFIXES.items():
        if lower.endswith(suffix):
            return kind
    ending = Path(name).suffix
    what = f"the file type {ending}" if ending else "a file without a type in its name"
    raise SetAsideError(f"{what} is not read; known are {' '.join(SUFFIXES)}")


def shown(path: Path) -> str:
    """Return a path as text that can be written anywhere; bytes in it that are no UTF-8 stand as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _walk(path: Path) -> list[tuple[Path, str]]:
    """Return the files under a path with an empty reason, and what is not read with its reason."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return [(path, "no such file or folder")]
    except OSError as error:
        return [(path, reason(error))]
    except ValueError:
        return [(path, "no valid path")]
    if stat.S_ISREG(mode):
        return [(path, "")]
    if not stat.S_ISDIR(mode):
        return [(path, "neither a file nor a folder")]
    try:
        children = sorted(path.iterdir())
    except OSError as error:
        return [(path, reason(error))]
    if not children:
        return [(path, "an empty folder")]
    found: list[tuple[Path, str]] = []
    for child in children:
        if child.name.startswith("."):
            found.append((child, "hidden; name it itself to have it read"))
        elif (page := _saved_page(child)) is not None:
            found.append((child, f"belongs to the saved page {page.name}"))
        elif child.is_symlink() and child.is_dir():
            found.append((child, "a link to a folder is not followed"))
        else:
            found += _walk(child)
    return found


def _saved_page(folder: Path) -> Path | None:
    """Return the page beside which a browser saved this folder of pictures, scripts and frames."""
    for ending in ("_files", "-files", ".files"):
        if folder.name.endswith(ending) and folder.is_dir():
            pages = [folder.with_name(folder.name.removesuffix(ending) + suffix) for suffix in (".html", ".htm", ".xhtml")]
            return next((page for page in pages if page.is_file()), None)
    return None
