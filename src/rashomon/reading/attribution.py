"""Attribution: who says what, by the dependency parse, by quotation marks, and by set phrases.

The patterns follow what Pareti (2015, "Attribution: a computational approach") found to carry attributions in news: verb cues
with clausal or nominal content, quotation with its cue before, inside or behind, "according to", and nouns that say something.
Nested attributions are found independently; a content that lies inside another's content is the inner voice of that chain.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Attribution, Name, Span, Token, Tree
from rashomon.reading.cues import NEEDS_CLAUSE, NOUNS, VERBS, Cue
from rashomon.reading.posts import find_posts
from rashomon.reading.quotations import find_quotations
from rashomon.reading.speakers import Speakers

SUBJECTS = ("nsubj", "csubj")
PLAIN = frozenset("say report announce state claim insist add explain confirm note warn".split())
"""Verbs that hand over whatever follows them."""
WHOLE = PLAIN | {"put", "place", "estimate"}
"""Verbs whose content goes on to the end of the sentence ("put the march, ..., at 30,000")."""
LONGEST_TAIL = 14
"""Words before or behind a cue at the edge of a sentence: who speaks, and when."""
FEWEST_WORDS = 2
"""Words of a content."""
GERUND = frozenset(
    "accuse deny admit acknowledge confirm report recall describe mention recommend suggest consider regret".split()
)
"""Verbs whose content may be a gerund ("denied sending troops")."""
CONTRASTS = frozenset("but while although though however whereas yet as because after before when".split())
"""Words with which the report itself may go on behind what somebody said."""
BESIDE = 8
"""Code points between a quotation and the words that introduce or close it."""


def find_attributions(
    text: str, tokens: Sequence[Token], sentences: Sequence[Span], lines: Sequence[Span], names: Sequence[Name]
) -> tuple[Attribution, ...]:
    """Return the attributions of a text, ordered by their first content; nested ones by containment of contents."""
    finder = Finder(text, tokens, sentences, lines, names)
    found = [*finder.by_verbs(), *find_posts(text, lines)]
    found += finder.orphans(found)
    found.sort(key=lambda entry: (entry.contents[0].start, -entry.contents[0].end, entry.who))
    return tuple(found)


class Finder:
    """Finds the attributions of one text in text order, so that speakers are resolved by what came before."""

    def __init__(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Span], lines: Sequence[Span], names: Sequence[Name]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.tree = Tree(tokens)
        self.quotations = find_quotations(text, lines)
        self.lines = lines
        self.speakers = Speakers(text, self.tree, names)

    def by_verbs(self) -> Iterator[Attribution]:
        """Yield attributions at cue verbs and at "according to", in text order."""
        for index, token in enumerate(self.tokens):
            lemma = token.lemma.lower()
            if token.text.lower() == "according":
                attribution = self.according(index)
            elif (token.pos in ("VERB", "AUX") and lemma in VERBS and not self.is_passive_naming(index)) or self.is_root_noun(
                index
            ):
                attribution = self.at_verb(index, VERBS[lemma])
            elif self.is_inverted_report(index):
                attribution = self.at_verb(index, VERBS["report"])
            elif token.pos == "NOUN" and lemma in NOUNS:
                attribution = self.at_noun(index)
            else:
                attribution = None
            if attribution is not None:
                yield attribution

    def is_root_noun(self, index: int) -> bool:
        """Whether a verb that looks like a plural ("intelligence places losses at ...") was taken for a noun with an object."""
        token = self.tokens[index]
        cue = VERBS.get(token.lemma.lower())
        return (
            token.tag == "NNS"
            and token.head == index
            and cue is not None
            and cue.objects
            and bool(self.tree.children(index, "obj"))
        )

    def is_inverted_report(self, index: int) -> bool:
        """Whether "reports" is the verb of ", reports the Kessen Daily", which parsers take for a noun."""
        return (
            self.tokens[index].text == "reports"
            and 0 < index < len(self.tokens) - 1
            and self.tokens[index - 1].text in (",", "”", '"')
            and self.tokens[index + 1].pos in ("PROPN", "DET")
        )

    def is_asked(self, index: int) -> bool:
        """Whether a cue only tells what somebody was asked or told: "Asked about the fire, Lund said"."""
        token = self.tokens[index]
        return token.tag == "VBN" and self.tree.is_dep(index, "advcl") and not self.tree.children(index, "aux", *SUBJECTS)

    def is_passive_naming(self, index: int) -> bool:
        """Whether a verb only names: "was called", "is known as"."""
        return self.tokens[index].lemma.lower() in ("call", "know", "consider") and bool(self.tree.children(index, "aux:pass"))

    def at_verb(self, index: int, cue: Cue) -> Attribution | None:
        """Return the attribution at a cue verb, or None where it has no content or nobody who says it."""
        if self.is_asked(index):
            return None
        clause = self.complement(index)
        quoted = self.quoted_beside(index)
        lemma = self.tokens[index].lemma.lower()
        contents: list[Span] = []
        if quoted:
            contents = quoted
            if clause is not None and not any(span.overlap(clause) for span in quoted):
                contents = sorted([*quoted, clause])
            elif clause is not None:
                contents = merged([*quoted, clause])
        elif clause is not None:
            contents = [clause]
        elif cue.objects:
            contents = self.object_content(index)
        elif lemma not in NEEDS_CLAUSE:
            contents = self.host_clause(index)
        source = self.source_of(index)
        placed = self.by_place(index, lemma)
        behind = any(content.start > self.tokens[index].start for content in contents)
        if placed is not None and (source is None or not contents or not (behind or self.is_beside(source, index))):
            source = placed[0] if source is None or not behind else source
            contents = contents if behind else [placed[1]]
        if not contents or source is None:
            return None
        contents = self.to_the_end(self.widened(contents, index, quoted), index)
        span = self.speakers.source_span(source)
        contents = [content for content in contents if not content.overlap(span) or content.overlap(span) < len(content) / 2]
        contents = [cut_off(content, span) for content in contents]
        if not contents:
            return None
        who = self.speakers.who(source, span)
        return Attribution(
            source=span, cue=self.cue_span(index), contents=tuple(contents), who=who, kind=cue.kind, certainty=cue.held
        )

    def cue_span(self, index: int) -> Span:
        """Return the cue verb with its helpers and particle."""
        words = [index, *(c for c in self.tree.children(index, "aux", "compound:prt") if abs(c - index) <= 2)]
        return self.tree.span(words)

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
        if self.is_root_noun(index):
            return next((c for c in reversed(tree.children(index, "compound", "nmod")) if c < index), None)
        if tree.is_dep(index, "conj", "xcomp", "advcl", "parataxis") and tokens[index].head != index:
            above = tokens[index].head
            if tokens[above].pos in ("VERB", "AUX") and tree.is_dep(index, "conj", "advcl", "xcomp"):
                return self.source_of(above) if not tree.children(above, "nsubj:pass") else None
            return self.inverted(index)
        if tree.is_dep(index, "acl") and self.tokens[index].tag in ("VBG", "VBD", "VBZ"):
            return tokens[index].head
        return self.inverted(index)

    def inverted(self, index: int) -> int | None:
        """Return a noun right behind the cue that the parse took for something else: "..., said Harbour Master Lund"."""
        for child in self.tree.children(index, "obj", "obl", "dep", "nsubj"):
            quote_before = any(0 <= self.tokens[index].start - quote.end <= BESIDE + 20 for quote in self.quotations)
            if child in range(index + 1, index + 7) and self.tokens[child].pos in ("PROPN", "NOUN", "PRON") and quote_before:
                return child
        return None

    def has_case(self, index: int, word: str) -> bool:
        """Whether a noun stands with a preposition."""
        return any(self.tokens[child].lemma.lower() == word for child in self.tree.children(index, "case"))

    def complement(self, index: int) -> Span | None:
        """Return the clause that completes a cue ("said that ...", or the clause it is inserted into)."""
        tree, tokens = self.tree, self.tokens
        clauses = tree.children(index, "ccomp")
        if not clauses and tokens[index].lemma.lower() not in NEEDS_CLAUSE:
            clauses = [c for c in tree.children(index, "xcomp") if tokens[c].pos in ("VERB", "AUX", "ADJ", "NOUN")]
        if not clauses and tokens[index].lemma.lower() in GERUND:
            clauses = [c for c in tree.children(index, "advcl", "xcomp") if c > index and tokens[c].tag == "VBG"]
        if not clauses:
            clauses = [c for c in tree.children(index, "parataxis") if c > index and tokens[c].pos in ("VERB", "AUX")]
        if not clauses:
            return None
        own = [i for clause in clauses for i in tree.subtree(clause)]
        return self.trimmed([i for i in own if i not in self.cue_words(index)])

    def cue_words(self, index: int) -> set[int]:
        """Return the tokens of a cue and its source, which are no content."""
        words = {index, *self.tree.children(index, "aux", "cop")}
        for child in self.tree.children(index, *SUBJECTS):
            words |= set(self.tree.subtree(child))
        return words

    def host_clause(self, index: int) -> list[Span]:
        """Return the clause into or behind which a cue is set: "12 people died, officials said"."""
        tree, tokens = self.tree, self.tokens
        if not tree.is_dep(index, "parataxis") or tokens[index].head == index:
            return []
        host = tokens[index].head
        inserted = set(tree.subtree(index))
        own = [i for i in tree.subtree(host) if i not in inserted]
        before, behind = [i for i in own if i < index], [i for i in own if i > index]
        return [span for part in (before, behind) if (span := self.trimmed(part)) is not None and len(part) > 1]

    def by_place(self, index: int, lemma: str) -> tuple[int, Span] | None:
        """Return (head of the source, content) of a cue by where it stands in its sentence, whatever the parse made of it.

        News has two such places: behind a comma at the end ("..., officials said on Monday") and near the beginning
        ("Officials said ...").
        """
        own = self.tree.inside(self.sentences[self.tokens[index].sentence])
        if any(q.start <= self.tokens[index].start < q.end and len(q.of(self.text).split()) > 2 for q in self.quotations):
            return None
        at = own.index(index)
        comma = next((i for i in reversed(own[:at]) if self.tokens[i].text in (",", "”", '"', "''")), None)
        before = [i for i in own[:at] if comma is None or i > comma]
        behind = own[at + 1 :]
        finite = any(self.tree.children(i, "nsubj") for i in behind)
        if comma is not None and not finite and len(behind) <= LONGEST_TAIL and len(before) <= LONGEST_TAIL:
            content = self.trimmed([i for i in own if i < comma])
            source = self.noun_of(before, behind, inverted=not before)
            if content is not None and source is not None and len(content.of(self.text).split()) >= FEWEST_WORDS:
                return source, content
        if lemma in PLAIN and 0 < at <= LONGEST_TAIL and comma is None:
            source = self.noun_of(before, [], inverted=False)
            that = next((i for i in behind[:8] if self.tokens[i].text.lower() == "that" and self.tokens[i].pos == "SCONJ"), None)
            content = self.trimmed([i for i in behind if that is None or i > that])
            if source is not None and content is not None and len(content.of(self.text).split()) >= FEWEST_WORDS:
                return source, content
        return None

    def is_beside(self, source: int, index: int) -> bool:
        """Whether a source stands on the same side of a comma as its cue, so that the parse can be believed."""
        first, last = sorted((self.tokens[source].end, self.tokens[index].start))
        return not re.search(r"[,”\"]", self.text[first:last]) or len(self.text[first:last].split()) > LONGEST_TAIL

    def noun_of(self, before: Sequence[int], behind: Sequence[int], *, inverted: bool) -> int | None:
        """Return the head of the noun phrase that stands right before a cue, or right behind an inverted one ("said Lund")."""
        nominal = ("NOUN", "PROPN", "PRON")
        if not inverted:
            heads = [i for i in before if self.tokens[i].pos in nominal and self.tokens[i].head not in before]
            return next((i for i in heads if self.tree.is_dep(i, *SUBJECTS)), heads[-1] if heads else None)
        run = [i for i in behind[:8] if self.tokens[i].pos in nominal]
        return next((i for i in run if self.tokens[i].head not in run), None)

    def widened(self, contents: list[Span], index: int, quoted: Sequence[Span]) -> list[Span]:
        """Return contents that begin right behind the cue where a quotation is only a piece of what it introduces."""
        cue, sentence = self.tokens[index], self.sentences[self.tokens[index].sentence]
        first = contents[0]
        if quoted and first == quoted[0] and sentence.start < first.start < cue.start:
            return self.from_the_start(contents, index)
        if not quoted or first.start < cue.end or first != quoted[0] or self.source_follows(index, first):
            return contents
        words = self.trimmed([i for i in self.tree.inside(sentence) if i > index])
        between = self.text[cue.end : first.start].strip(" \"“:,'").split()
        if words is None or len(between) < FEWEST_WORDS or ":" in self.text[cue.end : first.start]:
            return contents
        return [Span(start=words.start, end=max(words.end, contents[-1].end))]

    def from_the_start(self, contents: list[Span], index: int) -> list[Span]:
        """Return contents that begin with the sentence where a cue at its end closes a quotation that is a piece of it."""
        sentence, cue = self.sentences[self.tokens[index].sentence], self.tokens[index]
        before = self.text[sentence.start : contents[0].start].strip(" \"“,'")
        behind = self.text[cue.end : sentence.end].split()
        if len(before.split()) < FEWEST_WORDS or len(behind) > LONGEST_TAIL or re.search(r"[.?!:]", before):
            return contents
        return [Span(start=sentence.start, end=contents[-1].end)]

    def to_the_end(self, contents: list[Span], index: int) -> list[Span]:
        """Return contents that go on to the end of the sentence of their cue, unless somebody else or a contrast comes in."""
        cue, last = self.tokens[index], contents[-1]
        sentence = self.sentences[cue.sentence]
        if last.start < cue.end or cue.lemma.lower() not in WHOLE or last.end >= sentence.end:
            return contents
        rest = [i for i in self.tree.inside(sentence) if self.tokens[i].start >= last.end]
        words = [self.tokens[i] for i in rest if self.tokens[i].pos != "PUNCT"]
        if not words or words[0].text.lower() in CONTRASTS or any(token.lemma.lower() in VERBS for token in words[:4]):
            return contents
        if self.is_in_relative(index) or any(mark in self.text[last.end : sentence.end] for mark in '"“”;'):
            return contents
        end = self.trimmed(rest)
        return [*contents[:-1], Span(start=last.start, end=end.end)] if end is not None else contents

    def is_in_relative(self, index: int) -> bool:
        """Whether a cue stands in a relative clause, behind which the sentence goes on: "which the union said cost 3m, ended"."""
        seen: set[int] = set()
        while index not in seen and not self.tree.is_dep(index, "acl"):
            seen.add(index)
            index = self.tokens[index].head
        return self.tree.is_dep(index, "acl")

    def source_follows(self, index: int, content: Span) -> bool:
        """Whether the source of a cue stands between it and its content: "said Lund: ..."."""
        return any(
            index < child and self.tokens[child].start < content.start for child in self.tree.children(index, *SUBJECTS, "iobj")
        )

    def object_content(self, index: int) -> list[Span]:
        """Return the object of a cue that takes one, with what belongs to it: "estimates 300 dead in the delta"."""
        own = [i for child in self.tree.children(index, "obj", "obl", "xcomp") for i in self.tree.subtree(child) if i > index]
        if (
            not own
            or not self.tree.children(index, "obj", "xcomp")
            or (len(own) < FEWEST_WORDS and self.tokens[own[0]].pos == "PRON")
        ):
            return []  # "nobody warned us"
        span = self.trimmed(sorted(own))
        return [span] if span is not None else []

    def trimmed(self, own: Sequence[int]) -> Span | None:
        """Return the span of some tokens without marks and punctuation at its edges."""
        words = list(own)
        while words and (self.tokens[words[0]].pos == "PUNCT" or self.tokens[words[0]].dep in ("mark", "cc", "punct")):
            words.pop(0)
        while words and self.tokens[words[-1]].pos == "PUNCT":
            words.pop()
        return self.tree.span(words) if words else None

    def quoted_beside(self, index: int) -> list[Span]:
        """Return the quotations that a cue opens or closes: in its sentence, or ending right before it."""
        cue = self.tokens[index]
        sentence = self.sentences[cue.sentence]
        if self.tokens[index].lemma.lower() in ("see", "know", "find", "learn", "watch"):
            return []
        if any(quote.start <= cue.start < quote.end for quote in self.quotations):
            return []
        touching = [quote for quote in self.quotations if quote.overlap(sentence)]
        chosen = [quote for quote in touching if self.belongs(quote, index, sentence)]
        last = next((q for q in reversed(self.quotations) if 0 <= sentence.start - q.end <= BESIDE), None)
        starts_with_cue = cue.start - sentence.start < 60 and not self.complement(index)
        if not chosen and last is not None and starts_with_cue and self.text[last.end : sentence.start].count("\n") == 0:
            chosen = [last]
        return chosen

    def belongs(self, quote: Span, index: int, sentence: Span) -> bool:
        """Whether a quotation in the cue's sentence is what the cue introduces: nothing but its source stands between."""
        cue = self.tokens[index]
        if len(quote.of(self.text).split()) < 2 and not self.tree.children(index, "ccomp"):
            return False
        between = self.text[quote.end : cue.start] if quote.end <= cue.start else self.text[cue.end : quote.start]
        if "." in between.strip(" .,"):
            return False
        del sentence
        return len(between.split()) <= 14

    def according(self, index: int) -> Attribution | None:
        """Return the attribution of "according to X": the rest of its sentence."""
        tree, tokens = self.tree, self.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].lemma.lower() != "to":
            return None
        head = tokens[index].head if tokens[index].dep in ("case", "fixed", "mark") else None
        if head is None or head <= index:
            head = next((c for c in tree.children(index, "obl", "nmod", "obj") if c > index), None)
        if head is None:
            head = next(
                (i for i in range(index + 2, min(index + 9, len(tokens))) if tokens[i].pos in ("NOUN", "PROPN", "PRON")), None
            )
            while head is not None and head + 1 < len(tokens) and tokens[head + 1].pos in ("NOUN", "PROPN"):
                head += 1
        if head is None or tokens[head].sentence != tokens[index].sentence:
            return None
        span = self.speakers.source_span(head)
        if span.start < tokens[index + 1].end:
            span = Span(start=tokens[index + 2].start, end=max(span.end, tokens[head].end))
        own = [i for i in tree.inside(self.sentences[tokens[index].sentence]) if i < index or tokens[i].start >= span.end]
        inside = [q for q in self.quotations if q.start <= tokens[index].start < q.end]
        if inside:
            own = [i for i in own if inside[0].start <= tokens[i].start < inside[0].end]
        pieces = [self.trimmed([i for i in own if i < index]), self.trimmed([i for i in own if i > index])]
        contents = tuple(piece for piece in pieces if piece is not None and len(piece.of(self.text).split()) > 1)
        if not contents:
            return None
        cue = Span(start=tokens[index].start, end=tokens[index + 1].end)
        return Attribution(source=span, cue=cue, contents=contents, who=self.speakers.who(head, span))

    def at_noun(self, index: int) -> Attribution | None:
        """Return the attribution of a noun with a clause: "the ministry's claim that nobody was hurt"."""
        tree, tokens = self.tree, self.tokens
        clause = next(
            (
                c
                for c in tree.children(index, "acl", "ccomp")
                if any(tokens[m].lemma.lower() == "that" for m in tree.children(c, "mark"))
            ),
            None,
        )
        owner = next(iter(tree.children(index, "nmod:poss", "nmod")), None)
        content = self.trimmed(tree.subtree(clause)) if clause is not None else None
        if content is None or owner is None:
            return None
        span = self.speakers.source_span(owner)
        who = self.speakers.who(owner, span)
        return Attribution(source=span, cue=Span(start=tokens[index].start, end=tokens[index].end), contents=(content,), who=who)

    def orphans(self, found: Sequence[Attribution]) -> list[Attribution]:
        """Give quotations without a cue of their own to whoever spoke last before them in a quotation or by a cue."""
        result: list[Attribution] = []
        for quote in self.quotations:
            if len(quote.of(self.text).split()) < 5:
                continue
            if any(content.overlap(quote) * 2 >= len(quote) for entry in (*found, *result) for content in entry.contents):
                continue
            before = [
                entry for entry in found if entry.contents[0].start < quote.start and quote.start - entry.contents[-1].end < 500
            ]
            if before:
                last = max(before, key=lambda entry: entry.contents[-1].end)
                result.append(Attribution(source=last.source, cue=None, contents=(quote,), who=last.who))
        return result


def cut_off(content: Span, source: Span) -> Span:
    """Return a content without the source that overlaps its edge."""
    if source.start <= content.start < source.end < content.end:
        return Span(start=source.end, end=content.end)
    if content.start < source.start < content.end <= source.end:
        return Span(start=content.start, end=source.start)
    return content


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return spans with overlapping ones joined, in order."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(start=result[-1].start, end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
