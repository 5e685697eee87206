"""Corrections: what people decided, kept as a log that is only appended to and replayed on every new ledger."""

from rashomon.corrections.journal import Broken, Journal
from rashomon.corrections.log import CorrectionLog, in_effect, new_correction, undone_by
from rashomon.corrections.replay import Memory, apply_corrections, describe_reports

__all__ = [
    "Broken",
    "CorrectionLog",
    "Journal",
    "Memory",
    "apply_corrections",
    "describe_reports",
    "in_effect",
    "new_correction",
    "undone_by",
]
