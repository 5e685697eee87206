"""Measure attributions from raw text: `python -m training.evaluate_attribution` prints the rows of the model card.

    python -m training.evaluate_attribution            # test split, and PolNeAR's dev part, on which nothing is trained
    python -m training.evaluate_attribution --dev      # dev split instead of test
    python -m training.evaluate_attribution --errors   # what went wrong on the dev split, part by part

Tokens are runs of letters and digits; marks count nowhere.

- source, cue, content: token F1 over all texts, of outermost attributions (one that lies in another's content is left out).
- link: F1 of attributions, nested ones too, that have source and content. A predicted one is right where its source and its
  content both share with those of a gold one at least half of their tokens (Dice of .5); each gold one counts once.
- who: of the gold attributions with a source whose content was found (Dice of .5), those with the same name, up to case,
  articles, titles and marks; in brackets, those whose names may mean the same by `rashomon.values.names`.
- certainty: of the gold attributions whose content was found, those with the same class; in brackets by class.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.model import Attribution, Report, digest
from rashomon.reading.reader import Reader
from rashomon.values.names import compare_names
from training.attribution_corpus import CERTAINTIES, Mark, MarkedText, Place, read_marked, read_polnear

WORD = re.compile(r"\w+")
HALF = 0.5
PARTS = ("sources", "cues", "contents")
DROPPED = frozenset(
    "the a an his her its their our my this these mr mrs ms dr sir gen general col colonel lt sgt adm president minister prime "
    "secretary foreign senator sen rep representative ceo captain professor prof king queen inc corp ltd company".split()
)
"""Words without which two names are compared."""

Tokens = frozenset[int]
Note = Callable[[str, "Found", "Found | None"], None]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as token sets of one text."""

    mark: Mark
    sources: Tokens
    cues: Tokens
    contents: Tokens

    @property
    def core(self) -> Tokens:
        """What decides whether it lies in another's content."""
        return self.cues | self.contents if self.cues else self.contents


@dataclass(slots=True)
class Score:
    """Counts over texts."""

    shared: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    named: int = 0
    meant: int = 0
    sourced: int = 0

    def f1(self, part: str) -> float:
        """Return the F1 of one part."""
        return 2 * self.shared[part] / max(1, self.predicted[part] + self.gold[part])

    def row(self, label: str) -> str:
        """Return one line of the table."""
        cells = [f"{part[:-1]} {self.f1(part):.3f}" for part in (*PARTS, "links")]
        cells.append(f"(P {self.shared['links'] / max(1, self.predicted['links']):.2f} R {self.ratio('links'):.2f})")
        if self.sourced:
            cells.append(f"who {self.named / self.sourced:.3f} ({self.meant / self.sourced:.3f}) of {self.sourced}")
            by_class = " ".join(f"{c} {self.held[c]}/{self.matched[c]}" for c in CERTAINTIES)
            cells.append(f"certainty {self.held.total() / max(1, self.matched.total()):.3f} ({by_class})")
        return f"{label:12s} " + "  ".join(cells)

    def ratio(self, part: str) -> float:
        """Return the recall of one part."""
        return self.shared[part] / max(1, self.gold[part])


def predict(reader: Reader, marked: MarkedText) -> list[Mark]:
    """Return what the reader finds in a text."""
    report = Report(id=digest(marked.text), text=marked.text, sha256="0" * 64, published="2020-06-15")
    return joined(reader.read(report).attributions)


def joined(attributions: Sequence[Attribution]) -> list[Mark]:
    """Return attributions in the form of the corpus: what goes on without a cue is a piece of what its source said before."""
    marks: list[Mark] = []
    for attribution in attributions:
        mark = as_mark(attribution)
        before = next((m for m in reversed(marks) if m.sources == mark.sources and m.kind == mark.kind and m.cues), None)
        if not mark.cues and before is not None and mark.sources:
            before.contents += mark.contents
        else:
            marks.append(mark)
    return marks


def as_mark(attribution: Attribution) -> Mark:
    """Return an attribution in the form of the corpus."""
    return Mark(
        sources=[(attribution.source.start, attribution.source.end)] if attribution.source else [],
        cues=[(attribution.cue.start, attribution.cue.end)] if attribution.cue else [],
        contents=[(content.start, content.end) for content in attribution.contents],
        who=attribution.who,
        kind=attribution.kind,
        certainty=attribution.certainty,
    )


def found_in(marks: Sequence[Mark], words: Sequence[Place]) -> list[Found]:
    """Return attributions as token sets."""

    def inside(places: Sequence[Place]) -> Tokens:
        return frozenset(i for i, (start, end) in enumerate(words) if any(s <= start and end <= e for s, e in places))

    return [Found(mark, inside(mark.sources), inside(mark.cues), inside(mark.contents)) for mark in marks]


def outermost(found: Sequence[Found]) -> list[Found]:
    """Return the attributions that lie in no other's content."""
    return [
        one
        for one in found
        if not any(one.core <= other.contents and len(one.contents) < len(other.contents) for other in found if other is not one)
    ]


def dice(a: Tokens, b: Tokens) -> float:
    """Return twice the shared tokens over all."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def same_name(a: str, b: str) -> bool:
    """Whether two names are the same up to case, articles, titles and marks."""

    def bare(name: str) -> list[str]:
        words = WORD.findall(re.sub(r"['’]s\b", "", name.casefold()))
        return [word for word in words if word not in DROPPED] or words

    return bare(a) == bare(b)


def may_mean(a: str, b: str) -> bool:
    """Whether two names may mean one person or body."""
    return bool(a and b) and compare_names(a, b).kind != "different"


def add(
    score: Score, gold: Sequence[Found], predicted: Sequence[Found], note: Callable[[str, Found, Found | None], None]
) -> None:
    """Count one text; `note` is told of each gold or predicted attribution that is not matched or wrong in some part."""
    flat_gold, flat_predicted = outermost(gold), outermost(predicted)
    for part in PARTS:
        a = frozenset[int]().union(*(getattr(one, part) for one in flat_gold))
        b = frozenset[int]().union(*(getattr(one, part) for one in flat_predicted))
        score.shared[part] += len(a & b)
        score.gold[part] += len(a)
        score.predicted[part] += len(b)
    linked_gold = [one for one in gold if one.sources and one.contents]
    linked = [one for one in predicted if one.sources and one.contents]
    score.gold["links"] += len(linked_gold)
    score.predicted["links"] += len(linked)
    open_gold = list(linked_gold)
    for one in linked:
        fits = [g for g in open_gold if dice(g.sources, one.sources) >= HALF and dice(g.contents, one.contents) >= HALF]
        if fits:
            score.shared["links"] += 1
            open_gold.remove(max(fits, key=lambda g: dice(g.contents, one.contents)))
        else:
            note("spurious link", one, None)
    for one in open_gold:
        note("missed link", one, None)
    for one in gold:
        best = max(predicted, key=lambda p: (dice(p.contents, one.contents), dice(p.cues, one.cues)), default=None)
        if best is None or dice(best.contents, one.contents) < HALF:
            note("missed content", one, None)
            continue
        score.matched[one.mark.certainty] += 1
        score.held[one.mark.certainty] += best.mark.certainty == one.mark.certainty
        if best.mark.certainty != one.mark.certainty:
            note("certainty", one, best)
        if one.mark.who:
            score.sourced += 1
            score.named += same_name(one.mark.who, best.mark.who)
            score.meant += same_name(one.mark.who, best.mark.who) or may_mean(one.mark.who, best.mark.who)
            if not same_name(one.mark.who, best.mark.who):
                note("who", one, best)


def shown(text: str, mark: Mark) -> str:
    """Return an attribution for a person to read."""
    parts = (" | ".join(" ".join(text[s:e].split()) for s, e in getattr(mark, part)) for part in PARTS)
    return "[{}] <{}> “{}”".format(*parts) + f" who={mark.who} {mark.kind} {mark.certainty}"


def measure(reader: Reader, texts: Sequence[MarkedText], *, errors: bool = False) -> Score:
    """Return the counts of some texts; print their errors where asked."""
    score = Score()
    for marked in texts:
        words = [match.span() for match in WORD.finditer(marked.text)]

        def note(what: str, one: Found, other: Found | None, marked: MarkedText = marked) -> None:
            if errors:
                print(f"{what:15s} {marked.name}: {shown(marked.text, one.mark)}")
                if other is not None:
                    print(f"{'':15s}  but: {shown(marked.text, other.mark)}")

        add(score, found_in(marked.marks, words), found_in(predict(reader, marked), words), note)
    return score


def rows(language: str = "en", split: str = "test") -> Iterator[str]:
    """Yield the rows of the table: a split of the attribution corpus, and PolNeAR's dev part."""
    reader = Reader(language)
    yield measure(reader, read_marked(split)).row(split)
    polnear = measure(reader, list(read_polnear()))
    polnear.sourced = 0
    yield polnear.row("PolNeAR dev")


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", action="store_true", help="the dev split instead of test")
    parser.add_argument("--errors", action="store_true", help="print the errors on the dev split only")
    parser.add_argument("--language", default="en", help="another pipeline")
    args = parser.parse_args()
    if args.errors:
        measure(Reader(args.language), read_marked("dev"), errors=True)
        return
    for row in rows(args.language, "dev" if args.dev else "test"):
        print(row)


if __name__ == "__main__":
    main()
