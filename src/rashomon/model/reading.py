"""Readings: one report with its words parsed and its names, quantities, times and attributions marked."""

from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.model.span import Span
from rashomon.model.value import Quantity, TimeValue

NameType = Literal["person", "organization", "place", "nationality", "other"]
CueKind = Literal["say", "think", "intend", "perceive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word in its dependency tree (Universal Dependencies 2).

    Attributes:
        pos: UPOS tag. tag: Penn Treebank tag. dep: UD relation, with subtype ("nsubj:pass").
        head: Index of the head in `Reading.tokens`; its own index for a root.
        sentence: Index in `Reading.sentences`.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name where it stands, with the fullest form that the report gives it ("Shoigu" -> "Sergei Shoigu")."""

    span: Span
    type: NameType
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity where it stands.

    Attributes:
        span: Number, modifiers and what is counted ("at least six coffins"): a claim's focus.
        number: The number words alone ("six").
        head: Index of the token that names what is counted, or of the number itself where nothing does.
    """

    span: Span
    number: Span
    head: int
    value: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """An expression of time where it stands ("on June 17"). `value` is None for clock times and what cannot be fixed.

    Attributes:
        head: Index of the token that heads the expression.
        dateline: It stands in a dateline or "Updated:" line, not in the report's prose.
    """

    span: Span
    head: int
    value: TimeValue | None
    dateline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says (thinks, intends, saw) what: source, cue and the content in one or more pieces.

    Attributes:
        source: The words that name the source, None where the cue has none ("reportedly", "is expected").
        cue: The words of saying, None for a bare quotation.
        who: The source's full name in the report, short forms and pronouns resolved, without its article.
        certainty: How the voice holds the content: stated, hedged, future or negated.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    who: str
    kind: CueKind = "say"
    certainty: Literal["stated", "hedged", "future", "negated"] = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause: a predicate with what belongs to it, without the clauses embedded in it.

    Attributes:
        span: From its first to its last own word, marks ("that") and outer punctuation left out.
        head: Index of the predicate in `Reading.tokens`. tokens: Indices of its own words, in text order.
        parent: Position in `Reading.clauses` of the clause that it hangs on, None for a main clause.
        certainty: As the clause words it; what a voice adds stands on the attribution.
        reporting: It only introduces what somebody says ("officials said").
    """

    span: Span
    head: int
    tokens: tuple[int, ...]
    parent: int | None = None
    certainty: Literal["stated", "hedged", "future", "negated"] = "stated"
    reporting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report, read. Tokens are in text order; `lines` are the report's non-empty lines (paragraphs, headlines).

    Attributes:
        headline: The line that is the title, if the text begins with one.
        unread: Numbers that were seen and not understood, each with why.
        meanings: Array of one row a token, from which `claims.meaning` makes what a claim means; None from a pipeline without
            that head.
        understood: False where the text is not in the language of the pipeline: then only quantities and times are there.
    """

    report: str
    text: str
    language: str = "en"
    understood: bool = True
    lines: tuple[Span, ...] = ()
    headline: Span | None = None
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = field(default=(), repr=False)
    clauses: tuple[Clause, ...] = ()
    names: tuple[Name, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    unread: tuple[tuple[Span, str], ...] = ()
    meanings: Any = field(default=None, repr=False, compare=False)
