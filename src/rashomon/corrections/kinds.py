"""What each kind of correction does on the desk. Each may say why it only had part of its effect."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from rashomon.corrections.desk import Desk, NotPossibleError, marked
from rashomon.corrections.entry import target, values
from rashomon.corrections.joining import merge, split
from rashomon.form.check import check_claim
from rashomon.form.reading import claim_of
from rashomon.form.writing import claim_form
from rashomon.ingest.fields import read_fields
from rashomon.model import Correction, CorrectionKind, ReviewStatus
from rashomon.values.measures import ASPECTS

EDITABLE = ("value", "time", "voices", "certainty", "measure", "place")
WORDS = ("measure", "place")
"""Fields that are words: what a claim counts or asks, and where."""
DESCRIBED = ("outlet", "published", "level")
LONGEST_NAME = 300
"""Characters of a label, or of a voice's name."""
VOICE: dict[str, Any] = {"start": None, "end": None, "cue": None, "body": None}


def judge(desk: Desk, entry: Correction, status: ReviewStatus) -> None:
    """Accept or reject a claim or a question."""
    sort, name = target(entry, "claim", "question")
    if sort == "question":
        pool = desk.question(name)
        pool.review = marked(pool.review, entry, status)
        return
    claim = desk.claim(name)
    before = desk.is_rejected(name)
    desk.claims[name] = replace(claim, review=marked(claim.review, entry, status))
    if desk.is_rejected(name) != before:
        desk.touched.add(desk.home[name].story)


def accept(desk: Desk, entry: Correction) -> None:
    """Accept a claim or a question as it is; what was rejected counts again."""
    judge(desk, entry, "accepted")


def reject(desk: Desk, entry: Correction) -> None:
    """Reject a claim or a question: it stays, marked."""
    judge(desk, entry, "rejected")


def edit(desk: Desk, entry: Correction) -> None:
    """Set right what the machine read of a claim; its words and its id stay."""
    _, name = target(entry, "claim")
    claim = desk.claim(name)
    given = values(entry, *EDITABLE)
    report = desk.reports[claim.document]
    old = claim_form(claim, report.text, (desk.home[name].id, "a"))
    new = {**old, **{key: patched(key, old[key], given[key]) for key in given}}
    problems = check_claim(new)
    if problems:
        raise NotPossibleError(problems[0])
    for key in ("value", "time"):
        if (old[key] is None) != (new[key] is None):
            raise NotPossibleError(f"a claim of kind {claim.kind} has {'no' if old[key] is None else 'a'} {key}")
    check_figure(new["value"])
    check_words(old, new)
    for voice in new["voices"]:
        if not voice["name"].strip() or len(voice["name"]) > LONGEST_NAME:
            raise NotPossibleError(f"a voice has a name of 1 to {LONGEST_NAME} characters")
        start, end = voice["start"], voice["end"]
        if (start is None) != (end is None) or (start is not None and not 0 <= start < end <= len(report.text)):
            raise NotPossibleError(f"the report has no words from {start} to {end}")
    before = {key: old[key] for key in given if old[key] != new[key]}
    made = claim_of(new)
    desk.claims[name] = replace(
        claim,
        value=made.value,
        time=claim.time if new["time"] == old["time"] else made.time,
        voices=made.voices,
        certainty=made.certainty,
        measure=made.measure,
        place=made.place,
        review=marked(claim.review, entry, "edited", before),
    )
    desk.touched.add(desk.home[name].story)


def patched(key: str, old: Any, new: Any) -> Any:
    """Return a field with what was given: of a value the keys that were given, of voices all.

    What a report gives in brackets in another unit goes with the figure that it converts.

    Raises:
        NotPossibleError: a value has keys that no value has.
    """
    if key == "value" and isinstance(old, Mapping) and isinstance(new, Mapping):
        unknown = next((name for name in new if name not in old), None)
        if unknown is not None:
            raise NotPossibleError(f"a value does not know {str(unknown)[:40]!r}")
        moved = any(old[name] != new.get(name, old[name]) for name in ("low", "high", "unit"))
        return {name: part for name, part in {**old, **new}.items() if name != "also" or not moved}
    if key == "voices" and isinstance(new, list):
        return [{**VOICE, **voice} if isinstance(voice, Mapping) else voice for voice in new]
    return " ".join(new.split()) if key in WORDS and isinstance(new, str) else new


def check_words(old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Refuse words that are none, and a measure that would ask for another side of the event than the question does.

    Raises:
        NotPossibleError: with the reason.
    """
    for key in WORDS:
        if len(new[key]) > LONGEST_NAME:
            raise NotPossibleError(f"a {key} has at most {LONGEST_NAME} characters")
    if old["measure"] != new["measure"] and {old["measure"], new["measure"]} & {*ASPECTS}:
        raise NotPossibleError(f"a claim cannot become or cease to be about {', '.join(ASPECTS)}")


def check_figure(value: Mapping[str, Any] | None) -> None:
    """Refuse a quantity whose bounds cannot be.

    Raises:
        NotPossibleError: with the reason.
    """
    if value is None:
        return
    bounds = [bound for bound in (value["low"], value["high"]) if bound is not None]
    if not bounds:
        raise NotPossibleError("a figure needs a lower or an upper bound")
    if not all(math.isfinite(bound) and abs(bound) < 1e18 for bound in bounds) or bounds != sorted(bounds):
        raise NotPossibleError("the lower bound of a figure is no larger than the upper one, and both are numbers of this world")
    if not str(value["unit"]).strip():
        raise NotPossibleError("a figure needs a unit")


def relabel(desk: Desk, entry: Correction) -> None:
    """Give a question or an origin another name."""
    sort, name = target(entry, "question", "origin")
    label = values(entry, "label").get("label")
    if not isinstance(label, str) or not label.strip() or len(label) > LONGEST_NAME:
        raise NotPossibleError(f"a label is a text of 1 to {LONGEST_NAME} characters")
    label = " ".join(label.split())
    if sort == "question":
        pool = desk.question(name)
        pool.label = label
        pool.review = marked(pool.review, entry, "relabelled")
        return
    card, _ = desk.origin(name)
    card.label = label
    card.review = marked(card.review, entry, "relabelled")


def describe(desk: Desk, entry: Correction) -> None:
    """Say what is known of a report: its outlet, its date, its level."""
    _, name = target(entry, "report")
    if name not in desk.reports:
        raise NotPossibleError(f"report {name} is not in the ledger")
    given = values(entry, *DESCRIBED)
    fields = read_fields(given)
    if fields.notes:
        raise NotPossibleError(fields.notes[0])
    report = desk.reports[name]
    if "outlet" in given:
        report = replace(report, outlet=fields.outlet)
    if "published" in given:
        report = replace(report, published=fields.published, published_guessed=False)
    if fields.level is not None:
        report = replace(report, level=fields.level)
    if (report.outlet, report.published) != (desk.reports[name].outlet, desk.reports[name].published) and name in desk.story_of:
        desk.touched.add(desk.story_of[name])
    desk.reports[name] = report


KINDS: Mapping[CorrectionKind, Callable[[Desk, Correction], str | None]] = {
    "accept": accept,
    "reject": reject,
    "edit": edit,
    "merge": merge,
    "split": split,
    "relabel": relabel,
    "describe": describe,
}
"""What to do, by kind; what comes back says what of it could not be done."""
