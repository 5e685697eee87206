"""Where a voice stands: named or not, a medium, in office, an outsider who judges, or somebody who was there.

It decides whether two voices may be one: "officials" may be the minister, a witness is not.
"""

import re
from typing import Literal

from rashomon.values.name_words import (
    AGENCIES,
    ARTICLES,
    INSTITUTIONS,
    MEDIA,
    ON_THE_SPOT,
    OUTSIDE,
    ROLES,
    TITLES,
    UNNAMED,
)
from rashomon.values.spelling import plain

Standing = Literal["medium", "office", "outside", "witness", "person"]


def is_unnamed(name: str) -> bool:
    """Whether a voice has no name of its own: "officials", "a naval officer", "two sources in the ministry"."""
    words = re.split(r",| (?:of|from|in|with|at|near|on|to|who|close|familiar) ", name.strip(), maxsplit=1)[0].split()
    while words and (plain(words[0]) in ARTICLES or not plain(words[0])):
        words = words[1:]
    if not words:
        return True
    head = plain(words[-1])
    if head not in UNNAMED:
        return False
    if head in ROLES:
        return not any(word[0].isupper() or plain(word) in INSTITUTIONS for word in name.split() if plain(word) not in UNNAMED)
    return True


def standing_of(name: str, body: str | None = None) -> Standing:
    """Return where a voice stands.

    Args:
        name: Its name, or the words of the text for one without.
        body: The institution it speaks for or belongs to, where that is known.

    Returns:
        `person` for somebody named of whom nothing else is known, who may stand anywhere.
    """
    words = {plain(word) for word in re.split(r"[\s\-–/,.()]+", name)} - {""}
    singulars = words | {word.removesuffix("s") for word in words} | {word.removesuffix("es") for word in words}
    unnamed = is_unnamed(name)
    if words & AGENCIES or (words & MEDIA and not unnamed):
        return "medium"
    if unnamed and singulars & ON_THE_SPOT:
        return "witness"
    if unnamed and singulars & OUTSIDE:
        return "outside"
    if unnamed or body is not None or words & INSTITUTIONS or words & ROLES or (len(words) > 1 and words & TITLES):
        return "office"
    return "person"


def may_be_one(unnamed: Standing, named: Standing) -> bool:
    """Whether an unnamed voice may be a named one: a person may stand anywhere, else both must stand in one place."""
    return named == "person" or unnamed == named
