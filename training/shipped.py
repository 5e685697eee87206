"""The weights of a model that rashomon ships, back as a network: training goes on from them where no checkpoint is left.

They come back to within the rounding of 8 bits; what was rounded is soon learned again.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from rashomon.values.pieces import shipped_pieces
from training.batches import Classes

LARGEST = "encoder.pieces.weight"


def read_weights(folder: Path) -> dict[str, Tensor]:
    """Return the state of a network from the folder that `training.export` wrote.

    Each product is known by the bias that is added to it: its weight has that name with `weight` for `bias`.
    """
    model = onnx.load(folder / "encoder.onnx")
    given = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    readers = {name: node for node in model.graph.node for name in node.input}
    state: dict[str, np.ndarray] = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in given:
            name = node.input[1].removesuffix("_quantized")
            weight = given[node.input[1]].astype(np.float32) * given[f"{name}_scale"]
        elif node.op_type == "MatMul" and node.input[1] in given:
            weight = given[node.input[1]]
        else:
            continue
        following = readers[node.output[0]]
        while following.op_type != "Add":
            following = readers[following.output[0]]
        bias = next(name for name in following.input if name in given)
        state[bias.removeprefix("network.").removesuffix("bias") + "weight"] = weight.T
    for name, value in given.items():
        if name.startswith("network.") and name.endswith(("bias", "norm.weight", "positions.weight", "shapes.weight")):
            state[name.removeprefix("network.")] = value
    _, table = shipped_pieces()
    state[LARGEST] = table.narrow.astype(np.float32) * table.scales
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in state.items()}


def check_labels(folder: Path, classes: Classes) -> None:
    """Raise ValueError where the classes of the data are not those of the shipped model, in its order."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    for name, found in (("tags", classes.tags), ("pos", classes.pos), ("deps", classes.deps)):
        if list(found) != labels[name]:
            raise ValueError(f"{folder}: the classes of {name} are not those of the data; train from the start")
    rules = [[int(rule.lower), rule.cut, rule.added] for rule in classes.lemmas]
    if rules != [entry[:3] for entry in labels["lemmas"]]:
        raise ValueError(f"{folder}: the rules of lemmas are not those of the data; train from the start")
