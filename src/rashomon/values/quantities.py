"""The algebra of quantities: intervals with a looseness, compared across units and currencies."""

import statistics
from collections.abc import Iterable, Mapping

from rashomon.model import Quantity
from rashomon.values.numbers import SCALES, parse_number
from rashomon.values.times import Relation
from rashomon.values.units import ISO, dimension, factor

__all__ = ["Relation", "adds_up", "compare_quantities", "conversion_rates", "dimension", "format_quantity", "parse_number"]

CONVERTED = 0.05
"""Share by which a converted amount may be off: texts round both notations (bench guide, "Conversions")."""
LOOSE = 0.1
"""Share by which "around" may be off at most; within it, half of the last digit that was not rounded away."""
ROUNDED = 0.05
"""Share by which a distance, area, weight or volume of one figure and zeros may be off: nobody measures 60 km."""
ROUND_FROM = 10
MEASURED = ("length", "area", "mass", "volume")
EXACT = 1e-9
INFINITE = float("inf")
Rates = Mapping[tuple[str, str], float]


def compare_quantities(left: Quantity, right: Quantity, *, rates: Rates | None = None) -> Relation:
    """Tell how two quantities stand to each other.

    Args:
        left: The one.
        right: The other.
        rates: {(from, to): rate} of currencies, as the reports themselves give them (`conversion_rates`).

    Returns:
        `same` within looseness; `narrows` where `left` lies within `right`, `narrowed-by` the other way round; `conflict`
        where no number fits both; `incomparable` where units do not convert or the two only overlap.
    """
    rate = conversion(left.unit, right.unit, rates or {})
    if rate is None or left.per != right.per:
        return "incomparable"
    low, high = bounds(left)
    other_low, other_high = (bound * rate for bound in bounds(right))
    slack = max(looseness(left), looseness(right) * rate)
    if left.unit != right.unit:
        slack = max(slack, CONVERTED * largest(low, high, other_low, other_high))
    slack += EXACT * largest(low, high, other_low, other_high)
    if near(low, other_low, slack) and near(high, other_high, slack):
        return "same"
    if low > other_high + slack or other_low > high + slack:
        return "conflict"
    if low >= other_low - slack and high <= other_high + slack:
        return "narrows"
    if other_low >= low - slack and other_high <= high + slack:
        return "narrowed-by"
    return "incomparable"


def bounds(value: Quantity) -> tuple[float, float]:
    """Return the bounds of a quantity, infinite where they are open."""
    return (-INFINITE if value.low is None else value.low, INFINITE if value.high is None else value.high)


def near(one: float, two: float, slack: float) -> bool:
    """Whether two bounds are the same within a slack."""
    return one == two or abs(one - two) <= slack


def largest(*values: float) -> float:
    """Return the largest finite size among some bounds."""
    return max((abs(value) for value in values if abs(value) != INFINITE), default=0.0)


def looseness(value: Quantity) -> float:
    """Return by how much a quantity may be off: as its words say, and for distances and the like where it is a round number."""
    if value.about:
        return slack_of(value)
    size = largest(*bounds(value))
    is_round = size >= ROUND_FROM and f"{size:.6g}".rstrip("0").rstrip(".").lstrip("0.") in set("123456789")
    return ROUNDED * size if is_round and dimension(value.unit) in MEASURED else 0.0


def slack_of(value: Quantity) -> float:
    """Return by how much a loose quantity may be off: half of its last digit that is not a rounding zero."""
    size = largest(*bounds(value))
    if not size:
        return 0.0
    step = 1.0
    if size == int(size):
        while size % (step * 10) == 0 and step * 10 <= size:
            step *= 10
    else:
        while abs(size / step - round(size / step)) > EXACT and step > EXACT:
            step /= 10
    return min(step / 2, LOOSE * size)


def conversion(unit: str, other: str, rates: Rates) -> float | None:
    """Return by what to multiply an amount in `other` to have it in `unit`."""
    direct = factor(unit, other)
    if direct is not None:
        return direct
    if (other, unit) in rates:
        return rates[other, unit]
    return 1 / rates[unit, other] if (unit, other) in rates else None


def conversion_rates(values: Iterable[Quantity]) -> dict[tuple[str, str], float]:
    """Return the exchange rates that bracketed conversions tell, {(from, to): median rate}."""
    found: dict[tuple[str, str], list[float]] = {}
    for value in values:
        for also in value.also:
            one, two = value.low or value.high, also.low or also.high
            if one and two and value.unit in ISO and also.unit in ISO and value.unit != also.unit:
                found.setdefault((value.unit, also.unit), []).append(two / one)
    return {pair: statistics.median(rates) for pair, rates in sorted(found.items())}


def adds_up(whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Whether parts in one unit sum to their whole, within its looseness."""
    summed = list(parts)
    if any(part.unit != whole.unit for part in summed):
        return False
    lows, highs = zip(*(bounds(part) for part in summed), strict=True) if summed else ((), ())
    about = whole.about or any(part.about for part in summed)
    total = Quantity(low=finite(sum(lows)), high=finite(sum(highs)), unit=whole.unit, about=about)
    return compare_quantities(total, whole) == "same"


def finite(bound: float) -> float | None:
    """Return a bound, or None where it is open."""
    return None if abs(bound) == INFINITE else bound


def format_quantity(value: Quantity) -> str:
    """Return a quantity in words: "around 15,000", "more than 6,000", "up to 25,000", "10 to 12", "2.6 million USD"."""
    unit = "%" if value.unit == "percent" else "" if value.unit in ("person", "share", "magnitude") else f" {value.unit}"
    rate = f" a {value.per}" if value.per else ""
    about = "around " if value.about else ""
    if value.low is not None and value.low == value.high:
        text = f"{about}{number(value.low)}"
    elif value.high is None and value.low is not None:
        text = f"at least {about}{number(value.low)}"
    elif value.low is None and value.high is not None:
        text = f"up to {about}{number(value.high)}"
    elif value.low is not None and value.high is not None:
        text = f"{about}{number(value.low)} to {number(value.high)}"
    else:
        text = "some"
    return f"{text}{unit}{rate}"


def number(value: float) -> str:
    """Return a number as people write it: 15,000; 2.6 million."""
    for name in ("trillion", "billion", "million"):
        if abs(value) >= SCALES[name] and round(value / SCALES[name], 3) * SCALES[name] == value:
            return f"{value / SCALES[name]:g} {name}"
    return f"{value:,.10g}" if value == int(value) else f"{value:g}"
