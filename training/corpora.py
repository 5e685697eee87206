"""Reading the training corpora into spaCy documents. Where they lie is told by RASHOMON_SHARED; none is copied here.

A document is a paragraph, because rashomon parses line by line. Splits are those of the data (see docs/model-card.md).
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
DATA = SHARED / "data"
LONGEST_PARAGRAPH = 8
"""Sentences after which a paragraph is cut in two."""
ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()|]*|(\d+)\)")
GUM_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
POLITICS = {
    "politician": "PERSON", "person": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
    "location": "PLACE", "country": "PLACE",
}  # fmt: skip
PLAIN = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE"}
TITLES = frozenset(
    "president minister prime secretary mr mrs ms dr sir general gen lt col sgt king queen prime foreign the his her".split()
)


@dataclass(slots=True)
class Paragraph:
    """Words of consecutive sentences with what the treebank says of them; heads are indices into the paragraph.

    It opens a line unless it is the rest of a paragraph that was cut in two.
    """

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    sentences: int = 0
    opens_document: bool = False
    opens_line: bool = False

    def doc(self, vocab: Vocab, *, names: bool) -> Doc:
        """Return the paragraph as a document; names are set only where the corpus has them."""
        doc = Doc(
            vocab,
            words=self.words,
            spaces=self.spaces,
            lemmas=self.lemmas,
            pos=self.pos,
            tags=self.tags,
            heads=self.heads,
            deps=self.deps,
        )
        if names:
            doc.set_ents([Span(doc, start, end, label) for start, end, label in widest(self.names)])
        return doc


def widest(names: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return names without those that overlap a longer one."""
    kept: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda entry: (entry[0] - entry[1], entry)):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in kept):
            kept.append(name)
    return sorted(kept)


def read_treebank(path: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of a CoNLL-U file."""
    paragraph = Paragraph()
    rows: list[list[str]] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), "# newdoc"):
        if line.startswith(("# newdoc", "# newpar")):
            if paragraph.words:
                yield paragraph
                paragraph = Paragraph()
            paragraph.opens_line = True
            paragraph.opens_document |= line.startswith("# newdoc")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            add_sentence(paragraph, rows)
            rows = []
            if paragraph.sentences >= LONGEST_PARAGRAPH:
                yield paragraph
                paragraph = Paragraph()


def add_sentence(paragraph: Paragraph, rows: list[list[str]]) -> None:
    """Add one sentence; multiword tokens ("don't") keep their words, joined without a blank."""
    glued: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued |= dict.fromkeys(range(first, last), True)
            glued[last] = "SpaceAfter=No" in row[9]
    words = [row for row in rows if row[0].isdigit()]
    offset = len(paragraph.words)
    opened: dict[str, tuple[int, str, bool]] = {}
    for place, row in enumerate(words):
        number = int(row[0])
        paragraph.words.append(row[1])
        paragraph.spaces.append(not glued.get(number, "SpaceAfter=No" in row[9]))
        paragraph.lemmas.append(row[2])
        paragraph.pos.append(row[3])
        paragraph.tags.append(row[4])
        paragraph.heads.append(offset + (int(row[6]) - 1 if row[6] != "0" else place))
        paragraph.deps.append(row[7] if row[7] != "root" else "ROOT")
        paragraph.starts.append(place == 0)
        read_entities(paragraph, row[9], offset + place, opened)
    paragraph.sentences += 1


def read_entities(paragraph: Paragraph, misc: str, place: int, opened: dict[str, tuple[int, str, bool]]) -> None:
    """Follow GUM's entity brackets; entities with an identity give the proper name inside them."""
    marks = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for match in ENTITY.finditer(marks):
        number, kind, closed = match.groups()
        if number:
            fields = match.group().strip("()").split("-")
            opened[number] = (place, kind, len(fields) > 7 or fields[-1][:1].isupper())
            if marks[match.end() : match.end() + 1] == ")":
                closed = number
        if closed and closed in opened:
            start, kind, named = opened.pop(closed)
            if named and kind in GUM_TYPES and (name := proper_run(paragraph, start, place + 1)) is not None:
                paragraph.names.append((*name, GUM_TYPES[kind]))


def proper_run(paragraph: Paragraph, start: int, end: int) -> tuple[int, int] | None:
    """Return the longest run of proper nouns in a phrase, with "of" and "the" inside it."""
    best, begin = (0, 0), None
    for place in range(start, end + 1):
        inside = place < end and (
            paragraph.pos[place] == "PROPN" or (begin is not None and paragraph.words[place] in ("of", "the", "'s", "and"))
        )
        if inside and begin is None:
            begin = place
        elif not inside and begin is not None:
            stop = place
            while stop > begin and paragraph.pos[stop - 1] != "PROPN":
                stop -= 1
            if stop - begin > best[1] - best[0]:
                best = (begin, stop)
            begin = None
    return best if best[1] > best[0] else None


def gum_files(split: str) -> list[Path]:
    """Return GUM's files of a split."""
    return sorted((DATA / "ud/gum" / split).glob("*.conllu"))


def read_tagged(
    path: Path, types: dict[str, str], *, separator: str | None = None
) -> Iterator[tuple[list[str], list[tuple[int, int, str]]]]:
    """Yield (words, names) of each sentence of a file in the CoNLL form, one word and its IOB tag a line."""
    words: list[str] = []
    tags: list[str] = []
    for line in (*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""):
        parts = line.split(separator)
        if len(parts) >= 2:
            words.append(parts[0])
            tags.append(parts[-1])
        elif words:
            yield words, iob_names(tags, types)
            words, tags = [], []


def iob_names(tags: list[str], types: dict[str, str]) -> list[tuple[int, int, str]]:
    """Return the names that IOB tags mark; a change of type begins a new one."""
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        mark, _, label = tag.partition("-")
        if kind and (mark in ("O", "B") or label != kind):
            if kind in types:
                found.append((start, place, types[kind]))
            kind = ""
        if mark in ("B", "I") and not kind:
            start, kind = place, label
    return found


def read_re3d(held_out: bool) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield (text, names by code points) of re3d documents, those of the attribution corpus' dev and test apart."""
    ours = {
        bare(p.read_text(encoding="utf-8"))[:80]
        for split in ("dev", "test")
        for p in (DATA / "attribution" / split).glob("re3d_*.xml")
    }
    for folder in sorted((DATA / "names/re3d").iterdir()):
        if not (folder / "documents.json").exists():
            continue
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in RE3D and row.get("confidence", 0) >= 1:
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], RE3D[row["type"]]))
        for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"]
            if (bare(text)[:80] in ours) == held_out:
                found = [name for span in entities.get(row["_id"], []) if (name := trimmed_name(text, *span)) is not None]
                yield text, widest(found)


def bare(text: str) -> str:
    """Return a text without tags and blanks, to recognize it in another corpus."""
    return re.sub(r"\W+", "", re.sub(r"<[^>]*>", "", text)).lower()


def trimmed_name(text: str, start: int, end: int, label: str) -> tuple[int, int, str] | None:
    """Return the capitalized words of a marked phrase without titles and articles, None where it is no proper name."""
    words = list(re.finditer(r"\S+", text[start:end]))
    while words and (words[0].group().lower().strip(".,") in TITLES or not words[0].group()[:1].isupper()):
        words.pop(0)
    while words and not words[-1].group()[:1].isupper():
        words.pop()
    small = ("of", "the", "and", "for", "al", "de", "in", "on")
    if not words or any(not word.group()[:1].isupper() and word.group() not in small for word in words):
        return None
    return start + words[0].start(), start + words[-1].end(), label
