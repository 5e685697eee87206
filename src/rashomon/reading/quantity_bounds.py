"""What stands around a number and changes it: bounds and looseness before and behind it, ranges, units, rates."""

import re
from dataclasses import dataclass, replace

from rashomon.reading.quantity_numbers import CODES, Figure
from rashomon.values.units import CURRENCIES, NAMED, SQUARES

GAP = r"(?:\s+(?:an?|the|another|additional|other|further|some|about|around|roughly|nearly|almost|only|just))*\s*"
AT_LEAST = (
    "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|greater "
    "than|higher than|above|well over"
    "|just over|over|upwards? of|in excess of|exceeding|exceeds?|exceeded|surpass(?:ed|ing)|topp(?:ed|ing)|beyond|better than"
    "|north of|larger than|longer than|at minimum|a minimum"
)
AT_MOST = (
    "up to|as many as|as much as|as high as|as long as|as far as|at most|at the most|no more than|not more than|a maximum of"
    "|fewer than|less than|under|below|just under|lower than|smaller than|shorter than|within|well under|up until|sub-"
)
ABOUT = (
    "about|around|approximately|approx\\.?|roughly|some|an estimated|estimated|estimates of|nearly|almost|close to|nearing|circa"
    "|approaching|in the region of|in the neighbou?rhood of|something like|more or less|virtually|perhaps|maybe"
)
SIGN = (
    r"(?:(?:US|A|C|HK|NZ|S|R)?\$|\b(?:US|HK|NZ|(?-i:[CS])) \$|\$(?:US|A|C|NZ|HK|S)|[€£¥₹₽₪₺₴₩₦]"
    rf"|\b(?:Rs\.|{'|'.join(CODES)}|euros|Dhs?\.?))\s?"
)
BEFORE = re.compile(
    rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))(?P<gap>{GAP})(?P<sign>{SIGN})?$", re.IGNORECASE
)
DETERMINER = re.compile(
    rf"(?:\b(?:the|these|those|all|another|an additional|additional|other|further|a total of|total of|a record|only|just"
    rf"|the (?:other|remaining|first|last|next)|remaining)\s+)+(?:{SIGN})?$",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(rf"(?P<sign>{SIGN})$")
BEHIND = re.compile(r"\s*(?:(?P<least>\+|or more\b|and counting\b|or higher\b|plus\b)|(?P<about>or so\b|or thereabouts\b|-odd\b)"
                    r"|(?P<most>or (?:fewer|less)\b|at most\b))", re.IGNORECASE)  # fmt: skip
JOINT = re.compile(rf"\s*(?P<unit>%|per ?cent|percent)?\s*(?:-\s*(?:to|or)|-|–|—|to|and|or)\s*(?:{SIGN})?", re.IGNORECASE)
BETWEEN = re.compile(rf"\b(?:between|from|ranging from|range of|anywhere from)\s+(?:{SIGN})?$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:rose|risen|rising|rises?|fell|fallen|falling|falls?|drop\w*|grew|grown|climb\w*|jump\w*|increas\w+|decreas\w+|revis\w+"
    r"|up|down|cut|reduc\w+|lower\w*|rais\w+|slid|went|goes|bumped|upgrad\w+)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
MONEY_WORDS = "|".join(sorted((name for name in CURRENCIES if name.isalpha()), key=len, reverse=True))
MONEY_BEHIND = re.compile(
    rf"(?:[ -](?:US|American|Canadian|Australian|British))?[ -]?(?P<money>{MONEY_WORDS})s?\b(?!\s*(?:of|each)?\s*weigh)"
    rf"|(?P<pence>p\b|[ -]?(?:pence|penny)\b)(?!\.m)",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"pc\b|[ -]?(?:(?P<points>percentage[ -]points?)|(?P<basis>basis[ -]points?)|%|per ?cents?\b|percent\b|pct\b)", re.IGNORECASE
)
UNIT_WORDS = "|".join(
    sorted((word for word in NAMED if word not in ("person", "people", "share", "magnitude", "percent")), key=len, reverse=True)
)
MEASURED = re.compile(
    rf"[ -]?(?:(?P<speed>mph|kph|kmh|km ?/ ?h)|(?P<square>square"
    rf"|sq\.?)?[ -]?(?P<unit>{UNIT_WORDS})s?(?P<hour>[ -]?(?:per|an)[ -]hour)?)\b",
    re.IGNORECASE,
)
INCHES = "″"
DEGREES = re.compile(r"[ -]?(?:deg(?:rees?)?|°)[ -]?(?P<scale>celsius|centigrade|fahrenheit|c\b|f\b)", re.IGNORECASE)
MAGNITUDE_BEHIND = re.compile(
    r"[- ](?:magnitude|(?:degree|strength)[- ](?:earth)?quake|(?:degrees? )?on the (?:open-ended )?(?:richter|moment)\b)",
    re.IGNORECASE,
)
MAGNITUDE_BEFORE = re.compile(
    r"(?:\bmagnitudes?(?:[- ](?:of|at|was|as|were|is|ranging|from|between|put|about|around|at least|a|an"
    r"|estimated|preliminary))*[- ]*"
    r"|\bmeasur(?:ed|ing) (?:at |about |around |at least )*)$",
    re.IGNORECASE,
)
BASES = (
    "second|minute|hour|day|night|week|month|year|season|decade|century|head|capita|barrel|gallon|litre|liter|tonne|ton|kilo|kilogram"
    "|pound|ounce|share|person|mile|kilomet(?:re|er)|square (?:foot|met(?:re|er)|mile|kilomet(?:re|er))|hectare|acre"
)
RATE = re.compile(
    rf"(?:[^.,;()\d]{{0,14}}?\ban?|[^.,;()\d]{{0,50}}?\b(?:per|each|every))\s+(?P<base>{BASES})\b"
    rf"(?! (?:ago|earlier|later|before|after|old|since))(?!(?<=\ba second) \w)"
    rf"|[^.,;()\d]{{0,30}}?\b(?P<adverb>annually|yearly|daily|monthly|weekly|hourly)\b",
    re.IGNORECASE,
)
ADVERBS = {"annually": "year", "yearly": "year", "daily": "day", "monthly": "month", "weekly": "week", "hourly": "hour"}
CENT = 0.01
"""Scale of a figure that is given in cents or pence."""
REACH = 45
"""Code points before a number in which its modifiers stand."""
NEGATED = re.compile(
    r"(?:\b(?:no|none|nobody|not|never|neither|nor|unlikely|cannot|without)\b|n['’]t\b)"
    r"(?!\s+(?:only|just|least|doubt|fewer|less|more|that|whether|if))"
    r"(?:(?!\b(?:that|whether|if|because|but|who|which|while)\b)[^.;:,\n]){0,70}$",
    re.IGNORECASE,
)
"""Words before "more than" by which no more is meant: "none of the offers is for more than eight years"."""
LASTED = re.compile(r"(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)\s(?:for|in)\s+$", re.IGNORECASE)
"""Words between: "no rain for more than 30 days" tells how long, "is for more than eight years" tells of what length."""
OVER = re.compile(r"(?:more|longer|larger|greater|higher|better) than|over|beyond|above|exceed\w*|in excess of", re.IGNORECASE)
KNOWN = re.compile(r"\bthe\s+$", re.IGNORECASE)
"""What stands before a figure that is known already: "more than the $161 million that he got" is a bound of something else."""
LASTING = re.compile(r"[ -]*(?:years|months|weeks|days|decades|hours|seasons|centuries|nights|generations)\b", re.IGNORECASE)
"""Spans of time, over which something lasts: "over three years" is no bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A figure with its modifiers, and its unit where the words right at it name one (else a noun must)."""

    start: int
    end: int
    figure: Figure
    low: float | None
    high: float | None
    about: bool = False
    unit: str | None = None
    per: str | None = None


def with_unit(text: str, figure: Figure) -> Amount:
    """Return a figure with money, percent, length, magnitude ... as its text has them."""
    amount = Amount(
        start=figure.start, end=figure.end, figure=figure, low=figure.low, high=figure.high, about=figure.about,
        unit="share" if figure.share else None,
    )  # fmt: skip
    before, behind = text[max(0, figure.start - REACH) : figure.start], text[figure.end : figure.end + REACH]
    if (match := MONEY_BEFORE.search(before)) is not None:
        sign = match["sign"].replace(" ", "").lower().rstrip(".")
        amount = replace(
            amount, start=figure.start - len(match["sign"]), unit=CURRENCIES.get(sign) or CURRENCIES.get(sign.rstrip("s"))
        )
        repeated = MONEY_BEHIND.match(behind)
        real = repeated is None or (repeated["money"] or "real").lower() == "real"
        return amount if repeated is None or real else replace(amount, end=figure.end + repeated.end())
    if (match := PERCENT.match(behind)) is not None:
        return replace(amount, end=figure.end + match.end(), unit=share_unit(match))
    if behind.startswith(INCHES):
        return replace(amount, end=figure.end + 1, unit="inch")
    if (match := DEGREES.match(behind)) is not None:
        scale = "Fahrenheit" if match["scale"].lower().startswith("f") else "Celsius"
        return replace(amount, end=figure.end + match.end(), unit=f"degree {scale}")
    if (match := MAGNITUDE_BEHIND.match(behind)) is not None:
        return replace(amount, end=figure.end + match.end(), unit="magnitude")
    if (match := MAGNITUDE_BEFORE.search(before)) is not None and (figure.low or 0) < 10:
        named = re.fullmatch(r"magnitude[- ]", match.group(), re.IGNORECASE)  # "at least magnitude-5.9"
        return replace(amount, start=figure.start - len(match.group()) if named else figure.start, unit="magnitude")
    weighed = re.search(r"\bweigh\w*\s*$", before, re.IGNORECASE) is not None
    if (
        (match := MONEY_BEHIND.match(behind)) is not None
        and not weighed
        and (figure.scale > 1 or (match["money"] or "").lower() not in ("won", "real", "rand"))
    ):
        end = figure.end + match.end()
        if match["pence"] or match["money"].lower() == "cent":
            return in_cents(amount, end, "GBP" if match["pence"] else "USD")
        return replace(amount, end=end, unit=CURRENCIES[match["money"].lower()])
    if (match := MEASURED.match(behind)) is not None and not is_cut_short(match, behind):
        unit, per = measured_unit(match)
        return replace(amount, end=figure.end + match.end(), unit=unit, per=per)
    return amount


def in_cents(amount: Amount, end: int, unit: str) -> Amount:
    """Return an amount of cents or pence as one of dollars or pounds."""
    low, high = (None if bound is None else round(bound * CENT, 6) for bound in (amount.low, amount.high))
    figure = replace(amount.figure, low=None if amount.figure.low is None else round(amount.figure.low * CENT, 6), scale=CENT)
    return replace(amount, end=end, low=low, high=high, figure=figure, unit=unit)


def share_unit(match: re.Match[str]) -> str:
    """Return the unit of a share, or of what shares differ by."""
    return "percentage point" if match["points"] else "basis point" if match["basis"] else "percent"


def is_cut_short(match: re.Match[str], behind: str) -> bool:
    """Whether a short unit is the beginning of something else: "5 m" of "5 mobile phones", "2 min" of "minutes"."""
    return (
        len(match["unit"] or "speed") <= 3
        and not match.group().startswith((" ", "-"))
        and behind[match.end() : match.end() + 1].isalpha()
    )


def measured_unit(match: re.Match[str]) -> tuple[str, str | None]:
    """Return the unit that words name, squared where they say so, and the base of its rate."""
    if match["speed"]:
        return "mile" if match["speed"].lower() == "mph" else "km", "hour"
    word = match["unit"].lower()
    unit = NAMED.get(word) or NAMED[word.removesuffix("s")]
    if match["square"]:
        unit = SQUARES.get(unit, unit)
    return unit, "hour" if match["hour"] else None


def with_bounds(text: str, amount: Amount) -> Amount:
    """Return an amount with the bounds and looseness that the words around it give."""
    before = text[max(0, amount.start - REACH) : amount.start]
    if (match := BEFORE.search(before)) is not None and not re.search(r"\w\Z", before[: match.start()]):
        exact = amount.low
        start = amount.start - len(before) + match.start()
        lasting = re.match(r"(?:over|under|within)\b", match.group().strip(), re.I) and LASTING.match(text[amount.figure.end :])
        if not match["about"] and KNOWN.search(match["gap"]) and text[amount.end : amount.end + 5] != " mark":
            return amount
        if match["least"] and OVER.fullmatch(match["least"]) and is_negated(text[max(0, start - 2 * REACH) : start]):
            amount = replace(amount, start=start, low=None, high=exact)
        elif match["least"] and not lasting:
            amount = replace(amount, start=start, high=None)
        elif match["most"] and not lasting:
            amount = replace(amount, start=start, low=None, high=amount.high if amount.high is not None else exact)
        elif match["about"]:
            amount = replace(amount, start=start, about=True)
            return (
                with_bounds(text, amount)
                if re.search(rf"(?:{AT_LEAST}|{AT_MOST})\s*$", before[: match.start()], re.I)
                else amount
            )
        else:
            amount = replace(amount, start=start)
        if re.search(r"\b(?:about|around|roughly|some|estimated)\b", match["gap"], re.IGNORECASE):
            amount = replace(amount, about=True)
    elif (match := DETERMINER.search(before)) is not None:
        amount = replace(amount, start=amount.start - len(before) + match.start())
    if (match := BEHIND.match(text[amount.end : amount.end + 20])) is not None and not amount.figure.vague:
        amount = replace(amount, end=amount.end + match.end())
        if match["least"]:
            amount = replace(amount, high=None)
        elif match["about"]:
            amount = replace(amount, about=True)
        else:
            amount = replace(amount, low=None)
    return amount


def joined(text: str, one: Amount, two: Amount) -> Amount | None:
    """Return the range that two neighbouring amounts make ("10-12", "between 40 and 80 percent"), else None."""
    between = text[one.end : two.start]
    match = JOINT.fullmatch(between)
    low, high = one.figure.low, two.figure.low
    if match is None or low is None or high is None or one.figure.vague or two.figure.vague:
        return None
    before = text[max(0, one.start - REACH) : one.start]
    opened = BETWEEN.search(before)
    word = between.strip().lower()
    if word == "and" and (opened is None or "between" not in opened.group().lower()):
        return None
    if word == "to" and CHANGED.search(before):
        return None
    if one.unit is not None and (two.unit is not None or one.unit == "percent") and one.unit != two.unit:
        return None  # "gained 0.7 percent to 6,327" is no range
    if one.figure.scale == 1 and two.figure.scale > 1 and low < high / two.figure.scale * 1000 and low < 1000:
        low *= two.figure.scale
    if two.figure.scale == CENT and one.unit is None:
        low = round(low * CENT, 6)
    if low >= high:
        return None
    start = one.start - len(before) + opened.start() if opened else one.start
    figure = replace(two.figure, start=one.figure.start, low=low, high=high)
    return Amount(
        start=start,
        end=two.end,
        figure=figure,
        low=low,
        high=high,
        about=one.about or two.about,
        unit=two.unit or one.unit,
        per=two.per or one.per,
    )


def is_negated(before: str) -> bool:
    """Whether the words before "more than" say that there was no more."""
    return NEGATED.search(before) is not None and LASTED.search(before) is None


def feet_and_inches(text: str, one: Amount, two: Amount) -> Amount | None:
    """Return the one length in inches that "5 foot, 8 inches" is, else None."""
    plain = one.low is not None and one.low == one.high and two.low is not None and two.low == two.high
    if not plain or (one.unit, two.unit) != ("foot", "inch") or not re.fullmatch(r",?\s*(?:and\s+)?", text[one.end : two.start]):
        return None
    inches = 12 * (one.low or 0) + (two.low or 0)
    figure = replace(two.figure, start=one.figure.start, low=inches, high=inches)
    return replace(two, start=one.start, figure=figure, low=inches, high=inches, about=one.about or two.about)


def shared_bound(text: str, one: Amount, two: Amount) -> Amount:
    """Return a share with the bound of the one that it is listed with: "up to 70 percent in Orra, and 60 percent in Tesk"."""
    between = text[one.end : two.start]
    listed = re.fullmatch(r"[^.;:()\d\n]{0,60}?(?:,|\band)(?: and)?\s*", between)
    exact = two.low is not None and two.low == two.high and not two.about
    if one.unit != "percent" or two.unit != "percent" or not exact or listed is None:
        return two
    return replace(two, low=None) if one.low is None else replace(two, high=None) if one.high is None else two


def rate_of(text: str, end: int) -> str | None:
    """Return the base of a rate that follows an amount: "a year", "daily"."""
    match = RATE.match(text[end : end + 45])
    if match is None:
        return None
    base = (match["base"] or ADVERBS[match["adverb"].lower()]).lower()
    word = base.removeprefix("square ")
    unit = NAMED.get(word, "person" if word in ("head", "capita") else word)
    return unit if word == base else SQUARES[unit]
