"""Two passages as the pair network takes them: word pieces, shapes of words, and which side each piece is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.values.pieces import GLUED, OUTSIDE, SPACED, PieceMaker, shape_of

WORD = re.compile(r"\w+|[^\w\s]")
MOST_PIECES = 44
"""Word pieces of a passage that are read."""
MARK, EARLIER, LEFT, LEFT_ANSWER, RIGHT, RIGHT_ANSWER = range(6)
"""Sides: of the marks between passages, of the first mark where the left report is the earlier one, of words and answers."""
SIDES = 6


class Passage(NamedTuple):
    """What states a claim: [start, end) is the clause or sentence, [first, last) its answer, in code points of the text."""

    text: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """A passage as numbers, one a piece; `answers` is 1 at pieces of the answer."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages as numbers, one a piece, with the marks around them."""

    ids: list[int]
    shapes: list[int]
    sides: list[int]


def cut_passage(passage: Passage, maker: PieceMaker) -> Pieces:
    """Return the pieces of a passage; where there is room, with those before it in its line, which tell whom it speaks of."""
    opening = passage.text.rfind("\n", 0, passage.start) + 1
    before = list(WORD.finditer(passage.text, opening, passage.start))[-MOST_PIECES:]
    inside = list(WORD.finditer(passage.text, passage.start, passage.end))
    ids: list[int] = []
    shapes: list[int] = []
    answers: list[int] = []
    begin = 0
    end = -1
    for place, word in enumerate((*before, *inside)):
        if place == len(before):
            begin = len(ids)
        pieces = maker.cut(word.group())
        ids += pieces
        shapes += [shape_of(word.group(), GLUED if word.start() == end else SPACED)] * len(pieces)
        answers += [int(word.start() < passage.last and word.end() > passage.first)] * len(pieces)
        end = word.end()
    chosen = window(len(ids), begin, answers)
    return Pieces(tuple(ids[chosen]), tuple(shapes[chosen]), tuple(answers[chosen]))


def window(count: int, begin: int, answers: Sequence[int]) -> slice:
    """Return which pieces are read: the passage from `begin` with what fits before it, or what stands around its answer."""
    if count - begin <= MOST_PIECES:
        return slice(max(0, count - MOST_PIECES), count)
    first = answers.index(1) if 1 in answers else begin
    last = count - answers[::-1].index(1) if 1 in answers else begin
    spare = max(0, MOST_PIECES - (last - first))
    start = max(begin, min(first - spare // 2, count - MOST_PIECES))
    return slice(start, start + MOST_PIECES)


def join(left: Pieces, right: Pieces, maker: PieceMaker, *, ordered: bool) -> Pair:
    """Return two passages as one row; `ordered` tells that the left report is the earlier one."""
    return Pair(
        ids=[maker.begin, *left.ids, maker.end, *right.ids, maker.end],
        shapes=[OUTSIDE, *left.shapes, OUTSIDE, *right.shapes, OUTSIDE],
        sides=[
            EARLIER if ordered else MARK,
            *(LEFT_ANSWER if own else LEFT for own in left.answers),
            MARK,
            *(RIGHT_ANSWER if own else RIGHT for own in right.answers),
            MARK,
        ],
    )
