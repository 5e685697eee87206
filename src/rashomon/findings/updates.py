"""Updates: answers that replaced earlier ones. Each needs evidence of order, in words or in the dates of the reports.

Of figures: a report that calls a count an earlier one ("up from nine"), a figure that is said to have risen, a measure that only
grows and grew from report to report. Of statements: a plan and what came of it, something begun and undone, a denial and what
followed it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise, permutations, product

from rashomon.findings.answers import distance_key
from rashomon.findings.known import Judgement, Known, reason, speakers
from rashomon.model import Claim
from rashomon.values.measures import ASPECTS
from rashomon.values.words import Nearness

GROWING = frozenset("killed injured casualty displaced evacuated arrested infected hospitalized rescued".split())
"""Measures whose count for one event goes up as more becomes known."""
OPEN = frozenset(["missing", "trapped"])
"""Measures whose count goes up and down while people are looked for."""
CHANGE = frozenset("rise climb increase grow jump mount revise upgrade raise bump now later new update".split())
EARLIER = re.compile(
    r"\b(?:(?:up|down|rose|risen|rising|climbed|raised|revised|upgraded|increased) from"
    r"|(?:earlier|previous|initial|first|preliminary) (?:toll|count|figure|number|estimate|report|total)s?"
    r"(?: (?:of|had|put|was|were))?"
    r"|(?:at first|initially|originally|previously|earlier)(?: [\w']+){0,4}"
    r"|after (?:an? )?(?:earlier|initial|first|preliminary)(?: [\w']+){0,4})\s*(?:at |as |of )?$",
    re.IGNORECASE,
)
"""Words before a figure that call it an earlier one."""
REACH = 60
"""Code points before a figure in which they stand."""
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


def figures(answers: Sequence[Sequence[Claim]], known: Known) -> Judgement | None:
    """Return `update` where there is evidence that one figure replaced another, else None."""
    ordered = sorted(answers, key=lambda group: distance_key(group[0]))
    if all(CORRECTION & {*claim.frame.terms, *claim.frame.context} for claim in ordered[-1]):
        return Judgement("update", "correction", (reason("were corrected", ordered, known),))
    old = [claim for group in answers for claim in group if is_called_earlier(claim, known)]
    if old and any(claim not in old and claim.certainty != "future" for group in answers for claim in group):
        return Judgement(
            "update", "event", (reason("are an earlier and a later count, as a report says itself", ordered, known),)
        )
    measure = ordered[0][0].measure
    if measure not in GROWING | OPEN:
        if counts_on(answers, known):
            return Judgement("update", "event", (reason("grew from day to day with the reports", ordered, known),))
        return None
    if measure in GROWING and any(CHANGE & {*claim.frame.terms, claim.frame.predicate} for claim in ordered[-1]):
        why = "are an earlier and a later count: the text says that it rose"
        return Judgement("update", "event", (reason(why, ordered, known),))
    if not is_reversed(ordered, known) and is_one_voice(answers, known):
        return Judgement("update", "event", (reason("are counts of one voice, which rise as more is known", ordered, known),))
    if follow(answers, known, falling=measure in OPEN):
        return Judgement("update", "event", (reason("follow each other in the order of the reports", ordered, known),))
    return None


def counts_on(answers: Sequence[Sequence[Claim]], known: Known) -> bool:
    """Whether each larger figure stands only in reports of later days, and no two named voices stand against each other."""
    days = [[known.times.get(claim.document, "")[:10] for claim in group] for group in answers]
    if not all(all(group) for group in days) or any(claim.certainty == "future" for group in answers for claim in group):
        return False
    spans = sorted((distance_key(group[0]), min(own), max(own)) for group, own in zip(answers, days, strict=True))
    if any(earlier[2] >= later[1] or earlier[0] == later[0] for earlier, later in pairwise(spans)):
        return False
    named = [{claim.voices[-1].name for claim in group if claim.voices} for group in answers]
    return not all(named) or bool(set.intersection(*named))


def is_called_earlier(claim: Claim, known: Known) -> bool:
    """Whether a report calls a figure an earlier one."""
    text = known.reports[claim.document].text
    return EARLIER.search(text[max(0, claim.focus.start - REACH) : claim.focus.start]) is not None


def is_one_voice(answers: Sequence[Sequence[Claim]], known: Known) -> bool:
    """Whether all figures rest on one voice, named or not."""
    voices = [speakers(group, known) for group in answers]
    return len(set.union(*voices)) == 1 and all(claim.voices for group in answers for claim in group)


def is_reversed(ordered: Sequence[Sequence[Claim]], known: Known) -> bool:
    """Whether a larger figure stands in reports that came before those of the next smaller one."""
    for smaller, larger in pairwise(ordered):
        one, two = ([known.times.get(claim.document, "") for claim in group] for group in (smaller, larger))
        if all((*one, *two)) and is_before(min(two), min(one)) and is_before(max(two), max(one)):
            return True
    return False


def follow(answers: Sequence[Sequence[Claim]], known: Known, *, falling: bool) -> bool:
    """Whether the figures of the reports go one way with their dates.

    A report that gives several figures of a count tells how it grew: its largest one counts. The figure of an undated report
    must be another's too.
    """
    latest: dict[str, float] = {}
    for claim in (claim for group in answers for claim in group if claim.certainty != "future"):
        latest[claim.document] = max(distance_key(claim), latest.get(claim.document, 0.0))
    dated = {document: figure for document, figure in latest.items() if document in known.times}
    if {*latest.values()} - {*dated.values()}:
        return False
    rising = goes_up(dated, known.times)
    return rising or (falling and goes_up({document: -figure for document, figure in dated.items()}, known.times))


def goes_up(latest: Mapping[str, float], times: Mapping[str, str]) -> bool:
    """Whether each report that has more than another is later."""
    pairs = [(one, two) for one, two in permutations(sorted(latest), 2) if latest[one] < latest[two]]
    return bool(pairs) and all(is_before(times[one], times[two]) for one, two in pairs)


def is_before(one: str, two: str) -> bool:
    """Whether a time lies before another as far as both are exact: a bare date is neither before nor after its own hours."""
    if min(len(one), len(two)) <= len("2031-03-14"):
        return one[:10] < two[:10]
    return instant(one) < instant(two)


def instant(iso: str) -> datetime:
    """Return a date and hour in ISO form as a moment; one without a zone counts as UTC."""
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def statements(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> Judgement | None:
    """Return `update` where one answer tells how things stood and the other what became of them, else None.

    What was planned has happened; what was begun is undone ("made an offer", "withdrew it"); what a voice first denied it says.
    """
    for left, right in (*product(one, two), *product(two, one)):
        if left.document == right.document or is_open(right, known) or not may_follow(left, right, known):
            continue
        if not is_said_of_one_thing(left, right):
            continue
        if left.certainty == "future" and right.certainty == "stated":
            return Judgement("update", "event", (reason("are a plan and what became of it", ([left], [right]), known),))
        if left.frame.predicate not in UNDOING and right.frame.predicate in UNDOING and left.certainty == right.certainty:
            return Judgement("update", "event", (reason("are how it stood and what became of it", ([left], [right]), known),))
        if left.certainty == "negated" and right.certainty == "stated" and AT_FIRST & {*left.frame.context}:
            return Judgement("update", "correction", (reason("are a denial and what followed it", ([left], [right]), known),))
    return None


def may_follow(left: Claim, right: Claim, known: Known) -> bool:
    """Whether the report of the one may be later than that of the other, as far as the dates tell."""
    first, second = known.times.get(left.document), known.times.get(right.document)
    return first is None or second is None or not is_before(second, first)


def is_open(claim: Claim, known: Known) -> bool:
    """Whether a clause leaves open if it happened: it has no subject, or hangs on "until", "before", "if" or "when"."""
    before = known.reports[claim.document].text[max(0, claim.focus.start - 16) : claim.focus.start].split()
    return not claim.frame.subject or any(word.casefold() in OPENING for word in before[-2:])


def is_said_of_one_thing(left: Claim, right: Claim) -> bool:
    """Whether two clauses share enough of their words for one to answer the other."""
    if left.measure in ASPECTS or len({*left.frame.terms} & {*right.frame.terms}) < FEWEST_SHARED:
        return False
    return Nearness((*left.frame.terms, *right.frame.terms)).likeness(left.frame.terms, right.frame.terms) >= SAID_OF_ONE
