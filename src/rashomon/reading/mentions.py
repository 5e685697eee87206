"""Mentions: who is at hand for a pronoun or a description, by where they stand and what they are."""

import re
from collections import Counter
from collections.abc import Iterable

from rashomon.model import Span, Tree
from rashomon.reading.forms import Forms
from rashomon.reading.naming import BODIES, LONGEST_NAME
from rashomon.reading.people import is_people
from rashomon.values.name_words import CORPORATE, GENERIC, INSTITUTIONS

FEMALE = frozenset("she her hers herself".split())
MALE = frozenset("he him his himself".split())
TRADING = frozenset("company firm group manufacturer carmaker automaker maker airline retailer giant business airframer".split())
"""Nouns that call no institution."""
PUBLIC = (
    INSTITUTIONS
    - CORPORATE
    - frozenset(
        "airline airlines airport airways bank channel daily exchange gazette herald journal magazine network news newspaper "
        "post press radio railway railways service services telecom television times tribune tv".split()
    )
)
"""Words of institutions that no company has in its name."""
OPENING = 5
"""Sentences that introduce who is interviewed."""
FAR = 5
"""Sentences back to which a pronoun reaches."""
SPOKE, SUBJECT, NAMED = 2.5, 1.5, 0.3
"""What speaks for somebody who spoke, who was a subject, who was only named; a sentence away costs `AWAY`."""
AWAY = 1.2

Spoken = tuple[str, Span]
"""Who has spoken, and where the report names them."""


class Mentions:
    """Who is mentioned in one report, with what is known of them."""

    def __init__(self, text: str, tree: Tree, forms: Forms) -> None:
        self.text = text
        self.tree = tree
        self.forms = forms
        self.genders: dict[str, str] = {}
        self.persons = {forms.full(name.full) for name in forms.people}

    def before(self, place: Span, spoken: Iterable[Spoken], *, people: bool) -> list[str]:
        """Return who may be meant at a place, likeliest first: who spoke, and names that are subjects, nearest first.

        Args:
            place: Where the pronoun stands.
            spoken: Who has spoken so far.
            people: Whether people are meant or bodies.
        """
        here = self.sentence(place)
        scored: dict[str, float] = {}

        def add(who: str, span: Span, bonus: float) -> None:
            back = here - self.sentence(span)
            if who and span.end <= place.start and 0 <= back <= FAR:
                score = bonus - AWAY * back + span.start / max(1, place.start)
                scored[who] = max(scored.get(who, -99.0), score)

        for who, span in spoken:
            if self.is_person(who) == people:
                add(who, span, SPOKE)
        for name in self.forms.people if people else self.forms.bodies:
            if people or name.type == "organization":
                subject = any(self.tree.is_dep(word, "nsubj") for word in self.tree.inside(name.span))
                add(self.forms.full(name.full), name.span, SUBJECT if subject else NAMED)
        return sorted(scored, key=lambda who: -scored[who])

    def body(self, place: Span, noun: str, spoken: Iterable[Spoken]) -> str:
        """Return the body that a noun stands for: one that has it in its name, else the one told of last or most."""
        bodies = [name for name in self.forms.bodies if name.span.end <= place.start]
        matching = [name for name in bodies if noun in name.full.casefold().split()]
        if matching:
            return self.forms.full(matching[-1].full)
        excluded = PUBLIC if noun in TRADING else frozenset[str]()
        near = [who for who in self.before(place, spoken, people=False) if who[:1].isupper()]
        often = Counter(self.forms.full(name.full) for name in bodies if name.type == "organization").most_common()
        both = [*near, *(who for who, _ in often)]
        return next((who for who in both if not {word.casefold() for word in who.split()} & excluded), "")

    def last_person(self, place: Span) -> str:
        """Return the person named last before a place, else whom the report names most."""
        before = [name for name in self.forms.people if name.span.end <= place.start]
        return self.forms.full(before[-1].full) if before else self.main_person()

    def main_person(self) -> str:
        """Return the person whom the opening of a report names most: who answers in an interview."""
        opening = [name for name in self.forms.people if self.sentence(name.span) <= OPENING] or self.forms.people
        names = [self.forms.full(name.full) for name in opening]
        return max(names, key=lambda name: (names.count(name), -names.index(name)), default="")

    def is_person(self, who: str) -> bool:
        """Whether a source is one person: named so or like one, or called by a noun for people in the singular."""
        if who in self.persons:
            return True
        words = re.split(r",|\s(?:of|for|who|from|at|in|with)\s", who)[0].split()
        if not words:
            return False
        last = words[-1].casefold()
        if is_people(last):
            return not last.endswith(("people", "men", "women"))
        named = 1 < len(words) <= LONGEST_NAME and all(word[:1].isupper() for word in words)
        known = any(name.full == who for name in self.forms.bodies)
        return named and not known and not {word.casefold() for word in words} & (GENERIC | BODIES | CORPORATE)

    def fits(self, who: str, word: str) -> bool:
        """Whether a pronoun's gender speaks against a person."""
        gender = self.genders.get(who) or self.gender(who)
        return not gender or (gender == "f") == (word in FEMALE) or word not in FEMALE | MALE

    def gender(self, who: str) -> str:
        """Return "f" or "m" where a title or an office tells it."""
        last = who.split()[-1] if who else ""
        for title, gender in (("Mrs", "f"), ("Ms", "f"), ("Mr", "m"), ("Sir", "m")):
            if f"{title} {last}" in self.text or f"{title}. {last}" in self.text:
                return gender
        ending = who.casefold().split(" ")
        if any(word.endswith(("woman", "mother", "sister", "wife", "daughter", "queen")) for word in ending):
            return "f"
        return "m" if any(word.endswith(("spokesman", "father", "brother", "husband", "king")) for word in ending) else ""

    def sentence(self, span: Span) -> int:
        """Return the sentence in which a span begins."""
        inside = self.tree.inside(span)
        return self.tree.tokens[inside[0]].sentence if inside else 0
