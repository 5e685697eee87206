"""How telling a word is: rare words weigh more than common ones.

The frequencies in `words.txt` come from `training/words.py`; the weight is inverse document frequency (Spärck Jones 1972),
scaled so that a word unknown to the table weighs 1.
"""

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

RAREST = 1.5
"""Parts per thousand of documents given to a word that the table lacks: just under the rarest in it."""


@cache
def frequencies() -> dict[str, float]:
    """Return {lemma: documents per thousand that have it}."""
    lines = files("rashomon.values").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(share) for word, _, share in (line.partition("\t") for line in lines)}


def weight(lemma: str) -> float:
    """Return the weight of a lemma, from near 0 (in every text) to 1 (in hardly any)."""
    share = min(frequencies().get(lemma, RAREST), 1000.0)
    return math.log(1001 / (share + 1)) / math.log(1001 / (RAREST + 1))


def likeness(left: Iterable[str], right: Iterable[str], *, known: dict[str, float] | None = None) -> float:
    """Return the weighted cosine of two sets of lemmas, 0 to 1.

    Args:
        left: Lemmas. right: Lemmas.
        known: Factors on the weights, for words that tell less here because all reports have them.
    """
    one, two = set(left), set(right)
    shared = sum(squared(word, known) for word in sorted(one & two))
    if not shared:
        return 0.0
    norm = sum(squared(word, known) for word in sorted(one)) * sum(squared(word, known) for word in sorted(two))
    return shared / math.sqrt(norm)


def squared(word: str, known: dict[str, float] | None) -> float:
    """Return the squared weight of a word."""
    value = weight(word) * (known.get(word, 1.0) if known else 1.0)
    return value * value
