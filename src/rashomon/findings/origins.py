"""Origins: on how many independent sources the claims of a question rest.

Independence is proved, never assumed. A named last voice is an origin, the same in every report that names it; the people of one
institution prove one. An unnamed voice ("officials") and a report's own voice may each be one more, or the same again: they count
for *at most* only, unless an unnamed one plainly is another (a witness beside a ministry). A report that repeats in its own voice
what it attributes elsewhere adds none, and shared wording shares one origin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.findings.registry import Registry, Stand, stand_of
from rashomon.findings.wording import NEAR_VERBATIM, is_near_verbatim, is_one_statement, shared_part
from rashomon.model import Claim, Origins, Pin, Reason
from rashomon.values.names import same_voice
from rashomon.values.quoting import counted, listed
from rashomon.values.standing import may_be_one, standing_of

REPRINT = 0.6
"""Share of a report's wording that stands in another one, from which all that it says in its own voice was taken over."""
SHOWN = 4
"""Voices of one sort that a reason names."""
PRONOUNS = frozenset("it he she they we i".split())
RANKS = ("named", "observed", "unnamed", "medium", "own")
"""What claims that share wording rest on, the firmest first."""
RETOLD = 0.15
"""Share of a passage's shingles that the other has, above which it was retold from it, where two reports share little else; the
more they share, the less will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known of the reports of a story: their texts, their outlets, and how much wording each two of them share.

    Attributes:
        shared: {(report id, greater report id): share of the shorter one's wording}, where they share enough to be kin.
    """

    texts: Mapping[str, str]
    outlets: Mapping[str, str | None]
    shared: Mapping[tuple[str, str], float]


def count_origins(claims: Sequence[Claim], registry: Registry, ground: Ground) -> tuple[Origins, Reason]:
    """Count the origins behind the claims of one question.

    Args:
        claims: The claims of the question.
        registry: Voices of the story.
        ground: Its reports; two of one outlet are one origin where they speak themselves.

    Returns:
        At least and at most how many, and why, with the focus of each claim that proves an origin.
    """
    stands = {claim.id: stand_of(claim, registry) for claim in claims}
    stands = without_echoes(claims, stands)
    stands = with_copies(claims, stands, registry, ground)
    stands = by_outlet(stands, ground.outlets)
    seen = sorted({stand.who for stand in stands.values() if stand.sort == "observed"})
    houses = registry.houses(sorted({stand.who for stand in stands.values() if stand.sort == "named"}))
    people = [who for house in houses for who in without_house(house, registry)]
    unnamed = sorted({stand.who for stand in stands.values() if stand.sort == "unnamed"})
    own = sorted({stand.who for stand in stands.values() if stand.sort == "own"})
    others = plainly_others(unnamed, people, registry)
    count = Origins(
        at_least=max(1, len(houses) + len(seen) + others),
        at_most=max(1, len(people) + len(seen) + len(unnamed) + len(own)),
    )
    spans = tuple(
        Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end)
        for claim in claims
        if stands[claim.id].sort in ("named", "observed")
    )
    eyes = [f"a reporter of {ground.outlets.get(who) or 'one report'}" for who in seen]
    return count, Reason(why=in_words([*people, *eyes], len(houses) + len(seen), unnamed, len(own)), spans=spans)


def without_house(house: Sequence[str], registry: Registry) -> list[str]:
    """Return the people of an institution without itself: who speaks for it is its voice."""
    people = [who for who in house if registry.body(who) is not None]
    return people or list(house)


def plainly_others(unnamed: Sequence[str], named: Sequence[str], registry: Registry) -> int:
    """Return how many origins unnamed voices prove beside the named ones: one for each standing that no named one can have."""
    taken = {registry.standing(who) for who in named}
    left = {registry.standing(who) for who in unnamed}
    return sum(not any(may_be_one(standing, other) for other in taken) for standing in left)


def without_echoes(claims: Sequence[Claim], stands: Mapping[str, Stand]) -> dict[str, Stand]:
    """Let a report that attributes the same thing elsewhere rest on that voice where it speaks itself."""
    voiced = {claim.document: stands[claim.id] for claim in claims if stands[claim.id].sort in ("named", "unnamed")}
    return {
        claim.id: voiced.get(claim.document, stands[claim.id]) if stands[claim.id].sort == "own" else stands[claim.id]
        for claim in claims
    }


def with_copies(claims: Sequence[Claim], stands: Mapping[str, Stand], registry: Registry, ground: Ground) -> dict[str, Stand]:
    """Let claims that share wording rest on one origin: a named voice if one of them has it, else the first report.

    The later one must speak in its own voice, name a medium, or quote somebody unnamed who may be the other's voice, and must not
    deny what it says. Wording is shared where the passages are near verbatim; of reports that share much of their whole text less
    will do. Two that are named give one statement where a long passage and the answer in it are the same: no two people hit
    on it, but one sentence may tell what each of them says.
    """
    result = dict(stands)
    ranked = sorted(claims, key=lambda claim: (rank(stands[claim.id], registry), claim.document, claim.focus.start))
    for place, one in enumerate(ranked):
        for two in ranked[place + 1 :]:
            named = stands[two.id].sort == "named"
            if one.document == two.document or (result[two.id].sort in ("named", "observed") and not named):
                continue
            if (one.certainty == "negated") != (two.certainty == "negated"):
                continue
            texts = passage(one, ground), passage(two, ground)
            near = is_near_verbatim(*texts) or is_retold(*texts, share=kinship(one, two, ground))
            if named:
                medium = rank(stands[two.id], registry) == RANKS.index("medium")
                shared = same_answer(one, two, ground) and (near if medium else is_one_statement(*texts))
            else:
                shared = near and fits(result[two.id], result[one.id], registry)
            if shared:
                result[two.id] = result[one.id]
    return result


def rank(stand: Stand, registry: Registry) -> int:
    """Return how far a claim that shares wording with others rests on those before it; media pass on what others say."""
    return RANKS.index("medium" if stand.sort == "named" and registry.standing(stand.who) == "medium" else stand.sort)


def kinship(one: Claim, two: Claim, ground: Ground) -> float:
    """Return how much wording the reports of two claims share, 0 where it is too little to tell."""
    pair = min(one.document, two.document), max(one.document, two.document)
    return ground.shared.get(pair, 0.0)


def is_retold(left: str, right: str, *, share: float) -> bool:
    """Whether one passage was retold from the other, given how much wording their reports share."""
    return share > 0 and shared_part(left, right) >= RETOLD * max(0.0, 1 - share / REPRINT)


def fits(later: Stand, first: Stand, registry: Registry) -> bool:
    """Whether a claim of a report that shares wording may rest on what another one rests on."""
    if later.sort == "own":
        return True
    return first.sort in ("named", "unnamed") and may_be_one(registry.standing(later.who), registry.standing(first.who))


def same_answer(one: Claim, two: Claim, ground: Ground) -> bool:
    """Whether two claims give one figure or date, or their answers in much the same words."""
    if one.kind != "whether":
        return (one.value, one.time) == (two.value, two.time)
    left, right = (claim.focus.of(ground.texts[claim.document]) for claim in (one, two))
    return left.casefold() == right.casefold() or shared_part(left, right) >= NEAR_VERBATIM


def passage(claim: Claim, ground: Ground) -> str:
    """Return the words that state a claim."""
    return claim.span.of(ground.texts[claim.document])


def by_outlet(stands: Mapping[str, Stand], outlets: Mapping[str, str | None]) -> dict[str, Stand]:
    """Let reports of one outlet share its own voice, also where another report names the outlet as its voice.

    What a ministry or a company publishes itself it says itself: it is a named origin.
    """
    named = {stand.who for stand in stands.values() if stand.sort == "named"}
    result = {}
    for claim, stand in stands.items():
        outlet = outlets.get(stand.who) if stand.sort == "own" else None
        if outlet is None:
            result[claim] = stand
            continue
        cited = next((who for who in sorted(named) if same_voice(outlet, who)), None)
        speaks = cited is not None or standing_of(outlet) == "office"
        result[claim] = Stand("named" if speaks else "own", cited or outlet)
    return result


def in_words(named: Sequence[str], proved: int, unnamed: Sequence[str], own: int) -> str:
    """Return the count of origins in words."""
    parts = []
    if named:
        houses = f" of {counted(proved, 'institution')}" if proved < len(named) else ""
        more = [f"{len(named) - SHOWN} more"] if len(named) > SHOWN else []
        parts.append(f"{counted(len(named), 'named voice')}{houses} ({listed([*named[:SHOWN], *more])})")
    if unnamed:
        told = [who for who in unnamed if who not in PRONOUNS]
        who = f" ({listed(told[:SHOWN])})" if told else ""
        maybe = ", which may be the same" if named or own else ""
        parts.append(f"{counted(len(unnamed), 'unnamed voice')}{who}{maybe}")
    if own and parts:
        parts.append(f"the own words of {counted(own, 'report')}, which may come from the same")
    elif own:
        parts.append(
            "one report's own words" if own == 1 else f"the own words of {counted(own, 'report')}, which may have one origin"
        )
    return f"Rests on {'; on '.join(parts)}."
