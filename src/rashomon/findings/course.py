"""Whether figures that exclude each other are rivals, or one became the other in the course of things.

By a table of signs whose weights are learned from invented stories (`values.weights`, `training/judging.py`): each gives points
for an update (above 0) or for a conflict (below 0). Days on which the reports were written tell most; then what is counted, what
the texts call the figures, and who gives them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import combinations
from math import log10

from rashomon.findings.answers import distance_key, is_exact
from rashomon.findings.known import Known, speakers
from rashomon.model import Claim
from rashomon.values.weights import weights_of

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
SECONDS = 86_400
MOST_APART = 2.0
"""Powers of ten beyond which it no longer matters how far two figures lie apart."""


@dataclass(frozen=True)
class Course:
    """The answers of a question of figures, the smallest first, and the pairs of claims that give two of them.

    A report that gives an answer more than once counts once for it.
    """

    answers: Sequence[Sequence[Claim]]
    known: Known

    @cached_property
    def pairs(self) -> list[tuple[Claim, Claim]]:
        """All pairs of a smaller figure and a larger one."""
        told = [list({(claim.document, *claim.voices[-1:]): claim for claim in group}.values()) for group in self.answers]
        return [(a, b) for one, two in combinations(told, 2) for a in one for b in two]

    @cached_property
    def steps(self) -> list[float]:
        """Of each pair of two reports: days from the smaller figure to the larger one, 0 where no order is known."""
        return [self.step(a, b) for a, b in self.pairs if a.document != b.document]

    def step(self, one: Claim, two: Claim) -> float:
        """Return the days from one report to another, 0 where their dates leave the order open."""
        times = self.known.times.get(one.document), self.known.times.get(two.document)
        return days_between(*times) if times[0] and times[1] else 0.0

    def follows(self, one: Sequence[Claim], two: Sequence[Claim]) -> bool:
        """Whether an answer is given only after another no longer is, as far as the reports have dates."""
        dated = [[claim for claim in group if claim.document in self.known.times] for group in (one, two)]
        return all(dated) and all(self.step(a, b) > 0 for a in dated[0] for b in dated[1])

    def claims(self) -> Iterator[Claim]:
        """Yield all claims."""
        return (claim for group in self.answers for claim in group)

    def share(self, given: Sequence[bool], of: int) -> float:
        """Return the share of signs given among all that could be."""
        return sum(given) / of if of else 0.0


Sign = Callable[[Course], float]


def by_rise(course: Course) -> float:
    """Share of pairs whose larger figure is the later one."""
    return course.share([step > 0 for step in course.steps], len(course.steps))


def by_fall(course: Course) -> float:
    """Share of pairs whose larger figure is the earlier one."""
    return course.share([step < 0 for step in course.steps], len(course.steps))


def by_turns(course: Course) -> float:
    """Share of pairs of answers of which the larger is given only after the smaller no longer is."""
    pairs = list(combinations(course.answers, 2))
    return course.share([course.follows(one, two) for one, two in pairs], len(pairs))


def by_falling_turns(course: Course) -> float:
    """Share of pairs of answers of which the smaller is given only after the larger no longer is."""
    pairs = list(combinations(course.answers, 2))
    return course.share([course.follows(two, one) for one, two in pairs], len(pairs))


def by_shrinking(course: Course) -> float:
    """What only grows is said to have been more before."""
    return by_growing(course) * by_fall(course)


def by_growing(course: Course) -> float:
    """What is counted becomes more as more is known."""
    return float(course.answers[0][0].measure in GROWING)


def by_open(course: Course) -> float:
    """Those are counted who are still looked for."""
    return float(course.answers[0][0].measure in OPEN)


def by_earlier(course: Course) -> float:
    """A report calls one of the figures an earlier one."""
    return float(any(is_called_earlier(claim, course.known) for claim in course.claims()))


def by_change(course: Course) -> float:
    """A text says that the count changed."""
    return float(any(CHANGE & {*claim.frame.terms, claim.frame.predicate} for claim in course.claims()))


def by_rivals(course: Course) -> float:
    """Share of pairs of answers behind which two named voices stand, each behind one."""
    voices = [speakers([claim for claim in group if claim.voices], course.known) for group in course.answers]
    pairs = list(combinations(voices, 2))
    return course.share([bool(one and two) and not one & two for one, two in pairs], len(pairs))


def by_own_voice(course: Course) -> float:
    """Some report gives a figure in its own voice."""
    return float(any(not claim.voices for claim in course.claims()))


def by_one_report(course: Course) -> float:
    """One report gives two of the figures."""
    return float(any(one.document == two.document for one, two in course.pairs))


def by_contrast(course: Course) -> float:
    """One report sets two voices against each other."""
    return float(
        any(a.document == b.document and speakers([a], course.known) != speakers([b], course.known) for a, b in course.pairs)
    )


def by_ratio(course: Course) -> float:
    """How many powers of ten lie between the figures."""
    low, high = distance_key(course.answers[0][0]), distance_key(course.answers[-1][0])
    return min(MOST_APART, abs(log10(high / low))) if low > 0 and high > 0 else 1.0


def by_bound(course: Course) -> float:
    """One of the figures is only a bound."""
    return float(any(claim.value is not None and not is_exact(claim.value) for claim in course.claims()))


def by_plan(course: Course) -> float:
    """One of the figures is still to come."""
    return float(any(claim.certainty == "future" for claim in course.claims()))


SIGNS: dict[Sign, str] = {
    by_rise: "the larger figure is the later one",
    by_fall: "",
    by_turns: "the one is given only after the other no longer is",
    by_falling_turns: "the one is given only after the other no longer is",
    by_shrinking: "",
    by_growing: "such a count grows as more becomes known",
    by_open: "such a count changes while people are looked for",
    by_earlier: "a report calls one of them an earlier one",
    by_change: "a text says that the count changed",
    by_rivals: "",
    by_own_voice: "",
    by_one_report: "",
    by_contrast: "",
    by_ratio: "",
    by_bound: "",
    by_plan: "",
}
"""Each sign, and what it says in words where it speaks for an update and can be looked up in the reports."""


def is_called_earlier(claim: Claim, known: Known) -> bool:
    """Whether a report calls a figure an earlier one."""
    text = known.reports[claim.document].text
    return EARLIER.search(text[max(0, claim.focus.start - REACH) : claim.focus.start]) is not None


@lru_cache(maxsize=4096)
def days_between(one: str, two: str) -> float:
    """Return the days from a time to another, both in ISO form; a bare date is neither before nor after its own hours."""
    if min(len(one), len(two)) <= len("2031-03-14"):
        return float((date.fromisoformat(two[:10]) - date.fromisoformat(one[:10])).days)
    return (instant(two) - instant(one)).total_seconds() / SECONDS


def instant(iso: str) -> datetime:
    """Return a date and hour in ISO form as a moment; one without a zone counts as UTC."""
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def course_of(answers: Sequence[Sequence[Claim]], known: Known) -> Course:
    """Return the course of answers."""
    return Course(sorted(answers, key=lambda group: distance_key(group[0])), known)


def is_ordered(course: Course) -> bool:
    """Whether anything tells which figure came first: dates, or words."""
    return any(course.steps) or by_earlier(course) + by_change(course) > 0


def is_plain(course: Course) -> bool:
    """Whether a count that grows as more is known did so, each larger figure only after the smaller; all else is only likely."""
    return by_growing(course) + by_open(course) > 0 and by_turns(course) == 1.0


def points(course: Course) -> list[float]:
    """Return the points of all signs."""
    return [sign(course) for sign in SIGNS]


def odds(course: Course) -> tuple[float, str]:
    """Return (log odds that one figure became the other, against that they are rivals; the strongest sign of it in words)."""
    weights = weights_of("course")
    given = [(weights.of[sign.__name__] * own, why) for (sign, why), own in zip(SIGNS.items(), points(course), strict=True)]
    told = max(((own, why) for own, why in given if why), default=(0.0, ""))
    return weights.bias + sum(own for own, _ in given), told[1] if told[0] > 0 else ""
