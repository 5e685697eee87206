"""Attribution: who says what, from what the encoder predicts, or by rules where a pipeline has no encoder.

Nested attributions are found independently; a content that lies inside another's content is the inner voice of that chain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import Attribution, Name, Span, Token, Tree
from rashomon.reading.anchors import Anchor
from rashomon.reading.decoding import Decoder, Draft
from rashomon.reading.estimates import find_estimates
from rashomon.reading.posts import find_posts
from rashomon.reading.quotations import find_quotations
from rashomon.reading.rules import find_by_rules
from rashomon.reading.speakers import Speakers

FEWEST_WORDS = 5
"""Words of a quotation that somebody must have said, even where nothing tells who."""
CLOSE = 3
"""Code points between two words of one cue."""
MOSTLY = 0.8
"""Share of two contents that is the same in both where they are one."""
NEXT = 6
"""Code points between a semicolon and the source of the next voice: "; the ministry"."""
RELATIVE = frozenset(["which", "that", "who", "whom"])
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
        drafts += find_estimates(tree, drafts)
        drafts = [ended(draft, drafts, text) for draft in drafts]
    drafts = [part for draft in apart(drafts) for part in parted(draft, sentences)]
    found = [*named(text, tree, quotations, names, drafts), *find_posts(text, lines)]
    found += orphans(text, quotations, found)
    found.sort(key=lambda entry: (entry.contents[0].start, -entry.contents[0].end, entry.who))
    return tuple(found)


def ended(draft: Draft, drafts: Sequence[Draft], text: str) -> Draft:
    """Return a draft whose contents end at the semicolon before another voice: "many walked out; the ministry said few did".

    A relative pronoun alone ("which the union said had cost millions") is no piece of them.
    """
    others = [other.source for other in drafts if other is not draft and other.source is not None and other.cue is not None]
    pieces = []
    for piece in draft.contents:
        inside = [source for source in others if piece.covers(source)]
        cuts = [text.rfind(";", piece.start, source.start) for source in inside]
        close = [cut for cut, source in zip(cuts, inside, strict=True) if cut > piece.start and source.start - cut <= NEXT]
        pieces.append(Span(start=piece.start, end=min([piece.end, *close])))
    telling = [piece for piece in pieces if piece.of(text).casefold() not in RELATIVE]
    return replace(draft, contents=tuple(telling or pieces))


def named(text: str, tree: Tree, quotations: Sequence[Span], names: Sequence[Name], drafts: Sequence[Draft]) -> list[Attribution]:
    """Return drafts with the names of their sources."""
    return [
        Attribution(
            source=draft.source, cue=draft.cue, contents=draft.contents, who=who, kind=draft.kind, certainty=draft.certainty
        )
        for draft, who in zip(drafts, Speakers(text, tree, names, quotations, drafts).resolve(), strict=True)
    ]


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without those that say over again what one close by says: two words of one cue taken for two."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is None or not is_same(last, draft):
            kept.append(draft)
        elif last.cue is None or (draft.cue is not None and len(draft.cue) > len(last.cue)):
            kept[-1] = draft
    return kept


def is_same(a: Draft, b: Draft) -> bool:
    """Whether two drafts share words of their cues, or have one source, cues close by, and nearly one content."""
    if a.cue is None or b.cue is None:
        return False
    if a.cue.overlap(b.cue):
        return True
    if a.source != b.source or not 0 <= b.cue.start - a.cue.end <= CLOSE:
        return False
    shared = sum(one.overlap(other) for one in a.contents for other in b.contents)
    return 2 * shared >= MOSTLY * sum(map(len, (*a.contents, *b.contents)))


def parted(draft: Draft, sentences: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft with what stands up to the end of its cue's sentence, then what goes on without a cue, each for itself."""
    end = max((s.end for s in sentences if draft.cue is not None and s.start <= draft.cue.start), default=0)
    near = tuple(piece for piece in draft.contents if piece.start < end)
    if draft.cue is None or not near:
        yield draft
        return
    yield replace(draft, contents=near)
    for piece in draft.contents[len(near) :]:
        yield replace(draft, cue=None, contents=(piece,))


def is_covered(quote: Span, contents: Sequence[Span]) -> bool:
    """Whether contents hold at least half of a quotation."""
    return 2 * sum(content.overlap(quote) for content in contents) >= len(quote)


def orphans(text: str, quotations: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations without a cue of their own to whoever spoke last before them."""
    result: list[Attribution] = []
    for quote in quotations:
        if len(quote.of(text).split()) < FEWEST_WORDS:
            continue
        if any(is_covered(quote, entry.contents) for entry in (*found, *result)):
            continue
        before = [
            entry
            for entry in found
            if entry.source is not None and entry.contents[0].start < quote.start and quote.start - entry.contents[-1].end < NEAR
        ]
        if before:
            last = max(before, key=lambda entry: (entry.contents[-1].end, sum(map(len, entry.contents))))
            result.append(Attribution(source=last.source, cue=None, contents=(quote,), who=last.who))
    return result
