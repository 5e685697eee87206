"""How a network with an encoder inside is trained: the encoder more slowly than its heads, at rates that rise and then fall."""

import torch
from torch import nn

Optimizing = tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]
WARM = 0.06
"""Share of the steps over which the rates rise."""


def optimizer_of(network: nn.Module, steps: int, *, encoder: float, heads: float) -> Optimizing:
    """Return the optimizer and its schedule: rates rise to those of the encoder and of all else, then fall in a line."""
    inside = [weight for name, weight in network.named_parameters() if name.startswith("encoder.") and weight.requires_grad]
    outside = [weight for name, weight in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inside, "lr": encoder}, {"params": outside, "lr": heads}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = WARM * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    return optimizer, schedule
