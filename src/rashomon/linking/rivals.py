"""Rivals: figures that answer one question with different numbers.

A report answers a question once. So two sets of figures that count the same thing, where the reports that have the one lack the
other, are rival answers, while figures that stand side by side in the same reports count two things. This second pass joins
questions on what their figures count, leaving the numbers aside.
"""

from collections.abc import Sequence

from rashomon.linking.clustering import cluster
from rashomon.linking.comparing import APART, Comparator, Setting
from rashomon.model import Claim
from rashomon.values.measures import FAMILIES

ALONE = 0.5
"""Points for two questions that no report answers both."""
BESIDE = -2.5
"""Points where every report that answers the smaller one answers the other as well; in between by share."""
CHANGING = frozenset(
    "increase decrease rise climb fall revise raise grow jump drop upgrade double earlier first initially".split()
)
"""Words of a sentence that tells how a count changed."""
MOST_PAIRS = 36
"""Pairs compared for two questions; of larger ones the first claims by id speak for all."""


def join_rivals(
    groups: Sequence[Sequence[Claim]], comparators: Sequence[Comparator], setting: Setting, threshold: float
) -> list[list[Claim]]:
    """Join groups of figures that are rival answers.

    Args:
        groups: Figures that linking already holds together.
        comparators: The slots to compare; those of values must not be among them.
        setting: What is known of the story.
        threshold: Points above which two groups are one question.
    """
    by_name = {min(claim.id for claim in group): list(group) for group in groups}
    names = sorted(by_name)
    scores: dict[tuple[str, str], float] = {}
    for place, one in enumerate(names):
        for two in names[place + 1 :]:
            if stand_in_one_sentence(by_name[one], by_name[two]):
                scores[one, two] = APART
            if stand_beside(by_name[one], by_name[two]) or (one, two) in scores:
                continue
            points = likeness_of_groups(by_name[one], by_name[two], comparators, setting)
            if points != APART:
                scores[one, two] = points - threshold
    return [[claim for name in joined for claim in by_name[name]] for joined in cluster(names, scores)]


def likeness_of_groups(one: Sequence[Claim], two: Sequence[Claim], comparators: Sequence[Comparator], setting: Setting) -> float:
    """Return the mean points of the slots of two groups, with what their reports tell; `APART` where a slot forbids it."""
    side = max(1, int(MOST_PAIRS**0.5))
    total, count = 0.0, 0
    for left in sorted(one, key=lambda claim: claim.id)[:side]:
        for right in sorted(two, key=lambda claim: claim.id)[:side]:
            points = 0.0
            for comparator in comparators:
                more, _ = comparator(left, right, setting)
                if more == APART:
                    return APART
                points += more
            total += points
            count += 1
    return total / count + complement(one, two)


def stand_beside(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Whether two figures stand in one report alone, by one voice: then it counts two things, unless both count victims.

    A report that contradicts itself on deaths is worth a look; "four entrances" and "three entrances" are not.
    """
    documents = {claim.document for claim in (*one, *two)}
    if len(documents) > 1 or one[0].measure in FAMILIES:
        return False
    return not any(speakers_differ(left, right) for left in one for right in two)


def stand_in_one_sentence(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Whether some sentence gives both figures by one voice: then they count two things."""
    return any(counted_apart(left, right) for left in one for right in two)


def counted_apart(left: Claim, right: Claim) -> bool:
    """Whether one voice gives two figures in one sentence, which does not tell how a count changed."""
    return (
        left.document == right.document
        and left.span == right.span
        and not speakers_differ(left, right)
        and not CHANGING & {left.frame.predicate, right.frame.predicate, *left.frame.terms}
    )


def speakers_differ(left: Claim, right: Claim) -> bool:
    """Whether two voices give two figures: then a report sets them against each other.

    Of victims the report's own word counts as a voice as well.
    """
    if left.measure in FAMILIES and left.measure == right.measure:
        return [voice.name for voice in left.voices[-1:]] != [voice.name for voice in right.voices[-1:]]
    return bool(left.voices and right.voices) and left.voices[-1].name != right.voices[-1].name


def complement(one: Sequence[Claim], two: Sequence[Claim]) -> float:
    """Return points for reports that have only one of two figures, against those that have both."""
    left, right = ({claim.document for claim in group} for group in (one, two))
    return ALONE + (BESIDE - ALONE) * len(left & right) / min(len(left), len(right))
