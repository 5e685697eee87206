"""Updates: answers that replaced earlier ones. Each needs evidence of order, in words or in the dates of the reports.

Of figures: a report that calls a count an earlier one ("up from nine"), or what `course` finds likely. Of statements: a plan and
what came of it, something begun and undone, a denial and what followed it.
"""

from collections.abc import Sequence
from itertools import product

from rashomon.findings.answers import distance_key
from rashomon.findings.course import course_of, days_between, is_called_earlier, is_ordered, is_plain, odds
from rashomon.findings.known import Judgement, Known, reason
from rashomon.model import Claim
from rashomon.values.measures import ASPECTS
from rashomon.values.words import Nearness

OPENING = frozenset("until before if when unless whether once how why what".split())
UNDOING = frozenset(
    "withdraw cancel retract revoke rescind lift restore resume reopen release recover repeal abandon "
    "call_off pull_out back_out".split()
)
"""Verbs that end what another clause tells of."""
AT_FIRST = frozenset("initially originally earlier previously first".split())
CORRECTION = frozenset("correct correction retract clarify erroneously mistakenly misstate wrongly".split())
SAID_OF_ONE = 0.3
"""Likeness of words from which one clause tells what became of another."""
FEWEST_SHARED = 1
"""Content words that both have; linking holds them to tell of one thing already."""


def figures(answers: Sequence[Sequence[Claim]], known: Known, *, clash: bool) -> Judgement | None:
    """Return `update` where one figure replaced another: a report says so, or it is likely of figures that clash; else None."""
    ordered = sorted(answers, key=lambda group: distance_key(group[0]))
    if any(all(CORRECTION & {*claim.frame.terms, *claim.frame.context} for claim in group) for group in ordered):
        return Judgement("update", "correction", (reason("were corrected", ordered, known),))
    old = [claim for group in answers for claim in group if is_called_earlier(claim, known)]
    if old and any(claim not in old and claim.certainty != "future" for group in answers for claim in group):
        why = "are an earlier and a later count, as a report says itself"
        return Judgement("update", "event", (reason(why, ordered, known),))
    course = course_of(answers, known)
    if not clash or not is_ordered(course):
        return None
    likely, sign = odds(course)
    if likely <= 0:
        return None
    why = f"seem to be an earlier and a later count{': ' if sign else ''}{sign}"
    return Judgement("update", "event", (reason(why, ordered, known),), sure=is_plain(course))


def statements(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> Judgement | None:
    """Return `update` where one answer tells how things stood and the other what became of them, else None.

    What was planned has happened; what was begun is undone ("made an offer", "withdrew it"); what a voice first denied it says.
    """
    for left, right in (*product(one, two), *product(two, one)):
        if is_retracted(left, right):
            return Judgement("update", "correction", (reason("are a denial and what followed it", ([left], [right]), known),))
        if left.document == right.document or is_open(right, known) or not may_follow(left, right, known):
            continue
        if not is_said_of_one_thing(left, right):
            continue
        if left.certainty == "future" and right.certainty == "stated":
            return Judgement("update", "event", (reason("are a plan and what became of it", ([left], [right]), known),))
        if left.frame.predicate not in UNDOING and right.frame.predicate in UNDOING and left.certainty == right.certainty:
            return Judgement("update", "event", (reason("are how it stood and what became of it", ([left], [right]), known),))
    return None


def is_retracted(left: Claim, right: Claim) -> bool:
    """Whether a report says of a denial that it stood at first, and another clause, in whichever report, says otherwise.

    Linking holds both to answer one question.
    """
    denied = left.certainty == "negated" and right.certainty == "stated"
    return (
        denied
        and left.measure not in ASPECTS
        and bool(AT_FIRST & {*left.frame.context})
        and not AT_FIRST & {*right.frame.context}
    )


def may_follow(left: Claim, right: Claim, known: Known) -> bool:
    """Whether the report of the one may be later than that of the other, as far as the dates tell."""
    first, second = known.times.get(left.document), known.times.get(right.document)
    return first is None or second is None or days_between(first, second) >= 0


def is_open(claim: Claim, known: Known) -> bool:
    """Whether a clause leaves open if it happened: it has no subject, or hangs on "until", "before", "if" or "when"."""
    before = known.reports[claim.document].text[max(0, claim.focus.start - 16) : claim.focus.start].split()
    return not claim.frame.subject or any(word.casefold() in OPENING for word in before[-2:])


def is_said_of_one_thing(left: Claim, right: Claim) -> bool:
    """Whether two clauses share enough of their words for one to answer the other."""
    if left.measure in ASPECTS or len({*left.frame.terms} & {*right.frame.terms}) < FEWEST_SHARED:
        return False
    return Nearness((*left.frame.terms, *right.frame.terms)).likeness(left.frame.terms, right.frame.terms) >= SAID_OF_ONE
