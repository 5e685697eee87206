"""Where sentences begin, as far as punctuation tells; the parser decides only what is left open.

A parser trained on web text splits edited prose in odd places ("Kim Jong | Un"). In reports a sentence ends with a full stop, a
question mark or an exclamation mark; the few full stops that belong to abbreviations are known, or told by what follows.
"""

import re
from collections.abc import Sequence

TERMINAL = re.compile(r"[.!?…]+$")
CLOSERS = frozenset("\"”’'»)]}″" + "\u2019")
OPENERS = frozenset("\"“‘'«([{")
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt cmdr adm rev hon sen rep gov pres st mt messrs insp supt fr sr det vs no nos "
    "fig vol pp ed eds cf al approx est dept univ assn bros v".split()
)
"""Abbreviations that something always follows."""
AMBIGUOUS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp ltd co jr plc etc "
    "ave blvd rd ft lb lbs oz hr hrs min sec km kg cm mm mph a.m p.m u.s u.k u.n e.u d.c ph.d b.a m.a i.e e.g".split()
)
"""Abbreviations after which a sentence may end."""
OPENING = frozenset(
    "The A An It Its He She They We I You No Not But And In On At After Before When While As If This That These Those There "
    "His Her Their Our My Some Many Most All Both Each One Another Other What Who How Why Where For From With By To".split()
)
"""Words with a capital that open a sentence: no name begins with them behind an abbreviation."""
INITIAL = re.compile(r"^[A-Z]\.$")
SPACED_HOUR = re.compile(r"^[ap]\.?$", re.IGNORECASE)


def sentence_starts(words: Sequence[str]) -> list[bool | None]:
    """Return for each word of a line whether a sentence begins with it; None where punctuation does not tell."""
    return [True if place == 0 else begins(words, place) for place in range(len(words))]


def begins(words: Sequence[str], place: int) -> bool | None:
    """Whether a sentence begins at a word that is not the line's first."""
    end = place - 1
    while end >= 0 and words[end] in CLOSERS:
        end -= 1
    if end < 0 or (words[place] in CLOSERS and not opens(words, place)) or words[place].isspace():
        return False
    if words[end].isspace() and end > 0:
        end -= 1
    if not TERMINAL.search(words[end]):
        return None if words[end] in (";", ":") and words[place][:1].isupper() else False
    following = next((word for word in words[place:] if word not in OPENERS and word not in CLOSERS), "")
    if following[:1].islower():
        return False
    return after_stop(words, end, following)


def opens(words: Sequence[str], place: int) -> bool:
    """Whether a mark that can open or close opens here: the same mark has not been opened on this line before."""
    return words[place] in OPENERS and sum(word == words[place] for word in words[:place]) % 2 == 0


def after_stop(words: Sequence[str], end: int, following: str) -> bool | None:
    """Whether a sentence ends with the stop at `end`, given the next word, which is no lower-case one."""
    word = words[end]
    bare = word.rstrip(".").lower()
    if word == "." and end > 0:
        before = words[end - 1]
        bare = before.lower()
        if SPACED_HOUR.match(before) and following.lower().startswith("m"):
            return False
    if bare in TITLES or INITIAL.match(word):
        return False
    if word.endswith(".") and bare in AMBIGUOUS:
        if following in OPENING:
            return True
        return None if following[:1].isupper() else False
    if word.endswith(".") and "." in bare:
        return None
    continues = following in (",", ";", ":", "-", "–", "—") or (following[:1].isdigit() and word.endswith("..."))
    return not continues
