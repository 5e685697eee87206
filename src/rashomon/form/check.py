"""Checking a ledger: its form by the schema, its spans by the texts, its digests and its cross-references."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

Json = dict[str, Any]
MOST = 50
"""Problems of form that are listed; a ledger with more is no ledger."""


def schema() -> Json:
    """Return the JSON Schema of the ledger that ships with rashomon."""
    text = files("rashomon.form").joinpath("ledger-1.schema.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


def check_ledger(form: object) -> tuple[str, ...]:
    """Return what is wrong with a ledger's JSON form, one sentence a problem; nothing where all is well."""
    errors = sorted(Draft202012Validator(schema()).iter_errors(form), key=lambda error: list(map(str, error.absolute_path)))
    if errors or not isinstance(form, dict):
        return tuple(
            f"{'/'.join(map(str, error.absolute_path)) or 'the ledger'}: {error.message}"[:300] for error in errors[:MOST]
        )
    return (*documents(form), *claims(form), *questions(form), *lineage(form), *reasons(form))


@cache
def claim_schema() -> Draft202012Validator:
    """Return the validator of a single claim."""
    whole = schema()
    return Draft202012Validator({"$defs": whole["$defs"], **whole["properties"]["claims"]["items"]})


def check_claim(form: object) -> tuple[str, ...]:
    """Return what is wrong with the JSON form of one claim; its words and its question are not looked at."""
    errors = sorted(claim_schema().iter_errors(form), key=lambda error: list(map(str, error.absolute_path)))
    return tuple(f"{'/'.join(map(str, error.absolute_path)) or 'the claim'}: {error.message}"[:300] for error in errors[:MOST])


def documents(form: Json) -> Iterator[str]:
    """Yield problems of reports: ids that clash, digests that do not fit the text."""
    seen: set[str] = set()
    for document in form["documents"]:
        if document["id"] in seen:
            yield f"report {document['id']}: the id stands twice"
        seen.add(document["id"])
        if hashlib.sha256(document["text"].encode("utf-8", "surrogatepass")).hexdigest() != document["sha256"]:
            yield f"report {document['id']}: its text does not have the digest that is given"
    for document in form["documents"]:
        if document.get("copy_of") not in (None, *seen):
            yield f"report {document['id']}: it copies {document['copy_of']}, which is not in the ledger"


def claims(form: Json) -> Iterator[str]:
    """Yield problems of claims: words that are not in the text, a focus outside the span, questions that are not there."""
    texts = {document["id"]: document["text"] for document in form["documents"]}
    answers = {(q["id"], a["id"]): set(a["claims"]) for q in form["questions"] for a in q["answers"]}
    seen: set[str] = set()
    for claim in form["claims"]:
        where, text = f"claim {claim['id']}", texts.get(claim["document"])
        if claim["id"] in seen:
            yield f"{where}: the id stands twice"
        seen.add(claim["id"])
        if text is None:
            yield f"{where}: its report {claim['document']} is not in the ledger"
        elif text[claim["start"] : claim["end"]] != claim["text"]:
            yield f"{where}: the text from {claim['start']} to {claim['end']} is not its words"
        start, end = claim["focus"]
        if not claim["start"] <= start < end <= claim["end"]:
            yield f"{where}: its focus lies outside its span"
        if claim["id"] not in answers.get((claim["question"], claim["answer"]), ()):
            yield f"{where}: question {claim['question']} does not have it under answer {claim['answer']}"
    for (question, answer), members in answers.items():
        for member in sorted(members - seen):
            yield f"question {question}: claim {member} of answer {answer} is not in the ledger"


def questions(form: Json) -> Iterator[str]:
    """Yield problems of questions: ids that clash, claims from two stories, wholes that are not there."""
    home = {claim["id"]: claim["document"] for claim in form["claims"]}
    stories = {story["id"]: set(story["documents"]) for story in form["stories"]}
    ids = [question["id"] for question in form["questions"]]
    for question in form["questions"]:
        where = f"question {question['id']}"
        if ids.count(question["id"]) > 1:
            yield f"{where}: the id stands twice"
        inside = stories.get(question["story"])
        members = {home.get(claim) for answer in question["answers"] for claim in answer["claims"]}
        if inside is None:
            yield f"{where}: its story {question['story']} is not in the ledger"
        elif not members <= inside:
            yield f"{where}: it has claims of reports outside its story"
        if question["part_of"] is not None and question["part_of"] not in ids:
            yield f"{where}: it is a part of {question['part_of']}, which is not in the ledger"
        if question["origins"]["at_least"] > question["origins"]["at_most"]:
            yield f"{where}: more origins at least than at most"


def lineage(form: Json) -> Iterator[str]:
    """Yield edges whose ends are neither reports nor origins of the ledger."""
    ends = {entry["id"] for key in ("documents", "origins") for entry in form[key]}
    for edge in form["lineage"]:
        for end in (edge["from"], edge["to"]):
            if end not in ends:
                yield f"lineage: {end} is neither a report nor an origin"


def reasons(form: Json) -> Iterator[str]:
    """Yield spans of reasons that lie outside their report."""
    lengths = {document["id"]: len(document["text"]) for document in form["documents"]}
    holders = [
        *form["lineage"],
        *form["questions"],
        *(answer for question in form["questions"] for answer in question["answers"]),
    ]
    pins = [span for holder in holders for reason in holder["reasons"] for span in reason["spans"]]
    for span in (*pins, *form["not_understood"]):
        if not 0 <= span["start"] < span["end"] <= lengths.get(span["document"], 0):
            yield f"reason: {span['document']} has no words from {span['start']} to {span['end']}"
