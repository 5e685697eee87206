"""Answers: claims of one question that say the same.

Saying the same is not transitive: "more than 100" fits 120 and 200, which do not fit each other. So exact figures found the
answers, and a bound joins the nearest figure that it allows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.findings.known import Known, Rates
from rashomon.findings.saying import is_silence, odds
from rashomon.model import Claim, Quantity
from rashomon.values.clock import compare_clocks
from rashomon.values.measures import ASPECTS, PLACE
from rashomon.values.quantities import compare_quantities, dimension
from rashomon.values.times import compare_times
from rashomon.values.words import Nearness

SAME_STATEMENT = 0.0
"""Log odds above which two linked clauses give the same answer."""
SAME_PLACE = 0.5
"""The same for the words of two places."""
NEAR_BOUND = 0.3
"""How far from its bound, as a share of it, a bounded figure still joins an exact one ("more than 100" and 120)."""

PLAIN = "number"
"""Unit of a figure whose noun the text leaves out."""


def group_answers(claims: Sequence[Claim], known: Known) -> list[list[Claim]]:
    """Return the claims of one question by answer, the answer with most reports first."""
    claims = sorted(claims, key=lambda claim: claim.id)
    kind = claims[0].kind
    if kind == "quantity":
        groups = by_figures(claims, known.rates)
    elif kind == "time":
        groups = gather(claims, same_time)
    else:
        groups = gather(claims, lambda one, two: same_statement(one, two, known))
    groups.sort(key=lambda group: (-len({claim.document for claim in group}), -len(group), min(claim.id for claim in group)))
    return groups


def by_figures(claims: Sequence[Claim], rates: Rates) -> list[list[Claim]]:
    """Group quantities: exact figures first, then bounds by the nearest figure that they allow.

    Of exact figures those come first that say the same as most others, so that a figure between two others ("€2 million" between
    $2.5 and $2.6 million) does not join them.
    """
    exact = [claim for claim in claims if claim.value is not None and is_exact(claim.value)]
    pairs = {(one.id, two.id): relation(one, two, rates) for one in exact for two in exact}
    central = {one.id: sum(pairs[one.id, two.id] == "same" for two in exact) for one in exact}
    exact.sort(key=lambda claim: (-central[claim.id], claim.id))
    groups = gather(exact, lambda one, two: pairs[one.id, two.id] == "same", lambda one, two: pairs[one.id, two.id] == "conflict")
    bounded = sorted((claim for claim in claims if claim not in exact), key=lambda claim: (distance_key(claim), claim.id))
    for claim in bounded:
        near = [group for group in groups if fits(claim, group[0], rates)]
        home = min(near, key=lambda group: (distance(claim, group[0]), group[0].id), default=None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def is_exact(value: Quantity) -> bool:
    """Whether a quantity names one figure."""
    return value.low is not None and value.low == value.high


def relation(one: Claim, two: Claim, rates: Rates) -> str:
    """Return how the values of two quantity claims of one question stand to each other.

    Three boats and three skiffs are the same, and a bare figure is of the other's unit; but eight boats and three skiffs may be
    two things, so they do not compare. A rate that only one of them tells is the other's as well.
    """
    if one.value is None or two.value is None:
        return "incomparable"
    left, right = one.value, two.value
    if left.per != right.per and None in (left.per, right.per):
        left, right = replace(left, per=None), replace(right, per=None)
    found = compare_quantities(left, right, rates=rates)
    bare = PLAIN in (left.unit, right.unit)
    if found == "incomparable" and left.unit != right.unit and (bare or (is_count(left) and is_count(right))):
        alike = compare_quantities(replace(left, unit=PLAIN), replace(right, unit=PLAIN), rates=rates)
        return alike if bare or alike != "conflict" else found
    return found


def is_count(value: Quantity) -> bool:
    """Whether a value counts people or things, by whatever noun."""
    return dimension(value.unit) in ("person", "thing")


def fits(claim: Claim, other: Claim, rates: Rates) -> bool:
    """Whether a bounded claim allows the other and lies near it."""
    how = relation(claim, other, rates)
    if how == "same":
        return True
    return how in ("narrows", "narrowed-by") and distance(claim, other) <= NEAR_BOUND


def distance(claim: Claim, other: Claim) -> float:
    """Return how far two figures lie apart, as a share of the larger; 0 where units differ and only looseness can tell."""
    one, two = distance_key(claim), distance_key(other)
    if claim.value is None or other.value is None or claim.value.unit != other.value.unit:
        return 0.0
    return abs(one - two) / max(abs(one), abs(two), 1e-9)


def distance_key(claim: Claim) -> float:
    """Return the figure by which a claim is known: its bound, or the middle of its range."""
    value = claim.value
    if value is None:
        return 0.0
    known = [bound for bound in (value.low, value.high) if bound is not None]
    return sum(known) / len(known) if known else 0.0


def same_time(one: Claim, two: Claim) -> bool:
    """Whether two dates say the same, one perhaps more exactly."""
    if one.time is None or two.time is None:
        return False
    return compare_times(one.time, two.time) in ("same", "narrows", "narrowed-by")


def same_statement(one: Claim, two: Claim, known: Known) -> bool:
    """Whether two clauses say the same."""
    if focus_words(one, known) == focus_words(two, known):
        return True
    if one.measure in ASPECTS and two.measure in ASPECTS:
        return same_aspect(one, two)
    if is_silence(one, two):
        return True
    if (one.certainty == "negated") != (two.certainty == "negated"):
        return False
    return odds(one, two, known, "answers") > SAME_STATEMENT


def weighed_pairs(claims: Sequence[Claim], known: Known) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of clauses of one question of which words alone do not tell whether they say the same."""
    for one, two in combinations(sorted(claims, key=lambda claim: claim.id), 2):
        sides = one.measure in ASPECTS and two.measure in ASPECTS
        if not sides and focus_words(one, known) != focus_words(two, known):
            yield one, two


def focus_words(claim: Claim, known: Known) -> list[str]:
    """Return the words of a claim's focus."""
    return claim.focus.of(known.reports[claim.document].text).casefold().split()


def same_aspect(one: Claim, two: Claim) -> bool:
    """Whether two phrases give the same hour, place, age or home."""
    if one.frame.hour is not None and two.frame.hour is not None:
        return compare_clocks(one.frame.hour, two.frame.hour) == "same"
    if one.frame.age is not None or two.frame.age is not None:
        return one.frame.age == two.frame.age
    if one.measure == PLACE and set(one.frame.names) & set(two.frame.names):
        return True
    words = Nearness((*one.frame.object, *two.frame.object))
    return words.likeness(one.frame.object, two.frame.object) >= SAME_PLACE


def gather(
    claims: Sequence[Claim], same: Callable[[Claim, Claim], bool], apart: Callable[[Claim, Claim], bool] | None = None
) -> list[list[Claim]]:
    """Put each claim, in the order given, to the first group whose members mostly say the same and none of which excludes it."""
    groups: list[list[Claim]] = []
    for claim in claims:
        near = (group for group in groups if 2 * sum(same(claim, other) for other in group) > len(group))
        home = next((group for group in near if apart is None or not any(apart(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups
