"""The encoder as a part of a spaCy pipeline: it reads the words of a whole report at once and sets all that is read of them.

It needs words and, where they are known, sentence bounds (`rashomon.reading.sentences`); a line break always bounds a sentence.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.encoder.decoding import Words, decode
from rashomon.reading.encoder.graph import Graph
from rashomon.reading.encoder.labels import read_labels
from rashomon.reading.encoder.windows import find_chunks
from rashomon.reading.parse import ANCHORS, MEANINGS
from rashomon.values.pieces import GLUED, NEW_LINE, SPACED, shape_of, shipped_pieces

NAME = "rashomon_encoder"
FILES = ("encoder.onnx", "labels.json", "lemmas.txt")
IOB = {"I": 1, "O": 2, "B": 3}
"""spaCy's numbers."""
KINDS = ("PERSON", "ORG", "PLACE")


@Language.factory(
    NAME, assigns=["token.head", "token.dep", "token.tag", "token.pos", "token.lemma", "token.is_sent_start", "doc.ents"]
)
def make_encoder(nlp: Language, name: str) -> "Encoder":
    """Return an encoder without a model; `from_disk` gives it one."""
    del nlp, name
    return Encoder()


class Encoder:
    """Reads documents with the model of a folder, which has the files of `FILES`."""

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> "Encoder":
        """Load the model of a folder."""
        del exclude
        self.folder = Path(path)
        self.maker, table = shipped_pieces()
        self.classes = read_labels(self.folder)
        self.graph = Graph(self.folder / "encoder.onnx", table)
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Copy the model into a folder."""
        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(self.folder / name, Path(path) / name)

    def __call__(self, doc: Doc) -> Doc:
        """Return a document with all that is read of its words."""
        own = [word.i for word in doc if not word.is_space]
        words = self.read(doc, own)
        annotate(doc, own, words)
        doc.user_data[ANCHORS] = tuple(words.anchors)
        doc.user_data[MEANINGS] = np.concatenate(words.meanings) if words.meanings else None
        return doc

    def read(self, doc: Doc, own: Sequence[int]) -> Words:
        """Return what is read of some words of a document."""
        forms = [doc[place].text for place in own]
        joints = list(joints_of(doc, own))
        bounds = doc.to_array("SENT_START").astype(np.int64).tolist()
        lines = [joint == NEW_LINE for joint in joints]
        starts = [True if line else {1: True, -1: False}.get(bounds[place]) for line, place in zip(lines, own, strict=True)]
        pieces = [self.maker.cut(form) for form in forms]
        shapes = [shape_of(form, joint) for form, joint in zip(forms, joints, strict=True)]
        words = Words()
        for chunk in find_chunks([len(cut) for cut in pieces], lines, [start is True for start in starts]):
            scores = self.graph.read(pieces, shapes, chunk, self.maker)
            inside = slice(chunk[0].core, chunk[-1].core_end)
            decode(scores, forms[inside], lines[inside], starts[inside], self.classes, words)
        return words


def joints_of(doc: Doc, own: Sequence[int]) -> Iterator[int]:
    """Yield what stands before each of some words."""
    before = None
    for place in own:
        if before is None or any("\n" in doc[blank].text for blank in range(before + 1, place)):
            yield NEW_LINE
        else:
            yield SPACED if place - before > 1 or doc[before].whitespace_ else GLUED
        before = place


def annotate(doc: Doc, own: Sequence[int], words: Words) -> None:
    """Set what was read of the words; blanks between them hang on the word before them."""
    used = {"ROOT", "dep", "_SP", "SPACE", *KINDS, *words.deps, *words.tags, *words.pos}
    number = {name: signed(doc.vocab.strings.add(name)) for name in sorted(used)}
    rows = np.zeros((len(doc), 7), dtype=np.int64)
    filled = -1
    for word, place in enumerate(own):
        mark, _, kind = words.names[word].partition("-")
        for blank in range(filled + 1, place):
            inside = mark == "I" and "\n" not in doc[blank].text
            mark = mark if inside or mark == "O" else "B"
            head = (filled if filled >= 0 else place) - blank
            name = (IOB["I"], number[kind]) if inside else (IOB["O"], 0)
            rows[blank] = (head, number["dep"], number["_SP"], number["SPACE"], signed(doc[blank].orth), *name)
        lemma = signed(doc.vocab.strings.add(words.lemmas[word]))
        head = own[words.heads[word]] - place
        name = (IOB[mark], number[kind] if kind else 0)
        rows[place] = (head, number[words.deps[word]], number[words.tags[word]], number[words.pos[word]], lemma, *name)
        filled = place
    for blank in range(filled + 1, len(doc)):
        head = filled - blank if own else 0
        dep = number["dep" if own else "ROOT"]
        rows[blank] = (head, dep, number["_SP"], number["SPACE"], signed(doc[blank].orth), IOB["O"], 0)
    doc.from_array(["HEAD", "DEP", "TAG", "POS", "LEMMA", "ENT_IOB", "ENT_TYPE"], rows.astype(np.uint64))  # type: ignore[arg-type]


def signed(number: int) -> int:
    """Return a 64-bit number as numpy keeps it with a sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
