"""Documents as numbers, and batches of their windows as tensors."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from rashomon.reading.encoder.lemma_rules import LemmaRule, rule_for
from rashomon.values.pieces import GLUED, JOINTS, OUTSIDE, PieceMaker, shape_of
from training.attribution_corpus import CERTAINTIES
from training.examples import ANCHORS, NAMES, ROLES, UNTOLD, Document, windows

LONGEST = 256
"""Word pieces of a window, with the marks at its ends."""
TITLED = 0.03
"""Share of windows that are shown in headline style: each word capitalized."""
CURLY = 0.3
"""Share of windows whose straight quotes are shown curly."""
HIDDEN = 0.02
"""Share of words that are hidden, so that the encoder looks at what stands around them."""
TITLE_CASE = 3
SINGLES = ("tags", "pos", "lemmas", "starts", "names", "anchors")


@dataclass(frozen=True)
class Classes:
    """The classes of each head, in the order of their numbers; endings and forms as in `rashomon.reading.encoder.labels`."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    lemmas: tuple[LemmaRule, ...]
    endings: Mapping[LemmaRule, Sequence[str]]
    forms: Mapping[tuple[str, str], str]


@dataclass(slots=True)
class Numbered:
    """A document as numbers; labels that are not told are `UNTOLD`."""

    document: Document
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    labels: dict[str, list[int]]
    heads: list[int]
    sentences: list[int]
    lengths: list[int] = field(default_factory=list)


def number(document: Document, maker: PieceMaker, classes: Classes) -> Numbered:
    """Return a document as numbers."""
    count = len(document.words)
    rules = {rule: place for place, rule in enumerate(classes.lemmas)}
    lemmas = [rules.get(rule_for(*pair), UNTOLD) for pair in zip(document.words, document.lemmas, strict=False)]
    starts = [int(place == 0 or document.sentences[place - 1] != own) for place, own in enumerate(document.sentences)]
    labels = {
        "tags": numbers_of(document.tags, classes.tags),
        "pos": numbers_of(document.pos, classes.pos),
        "deps": numbers_of(document.deps, classes.deps),
        "lemmas": lemmas,
        "starts": starts,
        "names": numbers_of(document.names, NAMES),
        "anchors": numbers_of(document.anchors, ANCHORS),
    }
    untold = [UNTOLD] * count
    pieces = [maker.cut(word) for word in document.words]
    return Numbered(
        document=document,
        pieces=pieces,
        shapes=[shape_of(*pair) for pair in zip(document.words, document.joints, strict=True)],
        labels={name: values or untold for name, values in labels.items()},
        heads=document.heads or untold,
        sentences=document.sentences or untold,
        lengths=[len(own) for own in pieces],
    )


def numbers_of(labels: Sequence[str], classes: Sequence[str]) -> list[int]:
    """Return the number of each label, `UNTOLD` for one that is no class."""
    places = {label: place for place, label in enumerate(classes)}
    return [places.get(label, UNTOLD) for label in labels]


Window = tuple[Numbered, int, int]


def epoch(documents: Sequence[Numbered], size: int, rng: random.Random) -> Iterator[list[Window]]:
    """Yield the batches of an epoch, each of about `size` word pieces and of windows of about one length."""
    found = [(d, start, end) for d in documents for start, end in windows(d.document, d.lengths, LONGEST - 2, rng)]
    rng.shuffle(found)
    found = [window for block in range(0, len(found), 400) for window in sorted(found[block : block + 400], key=pieces_in)]
    batches: list[list[Window]] = [[]]
    for window in found:
        widest = max([pieces_in(window), *(pieces_in(other) for other in batches[-1])])
        if batches[-1] and widest * (len(batches[-1]) + 1) > size:
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    yield from batches


def pieces_in(window: Window) -> int:
    """Return how many word pieces a window has."""
    numbered, start, end = window
    return sum(numbered.lengths[start:end])


@dataclass(slots=True)
class Batch:
    """Windows as tensors, one row a window, padded.

    Attributes:
        ids, shapes, mask: Of word pieces. first: Place of each word's first piece.
        labels: Of words, (windows, words). heads: Head of each word by place in its window. sentences: Number of its sentence.
        anchors: (window, word) of each anchor. certainties: Class of each anchor. roles: Role of each word for each anchor.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    labels: dict[str, Tensor]
    heads: Tensor
    sentences: Tensor
    anchors: Tensor
    certainties: Tensor
    roles: Tensor


def collate(batch: Sequence[Window], maker: PieceMaker, rng: random.Random | None = None) -> Batch:
    """Return a batch as tensors; with `rng` some windows are shown in headline style or with curly quotes."""
    rows = [pieces_of(window, maker, rng) for window in batch]
    words = max(end - start for _, start, end in batch)
    labels = {
        name: padded([numbered.labels[name][start:end] for numbered, start, end in batch], UNTOLD) for name in (*SINGLES, "deps")
    }
    heads = [[head - start if head != UNTOLD else UNTOLD for head in d.heads[start:end]] for d, start, end in batch]
    found = [
        (
            row,
            anchor - start,
            CERTAINTIES.index(d.document.certainties[anchor]),
            roles_of(d.document.roles[anchor], start, end, words),
        )
        for row, (d, start, end) in enumerate(batch)
        for anchor in d.document.roles
        if start <= anchor < end
    ]
    return Batch(
        ids=padded([ids for ids, _, _ in rows], 0),
        shapes=padded([shapes for _, shapes, _ in rows], OUTSIDE),
        mask=padded([[1] * len(ids) for ids, _, _ in rows], 0).bool(),
        first=padded([first for _, _, first in rows], 0),
        labels=labels,
        heads=padded(heads, UNTOLD),
        sentences=padded([d.sentences[start:end] for d, start, end in batch], -1),
        anchors=torch.tensor([entry[:2] for entry in found], dtype=torch.long).view(-1, 2),
        certainties=torch.tensor([entry[2] for entry in found], dtype=torch.long),
        roles=torch.tensor([entry[3] for entry in found], dtype=torch.long).view(-1, words),
    )


def roles_of(roles: dict[int, str], start: int, end: int, words: int) -> list[int]:
    """Return the role of each word of a window for one anchor."""
    told = [ROLES.index(roles.get(word, "none")) for word in range(start, end)]
    return told + [UNTOLD] * (words - len(told))


def pieces_of(window: Window, maker: PieceMaker, rng: random.Random | None) -> tuple[list[int], list[int], list[int]]:
    """Return (pieces, their shapes, place of each word's first piece) of a window, with the marks at its ends."""
    numbered, start, end = window
    words = numbered.pieces[start:end]
    forms = numbered.shapes[start:end]
    if rng is not None and rng.random() < CURLY:
        words = list(curled(words, forms, maker))
    if rng is not None:
        hidden = (maker.numbers["[MASK]"],)
        words = [hidden if rng.random() < HIDDEN else own for own in words]
    if rng is not None and rng.random() < TITLED:
        forms = [TITLE_CASE * JOINTS + form % JOINTS if form // JOINTS else form for form in forms]
    ids, shapes, first = [maker.begin], [OUTSIDE], []
    for own, form in zip(words, forms, strict=True):
        first.append(len(ids))
        ids += own
        shapes += [form] * len(own)
    return [*ids, maker.end], [*shapes, OUTSIDE], first


def curled(words: Iterable[tuple[int, ...]], forms: Iterable[int], maker: PieceMaker) -> Iterator[tuple[int, ...]]:
    """Yield the pieces of words with straight quotes made curly: open behind a blank, else closed."""
    double, single = maker.numbers['"'], maker.numbers["'"]
    for own, form in zip(words, forms, strict=True):
        glued = form % JOINTS == GLUED
        turned = {double: maker.numbers["”" if glued else "“"], single: maker.numbers["’" if glued or len(own) > 1 else "‘"]}
        yield tuple(turned.get(piece, piece) for piece in own)


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Return rows as one tensor, the shorter ones filled up."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows], dtype=torch.long)
