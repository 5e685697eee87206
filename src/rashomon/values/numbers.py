"""Numbers in figures and words: "12,500", "2.6", "twenty-six", "a hundred and ten thousand", "2.6bn"."""

import re

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate(ONES.split())},
    **{word: 20 + 10 * place for place, word in enumerate(TENS.split())},
    "dozen": 12,
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "m": 1e6,
    "mm": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
SHARES: dict[str, float] = {
    "half": 0.5, "third": 0.333, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "sixth": 0.167, "eighth": 0.125, "tenth": 0.1,
}  # fmt: skip
FIGURES = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d*\.\d+|\d+")


def parse_number(words: str) -> float | None:
    """Return the value of a number in figures or words, None where the words are no number.

    "A" and "an" count one before a scale or dozen ("a hundred", "a dozen"); "and" joins ("a hundred and ten").
    """
    parts = re.findall(r"\d[\d,]*(?:\.\d+)?|\.\d+|[a-z]+", words.lower())
    if not parts:
        return None
    total, current, seen = 0.0, 0.0, False
    for place, part in enumerate(parts):
        part = part.removesuffix("s") if part not in SMALL and part.removesuffix("s") in (*SCALES, "dozen") else part
        if part[0].isdigit() or part[0] == ".":
            if not FIGURES.fullmatch(part):
                return None
            current, seen = current + float(part.replace(",", "")), True
        elif part == "dozen":
            current, seen = 12 * (current or 1), True
        elif part in SMALL:
            current, seen = current + SMALL[part], True
        elif part == "hundred":
            current, seen = 100 * (current or 1), True
        elif part in SCALES:
            total, current, seen = total + SCALES[part] * (current or 1), 0.0, True
        elif part in ("a", "an") and place <= 1:
            continue
        elif part == "half" and place <= 1 and len(parts) > 1:
            current, seen = 0.5, True
        elif part != "and" or not seen:
            return None
    return round(total + current, 6) if seen else None
