"""The ledger: questions with their answers, how these stand to each other, and on whom they rest."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.claim import Claim, Kind
from rashomon.model.correction import NotApplied, Review
from rashomon.model.report import NotRead, Report
from rashomon.model.span import Pin

Finding = Literal["agree", "conflict", "differ", "update", "single"]
How = Literal["between-origins", "retelling", "within-report", "part-exceeds-whole", "denial", "event", "correction"]
LineageHow = Literal["cites", "copies", "shares-origin"]

SCHEMA = "rashomon/ledger/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was decided, in words, and the spans that decide it."""

    why: str
    spans: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins stand behind a question: proved (`at_least`) and possible (`at_most`)."""

    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A judgement on two claims: `score` above 0 holds them to answer one question, below 0 keeps them apart."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims of one story that linking holds to answer one question, before anything is found about their answers.

    Attributes:
        claims: Claim ids, sorted. links: The judgements that hold them together, strongest first.
    """

    story: str
    kind: Kind
    claims: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Claims that say the same. `id` is a letter within its question, `label` the words of its most telling claim."""

    id: str
    label: str
    claims: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What several claims answer, how the answers stand to each other, and on whom they rest.

    Attributes:
        id: Smallest of its claim ids. was: Ids that it had before it grew or was merged.
        because: The reasons as one text for people. weight: Rank for an editor; higher stands first.
        background: Folded away on the page: it is no part of the event itself.
        sure: False where the finding is likely by how the statements are worded, and nothing in them proves it.
    """

    id: str
    story: str
    label: str
    kind: Kind
    finding: Finding
    origins: Origins
    reports: int
    because: str
    answers: tuple[Answer, ...]
    how: How | None = None
    part_of: str | None = None
    weight: float = 0.0
    background: bool = False
    sure: bool = True
    was: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports of one event."""

    id: str
    label: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where claims first come from: the last voice of a chain, or an outlet.

    Attributes:
        names: All forms met in the reports. was: Ids of origins that people merged into it.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """`source` draws on `target` (document or origin ids); written as `from` and `to` in the ledger."""

    source: str
    target: str
    how: LineageHow
    because: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A group's question as it was judged alone, before it was weighed beside others.

    Attributes:
        answers: The claim ids of each answer, in the order in which they were gathered.
    """

    question: Question
    answers: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workings:
    """What comparing knew beside what it wrote.

    Attributes:
        groups: What linking found. judged: What was judged of each.
        unasked: Claims that are in no group.
        dated: (report id, when its own dateline says that it was written), where it says so.
        origins: (story id, its origins).
    """

    groups: tuple[Group, ...]
    judged: tuple[Judged, ...] = ()
    unasked: tuple[Claim, ...] = ()
    dated: tuple[tuple[str, str], ...] = ()
    origins: tuple[tuple[str, tuple[Origin, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All of it, in the order in which it is written. `claim_questions` maps a claim id to (question id, answer id).

    Attributes:
        not_understood: Numbers and dates that stand in a report and in no claim, with why.
        workings: From what findings are found anew after a correction; not written.
        not_applied: Corrections that have no effect, and why.
    """

    reports: tuple[Report, ...]
    not_read: tuple[NotRead, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    not_understood: tuple[Reason, ...] = ()
    workings: Workings | None = None
    not_applied: tuple[NotApplied, ...] = ()

    def claim_questions(self) -> dict[str, tuple[str, str]]:
        """Return {claim id: (question id, answer id)}."""
        return {
            claim: (question.id, answer.id)
            for question in self.questions
            for answer in question.answers
            for claim in answer.claims
        }
