"""Spellings of one name: transliterations, diacritics, hyphens. Pure functions on single words."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

SHORTEST_FOLDED = 5
"""Letters below which spelling is not folded: "Chen" and "Chan", "Lee" and "Li" are other names."""

SHORTEST_SLIPPED = 4
"""Letters of a family name from which one wrong letter is a slip."""
GLUED = frozenset("la le de di da du mc mac o al el van von".split())
"""Particles that are written apart or as one with a name."""

ALIKE = 0.92
"""Jaro-Winkler similarity of folded words from which they may be one name; set on the tables of public names in the tests."""

_DIGRAPHS = (
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ff", "v"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("iy", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ei", "i"),
    ("ey", "i"),
    ("ay", "ai"),
    ("ie", "i"),
    ("ee", "i"),
    ("y", "i"),
    ("j", "i"),
    ("c", "k"),
)
"""Letters that transliterations into English exchange (ISO 233, BGN/PCGN and newsroom habits), in the order of replacement."""

_VOWELS = str.maketrans({"e": "a", "o": "u"})


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """Return a word without case, diacritics and inner punctuation."""
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[^\w]|_", "", letters.casefold())


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return the form that all spellings of a name share: "Gaddafi", "Qaddafi" and "Kadhafi" give one."""
    folded = plain(word)
    if len(folded) < SHORTEST_FOLDED:
        return folded
    folded = re.sub(r"^g(?=[aou])", "k", re.sub(r"^ye", "e", folded))
    folded = re.sub(r"t?s?ch(?=.)", "ch", folded).replace("ch", "\0").replace("sh", "\1")
    for written, heard in _DIGRAPHS:
        folded = folded.replace(written, heard)
    folded = folded.replace("\0", "ch").replace("\1", "sh")
    return re.sub(r"(.)\1+", r"\1", folded.translate(_VOWELS))


def same_word(left: str, right: str) -> bool:
    """Whether two words are one name in two spellings."""
    return plain(left) == plain(right) or fold(left) == fold(right)


def alike(left: str, right: str) -> bool:
    """Whether two words may be one name: the same, or as near as slips of spelling are."""
    if same_word(left, right):
        return True
    one, two = fold(left), fold(right)
    if min(len(one), len(two)) < SHORTEST_FOLDED or _skeleton(one)[:1] != _skeleton(two)[:1]:
        return False
    return JaroWinkler.similarity(one, two) >= ALIKE


def slip(left: str, right: str) -> bool:
    """Whether two family names differ by one letter, or by a particle written as one with the name ("Lavigna", "Vigna").

    It shows one person only where the given names are the same.
    """
    one, two = sorted((plain(left), plain(right)), key=len)
    if len(one) < SHORTEST_SLIPPED:
        return False
    return Levenshtein.distance(one, two) <= 1 or two.removesuffix(one) in GLUED


def _skeleton(word: str) -> str:
    return re.sub(r"[aiu]", "", word) or word
