"""Who draws on whom: reports that copy or share an origin, each with its proof, and all voices against all reports."""

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.dossier.book import Book, claim_address, report_address
from rashomon.dossier.cards import Proof, proof
from rashomon.dossier.lines import key
from rashomon.model import Lineage

SAID = {"cites": "cites", "copies": "copies from", "shares-origin": "shares an origin with"}
SHOWN = 12
"""Voices that stand open in the table; the others, mostly heard once, are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A report or an origin."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One report draws on another, or on an origin."""

    source: End
    target: End
    said: str
    because: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """A voice, and in which reports it speaks: (address of its first claim, how many) by report, ("", 0) where it does not."""

    name: str
    key: Markup
    cells: tuple[tuple[str, int], ...]
    reports: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Who draws on whom in a story."""

    kinships: tuple[Edge, ...]
    citations: tuple[Edge, ...]
    voices: tuple[VoiceRow, ...]
    more: tuple[VoiceRow, ...]
    own: VoiceRow | None


def drawing(book: Book) -> Drawing:
    """Return the lineage of a story."""
    ends = {report.id: End(name=book.names[report.id], address=report_address(report.id)) for report in book.reports()}
    origins = {origin.id: End(name=origin.name) for origin in book.form.origins}
    edges = [row for row in book.form.lineage if row.source in ends and (row.target in ends or row.target in origins)]
    rows = voice_rows(book)
    return Drawing(
        kinships=tuple(edge(book, row, ends | origins) for row in edges if row.how != "cites"),
        citations=tuple(edge(book, row, ends | origins) for row in edges if row.how == "cites" and row.target in ends),
        voices=tuple(rows[:SHOWN]),
        more=tuple(rows[SHOWN:]),
        own=voice_row(book, ""),
    )


def edge(book: Book, row: Lineage, ends: dict[str, End]) -> Edge:
    """Return one edge."""
    proofs = tuple(proof(book, reason) for reason in row.reasons)
    because = "" if any(found.why == row.because for found in proofs) else row.because
    return Edge(source=ends[row.source], target=ends[row.target], said=SAID[row.how], because=because, proofs=proofs)


def voice_rows(book: Book) -> list[VoiceRow]:
    """Return all voices, those heard in most reports first."""
    names: dict[str, str] = {}
    for name in book.form.homes:
        claim = book.form.claims.get(name)
        if claim is not None and claim.document in book.order and (origin := book.origin(claim)):
            names.setdefault(origin.casefold(), origin)
    rows = [row for name in names.values() if (row := voice_row(book, name)) is not None]
    return sorted(rows, key=lambda row: (-row.reports, -row.claims, row.name))


def voice_row(book: Book, name: str) -> VoiceRow | None:
    """Return where one voice speaks; with "" what the reports say in their own words. None if nowhere."""
    found: dict[str, list[str]] = {report.id: [] for report in book.reports()}
    claims = [book.form.claims[claim] for claim in book.form.homes if claim in book.form.claims]
    for claim in sorted(claims, key=lambda claim: claim.focus.start):
        if claim.document in found and book.origin(claim).casefold() == name.casefold():
            found[claim.document].append(claim.id)
    cells = tuple((claim_address(claims[0]), len(claims)) if claims else ("", 0) for claims in found.values())
    total = sum(size for _, size in cells)
    if not total:
        return None
    heard = sum(1 for _, size in cells if size)
    mark = key(book.marks.get(name.casefold(), -1))
    return VoiceRow(name=name or "In the report's own words", key=mark, cells=cells, reports=heard, claims=total)
