"""From the scores of a chunk to what is read of its words: trees, lemmas, names, anchors of attributions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from rashomon.reading.anchors import Anchor
from rashomon.reading.encoder.bio import best_tags
from rashomon.reading.encoder.graph import Floats, Scores
from rashomon.reading.encoder.labels import Labels
from rashomon.reading.encoder.lemma_rules import best_lemma
from rashomon.reading.encoder.parsing import parse_chunk
from rashomon.reading.encoder.places import steps_from

LEAST_ANCHOR = 0.25
"""Probability of an anchor from which it is given out; whoever builds attributions sets the bar by dev data."""
LEAST_ROLE = 0.1
"""Probability of a role from which a word is given out as having it."""
BARE = "BARE"


@dataclass(slots=True)
class Words:
    """What is read of the words of a report. Heads are indices of words, a root's is its own."""

    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    meanings: list[Floats] = field(default_factory=list)


def decode(
    scores: Scores, forms: Sequence[str], lines: Sequence[bool], starts: Sequence[bool | None], labels: Labels, words: Words
) -> None:
    """Append what the scores say of the words of a chunk.

    Args:
        scores: Of the words.
        forms: The words.
        lines: Whether a line begins with each, and a sentence with it.
        starts: Whether a sentence begins with each as far as punctuation tells; the scores may know better.
        labels: The classes of the scores.
        words: What is appended to.
    """
    offset = len(words.heads)
    parse = parse_chunk(scores, lines, starts, labels.deps)
    words.heads += [offset + head for head in parse.heads]
    words.deps += parse.deps
    parts = [labels.pos[number] for number in scores.pos.tolist()]
    words.pos += parts
    words.tags += [labels.tags[number] for number in scores.tags.tolist()]
    words.lemmas += find_lemmas(scores, forms, parts, labels)
    words.names += best_tags(scores.names, labels.names)
    words.anchors += find_anchors(scores, offset, labels)
    words.meanings.append(np.concatenate([scores.meaning, scores.answer], axis=1))


def find_lemmas(scores: Scores, forms: Sequence[str], parts: Sequence[str], labels: Labels) -> Iterator[str]:
    """Yield the lemma of each word: that of a known form with its part of speech, else by the best rule."""
    for form, part, row in zip(forms, parts, scores.lemmas, strict=True):
        yield labels.forms.get((form.lower(), part)) or best_lemma(form, row, labels.lemmas, labels.endings)


def find_anchors(scores: Scores, offset: int, labels: Labels) -> list[Anchor]:
    """Return the anchors among the words of a chunk, the first of which has the index `offset`."""
    chances = softmax(scores.anchors)
    marks = np.array([label[0] for label in labels.anchors])
    bare = chances[:, labels.anchors.index(BARE)]
    begins = chances[:, marks == "B"].sum(axis=1)  # BARE begins with B, too.
    inside = chances[:, marks == "I"].sum(axis=1)
    kinds = [number for number, label in enumerate(labels.anchors) if label.startswith("B-")]
    found = []
    for first in np.flatnonzero((begins >= LEAST_ANCHOR) & (begins >= inside)).tolist():
        alone = bool(bare[first] * 2 > begins[first])
        end = first + 1
        while not alone and end < len(inside) and inside[end] > max(begins[end], 0.5):
            end += 1
        kind = "say" if alone else labels.anchors[kinds[int(chances[first, kinds].argmax())]][2:]
        held = softmax(scores.certainties[first : first + 1])[0]
        near = scores.role_places[first][:, steps_from(first, len(inside))]
        roles = softmax(scores.roles_right @ scores.roles_left[first].T + near.T)
        source, content = (pairs(roles[:, labels.roles.index(role)], offset) for role in ("source", "content"))
        found.append(
            Anchor(
                words=tuple(range(offset + first, offset + end)),
                bare=alone,
                kind=kind,  # type: ignore[arg-type]
                score=round(float(begins[first]), 4),
                certainty=labels.certainties[int(held.argmax())],  # type: ignore[arg-type]
                certainties={name: round(float(chance), 4) for name, chance in zip(labels.certainties, held, strict=True)},
                source=source,
                content=content,
            )
        )
    return found


def pairs(chances: Floats, offset: int) -> dict[int, float]:
    """Return {word: probability} of the words that may have a role."""
    return {offset + word: round(float(chances[word]), 4) for word in np.flatnonzero(chances >= LEAST_ROLE).tolist()}


def softmax(scores: Floats) -> Floats:
    """Return probabilities, row by row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = powers / powers.sum(axis=1, keepdims=True)
    return found
