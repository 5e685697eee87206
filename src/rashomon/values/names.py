"""The algebra of names: do two names mean the same person, organization or place, and why.

Tables and rules, read in order like comparators of a logic of names (nomenklatura's `logic_v2` is the model): each comparator
tells what it finds or passes on; the first that tells decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.values.countries import country_of, is_adjective, is_country
from rashomon.values.name_words import (
    ARTICLES,
    CORPORATE,
    FAMILY_FIRST,
    GENERIC,
    INSTITUTIONS,
    NICKNAMES,
    OUTLETS,
    PARTICLES,
    ROLES,
    SMALL,
    SUFFIXES,
    TITLES,
)
from rashomon.values.spelling import alike, fold, plain, same_word, slip

Kind = Literal["same", "compatible", "different"]


@dataclass(frozen=True, slots=True)
class NameRelation:
    """How two names stand to each other, and why in words.

    Attributes:
        kind: `same`: both mean one thing. `compatible`: one may be short for the other ("Ruiz" for "Ana Ruiz"), so that they are
            one where nothing speaks against it. `different`: they mean two things.
    """

    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart.

    Attributes:
        words: Its own words as written, without articles, titles, roles, owner and suffixes.
        owner: ISO code of the country whose institution it is ("South Korea's ...", "Iranian ...").
        titled: A title stood before it. role: It speaks for an institution ("... spokesman").
        short: Initials in brackets behind it.
    """

    words: tuple[str, ...]
    owner: str | None = None
    titled: bool = False
    role: bool = False
    short: str | None = None

    @property
    def is_institution(self) -> bool:
        """Whether its words show an organization."""
        return self.role or self.owner is not None or any(plain(word) in INSTITUTIONS for word in self.words)

    @property
    def telling(self) -> tuple[str, ...]:
        """Its words, plain, without those that tell nothing apart."""
        return tuple(plain(word) for word in self.words if plain(word) not in SMALL)


Comparator = Callable[[Parts, Parts, str | None], NameRelation | None]


def compare_names(a: str, b: str, *, type: str | None = None) -> NameRelation:  # noqa: A002 (the word of `Name.type`)
    """Compare two names.

    Args:
        a: A name as a report writes it, also with titles, role or possessive ("Captain Ana Ruiz", "Ruritania's navy").
        b: Another one.
        type: What both name (`Name.type`), where it is known; a place and its country are not one, a capital that
            stands for a government is.
    """
    a, b = sorted((a, b))
    left, right = take_apart(a), take_apart(b)
    if not left.words or not right.words:
        same = plain(a) == plain(b)
        return NameRelation("same" if same else "different", "the same words" if same else "one of them names nothing")
    for comparator in COMPARATORS:
        found = comparator(left, right, type)
        if found is not None:
            return found
    return NameRelation("different", "they have no telling word in common")


@lru_cache(maxsize=65536)
def same_voice(a: str, b: str) -> bool:
    """Whether two names in reports of one event can be taken for one voice; who speaks for an institution is its voice."""
    return compare_names(a, b).kind != "different"


def name_key(name: str) -> str:
    """Return a form that same names mostly share, to block on: plain words in one spelling, without titles and articles.

    A name of a country, its capital or its government gives the country's code.
    """
    parts = take_apart(name)
    country = _government(parts)
    if country:
        return country.casefold()
    words = [word for word in parts.telling if word not in PARTICLES] or list(parts.telling)
    return " ".join(fold(word) for word in words) or plain(name)


@lru_cache(maxsize=8192)
def take_apart(name: str) -> Parts:
    """Take a name apart into its own words and what stands around them."""
    text = re.sub(r"[’‘`]", "'", name).strip(" \t\n\"“”'.,;:")
    short = None
    if found := re.search(r"\(([A-Z][A-Za-z.]{1,9})\)", text):
        short = found[1]
    text = re.sub(r"\s*\([^)]*\)", "", text)
    text = re.sub(r",\s*(?:\d.*|.*\b(?:spokes\w+|who|an?|the)\b.*)$", "", text)
    owner, text = _owner(text)
    words = [word for word in re.split(r"[\s\-–/,]+", re.sub(r"'s\b|s'(?=\s|$)", "", text)) if plain(word)]
    while words and plain(words[0]) in ARTICLES:
        words = words[1:]
    words, role = _without_role(words)
    while len(words) > 1 and plain(words[-1]) in SUFFIXES:
        words = words[:-1]
    words, titled = _without_titles(words)
    if owner is None and len(words) > 1:
        owner, words = _adjective(words)
    return Parts(words=tuple(words), owner=owner, titled=titled, role=role, short=short)


def _owner(text: str) -> tuple[str | None, str]:
    """Split the country off "South Korea's National Intelligence Service" and "the Foreign Ministry of Iran"."""
    if found := re.match(r"(?:the\s+)?(.+?)(?:'s|s')\s+(?=\S)", text, re.I):
        owner = country_of(found[1])
        return owner, text[found.end() :]
    if found := re.search(r"\s+(?:of|in)\s+(?:the\s+)?([A-Z][\w.]+(?:\s+[A-Z]\w+)*)$", text):
        owner = country_of(found[1])
        first = plain(text.split()[0]) if text.split() else ""
        if owner and (first in INSTITUTIONS | ARTICLES or plain(text[: found.start()].split()[-1]) in INSTITUTIONS):
            return owner, text[: found.start()]
    return None, text


def _without_role(words: list[str]) -> tuple[list[str], bool]:
    """Drop "spokesman", "spokesman for", before or behind an institution."""
    places = [place for place, word in enumerate(words) if plain(word) in ROLES]
    if not places or len(words) == 1:
        return words, False
    place = places[0]
    behind = words[place + 1 :]
    if behind and plain(behind[0]) in ("for", "of", "from"):
        rest = [word for word in behind[1:] if plain(word) not in ARTICLES]
        return (rest, True) if rest else (words, False)
    if behind and all(word[0].isupper() for word in behind):
        return behind, False  # "police spokesman Juan Ruiz" is Juan Ruiz
    return (words[:place], True) if place else (words, False)


def _without_titles(words: list[str]) -> tuple[list[str], bool]:
    """Drop what stands up to the last title before a name: "Troy police Lt. Gerry Smith" is "Gerry Smith"."""
    last = -1
    for place, word in enumerate(words[:-1]):
        rest = words[place + 1 :]
        if (
            plain(word) in TITLES
            and all(part[0].isupper() for part in rest)
            and not any(plain(part) in INSTITUTIONS for part in rest)
        ):
            last = place
    behind = words[last + 1 :]
    if last < 0 or (last == 0 and plain(words[0]) == "general" and behind[0].endswith("s") and len(behind) == 1):
        return words, False
    return behind, True


def _adjective(words: list[str]) -> tuple[str | None, list[str]]:
    """Split the country off "Iranian state television", "North Korean army" and "US Geological Survey"."""
    for length in (2, 1):
        first = " ".join(words[:length])
        rest = words[length:]
        if (
            rest
            and first[0].isupper()
            and (is_adjective(first) or is_country(first))
            and any(plain(word) in GENERIC for word in rest)
        ):
            return country_of(first), rest
    return None, words


def _government(parts: Parts) -> str | None:
    """Return the country whose government a name means: the country, its capital, or "the ... government"."""
    if [plain(word) for word in parts.words] == ["government"]:
        return parts.owner
    code = country_of(" ".join(parts.words))
    return code if code and parts.owner is None and not parts.titled else None


def by_words(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """The same words in the same order, of no other country."""
    del type
    if left.telling != right.telling or _other_country(left, right):
        return None
    if (left.owner is None) != (right.owner is None) and set(left.telling) <= GENERIC:
        return NameRelation("compatible", "the same institution, one with and one without its country")
    return NameRelation("same", "the same words but for titles, articles and punctuation")


def by_country(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """Countries, their capitals and governments; institutions of two countries are two."""
    one, two = _government(left), _government(right)
    if one and two:
        if one != two:
            return NameRelation("different", "they stand for two countries")
        a, b = (is_country(" ".join(part.words)) for part in (left, right))
        if type == "place" and a != b:
            return NameRelation("compatible", "a country and a city in it")
        return NameRelation("same", "both stand for one country or its government")
    if _other_country(left, right):
        return NameRelation("different", "institutions of two countries")
    return None


def by_initials(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """An abbreviation and the name whose initials it is."""
    del type
    for short, long in ((left, right), (right, left)):
        letters = plain("".join(short.words))
        written = "".join(short.words).replace(".", "")
        if len(short.words) == 1 and 2 <= len(letters) <= 8 and written.isupper():
            if long.short and plain(long.short) == letters:
                return NameRelation("same", f"{written} stands in brackets behind the other name")
            if len(long.telling) > 1 and letters in _initials(long):
                return NameRelation("same", f"{written} are the initials of the other name")
    return None


def _initials(name: Parts) -> set[str]:
    told = "".join(word[0] for word in name.telling)
    every = "".join(plain(word)[0] for word in name.words if plain(word))
    owner = (name.owner or "").casefold()
    return {told, every, owner + told, owner[:1] + told} - {""}


def by_institution(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """Organizations: one name inside the other, in any order and spelling."""
    if type == "person" or not (left.is_institution or right.is_institution or type == "organization"):
        return None
    if left.titled or right.titled:
        return None
    fewer, more = sorted((left, right), key=lambda parts: len(parts.telling))
    if not _contains(more, fewer):
        return NameRelation("different", "names of organizations that do not contain each other")
    if len(fewer.telling) == len(more.telling):
        return NameRelation("same", "the same words in another order or spelling") if _contains(fewer, more) else None
    extra = [word for word in more.telling if not any(_same_institution_word(word, other) for other in fewer.telling)]
    if not fewer.is_institution and set(extra) & INSTITUTIONS - CORPORATE:
        return NameRelation("different", "a place or person, and an institution named after it")
    if any(country_of(word) not in (None, fewer.owner) for word in extra):
        return NameRelation("different", "one of them is another country's")
    if set(fewer.telling) <= GENERIC and len(more.telling) > 2 and not (set(fewer.telling) <= OUTLETS):
        return NameRelation("different", "words that many organizations share")
    return NameRelation("compatible", "one name is part of the other")


def _contains(more: Parts, fewer: Parts) -> bool:
    return all(any(_same_institution_word(word, other) for other in more.telling) for word in fewer.telling)


def _same_institution_word(one: str, two: str) -> bool:
    return same_word(one, two) or _ROOTS.get(one, one) == _ROOTS.get(two, two)


_ROOTS = {
    "defense": "defence",
    "organization": "organisation",
    "center": "centre",
    "dept": "department",
    "corp": "corporation",
    "intl": "international",
    "govt": "government",
    "tv": "television",
}


def by_person(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """People: family names first, then given names, initials and short forms."""
    if type in ("organization", "place", "nationality"):
        return None
    one, two = _names(left), _names(right)
    if not one or not two:
        return None
    if len(one) == 1 or len(two) == 1:
        return _by_single(one, two)
    if plain(one[0]) in FAMILY_FIRST and plain(one[0]) == plain(two[0]):
        one, two = [*one[1:], one[0]], [*two[1:], two[0]]
    if _begins(one, two):
        return NameRelation("compatible", "one is the other without its last family name")
    if not (alike(one[-1], two[-1]) or _turned(one, two)):
        if same_word(one[0], two[0]) and slip(one[-1], two[-1]):
            return NameRelation("compatible", "one given name with two spellings of the family name")
        return NameRelation("different", "two full names with different family names")
    if _turned(one, two):
        return NameRelation("same", "the same names in another order")
    given = [_same_given(a, b) for a, b in zip(one[:-1], two[:-1], strict=False)]
    eastern = plain(one[-1]) in FAMILY_FIRST and len(one) == len(two)
    if not given[0] or (eastern and not all(given)):
        return NameRelation("different", "one family name with two given names")
    spelled = all(same_word(a, b) for a, b in zip(one, two, strict=False))
    return NameRelation(
        "same", "the same person's name" if spelled and len(one) == len(two) else "one person's name in two forms"
    )


def _names(parts: Parts) -> list[str]:
    """Return the given and family names of a person, without particles."""
    words = [word for word in parts.words if plain(word) not in PARTICLES] or list(parts.words)
    capitals = sum(word[:1].isupper() for word in words)
    return words if words[0][:1].isupper() and capitals > len(words) / 2 else []


def _by_single(one: list[str], two: list[str]) -> NameRelation | None:
    single, full = (one, two) if len(one) == 1 else (two, one)
    if len(full) == 1:
        if same_word(single[0], full[0]):
            return NameRelation("same", "two spellings of one name")
        return NameRelation("compatible", "names spelled nearly alike") if alike(single[0], full[0]) else None
    if alike(single[0], full[-1]):
        return NameRelation("compatible", "one is the other's family name")
    if same_word(single[0], full[0]):
        first = plain(full[0]) in FAMILY_FIRST
        return NameRelation("compatible", "one is the other's family name" if first else "one is the other's given name")
    return None


def _begins(one: list[str], two: list[str]) -> bool:
    """Whether a full name goes on where the other ends: "Ana Ruiz" and "Ana Ruiz Calvo"."""
    shorter = min(len(one), len(two))
    return len(one) != len(two) and all(same_word(a, b) for a, b in zip(one[:shorter], two[:shorter], strict=True))


def _turned(one: list[str], two: list[str]) -> bool:
    return len(one) == len(two) and sorted(map(fold, one)) == sorted(map(fold, two)) and not same_word(one[0], two[0])


def _same_given(one: str, two: str) -> bool:
    a, b = plain(one), plain(two)
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return alike(one, two) or NICKNAMES.get(a, a) == NICKNAMES.get(b, b)


def by_contained_words(left: Parts, right: Parts, type: str | None) -> NameRelation | None:  # noqa: A002
    """Places and others: all words of one in the other, and one of them telling."""
    if type == "person":
        return None
    fewer, more = sorted((left.telling, right.telling), key=len)
    inside = all(any(same_word(word, other) for other in more) for word in fewer)
    if fewer and inside and len(fewer) < len(more) and not set(fewer) <= GENERIC:
        return NameRelation("compatible", "one name is part of the other")
    return None


def _other_country(left: Parts, right: Parts) -> bool:
    return left.owner is not None and right.owner is not None and left.owner != right.owner


COMPARATORS: tuple[Comparator, ...] = (by_country, by_words, by_initials, by_institution, by_person, by_contained_words)
"""In the order in which they are asked."""
