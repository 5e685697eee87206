"""Attention as one operation of onnxruntime, in place of the dozen that the exporter spells it out by."""

from collections.abc import Iterator

import onnx
from onnx import helper

from training.network import HEADS

DOMAIN = "com.microsoft"


def fuse_attention(model: onnx.ModelProto, layers: int) -> None:
    """Replace, in each layer, all between the projection to query, key and value and the gathering of heads."""
    graph = model.graph
    model.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    for number in range(layers):
        projected = output_behind(graph, f"layers.{number}.attend.bias")
        gathering = output_behind(graph, f"layers.{number}.gather.bias")
        product = next(node for node in graph.node if node.op_type == "MatMul" and node.output[0] in inputs_of(graph, gathering))
        parts = [f"{name}_{number}" for name in ("query", "key", "value")]
        mixed = f"mixed_{number}"
        split = helper.make_node("Split", [projected], parts, name=f"split_{number}", axis=-1, num_outputs=3)
        attention = helper.make_node(
            "MultiHeadAttention", parts, [mixed], name=f"attention_{number}", domain=DOMAIN, num_heads=HEADS
        )
        place = list(graph.node).index(product)
        graph.node.insert(place, split)
        graph.node.insert(place + 1, attention)
        product.input[0] = mixed
    prune(graph)


def output_behind(graph: onnx.GraphProto, weight: str) -> str:
    """Return what the operation that takes a weight gives."""
    return next(node.output[0] for node in graph.node if any(name.endswith(weight) for name in node.input))


def inputs_of(graph: onnx.GraphProto, output: str) -> list[str]:
    """Return what the operation that gives an output takes."""
    return next(list(node.input) for node in graph.node if output in node.output)


def prune(graph: onnx.GraphProto) -> None:
    """Remove operations whose outputs nothing needs."""
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(names_in(node))
    del graph.node[:]
    graph.node.extend(reversed(kept))
    used = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(used)


def names_in(node: onnx.NodeProto) -> Iterator[str]:
    """Yield the inputs of an operation that are given."""
    yield from (name for name in node.input if name)
