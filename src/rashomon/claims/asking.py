"""Asking: what a claim answers, in the words of its report and without the answer.

Findings choose from these the label of a question. All are noun phrases, indirect questions or sentences ("rifles seized", "share
of the traffic lost", "where the ferry sank", "the minister resigned"); where a parse does not give a whole one, there is none.
"""

import re
from collections.abc import Sequence

from rashomon.claims.aspects import PLACES
from rashomon.claims.frames import EMPTY, governor
from rashomon.claims.measuring import CHANGING, branch
from rashomon.claims.phrases import AUXILIARY, WHERE, Phrases, is_unit
from rashomon.model import Clause, QuantityMention
from rashomon.values.inflection import plural
from rashomon.values.measures import FAMILIES, OF_PEOPLE, family_of
from rashomon.values.units import dimension

BEFALLEN = ("dead", "injured", "wounded", "hurt", "missing", "homeless", "displaced")
"""Adjectives that stand for people."""
MANY = {"was": "were", "is": "are", "has": "have", "does": "do"}
"""Verbs in the singular, as they stand with "nobody", and in the plural."""
VALUING = CHANGING | {"cost", "value", "amount", "price", "peg"}
"""Verbs that give their subject or object a sum."""
VAGUE = ("estimated", "total", "additional", "approximate", "reported", "extra", "further")
"""Words before a noun that go with its number."""
WHO = {"protested": "who protested", "casualty": "", "inhabitants": "living there", "magnitude": ""}
"""What is said of those counted under a family of measures, where that is not the family's own participle."""
SIZES = {
    "share": "share of", "money": "amount of", "duration": "length of", "length": "length of", "area": "area of",
    "mass": "weight of", "volume": "volume of", "power": "power of", "speed": "speed of", "magnitude": "magnitude of",
    "points": "points of", "temperature": "temperature of", "temperature in Fahrenheit": "temperature of",
}  # fmt: skip
"""What a unit measures of a thing, by its dimension."""
EXTENTS = {
    "share": "by how many percent", "duration": "how long", "length": "how far", "speed": "at what speed",
}  # fmt: skip
"""What a unit measures of an act, by its dimension."""


class Asking(Phrases):
    """What the claims of one reading answer."""

    def statement(self, clause: Clause) -> str:
        """Return a clause as a sentence of its own: with the subject that it leaves to others, without its conjunction."""
        head, words = clause.head, self.without_marks(clause)
        subjects = self.tree.children(head, "nsubj", "csubj", "expl")
        relative = [index for index in subjects if self.tokens[index].tag in ("WDT", "WP") or self.is_relative(index, head)]
        if relative:
            words = [index for index in words if index not in relative]
        if any(self.tokens[index].tag in ("WDT", "WP", "WP$") for index in words):
            return ""
        if subjects and not relative:
            return "" if self.is_unsaid(subjects[0]) else self.wording(words)
        if self.tokens[head].pos not in ("VERB", "AUX") and not self.tree.children(head, "cop"):
            return self.wording(words) if len(words) > 1 and self.tokens[head].head == head else ""
        subject = self.left_out(head)
        if subject is None or self.is_infinitive(head) or self.is_unsaid(subject) or subject in words:
            return ""
        named = self.wording(self.phrase(subject))
        return f"{named} {self.wording(words)}" if named else ""

    def place(self, clause: Clause, words: Sequence[int]) -> str:
        """Return what stood or happened at a place, given by the words of the place."""
        if asks := self.event(clause):
            return asks
        head = next((word for word in words if self.tokens[word].head not in words), words[0])
        noun = self.tokens[head].head
        if not self.tree.is_dep(head, "nmod") or noun > words[0] or not self.is_happening(noun):
            return ""
        return f"{self.wording(self.phrase(noun))} {'were' if self.tokens[noun].tag == 'NNS' else 'was'}"

    def is_happening(self, noun: int) -> bool:
        """Whether a noun can be what happened somewhere: it is no name and no place itself."""
        return self.tokens[noun].pos == "NOUN" and self.tokens[noun].lemma.lower() not in PLACES

    def figure(self, mention: QuantityMention, measure: str, head: int) -> str:
        """Return what a figure counts or measures."""
        what = dimension(mention.value.unit)
        number = {*self.tree.inside(mention.number)}
        if what in SIZES:
            return self.size(what, mention, head, number)
        noun = self.counted(self.collected(head), number)
        if noun in ("", *BEFALLEN):
            if measure not in OF_PEOPLE:
                return self.how_many(head)
            return f"people {WHO.get(measure, measure)}".strip()
        return f"{noun} {self.done(head, measure, people=what == 'person')}".strip()

    def size(self, what: str, mention: QuantityMention, head: int, number: set[int]) -> str:
        """Return what a unit measures: of the thing that it stands on, or of the act that it belongs to."""
        inside = {*self.tree.inside(mention.span)}
        if any(
            self.tokens[index].lemma.lower() in ("old", "year-old", "aged")
            for index in (*inside, max(inside, default=head) + 1)
            if index < len(self.tokens)
        ):
            return "age"
        opens = ("of", "in") if what == "money" else ("of",)
        of = [child for child in self.tree.children(head, "nmod") if self.preposition(child) in opens and self.is_thing(child)]
        thing = of[0] if of else head if head not in number and self.is_thing(head) else self.measured(head, what)
        while thing is not None and self.tree.is_dep(thing, "nmod:poss") and self.tokens[thing].head != head:
            thing = self.tokens[thing].head
        if thing is None:
            return self.extent(what, head)
        words = [word for word in self.phrase(thing) if word not in inside or word in self.tree.subtree(thing)]
        done = self.done(head, "", people=False) if of else ""
        return f"{SIZES[what]} {self.definite([word for word in words if word not in number])} {done}".strip()

    def measured(self, head: int, what: str) -> int | None:
        """Return the thing that a unit stands on: "offer" in "an eight-year offer"; of money also what a verb is said to do."""
        current = head
        for _ in range(3):
            if not self.tree.is_dep(current, "nummod", "compound", "amod", "nmod", "appos", "acl", "obl"):
                return None
            if self.tree.is_dep(current, "obl") and what != "money":
                return None
            current = self.tokens[current].head
            if self.is_thing(current):
                return current
            if self.tokens[current].pos == "VERB":
                return next((child for child in self.tree.children(current, "obj") if self.is_thing(child)), None)
        return None

    def definite(self, words: Sequence[int]) -> str:
        """Return a noun phrase with the definite article for an indefinite one, without figures."""
        told = {word for word in words if not is_unit(self.tokens[word]) and not re.search(r"[\d$€£]", self.tokens[word].text)}
        kept = [word for word in sorted(told) if self.tokens[word].text != "-" or {word - 1, word + 1} <= told]
        return re.sub(r"^(?:an?|another) ", "the ", self.wording(self.bare(kept)))

    def extent(self, what: str, head: int) -> str:
        """Return what a unit measures of an act: "how long the repairs will take", "money stolen"."""
        above = governor(self.tree, head)
        if above == head or self.tokens[above].pos not in ("VERB", "ADJ"):
            return ""
        if what == "money" and self.tokens[above].lemma.lower() in VALUING:
            valued = [child for child in self.tree.children(above, "obj", "nsubj") if self.is_thing(child)]
            return f"amount of {self.definite(self.phrase(valued[-1]))}" if valued else ""
        if what == "money":
            return f"money {self.done_to(above)}" if self.tree.is_dep(head, "obj", "nsubj:pass") and self.done_to(above) else ""
        own = self.tree.subtree(head)
        subjects = [child for child in self.tree.children(above, "nsubj") if child not in own]
        subject = subjects[0] if subjects else self.left_out(above)
        if subject is None or what not in EXTENTS or self.is_unsaid(subject) or subject in own:
            return ""
        objects = [word for child in self.tree.children(above, "obj") for word in self.phrase(child)]
        verb = {above, *self.tree.children(above, *AUXILIARY), *objects} - {*own}
        return f"{EXTENTS[what]} {self.wording(self.phrase(subject))} {self.wording(sorted(verb))}"

    def how_many(self, head: int) -> str:
        """Return what is asked of a number alone: "how many managed to flee"."""
        above = self.tokens[head].head
        if not self.tree.is_dep(head, "nsubj") or self.tokens[above].pos != "VERB":
            return ""
        finite = self.predicate(above, head)
        verb, _, rest = finite.partition(" ")
        return f"how many {MANY.get(verb, verb)} {rest}".strip() if finite else ""

    def collected(self, head: int) -> int:
        """Return what a noun of number is of: the children in "the number of children"."""
        of = [child for child in self.tree.children(head, "nmod") if self.preposition(child) == "of"]
        return of[0] if self.tokens[head].lemma.lower() in ("number", "total", "toll") and of else head

    def counted(self, head: int, number: set[int]) -> str:
        """Return the counted noun in the plural with what narrows it, without number and article; nothing for a bare number."""
        token = self.tokens[head]
        if token.pos not in ("NOUN", "PROPN") or head in number or token.lemma.lower() in ("other", "more"):
            return ""
        dropped = {*number, *(child for child in self.tree.children(head, "det", "case", "nummod", "nmod:poss", "advmod"))}
        words = [
            word for word in self.phrase(head) if word not in dropped and (word in self.named or self.tokens[word].pos != "NUM")
        ]
        words = [word for word in words if self.tokens[word].lemma.lower() not in EMPTY or word == head]
        words = [word for word in words if self.tokens[word].text.lower() not in VAGUE]
        said = {head: plural(token.text)} if token.tag in ("NN", "VBN") and token.pos == "NOUN" else {}
        return self.wording(self.bare(words), said)

    def is_designation(self, number: int) -> bool:
        """Whether a number belongs to a name: "AK 47"."""
        return number in self.named or (number > 0 and self.tokens[number - 1].pos == "PROPN")

    def done(self, head: int, measure: str, *, people: bool) -> str:
        """Return what was done with what is counted, or what it did: "seized", "who protested"."""
        if measure in FAMILIES:
            told = {family_of(self.tokens[word].lemma) for word in self.phrase(head)}
            return "" if measure in told else WHO.get(measure, measure)
        above = governor(self.tree, head)
        if above == head or self.tokens[above].pos != "VERB" or self.tokens[above].lemma.lower() in EMPTY:
            return ""
        if self.tree.is_dep(branch(self.tree, head, above), "nsubj:pass", "obj"):
            return self.done_to(above)
        if self.tokens[branch(self.tree, head, above)].dep == "nsubj" and (finite := self.predicate(above, head)):
            return f"{'who' if people else 'that'} {finite}"
        return ""

    def within(self, head: int, measure: str = "") -> str:
        """Return what tells one figure or date from another of its kind: where or in what, else by whom."""
        above = governor(self.tree, head)
        hung = [*self.tree.children(head, "nmod", "obl"), *(self.tree.children(above, "obl", "nmod") if above != head else [])]
        for child in hung:
            named = self.tokens[child].pos in ("NOUN", "PROPN") and not is_unit(self.tokens[child])
            if named and self.preposition(child) in WHERE and not self.has_figure(child):
                return self.wording(self.opened_phrase(child))
        if (
            above != head
            and measure not in FAMILIES
            and self.is_thing(head)
            and self.tree.is_dep(branch(self.tree, head, above), "obj")
        ):
            subjects = [child for child in self.tree.children(above, "nsubj") if not self.is_unsaid(child)]
            return f"by {self.wording(self.phrase(subjects[0]))}" if subjects and self.tokens[subjects[0]].pos != "NUM" else ""
        return ""
