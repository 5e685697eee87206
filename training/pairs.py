"""Train the pair network: `python -m training.pairs --start work/checkpoint.pt --readings FILE` (about an hour on two cores).

It reads two passages together and says whether they answer one question, and if so how the answers stand to each other. It begins
as the lower layers of the trained encoder, and learns from the invented stories that the encoder learned from and from
training/statements. Seeded. What it learns from and how well: docs/model-card.md.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.pairs.passages import LEFT_ANSWER, MARK, MOST_PIECES, RIGHT_ANSWER, SIDES, Pair, Passage, Pieces, cut_passage, join
from rashomon.values.pieces import OUTSIDE, PieceMaker
from training.export import check_table, fuse, narrow_products
from training.links import Read, best_f1, read_once, unseen
from training.network import WIDTH, Encoder
from training.optimizing import optimizer_of
from training.pair_examples import RELATIONS, UNTOLD, Example, Question, of_groups, of_story
from training.statement_corpus import read_statements, split

HERE = Path(__file__).parent
LAYERS = 5
ROOM = 2 * MOST_PIECES + 3
HIDDEN = 192
SEED = 7
STEPS = 3000
BATCH = 2600
"""Word pieces of a batch."""
BLOCK = 1600
"""Pairs that are sorted by length at once."""
RATES = {"encoder": 1e-4, "heads": 1e-3}
RELATION_WEIGHT = 0.7
DEV = 5000
"""Pairs of stories that dev scores are computed on."""


class PairNetwork(nn.Module):
    """Scores two passages from the vector of the first mark and the means over both answers."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.encoder.layers = self.encoder.layers[:LAYERS]
        self.sides = nn.Embedding(SIDES, WIDTH)
        nn.init.zeros_(self.sides.weight)
        self.inner = nn.Linear(3 * WIDTH, HIDDEN)
        self.same = nn.Linear(HIDDEN, 1)
        self.relation = nn.Linear(HIDDEN, len(RELATIONS))
        self.dropout = nn.Dropout(0.1)

    def read(self, rows: Tensor, shapes: Tensor, sides: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors of pieces in their pair, shape (pairs, pieces, WIDTH), from those of the vocabulary."""
        return self.encoder.read(rows + self.sides(sides), shapes, mask)

    def judge(self, states: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log odds of one question (pairs,) and the scores of relations (pairs, relations)."""
        means = [mean_of(states, sides == side) for side in (LEFT_ANSWER, RIGHT_ANSWER)]
        hidden = self.dropout(functional.gelu(self.inner(self.dropout(torch.cat([states[:, 0], *means], 1)))))
        return self.same(hidden).squeeze(-1), self.relation(hidden)

    def forward(self, ids: Tensor, shapes: Tensor, sides: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Return what `judge` says."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            states = self.read(self.encoder.pieces(ids), shapes, sides, mask)
        return self.judge(states.float(), sides)


def mean_of(states: Tensor, chosen: Tensor) -> Tensor:
    """Return the mean of the vectors of chosen pieces, shape (pairs, WIDTH)."""
    weights = chosen.float().unsqueeze(-1)
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1)


class Batcher:
    """Makes batches of examples."""

    def __init__(self, maker: PieceMaker) -> None:
        self.maker = maker
        self.known: dict[Passage, Pieces] = {}

    def pair(self, example: Example, *, turned: bool) -> Pair:
        """Return an example as numbers: the earlier report first, where that is known; else in either order."""
        one, two = (self.cut(passage) for passage in (example.left, example.right))
        if example.order > 0 or (example.order == 0 and turned):
            one, two = two, one
        return join(one, two, self.maker, ordered=example.order != 0)

    def cut(self, passage: Passage) -> Pieces:
        """Return the pieces of a passage."""
        if passage not in self.known:
            self.known[passage] = cut_passage(passage, self.maker)
        return self.known[passage]

    def size(self, example: Example) -> int:
        """Return how many pieces an example has."""
        return len(self.cut(example.left).ids) + len(self.cut(example.right).ids) + 3

    def tensors(self, examples: Sequence[Example], rng: random.Random | None) -> tuple[Tensor, ...]:
        """Return ids, shapes, sides and mask."""
        pairs = [self.pair(own, turned=rng is not None and rng.random() < 0.5) for own in examples]
        most = max(len(own.ids) for own in pairs)

        def padded(rows: Sequence[list[int]], filling: int) -> Tensor:
            return torch.tensor([row + [filling] * (most - len(row)) for row in rows])

        ids, shapes = padded([own.ids for own in pairs], 0), padded([own.shapes for own in pairs], OUTSIDE)
        sides = padded([own.sides for own in pairs], MARK)
        return ids, shapes, sides, padded([[1] * len(own.ids) for own in pairs], 0).bool()

    def batches(self, examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
        """Yield batches of about equal length inside."""
        for start in range(0, len(examples), BLOCK):
            block = sorted(examples[start : start + BLOCK], key=self.size)
            found: list[list[Example]] = [[]]
            for example in block:
                if found[-1] and self.size(example) * (len(found[-1]) + 1) > BATCH:
                    found.append([])
                found[-1].append(example)
            rng.shuffle(found)
            yield from found


def epochs(questions: Sequence[Question], batcher: Batcher) -> Iterator[tuple[list[Example], random.Random]]:
    """Yield batches without end."""
    rng = random.Random(SEED)
    while True:
        drawn = [example for question in questions for example in question.drawn(rng)]
        rng.shuffle(drawn)
        for batch in batcher.batches(drawn, rng):
            yield batch, rng


def loss_of(network: PairNetwork, examples: Sequence[Example], batcher: Batcher, rng: random.Random) -> Tensor:
    """Return the loss of a batch."""
    same, relations = network(*batcher.tensors(examples, rng))
    wanted = torch.tensor([float(own.same) for own in examples])
    weights = torch.tensor([own.weight for own in examples])
    loss = (functional.binary_cross_entropy_with_logits(same, wanted, reduction="none") * weights).sum() / weights.sum()
    told = torch.tensor([own.relation for own in examples])
    if (told != UNTOLD).any():
        kept = told != UNTOLD
        loss = loss + RELATION_WEIGHT * functional.cross_entropy(relations[kept], told[kept], label_smoothing=0.05)
    return loss


def measure(network: PairNetwork, named: dict[str, Sequence[Example]], batcher: Batcher) -> None:
    """Print how the network does on dev data."""
    network.eval()
    for name, examples in named.items():
        for kind in ("quantity", "whether"):
            own = sorted((example for example in examples if example.kind == kind), key=batcher.size)
            same, found = [], []
            with torch.inference_mode():
                for start in range(0, len(own), 64):
                    one, two = network(*batcher.tensors(own[start : start + 64], None))
                    same.append(one)
                    found.append(two.argmax(1))
            f1, _, precision = best_f1(torch.cat(same).numpy().astype(float), np.array([float(e.same) for e in own]))
            right = torch.cat(found).numpy()
            told = np.array([example.relation for example in own])
            line = []
            for number, relation in enumerate(RELATIONS):
                here, said = told == number, (right == number) & (told != UNTOLD)
                both = (here & said).sum()
                line.append(f"{relation} {both / max(1, here.sum()):.2f}/{both / max(1, said.sum()):.2f} of {here.sum()}")
            print(f"  {name} {kind}: F1 {f1:.3f} AP {precision:.3f}; recall/precision {', '.join(line)}", flush=True)
    network.train()


class Row(nn.Module):
    """The network on one pair, without padding: what is exported."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log odds of one question (1,) and the log probabilities of relations (relations,)."""
        rows, forms, own = pieces.unsqueeze(0), shapes.unsqueeze(0), sides.unsqueeze(0)
        same, relations = self.network.judge(self.network.read(rows, forms, own, None), own)
        return same, relations.squeeze(0).log_softmax(-1)


def export(network: PairNetwork, target: Path) -> None:
    """Write the network as a graph with weights of 8 bits."""
    network.eval()
    check_table(network.encoder.pieces.weight)
    network.encoder.positions.weight.data = network.encoder.positions.weight.data[:ROOM].clone()
    rows = network.encoder.pieces(torch.arange(1000, 1012))
    sides = torch.tensor([1, 2, 3, 3, 2, 0, 4, 4, 5, 5, 4, 0])
    pieces = torch.export.Dim("pieces", min=5, max=ROOM)
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name) / "plain.onnx"
        torch.onnx.export(
            Row(network),
            (rows, torch.zeros(12, dtype=torch.long), sides),
            plain,
            input_names=["pieces", "shapes", "sides"],
            output_names=["same", "relations"],
            dynamic_shapes={"pieces": {0: pieces}, "shapes": {0: pieces}, "sides": {0: pieces}},
            dynamo=True,
            external_data=False,
            opset_version=20,
            verbose=False,
        )
        fuse(plain, LAYERS)
        narrow_products(plain, target, wide=0)
    print(f"written to {target}: {target.stat().st_size / 1e6:.1f} MB")


def data(kept: Path | None) -> tuple[list[Question], dict[str, Sequence[Example]]]:
    """Return the questions to learn from, and examples for dev."""
    reads: Sequence[Read] = read_once(kept)
    other = {read.story.name for read in unseen(reads)}
    groups, held = split(read_statements())
    learned = [question for read in reads if read.story.name not in other for question in of_story(read)]
    learned += of_groups(groups)
    rng = random.Random(SEED)
    stories = [e for read in reads if read.story.name in other for q in of_story(read) for e in q.drawn(rng)]
    dev = {
        "stories": rng.sample(stories, min(DEV, len(stories))),
        "statements": [e for q in of_groups(held) for e in q.drawn(rng)],
    }
    count = sum(min(question.most, len(question.examples)) for question in learned)
    print(
        f"{len(learned)} questions, {count} pairs an epoch; dev { ({name: len(own) for name, own in dev.items()}) }", flush=True
    )
    return learned, dev


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, help="checkpoint of training.train, to begin as its lower layers")
    parser.add_argument("--go-on", type=Path, help="weights of an earlier run, to begin with in its stead")
    parser.add_argument("--vocabulary", type=Path, default=HERE.parent / "src/rashomon/values/pieces.txt")
    parser.add_argument("--readings", type=Path, help="file that keeps the claims of all stories, as in training.links")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--weights", type=Path, default=HERE / "work/pairs.pt", help="where to write the trained weights")
    parser.add_argument(
        "--target", type=Path, default=HERE.parent / "src/rashomon/pairs/pairs.onnx", help="where to write the graph"
    )
    parser.add_argument("--export-only", action="store_true", help="write the graph of the trained weights")
    args = parser.parse_args()
    if not (args.start or args.go_on or args.export_only):
        parser.error("say with --start or --go-on what to begin with")
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    batcher = Batcher(PieceMaker(args.vocabulary))
    network = PairNetwork()
    if args.export_only:
        network.load_state_dict(torch.load(args.weights, weights_only=True))
        export(network, args.target)
        return
    questions, dev = data(args.readings)
    if args.go_on is not None:
        network.load_state_dict(torch.load(args.go_on, weights_only=True))
    else:
        state = torch.load(args.start, weights_only=True)["network"]
        network.encoder.load_state_dict(
            {name.removeprefix("encoder."): value for name, value in state.items() if name.startswith("encoder.")}, strict=False
        )
    optimizer, schedule = optimizer_of(network, args.steps, **RATES)
    steps = args.steps
    started, total = time.monotonic(), 0.0
    for step, (examples, rng) in enumerate(epochs(questions, batcher), 1):
        loss = loss_of(network, examples, batcher, rng)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        total += float(loss.detach())
        if step % 50 == 0:
            print(f"step {step} {time.monotonic() - started:.0f}s loss {total / 50:.3f}", flush=True)
            total = 0.0
        if step % 1500 == 0 or step == steps:
            torch.save(network.state_dict(), args.weights)
            measure(network, dev, batcher)
        if step == steps:
            break
    export(network, args.target)


if __name__ == "__main__":
    main()
