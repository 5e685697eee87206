"""Parsing: a text becomes tokens in dependency trees, sentences, lines and names, by a spaCy pipeline."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import PipelineError
from rashomon.model import Name, Span, Token
from rashomon.model.reading import NameType
from rashomon.reading.anchors import Anchor
from rashomon.reading.lemmas import mend_lemma
from rashomon.reading.names import Tagged, find_names
from rashomon.reading.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent / "en"
NEEDED = {"DEP": "parser", "TAG": "tagger", "LEMMA": "lemmatizer", "POS": "morphologizer"}
"""What a pipeline must assign, and which of its parts does so."""
FUSED = (r"(?<=[a-z]),(?=[\"“”])", r"[\"“”]")
"""Joints at which pasted text fuses words: `earthquake,"she said`."""
LONGEST_HEADLINE = 150
"""Code points of a first line up to which it is a headline."""
STARTS = {True: 1, False: -1, None: 0}
"""spaCy's numbers for what is known of a sentence start."""
ANCHORS = "rashomon_anchors"
MEANINGS = "rashomon_meanings"
"""Where the encoder leaves the anchors of attributions, and the vectors of meaning, among a document's `user_data`."""
KINDS: dict[str, NameType] = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "PLACE": "place", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A parsed text; all offsets are into the whole text.

    Attributes:
        headline: The line that is the title, if the text begins with one.
        attribution: Where the encoder sees attributions; None from a pipeline that does not look for them.
        meanings: One row a token, as in `rashomon.model.Reading`.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    lines: tuple[Span, ...]
    headline: Span | None
    names: tuple[Name, ...]
    attribution: tuple[Anchor, ...] | None = None
    meanings: NDArray[np.float32] | None = field(default=None, repr=False, compare=False)


def load_pipeline(language: str = "en") -> "Language":
    """Return the spaCy pipeline of a language, or one named by package or path.

    Raises:
        PipelineError: where it is not installed, or lacks tagger, parser or lemmatizer.
    """
    import spacy  # noqa: PLC0415 (heavy)

    import rashomon.reading.encoder.component  # noqa: F401, PLC0415 (heavy; makes the encoder known to spaCy)

    try:
        nlp = spacy.load(SHIPPED if language == "en" else language)
    except OSError as error:
        raise PipelineError(f"no language pipeline “{language}”: {error}") from error
    infixes = [*(nlp.Defaults.infixes or ()), *FUSED]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    nlp.max_length = sys.maxsize  # Reports have their limit where they are read.
    doc = nlp("The ferry left the harbour.")
    missing = [part for annotation, part in NEEDED.items() if not doc.has_annotation(annotation)]
    if missing:
        raise PipelineError(f"the language pipeline “{language}” has no {', '.join(missing)}; name one that has all parts")
    return nlp


def parse_text(nlp: "Language", text: str) -> Parse:
    """Parse a text. A line never holds a part of a sentence of the next one, but the encoder sees what stands around it."""
    lines = find_lines(text)
    doc = nlp(marked(nlp, text))
    tokens: list[Token] = []
    sentences: list[Span] = []
    read_sentences(doc, tokens, sentences)
    tagged: list[Tagged] = [
        (Span(start=entity.start_char, end=entity.end_char), KINDS[entity.label_])
        for entity in doc.ents
        if entity.label_ in KINDS
    ]
    headline = lines[0] if len(lines) > 1 and len(lines[0]) < LONGEST_HEADLINE else None
    names = find_names(text, tokens, lines, tagged)
    return Parse(
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        lines=tuple(lines),
        headline=headline,
        names=names,
        attribution=doc.user_data.get(ANCHORS),
        meanings=doc.user_data.get(MEANINGS),
    )


def find_lines(text: str) -> list[Span]:
    """Return the lines of a text that are not blank, without the blanks at their ends."""
    lines, start = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            at = start + raw.index(words)
            lines.append(Span(start=at, end=at + len(words)))
        start += len(raw) + 1
    return lines


def marked(nlp: "Language", text: str) -> "Doc":
    """Return the words of a text, with the sentence bounds that line ends and punctuation give."""
    doc = nlp.make_doc(text)
    halves = [word.i for word in doc[:-1] if word.text.lower() in ("a.", "p.") and doc[word.i + 1].text.lower() in ("m.", "m")]
    if halves:
        with doc.retokenize() as joiner:
            for place in halves:
                joiner.merge(doc[place : place + 2])
    words = [word.text for word in doc]
    starts = [STARTS[known] for start, end in line_bounds(words) for known in sentence_starts(words[start:end])]
    doc.from_array(["SENT_START"], np.array(starts, dtype=np.int64).astype(np.uint64)[:, None])  # type: ignore[arg-type]
    return doc


def line_bounds(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines among the words of a text; the blanks between two lines belong to the one before."""
    start = 0
    for place, word in enumerate(words[:-1], 1):
        if "\n" in word and word.isspace():
            yield start, place
            start = place
    yield start, len(words)


def read_sentences(doc: "Doc", tokens: list[Token], sentences: list[Span]) -> None:
    """Append the tokens and sentences of a document."""
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if not words:
            continue
        place = {word.i: len(tokens) + number for number, word in enumerate(words)}
        sentences.append(Span(start=words[0].idx, end=words[-1].idx + len(words[-1])))
        tokens += [
            Token(
                start=word.idx,
                end=word.idx + len(word),
                text=word.text,
                lemma=mend_lemma(word.text, word.lemma_, word.pos_),
                pos=word.pos_,
                tag=word.tag_.partition("__")[0],
                dep="root" if word.dep_ == "ROOT" else word.dep_,
                head=place.get(word.head.i, place[word.i]),
                sentence=len(sentences) - 1,
            )
            for word in words
        ]
