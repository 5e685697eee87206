"""The data of a page: the ledger without what can be had from the rest of it, and what the ledger lacks.

A dossier is mailed, so keys that are empty are left out, and so are the words of a claim where its report's text is there, and
all but the first reasons. `ledger.json` has them all. The page is shown to people who act on it, so each claim is checked once
more: its words must stand at its offsets. Those that do not are left out and counted.
"""

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import orjson

from rashomon.dossier.missing import missing_fields
from rashomon.dossier.public import public_ledger
from rashomon.dossier.sides import count_sides
from rashomon.dossier.sources import documents_named, unnamed_voices

Json = dict[str, Any]
MOST_REASONS = 5
"""Reasons shown of a question: the finding's, the origins', and the strongest links."""
MOST_SPANS = 6
"""Places shown for one reason."""


def page_data(ledger: Mapping[str, Any], *, public: bool = False) -> Json:
    """Return what a page shows of a ledger.

    Args:
        ledger: The ledger's JSON form.
        public: Only what may be shown to others: short excerpts of public reports, no words of any other.

    Returns:
        `ledger`, in its own form but lean, and `page` (see `page_extras`).
    """
    shown = public_ledger(ledger) if public else ledger
    shown, unpinned = (shown, 0) if public else without_unpinned(shown)
    return {"ledger": lean(shown), "page": page_extras(ledger, shown, public=public, unpinned=unpinned)}


def page_extras(ledger: Mapping[str, Any], shown: Mapping[str, Any], *, public: bool = False, unpinned: int = 0) -> Json:
    """Return what a page shows beside a ledger.

    Args:
        ledger: The ledger's JSON form.
        shown: What of it the page shows.
        public: The page is for others.
        unpinned: Claims that were left out of what is shown.

    Returns:
        `version` of rashomon, `digest` (SHA-256 of ledger.json), `public`, `unpinned`, `sides` (origins at least and at most
        behind each answer of a question with several), `unnamed` (voices without a name), `documents` (voices that are a
        document), `missing` (see `missing_fields`).
    """
    return {
        "version": rashomon_version(),
        "digest": ledger_digest(ledger),
        "public": public,
        "unpinned": unpinned,
        "sides": count_sides(shown),
        "unnamed": unnamed_voices(shown),
        "documents": documents_named(shown),
        "missing": missing_fields(shown),
    }


def rashomon_version() -> str:
    """Return the version that made the page."""
    try:
        return version("rashomon")
    except PackageNotFoundError:
        return "unknown"


def ledger_digest(ledger: Mapping[str, Any]) -> str:
    """Return the SHA-256 of `ledger.json` as `rashomon compare` writes it, by which a dossier is cited."""
    try:
        content = orjson.dumps(ledger, option=orjson.OPT_INDENT_2) + b"\n"
    except TypeError:  # a lone surrogate: orjson writes strict UTF-8 only
        content = json.dumps(ledger, indent=2).encode() + b"\n"
    return hashlib.sha256(content).hexdigest()


def without_unpinned(ledger: Mapping[str, Any]) -> tuple[Json, int]:
    """Return a ledger without the claims whose words do not stand where it says, and how many these are."""
    texts = {row["id"]: row.get("text") or "" for row in ledger.get("documents") or ()}
    claims = list(ledger.get("claims") or ())
    kept = [row for row in claims if is_pinned(row, texts.get(row["document"]))]
    if len(kept) == len(claims):
        return dict(ledger), 0
    names = {row["id"] for row in kept}
    questions = [
        {**row, "answers": [{**a, "claims": [n for n in a.get("claims") or () if n in names]} for a in row.get("answers") or ()]}
        for row in ledger.get("questions") or ()
    ]
    return {**ledger, "claims": kept, "questions": questions}, len(claims) - len(kept)


def is_pinned(row: Mapping[str, Any], text: str | None) -> bool:
    """Whether a claim's words stand at its offsets, and its focus inside them."""
    start, end = row["start"], row["end"]
    low, high = row.get("focus") or (start, end)
    return text is not None and bool(0 <= start <= low < high <= end) and text[start:end] == row.get("text")


def lean(ledger: Mapping[str, Any]) -> Json:
    """Return a ledger without what can be had from the rest of it; every key that is left has the value that it had."""
    texts = {row["id"]: row.get("text") or "" for row in ledger.get("documents") or ()}
    slim: Json = {key: without_empty(value) for key, value in ledger.items()}
    for row in slim.get("claims") or ():
        if texts.get(row["document"]):
            row.pop("text", None)
    for row in (*(slim.get("questions") or ()), *(slim.get("lineage") or ())):
        shorten_reasons(row)
        for answer in row.get("answers", ()):
            answer.pop("reasons", None)
    return slim


def shorten_reasons(row: Json) -> None:
    """Keep the first reasons, each once, and the first places of each."""
    reasons = {reason.get("why"): reason for reason in reversed(row.get("reasons", ()))}
    first = list(dict.fromkeys(reason.get("why") for reason in row.get("reasons", ())))[:MOST_REASONS]
    if first:
        row["reasons"] = [{**reasons[why], "spans": reasons[why].get("spans", [])[:MOST_SPANS]} for why in first]
    if any(reason.get("why") in row.get("because", "") for reason in row.get("reasons", ()) if reason.get("why")):
        row.pop("because", None)


def without_empty(value: Any) -> Any:
    """Return a copy of a value without the empty keys of its objects: null, false, and empty words, lists and objects."""
    if isinstance(value, Mapping):
        return {
            key: without_empty(inner) for key, inner in value.items() if inner is not False and inner not in (None, "", [], {})
        }
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value
