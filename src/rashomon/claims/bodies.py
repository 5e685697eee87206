"""Bodies: the institution that a voice speaks for or belongs to, as the words that name it say.

"Harbour police Lt. Tor Lund", "Tor Lund, a spokesman for Halden Lines", "the head of the union, Ona Brek".
"""

import re
from collections.abc import Sequence

from rashomon.model import Name, Span
from rashomon.values.name_words import BODIES, GENERIC, INSTITUTIONS
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
    own = {plain(word) for word in who.split()}
    for name in inside:
        if name.type == "organization" and not {plain(word) for word in name.full.split()} <= own:
            return name.full
    words = [match.group() for match in WORD.finditer(source.of(text))]
    for place, word in enumerate(words):
        bare = re.sub(r"['’]s$", "", word)
        if plain(bare) in own:
            continue
        if plain(bare) in OFFICES:
            return " ".join([*owners(words[:place], own), OFFICES[plain(bare)]])
        if plain(bare) in BODIES | INSTITUTIONS and plain(bare) not in ("news", "times"):
            return " ".join([*owners(words[:place], own), bare])
    return None


def owners(words: Sequence[str], own: set[str]) -> list[str]:
    """Return the words right before an institution that say which one it is: names, and what institutions are called by."""
    found: list[str] = []
    for word in reversed(words):
        if plain(word) in own or not (word[:1].isupper() or plain(word) in GENERIC):
            break
        found.insert(0, word)
    return found
