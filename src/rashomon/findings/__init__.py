"""Findings: how the answers of a question stand to each other, and on how many origins they rest."""

from rashomon.findings.build import Before, find_questions
from rashomon.findings.lineage import find_lineage
from rashomon.findings.registry import Registry
from rashomon.findings.story import Found, find_story, join_origins, list_origins, recall

__all__ = [
    "Before",
    "Found",
    "Registry",
    "find_lineage",
    "find_questions",
    "find_story",
    "join_origins",
    "list_origins",
    "recall",
]
