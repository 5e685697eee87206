"""Judging: how the answers of a question stand to each other, and why.

The order is that of the guide: conflict, update, differ, agree; the first that fits holds. An update needs evidence of order:
words of change at the later figure, or reports whose dates are apart, and a measure that only grows.
"""

from collections.abc import Sequence
from itertools import combinations, product

from rashomon.findings import updates
from rashomon.findings.answers import is_exact, relation
from rashomon.findings.known import Judgement, Known, agreed, reason, speakers
from rashomon.findings.registry import stand_of
from rashomon.findings.saying import is_read_apart, is_read_as_one, is_silence, standing
from rashomon.findings.wording import is_near_verbatim
from rashomon.model import Claim
from rashomon.model.ledger import How
from rashomon.values.clock import compare_clocks
from rashomon.values.measures import ASPECTS
from rashomon.values.quoting import counted
from rashomon.values.times import compare_times
from rashomon.values.words import Nearness

CONFLICT = 1.0
"""Log odds above which two statements are taken to exclude each other."""
UPDATE = 1.0
"""Log odds above which one is taken to have replaced the other."""
DENIED = 0.5
"""Share of a denial's words, by their weight, that the clause has which it denies."""


def judge(answers: Sequence[Sequence[Claim]], known: Known) -> Judgement:
    """Return the finding on the answers of one question."""
    kind = answers[0][0].kind
    if len(answers) == 1:
        return agreement(answers[0], known)
    if kind == "whether":
        return judge_statements(answers, known)
    clashes = [(one, two) for one, two in combinations(answers, 2) if clash(one, two, known)]
    if kind == "quantity" and (found := updates.figures(answers, known, clash=bool(clashes))) is not None:
        return found
    if not clashes:
        return Judgement("agree" if compatible(answers, known) else "differ", None, (reason("can all hold", answers, known),))
    if all(claim.certainty == "future" for group in answers for claim in group):
        return Judgement("differ", None, (reason("are forecasts or plans, which can differ", answers, known),))
    return Judgement("conflict", how_of(clashes, known), (reason("cannot both be right as stated", clashes[0], known),))


def agreement(claims: Sequence[Claim], known: Known) -> Judgement:
    """Return `agree` where two voices or two reports give the one answer, else `single`."""
    voices = {(claim.document, known.registry.key(claim.voices[-1].name) if claim.voices else "") for claim in claims}
    named = {voice for _, voice in voices}
    reports = len({claim.document for claim in claims})
    if reports > 1:
        return Judgement("agree", None, (agreed(f"{counted(reports, 'report')} say the same".capitalize(), claims, known),))
    if len(named - {""}) > 1:
        return Judgement("agree", None, (agreed("Several voices in one report say the same", claims, known),))
    return Judgement("single", None, (agreed("Only one report says so", claims, known),))


def clash(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> bool:
    """Whether two answers cannot both be right: an exact figure of the one excludes an exact one of the other.

    Where one of them has none ("more than 100"), all its bounds must exclude the other.
    """
    sharp = [[claim for claim in group if claim.value is None or is_exact(claim.value)] for group in (one, two)]
    if all(sharp):
        return any(not fit(a, b, known) for a, b in product(*sharp))
    return not any(fit(a, b, known) for a, b in product(one, two))


def fit(one: Claim, two: Claim, known: Known) -> bool:
    """Whether two values can both hold."""
    if one.time is not None and two.time is not None:
        return compare_times(one.time, two.time) != "conflict"
    return relation(one, two, known.rates) != "conflict"


def compatible(answers: Sequence[Sequence[Claim]], known: Known) -> bool:
    """Whether each answer is the same as, or contains, some claim of each other one."""
    wanted = ("same", "narrows", "narrowed-by")
    return all(
        any(
            (
                compare_times(a.time, b.time) in wanted
                if a.time is not None and b.time is not None
                else relation(a, b, known.rates) in wanted
            )
            for a, b in product(one, two)
        )
        for one, two in combinations(answers, 2)
    )


def judge_statements(answers: Sequence[Sequence[Claim]], known: Known) -> Judgement:
    """Return `conflict` for what cannot both hold, `update` for what became of what, else `differ`.

    What the words tell for certain comes first; then what is likely of answers that stand so to each other.
    """
    for one, two in combinations(answers, 2):
        if clash_of_aspects(one[0], two[0]):
            clashes = [(one, two)]
            return Judgement("conflict", how_of(clashes, known), (reason("cannot both be right as stated", (one, two), known),))
        if not is_read_as_one(one, two, known):
            continue
        if (found := updates.statements(one, two, known)) is not None:
            return found
        pair = denial(one, two, known)
        if pair is not None:
            return Judgement("conflict", "denial", (reason("are a claim and its denial", ([pair[0]], [pair[1]]), known),))
    likely: list[tuple[float, Judgement]] = []
    for one, two in combinations(answers, 2):
        if len(speakers((*one, *two), known)) == 1 and all(claim.voices for claim in (*one, *two)):
            continue
        if not (is_read_as_one(one, two, known) and is_read_apart(one, two, known)):
            continue
        against, after = standing(one, two, known)
        why = (reason("seem to exclude each other", (one, two), known),)
        likely.append((against - CONFLICT, Judgement("conflict", how_of([(one, two)], known), why, sure=False)))
        if may_replace(one, two, known):
            why = (reason("seem to be how it stood and what became of it", (one, two), known),)
            likely.append((after - UPDATE, Judgement("update", "event", why, sure=False)))
    best = max(likely, key=lambda entry: entry[0], default=None)
    if best is not None and best[0] > 0:
        return best[1]
    return Judgement("differ", None, (reason("tell of it differently", answers, known),))


def may_replace(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> bool:
    """Whether the reports that give two answers are of different days, and what is only planned does not come last."""
    days = [{known.times[claim.document][:10] for claim in group if claim.document in known.times} for group in (one, two)]
    if not all(days) or days[0] == days[1]:
        return False
    planned = [all(claim.certainty == "future" for claim in group) for group in (one, two)]
    return planned[0] == planned[1] or max(days[planned.index(True)]) <= max(days[planned.index(False)])


def clash_of_aspects(one: Claim, two: Claim) -> bool:
    """Whether two hours or two ages of one person exclude each other."""
    if one.frame.hour is not None and two.frame.hour is not None:
        return compare_clocks(one.frame.hour, two.frame.hour) == "conflict"
    return one.frame.age is not None and two.frame.age is not None and one.frame.age != two.frame.age


def same_predicate(left: Claim, right: Claim) -> bool:
    """Whether two clauses say that the same was done."""
    return left.frame.predicate == right.frame.predicate or left.frame.head == right.frame.head


def denial(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> tuple[Claim, Claim] | None:
    """Return a claim and its denial by another voice: only one is negated, and what it negates the other says."""
    if speakers(one, known) == speakers(two, known):
        return None
    for left, right in product(one, two):
        if (left.certainty == "negated") == (right.certainty == "negated") or left.measure in ASPECTS or is_silence(left, right):
            continue
        negated, other = (left, right) if left.certainty == "negated" else (right, left)
        if other.certainty != "future" and denies(negated, other):
            return left, right
    return None


def denies(negated: Claim, other: Claim) -> bool:
    """Whether most of what a clause negates stands in another one, its predicate or what it is said of with it."""
    words = Nearness((*negated.frame.terms, *other.frame.terms))
    covered, _ = words.cover(negated.frame.terms, other.frame.terms)
    shared = len({*negated.frame.terms} & {*other.frame.terms})
    core = same_predicate(negated, other) or negated.frame.head in other.frame.terms or other.frame.head in negated.frame.terms
    enough = shared >= min(2, max(len(negated.frame.terms), len(other.frame.terms) - 1))
    return core and covered >= DENIED and enough and (shared > 1 or alike(negated.frame.subject, other.frame.subject))


def alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two subjects share a word, or both are left to pronouns: "it" may be anything beside a thing that is named."""
    return bool({*one} & {*two}) or not (one or two)


def how_of(clashes: Sequence[tuple[Sequence[Claim], Sequence[Claim]]], known: Known) -> How:
    """Return what kind of conflict it is, judged on the first pair of claims that clash."""
    pairs = [(a, b) for one, two in clashes for a, b in product(one, two)]
    within = [(a, b) for a, b in pairs if a.document == b.document]
    same_voice = [(a, b) for a, b in pairs if one_origin(a, b, known)]
    if within and all(a.document == b.document for a, b in pairs):
        return "within-report" if all(one_origin(a, b, known) for a, b in within) else "between-origins"
    return "retelling" if same_voice and len(same_voice) * 2 >= len(pairs) else "between-origins"


def one_origin(one: Claim, two: Claim, known: Known) -> bool:
    """Whether two claims rest on one origin: a named voice, or wording that one copied."""
    left, right = stand_of(one, known.registry), stand_of(two, known.registry)
    if left == right:
        return True
    return is_near_verbatim(known.text(one), known.text(two))
