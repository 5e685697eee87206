"""What the network is trained to lower: one loss a head, over the words that have a label for it."""

import torch
from torch import Tensor
from torch.nn import functional

from rashomon.reading.encoder.places import steps_between
from training.batches import Batch
from training.examples import UNTOLD
from training.network import Network

WEIGHTS = {
    "tags": 0.5, "pos": 0.5, "lemmas": 0.8, "starts": 0.3, "names": 2.0, "anchors": 1.0, "certainties": 0.3, "roles": 1.0,
    "arcs": 1.5, "deps": 1.0,
}  # fmt: skip
ROLE_WORDS = 30
"""Words an anchor by which the loss of its roles is divided: most words have none, and a mean over all would be near nothing."""


def scores_of(network: Network, batch: Batch) -> tuple[Tensor, dict[str, Tensor], Tensor]:
    """Return (vectors of words, scores of the heads that score single words, scores of arcs inside sentences)."""
    words = network.words(batch.ids, batch.shapes, batch.first, batch.mask)
    singles = {name: head(words) for name, head in network.single.items()}
    left, right = network.arcs(words)
    arcs = left.squeeze(2) @ right.transpose(1, 2)
    steps = torch.from_numpy(steps_between(arcs.shape[1]))
    arcs = arcs + network.arc_places(words).squeeze(2).gather(2, steps.expand(len(arcs), -1, -1))
    alone = torch.eye(arcs.shape[1], dtype=torch.bool)
    arcs = torch.where(alone, singles["roots"], arcs)
    together = (batch.sentences.unsqueeze(2) == batch.sentences.unsqueeze(1)) | alone
    return words, singles, arcs.masked_fill(~together, -1e4)


def deps_of(network: Network, words: Tensor, heads: Tensor) -> Tensor:
    """Return the scores of relations to given heads, shape (windows, words, relations)."""
    left, right = network.deps(words)
    chosen = right.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, right.shape[-1]))
    return torch.einsum("bwck,bwk->bwc", left, chosen)


def roles_of(network: Network, words: Tensor, anchors: Tensor) -> Tensor:
    """Return the scores of roles, shape (anchors, roles, words)."""
    window, word = anchors.unbind(1)
    left, right = network.roles(words)
    scores = torch.einsum("ack,awk->acw", left[window, word], right[window])
    steps = torch.from_numpy(steps_between(words.shape[1]))[word]
    places = network.role_places(words[window, word])
    return scores + places.gather(2, steps.unsqueeze(1).expand(-1, places.shape[1], -1))


def losses_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Return the weighted losses of a batch; a head without labels in it has none."""
    words, singles, arcs = scores_of(network, batch)
    losses: dict[str, Tensor] = {}
    for name, labels in batch.labels.items():
        if not (labels != UNTOLD).any():
            continue
        if name == "starts":
            told = labels != UNTOLD
            losses[name] = functional.binary_cross_entropy_with_logits(singles[name].squeeze(-1)[told], labels[told].float())
        elif name == "deps":
            losses[name] = cross_entropy(deps_of(network, words, batch.heads), labels)
            losses["arcs"] = cross_entropy(arcs, batch.heads)
        else:
            losses[name] = cross_entropy(singles[name], labels)
    if len(batch.anchors):
        window, word = batch.anchors.unbind(1)
        losses["certainties"] = functional.cross_entropy(singles["certainties"][window, word], batch.certainties)
        total = functional.cross_entropy(
            roles_of(network, words, batch.anchors), batch.roles, ignore_index=UNTOLD, reduction="sum"
        )
        losses["roles"] = total / (ROLE_WORDS * len(batch.anchors))
    return {name: WEIGHTS[name] * loss for name, loss in losses.items()}


def cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """Return the mean cross entropy over told labels."""
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=UNTOLD)
