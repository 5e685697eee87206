"""What the terminal says after a comparison: what to look at first, what was not read, and where the rest lies."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOST = 6
FIRST = ("conflict", "update")
MOST_ANSWERS = 4
WORDS = 7
"""Words of a report without outlet and title by which it is called."""
KINDS: dict[tuple[str, str | None], str] = {
    ("conflict", "between-origins"): "conflict between origins",
    ("conflict", "retelling"): "conflict: one origin, told differently",
    ("conflict", "within-report"): "conflict within a report",
    ("conflict", "part-exceeds-whole"): "conflict: a part larger than its whole",
    ("conflict", "denial"): "a claim and its denial",
    ("update", "event"): "updated: later news",
    ("update", "correction"): "updated: corrected",
}
"""Findings in words."""


def summary_lines(form: dict[str, Any], ledger: Path, page: Path, *, public: bool) -> Iterator[str]:
    """Yield the lines of the summary."""
    yield f"{count(len(form['documents']), 'report')} in {count(len(form['stories']), 'story', 'stories')}: " + ", ".join(
        f"{count(number, noun, plural)}" for number, noun, plural in findings(form)
    )
    shown = [question for question in form["questions"] if question["finding"] in FIRST and not question["background"]]
    shown.sort(key=lambda question: not question["sure"])
    if shown:
        yield "Look at first:"
        yield from (f"  {sentence(question)}" for question in shown[:MOST])
    missing = [document for document in form["documents"] if not document["outlet"] or not document["published"]]
    if missing:
        yield (
            f"{count(len(missing), 'report')} without outlet or date: "
            + ", ".join(name(document) for document in missing[:4])
            + (", ..." if len(missing) > 4 else "")
        )
    for entry in form["not_read"]:
        yield f"set aside: {entry['path']}: {entry['why']}"
    yield f"dossier: {page}" + (" (for others: excerpts of public reports only)" if public else "")
    yield f"ledger: {ledger}" + (" (complete: keep it to yourself)" if public else "")


def findings(form: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Yield how many questions have each finding."""
    names = {
        "conflict": ("conflict", "conflicts"),
        "update": ("update", "updates"),
        "differ": ("question answered differently", "questions answered differently"),
        "agree": ("agreement", "agreements"),
        "single": ("claim by one voice only", "claims by one voice only"),
    }
    for finding, (one, many) in names.items():
        yield sum(question["finding"] == finding for question in form["questions"]), one, many


def sentence(question: dict[str, Any]) -> str:
    """Return a question in one line: "troops: 12,000 or 15,000 (conflict between origins; 2 reports, 2 origins)"."""
    answers = [answer["label"] for answer in question["answers"]]
    told = (" | " if question["finding"] == "update" else " or ").join(answers[:MOST_ANSWERS])
    told += f" and {len(answers) - MOST_ANSWERS} more" if len(answers) > MOST_ANSWERS else ""
    asked = f"{question['label']}: " if question["kind"] != "whether" or question["label"] not in answers else ""
    low, high = question["origins"]["at_least"], question["origins"]["at_most"]
    origins = count(low, "origin") if low == high else f"between {low} and {high} origins"
    kind = ("" if question["sure"] else "possible: ") + KINDS[question["finding"], question["how"]]
    return f"{asked}{told} ({kind}; {count(question['reports'], 'report')}, {origins})"


def name(document: dict[str, Any]) -> str:
    """Return what to call a report."""
    words = " ".join(document["text"].split()[:WORDS])
    return str(document["outlet"] or document["title"] or (f"“{words} …”" if words else document["id"]))


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
