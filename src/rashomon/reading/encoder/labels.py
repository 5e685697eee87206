"""The classes of the encoder's heads, in the order of their numbers; they lie beside the model as JSON."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.reading.encoder.lemma_rules import LemmaRule


@dataclass(frozen=True, slots=True)
class Labels:
    """Classes of each head.

    Anchors are "O", "B-kind" and "I-kind" of cues, and "BARE"; roles are none, source and content; endings are what each rule
    for lemmas takes off; forms are the lemmas of words seen in training, {(form in lower case, part of speech): lemma}.
    """

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    lemmas: tuple[LemmaRule, ...]
    endings: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    anchors: tuple[str, ...]
    certainties: tuple[str, ...]
    roles: tuple[str, ...]
    forms: dict[tuple[str, str], str] = field(repr=False)


def read_labels(folder: Path) -> Labels:
    """Read the classes from `labels.json`, and the lemmas of known forms from `lemmas.txt`."""
    given = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    lines = (folder / "lemmas.txt").read_text(encoding="utf-8").splitlines()
    forms = {(form, pos): lemma for form, pos, lemma in (line.split("\t") for line in lines)}
    rows = given.pop("lemmas")
    rules = tuple(LemmaRule(lower=bool(lower), cut=cut, added=added) for lower, cut, added, _ in rows)
    return Labels(
        forms=forms,
        lemmas=rules,
        endings=tuple(tuple(row[3]) for row in rows),
        **{name: tuple(classes) for name, classes in given.items()},
    )
