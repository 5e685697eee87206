"""Whether a text begins with a headline."""

import re

LONGEST = 120
"""Characters. Feeds and search engines cut headlines at 110; what is longer is mostly the first sentence."""
DATE_WORDS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november "
    "dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday st nd rd "
    "th am pm a m p utc gmt z et est edt ct cst cdt mt mst mdt pt pst pdt bst ist cet cest eet eest msk jst at on last updated "
    "update published posted modified created first hrs hours".split()
)
"""Words of lines that only date a text."""
NOT_A_HEADLINE = re.compile(
    r"(?:last\s+)?(?:updated?|modified|posted|published)\b\W*(?:on\b|at\b|\d|[A-Z])|by\s+[A-Z]|from\s+our\s|https?:|photo:|image:|"
    r"advertisement\b",
    re.IGNORECASE,
)
"""Beginnings of lines that stand above a text and do not say what it is about: dates, bylines, addresses, captions."""
DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:,\s[\w .]{2,30})?\s\([^)]{2,30}\)\s?[-–—]")
"""The beginning of wire copy: place in capitals, agency in brackets, dash."""
SENTENCE_END = re.compile(r"[.…:;,][\"'”’)\]]*$")
WORD = re.compile(r"[^\W\d_]+")


def first_line_headline(text: str) -> str | None:
    """Return the first line where it plainly is a headline: short, without a final period, more lines after it."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    first = lines[0]
    words = [word for word in WORD.findall(first) if word.lower() not in DATE_WORDS]
    if len(first) > LONGEST or len(words) < 2 or SENTENCE_END.search(first):
        return None
    return None if NOT_A_HEADLINE.match(first) or DATELINE.match(first) else " ".join(first.split())
