"""How well quantities of single sentences are read: python -m bench.newsquant [--show] [--alone].

Prints F1 on the half of NewsQuant that is at hand for development (Almasian et al. 2023, CQE), of rashomon and, from
`uv run --group compare`, of quantulum3 and Microsoft's recognizers-text:

  value    the number, or both ends of a range, in three digits. "From 20 to 29" is a range; what brackets convert counts.
  +unit    and its unit: the same unit of measure or money, or the same noun counted, and the same base of a rate.
  +change  and whether it is given as exact, about, more or less (= ~ > <).

Each quantity of the gold answers to one that was found. Sentences have lost some of their punctuation. Ages count there, and so
does "one", both of which rashomon's reading leaves out by its guide: here they are taken in. The data is looked for in
$RASHOMON_SHARED (default ../shared beside the checkout).
"""

import argparse
import json
import os
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rashomon.model import Quantity, QuantityMention, Token
from rashomon.reading.parse import load_pipeline, parse_text
from rashomon.reading.quantities import find_quantities
from rashomon.reading.quantity_numbers import AGES
from rashomon.reading.times import find_times
from rashomon.values.numbers import parse_number

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
NEWSQUANT = SHARED / "data" / "eval-only" / "newsquant-dev" / "newsquant-dev.json"
NUMBER = re.compile(r"\d[\d.]*(?:[Ee]-?\d+)?")
PENCE = re.compile(r"\dp$|penny$|pence$")
"""What NewsQuant calls points."""
CALLED = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "CNY": "yuan", "INR": "rupee", "ILS": "shekel",
    "HKD": "hong kong dollar", "CAD": "canadian dollar", "SGD": "singaporean dollar", "AUD": "australian dollar", "ZAR": "rand",
    "MYR": "ringgit", "DKK": "krone", "HRK": "kuna", "percent": "percentage", "km": "kilometre", "m": "metre", "cm": "centimetre",
    "mm": "millimetre", "kg": "kilogram", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "m2": "square metre",
    "km2": "square kilometre", "ft2": "square foot", "mile2": "square mile", "percentage point": "point",
    "share": "percentage", "ml": "millilitre", "mg": "milligram", "Hz": "hertz", "GHz": "gigahertz",
    "kWh": "kilowatt hour", "GB": "gigabyte",
    "degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit", "person": "people",
}  # fmt: skip
"""What rashomon's units are called in NewsQuant."""
SPELLED = {
    "meter": "metre", "kilometer": "kilometre", "centimeter": "centimetre", "liter": "litre", "percent": "percentage",
    "%": "percentage",
    "pound": "sterling", "inche": "inch", "foot": "foot", "feet": "foot", "person": "people", "count": "time", "yen": "yen",
    "mph": "mile per hour", "kph": "kilometre per hour", "degree": "degree",
}  # fmt: skip
"""Spellings of one unit."""
ABSENT = frozenset({"-", "", "number", "dimensionless"})


class Found(NamedTuple):
    """A quantity: number or range, what its unit may be called, and whether it is exact, about, more or less."""

    value: str
    units: tuple[str, ...]
    change: str = "="


Reader = Callable[[str], list[Found]]


def written(*numbers: float) -> str:
    """Return a number, or both ends of a range, in three digits."""
    return "-".join(f"{number:.3g}" for number in numbers)


def gold_of(rows: Sequence[dict[str, str]]) -> list[Found]:
    """Return the quantities of a sentence's gold."""
    return [
        Found(
            written(*map(float, NUMBER.findall(row["value"]))),
            (row["normalized_unit"], row["unit"]),
            row["change"] if row["change"] in "=~<>" else "=",
        )
        for row in rows
    ]


def same_unit(one: Found, two: Found) -> bool:
    """Whether two quantities have one unit, by any of the names of each."""
    return bool({core(unit) for unit in one.units} & {core(unit) for unit in two.units})


def core(unit: str) -> tuple[str, ...]:
    """Return what tells a unit: the noun that heads it, and that of what it is a rate of."""
    if unit.strip() in ABSENT:
        return ()
    words = unit.casefold().replace(" of age", "").replace("-", " ")
    words = "percentage" if words.startswith(("%", "percentage")) and " per " not in words else words
    main, _, base = words.partition(" per ")
    return tuple(singular(part.split()[-1]) for part in (main, base) if part.split())


def singular(word: str) -> str:
    """Return a noun in the singular, in one spelling."""
    bare = word if word in SPELLED or not word.endswith("s") or word.endswith("ss") else word[:-1]
    bare = bare[:-2] + "y" if bare.endswith("ie") else bare
    return SPELLED.get(bare, bare)


def scores(reader: Reader, *, show: bool = False) -> tuple[float, float, float]:
    """Return F1 of value, value and unit, value and change."""
    common, wanted, given = [0, 0, 0], 0, 0
    for row in json.loads(NEWSQUANT.read_text(encoding="utf-8")):
        gold, found = gold_of(row["quantities"]), reader(row["text"])
        wanted += len(gold)
        given += len(found)
        for place, agree in enumerate((lambda a, b: True, same_unit, lambda a, b: a.change == b.change)):
            left = list(found)
            for one in gold:
                match = next((two for two in left if two.value == one.value and agree(one, two)), None)
                if match is not None:
                    left.remove(match)
                    common[place] += 1
                elif show:
                    print(f"{('value', 'unit', 'change')[place]:7s} {row['text']}\n        want {one}\n        left {left}")
            if show and place == 0 and left:
                print(f"extra   {row['text']}\n        {left}")
    first, second, third = (2 * right / max(1, wanted + given) for right in common)
    return first, second, third


def rashomon() -> Reader:
    """Return rashomon's reading."""
    nlp = load_pipeline()

    def read(text: str) -> list[Found]:
        parse = parse_text(nlp, text)
        times = find_times(text, parse.tokens, published=None, lines=parse.lines, headline=parse.headline)
        mentions = find_quantities(text, parse.tokens, parse.names, times)
        return [*counted(text, mentions, parse.tokens), *ages(text), *ones(text, mentions, parse.tokens)]

    return read


def counted(text: str, mentions: Sequence[QuantityMention], tokens: Sequence[Token]) -> Iterator[Found]:
    """Yield quantities as NewsQuant counts them.

    A conversion in brackets is a quantity of its own, with the bound of what it converts; "from 20 to 29" is a range.
    """
    before: QuantityMention | None = None
    for mention in [*mentions, None]:
        if before is not None and mention is not None and is_course(text, before, mention):
            first, second = (own.low if own.low is not None else own.high for own in (before.value, mention.value))
            yield Found(written(first or 0.0, second or 0.0), units_of(text, before, tokens) + units_of(text, mention, tokens))
            before = None
            continue
        if before is not None:
            yield from values_of(before.value, units_of(text, before, tokens))
        before = mention


def ages(text: str) -> Iterator[Found]:
    """Yield what reading leaves out as an age."""
    taken: list[tuple[int, int]] = []
    for match in (match for pattern in AGES for match in pattern.finditer(text)):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            taken.append(match.span())
            numbers = [value for word in re.findall(r"[A-Za-z]+|\d+", match.group()) if (value := parse_number(word)) is not None]
            if numbers:
                yield Found(written(*numbers), ("year", "-"))


def ones(text: str, mentions: Sequence[QuantityMention], tokens: Sequence[Token]) -> Iterator[Found]:
    """Yield what reading leaves out as it is but one: "one of the best screens", "one count of fraud"."""
    for place, token in enumerate(tokens):
        read = any(mention.span.start <= token.start < mention.span.end for mention in mentions)
        if read or token.text.lower() != "one" or token.tag != "CD":
            continue
        behind = text[token.end :]
        if re.match(r"[ -](?:out of|in|fourth|third|quarter|half)\b", behind, re.IGNORECASE) is None:
            noun = next((other for other in tokens[place + 1 :] if other.tag in ("NN", "NNS")), token)
            yield Found("1", (noun.lemma,))


def units_of(text: str, mention: QuantityMention, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return what the unit of a quantity may be called: the unit's name, and the noun that stands there."""
    value = mention.value
    base = base_of(value)
    names = [CALLED.get(value.unit, value.unit) + base]
    head = tokens[mention.head]
    if value.unit == "GBP" and PENCE.search(mention.span.of(text)):
        names.append("point")
    if head.end <= mention.number.start or mention.number.end <= head.start:
        names.append(head.lemma + base)
    return tuple(names)


def base_of(value: Quantity) -> str:
    """Return what a quantity is a rate of, as a unit's name has it."""
    if value.per is None:
        return ""
    return f" per {value.per if value.per == 'share' else CALLED.get(value.per, value.per)}"


def is_course(text: str, one: QuantityMention, two: QuantityMention) -> bool:
    """Whether two quantities are how something was and what it became: "from 20 miles to 29 miles"."""
    begins = re.search(r"\bfrom (?:about |up to |around )?\W?$", text[: one.number.start]) is not None
    exact = all(mention.value.low == mention.value.high for mention in (one, two))
    return begins and exact and re.fullmatch(r"[^.;,]{0,25} to \W?", text[one.number.end : two.number.start]) is not None


def values_of(value: Quantity, units: tuple[str, ...]) -> Iterator[Found]:
    """Yield a quantity and its conversions."""
    base = base_of(value)
    cents = 100 if value.unit in ("USD", "GBP") and any(unit.split()[0] in ("cent", "point") for unit in units if unit) else 1
    low, high = (None if end is None else end * cents for end in (value.low, value.high))
    bound = low if low is not None else high
    change = ">" if high is None and not value.about else "<" if low is None else "~" if value.about else "="
    if low is not None and high is not None and low != high:
        yield Found(written(low, high), units)
    else:
        yield Found(written(bound or 0.0), units, change)
    for other in value.also:
        bound = other.low if other.low is not None else other.high
        yield Found(written(bound or 0.0), (CALLED.get(other.unit, other.unit) + base,), change)


def quantulum() -> Reader:
    """Return what quantulum3 reads, without its classifier, whose stored model current scikit-learn cannot load."""
    from quantulum3 import parser  # noqa: PLC0415 (only from the group "compare")

    def read(text: str) -> list[Found]:
        found = []
        for own in parser.parse(text):
            ends = (own.value - own.uncertainty, own.value + own.uncertainty) if own.uncertainty else (own.value,)
            found.append(Found(written(*ends), (own.unit.name,)))
        return found

    return read


def recognizers() -> Reader:
    """Return what recognizers-text reads: amounts with units, and numbers that are in none of them."""
    import recognizers_number as plain  # noqa: PLC0415 (only from the group "compare")
    import recognizers_number_with_unit as units  # noqa: PLC0415

    kinds = (units.recognize_currency, units.recognize_dimension, units.recognize_temperature, units.recognize_age)

    def read(text: str) -> list[Found]:
        found: list[Found] = []
        taken: list[tuple[int, int]] = []
        for recognize in (*kinds, plain.recognize_percentage, plain.recognize_number):
            for own in recognize(text, "en-us"):
                if own.resolution is None or any(own.start <= end and start <= own.end for start, end in taken):
                    continue
                number = str(own.resolution.get("value") or "")
                numbers = NUMBER.findall(number)
                if numbers:
                    taken.append((own.start, own.end))
                    found.append(
                        Found(written(float(numbers[0])), (own.resolution.get("unit") or number.strip("-.0123456789E"),))
                    )
        return found

    return read


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list what rashomon gets wrong")
    parser.add_argument("--alone", action="store_true", help="rashomon alone")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    print(f"{'NewsQuant, development half':28s} {'value':>7s} {'+unit':>7s} {'+change':>8s}")
    for name, make, bounds in (
        ("rashomon", rashomon, True),
        ("quantulum3", quantulum, False),
        ("recognizers-text", recognizers, False),
    ):
        if args.alone and name != "rashomon":
            continue
        try:
            reader = make()
        except ImportError as error:
            print(f"{name:28s} not installed ({error.name}): uv run --group compare python -m bench.newsquant")
            continue
        value, unit, change = scores(reader, show=args.show and name == "rashomon")
        print(f"{name:28s} {value:7.3f} {unit:7.3f} {f'{change:8.3f}' if bounds else f'{chr(8211):>8s}'}")


if __name__ == "__main__":
    main()
