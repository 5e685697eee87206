"""Whether two clauses that answer one question give the same answer, and how two answers stand to each other.

Like linking, by a table of comparators whose weights are learned from invented stories (`values.weights`, `training/judging.py`):
each gives points for one answer (above 0) or for two (below 0). What the encoder takes two answers to say tells most; polarity,
plans, denials, names and figures that exclude each other tell the rest.
"""

import math
import re
from collections.abc import Callable, Sequence
from itertools import product

from rashomon.findings.known import Known, speakers
from rashomon.model import Claim
from rashomon.pairs import Standing
from rashomon.values.measures import ASPECTS
from rashomon.values.weights import Table, weights_of
from rashomon.values.words import Nearness

USUAL = 0.5
"""Cosine of two answers that speaks neither for one answer nor for two."""
LEAST_SAME, MOST_ALIKE = -1.0, 1.0
"""Log odds of one question from which, of agreement against its contraries up to which, two answers may exclude each other."""
DENYING = frozenset(
    "deny reject dismiss refute dispute contradict rebut false untrue fabricate lie rumour rumor myth nonsense wrong never no "
    "nobody nothing none".split()
)
"""Words by which a clause or its sentence denies something."""
ENDING = frozenset(
    "withdraw cancel retract revoke rescind lift restore resume reopen release repeal abandon call_off drop give_up reverse "
    "replace postpone suspend confirm admit concede acknowledge announce now later since finally eventually meanwhile".split()
)
"""Words by which a clause tells how things went on."""
SILENCE = frozenset("comment respond reply".split())
FIGURE = re.compile(r"\d[\d.,:]*")
Saying = Callable[[Claim, Claim, Known], float]


def cosine(one: Sequence[float], two: Sequence[float]) -> float | None:
    """Return the cosine of two unit vectors, None where one is not known."""
    return sum(a * b for a, b in zip(one, two, strict=True)) if one and two else None


def is_silence(left: Claim, right: Claim) -> bool:
    """Whether both only say that somebody said nothing: "did not comment" and "declined to comment" deny nothing."""
    return all(SILENCE & {claim.frame.head, claim.frame.predicate, *claim.frame.terms} for claim in (left, right))


def by_answer(left: Claim, right: Claim, known: Known) -> float:
    """Compare what the encoder takes both to answer."""
    del known
    near = cosine(left.answer, right.answer)
    return 0.0 if near is None else near - USUAL


def by_meaning(left: Claim, right: Claim, known: Known) -> float:
    """Compare what the encoder takes both to say."""
    del known
    near = cosine(left.meaning, right.meaning)
    return 0.0 if near is None else near - USUAL


def by_words(left: Claim, right: Claim, known: Known) -> float:
    """Compare the words of both clauses."""
    del known
    return Nearness((*left.frame.terms, *right.frame.terms)).likeness(left.frame.terms, right.frame.terms)


def by_sentence(left: Claim, right: Claim, known: Known) -> float:
    """Compare the words of both sentences."""
    del known
    return Nearness((*left.frame.context, *right.frame.context)).likeness(left.frame.context, right.frame.context)


def by_polarity(left: Claim, right: Claim, known: Known) -> float:
    """One says that it is not so."""
    del known
    return -float((left.certainty == "negated") != (right.certainty == "negated"))


def by_denial(left: Claim, right: Claim, known: Known) -> float:
    """One has words of denial, the other none."""
    del known
    return -float(is_denying(left) != is_denying(right))


def is_denying(claim: Claim) -> bool:
    """Whether a claim is negated, or its clause or cue denies."""
    cues = {word for voice in claim.voices for word in (voice.cue or "").casefold().split()}
    stems = {word.removesuffix("d").removesuffix("ie") for word in cues} | cues
    return claim.certainty == "negated" or bool(DENYING & {claim.frame.head, *claim.frame.terms, *cues, *stems})


def by_plan(left: Claim, right: Claim, known: Known) -> float:
    """One is still to come."""
    del known
    return -float((left.certainty == "future") != (right.certainty == "future"))


def by_doubt(left: Claim, right: Claim, known: Known) -> float:
    """One is hedged."""
    del known
    return -float((left.certainty == "hedged") != (right.certainty == "hedged"))


def by_predicate(left: Claim, right: Claim, known: Known) -> float:
    """Both say that the same was done."""
    del known
    return float(bool(left.frame.predicate) and left.frame.predicate == right.frame.predicate)


def by_names(left: Claim, right: Claim, known: Known) -> float:
    """Both name the same, or each another."""
    del known
    one, two = ({part for name in claim.frame.names for part in name.split()} for claim in (left, right))
    return 0.0 if not one or not two else 1.0 if one & two else -1.0


def by_figures(left: Claim, right: Claim, known: Known) -> float:
    """Both write the same figures, or each another."""
    one, two = ({*FIGURE.findall(claim.focus.of(known.reports[claim.document].text))} for claim in (left, right))
    return 0.0 if not one or not two else 1.0 if one & two else -1.0


def by_change(left: Claim, right: Claim, known: Known) -> float:
    """One tells how things went on."""
    del known
    ending = [bool(ENDING & {claim.frame.head, claim.frame.predicate, *claim.frame.terms}) for claim in (left, right)]
    return -float(ending[0] != ending[1])


def by_days(left: Claim, right: Claim, known: Known) -> float:
    """The reports are of different days."""
    one, two = (known.times.get(claim.document, "")[:10] for claim in (left, right))
    return -float(bool(one and two) and one != two)


def by_weeks(left: Claim, right: Claim, known: Known) -> float:
    """The reports are of different months."""
    one, two = (known.times.get(claim.document, "")[:7] for claim in (left, right))
    return -float(bool(one and two) and one != two)


def by_voices(left: Claim, right: Claim, known: Known) -> float:
    """Two named voices stand behind them, or one."""
    if not left.voices or not right.voices:
        return 0.0
    return 1.0 if speakers([left], known) == speakers([right], known) else -1.0


def by_own_voice(left: Claim, right: Claim, known: Known) -> float:
    """Both are told by the reports themselves."""
    del known
    return float(not left.voices and not right.voices)


def by_read_alike(left: Claim, right: Claim, known: Known) -> float:
    """Read together, both give one answer."""
    found = known.read.standing(left, right)
    return 0.0 if found is None else found.agree - math.log1p(-math.exp(min(found.agree, -1e-6)))


def by_read_against(left: Claim, right: Claim, known: Known) -> float:
    """Read together, they exclude each other rather than differ."""
    found = known.read.standing(left, right)
    return 0.0 if found is None else found.conflict - found.differ


def by_read_after(left: Claim, right: Claim, known: Known) -> float:
    """Read together, one replaced the other rather than differing from it."""
    found = known.read.standing(left, right)
    return 0.0 if found is None else found.update - found.differ


def by_aspect(left: Claim, right: Claim, known: Known) -> float:
    """Both give a side of a statement: a place, an hour, a home."""
    del known
    return float(left.measure in ASPECTS and right.measure in ASPECTS)


COMPARATORS: tuple[Saying, ...] = (
    by_answer,
    by_meaning,
    by_words,
    by_sentence,
    by_polarity,
    by_denial,
    by_plan,
    by_doubt,
    by_predicate,
    by_names,
    by_figures,
    by_change,
    by_days,
    by_weeks,
    by_voices,
    by_own_voice,
    by_aspect,
    by_read_alike,
    by_read_against,
    by_read_after,
)


def points(left: Claim, right: Claim, known: Known) -> list[float]:
    """Return the points of all comparators."""
    return [comparator(left, right, known) for comparator in COMPARATORS]


def odds(left: Claim, right: Claim, known: Known, table: Table) -> float:
    """Return the log odds of a table: `answers` (one answer), `conflict` or `update` (of two answers, against differing)."""
    weights = weights_of(table)
    given = zip(COMPARATORS, points(left, right, known), strict=True)
    return weights.bias + sum(weights.of[comparator.__name__] * own for comparator, own in given)


def is_read_as_one(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> bool:
    """Whether reading, where it is known, may hold two answers to be of one question."""
    found = readings(one, two, known)
    return not found or sum(standing.same for standing in found) / len(found) >= LEAST_SAME


def is_read_apart(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> bool:
    """Whether reading, where it is known, may hold two answers not to say the same."""
    found = readings(one, two, known)
    alike = sum(standing.agree - max(standing.conflict, standing.update) for standing in found)
    return not found or alike / len(found) <= MOST_ALIKE


def readings(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> list[Standing]:
    """Return how the claims of two answers stand to each other as they are read."""
    return [standing for left, right in product(one, two) if (standing := known.read.standing(left, right)) is not None]


def standing(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> tuple[float, float]:
    """Return the mean log odds (that two answers conflict, that one replaced the other), each against that both can hold."""
    pairs = list(product(one, two))
    return (
        sum(odds(left, right, known, "conflict") for left, right in pairs) / len(pairs),
        sum(odds(left, right, known, "update") for left, right in pairs) / len(pairs),
    )
