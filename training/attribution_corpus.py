"""Reading texts with marked attributions: the inline form that we train on, and PolNeAR's standoff form, which only measures.

The inline form (see the corpus' README) is the text with `<src n who>`, `<cue n kind>` and `<say n cert>` around its words;
without the tags it is the text, character for character. Offsets are half-open and count code points of that text.

`label_words` turns a text and its words into what the encoder's heads learn: an anchor for each attribution (its cue, or where
it has none the first word of its content), a certainty at each anchor, and for pairs (word, anchor) the role of the word.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from training.corpora import DATA

Role = Literal["source", "content"]

FOLDER = DATA / "attribution"
OURS = Path(__file__).parent / "marked"
"""Invented news that we marked ourselves; all of it trains."""
POLNEAR = DATA / "eval-only" / "polnear-dev"
SPLITS = ("train", "dev", "test")
TAG = re.compile(r"<(/?)(src|cue|say)\b([^<>]*)>")
FIELD = re.compile(r'(\w+)="([^"]*)"')
KINDS = ("say", "think", "intend", "perceive")
CERTAINTIES = ("stated", "hedged", "future", "negated")
BARE = "BARE"

logger = logging.getLogger(__name__)
Place = tuple[int, int]
"""Start and end in code points."""


@dataclass(slots=True)
class Mark:
    """One marked attribution; a part in pieces has several places, in text order."""

    sources: list[Place] = field(default_factory=list)
    cues: list[Place] = field(default_factory=list)
    contents: list[Place] = field(default_factory=list)
    who: str = ""
    kind: str = "say"
    certainty: str = "stated"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its attributions, ordered by their first mark."""

    name: str
    split: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Labels:
    """What the encoder learns of the words of one text.

    Attributes:
        anchors: For each word "O", "B-kind" or "I-kind" of a cue (kind: say, think, intend, perceive), or "BARE".
        certainties: Certainty class at the first word of each anchor.
        roles: (word, first word of the anchor, role); pairs that are not listed have no role.
    """

    anchors: list[str]
    certainties: dict[int, str] = field(default_factory=dict)
    roles: list[tuple[int, int, Role]] = field(default_factory=list)


def read_marked(split: str) -> list[MarkedText]:
    """Return the texts of a split ("train", "dev", "test"), ordered by name; our own invented news are part of "train"."""
    paths = sorted((FOLDER / split).glob("*.xml"))
    if split == "train":
        paths += sorted(OURS.glob("*.xml"))
    return [parse_marked(path.read_text(encoding="utf-8"), name=path.stem, split=split) for path in paths]


def parse_marked(marked: str, *, name: str = "", split: str = "train") -> MarkedText:
    """Read the inline form. A tag that nothing closes ends with its line; one that closes nothing is passed over."""
    text = TAG.sub("", marked)
    marks: dict[str, Mark] = {}
    opened: list[tuple[str, dict[str, str], int]] = []
    certainties: dict[str, list[str]] = {}
    shift = 0

    def close(kind: str, fields: dict[str, str], start: int, end: int) -> None:
        number = fields.get("n", "")
        mark = marks.setdefault(number, Mark())
        if (place := trimmed(text, start, end)) is None:
            return
        {"src": mark.sources, "cue": mark.cues, "say": mark.contents}[kind].append(place)
        mark.who = fields.get("who", mark.who)
        mark.kind = fields.get("kind", mark.kind)
        if "cert" in fields:
            certainties.setdefault(number, []).append(fields["cert"])

    for match in TAG.finditer(marked):
        at = match.start() - shift
        shift += len(match.group())
        if not match.group(1):
            opened.append((match.group(2), dict(FIELD.findall(match.group(3))), at))
            continue
        last = next((i for i in reversed(range(len(opened))) if opened[i][0] == match.group(2)), None)
        if last is None:
            logger.warning("%s: a </%s> closes nothing", name, match.group(2))
            continue
        close(*opened.pop(last), at)
    for kind, fields, start in opened:
        logger.warning("%s: a <%s> is not closed", name, kind)
        line_end = text.find("\n", start)
        close(kind, fields, start, line_end if line_end >= 0 else len(text))
    for number, mark in marks.items():
        for places in (mark.sources, mark.cues, mark.contents):
            places.sort()
        if number in certainties:
            mark.certainty = Counter(certainties[number]).most_common(1)[0][0]
    kept = [mark for mark in marks.values() if mark.contents]
    return MarkedText(name, split, text, tuple(sorted(kept, key=first_place)))


def first_place(mark: Mark) -> Place:
    """Return the first place of an attribution, by which a text's attributions are ordered."""
    return min(mark.sources + mark.cues + mark.contents)


def trimmed(text: str, start: int, end: int) -> Place | None:
    """Return a stretch of text without blanks at its ends, None where nothing is left."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return (start, end) if start < end else None


def label_words(marked: MarkedText, words: Sequence[Place]) -> Labels:
    """Return the labels of a text for one segmentation into words.

    Two attributions with one cue become one, because the anchor is what tells them apart. A word that is cue or source of an
    attribution is no content of the same one. Attributions without cue and without content words are left out.

    Args:
        marked: The text with its marks.
        words: Start and end of each word, in code points of the text, in text order and apart from each other.
    """
    labels = Labels(["O"] * len(words))
    anchored: list[tuple[int, Mark, set[int]]] = []
    for mark in marked.marks:
        cue = [word for place in mark.cues for word in words_in(words, place)]
        if not cue:
            continue
        for order, word in enumerate(cue):
            if labels.anchors[word] == "O" or order == 0:
                labels.anchors[word] = f"{'I' if order else 'B'}-{mark.kind}"
        anchored.append((cue[0], mark, set(cue)))
    for mark in marked.marks:
        if any(words_in(words, place) for place in mark.cues):
            continue
        content = [word for place in mark.contents for word in words_in(words, place)]
        free = next((word for word in content if labels.anchors[word] == "O" and is_telling(marked.text, words[word])), None)
        if free is not None:
            labels.anchors[free] = BARE
            anchored.append((free, mark, set()))
    roles: dict[tuple[int, int], Role] = {}
    for anchor, mark, cue_words in anchored:
        labels.certainties.setdefault(anchor, mark.certainty)
        for place in mark.contents:
            for word in words_in(words, place):
                if word not in cue_words:
                    roles.setdefault((word, anchor), "content")
        for place in mark.sources:
            for word in words_in(words, place):
                if word not in cue_words:
                    roles[word, anchor] = "source"
    labels.roles = [(word, anchor, role) for (word, anchor), role in sorted(roles.items())]
    return labels


def is_telling(text: str, word: Place) -> bool:
    """Whether a word has a letter or digit: marks do not carry an anchor."""
    return any(map(str.isalnum, text[word[0] : word[1]]))


def words_in(words: Sequence[Place], place: Place) -> list[int]:
    """Return the indices of the words of which at least half lies in a place."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle][1] <= place[0]:
            low = middle + 1
        else:
            high = middle
    found = []
    for index in range(low, len(words)):
        start, end = words[index]
        if start >= place[1]:
            break
        if 2 * (min(end, place[1]) - max(start, place[0])) >= end - start:
            found.append(index)
    return found


def marks_of_labels(labels: Labels, words: Sequence[Place]) -> list[Mark]:
    """Return the attributions that labels describe: the way back from `label_words`, runs of words as places."""
    marks = {}
    for anchor, certainty in sorted(labels.certainties.items()):
        tag = labels.anchors[anchor]
        cue = []
        if tag != BARE:
            cue = [anchor]
            while cue[-1] + 1 < len(words) and labels.anchors[cue[-1] + 1] == "I" + tag[1:]:
                cue.append(cue[-1] + 1)
        kind = "say" if tag == BARE else tag[2:]
        marks[anchor] = Mark(cues=runs(cue, words), kind=kind, certainty=certainty)
    parts: dict[tuple[int, Role], list[int]] = {}
    for word, anchor, role in labels.roles:
        parts.setdefault((anchor, role), []).append(word)
    for (anchor, role), members in parts.items():
        target = marks[anchor].sources if role == "source" else marks[anchor].contents
        target += runs(sorted(members), words)
    return list(marks.values())


def runs(members: Sequence[int], words: Sequence[Place]) -> list[Place]:
    """Return runs of neighbouring words as places."""
    found: list[Place] = []
    for order, word in enumerate(members):
        if order and members[order - 1] == word - 1:
            found[-1] = (found[-1][0], words[word][1])
        else:
            found.append(words[word])
    return found


def read_polnear() -> Iterator[MarkedText]:
    """Yield the texts of PolNeAR's dev part; of two annotators the first by name. It measures and never trains."""
    for path in sorted((POLNEAR / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        notes = min((POLNEAR / "attributions").glob(path.stem + "_*.ann"), default=None)
        if notes is not None:
            marks = parse_standoff(notes.read_text(encoding="utf-8"), text)
            yield MarkedText(path.stem, "dev", text, tuple(marks))


def parse_standoff(notes: str, text: str) -> list[Mark]:
    """Read brat's standoff form: `T` lines give places ("12 20;31 40"), `E` lines tie them together by role."""
    places: dict[str, list[Place]] = {}
    marks: list[Mark] = []
    for line in notes.splitlines():
        number, _, rest = line.partition("\t")
        if number.startswith("T"):
            ends = rest.split("\t")[0].partition(" ")[2].split(";")
            found = (trimmed(text, *map(int, end.split())) for end in ends)
            places[number] = [place for place in found if place is not None]
    for line in notes.splitlines():
        if line.startswith("E"):
            mark = Mark()
            for part in line.split("\t")[1].split():
                role, _, number = part.partition(":")
                target = {"Source": mark.sources, "Cue": mark.cues, "Content": mark.contents}.get(role.rstrip("0123456789"))
                if target is not None:
                    target += places.get(number, [])
            for parts in (mark.sources, mark.cues, mark.contents):
                parts.sort()
            if mark.contents:
                marks.append(mark)
    return sorted(marks, key=first_place)


def main() -> None:
    """Print how much is marked, and how much of it labels keep."""
    for split in SPLITS:
        texts = read_marked(split)
        kept = total = 0
        counts: Counter[str] = Counter()
        for marked in texts:
            words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", marked.text)]
            labels = label_words(marked, words)
            counts.update(tag.split("-")[0] for tag in labels.anchors if not tag.startswith(("O", "I")))
            back = marks_of_labels(labels, words)
            for part in ("sources", "cues", "contents"):
                gold = [{w for place in getattr(mark, part) for w in words_in(words, place)} for mark in marked.marks]
                ours = [{w for place in getattr(mark, part) for w in words_in(words, place)} for mark in back]
                total += sum(map(len, gold))
                kept += sum(max((len(one & other) for other in ours), default=0) for one in gold)
        marks = [mark for marked in texts for mark in marked.marks]
        print(
            f"{split}: {len(texts)} texts, {len(marks)} attributions, {sum(not mark.cues for mark in marks)} without cue, "
            f"{sum(not mark.sources for mark in marks)} without source, "
            f"{sum(len(mark.contents) > 1 for mark in marks)} in pieces; "
            f"anchors {dict(counts)}; labels keep {kept / max(1, total):.4f} of marked words"
        )
        print("   ", dict(Counter(mark.kind for mark in marks)), dict(Counter(mark.certainty for mark in marks)))
    polnear = list(read_polnear())
    print(f"PolNeAR dev: {len(polnear)} texts, {sum(len(marked.marks) for marked in polnear)} attributions")


if __name__ == "__main__":
    main()
