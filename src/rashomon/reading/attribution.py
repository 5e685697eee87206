"""Attribution: who says what, from what the encoder predicts, or by rules where a pipeline has no encoder.

Nested attributions are found independently; a content that lies inside another's content is the inner voice of that chain.
"""

from collections.abc import Sequence

from rashomon.model import Attribution, Name, Span, Token, Tree
from rashomon.reading.anchors import Anchor
from rashomon.reading.decoding import Decoder, Draft
from rashomon.reading.posts import find_posts
from rashomon.reading.quotations import find_quotations
from rashomon.reading.rules import find_by_rules
from rashomon.reading.speakers import Speakers

FEWEST_WORDS = 5
"""Words of a quotation that somebody must have said, even where nothing tells who."""
NEAR = 500
"""Code points up to which a quotation goes on with what its speaker said before."""


def find_attributions(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Span],
    lines: Sequence[Span],
    names: Sequence[Name],
    anchors: Sequence[Anchor] | None = None,
) -> tuple[Attribution, ...]:
    """Return the attributions of a text, ordered by their first content.

    Args:
        text: The report's text.
        tokens: Its words.
        sentences: Its sentences.
        lines: Its lines.
        names: Its names.
        anchors: What the encoder predicts; None where the pipeline has no heads for it, then rules stand in.
    """
    tree, quotations = Tree(tokens), find_quotations(text, lines)
    if anchors is None:
        drafts = find_by_rules(text, tree, sentences, quotations)
    else:
        decoder = Decoder(text, tree, lines, quotations)
        drafts = [draft for anchor in anchors if (draft := decoder.decode(anchor)) is not None]
    found = [*named(text, tree, quotations, names, drafts), *find_posts(text, lines)]
    found += orphans(text, quotations, found)
    found.sort(key=lambda entry: (entry.contents[0].start, -entry.contents[0].end, entry.who))
    return tuple(found)


def named(text: str, tree: Tree, quotations: Sequence[Span], names: Sequence[Name], drafts: Sequence[Draft]) -> list[Attribution]:
    """Return drafts with the names of their sources."""
    return [
        Attribution(
            source=draft.source, cue=draft.cue, contents=draft.contents, who=who, kind=draft.kind, certainty=draft.certainty
        )
        for draft, who in zip(drafts, Speakers(text, tree, names, quotations, drafts).resolve(), strict=True)
    ]


def orphans(text: str, quotations: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations without a cue of their own to whoever spoke last before them."""
    result: list[Attribution] = []
    for quote in quotations:
        if len(quote.of(text).split()) < FEWEST_WORDS:
            continue
        if any(content.overlap(quote) * 2 >= len(quote) for entry in (*found, *result) for content in entry.contents):
            continue
        before = [
            entry
            for entry in found
            if entry.source is not None and entry.contents[0].start < quote.start and quote.start - entry.contents[-1].end < NEAR
        ]
        if before:
            last = max(before, key=lambda entry: entry.contents[-1].end)
            result.append(Attribution(source=last.source, cue=None, contents=(quote,), who=last.who))
    return result
