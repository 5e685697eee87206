"""How well quantities are found and read: python bench/quantities.py [--show missed,extra,value,news] [--cluster NAME ...].

Prints two tables:

  clusters    of the gold quantity anchors in bench/clusters, each place once: F1 of overlapping spans, and of those found the
              share with the right bounds and rate (value), and with the right unit too (unit).
  NewsQuant   F1 over the quantities of single sentences (Almasian et al. 2023, CQE; the half that is at hand for development):
              value, and value with its change (= ~ < >). Sentences have lost their punctuation; ages, years and "one"
              count there.

The data is looked for in $RASHOMON_SHARED (default ../shared beside the checkout).
"""

import argparse
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
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
NUMBER = re.compile(r"\d[\d.]*(?:[Ee]-?\d+)?")
NEWSQUANT = SHARED / "data" / "eval-only" / "newsquant-dev" / "newsquant-dev.json"


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


def newsquant_gold(rows: Sequence[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (value, change) of a sentence's gold; a range is "low-high"."""
    for row in rows:
        numbers = [f"{float(number):.3g}" for number in NUMBER.findall(row["value"])]
        yield "-".join(numbers), row["change"] if row["change"] in "=~<>" else "="


def newsquant_found(text: str, mentions: Sequence[QuantityMention]) -> Iterator[tuple[str, str]]:
    """Yield the quantities of a sentence as (value, change), as NewsQuant counts them.

    A conversion in brackets is a quantity of its own, with the bound of what it converts; "from 20 to 29" is a range.
    """
    before: QuantityMention | None = None
    for mention in [*mentions, None]:
        if before is not None and mention is not None and is_course(text, before, mention):
            first, second = (own.low if own.low is not None else own.high for own in (before.value, mention.value))
            yield f"{first:.3g}-{second:.3g}", "="
            before = None
            continue
        if before is not None:
            yield from newsquant_values(before.value)
        before = mention


def is_course(text: str, one: QuantityMention, two: QuantityMention) -> bool:
    """Whether two quantities are how something was and what it became: "from 20 miles to 29 miles"."""
    begins = re.search(r"\bfrom (?:about |up to |around )?$", text[: one.number.start]) is not None
    return begins and re.fullmatch(r"[^.;,]{0,25} to \W?", text[one.number.end : two.number.start]) is not None


def newsquant_values(value: Quantity) -> Iterator[tuple[str, str]]:
    """Yield a quantity and its conversions as (value, change)."""
    low, high = value.low, value.high
    bound = low if low is not None else high
    change = ">" if high is None and not value.about else "<" if low is None else "~" if value.about else "="
    ranged = low is not None and high is not None and low != high
    yield (f"{low:.3g}-{high:.3g}", "=") if ranged else (f"{bound:.3g}", change)
    for other in value.also:
        bound = other.low if other.low is not None else other.high
        yield f"{bound:.3g}", change


def bench_newsquant() -> list[tuple[str, str]]:
    """Print the F1 on NewsQuant and return what went wrong."""
    wrong = []
    counts = [[0, 0, 0], [0, 0, 0]]
    for row in json.loads(NEWSQUANT.read_text(encoding="utf-8")):
        gold = list(newsquant_gold(row["quantities"]))
        found = list(newsquant_found(row["text"], read(row["text"])))
        for place, sums in enumerate(counts):
            want = Counter(pair[: place + 1] for pair in gold)
            got = Counter(pair[: place + 1] for pair in found)
            common = sum((want & got).values())
            for number, amount in enumerate((common, sum(want.values()), sum(got.values()))):
                sums[number] += amount
            if want != got:
                missed, extra = sorted((want - got).elements()), sorted((got - want).elements())
                wrong.append(("news", f"{row['text']}: missed {missed}, extra {extra}"))
    scores = [2 * common / (want + got) for common, want, got in counts]
    print(
        f"NewsQuant (dev)  value F1 {scores[0]:.3f}, value and change F1 {scores[1]:.3f}, gold "
        f"{counts[0][1]}, system {counts[0][2]}"
    )
    return wrong


def main() -> None:
    global PIPELINE
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", default="", help="what to list: missed, extra, value, news, joined by commas")
    parser.add_argument("--cluster", action="append", default=[], help="only this cluster")
    args = parser.parse_args()
    PIPELINE = load_pipeline()
    started = time.perf_counter()
    wrong = bench_clusters(args.cluster).wrong
    if not args.cluster:
        wrong += bench_newsquant()
    print(f"{time.perf_counter() - started:.1f} s")
    for kind, line in wrong:
        if kind in args.show.split(","):
            print(f"{kind:7s} {line}")


if __name__ == "__main__":
    main()
