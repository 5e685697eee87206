"""Labels: what a question asks and what an answer says, in words of the reports."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model import Claim, Report
from rashomon.values.measures import AGE, ASPECTS, FAMILIES, HOME, HOUR, OF_PERSONS, PLACE
from rashomon.values.quoting import trimmed
from rashomon.values.units import dimension

LONGEST = 90
OPENING = re.compile(r"^(?:(?:\w+ )?(?:which|whom)|that|who|where|when|and|but) ", re.IGNORECASE)
"""Words by which a clause hangs on another."""
PERSONAL = {AGE: "age of", HOME: "home of"}
ASIDE = {HOUR: "at what hour", PLACE: "where"}
MOST_WORDS = 3
"""Words of a subject that are told where no report words it whole."""
FEW = 3
"""Words of a figure's label up to which it also tells where, if most reports do."""
MOST, ENOUGH = 0.5, 0.25
"""Share of the claims that must tell what is added to a short label, and to one that another question has too."""
WEAK = 0.6
"""Factor on a wording that is a headline's or leans on another sentence."""
LEANING = frozenset("it there you my our his her their its this that those these such in of for by".split())
FULL = 50
"""Code points added to what a wording has when its words are weighed by its length, so that the shortest does not always win."""


def question_label(claims: Sequence[Claim], reports: Mapping[str, Report], *, apart: bool = False) -> str:
    """Return what a question asks, without its answer: "Rifles seized", "When the ferry sank", "The minister resigned".

    Args:
        claims: The claims that answer it.
        reports: Their reports by id.
        apart: Another question asks the same in as few words; this one then tells in what, or where.
    """
    first = claims[0]
    if first.measure in OF_PERSONS:
        return headed(f"{PERSONAL[first.measure]} {max((claim.frame.names[0] for claim in claims), key=len).title()}")
    best = typical(claims)
    if best is not None:
        label = opened(best.frame.asks, best)
    elif first.kind == "quantity":
        measure = most_common([claim.measure for claim in claims])
        counted = most_common([word for claim in claims if (word := noun_of(claim))])
        label = " ".join(filter(None, [counted, measure if measure in FAMILIES and measure not in counted else ""])) or "figure"
    elif first.kind == "time" or first.measure in ASIDE:
        words = (*first.frame.subject[:MOST_WORDS], first.frame.predicate.replace("_", " ") or first.frame.head)
        label = f"{ASIDE.get(first.measure, 'when')}: {' '.join(words)}"
    else:
        best = central(claims)
        label = opened(OPENING.sub("", trimmed(best.focus.of(reports[best.document].text))), best)
    return headed(f"{label} {tail(claims, label, best.frame.asks if best is not None else '', apart=apart)}".strip())


def tail(claims: Sequence[Claim], label: str, asks: str, *, apart: bool) -> str:
    """Return where or in what it was, by most claims that ask so: of a figure in few words, or where it must be told apart."""
    short = claims[0].kind == "quantity" and len(label.split()) <= FEW
    if not (short or apart):
        return ""
    alike = [claim for claim in claims if claim.frame.asks.casefold() == asks.casefold()]
    prose = [claim for claim in alike if not claim.headline] or alike or claims
    low = label.casefold()
    sized = prose[0].value is not None and dimension(prose[0].value.unit) not in ("thing", "person")
    told = [
        within
        for claim in prose
        if (within := claim.frame.within) and within.casefold() not in low and not (sized and within.startswith("by "))
    ]
    places = [f"in {claim.place}" for claim in prose if claim.place and claim.place.casefold() not in low]
    share = ENOUGH if apart else MOST
    return next((common for found in (told, places) if found.count(common := most_common(found)) >= share * len(prose)), "")


def opened(asks: str, claim: Claim) -> str:
    """Return what a claim asks, opened by the word that asks for it."""
    if claim.measure in ASIDE:
        return f"{ASIDE[claim.measure]} {asks}"
    return f"when {asks}" if claim.kind == "time" and not asks.startswith("date of ") else asks


def typical(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim whose wording stands for all: of those that have one, rather stated than not, the most central."""
    able = [claim for claim in claims if claim.frame.asks]
    stated = [claim for claim in able if claim.certainty == "stated"] or able
    return central(stated) if stated else None


def central(claims: Sequence[Claim]) -> Claim:
    """Return the claim whose words most of the others share, of those that say it as fully the shortest.

    What a figure counts is told the better the more words of it are shared; a statement also the better the shorter it is.
    """
    counts = Counter(word for claim in claims for word in words_of(claim))
    said = Counter(claim.frame.asks.casefold() for claim in claims)

    def weight(claim: Claim) -> tuple[float, int, str]:
        shared = sum(counts[word] - 1 for word in words_of(claim)) + said[claim.frame.asks.casefold()]
        asks = claim.frame.asks
        weak = claim.headline or asks.partition(" ")[0].casefold() in LEANING
        length = 1 if claim.kind == "quantity" else FULL + len(asks)
        return shared / length * (WEAK if weak else 1.0), -len(asks), claim.id

    return max(claims, key=weight)


def words_of(claim: Claim) -> set[str]:
    """Return the words by which claims are compared: those that it asks with, or those of its clause."""
    return {*re.findall(r"[^\W\d_]{3,}", claim.frame.asks.casefold())} or {*claim.frame.terms}


def noun_of(claim: Claim) -> str:
    """Return the noun that a figure counts, or what its unit measures; nothing where neither is told."""
    what = dimension(claim.value.unit) if claim.value is not None else "thing"
    if what not in ("thing", "person"):
        return "amount" if what == "money" else what
    noun = (claim.value.counted if claim.value is not None else "") or claim.frame.head
    return noun if re.search(r"[^\W\d_]", noun) else ""


def answer_label(claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """Return what an answer says: of statements the whole sentence that most of its claims share, else its commonest words."""
    if claims[0].kind == "whether" and claims[0].measure not in ASPECTS and (best := typical(claims)) is not None:
        return clip(best.frame.asks)
    words = Counter(trimmed(claim.focus.of(reports[claim.document].text)) for claim in claims)
    return clip(min(words, key=lambda word: (-words[word], len(word), word)))


def most_common(words: Sequence[str]) -> str:
    """Return the commonest of some words, the first by alphabet among equals."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def headed(label: str) -> str:
    """Return a label of bearable length with its first letter raised."""
    return clip(label[:1].upper() + label[1:])


def clip(label: str) -> str:
    """Return a label of bearable length, cut between words."""
    if len(label) <= LONGEST:
        return label
    return label[:LONGEST].rsplit(" ", 1)[0] + " …"
