"""Years and their parts: "2009-11", "the 1990s", "the fourth quarter of 2005", and bare years.

A bare year is a number of four figures that the words around it show to be no count.
"""

import re
from collections.abc import Iterator

from rashomon.reading.time_expression import Expression, which_of
from rashomon.reading.time_words import ORDINAL_WORDS, SEASONS, YEAR, full_year

_YEARS = re.compile(rf"(?<![\w.,:/$€£-])({YEAR})\s?[-–/]\s?(\d\d(?!\d)|{YEAR})(?![\w-]|[.,]\d)")
_DECADE = re.compile(r"(?:\b(?:the|in|mid|early|late|of)[\s-]+)(?P<decade>(?:1[5-9]|20)\d0|[’'‘]?[2-9]0)[’']?s\b")
_DECADE_WORDS = re.compile(
    r"\bthe\s+(?:early\s+|late\s+|mid-)?(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADE_TENS = dict(
    zip("twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True)
)
_SEASON = re.compile(
    rf"\b(?:(?:the\s+)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:,|\s+of)?\s+(?P<year>{YEAR})\b"
    r"|(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<named>spring|summer|autumn|fall|winter)\b"
    r"|(?<=\bin\s)the\s+(?P<bare>spring|summer|autumn|fall|winter)(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|but|when|after|as|with|because|if|he|she|they)\b))"
)
_QUARTER = re.compile(
    r"\b(?:the\s+)?(?P<nth>first|second|third|fourth|final|last|[Qq](?P<figure>[1-4]))(?:[\s-]*(?P<unit>quarter|half))?\b"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|\s+(?:of\s+)?(?P<which>last|this|next)\s+year|\s+of\s+the\s+year)?",
    re.I,
)

_YEAR = re.compile(rf"(?:(?<![\w.,/$€£#-])|(?<=\bmid-))(?:(?P<year>{YEAR})|[’'‘](?P<short>[4-9]\d)\b)(?![\w/]|-\w)")
_STRONG = re.compile(
    r"\b(?:in|since|by|until|till|during|early|late|mid|circa|year|season|spring|summer|autumn|fall|winter|election|dated|back\s+to"
    r"|quarter|half|end\s+of|beginning\s+of|start\s+of|middle\s+of|as\s+of|ago|born|class\s+of)[\s-]+(?:the\s+)?(?:\()?$",
    re.I,
)
_WEAK = re.compile(
    r"\b(?:of|from|to|through|and|or|between|for|the|after|before|around|about|over|than|this|its|their|his|her|a|an)\s+(?:\()?$",
    re.I,
)
_LIST = re.compile(r"\b(?:1[5-9]|20)\d\d(?:,|,?\s+and|,?\s+or|\s+to|\s+through)?\s+$")
_NAME = re.compile(r"\b[A-Z][\w&.’'-]*\s+$")
_BRACKET = re.compile(r"[(\[]\s*$")
_COUNTED = re.compile(r"\s+(?:people|men|women|children|police|troops|personnel|staff|cattle|sheep)\b", re.I)
_MEASURED = re.compile(
    r"\s*(?:%|per\s?cent|percent|million|billion|thousand|hundred|km|kg|metres?|meters?|miles?|feet|tons?|tonnes?|euros?|dollars?|pounds?|yen|rupees?|francs?|acres?|hectares?|square|cubic|or\s+so|or\s+more)\b",
    re.I,
)
_PLURAL = re.compile(
    r"\s+(?!(?:was|has|as|is|this|does|its|us|yes|always|perhaps|towards|besides|across|onwards|afterwards|thus|whereas)\b)[a-z]+s\b(?!['’])"
)
_UNLIKELY_ROUND = 100
"""A multiple of this is as likely a count, so it needs a strong word before it."""


def find_years(text: str) -> list[Expression]:
    """Find years from 1500 to 2099, runs of them, and seasons, quarters and halves."""
    return [*_bare(text), *_runs(text), *_parts_of_years(text)]


def _bare(text: str) -> Iterator[Expression]:
    for m in _YEAR.finditer(text):
        if m["short"]:
            yield Expression(start=m.start(), end=m.end(), kind="date", year=1900 + int(m["short"]))
        elif _is_year(text, m):
            yield Expression(start=m.start(), end=m.end(), kind="date", year=int(m["year"]))


def _is_year(text: str, m: re.Match[str]) -> bool:
    before, after = text[max(0, m.start() - 28) : m.start()], text[m.end() : m.end() + 32]
    if _MEASURED.match(after):
        return False
    if _STRONG.search(before) or _LIST.search(before) or (_BRACKET.search(before) and re.match(r"\s*[)\],;–-]", after)):
        return True
    year = int(m["year"])
    if _COUNTED.match(after):
        return False
    if year % _UNLIKELY_ROUND == 0 and year != 2000:
        return False
    if not 1900 <= year <= 2049:
        return False
    if _WEAK.search(before):
        return re.search(r"\bthe\s+$", before) is not None or not _PLURAL.match(after)
    if _NAME.search(before) or re.search(r"(?:^|\n)\s*$|[,:;–—-]\s*$", before):
        return not _PLURAL.match(after)
    return re.match(r"\s*(?:$|[\n.,;:)])|[’']s\b", after) is not None and re.search(r"[a-z]\s+$", before) is not None


def _runs(text: str) -> Iterator[Expression]:
    """Runs of years: "2009-11", "the 1990s", "the nineties"."""
    for m in _YEARS.finditer(text):
        first = int(m[1])
        last = int(m[2]) if len(m[2]) == 4 else first // 100 * 100 + int(m[2])
        if first < last <= first + 200:
            yield Expression(start=m.start(), end=m.end(), kind="years", year=first, last_year=last)
    for m in _DECADE.finditer(text):
        first = full_year(m["decade"].lstrip("’'‘"), latest=2029)
        yield Expression(start=m.start("decade"), end=m.end(), kind="years", year=first, last_year=first + 9)
    for m in _DECADE_WORDS.finditer(text):
        first = 1900 + _DECADE_TENS[m["decade"]]
        yield Expression(start=m.start("decade"), end=m.end(), kind="years", year=first, last_year=first + 9)


def _parts_of_years(text: str) -> Iterator[Expression]:
    """Seasons, quarters and halves of a year."""
    for m in _SEASON.finditer(text):
        first, last = SEASONS[(m["season"] or m["named"] or m["bare"]).casefold()]
        which = which_of(m["which"])
        year = int(m["year"]) if m["year"] else None
        yield Expression(
            start=m.start(), end=m.end(), kind="months", year=year, month=first, last_month=last, which=which, unit="season"
        )
    for m in _QUARTER.finditer(text):
        if m["unit"] is None and m["figure"] is None:
            continue
        if m["unit"] and m["unit"].casefold() == "half" and not (m["year"] or m["which"] or m[0].casefold().endswith("the year")):
            continue  # "the first half" of a game, a book, an hour
        half = (m["unit"] or "").casefold() == "half"
        length = 6 if half else 3
        number = int(m["figure"]) if m["figure"] else min(ORDINAL_WORDS[m["nth"].casefold()], 2 if half else 4)
        year = int(m["year"]) if m["year"] else None
        yield Expression(
            start=m.start(),
            end=m.end(),
            kind="months",
            year=year,
            month=(number - 1) * length + 1,
            last_month=number * length,
            which=which_of(m["which"]),
            unit="year" if m["which"] else None,
        )
