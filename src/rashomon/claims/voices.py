"""Voices: the chain of those who speak, from the one nearest to the reader down to the origin."""

from collections.abc import Sequence

from rashomon.claims.bodies import body_of
from rashomon.model import Attribution, Certainty, Clause, Name, Span, Voice
from rashomon.values.standing import standing_of

SILENT = ("intend", "perceive")
"""Kinds of attribution whose source tells nobody."""
UNMEANT = frozenset("i me my we us our you one it this that those which there".split())
"""Pronouns that call nobody who speaks, where reading has not found whom they mean."""
ENOUGH = 0.5
"""Share of the focus that a content must cover to speak for it; contents and clauses seldom end on the same word."""


def voices_of(
    attributions: Sequence[Attribution], focus: Span, *, text: str, outlet: str | None, names: Sequence[Name] = ()
) -> tuple[Voice, ...]:
    """Return who says the words of `focus`, nearest to the reader first; the outlet itself is left out.

    Who plans or sees something does not thereby say it: that somebody intends it, or that a crew spotted a boat, is the report's
    own statement.
    """
    chain: list[Voice] = []
    for attribution in chain_of(attributions, focus):
        if not attribution.who or attribution.kind in SILENT or is_outlet(attribution.who, outlet) or is_nobody(attribution.who):
            continue
        source = attribution.source
        voice = Voice(
            name=attribution.who,
            span=source,
            cue=attribution.cue.of(text) if attribution.cue is not None else None,
            body=body_of(source, attribution.who, text, names) if source is not None else None,
        )
        if not any(voice.name.casefold() == other.name.casefold() for other in chain):
            chain.append(voice)
    return tuple(chain)


def chain_of(attributions: Sequence[Attribution], focus: Span) -> list[Attribution]:
    """Return the attributions whose content covers `focus`, widest content (nearest to the reader) first.

    A news medium that reports what somebody says is nearer to the reader, however the sentence is built ("..., Lund said,
    according to the Kessen Herald").
    """
    found: list[tuple[bool, int, int, Attribution]] = []
    for attribution in attributions:
        covered = sum(content.overlap(focus) for content in attribution.contents)
        own_source = attribution.source is not None and attribution.source.overlap(focus) > 0
        if covered >= ENOUGH * len(focus) and not own_source:
            width = sum(len(content) for content in attribution.contents)
            found.append((standing_of(attribution.who) != "medium", -width, attribution.contents[0].start, attribution))
    return [attribution for *_, attribution in sorted(found, key=lambda entry: entry[:3])]


def is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a voice is the report's own outlet under its name."""
    return outlet is not None and bare(name) == bare(outlet)


def is_nobody(name: str) -> bool:
    """Whether a source is none: "nobody in town believes that", "it seems", "as we know" are the report's own statements."""
    first, _, rest = name.casefold().partition(" ")
    return first in ("nobody", "none", "neither") or (first == "no" and bool(rest)) or name[:1].lower() + name[1:] in UNMEANT


def bare(name: str) -> str:
    """Return a name without case and article."""
    return name.casefold().removeprefix("the ").strip()


def certainty_of(clause: Clause | None, chain: Sequence[Attribution], clauses: Sequence[Clause] = ()) -> Certainty:
    """Return how surely a claim is made: as its clause words it, or, where that is plain, as its voices hold it.

    A denial counts wherever it stands; a plan outweighs a hedge ("may be sent next month" is still to come). But where another
    clause of what was said has the "not", this one is not denied.
    """
    held: list[Certainty] = [] if clause is None else [clause.certainty]
    for attribution in chain:
        elsewhere = any(is_denied_inside(other, attribution) for other in clauses if other != clause)
        if attribution.certainty != "negated" or not elsewhere:
            held.append(attribution.certainty)
    order: tuple[Certainty, ...] = ("negated", "future", "hedged")
    return next((certainty for certainty in order if certainty in held), "stated")


def is_denied_inside(clause: Clause, attribution: Attribution) -> bool:
    """Whether a clause of what an attribution holds is negated itself."""
    return clause.certainty == "negated" and any(content.covers(clause.span) for content in attribution.contents)
