"""Which clauses and which dates answer one question: the comparators for whether-claims and times."""

from rashomon.linking.comparing import (
    APART,
    NOTHING,
    Comparator,
    Setting,
    Verdict,
    by_meaning,
    by_near_meaning,
    by_period,
    by_sentence,
    by_words,
    shared_words,
)
from rashomon.model import Claim
from rashomon.values.clock import compare_clocks
from rashomon.values.measures import ASPECTS, HOUR, OF_PERSONS
from rashomon.values.names import same_voice
from rashomon.values.words import cosine

KINDRED = 0.5
"""Cosine above which two verbs are near in meaning ("ram", "smash")."""
SAME_HOUR = 0.6
"""Points for one clock time: two things seldom happen at the same one."""

ONE_PERSON = 1.5
"""Points for the age or home of one person."""


def same_person(left: Claim, right: Claim) -> bool:
    """Whether two claims tell of one person."""
    return same_voice(left.frame.names[0].title(), right.frame.names[0].title())


def by_aspect(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Where and when something happened are questions of their own."""
    del setting
    if left.measure not in ASPECTS and right.measure not in ASPECTS:
        return NOTHING
    if left.measure != right.measure:
        return APART, ""
    if left.measure in OF_PERSONS:
        return (ONE_PERSON, "both tell of one person") if same_person(left, right) else (APART, "")
    if left.measure == HOUR and left.frame.hour and right.frame.hour:
        near = compare_clocks(left.frame.hour, right.frame.hour) != "conflict"
        return (SAME_HOUR, "both give that hour") if near else (0.0, "")
    return NOTHING


def by_predicate(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare what is said to have happened."""
    del setting
    one, two = left.frame, right.frame
    if one.predicate and one.predicate == two.predicate:
        return 0.7, f"both say that somebody or something did or was “{one.head}”"
    near = cosine(one.predicate.partition("_")[0], two.predicate.partition("_")[0])
    if near > KINDRED:
        return 0.7 * near, f"“{one.head}” is near to “{two.head}”"
    if one.head in two.terms or two.head in one.terms:
        return 0.25, ""
    return -0.2, ""


def by_arguments(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Compare who did it and to whom."""
    points, shared = 0.0, []
    for one, two in ((left.frame.subject, right.frame.subject), (left.frame.object, right.frame.object)):
        if not one or not two:
            continue
        near = setting.near.likeness(one, two)
        points += 0.6 * near if near else -0.15
        shared.append(shared_words(one, two, setting))
    return points, f"both of {', '.join(filter(None, shared))}" if any(shared) else ""


def by_names(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Names that only one of two clauses has, set against names that only the other has, speak of two things."""
    del setting
    one, two = set(left.frame.names), set(right.frame.names)
    if not one or not two:
        return NOTHING
    common = sorted(one & two)
    return (0.3, f"both name {common[0]}") if common else (-0.3, "")


def by_neighbourhood(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Two clauses of one report seldom say the same twice in a row."""
    del setting
    if left.document != right.document:
        return NOTHING
    if left.time is not None and right.time is not None and left.time.iso != right.time.iso:
        return -3.0, ""
    return -0.6, ""


def by_date(left: Claim, right: Claim, setting: Setting) -> Verdict:
    """Two dates in reach of each other for the same kind of event."""
    del setting
    if left.time is None or right.time is None:
        return NOTHING
    if left.frame.remote != right.frame.remote:
        return -1.5, ""
    if left.time.iso == right.time.iso:
        return 0.8, f"both give {left.time.iso}"
    return (-0.2, "") if left.time.iso[:4] == right.time.iso[:4] else (-0.4, "")


WHETHER: tuple[Comparator, ...] = (
    by_aspect,
    by_predicate,
    by_arguments,
    by_names,
    by_period,
    by_neighbourhood,
    by_words,
    by_sentence,
    by_meaning,
    by_near_meaning,
)
WHETHER_BAR = -1.7
"""Log odds above which two clauses answer one question; set as `quantities.BAR`."""

TIMES: tuple[Comparator, ...] = (by_predicate, by_arguments, by_names, by_neighbourhood, by_words, by_sentence, by_date)
TIMES_BAR = 0.0
"""Log odds above which two dates answer one question; the weights were set by hand on the invented clusters."""
