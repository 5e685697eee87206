"""Which figures answer one question: the comparators for claims of quantities."""

from rashomon.linking.beside import counted_apart, speakers_differ
from rashomon.linking.comparing import (
    APART,
    NOTHING,
    Comparator,
    Setting,
    Verdict,
    by_certainty,
    by_meaning,
    by_near_meaning,
    by_period,
    by_report,
    by_sentence,
    by_size,
    by_value,
    by_words,
    shared_words,
)
from rashomon.model import Claim, Quantity
from rashomon.values.measures import FAMILIES, KINDS, REST, SPEAKERS, compare_measures, family_of
from rashomon.values.quantities import dimension

MANIFOLD = frozenset(["share", "duration"])
"""Sorts of figures of which a report gives several that have nothing to do with each other."""
PLAIN = "number"
"""Unit of a figure whose noun the text leaves out."""
FRACTIONS = ("percent", "share")
COUNTED = frozenset({"person", "thing"})
"""Sorts that a reader of texts takes for each other: "the seven", "seamen", "47 fell"."""


def by_unit(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """People are not counted with things, nor money with lengths."""
    del setting
    if left.value is None or right.value is None:
        return APART, ""
    one, two = sort_of(left.value), sort_of(right.value)
    if left.value.per != right.value.per:
        return APART, ""
    if one != two:
        if not {one, two} <= COUNTED:
            return APART, ""
        return (-0.2, "") if PLAIN in (left.value.unit, right.value.unit) else (-1.0, "")
    return (0.5, f"both per {left.value.per}") if left.value.per else NOTHING


def sort_of(value: Quantity) -> str:
    """Return what sort of thing a unit measures: person, money, share, a dimension, or thing."""
    if value.unit in FRACTIONS:
        return "share"
    if value.unit == "person":
        return "person"
    return dimension(value.unit)


def by_measure(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """The dead are not the injured, nor are those who speak; what is within the other is a part of it, not the same question."""
    del setting
    if (left.measure == SPEAKERS) != (right.measure == SPEAKERS):
        return APART, ""
    relation = compare_measures(left.measure, right.measure)
    if relation == "same":
        return (1.8 if left.measure in FAMILIES else 0.9), f"both count “{left.measure}”"
    if relation in ("part", "whole", "different"):
        return -1.5, ""
    if left.measure in FAMILIES or right.measure in FAMILIES:
        return (-1.5 if left.measure and right.measure else -0.5), ""
    return (-0.2, "") if left.measure and right.measure else NOTHING


def by_noun(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what is counted, by its noun."""
    if left.value is None or right.value is None or not is_counted(left.value):
        return NOTHING
    one, two = left.frame.head, right.frame.head
    if is_number(one) or is_number(two):
        return NOTHING
    if one == two:
        return (0.4 if one in GENERIC else 1.1), f"both count {one}"
    near = setting.near.likeness((one,), (two,))
    if near:
        return near, f"count {one} and {two}"
    if one in GENERIC or two in GENERIC:
        return (0.1, "") if same_figure(left, right) or not {one, two} & KINDS else (-0.7, "")
    if same_figure(left, right):
        return (0.0, "") if left.value.unit == "person" else (-0.4, "")
    return -0.9, ""


def by_contrast(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Two things that both sentences name are two things: "three boats and eight cars", "eight boats and three cars"."""
    one, two = left.frame.head, right.frame.head
    if one == two or is_number(one) or is_number(two) or {one, two} & GENERIC or setting.near.likeness((one,), (two,)):
        return NOTHING
    both = one in right.frame.context and two in left.frame.context
    return (APART, "") if both and is_counted_claim(left) and is_counted_claim(right) else NOTHING


def is_counted_claim(claim: Claim) -> bool:
    """Whether a claim counts people or things."""
    return claim.value is not None and is_counted(claim.value)


def same_figure(left: Claim, right: Claim) -> bool:
    """Whether two claims give one figure to the digit."""
    return (
        left.value is not None
        and right.value is not None
        and (left.value.low or left.value.high) == (right.value.low or right.value.high)
    )


def is_counted(value: Quantity) -> bool:
    """Whether a unit counts things, which a noun names; a length or an amount of money is named by its unit alone."""
    return sort_of(value) in ("person", "thing")


def is_number(word: str) -> bool:
    """Whether the head of a figure is the figure itself: its noun was left out."""
    return not word or not word[0].isalpha() or word in NUMERALS


NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen score hundred thousand million".split()
)
FOR_PEOPLE = frozenset(
    "name life being body soul head heart seat vote signature grave coffin corpse arrest case infection job position post place "
    "family household couple crew team mouth hand".split()
)
"""Nouns by which people are counted: seven seats, 300 lives, 740 jobs."""
GENERIC = frozenset("people person man woman other member one number total them figure resident civilian dead".split())


def by_modifiers(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what narrows the noun: merchant vessels are not pirate vessels."""
    one, two = left.frame.modifiers, right.frame.modifiers
    if not one or not two:
        return NOTHING
    names, others = named(left), named(right)
    if names and others and not names & others:
        return -1.0, ""
    near = setting.near.likeness(one, two)
    if not near:
        return (-0.1, "") if same_figure(left, right) else (-0.5, "")
    return 0.9 * near, f"both are of {shared_words(one, two, setting)}"


def named(claim: Claim) -> set[str]:
    """Return the words of names among the modifiers of what is counted: "traffic to Kessen"."""
    parts = {part for name in claim.frame.names for part in name.split()}
    return parts & set(claim.frame.modifiers)


def by_actor(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """What one club offers is not what another does."""
    del setting
    one, two = actors(left), actors(right)
    if not one or not two:
        return NOTHING
    common = sorted(one & two)
    return (0.2, f"both of {common[0]}") if common else (-0.8, "")


def actors(claim: Claim) -> set[str]:
    """Return the words of names in the subject."""
    return {part for name in claim.frame.names for part in name.split()} & set(claim.frame.subject)


def by_scope(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """What was taken in all operations so far is not what was taken in this one."""
    del setting
    return (APART, "") if left.frame.cumulative != right.frame.cumulative else NOTHING


def by_part(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Some of a number are not all of it: "two of the five contracts" and "five contracts"."""
    del setting
    if same_figure(left, right):
        return NOTHING
    if taken_from(left) != taken_from(right):
        return APART, ""
    return (-1.0, "") if left.frame.part != right.frame.part else NOTHING


def taken_from(claim: Claim) -> str:
    """Return the measure that a part is taken from: some of "the injured" are not all of them, though both are injured."""
    return family_of(claim.frame.head) if claim.frame.part else ""


def by_place(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Another place named in the same breath makes another question."""
    del setting
    if not left.place or not right.place:
        return NOTHING
    return (0.3, f"both in {left.place}") if left.place.casefold() == right.place.casefold() else (-0.3, "")


def by_enumeration(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Two figures of one report answer two questions, unless they are the same figure again or two voices give them."""
    del setting
    if left.document != right.document or same_figure(left, right) or speakers_differ(left, right):
        return NOTHING
    return (APART, "") if counted_apart(left, right) else (-2.0, "")


def by_population(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """A kind of people is counted within all of them, and "the other two" beside the rest, unless the figures are the same."""
    del setting
    if same_figure(left, right) or left.value is None or left.value.unit != "person":
        return NOTHING
    one, two = left.frame.head, right.frame.head
    if (one in KINDS) != (two in KINDS) or (one in KINDS and one != two):
        return -1.0, ""
    others = [bool(REST & {*claim.frame.modifiers, *(claim.population or "").casefold().split()}) for claim in (left, right)]
    return (-1.0, "") if others[0] != others[1] else NOTHING


def by_kind(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """People are not counted with things, where both nouns are there: "two women" and "two unions"."""
    del setting
    counted = is_counted_claim(left) and is_counted_claim(right)
    if not counted or is_number(left.frame.head) or is_number(right.frame.head):
        return NOTHING
    return (-1.0, "") if len({is_people(left), is_people(right)}) > 1 else NOTHING


def is_people(claim: Claim) -> bool:
    """Whether a claim counts people, or what stands for them."""
    return claim.value is not None and (claim.value.unit == "person" or claim.frame.head in FOR_PEOPLE)


def by_background(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Shares and spans of time are told of many things: two of them less often answer one question than two counts."""
    del setting
    if left.value is None or right.value is None:
        return NOTHING
    return (-1.0, "") if {sort_of(left.value), sort_of(right.value)} & MANIFOLD else NOTHING


COMPARATORS: tuple[Comparator, ...] = (
    by_unit,
    by_kind,
    by_background,
    by_population,
    by_measure,
    by_noun,
    by_contrast,
    by_modifiers,
    by_actor,
    by_scope,
    by_part,
    by_place,
    by_period,
    by_certainty,
    by_words,
    by_sentence,
    by_meaning,
    by_near_meaning,
    by_size,
    by_enumeration,
    by_report,
    by_value,
)
BAR = -1.7
"""Log odds above which two figures answer one question: less than even, since clustering asks for the mean of many pairs. Set on
the stories and clusters that the weights were fitted on, by the F1 of links."""
