"""Judging: how the answers of a question stand to each other, and why.

The order is that of the guide: conflict, update, differ, agree; the first that fits holds. An update needs evidence of order:
words of change at the later figure, or reports whose dates are apart, and a measure that only grows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

from rashomon.findings.answers import Rates, distance_key, is_exact, relation
from rashomon.findings.origins import Ground
from rashomon.findings.registry import Registry, stand_of
from rashomon.findings.wording import is_near_verbatim
from rashomon.model import Claim, Pin, Reason, Report
from rashomon.model.ledger import Finding, How
from rashomon.values.clock import compare_clocks
from rashomon.values.measures import ASPECTS
from rashomon.values.times import compare_times
from rashomon.values.words import Nearness

GROWING = frozenset("killed injured casualty missing displaced evacuated arrested infected hospitalized rescued".split())
"""Measures whose count for one event goes up as more becomes known."""
CHANGE = frozenset("rise climb increase grow jump mount revise now later new update".split())
DENIED = 0.4
"""Likeness of words from which a negated clause denies another of the same predicate."""
FEWEST_SHARED = 2
"""Content words that a claim and its denial share."""
OPENING = frozenset("until before if when unless whether once how why what".split())
UNDOING = frozenset(
    "withdraw cancel retract revoke rescind lift restore resume reopen release recover repeal abandon "
    "call_off pull_out back_out".split()
)
"""Verbs that end what another clause tells of."""
AT_FIRST = frozenset("initially originally earlier previously first".split())
CORRECTION = frozenset("correct correction retract clarify erroneously mistakenly misstate wrongly".split())


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding with its how and its reasons."""

    finding: Finding
    how: How | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a judge knows beside the claims.

    Attributes:
        reports: The reports by id. registry: The voices of the story. ground: Who shares wording.
        rates: Exchange rates that the reports give. times: When each report was written, as exactly as it tells.
    """

    reports: Mapping[str, Report]
    registry: Registry
    ground: Ground
    rates: Rates = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)

    def text(self, claim: Claim) -> str:
        """Return the words that state a claim."""
        return claim.span.of(self.reports[claim.document].text)


def judge(answers: Sequence[Sequence[Claim]], known: Known) -> Judgement:
    """Return the finding on the answers of one question."""
    kind = answers[0][0].kind
    if len(answers) == 1:
        return agreement(answers[0], known)
    if kind == "whether":
        return judge_statements(answers, known)
    if kind == "quantity" and (found := update(answers, known)) is not None:
        return found
    clashes = [(one, two) for one, two in combinations(answers, 2) if clash(one, two, known)]
    if not clashes:
        return Judgement("agree" if compatible(answers, known) else "differ", None, (reason("can all hold", answers, known),))
    if all(claim.certainty == "future" for group in answers for claim in group):
        return Judgement("differ", None, (reason("are forecasts or plans, which can differ", answers, known),))
    return Judgement("conflict", how_of(clashes, known), (reason("cannot both be right as stated", clashes[0], known),))


def agreement(claims: Sequence[Claim], known: Known) -> Judgement:
    """Return `agree` where two voices or two reports give the one answer, else `single`."""
    voices = {(claim.document, known.registry.key(claim.voices[-1].name) if claim.voices else "") for claim in claims}
    named = {voice for _, voice in voices}
    if len({claim.document for claim in claims}) > 1 or len(named - {""}) > 1:
        return Judgement("agree", None, (reason("say the same", [claims], known),))
    return Judgement("single", None, (reason("stand in one report only", [claims], known),))


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
    """Return `conflict` for a claim and its denial, else `differ`."""
    for one, two in combinations(answers, 2):
        if clash_of_aspects(one[0], two[0]):
            clashes = [(one, two)]
            return Judgement("conflict", how_of(clashes, known), (reason("cannot both be right as stated", (one, two), known),))
        if (found := turn(one, two, known)) is not None:
            return found
        pair = denial(one, two, known)
        if pair is not None:
            return Judgement("conflict", "denial", (reason("are a claim and its denial", ([pair[0]], [pair[1]]), known),))
    return Judgement("differ", None, (reason("tell of it differently", answers, known),))


def clash_of_aspects(one: Claim, two: Claim) -> bool:
    """Whether two hours or two ages of one person exclude each other."""
    if one.frame.hour is not None and two.frame.hour is not None:
        return compare_clocks(one.frame.hour, two.frame.hour) == "conflict"
    return one.frame.age is not None and two.frame.age is not None and one.frame.age != two.frame.age


def turn(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> Judgement | None:
    """Return `update` where one answer tells how things stood and the other what became of them, else None.

    What was planned has happened; what was begun is undone ("made an offer", "withdrew it"); what a voice first denied it says.
    """
    for left, right in (*product(one, two), *product(two, one)):
        if not is_said_of_one_thing(left, right) or left.document == right.document or is_open(right, known):
            continue
        if left.certainty == "future" and right.certainty == "stated" and same_predicate(left, right):
            return Judgement("update", "event", (reason("are a plan and what became of it", ([left], [right]), known),))
        if left.frame.predicate not in UNDOING and right.frame.predicate in UNDOING and left.certainty == right.certainty:
            return Judgement("update", "event", (reason("are how it stood and what became of it", ([left], [right]), known),))
        if left.certainty == "negated" and right.certainty == "stated" and AT_FIRST & {*left.frame.context}:
            return Judgement("update", "correction", (reason("are a denial and what followed it", ([left], [right]), known),))
    return None


def is_open(claim: Claim, known: Known) -> bool:
    """Whether a clause leaves open if it happened: it has no subject, or hangs on "until", "before", "if" or "when"."""
    before = known.reports[claim.document].text[max(0, claim.focus.start - 16) : claim.focus.start].split()
    return not claim.frame.subject or any(word.casefold() in OPENING for word in before[-2:])


def is_said_of_one_thing(left: Claim, right: Claim) -> bool:
    """Whether two clauses share enough of their words for one to answer the other: two at least."""
    if left.measure in ASPECTS or len({*left.frame.terms} & {*right.frame.terms}) < FEWEST_SHARED:
        return False
    return likeness(left, right) >= DENIED


def likeness(left: Claim, right: Claim) -> float:
    """Return how much of the words of two clauses is the same."""
    return Nearness((*left.frame.terms, *right.frame.terms)).likeness(left.frame.terms, right.frame.terms)


def same_predicate(left: Claim, right: Claim) -> bool:
    """Whether two clauses say that the same was done."""
    return left.frame.predicate == right.frame.predicate or left.frame.head == right.frame.head


def denial(one: Sequence[Claim], two: Sequence[Claim], known: Known) -> tuple[Claim, Claim] | None:
    """Return a claim and its denial by another voice: of one predicate, in words mostly the same, and only one negated."""
    if speakers(one, known) == speakers(two, known):
        return None
    for left, right in product(one, two):
        if (left.certainty == "negated") == (right.certainty == "negated"):
            continue
        if same_predicate(left, right) and is_said_of_one_thing(left, right):
            return left, right
    return None


def speakers(claims: Sequence[Claim], known: Known) -> set[str]:
    """Return on whom claims rest."""
    return {stand_of(claim, known.registry).who for claim in claims}


def update(answers: Sequence[Sequence[Claim]], known: Known) -> Judgement | None:
    """Return `update` where there is evidence that the larger figure came later, else None."""
    ordered = sorted(answers, key=lambda group: distance_key(group[0]))
    if all(CORRECTION & {*claim.frame.terms, *claim.frame.context} for claim in ordered[-1]):
        return Judgement("update", "correction", (reason("were corrected", ordered, known),))
    if ordered[0][0].measure not in GROWING:
        return None
    risen = [claim for claim in ordered[-1] if CHANGE & {*claim.frame.terms, claim.frame.predicate}]
    if risen:
        return Judgement(
            "update", "event", (reason("are an earlier and a later count: the text says that it rose", ordered, known),)
        )
    voices = [speakers(group, known) for group in ordered]
    reversed_order = any(follows(later, earlier, known) for earlier, later in pairwise(ordered))
    if not reversed_order and len(set.union(*voices)) == 1 and all(claim.voices for group in ordered for claim in group):
        return Judgement("update", "event", (reason("are counts of one voice, which rise as more is known", ordered, known),))
    if all(follows(earlier, later, known) for earlier, later in pairwise(ordered)):
        return Judgement("update", "event", (reason("follow each other in the order of the reports", ordered, known),))
    return None


def follows(earlier: Sequence[Claim], later: Sequence[Claim], known: Known) -> bool:
    """Whether the reports of one answer came after those of another: the first after the first and the last after the last."""
    one, two = ([known.times.get(claim.document, "") for claim in group] for group in (earlier, later))
    if not all((*one, *two)):
        return False
    return is_before(min(one), min(two)) and is_before(max(one), max(two))


def is_before(one: str, two: str) -> bool:
    """Whether a time lies before another as far as both are exact: a bare date is neither before nor after its own hours."""
    exact = min(len(one), len(two), 16)
    return one[: exact if exact == 16 else 10] < two[: exact if exact == 16 else 10]


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


def reason(why: str, groups: Sequence[Sequence[Claim]], known: Known) -> Reason:
    """Return a reason that quotes one claim of each group."""
    chosen = [min(group, key=lambda claim: (claim.document, claim.focus.start)) for group in groups]
    quotes = " and ".join(f"“{claim.focus.of(known.reports[claim.document].text)}”" for claim in chosen[:4])
    spans = tuple(Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end) for claim in chosen)
    return Reason(why=f"{quotes} {why}.", spans=spans)
