"""Missing: reports that do not tell their outlet or date, and what their address and first lines suggest."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
HEAD = 600
"""Characters at the head of a report in which a dateline or a byline stands."""
AGENCY = re.compile(r"\(([A-Z][\w&.’' ]{1,40})\)\s*[-–—]")
MONTHS = "january february march april may june july august september october november december".split()
DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2}) (?P<name>[A-Z][a-z]{2,8}) (?P<year>\d{4})\b"),
    re.compile(r"\b(?P<name>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4})\b"),
)


def missing_fields(ledger: Mapping[str, Any]) -> list[Json]:
    """Return the reports whose outlet or date is not known or only guessed.

    Returns:
        `document` (id), `fields` (of `outlet` and `published`) and `suggestions` by field, for a person to confirm.
    """
    found = []
    for row in ledger.get("documents") or ():
        fields = [] if row.get("outlet") else ["outlet"]
        if not row.get("published") or row.get("published_guessed"):
            fields.append("published")
        if fields and not row.get("copy_of"):
            guesses = {"outlet": suggest_outlet(row), "published": suggest_date(row)}
            suggestions = {key: guesses[key] for key in fields if guesses[key]}
            found.append({"document": row["id"], "fields": fields, "suggestions": suggestions})
    return found


def suggest_outlet(row: Mapping[str, Any]) -> str:
    """Return the agency of a dateline, or the host of the address."""
    agency = AGENCY.search((row.get("text") or "")[:HEAD])
    if agency:
        return agency.group(1)
    try:
        return (urlsplit(row.get("url") or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def suggest_date(row: Mapping[str, Any]) -> str:
    """Return a guessed date, or the first full date in the head of the text, as ISO 8601."""
    if row.get("published"):
        return str(row["published"])
    head = (row.get("text") or "")[:HEAD]
    matches = [match for pattern in DATES for match in pattern.finditer(head)]
    for match in sorted(matches, key=lambda match: match.start()):
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else month_number(parts["name"])
        try:
            return date(int(parts["year"]), month, int(parts["day"])).isoformat()
        except ValueError:
            continue
    return ""


def month_number(name: str) -> int:
    """Return the number of a month by its name or the first letters of it; 0 for any other word."""
    return next((place for place, month in enumerate(MONTHS, start=1) if month.startswith(name.casefold())), 0)
