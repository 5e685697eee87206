"""Phrases: words of a report put together anew, so that they can stand alone: noun phrases, verbs with their objects, clauses."""

from collections.abc import Iterable, Sequence

from rashomon.claims.frames import EMPTY
from rashomon.model import Clause, Reading, Token, Tree
from rashomon.values.inflection import participle
from rashomon.values.quoting import trimmed
from rashomon.values.units import CURRENCIES, NAMED

NEAR = ("det", "amod", "compound", "flat", "nmod:poss", "fixed", "goeswith", "case", "nummod")
"""Relations of what belongs to a noun phrase whatever its length."""
AUXILIARY = ("aux", "cop", "compound:prt")
HOURS = frozenset(
    "dawn dusk morning afternoon evening night noon midnight weekend today tomorrow yesterday present moment course".split()
)
"""Nouns of times, which nothing else dates."""
UNSAID = frozenset("i we you it they he she this that these those who which what there us them him me one".split())
"""Words that leave it to other sentences who or what is meant."""
DEEPEST = 2
"""How many times a phrase goes on with "of"."""
LINKS = ("ADP", "PART", "CCONJ", "SCONJ")
WHERE = frozenset("in at on near off from during outside inside aboard".split())


class Phrases:
    """The phrases of one reading.

    Args:
        reading: The reading.
        tree: Its tree.
    """

    def __init__(self, reading: Reading, tree: Tree) -> None:
        self.reading, self.tree, self.tokens = reading, tree, reading.tokens
        self.timed = {index for mention in reading.times for index in tree.inside(mention.span)}
        self.named: dict[int, list[int]] = {}
        for name in reading.names:
            words = tree.inside(name.span)
            self.named.update(dict.fromkeys(words, words))

    def event(self, clause: Clause | None, head: int | None = None) -> str:
        """Return the core of a clause as a finite one: subject, verb, object ("three cables were cut"), or a noun's phrase."""
        if head is not None and (clause is None or head != clause.head) and head not in self.timed:
            token = self.tokens[head]
            if token.pos in ("NOUN", "PROPN") and token.lemma.lower() not in HOURS and not is_unit(token):
                return f"date of {self.wording(self.phrase(head))}"
        if clause is None:
            return ""
        verb = clause.head
        own = [child for child in self.tree.children(verb, "nsubj", "csubj") if self.tokens[child].tag not in ("WDT", "WP")]
        subject = own[0] if own and not self.is_relative(own[0], verb) else self.left_out(verb)
        if subject is None or self.is_unsaid(subject) or self.tokens[verb].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
            return ""
        named, finite = self.wording(self.phrase(subject)), self.predicate(verb, subject)
        return f"{named} {finite}" if named and finite else ""

    def predicate(self, verb: int, subject: int) -> str:
        """Return a verb with its auxiliaries and its object; a bare participle gets the auxiliary that its subject asks for."""
        auxiliaries = self.tree.children(verb, *AUXILIARY)
        bare = not self.tree.children(verb, "aux", "cop")
        tag = self.tokens[verb].tag
        if bare and (tag in ("VB",) or self.is_infinitive(verb)):
            return ""
        negations = [
            child for child in self.tree.children(verb, "advmod") if self.tokens[child].lemma.lower() in ("not", "never")
        ]
        words = [verb, *auxiliaries, *negations, *self.objects(verb)]
        given = self.wording(sorted({*words}))
        done = tag == "VBN" and participle(self.tokens[verb].lemma.lower()) == self.tokens[verb].text.lower()
        if bare and self.tokens[verb].pos == "VERB" and (done or tag == "VBG"):
            given = f"{'were' if self.tokens[subject].tag in ('NNS', 'NNPS', 'CD') else 'was'} {given}"
        return given

    def objects(self, verb: int) -> list[int]:
        """Return the words of a verb's objects, or, where it has none, of what it opens by a preposition."""
        found = [child for child in self.tree.children(verb, "obj", "xcomp", "iobj") if child not in self.timed]
        if not found:
            near = [child for child in self.tree.children(verb, "obl") if child > verb and child not in self.timed]
            found = [child for child in near if self.preposition(child) not in WHERE and not self.has_figure(child)][:1]
        words = []
        for child in found:
            words += [word for word in self.opened_phrase(child) if self.tokens[word].pos != "NUM"]
            if self.tokens[child].pos == "VERB":
                words += [
                    *self.tree.children(child, "mark", "aux"),
                    *(i for one in self.tree.children(child, "obj") for i in self.phrase(one)),
                ]
        return words

    def done_to(self, verb: int) -> str:
        """Return the past participle of a verb, with its particle."""
        token = self.tokens[verb]
        if token.pos != "VERB" or token.lemma.lower() in EMPTY:
            return ""
        said = token.text.lower() if token.tag == "VBN" else participle(token.lemma.lower())
        return " ".join([said, *(self.tokens[child].text for child in self.tree.children(verb, "compound:prt"))])

    def phrase(self, head: int) -> list[int]:
        """Return the words of a noun phrase without its preposition: the noun, what stands before it, its name, what it is of."""
        return self.bare(self.opened_phrase(head))

    def bare(self, words: Sequence[int]) -> list[int]:
        """Return words without prepositions and conjunctions at either end, and without an article at the last."""
        kept = list(words)
        while kept and self.tokens[kept[0]].pos in LINKS:
            kept = kept[1:]
        while kept and self.tokens[kept[-1]].pos in (*LINKS, "DET", "PUNCT"):
            kept = kept[:-1]
        return kept

    def opened_phrase(self, head: int) -> list[int]:
        """Return the words of a noun phrase with the preposition that opens it."""
        found, queue = {head}, [(head, 0)]
        while queue:
            word, depth = queue.pop()
            for child in self.tree.children(word):
                of = depth < DEEPEST and self.tree.is_dep(child, "nmod") and self.preposition(child) == "of"
                if child not in found and child not in self.timed and (of or self.tree.is_dep(child, *NEAR)):
                    found.add(child)
                    queue.append((child, depth + of))
        found.update(self.named.get(head, ()))
        for index in sorted(found):
            found |= self.hyphened(index)
        return sorted(found)

    def hyphened(self, index: int) -> set[int]:
        """Return the words that are written as one with another by hyphens or an apostrophe."""
        found = {index}
        for step in (1, -1):
            here = index
            while 0 <= here + step < len(self.tokens):
                low, high = sorted((here, here + step))
                marks = [self.tokens[low].text, self.tokens[high].text]
                if self.tokens[low].end != self.tokens[high].start or not {*marks} & {"-", "’", "'", "&"}:
                    break
                here += step
                found.add(here)
        return found

    def wording(self, words: Iterable[int], said: dict[int, str] | None = None) -> str:
        """Return words as they stand, one blank for those left out; a first word is small where only its place made it big."""
        text, last = "", None
        for index in words:
            token = self.tokens[index]
            if token.text in (",", "-") and last != index - 1:
                continue
            word = (said or {}).get(index, token.text)
            if not text:
                word = self.as_inside(index, word)
            text += (" " if last is not None and self.tokens[last].end < token.start else "") + word
            last = index
        return trimmed(text)

    def as_inside(self, index: int, word: str) -> str:
        """Return a word as it stands inside a sentence."""
        token = self.tokens[index]
        return (
            word
            if token.pos == "PROPN" or index in self.named or word == "I" or (not word[1:].islower() and len(word) > 1)
            else word.lower()
        )

    def without_marks(self, clause: Clause) -> list[int]:
        """Return the words of a clause without the conjunction or question word that opens it."""
        words = list(clause.tokens)
        while words:
            first = self.tokens[words[0]]
            opening = self.tree.is_dep(words[0], "mark", "cc", "punct") or first.tag == "WRB"
            aside = self.tree.is_dep(words[0], "advmod") and len(words) > 1 and self.tokens[words[1]].text == ","
            if not (opening or aside or (self.tree.is_dep(words[0], "case") and first.head == clause.head)):
                break
            words = words[1:]
        return words

    def has_figure(self, head: int) -> bool:
        """Whether a phrase holds a number or a time, which may be the answer."""
        words = self.opened_phrase(head)
        hours = any(self.tokens[word].lemma.lower() in HOURS or word in self.timed for word in words)
        return hours or any(self.tokens[word].pos in ("NUM", "SYM") for word in words)

    def left_out(self, verb: int) -> int | None:
        """Return the subject that a clause shares with the one above it, or the noun that it stands on."""
        current = verb
        for _ in range(3):
            if self.tree.is_dep(current, "acl"):
                return self.tokens[current].head
            if not self.tree.is_dep(current, "conj", "advcl", "xcomp"):
                return None
            current = self.tokens[current].head
            if subjects := self.tree.children(current, "nsubj"):
                return subjects[0] if self.tokens[subjects[0]].tag not in ("WDT", "WP") else None
        return None

    def is_relative(self, index: int, head: int) -> bool:
        """Whether a subject is the "that" of a relative clause."""
        return self.tree.is_dep(head, "acl") and self.tokens[index].lemma.lower() in ("that", "who", "which")

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb is an infinitive."""
        return self.tokens[verb].tag == "VB" and not any(
            self.tokens[child].tag == "MD" for child in self.tree.children(verb, "aux")
        )

    def is_unsaid(self, index: int) -> bool:
        """Whether a word leaves it to other sentences who is meant."""
        return self.tokens[index].pos == "PRON" or self.tokens[index].text.lower() in UNSAID

    def is_thing(self, index: int) -> bool:
        """Whether a word is a noun and no unit itself."""
        token = self.tokens[index]
        return token.pos in ("NOUN", "PROPN") and index not in self.timed and not is_unit(token)

    def preposition(self, index: int) -> str:
        """Return the preposition of a noun."""
        return next((self.tokens[child].text.lower() for child in self.tree.children(index, "case")), "")


def is_unit(token: Token) -> bool:
    """Whether a word is a unit or a number word, and no thing."""
    lemma = token.lemma.lower()
    return (
        token.pos in ("NUM", "SYM") or lemma in NAMED or lemma in CURRENCIES or lemma in ("million", "billion", "trillion", "%")
    )
