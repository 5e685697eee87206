"""Opening a trained network for onnxruntime, on one thread, so that what it gives depends on nothing but what it is given."""

from pathlib import Path

import onnxruntime

SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime takes for an optimization, and is slower by a seventh to a fifth, measured on 32 to 254 word pieces."""


def open_graph(path: Path) -> onnxruntime.InferenceSession:
    """Return the network of a file."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)
