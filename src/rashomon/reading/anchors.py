"""What the encoder says of attributions, word by word: where one is, and which words are its source and content."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.reading import CueKind

Certainty = Literal["stated", "hedged", "future", "negated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An attribution as the encoder scores it; words are indices into `Parse.tokens`.

    Attributes:
        words: The words of its cue, or where it has none the first word of its content.
        bare: It has no cue.
        kind: What its cue does; "say" where it has none.
        score: Probability that an attribution is anchored at the first of its words.
        certainty: How the voice holds the content. certainties: The probability of each answer.
        source: Probability of being a part of its source, for each word that may be. content: The same of its content.
    """

    words: tuple[int, ...]
    bare: bool
    kind: CueKind
    score: float
    certainty: Certainty
    certainties: dict[str, float]
    source: dict[int, float]
    content: dict[int, float]
