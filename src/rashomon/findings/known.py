"""What a judge knows beside the answers, and the form in which it judges."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.findings.origins import Ground
from rashomon.findings.registry import Registry, stand_of
from rashomon.model import Claim, Pin, Reason, Report
from rashomon.model.ledger import Finding, How
from rashomon.pairs import Texts
from rashomon.values.quoting import listed, trimmed

Rates = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding with its how and its reasons. `sure` is False where it is only likely."""

    finding: Finding
    how: How | None = None
    reasons: tuple[Reason, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a judge knows beside the claims.

    Attributes:
        reports: The reports by id. registry: The voices of the story. ground: Who shares wording.
        rates: Exchange rates that the reports give. times: When each report was written, as exactly as it tells.
        read: What two claims are read together in.
    """

    reports: Mapping[str, Report]
    registry: Registry
    ground: Ground
    rates: Rates = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    read: Texts = field(default_factory=Texts)

    def beside_voices(self) -> tuple[object, ...]:
        """Return all but the voices."""
        return self.reports, self.ground, self.rates, self.times

    def text(self, claim: Claim) -> str:
        """Return the words that state a claim."""
        return claim.span.of(self.reports[claim.document].text)


def speakers(claims: Sequence[Claim], known: Known) -> set[str]:
    """Return on whom claims rest."""
    return {stand_of(claim, known.registry).who for claim in claims}


def reason(why: str, groups: Sequence[Sequence[Claim]], known: Known) -> Reason:
    """Return a reason that quotes one claim of each group: "“nine” and “14 dead” cannot both be right as stated."."""
    chosen = [spokesman(group, known) for group in groups]
    return Reason(why=f"{listed([quote(claim, known) for claim in chosen[:4]])} {why}.", spans=pins(chosen))


def agreed(why: str, claims: Sequence[Claim], known: Known) -> Reason:
    """Return a reason of one answer, with its two commonest wordings: "Three reports say the same: “nine”, “nine dead”."."""
    first = spokesman(claims, known)
    others = [claim for claim in claims if quote(claim, known).casefold() != quote(first, known).casefold()]
    chosen = [first, *([spokesman(others, known)] if others else [])]
    return Reason(why=f"{why}: {', '.join(quote(claim, known) for claim in chosen)}.", spans=pins(chosen))


def spokesman(claims: Sequence[Claim], known: Known) -> Claim:
    """Return the claim whose words stand for an answer: the commonest, rather of prose than of a headline."""
    said = Counter(quote(claim, known).casefold() for claim in claims)
    return min(
        claims, key=lambda claim: (-said[quote(claim, known).casefold()], claim.headline, claim.document, claim.focus.start)
    )


def quote(claim: Claim, known: Known) -> str:
    """Return a claim's own words in quotation marks."""
    return f"“{trimmed(claim.focus.of(known.reports[claim.document].text))}”"


def pins(claims: Sequence[Claim]) -> tuple[Pin, ...]:
    """Return where claims' own words stand."""
    return tuple(Pin(document=claim.document, start=claim.focus.start, end=claim.focus.end) for claim in claims)
