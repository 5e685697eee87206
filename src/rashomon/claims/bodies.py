"""Bodies: the institution that a voice speaks for or belongs to, as the words that name it say.

"Harbour police Lt. Tor Lund", "Tor Lund, a spokesman for Halden Lines", "the head of the union, Ona Brek".
"""

import re
from collections.abc import Sequence

from rashomon.model import Name, Span
from rashomon.values.name_words import ARTICLES, BODIES, GENERIC, INSTITUTIONS
from rashomon.values.spelling import plain

WORD = re.compile(r"[^\W_][\w'’.&-]*")
OFFICES = {"sheriff": "sheriff's office", "undersheriff": "sheriff's office", "mayor": "city hall"}
"""Who bears such a title speaks for the office, which the text seldom names."""


def body_of(source: Span, who: str, text: str, names: Sequence[Name]) -> str | None:
    """Return the institution that stands beside the name of a voice, None where there is none or the voice is one itself.

    Args:
        source: The words that name the voice.
        who: Its full name.
        text: The report.
        names: The names in the report.
    """
    inside = [name for name in names if source.covers(name.span)]
    itself = bare(who)
    for name in inside:
        if name.type == "organization" and bare(name.full) != itself:
            return name.full
    words = [match.group() for match in WORD.finditer(source.of(text))]
    for place, word in enumerate(words):
        noun = re.sub(r"['’]s$", "", word)
        found = [*owners(words[:place]), noun, *purpose(words[place + 1 :])]
        if plain(noun) in OFFICES:
            return " ".join([*owners(words[:place]), OFFICES[plain(noun)]])
        goes_on = place + 1 < len(words) and plain(words[place + 1]) in BODIES | INSTITUTIONS
        if plain(noun) in BODIES | INSTITUTIONS and not goes_on and bare(" ".join(found)) != itself:
            return " ".join(found)
    return None


def bare(name: str) -> str:
    """Return a name in plain words without articles."""
    return " ".join(plain(word) for word in name.split() if plain(word) not in ARTICLES)


def purpose(words: Sequence[str]) -> list[str]:
    """Return the words right behind an institution that say what it is for: "for Disaster Relief", "of Physicians"."""
    found: list[str] = []
    for word in words:
        if not (word[:1].isupper() or plain(word) in ("of", "for", "and", "the")):
            break
        found.append(word)
    while found and not found[-1][:1].isupper():
        found.pop()
    return found if found and plain(found[0]) in ("of", "for") else []


def owners(words: Sequence[str]) -> list[str]:
    """Return the words right before an institution that say which one it is: names, and what institutions are called by."""
    found: list[str] = []
    for word in reversed(words):
        if plain(word) in ARTICLES or not (word[:1].isupper() or plain(word) in GENERIC):
            break
        found.insert(0, word)
    return found
