"""Figures that stand side by side: one voice that gives two of them in one sentence counts two things."""

from rashomon.model import Claim
from rashomon.values.measures import FAMILIES

CHANGING = frozenset(
    "increase decrease rise climb fall revise raise grow jump drop upgrade double earlier first initially".split()
)
"""Words of a sentence that tells how a count changed."""


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
