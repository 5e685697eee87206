"""Lineage: which report draws on which other, or on which origin, with the words that show it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.findings.registry import Registry, origin_id
from rashomon.findings.wording import COPIED_REPORT, longest_shared, shared_part
from rashomon.model import Claim, Lineage, Pin, Reason, Report
from rashomon.values.names import same_voice

LONGEST_QUOTE = 160
"""Code points of shared wording that a reason quotes."""


def find_lineage(
    reports: Sequence[Report], claims: Sequence[Claim], registry: Registry, copied: Sequence[Lineage] | None = None
) -> tuple[Lineage, ...]:
    """Return who draws on whom in one story: copies between reports (`copied`, where known), citations of outlets and origins."""
    edges = [*(copies(reports) if copied is None else copied), *citations(reports, claims, registry)]
    return tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.how)))


def copies(reports: Sequence[Report]) -> Iterator[Lineage]:
    """Yield an edge for each two reports that share wording; from the later to the earlier where the dates tell."""
    for place, one in enumerate(reports):
        for two in reports[place + 1 :]:
            if one.copy_of == two.id or two.copy_of == one.id:
                source, target = (one, two) if one.copy_of == two.id else (two, one)
                whole = (Pin(document=source.id, start=0, end=len(source.text)),)
                why = Reason(why="The texts are the same, character for character.", spans=whole)
                yield Lineage(source=source.id, target=target.id, how="copies", because=why.why, reasons=(why,))
                continue
            share = shared_part(one.text, two.text)
            if share >= COPIED_REPORT:
                yield copied(one, two, share)


def copied(one: Report, two: Report, share: float) -> Lineage:
    """Return the edge between two reports that share wording."""
    passage = longest_shared(one.text, two.text)
    start = one.text.find(passage)
    spans = (Pin(document=one.id, start=start, end=start + len(passage)),) if passage else ()
    quoted = passage if len(passage) <= LONGEST_QUOTE else passage[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    words = f"{share:.0%} of the shorter report's wording stands in the other, such as “{quoted}”"
    first, second = one.published, two.published
    if first and second and first[:10] != second[:10]:
        source, target = (one, two) if first > second else (two, one)
        why = Reason(why=f"{words}; it was published later.", spans=spans)
        return Lineage(source=source.id, target=target.id, how="copies", because=why.why, reasons=(why,))
    why = Reason(why=f"{words}; which came first is not known, or both come from a third.", spans=spans)
    return Lineage(source=one.id, target=two.id, how="shares-origin", because=why.why, reasons=(why,))


def citations(reports: Sequence[Report], claims: Sequence[Claim], registry: Registry) -> Iterator[Lineage]:
    """Yield an edge from each report to every voice that it names: another report's outlet, or an origin."""
    cited: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for voice in claim.voices:
            cited[claim.document, registry.key(voice.name)].append(claim)
    outlets = {report.id: report.outlet for report in reports if report.outlet}
    for (document, name), saying in sorted(cited.items()):
        targets = [other for other, outlet in sorted(outlets.items()) if other != document and same_voice(outlet, name)]
        last = any(registry.key(claim.voices[-1].name) == name for claim in saying)
        ends = targets or ([origin_id(name)] if last else [])
        why = Reason(why=f"It gives {len(saying)} of its claims as said by {name}.", spans=tuple(sources(saying, name, registry)))
        for target in ends:
            yield Lineage(source=document, target=target, how="cites", because=why.why, reasons=(why,))


def sources(claims: Sequence[Claim], name: str, registry: Registry) -> Iterator[Pin]:
    """Yield where a report names a voice, at most three places."""
    found: Mapping[tuple[int, int], str] = {
        (voice.span.start, voice.span.end): claim.document
        for claim in claims
        for voice in claim.voices
        if voice.span is not None and registry.key(voice.name) == name
    }
    for (start, end), document in sorted(found.items())[:3]:
        yield Pin(document=document, start=start, end=end)
