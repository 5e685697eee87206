"""What each kind of correction does on the desk. Each may say why it only had part of its effect."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from rashomon.corrections.desk import Desk, NotPossibleError, Pool, by_hand, marked
from rashomon.form.check import check_claim
from rashomon.form.reading import claim_of
from rashomon.form.writing import claim_form
from rashomon.ingest.fields import read_fields
from rashomon.model import Correction, CorrectionKind, Review, ReviewStatus
from rashomon.values.measures import ASPECTS

EDITABLE = ("value", "time", "voices", "certainty")
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
    return new


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


def merge(desk: Desk, entry: Correction) -> str | None:
    """Let questions be one."""
    _, name = target(entry, "question")
    pool = desk.question(name)
    others: dict[int, Pool] = {}
    missing = []
    for other in names(entry, "questions"):
        try:
            found = desk.question(other)
        except NotPossibleError:
            missing.append(other)
            continue
        if found is not pool:
            others[id(found)] = found
    if missing and not others:
        raise NotPossibleError(f"question {missing[0]} is not in the ledger")
    for one in others.values():
        check_fit(desk, pool, one)
    parts = sorted((pool, *others.values()), key=lambda part: part.id)
    whole = Pool(
        story=pool.story,
        kind=pool.kind,
        claims=set().union(*(part.claims for part in parts)),
        links=tuple(
            sorted((link for part in parts for link in part.links), key=lambda link: (-link.score, link.left, link.right))
        ),
        was=set().union(*(part.was for part in parts), {part.id for part in parts}),
        label=pool.label or next((part.label for part in parts if part.label), None),
        review=marked(joined([pool, *(part for part in parts if part is not pool)]), entry, "merged"),
        said=[reason for part in parts for reason in part.said],
    )
    whole.was.discard(whole.id)
    whole.said.append(by_hand("Joined"))
    desk.settle(whole)
    desk.touched.add(whole.story)
    return f"question {missing[0]} is not in the ledger; the others were joined" if missing else None


def joined(parts: list[Pool]) -> Review | None:
    """Return one review of several questions: the first's decision, with everybody's corrections."""
    reviews = [part.review for part in parts if part.review is not None]
    if not reviews:
        return None
    corrections = tuple(dict.fromkeys(name for review in reviews for name in review.corrections))
    return replace(reviews[0], status="merged", corrections=corrections)


def check_fit(desk: Desk, one: Pool, two: Pool) -> None:
    """Refuse to join what cannot be one question.

    Raises:
        NotPossibleError: they are of two stories or kinds, or ask for different sides of an event.
    """
    if one.story != two.story:
        raise NotPossibleError("questions of two stories cannot be joined")
    if one.kind != two.kind:
        raise NotPossibleError(f"a question of kind {one.kind} cannot be joined with one of kind {two.kind}")
    sides = {measure if measure in ASPECTS else "" for measure in (desk.claims[c].measure for c in (*one.claims, *two.claims))}
    if len(sides) > 1:
        raise NotPossibleError("one asks for an hour, a place, an age or a home, and the other does not")


def split(desk: Desk, entry: Correction) -> str | None:
    """Let claims leave a question for one of their own."""
    _, name = target(entry, "question")
    pool = desk.question(name)
    wanted = names(entry, "claims")
    leaving = {claim for claim in wanted if claim in pool.claims}
    away = [claim for claim in wanted if claim not in pool.claims]
    if not leaving:
        raise NotPossibleError(f"question {name} does not have claim {wanted[0]}")
    if leaving == pool.claims:
        raise NotPossibleError("all claims of the question would leave it")
    old = pool.id
    apart = Pool(
        story=pool.story,
        kind=pool.kind,
        claims=leaving,
        links=tuple(link for link in pool.links if {link.left, link.right} <= leaving),
        review=marked(None, entry, "split"),
        said=[by_hand("Taken out of another question")],
    )
    pool.claims -= leaving
    pool.links = tuple(link for link in pool.links if {link.left, link.right} <= pool.claims)
    pool.was = {other for other in pool.was | {old} if other != pool.id}
    pool.review = marked(pool.review, entry, "split")
    pool.said.append(by_hand("Claims were taken out"))
    desk.settle(apart)
    desk.touched.add(pool.story)
    return f"claim {away[0]} is not in question {name}; the others left it" if away else None


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
    elif name in desk.origins:
        review: Review | None = desk.names[name][1] if name in desk.names else None
        desk.names[name] = label, marked(review, entry, "relabelled")
    else:
        raise NotPossibleError(f"origin {name} is not in the ledger")


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


def target(entry: Correction, *sorts: str) -> tuple[str, str]:
    """Return what sort of thing an entry is about, and its id.

    Raises:
        NotPossibleError: it is about something else than this kind of correction can be.
    """
    sort, _, name = entry.target.partition(":")
    if sort not in sorts or not name:
        raise NotPossibleError(f"{entry.kind} needs a target {' or '.join(f'{sort}:ID' for sort in sorts)}")
    return sort, name


def values(entry: Correction, *keys: str) -> Mapping[str, Any]:
    """Return an entry's value.

    Raises:
        NotPossibleError: it has none, or keys that its kind does not know.
    """
    given = entry.value or {}
    unknown = [key for key in given if key not in keys]
    if unknown or not given:
        what = f"does not know {unknown[0][:40]!r}" if unknown else "has nothing to say"
        raise NotPossibleError(f"{entry.kind} {what}; its value has {', '.join(keys)}")
    return given


def names(entry: Correction, key: str) -> list[str]:
    """Return the ids that an entry lists.

    Raises:
        NotPossibleError: it lists none, or something else.
    """
    given = values(entry, key)[key]
    if not isinstance(given, list) or not given or not all(isinstance(name, str) for name in given):
        raise NotPossibleError(f"{entry.kind} needs a list of ids under {key}")
    return list(dict.fromkeys(given))


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
