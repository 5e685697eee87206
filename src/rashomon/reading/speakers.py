"""Speakers: who the sources of a report are, with pronouns and descriptions resolved inside the report.

A first person is who says the words around it. In indirect speech a third person is most often the speaker too; elsewhere it is
whoever spoke or was the subject shortly before. Descriptions ("the company") are led back to the name they stand for.
"""

import re
from collections.abc import Sequence

from rashomon.model import Name, Span, Tree
from rashomon.reading.decoding import Draft
from rashomon.reading.forms import Forms
from rashomon.reading.mentions import FEMALE, MALE, Mentions, Spoken
from rashomon.reading.naming import BODIES, LONGEST_NAME, behind_noun, behind_title, is_office
from rashomon.reading.sources import Sources

ONE = frozenset("i me my mine myself".split())
FIRST = ONE | frozenset("we us our ours".split())
PERSON = FEMALE | MALE
PLURAL = frozenset("they them their theirs themselves".split())
RELATIVE = frozenset("who which that whose whom".split())
PRONOUNS = FIRST | PERSON | PLURAL | RELATIVE | frozenset("it its itself".split())
BESIDE = PRONOUNS | {"all", "both", "also"}
"""Words that may stand beside a pronoun in a source."""
ISSUED = frozenset("statement release letter email e-mail communique announcement message post memo".split())
"""Nouns for words that somebody issued, who is the voice."""
LOUD = frozenset({"WHO", "US", "IT"})
"""Names that look like pronouns."""


class Speakers:
    """Resolves the sources of one report's drafts."""

    def __init__(self, text: str, tree: Tree, names: Sequence[Name], quotations: Sequence[Span], drafts: Sequence[Draft]) -> None:
        self.text = text
        self.tree = tree
        self.quotations = quotations
        self.drafts = drafts
        forms = Forms(text, names)
        self.sources = Sources(text, forms)
        self.mentions = Mentions(text, tree, forms)
        self.found: dict[int, str] = {}
        self.open: set[int] = set()

    def resolve(self) -> list[str]:
        """Return the name of each draft's source, "" where it has none."""
        order = sorted(range(len(self.drafts)), key=lambda i: self.place(i).start)
        for index in order:
            self.who(index)
        return [self.found[index] for index in range(len(self.drafts))]

    def place(self, index: int) -> Span:
        """Return where a draft's source stands, or where its content begins."""
        draft = self.drafts[index]
        return draft.source or draft.contents[0]

    def who(self, index: int) -> str:
        """Return the name of one draft's source."""
        if index in self.found:
            return self.found[index]
        if index in self.open:
            return ""
        self.open.add(index)
        self.found[index] = self.named(index)
        self.open.discard(index)
        return self.found[index]

    def named(self, index: int) -> str:
        """Return the name of a source by what kind of words it is."""
        source = self.drafts[index].source
        if source is None:
            return ""
        spelled = [self.tree.tokens[i].text for i in self.tree.inside(source)]
        words = [word if word in LOUD else word.casefold() for word in spelled]
        first = next((word for word in words if word.isalpha()), "")
        if first in PRONOUNS and all(word in BESIDE for word in words if word.isalpha()):
            return self.by_pronoun(index, source, first) or source.of(self.text)
        name = self.sources.name_of(source)
        return self.by_description(index, source, words, name) or name

    def by_pronoun(self, index: int, source: Span, word: str) -> str:
        """Return whom a pronoun means."""
        outer = self.outer(index)
        if word in FIRST:
            if outer is None and self.is_quoted(source):
                outer = self.quoted_before(source)
            if outer is not None:
                return self.who(outer)
            near = () if word in ONE else self.mentions.before(source, self.spoken(source), people=True)
            return self.mentions.main_person() if word in ONE else next(iter(near), "")
        if word in RELATIVE:
            return self.antecedent(source)
        return self.third(source, word, outer)

    def third(self, source: Span, word: str, outer: int | None) -> str:
        """Return whom a third person means: in indirect speech the speaker, else who was at hand and is not the speaker."""
        people = word in PERSON
        speaker = self.who(outer) if outer is not None else ""
        quoted = self.is_quoted(source)
        alike = word in PLURAL or self.mentions.is_person(speaker) == people
        if speaker and not quoted and alike and self.mentions.fits(speaker, word):
            return speaker
        for candidate in self.mentions.before(source, self.spoken(source), people=people):
            if not (quoted and candidate == speaker) and self.mentions.fits(candidate, word):
                if people:
                    self.mentions.genders.setdefault(candidate, "f" if word in FEMALE else "m")
                return candidate
        return self.mentions.last_person(source) if people else ""

    def spoken(self, place: Span) -> list[Spoken]:
        """Return who has spoken before a place."""
        return [
            (self.who(other), draft.source)
            for other, draft in enumerate(self.drafts)
            if draft.source is not None and draft.source.end <= place.start
        ]

    def outer(self, index: int) -> int | None:
        """Return the draft with the shortest content around a source."""
        place = self.place(index)
        around = [
            (sum(map(len, draft.contents)), other)
            for other, draft in enumerate(self.drafts)
            if other != index
            and draft.source is not None
            and any(content.covers(place) for content in draft.contents)
            and not draft.source.overlap(place)
        ]
        return min(around)[1] if around else None

    def quoted_before(self, place: Span) -> int | None:
        """Return the draft whose quotation stands last before a place: a quotation that goes on is the same speaker's."""
        quoted = [
            (draft.contents[-1].end, other)
            for other, draft in enumerate(self.drafts)
            if draft.source is not None
            and draft.contents[-1].end <= place.start
            and any(quote.overlap(draft.contents[-1]) for quote in self.quotations)
        ]
        return max(quoted)[1] if quoted else None

    def is_quoted(self, span: Span) -> bool:
        """Whether a span lies between quotation marks."""
        return any(quote.covers(span) for quote in self.quotations)

    def antecedent(self, source: Span) -> str:
        """Return what a relative pronoun stands for: the noun phrase before it."""
        index = self.tree.inside(source)[0]
        above = self.tree.tokens[self.tree.tokens[index].head].head
        if above >= index:
            above = max(0, index - 1)
            while above > 0 and self.tree.tokens[above].pos == "PUNCT":
                above -= 1
        own = [i for i in self.tree.subtree(above, without=("acl", "advcl", "parataxis")) if i < index] or [above]
        return self.sources.name_of(self.tree.span(own))

    def by_description(self, index: int, source: Span, words: Sequence[str], name: str) -> str:
        """Return the name for which a short description stands: "the company", "the minister"."""
        plain = [word for word in words if word.isalpha()]
        office = is_office(name)
        if not plain or not (plain[0] in ("the", "this", "that") or office) or len(plain) > LONGEST_NAME:
            return ""
        if not name.islower() and not office:
            return ""
        last = plain[-1]
        earlier = [
            (self.place(other).start, other)
            for other, draft in enumerate(self.drafts)
            if draft.source is not None and draft.source.end <= source.start and other != index
        ]
        for _, other in sorted(earlier, reverse=True):
            spelled = self.drafts[other].source
            if spelled is not None and len(spelled) > len(source) and self.heads(spelled) == last:
                return self.who(other)
        if last in ISSUED and (issuer := self.issuer(source, last)):
            return issuer
        described = self.sources.described.get(name.casefold()) or self.sources.described.get(last)
        if described:
            return described
        return self.mentions.body(source, last, self.spoken(source)) if last in BODIES else ""

    def issuer(self, source: Span, noun: str) -> str:
        """Return who issued a statement: who spoke in the sentence that told of it, or was named in it first."""
        tokens = self.tree.tokens
        told = [t.sentence for t in tokens if t.end <= source.start and t.text.casefold() == noun]
        if not told:
            return ""
        spoke = [who for who, span in self.spoken(source) if self.mentions.sentence(span) == told[-1]]
        named = [
            name
            for name in (*self.sources.forms.people, *self.sources.forms.bodies)
            if name.type in ("person", "organization") and self.mentions.sentence(name.span) == told[-1]
        ]
        first = min(named, key=lambda name: name.span.start, default=None)
        return next(iter(spoke), "") or (self.sources.forms.full(first.full) if first is not None else "")

    def heads(self, span: Span) -> str:
        """Return the noun that heads a description: "spokesman" of "a spokesman for Halden Lines"."""
        words = self.sources.core(span)
        name = behind_noun(words.split(",")[0]) or behind_title(words.split(",")[0])
        words = words.removesuffix(name).strip() if name else re.split(r",|\s(?:of|for|from|at|in|with|on)\s", words)[0]
        return words.split()[-1].casefold() if words.split() else ""
