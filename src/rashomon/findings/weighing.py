"""Weighing: in which order an editor should see the questions.

First deaths and who is to blame, conflicts and denials that matter, figures that one origin carries everywhere; then what the
reports tell of the event itself; background last. The weights were set by reasoning and are all here.
"""

from collections.abc import Sequence

from rashomon.model import Claim, Origins
from rashomon.model.ledger import Finding

FINDINGS: dict[Finding, float] = {"conflict": 4.0, "update": 3.0, "differ": 1.0, "agree": 0.5, "single": 0.0}
MEASURES: dict[str, float] = {
    "killed": 5.0,
    "casualty": 4.0,
    "missing": 3.0,
    "injured": 3.0,
    "abducted": 3.0,
    "displaced": 2.5,
    "evacuated": 1.5,
    "arrested": 2.5,
    "infected": 2.5,
    "rescued": 2.0,
    "hospitalized": 1.5,
    "charged": 2.0,
    "magnitude": 1.5,
    "take": 1.5,
    "destroy": 1.5,
    "damage": 1.0,
    "send": 1.0,
}
WHETHER = 0.5
"""What being told by all reports, or telling of deaths, adds to a clause: the figure beside it tells that already."""
BLAME = frozenset(
    "blame responsible responsibility accuse suspect deny denial cause allege claim fault negligence cover-up admit confess "
    "guilty motive target perpetrator culprit".split()
)
BACKGROUND = 4.0
"""What being no part of the event takes away."""
BACKGROUND_UNITS = frozenset(["km", "m", "mile", "km2", "year", "hour", "minute", "day", "month", "foot"])


def weigh(claims: Sequence[Claim], finding: Finding, origins: Origins, reports: int) -> float:
    """Return the weight of a question: higher stands first.

    Args:
        claims: Its claims.
        finding: How its answers stand to each other.
        origins: How many stand behind it.
        reports: How many reports the story has.
    """
    carried = len({claim.document for claim in claims}) / max(1, reports)
    weight = FINDINGS[finding]
    if claims[0].kind == "whether":
        weight += WHETHER * carried
        weight += WHETHER * sum(MEASURES.get(claim.measure, 0.0) for claim in claims) / len(claims)
        weight += 2.0 * sum(bool(BLAME & {*claim.frame.terms}) for claim in claims) / len(claims)
        weight += 0.5 if any(claim.certainty == "negated" for claim in claims) else 0.0
    else:
        weight += 3.0 * carried
        weight += max(MEASURES.get(claim.measure, 0.0) for claim in claims)
        weight += 1.5 if any(claim.headline for claim in claims) else 0.0
    if carried >= 0.5 and origins.at_most == 1 and len({claim.document for claim in claims}) > 1:
        weight += 1.0
    if claims[0].kind == "time":
        weight -= 1.0
    return weight - (BACKGROUND if is_background(claims) else 0.0)


def is_background(claims: Sequence[Claim]) -> bool:
    """Whether a question is no part of the event: distances and spans of time, or what happened at another time."""
    if all(claim.value is not None and claim.value.unit in BACKGROUND_UNITS for claim in claims):
        return True
    return 2 * sum(claim.frame.remote for claim in claims) > len(claims)
