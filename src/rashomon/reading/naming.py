"""Naming: what the words of a noun phrase tell of a name in them: titles, nouns and bodies before and behind it."""

import re
from collections.abc import Sequence

from rashomon.reading.people import PEOPLE, is_people
from rashomon.values.name_words import ARTICLES, GENERIC, INSTITUTIONS, SMALL, TITLES

DETERMINERS = re.compile(
    r"^(?:(?:the|a|an|his|her|their|its|our|my|this|that|these|those|another|both|two|three|four|five|such)\s+)+(?=\w)",
    re.IGNORECASE,
)
OWNER = re.compile(r"[’']\s?s?$")
AFTER = frozenset(
    "of for to from by with at in on near under against about between behind inside including like among into "
    "representing after".split()
)
"""Prepositions behind which a name only belongs to the source: "a spokesman for"."""
BODIES = frozenset(
    "company firm group manufacturer carmaker automaker maker airline bank agency ministry newspaper paper union club operator "
    "organization organisation charity network broadcaster station department government regulator party retailer giant business "
    "corporation association federation council committee court university hospital institute centre center force "
    "channel insurer builder supplier magazine daily weekly militia airframer website".split()
)
"""Nouns by which a report calls a body."""
CALLS_ITSELF = frozenset("newspaper agency newswire website magazine broadcaster television radio union party airline".split())
"""Nouns behind the name of a body that is known without them."""
CALLED = TITLES - frozenset(
    "vice prime deputy assistant acting interim former ex late then foreign interior defence defense finance health justice "
    "education state lead senior junior police army navy naval union party supreme rear".split()
)
"""Words that can stand right before a person's name."""
LONGEST_NAME = 4
"""Words of a person's name."""
PROPER = re.compile(r"(?:[A-Z][\w.'’&-]*)(?: (?:(?:of|the|and|for|de|al|bin|van|von|der) )*[A-Z][\w.'’&-]*)*")
"""A run of capitalized words."""


def is_role(word: str) -> bool:
    """Whether a word says what office or work somebody has; a capitalized one only by the lists ("Norman" is none)."""
    bare = word.strip(".").casefold()
    return bare in TITLES or (is_people(bare) if word.islower() else bare in PEOPLE)


def is_office(words: str) -> bool:
    """Whether a name is an office alone ("Chancellor"), whose holder is named beside it."""
    parts = [part for part in words.split() if part.casefold() not in ARTICLES]
    return bool(parts) and all(map(is_role, parts)) and parts[-1].strip(".").casefold() not in TITLES - CALLED


def is_name(words: str) -> bool:
    """Whether capitalized words can be a person's name: none of them belongs to an office or a body."""
    parts = words.split()
    return bool(parts) and not any(part.casefold().strip(".") in GENERIC | ARTICLES or is_role(part) for part in parts)


def is_called(words: str) -> bool:
    """Whether words describe somebody or a body and do not name it: "the minister", "a third carmaker"."""
    parts = DETERMINERS.sub("", words).split()
    return bool(parts) and (is_role(parts[-1]) or is_body(parts[-1].casefold()))


def is_body(noun: str) -> bool:
    """Whether a noun calls a body, or bodies."""
    return noun in BODIES or noun.removesuffix("s") in BODIES


def behind_title(words: str) -> str:
    """Return a capitalized name behind a title at the end of a phrase: "Foreign Office Minister Tobias Lund"."""
    parts = words.split()
    at = max((i for i, part in enumerate(parts) if part.strip(".").casefold() in CALLED), default=None)
    if (
        at is None
        or {part.casefold() for part in parts[:at]} & AFTER
        or (parts[at].casefold() == "general" and len(parts) - at == 2)
    ):  # as in General Motors
        return ""
    return name_at_end(parts[at + 1 :])


def without_office(name: str) -> str:
    """Return a name of several words without titles before it: "Chief Executive Dara Mann"."""
    parts = name.split()
    while len(parts) > 2 and (is_role(parts[0]) or parts[0] == "States"):
        parts.pop(0)
    kept = " ".join(parts)
    return kept if is_name(kept) and kept[0].isupper() else behind_title(name) or name


def behind_noun(words: str) -> str:
    """Return a name behind the noun that says what it is: "the carmaker Dornholt", "Kestrin analyst Ana Brek"."""
    parts = words.split()
    at = max((i for i, part in enumerate(parts) if part.islower()), default=None)
    if at is None or at == len(parts) - 1:
        return ""
    name = " ".join(parts[at + 1 :])
    if is_role(parts[at]) or is_body(parts[at]):
        return name if PROPER.fullmatch(name) else ""
    longer = len(parts) - at > 2 and parts[at] not in AFTER | SMALL | ARTICLES | {"and", "or"}
    return name_at_end(parts[at + 1 :]) if longer and is_name(name) else ""


def before_noun(words: str) -> str:
    """Return a name before the noun that says what it is: "the Orvane Daily newspaper", "the Halva news agency"."""
    match = re.fullmatch(r"(?:[Tt]he )?(?P<name>" + PROPER.pattern + r") (?:news |state )?(?P<noun>[a-z]+)", words)
    named = match is not None and match["noun"] in CALLS_ITSELF and match["name"].casefold() not in ARTICLES
    return match["name"] if match is not None and named else ""


def before_preposition(words: str) -> str:
    """Return a person's name before the body that it belongs to: "Ana Brek of the Kessen Herald"."""
    match = re.match(r"((?:[A-Z][\w.'’-]*\s){2,3})(?:of|for|from|at|with)\s", words)
    name = name_at_end(match.group(1).split()) if match is not None else ""
    return name if is_name(name) else ""


def name_at_end(parts: Sequence[str]) -> str:
    """Return some words as a person's name, "" where they cannot be one."""
    if not 0 < len(parts) <= LONGEST_NAME or not all(part[:1].isupper() for part in parts):
        return ""
    return "" if {part.casefold() for part in parts} & INSTITUTIONS else OWNER.sub("", " ".join(parts))
