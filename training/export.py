"""Writing a trained network as the folder that rashomon loads: an ONNX graph with weights of 8 bits, classes."""

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rashomon.reading.encoder.component import NAME
from rashomon.reading.encoder.graph import OUTPUTS
from rashomon.values.pieces import shipped_pieces
from training.attention import fuse_attention
from training.attribution_corpus import CERTAINTIES
from training.batches import Classes
from training.examples import ANCHORS, NAMES, ROLES
from training.network import INNER, LAYERS, POSITIONS, WIDTH, Network

CHOSEN = ("tags", "pos")
"""Heads of which only the best class is given out."""
WIDE = 2
"""Layers, from the first, whose outer product keeps 32 bits: what goes into it lies too far apart for one byte."""


class Window(nn.Module):
    """The network on one window, without padding: what is exported."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs in the order of `OUTPUTS`, without a dimension for windows; pieces are vectors of the vocabulary."""
        net = self.network
        states = net.encoder.read(pieces.unsqueeze(0), shapes.unsqueeze(0), None).squeeze(0)
        words = states.index_select(0, first)
        found = {name: head(words) for name, head in net.single.items()}
        found |= {name: found[name].argmax(-1) for name in CHOSEN}
        found |= {name: found[name].squeeze(-1) for name in ("starts", "roots")}
        left, right = net.arcs(words)
        found["arcs"] = left.squeeze(1) @ right.T
        found["deps_left"], found["deps_right"] = net.deps(words)
        found["roles_left"], found["roles_right"] = net.roles(words)
        found["meaning"], found["answer"] = net.meaning(words), net.answer(words)
        found["arc_places"], found["role_places"] = net.arc_places(words).squeeze(1), net.role_places(words)
        return tuple(found[name] for name in OUTPUTS)


def export(network: Network, classes: Classes, target: Path) -> None:
    """Write the pipeline's folder; a licence that lies there stays."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_graph(network, folder / "plain.onnx")
        fuse(folder / "plain.onnx")
        small = folder / "encoder.onnx"
        narrow_products(folder / "plain.onnx", small)
        check_table(network.encoder.pieces.weight)
        write_labels(classes, folder)
        write_pipeline(folder, target)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"written to {target}: {size / 1e6:.1f} MB")


def check_table(weights: Tensor) -> None:
    """Raise ValueError where the vocabulary's vectors are not those that rashomon ships: training leaves them alone."""
    _, table = shipped_pieces()
    shipped = torch.from_numpy(table.rows(range(len(table.narrow))))
    if not torch.allclose(shipped, weights.detach(), atol=float(table.scales.max())):
        raise ValueError("the vocabulary's vectors are not those of src/rashomon/values/pieces.npz")


def write_pipeline(folder: Path, target: Path) -> None:
    """Write the spaCy pipeline around the files of a folder."""
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME, name="encoder").from_disk(folder)  # type: ignore[attr-defined]
    nlp.meta.update(
        name="rashomon_en",
        version="0.2.0",
        description="Tags, lemmas, trees, sentences, names and attributions for English news reports",
        license="CC BY-SA 4.0",
        author="The Rashomon authors",
    )
    licence = target / "LICENSE"
    kept = licence.read_bytes() if licence.exists() else None
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target, exclude=["vocab"])
    if kept is not None:
        licence.write_bytes(kept)
    meta = target / "meta.json"
    known = json.loads(meta.read_text(encoding="utf-8"))
    known.pop("performance", None)
    meta.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def write_labels(classes: Classes, folder: Path) -> None:
    """Write the classes of all heads, and the lemmas of known forms."""
    labels = {
        "tags": classes.tags,
        "pos": classes.pos,
        "deps": classes.deps,
        "lemmas": [[int(rule.lower), rule.cut, rule.added, classes.endings[rule]] for rule in classes.lemmas],
        "names": NAMES,
        "anchors": ANCHORS,
        "certainties": CERTAINTIES,
        "roles": ROLES,
    }
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = [f"{form}\t{pos}\t{lemma}\n" for (form, pos), lemma in classes.forms.items()]
    (folder / "lemmas.txt").write_text("".join(lines), encoding="utf-8")


def fuse(path: Path, layers: int = LAYERS) -> None:
    """Make attention one operation in the graph of a file."""
    model = onnx.load(path)
    fuse_attention(model, layers)
    onnx.save(model, path)


def write_graph(network: Network, path: Path) -> None:
    """Write the network with weights of 32 bits."""
    network.eval()
    rows = network.encoder.pieces(torch.arange(1000, 1012))
    given = (rows, torch.zeros(12, dtype=torch.long), torch.tensor([1, 2, 4, 5, 7]))
    pieces, words = torch.export.Dim("pieces", min=3, max=POSITIONS), torch.export.Dim("words", min=2, max=POSITIONS)
    torch.onnx.export(
        Window(network),
        given,
        path,
        input_names=["pieces", "shapes", "first"],
        output_names=list(OUTPUTS),
        dynamic_shapes={"pieces": {0: pieces}, "shapes": {0: pieces}, "first": {0: words}},
        dynamo=True,
        external_data=False,
        opset_version=20,
        verbose=False,
    )


def narrow_products(path: Path, target: Path, wide: int = WIDE) -> None:
    """Give products one byte a weight, except the outer ones of the first `wide` layers."""
    graph = onnx.load(path).graph
    shapes = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    outer = [node.name for node in graph.node if node.op_type == "MatMul" and shapes.get(node.input[1]) == (INNER, WIDTH)]
    quantize_dynamic(
        path,
        target,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=outer[:wide],
    )
