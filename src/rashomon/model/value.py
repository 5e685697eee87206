"""Values: what a quantity or a time says, apart from where it stands. The algebra on them is in `rashomon.values`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """The same amount in another unit, as a report gives it in brackets: "(500 square miles)"."""

    low: float | None
    high: float | None
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with bounds and looseness.

    Attributes:
        low: Lower bound, None where there is none ("up to 25,000").
        high: Upper bound, None where there is none ("more than 6,000").
        about: The bounds are loose ("around", "some", "dozens").
        unit: `person`, an ISO 4217 currency, `percent`, `share`, a length or area (`km`, `m`, `km2` ...), or the
            singular noun counted.
        per: Base of a rate ("a year" is `year`).
        counted: What is counted, in the words of the text ("North Korean troops").
        also: Bracketed conversions of the same amount.
    """

    low: float | None
    high: float | None
    unit: str
    about: bool = False
    per: str | None = None
    counted: str | None = None
    also: tuple[Conversion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A day, month, year or span of time.

    Attributes:
        iso: ISO 8601: "2013-07-02", "2024-06", "2024", "2025-07/2025-08", "2011-09/" (open end). May carry hours and zone.
        anchor: What fixed it: `explicit` (the words alone), `publication`, `text` (another date in the report).
    """

    iso: str
    anchor: str = "explicit"
