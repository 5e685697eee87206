"""What is told about a report beside its text: in a line of JSON, in front matter, in the head of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args
from urllib.parse import urlsplit

from rashomon.ingest.dates import read_date
from rashomon.ingest.draft import one_line
from rashomon.model import Level

KNOWN = ("id", "title", "outlet", "published", "url", "level")
NOTHING = frozenset({"", "null", "none", "~", "n/a"})
"""How people write that they do not know, besides leaving it out."""
STRICTNESS: tuple[Level, ...] = get_args(Level)
"""Levels from the loosest to the strictest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of a report as they were given, in order; `notes` tell what of them could not be understood."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    level: Level | None = None
    notes: tuple[str, ...] = ()


def read_fields(given: Mapping[str, object]) -> Fields:
    """Read the known fields of a mapping; what is wrong with one becomes a note and does not touch the others."""
    notes: list[str] = []
    words: dict[str, str | None] = {}
    for name in KNOWN:
        value = given.get(name)
        try:
            words[name] = _plain(value)
        except ValueError as error:
            words[name] = None
            notes.append(f"{name} left out: {error}")
    published, problem = read_date(words["published"]) if words["published"] else (None, None)
    if problem:
        notes.append(problem)
    url = words["url"]
    if url and not is_web_address(url):
        notes.append(f"url '{url[:200]}' left out: no http or https address")
        url = None
    level = words["level"]
    if level and level.lower() not in STRICTNESS:
        notes.append(f"level '{level[:200]}' not understood; held as confidential")
    return Fields(
        id=words["id"],
        title=words["title"],
        outlet=words["outlet"],
        published=published,
        url=url,
        level=read_level(level),
        notes=tuple(notes),
    )


def read_level(word: str | None) -> Level | None:
    """Return the level that a word names; a word that names none is taken for the strictest that can be meant."""
    if word is None:
        return None
    return cast(Level, word.lower()) if word.lower() in STRICTNESS else "confidential"


def effective_level(own: Level | None, wanted: Level) -> Level:
    """Return a report's level from what it says itself and what the caller wants for all.

    Its own word counts, except that nothing loosens an intake that is embargoed or confidential as a whole.
    """
    if own is None:
        return wanted
    if wanted in ("embargoed", "confidential"):
        return max(own, wanted, key=STRICTNESS.index)
    return own


def is_web_address(url: str) -> bool:
    """Whether this is an absolute http or https address; others must never become links on a page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(letter.isspace() for letter in url)


def _plain(value: object) -> str | None:
    """Return a field as one line of text.

    Raises:
        ValueError: it is a list, a mapping or a truth value, or holds broken characters.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise ValueError("not a text")
    line = one_line(value)
    return None if line is None or line.lower() in NOTHING else line
