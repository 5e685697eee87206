"""The records that every room exchanges: immutable, slotted, keyword-only, without third-party imports.

A report comes in (`report`), is read (`reading`, with values from `value`), yields claims (`claim`), and the claims of all
reports are assembled into a ledger (`ledger`). Offsets are half-open and count Unicode code points of `Report.text`.
"""

from rashomon.model.claim import Certainty, Claim, Frame, Kind, Voice
from rashomon.model.correction import Correction, CorrectionKind, NotApplied, Review, ReviewStatus
from rashomon.model.ids import digest
from rashomon.model.ledger import (
    Answer,
    Finding,
    Group,
    Judged,
    Ledger,
    Lineage,
    Link,
    Origin,
    Origins,
    Question,
    Reason,
    Story,
    Workings,
)
from rashomon.model.reading import Attribution, Clause, Name, QuantityMention, Reading, TimeMention, Token
from rashomon.model.report import Intake, Level, NotRead, Report
from rashomon.model.span import Pin, Span
from rashomon.model.tree import Tree
from rashomon.model.value import Conversion, Quantity, TimeValue

__all__ = [
    "Answer",
    "Attribution",
    "Certainty",
    "Claim",
    "Clause",
    "Conversion",
    "Correction",
    "CorrectionKind",
    "Finding",
    "Frame",
    "Group",
    "Intake",
    "Judged",
    "Kind",
    "Ledger",
    "Level",
    "Lineage",
    "Link",
    "Name",
    "NotApplied",
    "NotRead",
    "Origin",
    "Origins",
    "Pin",
    "Quantity",
    "QuantityMention",
    "Question",
    "Reading",
    "Reason",
    "Report",
    "Review",
    "ReviewStatus",
    "Span",
    "Story",
    "TimeMention",
    "TimeValue",
    "Token",
    "Tree",
    "Voice",
    "Workings",
    "digest",
]
