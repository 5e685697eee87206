"""Readings and claims made by hand: a parse is written as one word a line, `text lemma UPOS TAG head relation`."""

from rashomon.model import Claim, Frame, Kind, Quantity, Report, Span, Token, Voice, digest


def parse(table: str) -> tuple[str, tuple[Token, ...]]:
    """Return the text (words joined by blanks, none before punctuation) and the tokens; heads count from 1, 0 is the root."""
    rows = [line.split() for line in table.strip().splitlines()]
    text, tokens = "", []
    for place, (word, lemma, pos, tag, head, dep) in enumerate(rows):
        if text and pos != "PUNCT" and word != "'s":
            text += " "
        start = len(text)
        text += word
        above = int(head) - 1 if int(head) else place
        tokens.append(
            Token(start=start, end=len(text), text=word, lemma=lemma, pos=pos, tag=tag, dep=dep, head=above, sentence=0)
        )
    return text, tuple(tokens)


def report(text: str, name: str = "r1", *, outlet: str | None = None, published: str | None = None) -> Report:
    """Return a report with an id."""
    return Report(id=name, text=text, sha256="0" * 64, outlet=outlet, published=published)


def claim(
    document: str,
    text: str,
    words: str,
    *,
    kind: Kind = "quantity",
    value: Quantity | None = None,
    measure: str = "",
    voice: str | None = None,
    certainty: str = "stated",
    frame: Frame | None = None,
) -> Claim:
    """Return a claim whose focus is `words` in `text` and whose span is the whole text."""
    start = text.index(words)
    return Claim(
        id=digest(document, start, start + len(words), kind, measure),
        document=document,
        span=Span(start=0, end=len(text)),
        focus=Span(start=start, end=start + len(words)),
        kind=kind,
        value=value,
        measure=measure,
        voices=(Voice(name=voice),) if voice else (),
        certainty=certainty,  # type: ignore[arg-type]
        frame=frame or Frame(),
    )


def people(low: float | None, high: float | None = None, *, about: bool = False, exact: bool = True) -> Quantity:
    """Return a number of people; with one figure it is both bounds."""
    return Quantity(low=low, high=low if exact and high is None else high, unit="person", about=about)
