"""From a ledger to its JSON form: plain dicts in a fixed order of keys."""

from typing import Any

from rashomon.model import (
    Claim,
    Conversion,
    Ledger,
    Lineage,
    NotRead,
    Pin,
    Quantity,
    Question,
    Reason,
    Report,
    Review,
    Story,
    Voice,
)
from rashomon.model.ledger import SCHEMA, Answer, Origin

Json = dict[str, Any]


def ledger_to_dict(ledger: Ledger) -> Json:
    """Return the JSON form of a ledger; the same ledger gives the same dict, key by key."""
    homes = ledger.claim_questions()
    texts = {report.id: report.text for report in ledger.reports}
    form: Json = {
        "schema": SCHEMA,
        "documents": [report_form(report) for report in ledger.reports],
        "not_read": [not_read_form(entry) for entry in ledger.not_read],
        "stories": [story_form(story) for story in ledger.stories],
        "claims": [claim_form(claim, texts[claim.document], homes[claim.id]) for claim in ledger.claims],
        "questions": [question_form(question) for question in ledger.questions],
        "lineage": [lineage_form(edge) for edge in ledger.lineage],
        "origins": [origin_form(origin) for origin in ledger.origins],
        "not_understood": [unread_form(reason, texts) for reason in ledger.not_understood],
    }
    if ledger.not_applied:
        form["not_applied"] = [{"id": entry.id, "why": entry.why} for entry in ledger.not_applied]
    return form


def reviewed(form: Json, review: Review | None) -> Json:
    """Add what a person decided about something, where somebody has."""
    if review is not None:
        form["review"] = {
            "status": review.status,
            "by": review.by,
            "at": review.at,
            "why": review.why,
            "corrections": list(review.corrections),
            "before": dict(review.before),
        }
    return form


def report_form(report: Report) -> Json:
    """Return a report; `copy_of` only where it is a copy."""
    form: Json = {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "published_guessed": report.published_guessed,
        "url": report.url,
        "level": report.level,
        "sha256": report.sha256,
        "text": report.text,
    }
    if report.copy_of is not None:
        form["copy_of"] = report.copy_of
    return form


def not_read_form(entry: NotRead) -> Json:
    """Return something that was set aside."""
    return {"path": entry.path, "why": entry.why}


def story_form(story: Story) -> Json:
    """Return a story."""
    return {"id": story.id, "label": story.label, "documents": list(story.documents)}


def claim_form(claim: Claim, text: str, home: tuple[str, str]) -> Json:
    """Return a claim with the words of its span and the question and answer that it gives."""
    question, answer = home
    period = None if claim.period is None else {"start": claim.period[0], "end": claim.period[1]}
    form: Json = {
        "id": claim.id,
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.span.of(text),
        "focus": [claim.focus.start, claim.focus.end],
        "kind": claim.kind,
        "value": None if claim.value is None else value_form(claim.value),
        "time": None if claim.time is None else claim.time.iso,
        "time_from": None if claim.time is None else claim.time.anchor,
        "voices": [voice_form(voice) for voice in claim.voices],
        "certainty": claim.certainty,
        "observed": claim.observed,
        "headline": claim.headline,
        "measure": claim.measure,
        "population": claim.population,
        "place": claim.place,
        "period": period,
        "question": question,
        "answer": answer,
    }
    return reviewed(form, claim.review)


def value_form(value: Quantity) -> Json:
    """Return a quantity; `also` only where the text gives a conversion."""
    form: Json = {
        "low": number(value.low),
        "high": number(value.high),
        "about": value.about,
        "unit": value.unit,
        "per": value.per,
        "counted": value.counted,
    }
    if value.also:
        form["also"] = [conversion_form(other) for other in value.also]
    return form


def conversion_form(other: Conversion) -> Json:
    """Return a bracketed conversion."""
    return {"low": number(other.low), "high": number(other.high), "unit": other.unit, "start": other.start, "end": other.end}


def number(bound: float | None) -> float | int | None:
    """Return a bound, without a decimal point where it is whole."""
    if bound is None:
        return None
    return int(bound) if bound == int(bound) else bound


def voice_form(voice: Voice) -> Json:
    """Return a voice; start and end are null where the name stands elsewhere in the report."""
    start, end = (None, None) if voice.span is None else (voice.span.start, voice.span.end)
    return {"name": voice.name, "start": start, "end": end, "cue": voice.cue, "body": voice.body}


def question_form(question: Question) -> Json:
    """Return a question with its answers."""
    form: Json = {
        "id": question.id,
        "story": question.story,
        "label": question.label,
        "kind": question.kind,
        "finding": question.finding,
        "how": question.how,
        "origins": {"at_least": question.origins.at_least, "at_most": question.origins.at_most},
        "reports": question.reports,
        "part_of": question.part_of,
        "because": question.because,
        "reasons": [reason_form(reason) for reason in question.reasons],
        "weight": question.weight,
        "background": question.background,
        "sure": question.sure,
        "was": list(question.was),
        "answers": [answer_form(answer) for answer in question.answers],
    }
    return reviewed(form, question.review)


def answer_form(answer: Answer) -> Json:
    """Return an answer."""
    reasons = [reason_form(reason) for reason in answer.reasons]
    return reviewed({"id": answer.id, "label": answer.label, "claims": list(answer.claims), "reasons": reasons}, answer.review)


def reason_form(reason: Reason) -> Json:
    """Return a reason with its spans."""
    return {"why": reason.why, "spans": [pin_form(span) for span in reason.spans]}


def pin_form(span: Pin) -> Json:
    """Return a span of a named report."""
    return {"document": span.document, "start": span.start, "end": span.end}


def lineage_form(edge: Lineage) -> Json:
    """Return who draws on whom."""
    reasons = [reason_form(reason) for reason in edge.reasons]
    return {"from": edge.source, "to": edge.target, "how": edge.how, "because": edge.because, "reasons": reasons}


def origin_form(origin: Origin) -> Json:
    """Return an origin with all its names; `was` only where others were merged into it."""
    form: Json = {"id": origin.id, "name": origin.name, "names": list(origin.names)}
    if origin.was:
        form["was"] = list(origin.was)
    return reviewed(form, origin.review)


def unread_form(reason: Reason, texts: dict[str, str]) -> Json:
    """Return a number that no claim has, with its words."""
    span = reason.spans[0]
    return {**pin_form(span), "text": texts[span.document][span.start : span.end], "why": reason.why}
