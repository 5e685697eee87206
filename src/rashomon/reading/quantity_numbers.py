"""Finding numbers in a text: figures, number words, vague words and shares, and leaving out what counts nothing.

Not counted (bench guide, "Anchors"): dates and clock times (given as spans), ages, ordinals, numbers inside names and addresses,
scores, and "one" as a pronoun.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Span
from rashomon.values.numbers import SCALES, SHARES, SMALL, parse_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number where it stands, with the bounds that its own words give.

    Attributes:
        start: First code point. end: After the last one, scale included ("2.6bn").
        share: It is a part of one ("a third"). vague: A word without a figure ("dozens").
        scale: The scale word that it carries, for ranges that share one ("2 to 3 million").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    about: bool = False
    share: bool = False
    vague: bool = False
    scale: float = 1.0


SCALE_WORDS = "hundred|thousand|million|billion|trillion|crores?|lakhs?|mln|mil|mm|mn|bn|tn"
WORDS = "|".join(sorted((word for word in SMALL if word not in ("dozen", "zero")), key=len, reverse=True))
CODES = (
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "INR",
    "CHF",
    "AED",
    "AUD",
    "CAD",
    "HKD",
    "NZD",
    "SGD",
    "MYR",
    "RM",
    "Rs",
    "euro",
    "Dh",
)
"""Codes of money that are written right before a figure ("EUR50m")."""
GLUED = (
    "|".join(rf"(?<=\b{code})" for code in CODES)
    + "|"
    + "|".join(rf"(?<=\${code})" for code in ("US", "A", "C", "NZ", "HK", "S"))
)
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!Rs)\.\d{1,3}"
FIGURE = re.compile(
    rf"(?:(?<![\w.,/×@#])(?<![\w]-)|(?<=\d-)|{GLUED}|(?<=\bRs\.)|(?<=\bsub-)|(?<=magnitude-)|(?<=\bminus-))(?:{DIGITS})"
    rf"(?:[ -]?(?:{SCALE_WORDS})(?![a-z])|[mkb](?![a-z\d]))?",
    re.IGNORECASE,
)
WORDED = re.compile(
    rf"(?<![\w-])(?:(?:half an?|an?)[ -](?=hundred|thousand|million|billion|dozen))?"
    rf"(?:(?:{WORDS}|dozen|{SCALE_WORDS})(?![a-z])"
    rf"(?:(?<=hundred)[ -]and[ -](?={WORDS})|(?<=thousand)[ -]and[ -](?={WORDS})|[ -](?={WORDS}|{SCALE_WORDS}|dozen)|))+",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<tens>tens|hundreds) of (?P<of>thousands|millions)"
    r"|(?P<many>dozens|scores|hundreds|thousands|millions|billions)"
    r"|(?P<few>several|a few|some few)(?:[ -](?P<scale>dozen|hundred|thousand|million|billion))?"
    r"|(?P<couple>a couple)(?:(?: of)? (?P<pair>hundred|thousand|million|dozen))?)(?![\w-])",
    re.IGNORECASE,
)
MANY = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9}
"""Lower bounds of vague words (bench guide, "Values")."""
SHARE = re.compile(
    r"(?<![\w-])(?:(?P<count>one|two|three|four|five|a|an)[ -])?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|(?:(?<=one[ -])|(?<=three[ -]))fourths?)"
    r"(?=\s+(?:of|the|its|their|his|her|all|those)\b|\s*[,.;)]|\s+and\s+two)"
    r"|(?<![\w-])(?P<of_one>one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of)(?: every)? "
    r"(?P<base>two|three|four|five|six|seven|eight|nine|ten|\d+)(?![\w,.]\d|[\w-])(?!\s*(?:kms?|m|miles?|kilomet|met|years?|months?"
    r"|weeks?|days?|hours?|minutes?|seconds?|decades?)\b)",
    re.IGNORECASE,
)
HALF_MORE = re.compile(r" and a half(?= (?!of\b|million|billion|dozen)\w)", re.IGNORECASE)
SINGLE = re.compile(
    r"\b(?:(?:less|more|longer) than|over|under|just over|just under|nearly|almost|about|within|at least) (?P<one>an?) "
    r"(?=(?:second|minute|hour|day|week|month|year|decade|century|mile|kilometre|kilometer|metre|meter|tonne|ton)\b)",
    re.IGNORECASE,
)
OR_TWO = re.compile(
    r"\b(?P<one>an?) (?=(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|mile|kilometre|kilometer|metre"
    r"|meter|tonne|ton|point|degree) or two\b)",
    re.IGNORECASE,
)
FORECAST = re.compile(r"\b(?:by|until|before|year|around) $", re.IGNORECASE)
"""Words before a year of the next century."""
MINUS = re.compile(r"(?:\bminus[ -]|(?<!\S)−)$", re.IGNORECASE)
ORDINAL_BEFORE = re.compile(r"\b(?:first|second|third|latter|other|last|this|next|each|better|nd|rd)\s+$", re.IGNORECASE)
NOTHING = re.compile(
    r"\b(?P<none>no)\s+(?:\w+\s+){0,2}?"
    r"(?:injur(?:y|ies)|casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|survivors?|dead|wounded)\b"
    r"|\b(?P<nobody>no one|nobody|none)\b"
    r"(?=[^.;]{0,60}\b(?:hurt|injured|killed|wounded|dead|died|harmed|missing)\b)",
    re.IGNORECASE,
)
AGES = (
    re.compile(r"\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[ -]years?[ -]olds?\b", re.IGNORECASE),
    re.compile(r"\b\d{1,3} ?years? old\b|\b(?:\d{1,3}|[a-z]+) (?:years|months|weeks) of age\b", re.IGNORECASE),
    re.compile(
        r"\b(?:aged?|ages) (?:(?:between|from) )?(?:\d{1,3}|[a-z]+)(?: (?:to|and|or|between) \d{1,3})?\b(?! of)", re.IGNORECASE
    ),
    re.compile(r"(?<=[A-Za-z.]), \d{1,3}(?=,(?!\d)| and\b|;|\))"),
    re.compile(
        r"\b(?:turn|turns|turned|turning|will be|retirement age\b[^.;]{0,30}?"
        r"|pension age\b[^.;]{0,30}?) (?:to )?\d{2}\b(?= |[.,])"
    ),
)
"""Ages, which count nothing."""
SPOILT = (
    re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+|\b\w+\.(?:com|org|net|co)\S*", re.IGNORECASE),
    re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE),
    *AGES,
    re.compile(r"\b(?:between )?\d{1,3} (?:and|or|to) \d{1,3}[ -]years?[ -]old\b|\b\w+-by-\w+\b|(?<![\d.,])0\d+\b"),
    re.compile(
        r"\b(?:call\w*|dial\w*|phon\w*|rang) (?:911|999|112|000)\b|\b(?:911|999) (?:call|dispatch|operator|emergency)", re.I
    ),
    re.compile(
        r"\bthe two (?:countr|nation|state|side|part|leader|government|continent|team|compan|neighbou?r|power|force|armies)\w*",
        re.I,
    ),
    re.compile(r"\((?:\d{1,3})\)(?=[ ,.])"),
    re.compile(r"\b\d{1,2}[-–](?=\d{1,2}(?:[:.]\d\d)? ?[ap]\.? ?m\b)|\b\d{3}-\d{4}\b", re.IGNORECASE),
    re.compile(r"\b(?:in|into) (?:his|her|their|its) (?:early |mid-?|late )?\d0s\b", re.IGNORECASE),
    re.compile(r"\b(?:mid|late|early|pre|post)-?\d{4}s?\b|\b(?:1[5-9]|20)\d\d(?:s|[-–/]\d{2,4})\b", re.IGNORECASE),
    re.compile(r"\b\d+ ?[x×/] ?\d+\b|\b\d{1,2}[-–]\d{1,2}(?= (?:win|victory|defeat|loss|draw|lead|record|on\b))", re.IGNORECASE),
    re.compile(r"\b(?:won|beat\w*|lost|led|drew|defeat\w*|leading)\b[^.,;]{0,30}?\b\d{1,2}[-–]\d{1,2}\b", re.IGNORECASE),
    re.compile(r"\b(?:tel|phone|fax|call)\b\.?:? ?[+\d][\d ()-]{6,}|\+\d[\d ()-]{7,}", re.IGNORECASE),
    re.compile(r"\b[A-Z]{1,5}-?\d+[A-Za-z]?(?:-\d+)?\b(?! (?:million|billion|bn|mn))"),
    re.compile(r"\b(?!US|UK|EU|UN|IN|OF|TO|AT|ON|BY)[A-Z]{2} \d{2,3}\b(?= [A-Za-z]+s\b)"),
    re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE),
    re.compile(
        r"\b(?:no|nos|number|update|article|section|chapter|flight|route|interstate|highway|motorway|room|page|vol|volume|phase|part|act"
        r"|level|grade|type|mark|unit|block|gate|platform|terminal|channel|lane|line|zone|district|ward|version|windows|apollo|top"
        r"|resolution|clause|protocol|title|tier|category|group of|big|fab|formula|super bowl|world war|catch"
        r"|stage|round|week|day"
        r"|game|season|episode|psalm|verse)s?\.? #?\d+[a-z]?(?:[-–]\d+)?\b(?![,.]\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b\d+ Downing Street\b|\b\d{1,5} (?:[NSEW]\.? |[A-Z][\w.]+ ){1,3}"
        r"(?:Street|Road|Avenue|Lane|Drive|Square|Boulevard|Way|Place|St|Rd|Ave|Ln|Dr|Blvd|Hwy|Pkwy)\b\.?"
    ),
    re.compile(rf"\b\d{{3,4}} (?!(?:{'|'.join(CODES)})\b)[A-Z]{{3,5}}\b(?! [a-z]+s\b)"),
    re.compile(r"\b(?:one|two) (?:another|day|thing|point|way|side|hand|time|stage|reason|by one)\b", re.IGNORECASE),
    re.compile(
        r"\bno one\b|\bone(?:'s|’s|self)?\b(?= (?:who|that|which|is|was|can|could|must|has|had|the|an?|for|to|and))"
        r"|\b(?:the|this|that|each|every|any|another|which|only|first|last|next|big|biggest|no|new|right|latest|some)[ -]one\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bone\b(?=[\s.,;:!?\"”’)]*$|[.,;:!?\"”’)])", re.IGNORECASE | re.MULTILINE),
)
"""What looks like a number and counts nothing, each by the shape that gives it away."""
SIGNS = "$€£¥₹₽₪₺₴₩₦"


def find_figures(text: str, blocked: Sequence[Span] = ()) -> list[Figure]:
    """Return the numbers of a text in order, none overlapping another or a blocked span."""
    taken = [(span.start, span.end) for span in blocked]
    found: list[Figure] = []

    def keep(candidates: Iterator[Figure]) -> None:
        for figure in candidates:
            if all(figure.end <= start or end <= figure.start for start, end in taken):
                found.append(figure)
                taken.append((figure.start, figure.end))

    keep(shares(text))
    keep(nothings(text))
    for pattern in SPOILT:
        taken += [match.span() for match in pattern.finditer(text) if not names_money(match)]
    keep(vague_words(text))
    keep(figures(text))
    return sorted(found, key=lambda figure: figure.start)


def names_money(match: re.Match[str]) -> bool:
    """Whether what looks like a model number is money ("US$5", "Rs 40")."""
    return re.match(rf"(?:US|{'|'.join(CODES)}|Dhs)[- ]?\d", match.group(), re.IGNORECASE) is not None


def figures(text: str) -> Iterator[Figure]:
    """Yield numbers in figures and in words."""
    for match in SINGLE.finditer(text):
        yield Figure(start=match.start("one"), end=match.end("one"), low=1.0, high=1.0)
    for match in OR_TWO.finditer(text):
        yield Figure(start=match.start("one"), end=match.end("one"), low=1.0, high=2.0)
    for pattern in (FIGURE, WORDED):
        for match in pattern.finditer(text):
            words = match.group().rstrip(" -")
            value = parse_number(words)
            if not value or words.lower() in ("hundred", "thousand", "million", "billion", "dozen", "trillion"):
                continue
            if is_year(text, match.start(), words) or is_metres(text, match.start(), match.end(), words):
                if is_metres(text, match.start(), match.end(), words):
                    yield Figure(start=match.start(), end=match.end() - 1, low=value / 1e6, high=value / 1e6)
                continue
            half = HALF_MORE.match(text, match.start() + len(words))
            if half is not None:
                yield Figure(start=match.start(), end=half.end(), low=value + 0.5, high=value + 0.5)
                continue
            sign = MINUS.search(text, max(0, match.start() - 7), match.start())
            value, start = (-value, sign.start()) if sign else (value, match.start())
            last = re.search(r"[a-z]+$", words.lower())
            scale = SCALES.get(last.group().removesuffix("s"), 1.0) if last else 1.0
            yield Figure(start=start, end=match.start() + len(words), low=value, high=value, scale=scale)


def is_year(text: str, start: int, words: str) -> bool:
    """Whether four bare figures are a year: no sign of money before them, no counted noun right behind."""
    year = r"(?:1[5-9]|2[01])\d\d" if FORECAST.search(text[max(0, start - 9) : start]) else r"(?:1[5-9]|20)\d\d"
    if not re.fullmatch(year, words) or text[max(0, start - 1) : start] in SIGNS:
        return False
    return not re.match(r"\s+(?:[a-z]+\s+){0,2}[a-z]{3,}s\b", text[start + 4 : start + 40])


def is_metres(text: str, start: int, end: int, words: str) -> bool:
    """Whether an "m" right behind figures means metres: no money around it and a size that distances have."""
    if not words.endswith("m") or not words[0].isdigit():
        return False
    before, after = text[max(0, start - 5) : start], text[end : end + 9]
    money = (
        any(sign in before for sign in SIGNS)
        or re.search(rf"\b(?:{'|'.join(CODES)})s?\.? ?$", before)
        or re.match(r"[ -]?(?:euro|dollar|pound|people|Rs|USD|EUR)", after)
    )
    return not money and "." not in words


def vague_words(text: str) -> Iterator[Figure]:
    """Yield "dozens", "tens of thousands", "several", "a few hundred", "a couple"."""
    for match in VAGUE.finditer(text):
        groups = {name: (value or "").lower() for name, value in match.groupdict().items()}
        high: float | None = None
        if groups["tens"]:
            low = {"tens": 10, "hundreds": 100}[groups["tens"]] * MANY[groups["of"]]
        elif groups["many"]:
            low = MANY[groups["many"]]
        elif groups["few"]:
            low = 3 * (12 if groups["scale"] == "dozen" else SCALES.get(groups["scale"], 1.0))
        else:
            low = 2 * (12 if groups["pair"] == "dozen" else SCALES.get(groups["pair"], 1.0))
            high = low
        yield Figure(start=match.start(), end=match.end(), low=low, high=high, about=high is None, vague=True)


def shares(text: str) -> Iterator[Figure]:
    """Yield "half", "a third", "two-thirds", "one in three"."""
    for match in SHARE.finditer(text):
        if match["base"]:
            top, base = parse_number(match["of_one"]), parse_number(match["base"])
            if not top or not base or top > base:
                continue
            value = round(top / base, 3)
        else:
            part = match["part"].lower().removesuffix("s")
            part = "half" if part == "halve" else part
            count = {"a": 1.0, "an": 1.0}.get((match["count"] or "a").lower()) or parse_number(match["count"]) or 1.0
            if (part != "half" and not match["count"]) or ORDINAL_BEFORE.search(text[: match.start()][-12:]):
                continue
            value = round(count / 3, 3) if part == "third" else round(count * SHARES[part], 3)
        yield Figure(start=match.start(), end=match.end(), low=value, high=value, share=True)


def nothings(text: str) -> Iterator[Figure]:
    """Yield an explicit none of people harmed as 0."""
    for match in NOTHING.finditer(text):
        group = "none" if match["none"] else "nobody"
        start, end = match.span(group)
        yield Figure(start=start, end=end, low=0.0, high=0.0)
