"""The classes of the encoder's heads, in the order of their numbers; they lie beside the model as JSON."""

import json
from dataclasses import dataclass
from pathlib import Path

from rashomon.reading.encoder.lemma_rules import LemmaRule


@dataclass(frozen=True, slots=True)
class Labels:
    """Classes of each head. Anchors are "O", "B-kind" and "I-kind" of cues, and "BARE"; roles are none, source and content."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    lemmas: tuple[LemmaRule, ...]
    names: tuple[str, ...]
    anchors: tuple[str, ...]
    certainties: tuple[str, ...]
    roles: tuple[str, ...]


def read_labels(path: Path) -> Labels:
    """Read the classes."""
    given = json.loads(path.read_text(encoding="utf-8"))
    rules = tuple(LemmaRule(lower=bool(lower), cut=cut, added=added) for lower, cut, added in given.pop("lemmas"))
    return Labels(lemmas=rules, **{name: tuple(classes) for name, classes in given.items()})
