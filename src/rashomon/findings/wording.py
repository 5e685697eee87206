"""Shared wording: passages that two reports have in common, by word shingles (Broder 1997).

Two careful writers never hit on five words in a row often; a reprint does in every sentence. Names, numbers and set phrases are
shared without copying, so a passage counts only where most of it is the same.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

WORD = re.compile(r"[^\W_]+")
SHINGLE = 4
"""Words in a shingle: short enough to survive light editing of a sentence, long enough to be rare."""
NEAR_VERBATIM = 0.6
"""Share of the shorter passage's shingles that the longer one has, above which one was copied from the other or both from one."""
SHORTEST_PASSAGE = 7
"""Words below which two passages may be alike by chance."""
STATEMENT_PART, SHORTEST_STATEMENT = 0.75, 12
"""The same share and number of words, from which two passages are one statement, whoever is named for it."""
COPIED_REPORT = 0.2
"""The same share for whole reports, which mix copied passages with their own; two independent reports of one event share less
than .1 even where both quote one statement."""


@lru_cache(maxsize=1000)
def folded_words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the words of a text, casefolded, and where they stand."""
    found = list(WORD.finditer(text))
    return tuple(match.group().casefold() for match in found), tuple(match.span() for match in found)


@lru_cache(maxsize=100_000)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the word shingles of a passage."""
    words, _ = folded_words(text)
    return frozenset(words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1))


def shared_part(left: str, right: str) -> float:
    """Return how much of the shorter passage stands in the longer one, 0 to 1."""
    one, two = shingles(left), shingles(right)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def shortest_of(*passages: str) -> int:
    """Return the words of the shortest passage."""
    return min(len(WORD.findall(passage)) for passage in passages)


def is_near_verbatim(left: str, right: str) -> bool:
    """Whether two passages are so near in wording that they have one source."""
    return shortest_of(left, right) >= SHORTEST_PASSAGE and shared_part(left, right) >= NEAR_VERBATIM


def is_one_statement(left: str, right: str) -> bool:
    """Whether two long passages are so much the same that one person said or wrote both."""
    return shortest_of(left, right) >= SHORTEST_STATEMENT and shared_part(left, right) >= STATEMENT_PART


def shared_wording(texts: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Return {(report id, greater report id): share of wording} of each two reports that share more than chance gives.

    Two that share wording with a third are kin through it, by the weaker of the two shares: all three draw on one text.
    """
    shares = {(one, two): shared_part(texts[one], texts[two]) for one, two in combinations(sorted(texts), 2)}
    kin: dict[str, dict[str, float]] = {}
    for (one, two), share in shares.items():
        if share >= COPIED_REPORT:
            kin.setdefault(one, {})[two] = kin.setdefault(two, {})[one] = share
    for third in sorted(kin):
        for one, two in combinations(sorted(kin[third]), 2):
            through = min(kin[third][one], kin[third][two])
            if through > kin[one].get(two, 0.0):
                kin[one][two] = kin[two][one] = through
    return {(one, two): share for one, others in kin.items() for two, share in others.items() if one < two}


def longest_shared(left: str, right: str) -> str:
    """Return the longest run of words that both texts have, in the words of `left`; for a reason."""
    two = shingles(right)
    words, places = folded_words(left)
    best = (0, 0)
    start = 0
    for i in range(len(words) - SHINGLE + 1):
        if words[i : i + SHINGLE] not in two:
            start = i + 1
        elif i + SHINGLE - start > best[1] - best[0]:
            best = (start, i + SHINGLE)
    return left[places[best[0]][0] : places[best[1] - 1][1]] if best[1] else ""
