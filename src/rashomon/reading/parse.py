"""Parsing: a text becomes tokens in dependency trees, sentences, lines and names, by a spaCy pipeline."""

from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import PipelineError
from rashomon.model import Name, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent / "en"


def load_pipeline(language: str = "en") -> "Language":
    """Return the spaCy pipeline of a language, or one named by package or path."""
    import spacy  # noqa: PLC0415

    try:
        return spacy.load(SHIPPED if language == "en" else language)
    except OSError as error:
        raise PipelineError(f"no language pipeline “{language}”: {error}") from error


def parse_text(
    nlp: "Language", text: str, *, title: str | None = None
) -> tuple[tuple[Token, ...], tuple[Span, ...], tuple[Span, ...], Span | None, tuple[Name, ...]]:
    """Return (tokens, sentences, lines, headline, names)."""
    lines, tokens, sentences, names = [], [], [], []
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped)
            lines.append(Span(start=at, end=at + len(stripped)))
        start += len(raw) + 1
    for line in lines:
        doc = nlp(line.of(text))
        for sentence in doc.sents:
            words = [word for word in sentence if not word.is_space]
            if not words:
                continue
            base = len(tokens)
            place = {word.i: base + number for number, word in enumerate(words)}
            sentences.append(Span(start=line.start + words[0].idx, end=line.start + words[-1].idx + len(words[-1])))
            for word in words:
                tokens.append(
                    Token(
                        start=line.start + word.idx,
                        end=line.start + word.idx + len(word),
                        text=word.text,
                        lemma=word.lemma_,
                        pos=word.pos_,
                        tag=word.tag_.partition("__")[0],
                        dep=word.dep_ if word.dep_ != "ROOT" else "root",
                        head=place.get(word.head.i, place[word.i]),
                        sentence=len(sentences) - 1,
                    )
                )
            run = []
            for word in [*words, None]:
                if word is not None and word.pos_ == "PROPN":
                    run.append(word)
                elif run:
                    span = Span(start=line.start + run[0].idx, end=line.start + run[-1].idx + len(run[-1]))
                    names.append(Name(span=span, type="other", full=span.of(text)))
                    run = []
    headline = lines[0] if lines and len(lines) > 1 and len(lines[0]) < 150 else None
    return tuple(tokens), tuple(sentences), tuple(lines), headline, tuple(names)
