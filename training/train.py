"""Train the pipeline that rashomon ships: `python -m training.train` (about an hour on two cores).

Two models are trained beside each other, one for tags, lemmas and trees and one for names, and joined into one pipeline at
src/rashomon/reading/en. Seeded; logs and checkpoints lie in training/work. What it learns from and how well: docs/model-card.md.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training import corpora

HERE = Path(__file__).parent
WORK = HERE / "work"
TARGET = HERE.parent / "src/rashomon/reading/en"
SEED = 20
NEWS = ("news", "interview", "court", "speech", "academic")
"""Genres of GUM nearest to reports; their paragraphs are seen twice an epoch."""
LEFT_OUT = ("conversation", "vlog")


def write(name: str, docs: Iterable[Doc]) -> Path:
    """Write documents for spaCy's trainer."""
    path = WORK / f"{name}.spacy"
    DocBin(docs=list(docs), store_user_data=False).to_disk(path)
    return path


def trees(split: str, vocab: Vocab) -> list[Doc]:
    """Return the paragraphs of both treebanks."""
    docs = [p.doc(vocab, names=False) for p in corpora.read_treebank(corpora.DATA / f"ud/ewt/{split}.conllu")]
    for path in corpora.gum_files(split):
        genre = path.stem.split("_")[1]
        if genre not in LEFT_OUT:
            found = [p.doc(vocab, names=False) for p in corpora.read_treebank(path)]
            docs += found * (2 if genre in NEWS and split == "train" else 1)
    return docs


def named(split: str, vocab: Vocab) -> list[Doc]:
    """Return paragraphs with names, of treebank, encyclopedia and government releases."""
    nlp = spacy.blank("en", vocab=vocab)
    docs = [p.doc(vocab, names=True) for path in corpora.gum_files(split) for p in corpora.read_treebank(path)]
    politics = corpora.DATA / f"names/crossner/politics/{split}.txt"
    tagged = list(corpora.read_tagged(politics, corpora.POLITICS, separator="\t"))
    if split == "train":
        for path in sorted((corpora.DATA / "names/ner_misc/data/wikigold/CONLL-format/data").iterdir()):
            tagged += corpora.read_tagged(path, corpora.PLAIN)
    for words, names in tagged:
        doc = Doc(vocab, words=words)
        doc.set_ents([Span(doc, start, end, label) for start, end, label in corpora.widest(names)])
        docs.append(doc)
    for text, names in corpora.read_re3d(held_out=split != "train"):
        doc = nlp.make_doc(text)
        spans = [span for start, end, label in names if (span := doc.char_span(start, end, label=label, alignment_mode="expand"))]
        doc.set_ents(spacy.util.filter_spans(spans))
        docs += [doc] * (2 if split == "train" else 1)
    return docs


def main() -> None:
    """Prepare the corpora, train both models beside each other, and join them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=3600, help="steps of 1,500 words for the trees; names take two thirds")
    parser.add_argument("--join-only", action="store_true", help="join the best models that training/work has")
    args = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    if not args.join_only:
        train(args.steps)
    join()


def train(steps: int) -> None:
    """Train both models as two processes."""
    vocab = Vocab()
    for split in ("train", "dev"):
        for name, docs in (("trees", trees(split, vocab)), ("names", named(split, vocab))):
            if split == "train":
                random.Random(SEED).shuffle(docs)
            write(f"{name}-{split}", docs)
    running = []
    for name, share in (("trees", 1.0), ("names", 2 / 3)):
        command = [
            sys.executable, "-m", "spacy", "train", str(HERE / f"{name}.cfg"), "--output", str(WORK / name),
            "--paths.train", str(WORK / f"{name}-train.spacy"), "--paths.dev", str(WORK / f"{name}-dev.spacy"),
            "--training.max_steps", str(int(steps * share)),
        ]  # fmt: skip
        log = (WORK / f"{name}.log").open("w", encoding="utf-8")
        running.append((name, subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)))
    for name, process in running:
        if process.wait() != 0:
            raise SystemExit(f"training of {name} failed, see {WORK / name}.log")


def join() -> None:
    """Join the best models into one pipeline and write it where rashomon loads it."""
    nlp = spacy.load(WORK / "trees/model-best")
    names = spacy.load(WORK / "names/model-best")
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names)
    nlp.meta.update(
        name="rashomon_en",
        version="0.1.0",
        description="Tags, lemmas, trees, sentences and names for English news reports",
        license="CC BY-SA 4.0",
        author="The Rashomon authors",
    )
    licence = (TARGET / "LICENSE").read_bytes()
    shutil.rmtree(TARGET)
    nlp.to_disk(TARGET, exclude=["vocab/vectors"])
    (TARGET / "LICENSE").write_bytes(licence)
    meta = TARGET / "meta.json"
    known = json.loads(meta.read_text(encoding="utf-8"))
    known.pop("performance", None)
    meta.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written to {TARGET}")


if __name__ == "__main__":
    main()
