"""How well times are found and fixed: python bench/times.py [--show] [--no-parse].

Prints two tables:

  MEANTIME   TIMEX3 of 120 Wikinews reports, sentences 0 to 5 (Minard et al. 2016). Counted are expressions of date and clock
             time: those of type DATE or TIME that stand for a time of the calendar (not durations, and not "now" or "recently").
             span: F1 of overlapping spans; exact: of equal spans, prepositions before them left out; value: F1 of overlapping
             spans with the right days. With the date of publication given, without it, and without the lines that date
             the reports (the easy ones).
  clusters   of the gold time anchors in bench/clusters: found, and with the same days.

The data is looked for in $RASHOMON_SHARED (default ../shared beside the checkout).
"""

import argparse
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import yaml

from rashomon.model import Span, TimeMention, Token
from rashomon.reading.times import find_times
from rashomon.values.times import interval

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
LAST_SENTENCE = 5
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}
EDGE = re.compile(
    r"^(?:(?:on|in|at|by|since|until|till|from|between|during|to|around|about|before|after|over|up|as|of|early|late|recently|ever)\s+)*(?:the\s+)?",
    re.I,
)
Days = tuple[date, date]


@dataclass(frozen=True)
class Gold:
    """An annotated expression: its span, its days, and whether it counts as date or clock time."""

    span: Span
    days: Days | None
    counts: bool
    dates_report: bool = False


@dataclass
class Sums:
    """Counts behind precision and recall."""

    gold: int = 0
    system: int = 0
    span: int = 0
    exact: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        """Return F1 for so many right ones."""
        return 2 * right / (self.gold + self.system) if self.gold + self.system else 0.0


def timex_days(value: str) -> Days | None:
    """Return the first and last day of a TIMEX3 value, None for what is no time of the calendar."""
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if m := re.match(r"(\d{2})-(\d{2})-(\d{4})$", value):
        return interval(f"{m[3]}-{m[2]}-{m[1]}")
    if m := re.match(r"(\d{4})-W(\d{2})(-WE)?$", value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return (monday + timedelta(days=5 if m[3] else 0)), monday + timedelta(days=6)
    if m := re.match(r"(\d{4})-Q(\d)$", value):
        return interval(f"{m[1]}-{int(m[2]) * 3 - 2:02d}/{m[1]}-{int(m[2]) * 3:02d}")
    if m := re.match(r"(\d{4})-(SP|SU|FA|WI)$", value):
        first, last = SEASONS[m[2]]
        return interval(f"{m[1]}-{first:02d}/{m[1]}-{last:02d}")
    if m := re.match(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:-XX)?(?:T.*)?$", value):
        return interval(m[1])
    return None


def read_meantime(path: Path) -> tuple[str, str | None, list[Span], list[Gold], int]:
    """Return text, date of publication, lines, gold and the offset at which the annotated part ends."""
    root = ET.parse(path).getroot()
    text, spans, end, lines = "", {}, 0, []
    previous = 0
    for token in root.iter("token"):
        sentence = int(token.get("sentence") or 0)
        if text:
            text += "\n" if sentence != previous and previous <= 1 else " "
        previous = sentence
        word = token.text or ""
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
        if sentence <= LAST_SENTENCE:
            end = len(text)
    lines = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
    gold, published = [], None
    for mark in root.iter("TIMEX3"):
        value, kind = mark.get("value") or "", mark.get("type")
        days = timex_days(value) if kind in ("DATE", "TIME") else None
        anchors = [spans[anchor.get("t_id")] for anchor in mark.findall("token_anchor")]
        if mark.get("functionInDocument") == "CREATION_TIME" and days:
            published = days[0].isoformat()
        if anchors:
            span = Span(start=min(a[0] for a in anchors), end=max(a[1] for a in anchors))
            if span.end <= end:
                dates_report = mark.get("functionInDocument") == "CREATION_TIME"
                gold.append(Gold(span=span, days=days, counts=days is not None, dates_report=dates_report))
    if published is None and (first := next((g for g in gold if g.days and g.days[0] == g.days[1]), None)):
        published = first.days[0].isoformat() if first.days else None
    return text, published, lines, gold, end


def is_right(mention: TimeMention, gold: Gold) -> bool:
    """Whether a mention gives the gold days; one end of a range where gold marks the ends apart."""
    if mention.value is None or gold.days is None:
        return False
    readings = [interval(mention.value)]
    if len(mention.span) > len(gold.span) + 4 and "/" in mention.value.iso:
        readings += [interval(end) for end in mention.value.iso.split("/") if end]
    if mention.value.iso.endswith("/"):
        readings.append(interval(mention.value.iso[:-1]))
    return gold.days in readings


def bare(text: str, span: Span) -> tuple[int, int]:
    """Return a span without the prepositions before it."""
    lead = EDGE.match(span.of(text))
    return span.start + (lead.end() if lead else 0), span.end


def score(text: str, mentions: Sequence[TimeMention], gold: Sequence[Gold], end: int, sums: Sums) -> Iterator[str]:
    """Add one text to the sums and yield what went wrong."""
    taken: set[int] = set()
    for mention in mentions:
        if mention.span.end > end:
            continue
        touching = [(i, g) for i, g in enumerate(gold) if g.span.overlap(mention.span)]
        counted = [(i, g) for i, g in touching if g.counts]
        if touching and not counted:
            continue
        sums.system += max(1, len(counted))
        if not touching:
            yield f"extra   {text[max(0, mention.span.start - 40) : mention.span.start]} [[{mention.span.of(text)}]]"
        for i, g in counted:
            taken.add(i)
            sums.span += 1
            exact = bare(text, mention.span) == bare(text, g.span)
            sums.exact += exact
            right = is_right(mention, g)
            sums.value += right
            around = text[max(0, g.span.start - 60) : g.span.end + 30].replace("\n", " // ")
            if not right and (mention.value is not None or ":" not in mention.span.of(text)):
                yield f"value   {around!r}: {g.span.of(text)!r} want {g.days and [str(d) for d in g.days]} got {mention.value}"
            elif not exact:
                yield f"edge    want {g.span.of(text)!r} got {mention.span.of(text)!r}"
    for i, g in enumerate(gold):
        if g.counts:
            sums.gold += 1
            if i not in taken:
                yield f"missed  {text[max(0, g.span.start - 40) : g.span.start]} [[{g.span.of(text)}]] {g.days and g.days[0]}"


def parse(text: str, pipeline: object | None) -> tuple[Sequence[Token], Sequence[Span], Span | None]:
    """Return tokens, lines and headline, or nothing where there is no pipeline."""
    if pipeline is None:
        return (), (), None
    from rashomon.reading.parse import parse_text  # noqa: PLC0415 (there may be no pipeline)

    parsed = parse_text(pipeline, text)  # type: ignore[arg-type]  # a Language, untyped here
    return parsed.tokens, parsed.lines, parsed.headline


def meantime(pipeline: object | None, *, show: bool) -> None:
    paths = sorted((SHARED / "data/linking/meantime").glob("corpus_*/*.xml"))
    read = [(path, *read_meantime(path)) for path in paths]
    parses = [parse(text, pipeline) for _, text, *_ in read]
    for dated, prose in ((True, False), (False, False), (True, True)):
        sums = Sums()
        for (path, text, published, lines, gold, end), (tokens, own_lines, headline) in zip(read, parses, strict=True):
            mentions = find_times(
                text, tokens, published=published if dated else None, lines=own_lines or lines, headline=headline or lines[0]
            )
            scored = [replace(mark, counts=mark.counts and not (prose and mark.dates_report)) for mark in gold]
            for line in score(text, mentions, scored, end, sums):
                if show and prose:
                    print(f"  {path.name[:24]:24} {line}")
        name = "prose alone" if prose else "publication given" if dated else "not given"
        print(
            f"MEANTIME, {name:18} gold {sums.gold} found {sums.system}  span F1 {sums.f1(sums.span):.3f}  "
            f"exact {sums.f1(sums.exact):.3f}  value F1 {sums.f1(sums.value):.3f}"
        )


def clusters(pipeline: object | None, *, show: bool) -> None:
    total = right = touched = 0
    for folder in sorted((SHARED / "bench/clusters").iterdir()):
        gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
        reports = read_reports(folder)
        times = {}
        for key, (text, published) in reports.items():
            tokens, lines, headline = parse(text, pipeline)
            times[key] = find_times(text, tokens, published=published, lines=lines, headline=headline)
        n = good = 0
        for anchor in [a for q in gold["questions"] if q["kind"] == "time" for a in q["anchors"]]:
            text, _ = reports[str(anchor["doc"])]
            start = -1
            for _ in range(anchor.get("nth", 1)):
                start = text.find(anchor["quote"], start + 1)
            span = Span(start=start, end=start + len(anchor["quote"]))
            mention = max(times[str(anchor["doc"])], key=lambda m: m.span.overlap(span), default=None)
            found = mention is not None and mention.span.overlap(span) > 0
            value = mention.value if mention is not None and found else None
            same = value is not None and interval(value) == interval(str(anchor["time"]))
            n, good, touched = n + 1, good + same, touched + found
            if show and not same:
                print(f"  {anchor['doc']:14} want {anchor['time']} got {value} in {text[max(0, start - 80) : span.end + 40]!r}")
        total, right = total + n, right + good
        print(f"clusters, {folder.name:22} {good:3} of {n:3}")
    print(f"clusters, all                    {right} of {total} = {right / total:.3f} (touched {touched / total:.3f})")


def read_reports(folder: Path) -> dict[str, tuple[str, str | None]]:
    """Return {report id: (text, date of publication)} of a cluster."""
    listed = folder / "reports.jsonl"
    if listed.exists():
        rows = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines() if line]
        return {str(row["id"]): (row["text"], row.get("published")) for row in rows}
    return {path.stem: (path.read_text(encoding="utf-8"), None) for path in sorted(folder.glob("*.txt"))}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", action="store_true", help="list what went wrong")
    options.add_argument("--no-parse", action="store_true", help="tell tense by words alone")
    chosen = options.parse_args()
    if not SHARED.exists():
        print(f"no data at {SHARED}", file=sys.stderr)
        return 1
    pipeline = None
    if not chosen.no_parse:
        from rashomon.reading.parse import load_pipeline  # noqa: PLC0415 (there may be no pipeline)

        pipeline = load_pipeline("en")
    meantime(pipeline, show=chosen.show)
    clusters(pipeline, show=chosen.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
