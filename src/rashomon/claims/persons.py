"""Persons: how old somebody is and where they live, as reports set it beside a name.

"Ona Brek, 61, of Port Sarn", "the 61-year-old Ona Brek", "Ona Brek, who lives in Port Sarn". Reports of one event often differ on
them, and they tell two people of one name apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Frame, Name, Reading, Span
from rashomon.values.measures import AGE, HOME

OLDEST = 115
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
BEHIND = re.compile(r"(?:,| \(|, aged| \(aged| aged)\s?(?P<age>\d{1,3})(?=[,.;:)]| and\b| of\b| from\b| who\b|$)")
YEARS = r"(?P<age>\d{1,3})[-\s]years?[-\s]olds?"
SET_BESIDE = re.compile(rf",? (?:an?|the) {YEARS}\b")
BEFORE = re.compile(rf"{YEARS}(?: [\w'’.-]+){{0,4}},? $")
LIVES = re.compile(
    r"(?:,? (?:\(?(?:aged )?\d{1,3}\)?,? ?)?(?:and )?(?:of|from)"
    r"|,? who (?:lives|lived|resides|resided|is from)(?: [\w-]+){0,5} (?:in|at|near|on)"
    r"| (?:lives|lived|resides|resided)(?: [\w-]+){0,5} (?:in|at|near|on)) (?:nearby |the )?$"
)
REACH = 70
"""Code points around a name in which its age and home stand."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What a report says of a person: `measure` says what, `focus` holds the words."""

    measure: str
    focus: Span
    frame: Frame


def find_traits(reading: Reading) -> Iterator[Trait]:
    """Yield the ages and homes of the people that a report names."""
    for place, name in enumerate(reading.names):
        if name.type != "person" or name.full.casefold() != name.full.casefold().strip():
            continue
        sentence = next((s for s in reading.sentences if s.start <= name.span.start < s.end), name.span)
        yield from ages(reading.text, name, sentence)
        yield from homes(reading, place, sentence)


def ages(text: str, name: Name, sentence: Span) -> Iterator[Trait]:
    """Yield the age beside a name."""
    before, behind = text[max(sentence.start, name.span.start - REACH) : name.span.start], text[name.span.end : sentence.end]
    if found := BEFORE.search(before):
        focus = Span(start=name.span.start - len(before) + found.start(), end=name.span.end)
    elif found := BEHIND.match(behind) or SET_BESIDE.match(behind):
        focus = Span(start=name.span.start, end=name.span.end + found.end())
    else:
        return
    if int(found["age"]) <= OLDEST:
        yield Trait(AGE, focus, frame_of(AGE, name, age=int(found["age"])))


def homes(reading: Reading, place: int, sentence: Span) -> Iterator[Trait]:
    """Yield the place beside a name that a person is from or lives in."""
    name = reading.names[place]
    following = reading.names[place + 1 : place + 2]
    for home in following:
        between = reading.text[name.span.end : home.span.start]
        if home.type in ("place", "other") and home.span.end <= sentence.end and LIVES.fullmatch(between):
            yield Trait(HOME, Span(start=name.span.start, end=home.span.end), frame_of(HOME, name, home=home.full))


def frame_of(measure: str, name: Name, *, age: int | None = None, home: str = "") -> Frame:
    """Return the frame of a trait: the person is its subject, the home its object."""
    person = tuple(name.full.casefold().split())
    return Frame(
        head=measure,
        predicate=measure,
        subject=person,
        object=tuple(home.casefold().split()),
        names=(name.full.casefold(), *([home.casefold()] if home else ())),
        terms=person,
        context=person,
        age=age,
    )
