"""Labels: what a question asks and what an answer says, in words of the reports."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model import Claim, Report
from rashomon.values.measures import AGE, ASPECTS, FAMILIES, HOME, HOUR, OF_PERSONS, PLACE, family_of

LONGEST = 90
PARTICIPLES = {
    "casualty": "killed or injured", "send": "sent", "take": "taken", "stop": "stopped", "build": "built", "pay": "paid",
    "find": "found", "meet": "gathered", "buy": "bought", "begin": "begun", "fire": "fired", "destroy": "destroyed",
    "offer": "offered", "carry": "carried", "attack": "attacked", "damage": "damaged", "hold": "held", "escape": "escaped",
    "say": "quoted", "pull": "pulled out", "save": "saved", "search": "searching",
}  # fmt: skip

ASKED = {HOUR: "at what hour", PLACE: "where", AGE: "age", HOME: "home"}


def question_label(claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Return what a question asks, without its answer: "troops sent, Russia"."""
    kind = claims[0].kind
    if claims[0].measure in OF_PERSONS:
        return clip(f"{ASKED[claims[0].measure]} of {max((claim.frame.names[0] for claim in claims), key=len).title()}")
    if claims[0].measure in ASPECTS:
        what = " ".join((*claims[0].frame.subject[:3], claims[0].frame.predicate.replace("_", " ")))
        return clip(f"{ASKED[claims[0].measure]}: {what}")
    if kind == "whether":
        return clip(typical(claims, reports))
    if kind == "time":
        return clip(f"when: {without(typical(claims, reports, whole=True), claims, reports)}")
    counted = most_common([claim.value.counted or claim.frame.head for claim in claims if claim.value is not None])
    measure = most_common([claim.measure for claim in claims])
    said = PARTICIPLES.get(measure, measure if measure in FAMILIES else "")
    place = most_common([claim.place for claim in claims if claim.place])
    named = any(family_of(word.rstrip("s")) == measure or family_of(word) == measure for word in counted.casefold().split())
    label = " ".join(filter(None, [counted or claims[0].frame.head, "" if named or said in counted else said]))
    return clip(", ".join(filter(None, [label, place])))


def answer_label(claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Return what an answer says: its shortest full wording, the commonest where several are as short."""
    words = Counter(claim.focus.of(reports[claim.document].text).strip() for claim in claims)
    return clip(re.sub(r"\s+", " ", min(words, key=lambda word: (-words[word], len(word), word))))


def typical(claims: Sequence[Claim], reports: Mapping[str, Report], *, whole: bool = False) -> str:
    """Return the wording of the claim that shares most words with the others."""
    counts = Counter(term for claim in claims for term in {*claim.frame.terms})
    best = max(claims, key=lambda claim: (sum(counts[term] for term in {*claim.frame.terms}) / (3 + len(claim.span)), claim.id))
    span = best.span if whole else best.focus
    return re.sub(r"\s+", " ", span.of(reports[best.document].text)).strip()


def without(sentence: str, claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Return a sentence without the words that give the answer."""
    for claim in claims:
        sentence = sentence.replace(claim.focus.of(reports[claim.document].text), "…")
    return sentence


def most_common(words: Sequence[str]) -> str:
    """Return the commonest of some words, the first by alphabet among equals."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def clip(label: str) -> str:
    """Return a label of bearable length, cut between words."""
    if len(label) <= LONGEST:
        return label
    return label[:LONGEST].rsplit(" ", 1)[0] + " …"
