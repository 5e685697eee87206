"""How well quantities are found and read: python bench/quantities.py [--show missed,extra,value] [--cluster NAME ...].

Of the gold quantity anchors in bench/clusters, each place once: F1 of overlapping spans, and of those found the share with the
right bounds and rate (value), and with the right unit too (unit). `bench/newsquant.py` measures single sentences.

The data is looked for in $RASHOMON_SHARED (default ../shared beside the checkout).
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rashomon.model import Quantity, QuantityMention, Span
from rashomon.reading.parse import load_pipeline, parse_text
from rashomon.reading.quantities import find_quantities
from rashomon.reading.times import find_times

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CLUSTERS = SHARED / "bench" / "clusters"


@dataclass
class Sums:
    """Counts behind the scores of one cluster or of all."""

    gold: int = 0
    system: int = 0
    found: int = 0
    value: int = 0
    unit: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: "Sums") -> None:
        """Add the counts of another."""
        for name in ("gold", "system", "found", "value", "unit"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong

    def row(self) -> str:
        """Return F1, value and unit as a line of a table."""
        f1 = 2 * self.found / (self.gold + self.system) if self.gold + self.system else 0.0
        found = max(self.found, 1)
        counts = f"{self.gold:6d} {self.system:6d}"
        return f"{f1:8.3f} {self.value / found:8.3f} {self.unit / found:8.3f} {counts}"


def read_gold(folder: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[Span, dict[str, Any]]]]:
    """Return a cluster's {id: report} and {id: {place: value}} of its quantity anchors."""
    lines = folder / "reports.jsonl"
    reports: dict[str, dict[str, Any]] = {}
    if lines.exists():
        reports = {report["id"]: report for report in map(json.loads, lines.open(encoding="utf-8"))}
    else:
        reports = {path.stem: {"text": path.read_text(encoding="utf-8")} for path in sorted(folder.glob("*.txt"))}
    places: dict[str, dict[Span, dict[str, Any]]] = {name: {} for name in reports}
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    for question in gold["questions"]:
        for anchor in question["anchors"] if question["kind"] == "quantity" else ():
            name = str(anchor["doc"])
            text, start = reports[name]["text"], -1
            for _ in range(anchor.get("nth", 1)):
                start = text.index(anchor["quote"], start + 1)
            places[name].setdefault(Span(start=start, end=start + len(anchor["quote"])), anchor["value"])
    return reports, places


def match(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Return {place in gold: place in found} of overlapping spans, the best fitting first."""
    pairs = []
    for one, want in enumerate(gold):
        for two, got in enumerate(found):
            if common := want.overlap(got):
                pairs.append((-common / max(len(want), len(got)), one, two))
    matched: dict[int, int] = {}
    for _, one, two in sorted(pairs):
        if one not in matched and two not in matched.values():
            matched[one] = two
    return matched


def plain(unit: object) -> str:
    """Return a unit in letters and figures."""
    return "".join(sign for sign in str(unit or "").casefold() if sign.isalnum())


def same_bounds(want: dict[str, Any], got: Quantity) -> bool:
    """Whether low, high and the base of the rate are right."""
    pairs = ((want.get("low"), got.low), (want.get("high"), got.high))
    close = all(
        one is two if one is None or two is None else abs(float(one) - two) <= 1e-6 * max(1.0, abs(float(one)))
        for one, two in pairs
    )
    return close and want.get("per") == got.per


def score_report(name: str, text: str, gold: dict[Span, dict[str, Any]], found: Sequence[QuantityMention]) -> Sums:
    """Return the counts of one report and what went wrong in it."""
    spans = sorted(gold)
    matched = match(spans, [mention.span for mention in found])
    sums = Sums(gold=len(spans), system=len(found), found=len(matched))
    for place, span in enumerate(spans):
        want = gold[span]
        if place not in matched:
            sums.wrong.append(("missed", f"{name}: {around(text, span)}"))
            continue
        got = found[matched[place]].value
        bounds = same_bounds(want, got)
        sums.value += bounds
        unit = plain(want.get("unit")) == plain(got.unit)
        sums.unit += bounds and unit
        if not (bounds and unit):
            shown = f"{got.low} {got.high} {got.about} {got.unit} {got.per}"
            sums.wrong.append(("value", f"{name}: {around(text, span)}: want {want}, got {shown}"))
    for place, mention in enumerate(found):
        if place not in matched.values():
            sums.wrong.append(("extra", f"{name}: {around(text, mention.span)} {mention.value.low} {mention.value.unit}"))
    return sums


def around(text: str, span: Span) -> str:
    """Return the words of a span in brackets, with some before and after."""
    line = f"{text[max(0, span.start - 40) : span.start]}[{span.of(text)}]{text[span.end : span.end + 40]}"
    return line.replace("\n", " | ")


def read(text: str, published: str | None = None, title: str | None = None) -> tuple[QuantityMention, ...]:
    """Return the quantities of a text."""
    parse = parse_text(PIPELINE, text)
    times = find_times(text, parse.tokens, published=published, lines=parse.lines, headline=parse.headline)
    return find_quantities(text, parse.tokens, parse.names, times)


def bench_clusters(only: Sequence[str]) -> Sums:
    """Print the table of clusters and return the counts of all."""
    total = Sums()
    print(f"{'clusters':22s} {'F1':>8s} {'value':>8s} {'unit':>8s}   gold system")
    for folder in sorted(path for path in CLUSTERS.iterdir() if path.is_dir() and (not only or path.name in only)):
        reports, places = read_gold(folder)
        sums = Sums()
        for name, report in reports.items():
            found = read(report["text"], report.get("published"), report.get("title"))
            sums.add(score_report(name, report["text"], places[name], found))
        print(f"{folder.name:22s} {sums.row()}")
        total.add(sums)
    print(f"{'ALL':22s} {total.row()}\n")
    return total


def main() -> None:
    global PIPELINE
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", default="", help="what to list: missed, extra, value, joined by commas")
    parser.add_argument("--cluster", action="append", default=[], help="only this cluster")
    args = parser.parse_args()
    PIPELINE = load_pipeline()
    started = time.perf_counter()
    wrong = bench_clusters(args.cluster).wrong
    print(f"{time.perf_counter() - started:.1f} s")
    for kind, line in wrong:
        if kind in args.show.split(","):
            print(f"{kind:7s} {line}")


if __name__ == "__main__":
    main()
