"""Decoding: from the words that the encoder gives to an anchor to the spans of source, cue and content.

Words that are likely enough make runs; small gaps inside a run are filled, contents end with their line, and a content that
covers most of a quotation takes it whole. Thresholds were set on the dev split of the attribution corpus.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.model import Span, Token, Tree
from rashomon.model.reading import CueKind
from rashomon.reading.anchors import Anchor, Certainty
from rashomon.reading.completion import completed, whole_cue, whole_phrase
from rashomon.reading.hearsay import NOBODY, is_asked, is_said_of

OF_CONTENT = 0.9
"""Probability of being content from which a word is no part of the cue, however it hangs in the tree."""
BELIEVED = 0.35
"""Score from which an anchor counts."""
LIKELY = 0.5
"""Probability from which a word has a role."""
BESIDE = 0.2
"""Probability from which a word belongs to the content of the likely word beside it."""
BESIDE_SOURCE = 0.1
"""The same for sources, whose noun phrases are seldom too long."""
FIRM = 0.5
"""Mean probability of words that stand apart from the rest of a content."""
FEW = 2
"""Words of a run that is short."""
GAP = 4
"""Words between two words of a role up to which they have it too, if nothing else claims them."""
MOST = 0.6
"""Share of a quotation that a content must cover to take it whole."""
JOINTS = ("PUNCT", "ADP", "CCONJ")
"""Parts of speech with which no source begins or ends."""
OPENING, CLOSING = "\"“„«‘'", "\"”»’'"
EDGES = frozenset("that , ; : . - – — ... … ? !".split())
"""Words that open or close no content outside quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution as spans, before its source is resolved to a name."""

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    kind: CueKind = "say"
    certainty: Certainty = "stated"


class Decoder:
    """Decodes the anchors of one text."""

    def __init__(self, text: str, tree: Tree, lines: Sequence[Span], quotations: Sequence[Span]) -> None:
        self.text = text
        self.tree = tree
        self.tokens: Sequence[Token] = tree.tokens
        self.quotations = quotations
        self.quoted = [self.tree.inside(quotation) for quotation in self.quotations]
        self.line = lines_of(self.tokens, lines)

    def decode(self, anchor: Anchor) -> Draft | None:
        """Return an anchor's attribution, None where it is not believed or has no content."""
        if anchor.score < BELIEVED or is_asked(self.tree, anchor):
            return None
        if not anchor.bare:
            whole = whole_cue(self.tree, anchor.words)
            kept = [word for word in whole if word in anchor.words or anchor.content.get(word, 0.0) < OF_CONTENT]
            anchor = replace(anchor, words=tuple(kept))
        cue = set() if anchor.bare else set(anchor.words)
        source = self.source(anchor, cue)
        if len(source) == 1 and self.tokens[source[0]].text.casefold() in NOBODY:
            return None
        if source and is_said_of(self.tree, anchor, source):
            source = []
        content = completed(self.tree, self.content(anchor, cue | set(source)), cue, source)
        pieces = [piece for run in self.believed(anchor, self.runs(content)) if (piece := self.piece(run)) is not None]
        if not pieces:
            return None
        return Draft(
            source=self.tree.span(source) if source else None,
            cue=self.tree.span(self.together(anchor.words)) if cue else None,
            contents=tuple(pieces),
            kind=anchor.kind,
            certainty=anchor.certainty,
        )

    def together(self, words: Sequence[int]) -> list[int]:
        """Return the words of a cue up to a gap that is too long to be covered by one span."""
        kept = [words[0]]
        for word in words[1:]:
            if word > kept[-1] + GAP:
                break
            kept.append(word)
        return kept

    def source(self, anchor: Anchor, cue: set[int]) -> list[int]:
        """Return the words of the source: the likeliest run, without marks and prepositions at its edges."""
        likely = likely_words(anchor.source, anchor.content, cue, beside=BESIDE_SOURCE)
        subject = {word for head in self.tree.children(anchor.words[-1], "nsubj") for word in self.tree.subtree(head)}
        runs = self.runs(self.filled(likely & subject or likely, cue))
        sentence = self.tokens[anchor.words[0]].sentence
        runs = [run for run in runs if self.tokens[run[0]].sentence == sentence] or runs
        if not runs:
            return []
        run = max(runs, key=lambda words: sum(anchor.source.get(word, 0.0) for word in words))
        run = whole_phrase(self.tree, run, cue)
        while run and self.tokens[run[0]].pos in JOINTS:
            run = run[1:]
        while run and self.tokens[run[-1]].pos in (*JOINTS, "DET"):
            run = run[:-1]
        return run

    def content(self, anchor: Anchor, taken: set[int]) -> set[int]:
        """Return the words of the content, quotations taken whole."""
        words = self.filled(likely_words(anchor.content, anchor.source, taken, beside=BESIDE), taken)
        for quoted in self.quoted:
            telling = [word for word in quoted if self.is_telling(word)]
            if len(words.intersection(telling)) >= MOST * len(telling) and not taken.intersection(quoted):
                words |= set(quoted)
        return words

    def believed(self, anchor: Anchor, runs: list[list[int]]) -> list[list[int]]:
        """Return the runs of a content without strays: a few unsure words beside more, or unsure words of another sentence."""
        sentence = self.tokens[anchor.words[0]].sentence
        longest = max(map(len, runs), default=0)
        kept = []
        for run in runs:
            sure = sum(anchor.content.get(word, LIKELY) for word in run) / len(run)
            short = len(run) < FEW and len(run) < longest
            away = all(self.tokens[word].sentence != sentence for word in run)
            if self.line[run[0]] < self.line[anchor.words[0]] and not any(set(run) & set(quoted) for quoted in self.quoted):
                continue
            if len(run) == 1 and longest > 1 and self.tokens[run[0]].tag in ("WDT", "WP", "IN", "CC"):
                continue
            if not ((short or away) and sure < FIRM) and not (short and away):
                kept.append(run)
        return kept

    def filled(self, words: set[int], taken: set[int]) -> set[int]:
        """Return words with the small gaps between them filled."""
        result = set(words)
        order = sorted(words)
        for before, behind in pairwise(order):
            gap = range(before + 1, behind)
            if 0 < len(gap) <= GAP and self.line[before] == self.line[behind] and not taken.intersection(gap):
                result |= set(gap)
        return result

    def runs(self, words: set[int]) -> list[list[int]]:
        """Return runs of neighbouring words of one line that have more than marks."""
        runs: list[list[int]] = []
        for word in sorted(words):
            if runs and word == runs[-1][-1] + 1 and self.line[word] == self.line[runs[-1][-1]]:
                runs[-1].append(word)
            else:
                runs.append([word])
        return [run for run in runs if any(self.is_telling(word) for word in run)]

    def is_telling(self, word: int) -> bool:
        """Whether a word has a letter or digit."""
        return any(map(str.isalnum, self.tokens[word].text))

    def piece(self, run: list[int]) -> Span | None:
        """Return a run as a span without joints and marks at its edges; inside quotation marks the text's own stay."""
        words = list(run)
        while words and (self.tokens[words[0]].text.lower() in EDGES or self.is_stray(words[0], words)):
            words.pop(0)
        while words and (self.tokens[words[-1]].text.lower() in EDGES or self.is_stray(words[-1], words)):
            if self.is_quoted_end(words[-1]):
                break
            words.pop()
        if not words:
            return None
        span = self.tree.span(words)
        quoted = next((quote for quote in self.quotations if span.covers(quote) and len(span) - len(quote) <= 4), None)
        return quoted if quoted is not None and self.text[span.start] in OPENING else span

    def is_stray(self, word: int, words: list[int]) -> bool:
        """Whether a word is a quotation mark whose other half lies outside."""
        mark = self.tokens[word].text
        if mark not in OPENING + CLOSING:
            return False
        return sum(self.tokens[other].text in OPENING + CLOSING for other in words) % 2 == 1

    def is_quoted_end(self, word: int) -> bool:
        """Whether a mark closes a sentence inside a quotation."""
        return any(quote.end == self.tokens[word].end for quote in self.quotations)


def likely_words(role: dict[int, float], other: dict[int, float], taken: set[int], *, beside: float) -> set[int]:
    """Return the words that likely have a role, and neighbours of theirs that may have it; none that another role has more.

    Args:
        role: Probability of the role for each word.
        other: Probability of the other role.
        taken: Words that have neither.
        beside: Probability from which a neighbour has it too.
    """
    open_words = {word: p for word, p in role.items() if p > other.get(word, 0.0) and word not in taken}
    words = {word for word, p in open_words.items() if p >= LIKELY}
    for step in (1, -1):
        for word in sorted(words, reverse=step < 0):
            place = word + step
            while place not in words and open_words.get(place, 0.0) >= beside:
                words.add(place)
                place += step
    return words


def lines_of(tokens: Sequence[Token], lines: Sequence[Span]) -> list[int]:
    """Return the line of each token."""
    found, line = [], 0
    for token in tokens:
        while line + 1 < len(lines) and lines[line + 1].start <= token.start:
            line += 1
        found.append(line)
    return found
