"""Weighing: in which order an editor should see the questions.

First deaths and who is to blame, conflicts and denials that matter, figures that one origin carries everywhere; then what the
reports tell of the event itself; background last. The weights were set by reasoning and are all here.
"""

from collections.abc import Sequence

from rashomon.findings.known import Judgement
from rashomon.model import Claim, Origins
from rashomon.model.ledger import Finding
from rashomon.values.measures import ASPECTS

FINDINGS: dict[Finding, float] = {"conflict": 4.0, "update": 3.0, "differ": 1.0, "agree": 0.5, "single": 0.0}
CARRIED = {"quantity": 3.0, "whether": 2.5, "time": 2.0}
"""What being told by all reports adds: what everybody tells is what happened."""
HEADLINE = 1.5
"""What standing in headlines adds."""
ALONE = 0.3
"""Factor on what a topic or a contradiction weighs where hardly a report has it; 1 from half of the reports on."""
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
TOPIC: dict[str, float] = {"quantity": 1.0, "whether": 0.6, "time": 0.4}
"""Factor on the weight of a topic: of deaths the number is told first, then what happened, then when."""
BLAME = frozenset(
    "blame responsible responsibility accuse suspect deny denial cause allege claim fault negligence cover-up admit confess "
    "guilty motive target perpetrator culprit".split()
)
BACKGROUND = 4.0
"""What being no part of the event takes away."""
BACKGROUND_UNITS = frozenset(["km", "m", "mile", "km2", "year", "hour", "minute", "day", "month", "foot"])


RESTATED = 3.0
"""What telling again what a weightier figure tells takes away from a clause."""
LIKELY = 0.5
"""Factor on a finding that is only likely."""
SIDE = 0.6
"""Factor on a contradiction about a side of the event: its date or hour, a place, an age."""


def weigh(claims: Sequence[Claim], judgement: Judgement, origins: Origins, reports: int) -> float:
    """Return the weight of a question: higher stands first.

    Args:
        claims: Its claims.
        judgement: How its answers stand to each other.
        origins: How many stand behind it.
        reports: How many reports the story has.
    """
    documents = {claim.document for claim in claims}
    carried = len(documents) / max(1, reports)
    shared = ALONE + (1 - ALONE) * min(1.0, 2 * carried)
    side = claims[0].kind == "time" or claims[0].measure in ASPECTS
    weight = (
        FINDINGS[judgement.finding] * shared * (SIDE if side else 1.0) * (1.0 if judgement.sure else LIKELY)
        + CARRIED[claims[0].kind] * carried
    )
    weight += TOPIC[claims[0].kind] * topic(claims) * shared
    weight += HEADLINE * len({claim.document for claim in claims if claim.headline}) / len(documents)
    if claims[0].kind == "whether":
        weight += 2.0 * shared * sum(bool(BLAME & {*claim.frame.terms}) for claim in claims) / len(claims)
        weight += 0.5 if any(claim.certainty == "negated" for claim in claims) else 0.0
    if carried >= 0.5 and origins.at_most == 1 and len(documents) > 1:
        weight += 1.0
    return weight - (BACKGROUND if is_background(claims) else 0.0)


def topic(claims: Sequence[Claim]) -> float:
    """Return what the measure of a question weighs: a figure's by its gravest claim, a clause's on average."""
    weights = [MEASURES.get(claim.measure, 0.0) for claim in claims]
    return max(weights) if claims[0].kind == "quantity" else sum(weights) / len(weights)


def is_background(claims: Sequence[Claim]) -> bool:
    """Whether a question is no part of the event: distances and spans of time, or what happened at another time."""
    if all(claim.value is not None and claim.value.unit in BACKGROUND_UNITS for claim in claims):
        return True
    return 2 * sum(claim.frame.remote for claim in claims) > len(claims)
