"""Quoting: words cut out of a text, made to stand alone, and put into sentences."""

import re
from collections.abc import Sequence

EDGES = " ,;:-–—"
"""What does not stand at the edge of a phrase."""
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def trimmed(text: str) -> str:
    """Return a phrase on one line, without punctuation at its edges and quotation marks or brackets that have no other.

    Where a quotation only ends, who says it follows, and is left out.
    """
    text = re.sub(r"(?<!\.[^\W\d_])\.$", "", re.sub(r"\s+", " ", text).strip(EDGES))
    if "”" in text and "“" not in text:
        text = text.partition("”")[0]
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2 or re.search(r'^[^"]*\S"(?:\s|$)', text):
        text = text.replace('"', "")
    return text.strip(EDGES)


def listed(words: Sequence[str]) -> str:
    """Return words as a list in prose: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1] if words else ""]))


def counted(number: int, noun: str) -> str:
    """Return a number of things as a desk writes it: "one report", "three reports", "12 reports"."""
    return f"{SMALL[number] if number < len(SMALL) else number} {noun}{'' if number == 1 else 's'}"
