"""From the JSON form back to a ledger. What only linking and findings need (frames, groups) is not in it and comes back empty."""

from typing import Any

from rashomon.model import (
    Answer,
    Claim,
    Conversion,
    Ledger,
    Lineage,
    NotApplied,
    NotRead,
    Origin,
    Origins,
    Pin,
    Quantity,
    Question,
    Reason,
    Report,
    Review,
    Span,
    Story,
    TimeValue,
    Voice,
)

Json = dict[str, Any]


def ledger_from_dict(form: Json) -> Ledger:
    """Return the ledger that a checked JSON form describes (`check_ledger` tells whether it is one).

    Raises:
        KeyError: a key of the form is missing.
        ValueError: a span is empty or backwards.
    """
    return Ledger(
        reports=tuple(Report(**document) for document in form["documents"]),
        not_read=tuple(NotRead(**entry) for entry in form["not_read"]),
        stories=tuple(Story(id=s["id"], label=s["label"], documents=tuple(s["documents"])) for s in form["stories"]),
        claims=tuple(claim_of(claim) for claim in form["claims"]),
        questions=tuple(question_of(question) for question in form["questions"]),
        lineage=tuple(lineage_of(edge) for edge in form["lineage"]),
        origins=tuple(origin_of(origin) for origin in form["origins"]),
        not_understood=tuple(Reason(why=entry["why"], spans=(pin_of(entry),)) for entry in form["not_understood"]),
        not_applied=tuple(NotApplied(**entry) for entry in form.get("not_applied", ())),
    )


def claim_of(form: Json) -> Claim:
    """Return a claim."""
    period = form["period"]
    start, end = form["focus"]
    return Claim(
        id=form["id"],
        document=form["document"],
        span=Span(start=form["start"], end=form["end"]),
        focus=Span(start=start, end=end),
        kind=form["kind"],
        value=None if form["value"] is None else value_of(form["value"]),
        time=None if form["time"] is None else TimeValue(iso=form["time"], anchor=form["time_from"]),
        voices=tuple(voice_of(voice) for voice in form["voices"]),
        certainty=form["certainty"],
        observed=form["observed"],
        measure=form["measure"],
        population=form["population"],
        place=form["place"],
        period=None if period is None else (period["start"], period["end"]),
        headline=form["headline"],
        review=review_of(form),
    )


def value_of(form: Json) -> Quantity:
    """Return a quantity."""
    also = tuple(Conversion(**other) for other in form.get("also", ()))
    return Quantity(**{key: value for key, value in form.items() if key != "also"}, also=also)


def voice_of(form: Json) -> Voice:
    """Return a voice."""
    span = None if form["start"] is None else Span(start=form["start"], end=form["end"])
    return Voice(name=form["name"], span=span, cue=form["cue"], body=form.get("body"))


def question_of(form: Json) -> Question:
    """Return a question."""
    plain = ("id", "story", "label", "kind", "finding", "how", "reports", "part_of", "because", "weight", "background")
    return Question(
        **{key: form[key] for key in plain},
        origins=Origins(**form["origins"]),
        reasons=tuple(reason_of(reason) for reason in form["reasons"]),
        was=tuple(form["was"]),
        sure=form.get("sure", True),
        review=review_of(form),
        answers=tuple(
            Answer(
                id=answer["id"],
                label=answer["label"],
                claims=tuple(answer["claims"]),
                reasons=tuple(reason_of(reason) for reason in answer["reasons"]),
                review=review_of(answer),
            )
            for answer in form["answers"]
        ),
    )


def origin_of(form: Json) -> Origin:
    """Return an origin."""
    names, was = tuple(form["names"]), tuple(form.get("was", ()))
    return Origin(id=form["id"], name=form["name"], names=names, was=was, review=review_of(form))


def review_of(form: Json) -> Review | None:
    """Return what a person decided about something, None where nobody has."""
    review = form.get("review")
    return None if review is None else Review(**{**review, "corrections": tuple(review["corrections"])})


def reason_of(form: Json) -> Reason:
    """Return a reason."""
    return Reason(why=form["why"], spans=tuple(pin_of(span) for span in form["spans"]))


def pin_of(form: Json) -> Pin:
    """Return a span of a named report."""
    return Pin(document=form["document"], start=form["start"], end=form["end"])


def lineage_of(form: Json) -> Lineage:
    """Return who draws on whom."""
    reasons = tuple(reason_of(reason) for reason in form["reasons"])
    return Lineage(source=form["from"], target=form["to"], how=form["how"], because=form["because"], reasons=reasons)
