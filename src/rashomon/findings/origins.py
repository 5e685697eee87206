"""Origins: on how many independent sources the claims of a question rest.

Independence is proved, never assumed. A named last voice is an origin, the same in every report that names it. An unnamed voice
("officials") and a report's own voice may each be one more, or the same again: they count for *at most* only. A report that
repeats in its own voice what it attributes elsewhere adds none, and near-verbatim passages share one origin.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.findings.wording import is_near_verbatim
from rashomon.model import Claim, Origin, Origins, Pin, Reason, digest
from rashomon.values.names import is_unnamed, same_voice


class Registry:
    """All last voices of a story, with their forms in different reports joined."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        names = sorted({claim.voices[-1].name for claim in claims if claim.voices}, key=lambda name: (-len(name), name))
        self._home: dict[str, str] = {}
        heads: list[str] = []
        for name in names:
            head = next((head for head in heads if same_voice(head, name)), None)
            if head is None:
                heads.append(name)
            self._home[name] = head or name

    def key(self, name: str) -> str:
        """Return the fullest form of a voice's name."""
        return self._home.get(name, name)

    def origins(self) -> tuple[Origin, ...]:
        """Return all origins, ordered by name."""
        forms: dict[str, list[str]] = {}
        for name, head in self._home.items():
            forms.setdefault(head, []).append(name)
        return tuple(Origin(id=origin_id(head), name=head, names=tuple(sorted(names))) for head, names in sorted(forms.items()))


def origin_id(name: str) -> str:
    """Return the id of an origin by its name."""
    return digest("origin", name.casefold())


@dataclass(frozen=True, slots=True)
class Stand:
    """On what a claim rests: a `named` or `unnamed` voice, something `observed`, or the report's `own` word."""

    sort: str
    who: str


def stand_of(claim: Claim, registry: Registry) -> Stand:
    """Return on what a claim rests."""
    if claim.voices:
        name = registry.key(claim.voices[-1].name)
        return Stand("unnamed" if is_unnamed(name) else "named", name)
    return Stand("observed" if claim.observed else "own", claim.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known of the reports of a story: their texts, their outlets, and which of them share wording.

    Attributes:
        copied: {report id: smallest id of the reports that share its wording}.
    """

    texts: Mapping[str, str]
    outlets: Mapping[str, str | None]
    copied: Mapping[str, str]


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
    stands = with_copies(claims, stands, ground)
    stands = by_outlet(stands, ground.outlets)
    named = sorted({stand.who for stand in stands.values() if stand.sort in ("named", "observed")})
    unnamed = sorted({stand.who.casefold() for stand in stands.values() if stand.sort == "unnamed"})
    own = sorted({stand.who for stand in stands.values() if stand.sort == "own"})
    other = {standing_of(who) for who in unnamed} - ({"official"} if named else set())
    count = Origins(at_least=max(1, len(named) + len(other)), at_most=max(1, len(named) + len(unnamed) + len(own)))
    spans = tuple(
        Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end)
        for claim in claims
        if stands[claim.id].sort in ("named", "observed")
    )
    return count, Reason(why=in_words(named, unnamed, len(own)), spans=spans)


def without_echoes(claims: Sequence[Claim], stands: Mapping[str, Stand]) -> dict[str, Stand]:
    """Let a report that attributes the same thing elsewhere rest on that voice where it speaks itself."""
    voiced = {claim.document: stands[claim.id] for claim in claims if stands[claim.id].sort in ("named", "unnamed")}
    return {
        claim.id: voiced.get(claim.document, stands[claim.id]) if stands[claim.id].sort == "own" else stands[claim.id]
        for claim in claims
    }


def with_copies(claims: Sequence[Claim], stands: Mapping[str, Stand], ground: Ground) -> dict[str, Stand]:
    """Let claims that share wording rest on one origin: a named voice if one of them has it, else the first report.

    Wording is shared where the passages are near verbatim, or where a report speaks itself and shares much of its whole text.
    """
    result = dict(stands)
    order = {"named": 0, "observed": 1, "unnamed": 2, "own": 3}
    ranked = sorted(claims, key=lambda claim: (order[stands[claim.id].sort], claim.document, claim.focus.start))
    for place, one in enumerate(ranked):
        for two in ranked[place + 1 :]:
            if one.document == two.document or result[two.id].sort in ("named", "observed"):
                continue
            own = result[two.id].sort == "own" and ground.copied[one.document] == ground.copied[two.document]
            if own or is_near_verbatim(passage(one, ground), passage(two, ground)):
                result[two.id] = result[one.id]
    return result


def passage(claim: Claim, ground: Ground) -> str:
    """Return the words that state a claim."""
    return claim.span.of(ground.texts[claim.document])


def by_outlet(stands: Mapping[str, Stand], outlets: Mapping[str, str | None]) -> dict[str, Stand]:
    """Let reports of one outlet share its own voice."""
    return {
        claim: Stand("own", outlets.get(stand.who) or stand.who) if stand.sort == "own" else stand
        for claim, stand in stands.items()
    }


def standing_of(who: str) -> str:
    """Return where an unnamed voice stands: one who was there, one who judges from outside, or one in office.

    A witness is plainly another than an official, while two officials may be one; "sources" count as in office.
    """
    words = set(re.findall(r"[a-z]+", who.lower()))
    singulars = words | {word.removesuffix("s") for word in words} | {word.removesuffix("es") for word in words}
    if singulars & ON_THE_SPOT:
        return "witness"
    return "expert" if singulars & OUTSIDE else "official"


ON_THE_SPOT = frozenset(
    "witness eyewitness resident bystander survivor neighbour neighbor employee worker passenger onlooker villager local shopper "
    "tourist student relative fisherman driver customer woman man".split()
)
OUTSIDE = frozenset("expert analyst economist scientist observer researcher academic commentator historian critic".split())


def in_words(named: Sequence[str], unnamed: Sequence[str], own: int) -> str:
    """Return the count of origins in words."""
    parts = []
    if named:
        parts.append(f"{len(named)} named ({', '.join(named[:4])}{', ...' if len(named) > 4 else ''})")
    if unnamed:
        parts.append(f"{len(unnamed)} unnamed, who may be the same ({', '.join(unnamed[:3])})")
    if own:
        parts.append(f"{own} in the report's own voice, which proves nothing more" if named or unnamed else f"{own} own voice")
    return "Rests on " + "; ".join(parts) + "."
