"""Corrections: what people decided about a ledger, one entry a decision, and the mark that it leaves on what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

CorrectionKind = Literal["accept", "reject", "edit", "merge", "split", "relabel", "describe", "undo"]
ReviewStatus = Literal["accepted", "rejected", "edited", "merged", "split", "relabelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision, as it stands in the log. Nothing is taken out of the log: an undo is an entry, too.

    Attributes:
        id: Its own name, given once and never again.
        at: When, ISO 8601 with zone. by: Who, in their own words.
        target: What it is about: `claim:ID`, `question:ID`, `origin:ID`, `report:ID` or, of an undo, `correction:ID`.
        value: What it says, by kind (docs/api.md); plain JSON.
        why: The person's reason, if given.
    """

    id: str
    at: str
    by: str
    kind: CorrectionKind
    target: str
    value: Mapping[str, Any] | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person decided about a claim, question, answer or origin.

    Attributes:
        corrections: Ids of all entries of the log that touched it, in their order; by and at are those of the deciding one.
        before: The fields, in the ledger's form, that the machine had given and somebody changed.
    """

    status: ReviewStatus
    by: str
    at: str
    why: str | None = None
    corrections: tuple[str, ...] = ()
    before: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplied:
    """A correction that has no effect on a ledger, and why; it stays in the log."""

    id: str
    why: str
