"""Words as the encoder takes them: pieces of its vocabulary, and the shape of each word, because the vocabulary has no capitals.

Pieces are cut as BERT's uncased tokenizer does: lower case, accents off, marks apart, then the longest piece first.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MOST_PIECES = 8
"""Pieces of a word that are kept; only addresses of pages and the like have more."""
LONGEST_PART = 100
"""Code points of a part of a word from which it is unknown."""
GLUED, SPACED, NEW_LINE = range(3)
"""What stands before a word: nothing, a blank, a line break."""
JOINTS = 3
CASES = 6
OUTSIDE = CASES * JOINTS
"""The shape of the marks at both ends of a window."""
SHAPES = OUTSIDE + 1


class PieceMaker:
    """Cuts words into pieces of the vocabulary in a file, one piece a line.

    Attributes:
        numbers: Number of each piece.
        begin: Number of the mark that opens a window. end: Of the mark that closes it.
    """

    def __init__(self, vocabulary: Path) -> None:
        pieces = vocabulary.read_text(encoding="utf-8").split("\n")
        self.numbers = {piece: number for number, piece in enumerate(pieces) if piece}
        self.begin, self.end, self.unknown = (self.numbers[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self.cut = lru_cache(maxsize=50_000)(self.cut_word)

    def cut_word(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word by number, at least one; a word of which nothing is left is unknown."""
        found: list[int] = []
        for part in parts_of(word):
            found += self.cut_part(part)
            if len(found) >= MOST_PIECES:
                break
        return tuple(found[:MOST_PIECES]) or (self.unknown,)

    def cut_part(self, part: str) -> list[int]:
        """Return the pieces of a part without marks in it, longest first; all of it is unknown where one piece is."""
        if len(part) > LONGEST_PART:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.numbers.get(part[start:end] if start == 0 else "##" + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def parts_of(word: str) -> list[str]:
    """Return a word in lower case and without accents, cut at marks and around ideographs."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    kept = "".join(mark for mark in word if mark in "\t\n\r" or unicodedata.category(mark)[0] != "C").replace("\ufffd", "")
    bare = "".join(mark for mark in unicodedata.normalize("NFD", kept) if unicodedata.category(mark) != "Mn").lower()
    return "".join(f" {mark} " if is_apart(mark) else mark for mark in bare).split()


def is_apart(mark: str) -> bool:
    """Whether a character is a part by itself: punctuation, all marks of ASCII, ideographs."""
    if mark.isascii():
        return mark.isprintable() and not mark.isalnum() and mark != " "
    return unicodedata.category(mark)[0] == "P" or "\u4e00" <= mark <= "\u9fff" or "\u3400" <= mark <= "\u4dbf"


def shape_of(word: str, joint: int) -> int:
    """Return the shape of a word: how it is capitalized, and what stands before it (`GLUED`, `SPACED`, `NEW_LINE`)."""
    return case_of(word) * JOINTS + joint


def case_of(word: str) -> int:
    """Return 0 for no letters, 1 lower, 2 one capital, 3 first a capital, 4 all capitals, 5 mixed."""
    if word.islower():
        return 1
    if not word.isupper():
        if not any(map(str.isalpha, word)):
            return 0
        return 3 if word[0].isupper() and word[1:].islower() else 5
    return 4 if sum(map(str.isalpha, word)) > 1 else 2


class PieceTable:
    """The vectors of the pieces, one byte a number: those of all-MiniLM-L6-v2, which no training changes.

    Attributes:
        narrow: (pieces, width), of 8 bits. scales: (pieces, 1), what a unit of each row is.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path) as given:
            self.narrow, self.scales = given["narrow"], given["scales"]

    def rows(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """Return the vectors of some pieces by number, one a row."""
        chosen = np.asarray(ids, dtype=np.int64)
        rows: NDArray[np.float32] = self.narrow[chosen].astype(np.float32) * self.scales[chosen]
        return rows


@cache
def shipped_pieces() -> tuple[PieceMaker, PieceTable]:
    """Return the vocabulary and the vectors that rashomon ships."""
    folder = Path(str(files("rashomon.values")))
    return PieceMaker(folder / "pieces.txt"), PieceTable(folder / "pieces.npz")
