"""What a number counts: the noun behind it, by the parse where that is sure and by the words in a row where it is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Token, Tree
from rashomon.reading.people import is_people
from rashomon.values.units import CURRENCIES

NOMINAL = ("NOUN", "PROPN")
INSIDE = ("ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "DET", "PRON")
MOST_BETWEEN = 7
HARMED = frozenset(
    "dead injured wounded hurt missing killed homeless hospitalized hospitalised arrested detained displaced".split()
)
"""Adjectives and participles that stand for people when a number is before them."""
HARM = frozenset("death fatality casualty injury other".split())
"""Nouns that count people by what befell them."""
TOLD = re.compile(
    r"\b(?:toll|population|casualt\w+|deaths?|dead|fatalit\w+|injur\w+|wounded|killed|hurt|refugees"
    r"|number of \w+ (?:killed|dead))\b"
    r"[^.;\d]{0,50}$",
    re.IGNORECASE,
)
"""What stands before a bare number that counts people: "the toll rose to", "with a population of"."""
HARMING = frozenset(
    "kill injure wound hurt die arrest detain hospitalize hospitalise displace drown evacuate rescue "
    "murder shoot charge save maim".split()
)
"""Verbs that a bare number beside them counts people: "kills 10", "injuring 80", "10 died"."""
PRONOUNS = frozenset("them us whom which those these you".split())
WEIGHED = frozenset("pound cent mark crown real rand sol won lira".split())
"""Names of money that are also something else: hundreds of pounds may be of flour."""
SPANS = frozenset("second minute hour day night week weekend month season year decade".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the token that names it, its unit, and the last token of its phrase."""

    head: int
    unit: str | None
    last: int


def counted_by(tree: Tree, first: int, last: int) -> Counted:
    """Return what the number in tokens `first` to `last` counts; unit None where nothing names it.

    Args:
        tree: The parse.
        first: First token of the number.
        last: Last token of the number.
    """
    tokens = tree.tokens
    if (after := hyphenated(tokens, last)) is not None:
        storeys = tokens[after].lemma.lower() == "story"  # "a three-story building", as Americans spell it
        return Counted(after, "storey" if storeys else noun_unit(tokens[after]), after)
    if is_rate_base(tokens, last + 1) or is_span_of_time(tokens, last + 1):
        return Counted(last, "person" if counts_people(tree, last) else None, last)
    if last + 1 < len(tokens) and tokens[last + 1].lemma.lower() == "of" and same_sentence(tokens, last, last + 1):
        return after_of(tree, last)
    noun = noun_behind(tree, first, last)
    if noun is not None:
        unit, front = noun_unit(tokens[noun]), joined_noun(tokens, noun, last)
        return Counted(noun, singular(front + tokens[noun].text.lower()) if front and unit != "person" else unit, noun)
    return Counted(last, "person" if counts_people(tree, last) else None, last)


def is_rate_base(tokens: Sequence[Token], place: int) -> bool:
    """Whether "a month" stands at a place: 900 a month are no months."""
    return (
        place + 1 < len(tokens)
        and tokens[place].text.lower() in ("a", "an", "per", "each", "every")
        and tokens[place + 1].lemma.lower() in SPANS
    )


def is_span_of_time(tokens: Sequence[Token], place: int) -> bool:
    """Whether "last week" stands at a place: two last week are no weeks."""
    return (
        place + 1 < len(tokens)
        and tokens[place].text.lower() in ("last", "this", "next")
        and tokens[place + 1].text.lower() in SPANS
    )


def joined_noun(tokens: Sequence[Token], noun: int, number: int) -> str:
    """Return what a noun is written as one with, hyphen and all ("run-" in "seven run-ins"), the empty string for none."""
    if noun - 2 <= number or tokens[noun - 1].text != "-" or tokens[noun - 2].end != tokens[noun - 1].start:
        return ""
    return f"{tokens[noun - 2].text.lower()}-" if tokens[noun - 1].end == tokens[noun].start else ""


def hyphenated(tokens: Sequence[Token], last: int) -> int | None:
    """Return the noun that a number is hyphenated to: "five-boat attack" counts boats."""
    if last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 1].start == tokens[last].end:
        word = tokens[last + 2]
        if word.start == tokens[last + 1].end and word.text.isalpha():
            return last + 2
    return None


def after_of(tree: Tree, last: int) -> Counted:
    """Return what stands behind "of": the noun of "three of the skiffs", nothing for "two of them"."""
    tokens = tree.tokens
    place = last + 2
    while (
        place < len(tokens)
        and same_sentence(tokens, last, place)
        and (tokens[place].pos in ("DET", "ADP") or tokens[place].tag == "PRP$")
    ):
        place += 1
    if place < len(tokens) and tokens[place].lemma.lower() in PRONOUNS:
        return Counted(last, None, place)
    noun = noun_run(tokens, place, last)
    if noun is None:
        return Counted(last, None, last)
    return Counted(noun, noun_unit(tokens[noun]), noun)


def noun_behind(tree: Tree, first: int, last: int) -> int | None:
    """Return the noun behind a number: the head that the parse gives it, else the last noun of the words in a row."""
    tokens = tree.tokens
    for index in range(last, first - 1, -1):
        head = tokens[index].head
        near = last < head <= last + MOST_BETWEEN and same_sentence(tokens, last, head)
        fits = tokens[head].pos in NOMINAL or tokens[head].lemma.lower() in HARMED
        if near and fits and tree.is_dep(index, "nummod", "det", "amod", "compound"):
            between = tokens[last + 1 : head]
            if not any(token.pos in ("ADP", "AUX") or token.text in ",;:." for token in between) and not dashes(
                tokens, last, head
            ):
                return extended(tokens, head)
    return noun_run(tokens, last + 1, last)


def dashes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a dash stands between two tokens, and not a hyphen inside a word."""
    return any(tokens[place].text in ("-", "–", "—", "--") and not is_hyphen(tokens, place) for place in range(start + 1, end))


def is_hyphen(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a hyphen that joins the words around it: "co-workers"."""
    return (
        0 < place < len(tokens) - 1
        and tokens[place].text == "-"
        and tokens[place - 1].end == tokens[place].start
        and tokens[place].end == tokens[place + 1].start
    )


def extended(tokens: Sequence[Token], head: int) -> int:
    """Return the last of the nouns in a row from `head`: parsers stop at "AK-47" in "six AK-47 rifles"."""
    while is_hyphen(tokens, head + 1) and tokens[head + 2].pos in NOMINAL:
        head += 2
    while (
        same_sentence(tokens, head, head + 1)
        and tokens[head + 1].pos in NOMINAL
        and not tokens[head].tag.endswith("S")
        and tokens[head + 1].tag in ("NNS", "NNPS")
    ):
        head += 1
    numbered = same_sentence(tokens, head, head + 2) and tokens[head + 1].pos == "NUM" and tokens[head + 2].tag in ("NNS", "NNPS")
    return head + 2 if numbered and tokens[head].text.isupper() else head


def noun_run(tokens: Sequence[Token], start: int, anchor: int) -> int | None:
    """Return the last noun of the nominal words in a row from `start`."""
    found = None
    for index in range(start, min(len(tokens), start + MOST_BETWEEN)):
        token = tokens[index]
        if index > start and (is_hyphen(tokens, index) or (found is None and joins_words(tokens, index))):
            continue
        if found is not None and (token.tag == "POS" or (is_hyphen(tokens, index - 1) and token.pos not in NOMINAL)):
            continue  # "two of Orlu's deputies", "20 coal-fired plants"
        if not same_sentence(tokens, anchor, index) or token.pos not in INSIDE or token.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        if (token.pos == "NUM" and index > start) or token.pos == "PRON" or (token.pos == "DET" and found is not None):
            break
        if token.pos in NOMINAL or token.text.lower() in HARMED:
            found = index
        elif found is not None and token.pos not in ("ADJ",):
            break
    return found


def joins_words(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token joins two words that tell what a noun is like: "burning or smoking cars"."""
    around = tokens[place - 1 : place + 2]
    return tokens[place].pos == "CCONJ" and all(
        token.pos == "ADJ" or token.tag in ("VBG", "VBN") for token in (around[0], around[-1])
    )


def noun_unit(token: Token) -> str:
    """Return the unit of a counted noun: `person` for people, else its singular."""
    lemma = token.lemma.lower()
    if lemma in HARMED or token.text.lower() in HARMED or singular(lemma) in HARM:
        return "person"
    if is_people(lemma, proper=token.pos == "PROPN" or token.text[:1].isupper()):
        return "person"
    if is_people(singular(lemma)):
        return "person"
    if token.tag == "NNS" and singular(lemma) in CURRENCIES and singular(lemma) not in WEIGHED:
        return CURRENCIES[singular(lemma)]  # "billions of euros"
    return singular(lemma)


def singular(word: str) -> str:
    """Return the singular of a noun whose lemma the pipeline left in the plural."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ies")):
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]


def counts_people(tree: Tree, index: int) -> bool:
    """Whether a bare number stands for people: by the verb above it, or a word of harm beside it."""
    tokens = tree.tokens
    above = tokens[tokens[index].head]
    if tokens[index].head != index and (above.lemma.lower() in HARMING or above.text.lower() in HARMED):
        return True
    if any(token.head == index and token.dep == "acl:relcl" and who_of(tree, token) for token in tokens[index : index + 12]):
        return True  # "the five who drowned"
    around = tokens[max(0, index - 1) : index + 2]
    return any(
        token.lemma.lower() in HARMING or token.text.lower() in HARMED or token.lemma.lower() in ("toll",)
        for token in around
        if token.sentence == tokens[index].sentence
    )


def who_of(tree: Tree, verb: Token) -> bool:
    """Whether the subject of a relative clause is "who"."""
    return any(token.lemma.lower() == "who" for token in tree.tokens[verb.head + 1 : verb.head + 3])


def same_sentence(tokens: Sequence[Token], one: int, two: int) -> bool:
    """Whether two tokens stand in one sentence."""
    return two < len(tokens) and tokens[one].sentence == tokens[two].sentence
