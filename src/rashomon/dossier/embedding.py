"""Embedding: the ledger as JSON inside the page, apart from its looks.

A dossier is mailed, so the page carries the ledger's form without what can be had from the rest of it: keys that are empty, the
words of a claim where its report's text is there, and the reasons one by one, which the page shows and `because` sums up.
`ledger.json` has them all.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

SURROGATE = re.compile("[\ud800-\udfff]")


def embed(ledger: Mapping[str, Any]) -> str:
    """Return a ledger as JSON that can stand inside a script element: `<` is written as an escape, lone surrogates too."""
    text = json.dumps(lean(ledger), ensure_ascii=False, separators=(",", ":"))
    text = SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace("<", "\\u003c")


def lean(ledger: Mapping[str, Any]) -> dict[str, Any]:
    """Return a ledger without what can be had from the rest of it; every key that is left has the value that it had."""
    texts = {row["id"]: row.get("text") or "" for row in ledger.get("documents") or ()}
    slim = {key: without_empty(value) for key, value in ledger.items()}
    for row in slim.get("claims") or ():
        if texts.get(row["document"]):
            row.pop("text", None)
    for row in (*(slim.get("questions") or ()), *(slim.get("lineage") or ())):
        for holder in (row, *row.get("answers", ())):
            holder.pop("reasons", None)
    return slim


def without_empty(value: Any) -> Any:
    """Return a copy of a value without the empty keys of its objects: null, false, and empty words, lists and objects."""
    if isinstance(value, Mapping):
        return {
            key: without_empty(inner) for key, inner in value.items() if inner is not False and inner not in (None, "", [], {})
        }
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value
