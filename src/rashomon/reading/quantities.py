"""Quantities of a text: numbers with their bounds, units and nouns, each pinned from its modifiers to what it counts.

Span first: numbers are found on the text itself (`quantity_numbers`), then what stands around them (`quantity_bounds`), and only
then the parse says what they count (`quantity_nouns`).
"""

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model import Conversion, Name, Quantity, QuantityMention, Span, TimeMention, Token, Tree
from rashomon.reading.quantity_bounds import (
    Amount,
    feet_and_inches,
    joined,
    rate_of,
    shared_bound,
    with_bounds,
    with_unit,
)
from rashomon.reading.quantity_nouns import TOLD, Counted, counted_by
from rashomon.reading.quantity_numbers import find_figures
from rashomon.values.units import dimension

BRACKET = re.compile(
    r"\s*(?:[A-Za-z]+\s+){0,2}[(\[]\s*(?:about|around|roughly|some|or|nearly|almost|approximately|US)?\s*$|\s*[;,/]\s*(?:or )?$"
)
"""What stands between an amount and its conversion: "1,300 square kilometres (500 square miles)"."""
NAME_LENGTH = 2
MILLION = 1e6
PEOPLE, BILLIONS = 100, 1e9
"""Sizes between which "thousands" without a noun are people; "dozens" may be of what was counted last."""
QUAKES = frozenset("quake earthquake aftershock temblor tremor foreshock".split())
SCALES = frozenset(["magnitude", "richter"])
SERIES = frozenset("S&P Nasdaq FTSE Russell CAC DAX Nikkei Fortune Forbes Stoxx MSCI ASX".split())
"""What is named with a number: share indices, lists of firms."""
OF_ONE = frozenset(["a", "an", "own"])
"""What stands, as a possessive does, before one thing with a name and a number in it."""
STRONGEST = 10
"""Magnitude that no earthquake has."""
WIDE = 40
"""Tokens of a sentence, to both sides of a number, in which an earthquake is looked for."""


def find_quantities(
    text: str, tokens: Sequence[Token], names: Sequence[Name], times: Sequence[TimeMention] = ()
) -> tuple[QuantityMention, ...]:
    """Return the quantities of a text in order.

    Args:
        text: The report's text.
        tokens: Its parse, with offsets into `text`.
        names: Its names; a number inside one ("Channel 4") counts nothing.
        times: Its dates and clock times; a number inside one is no quantity.
    """
    blocked = [mention.span for mention in times] + [span for name in names if (span := numbered(name, text)) is not None]
    amounts = read_amounts(text, blocked)
    tree = Tree(tokens)
    starts = [token.start for token in tokens]
    mentions: list[QuantityMention] = []
    converted: tuple[Amount, ...] = ()
    for place, amount in enumerate(amounts):
        if amount in converted:
            continue
        converted = conversions(text, amounts, place)
        mention = build_mention(text, tree, starts, amount, converted, mentions)
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


def find_unread_numbers(
    text: str,
    tokens: Sequence[Token],
    names: Sequence[Name],
    times: Sequence[TimeMention],
    quantities: Sequence[QuantityMention],
) -> tuple[tuple[Span, str], ...]:
    """Return the figures of a text that are in no quantity, date or name, each with why it was left out."""
    del tokens
    known = [mention.span for mention in quantities] + [mention.span for mention in times] + [name.span for name in names]
    known += [
        Span(start=also.start, end=also.end) for mention in quantities for also in mention.value.also if also.end > also.start
    ]
    found = []
    for match in re.finditer(r"\d+(?:[.,]\d+)*", text):
        span = Span(start=match.start(), end=match.end())
        if not any(other.overlap(span) for other in known):
            found.append((span, "a figure that was not taken for a quantity or a date"))
    return tuple(found)


def numbered(name: Name, text: str) -> Span | None:
    """Return a name's span where a number stands inside it, not at its beginning."""
    words = name.span.of(text).split()
    inside = len(words) >= NAME_LENGTH and not words[0][0].isdigit() and any(word[0].isdigit() for word in words[1:])
    return name.span if inside else None


def read_amounts(text: str, blocked: Sequence[Span]) -> list[Amount]:
    """Return the amounts of a text with units, ranges joined and bounds applied."""
    amounts = [with_unit(text, figure) for figure in find_figures(text, blocked)]
    merged: list[Amount] = []
    for amount in amounts:
        together = (joined(text, merged[-1], amount) or feet_and_inches(text, merged[-1], amount)) if merged else None
        if together is not None:
            merged[-1] = together
        else:
            merged.append(amount)
    bounded: list[Amount] = []
    for amount in (with_bounds(text, amount) for amount in merged):
        bounded.append(shared_bound(text, bounded[-1], amount) if bounded else amount)
    return bounded


def conversions(text: str, amounts: Sequence[Amount], place: int) -> tuple[Amount, ...]:
    """Return the amounts right behind one that say the same in other units."""
    found: list[Amount] = []
    for one, two in pairwise(amounts[place : place + 4]):
        sort = dimension(one.unit) if one.unit else ""
        same = (
            two.unit is not None and two.unit != one.unit and sort not in ("", "thing", "person") and sort == dimension(two.unit)
        )
        if not same or not BRACKET.fullmatch(text[one.end : two.start]):
            break
        found.append(two)
    return tuple(found)


def build_mention(
    text: str,
    tree: Tree,
    starts: Sequence[int],
    amount: Amount,
    converted: Sequence[Amount],
    before: Sequence[QuantityMention],
) -> QuantityMention | None:
    """Return the mention of one amount, or None where no token stands for it or it counts nothing."""
    tokens = tree.tokens
    first = max(0, bisect.bisect_right(starts, amount.figure.start) - 1)
    last = max(first, bisect.bisect_left(starts, amount.figure.end) - 1)
    if not tokens or tokens[first].end <= amount.figure.start:
        return None
    counted = counted_by(tree, first, last)
    if is_designation(tree, first, last, counted, amount):
        return None
    unit = amount.unit or magnitude(tree, first, amount, counted) or counted.unit or elliptic_unit(text, amount, before)
    if unit is None or (is_one(text, amount) and not counts(tree, counted, unit)):
        return None
    end = amount.end if amount.unit not in (None, "share") else max(amount.end, tokens[counted.last].end)
    span = Span(start=amount.start, end=end)
    value = Quantity(
        low=amount.low,
        high=amount.high,
        about=amount.about,
        unit=unit,
        per=amount.per or rate_of(text, converted[-1].end if converted else end),
        counted=words_counted(text, amount, span),
        also=tuple(
            Conversion(low=other.low, high=other.high, unit=other.unit or "", start=other.start, end=other.end)
            for other in converted
        ),
    )
    head = counted.head if amount.unit in (None, "share") else unit_head(tree, first, last, counted)
    return QuantityMention(span=span, number=Span(start=amount.figure.start, end=amount.figure.end), head=head, value=value)


def magnitude(tree: Tree, first: int, amount: Amount, counted: Counted) -> str | None:
    """Return the unit of a small decimal that tells how strong an earthquake was, or of an explicit none of people."""
    low = amount.figure.low
    if low == 0 and counted.unit is not None:
        return "person"
    if low is None or not 0 < low < STRONGEST or "." not in tree.tokens[first].text:
        return None
    own = tree.tokens[first].sentence
    nouns = {token.lemma.lower() for token in tree.tokens[max(0, first - WIDE) : first + WIDE] if token.sentence == own}
    behind = {token.lemma.lower() for token in tree.tokens[first + 1 : counted.head + 1]}
    if counted.unit in QUAKES or behind & QUAKES or (counted.head <= first and nouns & (QUAKES | SCALES)):
        return "magnitude"
    return None


def is_designation(tree: Tree, first: int, last: int, counted: Counted, amount: Amount) -> bool:
    """Whether a number belongs to the name around it ("Europe 4 cable", "its 787 Dreamliner"): counts take a plural."""
    tokens = tree.tokens
    if first == 0 or amount.unit is not None or not tokens[first].text.isdigit() or len(tokens[first].text) > 3:
        return False
    before = tokens[first - 1]
    if before.sentence != tokens[first].sentence or tokens[first].start > before.end + 1:
        return False
    if before.text in SERIES:
        return True
    if (
        counted.head == last + 1
        and tokens[counted.head].tag == "NNP"
        and (before.tag in ("PRP$", "POS") or before.text.lower() in OF_ONE)
    ):
        return True
    if counted.unit == "person" or before.pos != "PROPN":
        return False
    return counted.head <= last or tokens[counted.head].tag in ("NN", "NNP") or tokens[first].head == first - 1


def unit_head(tree: Tree, first: int, last: int, counted: Counted) -> int:
    """Return the noun that an amount of money, length or per cent measures or hangs on."""
    del first
    tokens = tree.tokens
    above = tokens[last].head
    if above > last and tokens[above].pos in ("NOUN", "PROPN", "SYM") and tokens[above].sentence == tokens[last].sentence:
        return above
    return counted.head if counted.unit else last


def elliptic_unit(text: str, amount: Amount, before: Sequence[QuantityMention]) -> str | None:
    """Return the unit of a number without a noun: that of the last thing counted nearby, else a plain number.

    Bare millions are of the money that was spoken of last ("The club wanted fifty million"); bare thousands, of which no more is
    said, are people ("Thousands fled").
    """
    if amount.figure.low == 0 or TOLD.search(text[max(0, amount.start - 80) : amount.start]):
        return "person"
    if amount.figure.vague and amount.figure.low is not None and PEOPLE <= amount.figure.low < BILLIONS:
        return "person"
    if amount.figure.scale >= MILLION:
        money = [mention for mention in before if dimension(mention.value.unit) == "money" and not is_gloss(text, mention)]
        return money[-1].value.unit if money else "number"
    decimal = amount.figure.low is not None and amount.figure.low != int(amount.figure.low)
    for mention in reversed(before[-4:]):
        near = amount.start - mention.span.end < 400 and "\n\n" not in text[mention.span.end : amount.start]
        if near and (mention.value.unit == "magnitude" if decimal else dimension(mention.value.unit) in ("thing", "person")):
            return mention.value.unit
    low = amount.figure.low
    return "number" if low is not None and (low >= 10 or low != int(low)) else None


def is_gloss(text: str, mention: QuantityMention) -> bool:
    """Whether a figure only stands in brackets, for readers who count in other money: "€110 billion (Dh473bn)"."""
    return text[: mention.span.start].rstrip().endswith(("(", "["))


def is_one(text: str, amount: Amount) -> bool:
    """Whether an amount is the word "one"."""
    return text[amount.figure.start : amount.figure.end].lower() == "one"


def counts(tree: Tree, counted: Counted, unit: str) -> bool:
    """Whether "one" counts: people, things measured, or things that stand in a list with other numbers."""
    if unit == "person" or dimension(unit) not in ("thing", "person"):
        return counted.unit is not None
    return counted.unit is not None and any(
        tree.tokens[index].pos == "NUM" for child in tree.children(counted.head, "conj") for index in tree.children(child)
    )


def words_counted(text: str, amount: Amount, span: Span) -> str | None:
    """Return what is counted in the words of the text: what follows the number inside the span."""
    words = re.sub(r"\s+", " ", text[amount.end : span.end]).strip(" -,")
    return re.sub(r"^of (?:the |these |those |its |their )?", "", words) or None
