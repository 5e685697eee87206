"""Which figures answer one question: the comparators for claims of quantities."""

from rashomon.linking.comparing import (
    APART,
    NOTHING,
    Comparator,
    Setting,
    Verdict,
    by_certainty,
    by_period,
    by_value,
    by_words,
    shared_words,
)
from rashomon.model import Claim, Quantity
from rashomon.values.measures import FAMILIES, compare_measures
from rashomon.values.quantities import dimension
from rashomon.values.words import likeness

FRACTIONS = ("percent", "share")


def by_unit(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """People are not counted with things, nor money with lengths."""
    del setting
    if left.value is None or right.value is None:
        return APART, ""
    one, two = sort_of(left.value), sort_of(right.value)
    if one != two or left.value.per != right.value.per:
        return APART, ""
    return NOTHING


def sort_of(value: Quantity) -> str:
    """Return what sort of thing a unit measures: person, money, share, a dimension, or thing."""
    if value.unit in FRACTIONS:
        return "share"
    if value.unit == "person":
        return "person"
    return dimension(value.unit)


def by_measure(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """The dead are not the injured; what is within the other is a part of it, not the same question."""
    del setting
    relation = compare_measures(left.measure, right.measure)
    if relation == "same":
        return (1.8 if left.measure in FAMILIES else 0.9), f"both count what is {left.measure}"
    if relation in ("part", "whole", "different"):
        return APART, ""
    if left.measure in FAMILIES or right.measure in FAMILIES:
        return -0.9, ""
    return (-0.3, "") if left.measure and right.measure else NOTHING


def by_noun(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what is counted, by its noun."""
    del setting
    one, two = left.frame.head, right.frame.head
    if one == two:
        return (0.5 if one in GENERIC else 1.1), f"both count {one}"
    if left.value is not None and left.value.unit == "person":
        return (0.1, "") if one in GENERIC or two in GENERIC else (-0.4, "")
    return -1.0, ""


GENERIC = frozenset("people person man woman other member one number total them figure resident civilian dead".split())


def by_modifiers(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what narrows the noun: merchant vessels are not pirate vessels."""
    one, two = left.frame.modifiers, right.frame.modifiers
    if not one or not two:
        return NOTHING
    near = likeness(one, two, known=dict(setting.known))
    if not near:
        return -0.6, ""
    return 0.9 * near, f"both are of {shared_words(one, two, setting)}"


def by_place(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Another place named in the same breath makes another question."""
    del setting
    if not left.place or not right.place:
        return NOTHING
    return (0.3, f"both in {left.place}") if left.place.casefold() == right.place.casefold() else (-0.3, "")


def by_enumeration(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Two figures in one sentence of one report answer two questions, unless they are the same figure again."""
    del setting
    if left.document != right.document or left.span != right.span:
        return NOTHING
    same = left.value is not None and right.value is not None and left.value.low == right.value.low
    return NOTHING if same else (-2.0, "")


COMPARATORS: tuple[Comparator, ...] = (
    by_unit,
    by_measure,
    by_enumeration,
    by_noun,
    by_modifiers,
    by_place,
    by_period,
    by_certainty,
    by_words,
    by_value,
)
THRESHOLD = 2.3
"""Points above which two figures answer one question: a shared family with some shared words, or the same noun and number."""
