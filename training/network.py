"""The network: MiniLM's encoder with a head for each thing that is read, all on the vector of a word's first piece.

The encoder is BERT as in Devlin et al. 2019, six layers of 384; trees are scored by pairs of words as in Dozat and Manning 2017.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.encoder.places import STEPS
from rashomon.values.pieces import SHAPES

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 256, 30522
ARC, REL, ROLE = 256, 64, 128
"""Widths of the vectors that pairs of words are scored by."""
MEANING = 64
"""Width of the vectors of meaning: one of a word in an answer, one of a word around it, one that tells an answer from others."""


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return the next states, shape (windows, pieces, WIDTH); mask is True at pieces that may be attended to."""
        windows, pieces, _ = states.shape
        parts = self.attend(states).view(windows, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        weights = (query * (HEADS / WIDTH) ** 0.5) @ key.transpose(-1, -2)  # Spelled out for the exporter.
        if mask is not None:
            weights = weights.masked_fill(~mask[:, None, None, :], -1e4)
        mixed = weights.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(windows, pieces, WIDTH)
        states = self.norm(states + self.gather(mixed))
        return self.outer_norm(states + self.outer(functional.gelu(self.inner(states))))


class Encoder(nn.Module):
    """Word pieces and shapes to vectors. Those of the vocabulary are not trained: rare words stay beside common ones."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.pieces.weight.requires_grad = False
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors of pieces, shape (windows, pieces, WIDTH)."""
        return self.read(self.pieces(ids), shapes, mask)

    def read(self, rows: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Return the same from the vocabulary's vectors of the pieces, shape (windows, pieces, WIDTH)."""
        places = torch.arange(rows.shape[1])
        states = self.dropout(self.norm(rows + self.positions(places) + self.shapes(shapes)))
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def load(self, path: Path) -> None:
        """Take the weights of a BERT in the safetensors form."""
        given = load_file(path)
        given = {name.removeprefix("bert."): value for name, value in given.items()}
        own = {
            "pieces.weight": given["embeddings.word_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0],
            "positions.weight": given["embeddings.position_embeddings.weight"][:POSITIONS],
            "shapes.weight": self.shapes.weight.data,
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
            for part in ("weight", "bias"):
                own[f"{ours}attend.{part}"] = torch.cat(
                    [given[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                own[f"{ours}gather.{part}"] = given[f"{theirs}attention.output.dense.{part}"]
                own[f"{ours}inner.{part}"] = given[f"{theirs}intermediate.dense.{part}"]
                own[f"{ours}outer.{part}"] = given[f"{theirs}output.dense.{part}"]
                own[f"{ours}norm.{part}"] = given[f"{theirs}attention.output.LayerNorm.{part}"]
                own[f"{ours}outer_norm.{part}"] = given[f"{theirs}output.LayerNorm.{part}"]
        self.load_state_dict(own)


@dataclass(frozen=True)
class Sizes:
    """How many classes each head has."""

    tags: int
    pos: int
    lemmas: int
    deps: int
    names: int
    anchors: int
    certainties: int
    roles: int


class Pairs(nn.Module):
    """Scores pairs of words for some classes: left vectors, already multiplied by the classes' matrices, and right vectors."""

    def __init__(self, width: int, classes: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.left = nn.Linear(WIDTH, width)
        self.right = nn.Linear(WIDTH, width)
        self.matrix = nn.Linear(width, classes * width)
        self.bias = nn.Linear(width, classes)
        self.dropout = nn.Dropout(dropout)
        self.width, self.classes = width, classes
        nn.init.normal_(self.matrix.weight, std=1 / width)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return left vectors (..., words, classes, width + 1) and right vectors (..., words, width + 1).

        The score of a pair for a class is their product; the last element is what the left word says by itself.
        """
        left = self.dropout(functional.gelu(self.left(words)))
        right = self.dropout(functional.gelu(self.right(words)))
        shaped = self.matrix(left).unflatten(-1, (self.classes, self.width)) / math.sqrt(self.width)
        shaped = torch.cat([shaped, self.bias(left).unsqueeze(-1)], -1)
        return shaped, functional.pad(right, (0, 1), value=1.0)


class Places(nn.Module):
    """Scores, for some classes, how far from a word the other word of a pair is."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, classes * STEPS)
        self.classes = classes
        nn.init.zeros_(self.linear.weight)
        nn.init.zeros_(self.linear.bias)

    def forward(self, words: Tensor) -> Tensor:
        """Return scores (..., words, classes, STEPS)."""
        return self.linear(words).unflatten(-1, (self.classes, STEPS))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.2)
        self.single = nn.ModuleDict(
            {
                "tags": nn.Linear(WIDTH, sizes.tags),
                "pos": nn.Linear(WIDTH, sizes.pos),
                "lemmas": nn.Linear(WIDTH, sizes.lemmas),
                "starts": nn.Linear(WIDTH, 1),
                "roots": nn.Linear(WIDTH, 1),
                "names": nn.Linear(WIDTH, sizes.names),
                "anchors": nn.Linear(WIDTH, sizes.anchors),
                "certainties": nn.Linear(WIDTH, sizes.certainties),
            }
        )
        self.arcs = Pairs(ARC, 1)
        self.deps = Pairs(REL, sizes.deps)
        self.roles = Pairs(ROLE, sizes.roles)
        self.arc_places = Places(1)
        self.role_places = Places(sizes.roles)
        self.meaning = nn.Linear(WIDTH, 2 * MEANING + 2)
        self.answer = nn.Linear(WIDTH, MEANING + 1)
        self.scale = nn.Parameter(torch.full((2,), 1.6))
        self.shift = nn.Parameter(torch.full((2,), -3.0))
        self.answer_scale = nn.Parameter(torch.full((2,), 1.6))
        self.answer_shift = nn.Parameter(torch.full((2,), -2.0))

    def words(self, ids: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors of words, shape (windows, words, WIDTH); `first` is the place of each word's first piece."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and mask is not None):  # Half the time.
            states = self.encoder(ids, shapes, mask)
        return self.dropout(states.float().gather(1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))
