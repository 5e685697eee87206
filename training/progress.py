"""How well a network in training does on dev data, from gold words and sentences: enough to see that it learns."""

import random
from collections import Counter
from collections.abc import Sequence

import torch

from rashomon.values.pieces import PieceMaker
from training.batches import Numbered, collate, epoch
from training.examples import NAMES, UNTOLD
from training.losses import deps_of, roles_of, scores_of
from training.network import Network


def measure(network: Network, documents: Sequence[Numbered], maker: PieceMaker, rng: random.Random) -> dict[str, float]:
    """Return scores in per cent: accuracies, UAS and LAS with punctuation, F1 of names by span, of anchors by first word."""
    counts: Counter[str] = Counter()
    network.eval()
    with torch.inference_mode():
        for windows in epoch(documents, 4000, rng):
            batch = collate(windows, maker)
            words, singles, arcs = scores_of(network, batch)
            for name in ("tags", "pos", "lemmas"):
                told = batch.labels[name] != UNTOLD
                counts[name] += int((singles[name].argmax(-1) == batch.labels[name])[told].sum())
                counts[f"all {name}"] += int(told.sum())
            told = batch.heads != UNTOLD
            heads = arcs.argmax(-1)
            right = (heads == batch.heads) & told
            deps = deps_of(network, words, heads).argmax(-1) == batch.labels["deps"]
            counts["uas"] += int(right.sum())
            counts["las"] += int((right & deps).sum())
            counts["all uas"] += int(told.sum())
            for name in ("names", "anchors"):
                for own, gold in zip(singles[name].argmax(-1).tolist(), batch.labels[name].tolist(), strict=True):
                    kept = [pair for pair in zip(own, gold, strict=True) if pair[1] != UNTOLD]
                    find = spans if name == "names" else firsts
                    ours, theirs = find([a for a, _ in kept]), find([b for _, b in kept])
                    counts.update({f"{name} ours": len(ours), f"{name} gold": len(theirs), f"{name} both": len(ours & theirs)})
            if len(batch.anchors):
                own, gold = roles_of(network, words, batch.anchors).argmax(1), batch.roles
                for role, name in ((1, "source"), (2, "content")):
                    counts[f"{name} ours"] += int(((own == role) & (gold != UNTOLD)).sum())
                    counts[f"{name} gold"] += int((gold == role).sum())
                    counts[f"{name} both"] += int(((own == role) & (gold == role)).sum())
    network.train()
    found = {name: 100 * counts[name] / max(1, counts[f"all {name}"]) for name in ("tags", "pos", "lemmas", "uas")}
    found["las"] = 100 * counts["las"] / max(1, counts["all uas"])
    for name in ("names", "anchors", "source", "content"):
        found[name] = 200 * counts[f"{name} both"] / max(1, counts[f"{name} ours"] + counts[f"{name} gold"])
    return found


def spans(tags: Sequence[int]) -> set[tuple[int, int, int]]:
    """Return (start, end, kind) of the names that BIO tags mark."""
    found, start = set(), None
    for place, tag in enumerate([*tags, 0]):
        inside = NAMES[tag].startswith("I-")
        if start is not None and not inside:
            found.add((start, place, tags[start]))
            start = None
        if NAMES[tag].startswith("B-"):
            start = place
    return found


def firsts(tags: Sequence[int]) -> set[int]:
    """Return the words at which an anchor begins: numbers 1 to 4 are B tags, the last is BARE."""
    return {place for place, tag in enumerate(tags) if 1 <= tag <= 4 or tag == 9}
