"""Claims: one answer that one report gives to one question, pinned to a span."""

from dataclasses import dataclass, field
from typing import Literal

from rashomon.model.correction import Review
from rashomon.model.span import Span
from rashomon.model.value import Quantity, TimeValue

Kind = Literal["quantity", "time", "whether"]
Certainty = Literal["stated", "hedged", "future", "negated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who speaks inside a report; in a chain from the nearest to the reader to the origin.

    Attributes:
        name: Full name in the report, or the words of the text for an unnamed voice ("officials").
        span: Where the report names it for this claim; None where the name stands elsewhere ("he").
        cue: The words of saying ("said", "according to").
        body: The institution that it speaks for or belongs to, where the report says so beside its name.
    """

    name: str
    span: Span | None = None
    cue: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a claim is about, in lemmas: the slots that linking compares. Empty slots say nothing.

    Attributes:
        head: Noun counted, event dated, or predicate of the clause.
        predicate: Verb or deverbal noun that governs the head ("send", "kill").
        subject: Content lemmas of who does it. object: Content lemmas of whom or what it is done to.
        modifiers: Content lemmas that narrow the head ("artillery" in "artillery shells").
        names: Full names in the clause, casefolded. terms: Content lemmas of the clause.
        context: Content lemmas of the sentence around it.
        hour: Minutes after midnight between which it happened, where the claim gives an hour.
        age: Years of the person that the claim tells the age of.
        part: The figure counts some of a number named or known ("two of the five", "three of them").
        cumulative: It counts over several events, not this one alone ("in its five operations so far").
        remote: The clause gives a time that lies weeks from the report's own: it tells of another event.
        asks: What the claim answers, in words of the text and without the answer ("rifles seized"); empty where they give none.
        within: What tells it from another of its kind, in words of the text ("in the harbour").
    """

    head: str = ""
    predicate: str = ""
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    hour: tuple[int, int] | None = None
    age: int | None = None
    part: bool = False
    cumulative: bool = False
    remote: bool = False
    asks: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim. `span` is the clause or sentence that states it, `focus` the answer's own words inside it.

    Attributes:
        voices: From the one nearest to the reader to the origin; empty where the report speaks itself.
        observed: The report's own reporter saw it.
        measure: What is counted or asked ("killed", "sent", "stolen").
        population: Of whom. place: Where. period: Over which time, (start, end) ISO, None where open.
        headline: It stands in the headline.
        meaning: Unit vector of what it says; near to that of another claim that answers the same question.
        answer: Unit vector of its answer; near to that of another claim of its question that gives the same answer. Both are
            empty where the pipeline has no heads for them.
        review: What a person decided about it.
    """

    id: str
    document: str
    span: Span
    focus: Span
    kind: Kind
    value: Quantity | None = None
    time: TimeValue | None = None
    voices: tuple[Voice, ...] = ()
    certainty: Certainty = "stated"
    observed: bool = False
    measure: str = ""
    population: str = ""
    place: str = ""
    period: tuple[str | None, str | None] | None = None
    headline: bool = False
    frame: Frame = Frame()
    meaning: tuple[float, ...] = field(default=(), repr=False)
    answer: tuple[float, ...] = field(default=(), repr=False)
    review: Review | None = None
