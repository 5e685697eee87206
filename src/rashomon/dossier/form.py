"""From the ledger's JSON form back to records, so that the page is made from what is stored and from nothing else.

The page is shown to people who act on it, so each claim is checked once more: its words must stand at its offsets. Those that do
not are left out and counted. Keys that are missing get their defaults, since older ledgers have fewer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast, get_args

from rashomon.model import (
    Answer,
    Certainty,
    Claim,
    Conversion,
    Kind,
    Level,
    Lineage,
    NotRead,
    Origin,
    Origins,
    Pin,
    Quantity,
    Question,
    Reason,
    Report,
    Span,
    Story,
    TimeValue,
    Voice,
)
from rashomon.model.ledger import Finding, How, LineageHow

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A number that stands in a report and in no claim."""

    document: str
    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A ledger as it was written.

    Attributes:
        reports: By id, in the order of the file; `text` is empty where the page may not show it.
        words: The words of each claim's span by claim id.
        unpinned: How many claims were left out because their words do not stand where they should.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    words: Mapping[str, str]
    questions: tuple[Question, ...]
    stories: tuple[Story, ...]
    lineage: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    strays: tuple[Stray, ...] = ()
    unpinned: int = 0
    public: bool = False
    homes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read_form(ledger: Json, *, public: bool = False) -> Form:
    """Read a ledger's JSON form.

    Args:
        ledger: The form as design.md gives it.
        public: Texts are not there, so words cannot be checked against them.

    Raises:
        KeyError: an entry lacks its id, document or offsets.
    """
    reports = {row["id"]: read_report(row) for row in rows(ledger, "documents")}
    claims, words = {}, {}
    found = rows(ledger, "claims")
    for row in found:
        text = str(row.get("text") or "")
        report = reports.get(row["document"])
        if report is None or not (public or pinned(row, report.text, text)):
            continue
        claims[row["id"]], words[row["id"]] = read_claim(row), text
    questions = tuple(kept(read_question(row), claims) for row in rows(ledger, "questions"))
    homes = {name: (question.id, answer.id) for question in questions for answer in question.answers for name in answer.claims}
    return Form(
        reports=reports,
        claims=claims,
        words=words,
        questions=questions,
        stories=tuple(
            Story(id=row["id"], label=row.get("label") or "", documents=tuple(row["documents"]))
            for row in rows(ledger, "stories")
        ),
        lineage=tuple(read_lineage(row) for row in rows(ledger, "lineage")),
        origins=tuple(
            Origin(id=row["id"], name=row.get("name") or "", names=tuple(row.get("names") or ()))
            for row in rows(ledger, "origins")
        ),
        not_read=tuple(NotRead(path=str(row.get("path")), why=str(row.get("why"))) for row in rows(ledger, "not_read")),
        strays=tuple(read_strays(rows(ledger, "not_understood"))),
        unpinned=len(found) - len(claims),
        public=public,
        homes=homes,
    )


def rows(ledger: Json, key: str) -> list[dict[str, Any]]:
    """Return a list of the ledger, empty where it is missing."""
    return list(ledger.get(key) or ())


def pinned(row: Json, text: str, words: str) -> bool:
    """Whether a claim's words stand at its offsets, and its focus inside them."""
    start, end = row["start"], row["end"]
    low, high = row.get("focus") or (start, end)
    return bool(0 <= start <= low < high <= end) and text[start:end] == words


def read_report(row: Json) -> Report:
    """Return one report."""
    return Report(
        id=row["id"],
        text=row.get("text") or "",
        sha256=row.get("sha256") or "",
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=row.get("published"),
        published_guessed=bool(row.get("published_guessed")),
        url=row.get("url"),
        level=cast("Level", row.get("level")) if row.get("level") in get_args(Level) else "internal",
        copy_of=row.get("copy_of"),
        path=row.get("path"),
    )


def read_claim(row: Json) -> Claim:
    """Return one claim."""
    low, high = row.get("focus") or (row["start"], row["end"])
    when = row.get("time")
    when = when.get("iso") if isinstance(when, Mapping) else when
    return Claim(
        id=row["id"],
        document=row["document"],
        span=Span(start=row["start"], end=row["end"]),
        focus=Span(start=low, end=high),
        kind=cast("Kind", row.get("kind") or "whether"),
        value=read_value(row["value"]) if row.get("value") else None,
        time=TimeValue(iso=when) if when else None,
        voices=tuple(read_voice(voice) for voice in row.get("voices") or ()),
        certainty=cast("Certainty", row.get("certainty") or "stated"),
        observed=bool(row.get("observed")),
        headline=bool(row.get("headline")),
    )


def read_voice(row: Json) -> Voice:
    """Return one voice."""
    start, end = row.get("start"), row.get("end")
    span = Span(start=start, end=end) if start is not None and end is not None and 0 <= start < end else None
    return Voice(name=str(row.get("name") or ""), span=span, cue=row.get("cue"))


def read_value(row: Json) -> Quantity:
    """Return one quantity."""
    return Quantity(
        low=row.get("low"),
        high=row.get("high"),
        unit=row.get("unit") or "",
        about=bool(row.get("about")),
        per=row.get("per"),
        counted=row.get("counted"),
        also=tuple(
            Conversion(low=other.get("low"), high=other.get("high"), unit=other["unit"], start=other["start"], end=other["end"])
            for other in row.get("also") or ()
        ),
    )


def read_question(row: Json) -> Question:
    """Return one question."""
    count = row.get("origins") or {}
    return Question(
        id=row["id"],
        story=row.get("story") or "",
        label=row.get("label") or "",
        kind=cast("Kind", row.get("kind") or "whether"),
        finding=cast("Finding", row.get("finding") or "single"),
        how=cast("How | None", row.get("how")),
        origins=Origins(at_least=count.get("at_least") or 1, at_most=count.get("at_most") or 1),
        reports=row.get("reports") or 0,
        part_of=row.get("part_of"),
        because=row.get("because") or "",
        answers=tuple(
            Answer(id=answer["id"], label=answer.get("label") or "", claims=tuple(answer.get("claims") or ()))
            for answer in row.get("answers") or ()
        ),
        background=bool(row.get("background")),
        was=tuple(row.get("was") or ()),
        reasons=read_reasons(row),
    )


def kept(question: Question, claims: Mapping[str, Claim]) -> Question:
    """Return a question with the claims that can be shown."""
    answers = tuple(
        Answer(id=answer.id, label=answer.label, claims=tuple(name for name in answer.claims if name in claims))
        for answer in question.answers
    )
    return replace(question, answers=answers)


def read_reasons(row: Json) -> tuple[Reason, ...]:
    """Return the reasons of a question or an edge."""
    return tuple(
        Reason(why=reason.get("why") or "", spans=tuple(read_pins(reason.get("spans") or ())))
        for reason in row.get("reasons") or ()
    )


def read_pins(found: Iterable[Json]) -> Iterator[Pin]:
    """Yield the spans that prove a reason."""
    for pin in found:
        yield Pin(document=pin["document"], start=pin["start"], end=pin["end"])


def read_lineage(row: Json) -> Lineage:
    """Return one edge."""
    return Lineage(
        source=row["from"],
        target=row["to"],
        how=cast("LineageHow", row.get("how") or "cites"),
        because=row.get("because") or "",
        reasons=read_reasons(row),
    )


def read_strays(found: Iterable[Json]) -> Iterator[Stray]:
    """Yield the numbers that no claim has."""
    for row in found:
        if 0 <= row["start"] < row["end"]:
            span = Span(start=row["start"], end=row["end"])
            yield Stray(document=row["document"], span=span, text=row.get("text") or "", why=row.get("why") or "")
