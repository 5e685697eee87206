"""Comparing two claims slot by slot: a table of weighted comparators, each with its reason in words.

The order is that of the design: event, measure, population, place, period, certainty, then the values. A comparator gives
points for (above 0) or against (below 0) two claims answering one question, or keeps them apart whatever the others say
(`APART`). How much its points count is learned from invented stories (`values.weights`).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Claim, Link, Pin, Quantity, Reason
from rashomon.values.quantities import compare_quantities
from rashomon.values.times import interval
from rashomon.values.units import factor
from rashomon.values.weights import Weights
from rashomon.values.words import Nearness, weight

USUAL_SPREAD = 0.4
"""Powers of ten by which reports of one thing do differ: early counts are a half or a third of late ones."""
VAGUE = 0.0
"""Points for a number that "thousands" or "dozens" allow: they allow nearly all."""
USUAL_LIKENESS = 0.5
"""Cosine of two claims' meanings that speaks neither for one question nor against it."""
APART = float("-inf")
Verdict = tuple[float, str]
Floats = NDArray[np.float32]
NOTHING: Verdict = (0.0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of all reports of a story when two of its claims are compared.

    Attributes:
        near: Compares words of the story.
        known: Factor on the weight of each word; low for words that all reports have.
        rates: Exchange rates that the reports themselves give.
        meanings: Unit vector of each claim that has one, by id.
    """

    near: Nearness
    known: Mapping[str, float] = field(default_factory=dict)
    rates: Mapping[tuple[str, str], float] = field(default_factory=dict)
    meanings: Mapping[str, Floats] = field(default_factory=dict)

    def likeness(self, left: Claim, right: Claim) -> float | None:
        """Return the cosine of what two claims mean, None where it is not known."""
        one, two = self.meanings.get(left.id), self.meanings.get(right.id)
        return None if one is None or two is None else float(one @ two)


def meanings_of(claims: Iterable[Claim]) -> dict[str, Floats]:
    """Return the vectors of the claims that have one, by id."""
    return {claim.id: np.array(claim.meaning, dtype=np.float32) for claim in claims if claim.meaning}


Comparator = Callable[[Claim, Claim, Setting], Verdict]


Points = list[tuple[float, str]]


def compare_claims(
    left: Claim, right: Claim, comparators: Sequence[Comparator], setting: Setting, weights: Weights
) -> Points | None:
    """Return the weighed points of all comparators, each with its reason, or None where a slot keeps two claims apart."""
    given: Points = []
    for comparator in comparators:
        points, why = comparator(left, right, setting)
        if points == APART:
            return None
        given.append((points * weights.of[comparator.__name__], why))
    return given


def link_of(left: Claim, right: Claim, score: float, given: Points) -> Link:
    """Return the judgement that joins two claims, with the three strongest reasons; its score is in log odds."""
    spans = (pin(left), pin(right))
    reasons = sorted(((points, why) for points, why in given if why and points > 0), key=lambda entry: -entry[0])
    return Link(left=left.id, right=right.id, score=score, reasons=tuple(Reason(why=why, spans=spans) for _, why in reasons[:3]))


def pin(claim: Claim) -> Pin:
    """Return where a claim's own words stand."""
    return Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end)


def shared_words(left: Sequence[str], right: Sequence[str], setting: Setting, *, most: int = 3) -> str:
    """Return the most telling words that two slots share, for a reason."""
    common = sorted(set(left) & set(right), key=lambda word: (-weight(word) * setting.known.get(word, 1.0), word))
    return ", ".join(common[:most])


def by_words(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare the words of both clauses."""
    near = setting.near.likeness(left.frame.terms, right.frame.terms)
    return near, f"both speak of {shared_words(left.frame.terms, right.frame.terms, setting)}" if near else ""


def by_sentence(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare the words of the sentences around both."""
    near = setting.near.likeness(left.frame.context, right.frame.context)
    return near, f"both sentences speak of {shared_words(left.frame.context, right.frame.context, setting)}" if near else ""


def by_meaning(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what the encoder takes both to say, whatever the words."""
    near = setting.likeness(left, right)
    return NOTHING if near is None else (near - USUAL_LIKENESS, "mean much the same")


def by_near_meaning(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Count what is very near more than in proportion."""
    near = setting.likeness(left, right)
    return NOTHING if near is None else (max(0.0, near) ** 2 - USUAL_LIKENESS**2, "")


def by_report(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """A report seldom answers one question twice."""
    del setting
    return (-1.0, "") if left.document == right.document else NOTHING


def by_period(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Keep apart what is said of two different times; a clause without a date tells of the event itself."""
    del setting
    if left.period is None or right.period is None:
        return (-1.2, "of different events") if left.frame.remote != right.frame.remote else NOTHING
    (a, b), (c, d) = bounds(left.period), bounds(right.period)
    if b < c or d < a:
        return -1.2, "of different times"
    return 0.4, "of the same time"


def bounds(period: tuple[str | None, str | None]) -> tuple[str, str]:
    """Return a period as comparable first and last day."""
    return (
        interval_iso(period[0])[0] if period[0] else "0000",
        interval_iso(period[1])[1] if period[1] else "9999",
    )


def interval_iso(iso: str) -> tuple[str, str]:
    """Return the first and last day of an ISO date of any precision."""
    first, last = interval(iso)
    return first.isoformat(), last.isoformat()


def by_certainty(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """What is planned answers another question than what has happened."""
    del setting
    return (-0.7, "one is still to come") if (left.certainty == "future") != (right.certainty == "future") else NOTHING


def by_value(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Give points for one value in two places, more for a number that chance would hardly repeat."""
    if left.value is None or right.value is None:
        return NOTHING
    relation = compare_quantities(left.value, right.value, rates=setting.rates)
    if relation == "same":
        return 0.9 + telling(left.value.low or left.value.high or 0.0), "give the same number"
    if relation in ("narrows", "narrowed-by"):
        vague = any(value.about and value.high is None for value in (left.value, right.value))
        return (VAGUE if vague else 0.5), "give numbers that fit each other"
    return -0.4, ""


def by_size(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Count against figures that lie far apart."""
    del setting
    return (-orders_apart(left.value, right.value), "") if left.value and right.value else NOTHING


def orders_apart(left: Quantity, right: Quantity) -> float:
    """Return how many powers of ten beyond `USUAL_SPREAD` lie between two figures, at most 2."""
    rate = factor(left.unit, right.unit) or 1.0
    one, two = left.low or left.high or 0.0, rate * (right.low or right.high or 0.0)
    if one <= 0 or two <= 0:
        return 0.5
    return min(2.0, max(0.0, abs(math.log10(one / two)) - USUAL_SPREAD))


def telling(number: float) -> float:
    """Return how unlikely it is that two figures are equal by chance: 923 tells more than 3 or 1,000."""
    digits = f"{number:.6g}".replace(".", "").lstrip("0")
    significant = len(digits.split("e")[0].rstrip("0"))
    return min(1.0, 0.25 * (significant - 1) + (0.2 if number >= 10 else 0.0) + (0.2 if number >= 1000 else 0.0))
