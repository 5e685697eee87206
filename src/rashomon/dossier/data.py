"""The data of a page: the ledger without what can be had from the rest of it, and what the ledger lacks.

A dossier is mailed, so what the page does not show is left out, and so is what it knows without being told: empty keys, the words
of a claim where its report's text is there, its question (which has it), what is usual. `ledger.json` has all of it. The page is
shown to people who act on it, so each claim is checked once more: its words must stand at its offsets. Those that do not are left
out and counted.
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
PLACED = 2
"""Of these, those that are shown with their places; none where one report answers, whose words stand above."""
MOST_SPANS = 4
"""Places shown for one reason."""
IN_A_CLAIM = frozenset("id document start end focus text value time voices certainty observed headline review".split())
"""Keys of a claim that a dossier shows."""
IN_A_VOICE = ("name", "cue", "body")
USUAL = {"certainty": "stated"}
"""What is left out where it is as here: an absent key means this. So does an absent `sure` mean that a finding is."""


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
    shown = {**ledger, "claims": [lean_claim(row, texts) for row in ledger.get("claims") or ()]}
    slim: Json = {key: without_empty(value) for key, value in shown.items() if key != "claims" or value}
    alone = len(ledger.get("stories") or ()) == 1
    for row, whole in zip(slim.get("questions") or (), ledger.get("questions") or (), strict=True):
        shorten_reasons(row, placed=0 if row.get("finding") == "single" else PLACED)
        row.pop("weight", None)
        if alone:
            row.pop("story", None)
        if whole.get("sure") is False:
            row["sure"] = False
        else:
            row.pop("sure", None)
        for answer in row.get("answers", ()):
            answer.pop("reasons", None)
    for row in slim.get("lineage") or ():
        shorten_reasons(row, placed=MOST_REASONS)
    return slim


def lean_claim(row: Mapping[str, Any], texts: Mapping[str, str]) -> Json:
    """Return what a dossier shows of a claim."""
    kept = {key: value for key, value in row.items() if key in IN_A_CLAIM and USUAL.get(key) != value}
    if kept.get("voices"):
        kept["voices"] = [{key: voice[key] for key in IN_A_VOICE if key in voice} for voice in kept["voices"]]
    if texts.get(row["document"]):
        kept.pop("text", None)
    return kept


def shorten_reasons(row: Json, *, placed: int) -> None:
    """Keep the first reasons, each once, with the first places of the first `placed`."""
    reasons = {reason.get("why"): reason for reason in reversed(row.get("reasons", ()))}
    first = list(dict.fromkeys(reason.get("why") for reason in row.get("reasons", ())))[:MOST_REASONS]
    if first:
        row["reasons"] = [
            {"why": why, "spans": reasons[why].get("spans", [])[:MOST_SPANS]} if place < placed else {"why": why}
            for place, why in enumerate(first)
        ]
    if any(reason.get("why") in row.get("because", "") for reason in row.get("reasons", ()) if reason.get("why")):
        row.pop("because", None)


def without_empty(value: Any) -> Any:
    """Return a copy of a value without the empty keys of its objects: null, false, and empty words, lists and objects."""
    if isinstance(value, Mapping):
        return {
            key: without_empty(inner) for key, inner in value.items() if inner is not False and inner not in (None, "", [], {})
        }
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value
