"""Sources: from the noun phrase that names a source to a name, or to the words by which the report calls it."""

import re

from rashomon.model import Name, Span
from rashomon.reading.forms import Forms
from rashomon.reading.naming import (
    AFTER,
    CALLED,
    DETERMINERS,
    OWNER,
    PROPER,
    before_noun,
    before_preposition,
    behind_noun,
    behind_title,
    is_called,
    is_name,
    is_role,
    without_office,
)
from rashomon.reading.people import PEOPLE, is_people

LEADING = re.compile(r"^(?:according to|by|from|in|for|as|than|with|under|of|to|on|at|like)\s+(?=\w)", re.IGNORECASE)
RELATIVE = re.compile(
    r",?\s+(?:who|whom|whose|which|that|where|when|after|before|while|speaking|citing|quoting|at first|later|earlier|also|"
    r"yesterday|today|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on [A-Z]\w+ \d+)\b.*$",
    re.DOTALL,
)
SAYING = re.compile(r"(?<=\w)\s+(?:said|says|say|told|added)$")
"""A verb of saying that was taken for the end of a source."""
ENDED = re.compile(r"\s*(?:$|[,;:(—–\"”]|[-–—]\s|(?:of|from|at|for|in|with|on|and|who|that|as|told|said)\b)")
"""What may stand behind a name that ends a noun phrase."""
OFFICE = re.compile(r"(?P<office>[\w' -]+?) (?:of|for|to|at) .*?[A-Za-z] (?P<name>[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+)$")
"""An office, the body or field that it belongs to, and a name."""
GROUPS = frozenset("police staff personnel troops people crew".split())
"""Nouns before a name that call no single person."""
AND = re.compile(r"\s+and\s+(?=[A-Z])")


class Sources:
    """Names the noun phrases of one report, by its names and by how it describes them."""

    def __init__(self, text: str, forms: Forms) -> None:
        self.text = text
        self.forms = forms
        self.described: dict[str, str] = {}
        for name in forms.people:
            for word in self.titles_of(name):
                self.described.setdefault(word, forms.full(name.full))

    def name_of(self, span: Span) -> str:
        """Return the person or body that a noun phrase names, or its own words without article and relative clause."""
        words = self.core(span)
        if not words:
            return span.of(self.text)
        person = self.person_in(span) or self.holder(words, span)
        if person:
            return person
        first = self.first_part(words)
        name = behind_title(first) or behind_noun(first) or before_noun(first) or before_preposition(first)
        if name:
            return self.forms.full(name)
        first = OWNER.sub("", DETERMINERS.sub("", first)).strip(" \"“”'’")
        return self.body_in(span, first) or self.forms.full(first) or words

    def first_part(self, words: str) -> str:
        """Return the part of a phrase that names: before a comma, behind it where only a description stands before it.

        A list ("the ministry, the police and the army") stays whole.
        """
        first, comma, rest = words.partition(",")
        rest = rest.strip()
        if not comma:
            return words
        second = rest.split(",")[0]
        if is_called(first) and PROPER.fullmatch(second) and len(second.split()) > 1:
            return second
        if any(is_role(word) for word in second.split()) and PROPER.fullmatch(DETERMINERS.sub("", first)):
            return first
        if re.search(r"\band\b", rest) and not PROPER.fullmatch(DETERMINERS.sub("", first)):
            return words
        if re.match(r"(?:the\s+)?[A-Z][^,]*(?:,| and\b)", rest) and re.search(r"\band\b", rest):
            return words
        return first

    def core(self, span: Span) -> str:
        """Return the words of a phrase without prepositions before it and clauses behind it."""
        words = re.sub(r"\s*\([^)]*(?:\)|$)", "", re.sub(r"\s+", " ", span.of(self.text))).strip(' ,.;:"“”—–-')
        return SAYING.sub("", RELATIVE.sub("", LEADING.sub("", words)).strip(" ,"))

    def person_in(self, span: Span) -> str:
        """Return the person that a phrase names, not one that it only mentions ("a lawyer for Brek", "Brek's lawyer")."""
        found = [name for name in self.forms.people if span.covers(name.span) and self.is_named(name, span)]
        if not found:
            return ""
        first = self.forms.full(found[0].full)
        joint = AND.match(self.text[found[0].span.end : span.end])
        if joint is None:
            return first
        second = next((name for name in found[1:] if name.span.start == found[0].span.end + joint.end()), None)
        return f"{first} and {self.forms.full(second.full)}" if second is not None else ""

    def is_named(self, name: Name, span: Span) -> bool:
        """Whether a phrase means a person in it, by what stands before and behind the name."""
        before = self.text[span.start : name.span.start]
        behind = self.text[name.span.end : span.end]
        if behind and not ENDED.match(behind):
            return False
        words = re.findall(r"[\w'’-]+", before.rpartition(",")[2])
        if RELATIVE.search(before):
            return False
        if len(words) <= 1 or not {word.casefold() for word in words[1:]} & AFTER:
            return not words or words[0].casefold() not in AFTER or len(words) == 1
        last = words[-1]
        return is_role(words[0]) and last[0].isupper() and not is_role(last) and last.casefold() not in AFTER

    def holder(self, words: str, span: Span) -> str:
        """Return who holds an office whose body stands before the name: "Minister of Education Stella Ganner".

        The parser makes one name of both; two words of it are the person's, where the tagger saw one there.
        """
        match = OFFICE.match(words.split(",")[0])
        if match is None or not is_role(match.group("office").split()[-1]) or not is_name(match.group("name")):
            return ""
        if words[: match.start("name")].split()[-1].casefold() in AFTER:
            return ""
        end = self.text.find(match.group("name"), span.start, span.end) + len(match.group("name"))
        return self.forms.full(match.group("name")) if any(name.span.end == end for name in self.forms.people) else ""

    def body_in(self, span: Span, words: str) -> str:
        """Return the body whose name ends the first part of a phrase: "the broadcaster RTH"."""
        for name in self.forms.bodies:
            if not span.covers(name.span):
                continue
            form = name.span.of(self.text)
            if words == form or (words.endswith(" " + form) and words[: -len(form)].strip().islower()):
                rest = words[: -len(form)].split()
                if not {word.casefold() for word in rest} & AFTER:
                    return self.forms.full(name.full)
        return ""

    def titles_of(self, name: Name) -> list[str]:
        """Return the lower-case words by which a report introduces a person: before the name and in a phrase behind it."""
        own = name.span.of(self.text)
        before = self.text[max(0, name.span.start - 60) : name.span.start] + own.removesuffix(without_office(own))
        found: list[str] = []
        for word in reversed(re.findall(r"[\w'’-]+|[^\w\s]", before.rstrip(", "))[-4:]):
            if not is_role(word):
                break
            found.insert(0, word.casefold())
        if len(found) > 1:
            found = [*(word for word in found if word in (CALLED | PEOPLE) - GROUPS), " ".join(found)]
        behind = re.match(
            r",\s+(?:the|a|an|its|his|her)?\s*((?:[\w-]+\s+){0,3}?[\w-]+)(?=[,.]|\s+(?:of|at|for|with)\b)",
            self.text[name.span.end :],
        )
        if behind is not None and is_people(behind.group(1).split()[-1].casefold()):
            found.append(behind.group(1).split()[-1].casefold())
        return found
