"""What an expression of time says before it is anchored: "last Friday" is a weekday before the day of writing."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model import Span

Kind = Literal["date", "months", "years", "weekday", "ordinal", "shift", "clock", "unknown"]
"""`date`: day, month or year of the calendar, whole or in part. `months`: from a month to a month of one year (seasons,
quarters). `years`: a run of years. `weekday`: a day of the week. `ordinal`: a day of an unnamed month ("the 14th"). `shift`: so
many units from the day of writing or from another time of the text. `clock`: a clock time alone. `unknown`: cannot be fixed."""

Which = Literal["", "last", "this", "next"]
"""Said before a weekday, month or year: "last Friday"."""
Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One expression of time, at half-open offsets of the text.

    Attributes:
        month: 1 to 12; in `months` the first one. last_month: last one of `months`, up to 14 (February of the next year).
        weekday: 0 (Monday) to 6. last_year: of `years`.
        unit: What `shift` moves by `steps`. context: it moves from another time of the text, not from the day of writing.
        is_counted: The steps were counted ("two weeks ago"), not named ("last week").
        which: "last Friday", "March next year".
        swappable: Day and month stand in figures and may be meant the other way round.
        clock: "09:25". zone: "Z" or "+05:30", None where it is not said or has several readings.
        base: The date from which `shift` counts where it follows ("two days after Christmas"). dangling: it must follow.
        through: Last point of a range that begins here. alternative: The range was worded with "or".
        open: It has no end ("since September").
        lead: Prepositions and adverbs before it, casefolded ("until", "as early as").
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    unit: Unit | None = None
    steps: int = 0
    context: bool = False
    is_counted: bool = False
    which: Which = ""
    swappable: bool = False
    clock: str | None = None
    zone: str | None = None
    base: "Expression | None" = None
    dangling: bool = False
    through: "Expression | None" = None
    alternative: bool = False
    open: bool = False
    lead: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)

    @property
    def is_day(self) -> bool:
        """Whether it names a single day, to which a clock time can belong."""
        if self.through is not None or self.base is not None:
            return False
        if self.kind == "date":
            return self.day is not None
        return self.kind in ("weekday", "ordinal") or (self.kind == "shift" and self.unit == "day")

    @property
    def is_whole(self) -> bool:
        """Whether it is a date of the calendar that needs no anchor."""
        return self.kind in ("date", "months", "years") and self.year is not None and not self.swappable


def which_of(word: str | None) -> Which:
    """Return "last", "this" or "next" for the word that says it, in any case; "" for none."""
    plain = (word or "").casefold()
    return (
        "last"
        if plain in ("last", "previous")
        else "next"
        if plain in ("next", "following")
        else "this"
        if plain == "this"
        else ""
    )
