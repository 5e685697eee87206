"""Parsing: a text becomes tokens in dependency trees, sentences, lines and names, by a spaCy pipeline."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import PipelineError
from rashomon.model import Name, Span, Token
from rashomon.model.reading import NameType
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
KINDS: dict[str, NameType] = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "PLACE": "place", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A parsed text; all offsets are into the whole text."""

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    lines: tuple[Span, ...]
    headline: Span | None
    names: tuple[Name, ...]


def load_pipeline(language: str = "en") -> "Language":
    """Return the spaCy pipeline of a language, or one named by package or path.

    Raises:
        PipelineError: where it is not installed, or lacks tagger, parser or lemmatizer.
    """
    import spacy  # noqa: PLC0415 (heavy)

    try:
        nlp = spacy.load(SHIPPED if language == "en" else language)
    except OSError as error:
        raise PipelineError(f"no language pipeline “{language}”: {error}") from error
    infixes = [*(nlp.Defaults.infixes or ()), *FUSED]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    doc = nlp("The ferry left the harbour.")
    missing = [part for annotation, part in NEEDED.items() if not doc.has_annotation(annotation)]
    if missing:
        raise PipelineError(f"the language pipeline “{language}” has no {', '.join(missing)}; name one that has all parts")
    return nlp


def parse_text(nlp: "Language", text: str) -> Parse:
    """Parse a text line by line, because a line never holds a part of a sentence of the next one."""
    lines = find_lines(text)
    tokens: list[Token] = []
    sentences: list[Span] = []
    tagged: list[Tagged] = []
    for line, doc in zip(lines, nlp.pipe(marked(nlp, line.of(text)) for line in lines), strict=True):
        tagged += [
            (Span(start=line.start + entity.start_char, end=line.start + entity.end_char), KINDS[entity.label_])
            for entity in doc.ents
            if entity.label_ in KINDS
        ]
        read_sentences(doc, line.start, tokens, sentences)
    headline = lines[0] if len(lines) > 1 and len(lines[0]) < LONGEST_HEADLINE else None
    names = find_names(text, tokens, lines, tagged)
    return Parse(tokens=tuple(tokens), sentences=tuple(sentences), lines=tuple(lines), headline=headline, names=names)


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


def marked(nlp: "Language", line: str) -> "Doc":
    """Return the words of a line, with the sentence bounds that punctuation gives."""
    doc = nlp.make_doc(line)
    halves = [word.i for word in doc[:-1] if word.text.lower() in ("a.", "p.") and doc[word.i + 1].text.lower() in ("m.", "m")]
    if halves:
        with doc.retokenize() as joiner:
            for place in halves:
                joiner.merge(doc[place : place + 2])
    for word, starts in zip(doc, sentence_starts([word.text for word in doc]), strict=True):
        if starts is not None and word.i > 0:
            word.is_sent_start = starts
    return doc


def read_sentences(doc: "Doc", offset: int, tokens: list[Token], sentences: list[Span]) -> None:
    """Append the tokens and sentences of one line."""
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if not words:
            continue
        place = {word.i: len(tokens) + number for number, word in enumerate(words)}
        sentences.append(Span(start=offset + words[0].idx, end=offset + words[-1].idx + len(words[-1])))
        tokens += [
            Token(
                start=offset + word.idx,
                end=offset + word.idx + len(word),
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
