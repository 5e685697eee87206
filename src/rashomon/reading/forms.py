"""Forms: the fullest form that a report gives a name, where the tagger and the run of capitals do not tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Name, Span
from rashomon.reading.naming import BODIES, PROPER, is_office, is_role, without_office
from rashomon.values.name_words import ARTICLES, CORPORATE, GENERIC, SMALL, TITLES

NOT_FIRST = (
    TITLES
    | GENERIC
    | BODIES
    | frozenset("the a an in on at by for from to but and when after as if it he she they we i this that mr mrs ms".split())
)
"""Capitalized words that are no given name before a surname."""


class Forms:
    """Leads the short names of one report back to full ones.

    Attributes:
        people: The people that it names. bodies: Its other names, nationalities left out.
    """

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        names = [name for name in names if name.full.casefold() not in ARTICLES]
        self.people = [self.unbroken(name) for name in names if name.type == "person" and not is_office(name.full)]
        self.bodies = [name for name in names if name.type in ("organization", "place", "other")]
        self.written = {name.span.of(text): name.full for name in reversed(names)}
        self.known: dict[str, str] = {}

    def unbroken(self, name: Name) -> Name:
        """Return a name with what hyphens tie to it, where the words were cut at them."""
        start, end = name.span.start, name.span.end
        before = re.search(r"[\w.’']+[-‑]$", self.text[max(0, start - 30) : start])
        behind = re.match(r"(?:[-‑][\w’']+)+", self.text[end : end + 30])
        if before is None and behind is None:
            return name
        span = Span(start=start - len(before.group() if before else ""), end=end + len(behind.group() if behind else ""))
        return replace(name, span=span, full=span.of(self.text))

    def full(self, name: str) -> str:
        """Return the fullest form that the report gives a name: "Feyle" and "GM" are spelled out elsewhere."""
        if name not in self.known:
            self.known[name] = self.found(self.written.get(name, name).partition(" (")[0])
        return self.known[name]

    def found(self, name: str) -> str:
        """Return the full form of a name, itself where the report has no other."""
        if len(name.split()) > 1:
            return without_office(name)
        longer = next((other.full for other in self.bodies if is_longer(other.full, name)), "")
        if any(other.type == "organization" and other.full == name for other in self.bodies):
            return self.spelled(name) or longer or name
        person = next((o.full for o in self.people if len(o.full.split()) > 1 and o.full.split()[-1] == name), "")
        return person or self.spelled(name) or longer or self.given(name) or name

    def spelled(self, short: str) -> str:
        """Return what initials stand for: the words before them in brackets, or a body with these initials."""
        if not short.isupper() or len(short) < 2:
            return ""
        bracket = re.search(rf"((?:[A-Z][\w.&'’-]*\s+(?:(?:of|the|and|for|&)\s+)*){{2,7}})\({re.escape(short)}\)", self.text)
        if bracket is not None and (found := fitting(bracket.group(1), short) or " ".join(bracket.group(1).split())):
            return found if found[0] == short[0] else ""
        runs = (" ".join(run.group().split()) for run in PROPER.finditer(self.text))
        return next((run for run in runs if " " in run and short in initials(run)), "")

    def given(self, surname: str) -> str:
        """Return a surname with the given name that stands before it elsewhere in the report."""
        if not surname[:1].isupper() or not surname.isalpha():
            return ""
        runs = rf"\b((?:[A-Z][\w'’-]+\s|(?:[A-Z]\.)+\s?){{1,3}}){re.escape(surname)}\b"
        for match in re.finditer(runs, self.text):
            words = match.group(1).split()
            while words and (words[0].casefold().strip(".") in NOT_FIRST or is_role(words[0])):
                words.pop(0)
            if words and (words[0].endswith("-based") or any(words[0] == name.full for name in self.bodies)):
                continue
            opens = self.text[: match.start()].rstrip(" ")[-1:] in ("", ".", "!", "?", "\n", '"', "“")
            if words and not (opens and re.search(rf"\b{re.escape(words[0].casefold())}\b", self.text)):
                return " ".join([*words, surname])
        return ""


def initials(name: str) -> tuple[str, str]:
    """Return the initials of a body's telling words, with and without those that only tell its form."""
    words = [word for word in re.findall(r"[\w’'.]+", name) if word.casefold() not in SMALL | ARTICLES]
    short = [word for word in words if word.strip(".").casefold() not in CORPORATE]
    return "".join(word[0] for word in words).upper(), "".join(word[0] for word in short).upper()


def is_longer(full: str, short: str) -> bool:
    """Whether a body's name is a short one and words that tell its form ("Ford" and "Ford Motor Company")."""
    words = full.split()
    return len(words) > 1 and words[0] == short and words[-1].strip(".").casefold() in CORPORATE


def fitting(words: str, short: str) -> str:
    """Return the end of some words whose initials are a short form, else ""."""
    parts = words.split()
    for start in range(len(parts)):
        letters = "".join(part[0] for part in parts[start:] if part[0].isupper())
        if parts[start][0].isupper() and letters == short:
            return " ".join(parts[start:])
    return ""
