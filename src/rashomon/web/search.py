"""Search over claims and texts: case and accents do not matter, every word must occur, words in quotes stand together."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

MOST_PLACES = 1000
LIKE = str.maketrans("‘’‚‛“”„‟‐‑‒–—―", "''''\"\"\"\"------")
"""Quotation marks and dashes that people cannot type."""
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case and accents; `starts` gives each of its characters' place in the text, None where it is the same."""

    text: str
    starts: "array[int] | None" = None

    def span(self, start: int, end: int, original: str) -> tuple[int, int]:
        """Return the half-open offsets in the text of a stretch of the folded one."""
        if self.starts is None:
            return start, end
        first, last = self.starts[start], self.starts[end - 1] + 1
        while last < len(original) and is_mark(original[last]):
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Return a text without case, accents and invisible characters."""
    if text.isascii():
        return Folded(text.casefold())
    letters: list[str] = []
    starts = array("L")
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter.translate(LIKE).casefold()):
            if not is_mark(part) and unicodedata.category(part) != "Cf":
                letters.append(part.casefold())
                starts.extend([place] * len(letters[-1]))
    return Folded("".join(letters), starts)


@lru_cache(maxsize=500)
def fold_report(text: str) -> Folded:
    """Return a report's text folded; it is searched again and again."""
    return fold(text)


def is_mark(letter: str) -> bool:
    """Whether a character is an accent on the one before."""
    return unicodedata.combining(letter) != 0


def read_terms(query: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each word, found from its beginning, and for each phrase in quotes, found whole."""
    found = []
    for phrase, word in TERM.findall(fold(query.translate(LIKE)).text):
        words = [re.escape(part) for part in (phrase or word).split()]
        if words:
            edge = r"(?!\w)" if phrase and re.match(r"\w", phrase[-1]) else ""
            start = r"(?<!\w)" if re.match(r"\w", (phrase or word).strip()[0]) else ""
            found.append(re.compile(start + r"\s+".join(words) + edge))
    return tuple(found)


def search(ledger: Mapping[str, Any], query: str) -> dict[str, Any]:
    """Return what a query finds in a ledger's form.

    Returns:
        `claims`: ids of those whose words and voices have all terms; `texts`: the places of the terms in reports that have them
        all, in half-open code points; `more`: there are more places than are listed.
    """
    terms = read_terms(query)
    if not terms:
        return {"claims": [], "texts": [], "more": False}
    claims = [
        claim["id"]
        for claim in ledger["claims"]
        if has_all(fold("\n".join((claim["text"], *(voice["name"] for voice in claim["voices"])))), terms)
    ]
    texts: list[dict[str, Any]] = []
    for document in ledger["documents"]:
        if has_all(fold_report(document["text"]), terms):
            for start, end in places(document["text"], terms):
                if len(texts) == MOST_PLACES:
                    return {"claims": claims, "texts": texts, "more": True}
                texts.append({"document": document["id"], "start": start, "end": end})
    return {"claims": claims, "texts": texts, "more": False}


def has_all(folded: Folded, terms: Iterable[re.Pattern[str]]) -> bool:
    """Whether every term occurs in a text."""
    return all(term.search(folded.text) for term in terms)


def places(text: str, terms: Iterable[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Return where terms occur, in text order."""
    folded = fold_report(text)
    return sorted({folded.span(*match.span(), text) for term in terms for match in term.finditer(folded.text)})
