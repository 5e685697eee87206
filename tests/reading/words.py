"""Texts cut into words without a parse, and attributions put together by hand."""

import re

from rashomon.model import Name, Span, Token, Tree
from rashomon.model.reading import NameType
from rashomon.reading.anchors import Anchor
from rashomon.reading.decoding import Draft
from rashomon.reading.parse import find_lines
from rashomon.reading.speakers import Speakers


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a text; sentences end at full stops, and every word is its own head."""
    found: list[Token] = []
    sentence = 0
    for place, match in enumerate(re.finditer(r"\w+(?:[’'-]\w+)*|[^\w\s]", text)):
        word = match.group()
        pos = "PUNCT" if not word[0].isalnum() else "ADP" if word in ("by", "of", "to") else "NOUN"
        found.append(
            Token(
                start=match.start(),
                end=match.end(),
                text=word,
                lemma=word.lower(),
                pos=pos,
                tag="NN",
                dep="root",
                head=place,
                sentence=sentence,
            )
        )
        sentence += word == "."
    return tuple(found)


def span_of(text: str, words: str) -> Span:
    """Return where some words stand for the first time."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def anchor(text: str, *, cue: str = "", source: str = "", content: str = "", score: float = 1.0) -> Anchor:
    """Return an anchor whose cue, source and content are some words of a text; a bar parts pieces."""
    tokens = tokens_of(text)

    def inside(words: str) -> list[int]:
        spans = [span_of(text, piece) for piece in words.split("|") if piece]
        return [i for i, t in enumerate(tokens) if any(s.start <= t.start and t.end <= s.end for s in spans)]

    return Anchor(
        words=tuple(inside(cue) or inside(content)[:1]),
        bare=not cue,
        kind="say",
        score=score,
        certainty="stated",
        certainties={},
        source=dict.fromkeys(inside(source), 0.9),
        content=dict.fromkeys(inside(content), 0.9),
    )


def who(text: str, *attributions: tuple[str, str, str], **names: NameType) -> list[str]:
    """Return the names of the sources of attributions given as (source, cue, content).

    Keywords give the text's names and what they name: `Doran_Feyle="person"`. Single names ("Feyle") get the full form of those.
    """
    tokens = tokens_of(text)
    spelled = {name.replace("_", " "): kind for name, kind in names.items()}
    found = [
        Name(span=Span(start=match.start(), end=match.end()), type=kind, full=name)
        for name, kind in spelled.items()
        for match in re.finditer(re.escape(name), text)
    ]
    found.sort(key=lambda name: name.span.start)
    at, drafts = 0, []
    for source, cue, content in attributions:
        start = text.index(source, at)
        at = start + len(source)
        drafts.append(
            Draft(source=Span(start=start, end=at), cue=span_of(text, cue) if cue else None, contents=(span_of(text, content),))
        )
    quotations = [Span(start=m.start(1), end=m.end(1)) for m in re.finditer('"([^"]*)"', text)]
    assert find_lines(text)
    return Speakers(text, Tree(tokens), found, quotations, drafts).resolve()
