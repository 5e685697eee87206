"""Speakers: from the words that name a source to who it is, with pronouns and short forms resolved inside the report."""

import re
from collections.abc import Sequence

from rashomon.model import Name, Span, Token, Tree
from rashomon.reading.people import is_people

PERSONAL = frozenset("he she his her him i we who they it them".split())
PLURAL = frozenset("they we them".split())
DETERMINERS = re.compile(
    r"^(?:the|a|an|his|her|their|its|our|some|one|this|that|these|those|another|both|two|three)\s+", re.IGNORECASE
)
TITLES = frozenset(
    "mr mrs ms dr sir prof professor captain president minister governor general colonel chief director spokesman spokeswoman "
    "spokesperson chancellor premier secretary sheriff mayor judge officer senator king queen prince pope bishop".split()
)
WITHOUT = ("acl", "appos", "advcl", "conj", "cc", "punct", "parataxis", "dep", "cop", "ccomp")


def spot(token: Token) -> Span:
    """Return where a token stands."""
    return Span(start=token.start, end=token.end)


def is_office(words: str) -> bool:
    """Whether a name is an office alone ("Chancellor"), whose holder is named beside it."""
    return words.casefold() in TITLES or is_people(words.casefold())


class Speakers:
    """Resolves sources in the order of the text; remembers who has spoken."""

    def __init__(self, text: str, tree: Tree, names: Sequence[Name]) -> None:
        self.text = text
        self.tree = tree
        self.people = [name for name in names if name.type == "person" and not is_office(name.full)]
        self.names = list(names)
        self.said: list[str] = []

    def source_span(self, head: int) -> Span:
        """Return the words that name a source: its noun phrase with apposition, without relative clauses."""
        own = self.tree.subtree(head, without=("acl", "advcl", "parataxis", "ccomp", "cop", "dep", "discourse"))
        tokens = self.tree.tokens
        while len(own) > 1 and (tokens[own[0]].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or tokens[own[0]].text in "\"“”'"):
            own.pop(0)
        while len(own) > 1 and tokens[own[-1]].pos in ("PUNCT", "CCONJ"):
            own.pop()
        start = max(0, own.index(head) if head in own else 0)
        run = [own[start]]
        for index in own[start + 1 :]:
            if index > run[-1] + 3:
                break
            run.append(index)
        for index in reversed(own[:start]):
            if index < run[0] - 2:
                break
            run.insert(0, index)
        return self.tree.span(run)

    def who(self, head: int, span: Span) -> str:
        """Return the full name of the source at token `head`, or the words of the text for an unnamed voice."""
        token = self.tree.tokens[head]
        found = self.by_pronoun(token) if token.lemma.lower() in PERSONAL or token.pos == "PRON" else self.by_words(head, span)
        if found:
            self.said.append(found)
        return found

    def by_pronoun(self, token: Token) -> str:
        """Return whom a pronoun means: for one person the last who spoke or was named, else the last group that spoke."""
        if token.lemma.lower() == "who":
            above = self.tree.tokens[self.tree.tokens[token.head].head]
            return self.by_words(self.tree.tokens[token.head].head, Span(start=above.start, end=above.end))
        if token.lemma.lower() in PLURAL:
            return next(
                (who for who in reversed(self.said) if not self.is_person(who)), self.said[-1] if self.said else token.text
            )
        before = [name for name in self.people if name.span.end <= token.start]
        recent = [name for name in before if token.start - name.span.end < 600]
        spoken = next((who for who in reversed(self.said) if token.lemma.lower() != "it"), "")
        if recent and (not spoken or spoken not in {name.full for name in before} or recent[-1].full == spoken):
            return recent[-1].full if not spoken or self.is_person(spoken) else spoken
        return spoken or token.text

    def is_person(self, who: str) -> bool:
        """Whether a speaker is one of the people that the report names."""
        return any(who == name.full for name in self.people)

    def by_words(self, head: int, span: Span) -> str:
        """Return the person named in a source, or its own words without article; short forms give the full one."""
        inside = [name for name in self.people if span.overlap(name.span) == len(name.span) and not self.is_owner(name, head)]
        core = self.core(head)
        person = next((name for name in inside if name.span.overlap(core)), inside[0] if inside else None)
        if person is not None:
            return person.full
        words = re.sub(r"^according to\s+", "", re.sub(r"\s+", " ", core.of(self.text)), flags=re.IGNORECASE)
        words = DETERMINERS.sub("", words).strip(" ,\"“”'’")
        words = re.sub(r"[’']\s?s$", "", words)
        named = next((name for name in self.names if core.covers(name.span) and len(name.span) >= len(words) - 4), None)
        if named is not None:
            return named.full
        return self.earlier(words) or words

    def is_owner(self, name: Name, head: int) -> bool:
        """Whether a name only stands as owner of the source or in a phrase behind it ("Norlink's mobile unit")."""
        tokens = self.tree.tokens
        inside = [
            i for i in self.tree.inside(name.span) if tokens[i].head == i or not name.span.covers(spot(tokens[tokens[i].head]))
        ]
        return head not in self.tree.inside(name.span) and any(self.tree.is_dep(i, "nmod", "obl", "acl", "nsubj") for i in inside)

    def core(self, head: int) -> Span:
        """Return the noun phrase of a source without what is set apart from it."""
        own = self.tree.subtree(head, without=WITHOUT)
        run = [head]
        for index in sorted(index for index in own if index > head):
            if index > run[-1] + 1:
                break
            run.append(index)
        for index in sorted((index for index in own if index < head), reverse=True):
            if index < run[0] - 1:
                break
            run.insert(0, index)
        return self.tree.span(run)

    def earlier(self, words: str) -> str:
        """Return the fuller form under which a short one ("the spokesman") has spoken before."""
        if not words or words[:1].isupper() or len(words.split()) > 2:
            return ""
        last = words.split()[-1].lower()
        for who in reversed(self.said):
            if last in who.lower().split() and len(who) > len(words):
                return who
        return ""
