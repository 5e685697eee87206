"""Sources: voices without a name, where a chain ends, and voices that are a document, which somebody can ask for."""

import re
from collections.abc import Mapping
from typing import Any

from rashomon.values.standing import is_unnamed

DOCUMENTS = frozenset(
    "affidavit agenda agreement archive audit bulletin census certificate communique complaint contract database decree dispatch "
    "document dossier email file filing finding indictment inventory invoice judgment leaflet letter list log logbook manifest "
    "map memo memorandum minutes note notice order papers petition poll protocol record register registry release report "
    "resolution ruling statement study subpoena summons survey testimony transcript verdict warrant".split()
)
"""Singular nouns that name a written thing; set by hand, independent of any report."""
WORD = re.compile(r"[^\W\d_]+")


def last_voices(ledger: Mapping[str, Any]) -> list[str]:
    """Return the last voice of each chain, each name once, sorted."""
    return sorted({row["voices"][-1]["name"] for row in ledger.get("claims") or () if row.get("voices")})


def unnamed_voices(ledger: Mapping[str, Any]) -> list[str]:
    """Return the voices at the end of a chain that have no name of their own."""
    return [name for name in last_voices(ledger) if is_unnamed(name)]


def documents_named(ledger: Mapping[str, Any]) -> list[str]:
    """Return the voices at the end of a chain that are a document: "preliminary findings of the ministry"."""
    return [name for name in last_voices(ledger) if is_document(name)]


def is_document(name: str) -> bool:
    """Whether a name's head (what stands before "of", "by", "from" ...) is a written thing."""
    head = re.split(r",| (?:of|from|by|in|on|for|to|about|dated) ", name.strip(), maxsplit=1)[0]
    words = WORD.findall(head.casefold())
    return bool(words) and (words[-1] in DOCUMENTS or words[-1].removesuffix("s") in DOCUMENTS)
