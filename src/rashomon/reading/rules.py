"""Rules on the parse that stand in where a pipeline has no encoder: who says what, by verbs of saying and by "according to".

The patterns follow what Pareti (2015, "Attribution: a computational approach") found to carry most attributions in news:
verb cues with a clause, cues set into or behind what they introduce, quotations beside a cue, and "according to".
"""

from collections.abc import Iterator, Sequence

from rashomon.model import Span, Tree
from rashomon.reading.cues import NEEDS_CLAUSE, VERBS, Cue
from rashomon.reading.decoding import Draft

SUBJECTS = ("nsubj", "csubj")
VERBAL = ("VERB", "AUX", "ADJ", "NOUN")
BETWEEN = 14
"""Words that may stand between a cue and a quotation: who speaks, and when."""
BESIDE = 8
"""Code points between a quotation and the sentence that closes it."""
NEAR_START = 60
"""Code points of a sentence in which a cue stands that closes the quotation before it."""


def find_by_rules(text: str, tree: Tree, sentences: Sequence[Span], quotations: Sequence[Span]) -> list[Draft]:
    """Return the attributions that rules on the parse find, in text order."""
    return list(Finder(text, tree, sentences, quotations).all())


class Finder:
    """Finds the attributions of one text."""

    def __init__(self, text: str, tree: Tree, sentences: Sequence[Span], quotations: Sequence[Span]) -> None:
        self.text = text
        self.tree = tree
        self.tokens = tree.tokens
        self.sentences = sentences
        self.quotations = quotations

    def all(self) -> Iterator[Draft]:
        """Yield attributions in text order."""
        for index, token in enumerate(self.tokens):
            lemma = token.lemma.lower()
            draft = None
            if token.text.lower() == "according":
                draft = self.according(index)
            elif token.pos in ("VERB", "AUX") and lemma in VERBS:
                draft = self.at_verb(index, lemma, VERBS[lemma])
            if draft is not None:
                yield draft

    def at_verb(self, index: int, lemma: str, cue: Cue) -> Draft | None:
        """Return the attribution at a cue verb, or None where it has no content or nobody who says it."""
        source = self.source_of(index)
        if source is None:
            return None
        contents = self.quoted_beside(index)
        clause = self.complement(index, lemma)
        if clause is not None:
            contents = [*(quote for quote in contents if not quote.overlap(clause)), clause]
        if not contents and cue.objects:
            contents = self.objects(index)
        if not contents and lemma not in NEEDS_CLAUSE:
            contents = self.host_clause(index)
        span = self.source_span(source)
        contents = sorted(content for content in contents if not content.overlap(span))
        if not contents:
            return None
        words = [index, *(c for c in self.tree.children(index, "aux", "compound:prt") if abs(c - index) <= 2)]
        return Draft(source=span, cue=self.tree.span(words), contents=tuple(contents), kind=cue.kind, certainty=cue.held)

    def source_of(self, index: int) -> int | None:
        """Return the token that heads the source of a cue: its subject, agent, or that of the verb it is joined to."""
        tree, tokens = self.tree, self.tokens
        for child in tree.children(index, *SUBJECTS):
            if tokens[child].dep.endswith(":pass"):
                return next((c for c in tree.children(index, "obl") if self.has_case(c, "by")), None)
            if tokens[child].lemma.lower() in ("it", "there") and tokens[child].dep.startswith("expl"):
                return None
            if tokens[child].lemma.lower() in ("which", "that"):
                return tokens[index].head if tree.is_dep(index, "acl") else None
            return child
        above = tokens[index].head
        if above == index:
            return None
        if tree.is_dep(index, "conj", "xcomp", "advcl") and tokens[above].pos in ("VERB", "AUX"):
            return self.source_of(above) if not tree.children(above, "nsubj:pass") else None
        return above if tree.is_dep(index, "acl") and tokens[index].tag in ("VBG", "VBD", "VBZ") else None

    def source_span(self, head: int) -> Span:
        """Return the words that name a source: its noun phrase with apposition, without relative clauses."""
        own = self.tree.subtree(head, without=("acl", "advcl", "parataxis", "ccomp", "cop", "dep", "discourse"))
        run = [head]
        for word in (*(i for i in own if i > head), *(i for i in reversed(own) if i < head)):
            if min(abs(word - run[0]), abs(word - run[-1])) <= 2:
                run = sorted([*run, word])
        while len(run) > 1 and self.tokens[run[0]].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
            run.pop(0)
        while len(run) > 1 and self.tokens[run[-1]].pos in ("PUNCT", "CCONJ"):
            run.pop()
        return self.tree.span(run)

    def has_case(self, index: int, word: str) -> bool:
        """Whether a noun stands with a preposition."""
        return any(self.tokens[child].lemma.lower() == word for child in self.tree.children(index, "case"))

    def complement(self, index: int, lemma: str) -> Span | None:
        """Return the clause that completes a cue ("said that ...")."""
        tree = self.tree
        clauses = tree.children(index, "ccomp")
        if not clauses and lemma not in NEEDS_CLAUSE:
            clauses = [c for c in tree.children(index, "xcomp") if self.tokens[c].pos in VERBAL]
        if not clauses:
            clauses = [c for c in tree.children(index, "parataxis") if c > index and self.tokens[c].pos in ("VERB", "AUX")]
        taken = {index, *tree.children(index, "aux")}.union(*(tree.subtree(c) for c in tree.children(index, *SUBJECTS)))
        return self.trimmed([i for clause in clauses for i in tree.subtree(clause) if i not in taken])

    def host_clause(self, index: int) -> list[Span]:
        """Return the clause into or behind which a cue is set: "12 people died, officials said"."""
        host = self.tokens[index].head
        if not self.tree.is_dep(index, "parataxis") or host == index:
            return []
        inserted = set(self.tree.subtree(index))
        own = [i for i in self.tree.subtree(host) if i not in inserted]
        parts = ([i for i in own if i < index], [i for i in own if i > index])
        return [span for part in parts if len(part) > 1 and (span := self.trimmed(part)) is not None]

    def objects(self, index: int) -> list[Span]:
        """Return the object of a cue that takes one, with what belongs to it: "estimates 300 dead in the delta"."""
        if not self.tree.children(index, "obj"):
            return []
        own = [i for child in self.tree.children(index, "obj", "obl") for i in self.tree.subtree(child) if i > index]
        span = self.trimmed(sorted(own)) if len(own) > 1 else None
        return [span] if span is not None else []

    def trimmed(self, own: Sequence[int]) -> Span | None:
        """Return the span of some tokens without marks and joints at its edges."""
        words = sorted(own)
        while words and (self.tokens[words[0]].pos == "PUNCT" or self.tokens[words[0]].dep in ("mark", "cc", "punct")):
            words.pop(0)
        while words and self.tokens[words[-1]].pos == "PUNCT":
            words.pop()
        return self.tree.span(words) if words else None

    def quoted_beside(self, index: int) -> list[Span]:
        """Return the quotations that a cue opens or closes: in its sentence, or ending right before it."""
        cue, sentence = self.tokens[index], self.sentences[self.tokens[index].sentence]
        if any(quote.start <= cue.start < quote.end for quote in self.quotations):
            return []
        chosen = [quote for quote in self.quotations if quote.overlap(sentence) and self.belongs(quote, index)]
        last = next((q for q in reversed(self.quotations) if 0 <= sentence.start - q.end <= BESIDE), None)
        if not chosen and last is not None and cue.start - sentence.start < NEAR_START:
            chosen = [last] if "\n" not in self.text[last.end : sentence.start] else []
        return chosen

    def belongs(self, quote: Span, index: int) -> bool:
        """Whether nothing but its source stands between a cue and a quotation in its sentence."""
        cue = self.tokens[index]
        between = self.text[quote.end : cue.start] if quote.end <= cue.start else self.text[cue.end : quote.start]
        return len(quote.of(self.text).split()) > 1 and "." not in between.strip(" .,") and len(between.split()) <= BETWEEN

    def according(self, index: int) -> Draft | None:
        """Return the attribution of "according to X": the rest of its sentence."""
        tree, tokens = self.tree, self.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].lemma.lower() != "to":
            return None
        head = tokens[index].head if tokens[index].dep in ("case", "fixed", "mark") else -1
        if head <= index or tokens[head].sentence != tokens[index].sentence:
            head = next(
                (i for i in range(index + 2, min(index + 9, len(tokens))) if tokens[i].pos in ("NOUN", "PROPN", "PRON")), -1
            )
        if head < 0:
            return None
        span = self.source_span(head)
        span = Span(start=tokens[index + 2].start, end=max(span.end, tokens[head].end))
        own = [i for i in tree.inside(self.sentences[tokens[index].sentence]) if i < index or tokens[i].start >= span.end]
        parts = ([i for i in own if i < index], [i for i in own if i > index])
        contents = tuple(piece for part in parts if len(part) > 1 and (piece := self.trimmed(part)) is not None)
        cue = Span(start=tokens[index].start, end=tokens[index + 1].end)
        return Draft(source=span, cue=cue, contents=contents) if contents else None
