"""Measure the shipped pipeline by spaCy's scorer, from raw text: `python -m training.evaluate` prints the model card's table.

Paragraphs are read as reports are: punctuation marks the sentence bounds that it can, the parser decides the rest
(`rashomon.reading.sentences`). LAS and UAS leave out punctuation, as spaCy's scorer does.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.util import filter_spans

from rashomon.reading.parse import load_pipeline, marked
from training import corpora, evaluate_attribution

NEWS = ("news", "interview")
HEADS = {
    "tag_acc": "tags", "pos_acc": "parts", "lemma_acc": "lemmas", "dep_uas": "UAS", "dep_las": "LAS", "sents_f": "sents F",
    "ents_p": "names P", "ents_r": "names R", "ents_f": "names F",
}  # fmt: skip
"""spaCy's scores, and what the table calls them."""


def predict(nlp: Language, text: str) -> Doc:
    """Return a text as the reading stage parses it."""
    return nlp(marked(nlp, text))


def paragraphs(nlp: Language, paths: Iterable[Path], *, names: bool) -> list[Example]:
    """Return the paragraphs of treebank files, predicted from their raw text beside the gold."""
    golds = [paragraph.doc(nlp.vocab, names=names) for path in paths for paragraph in corpora.read_treebank(path)]
    return [Example(predict(nlp, gold.text), gold) for gold in golds]


def releases(nlp: Language) -> list[Example]:
    """Return the held-out government releases with their names."""
    examples = []
    for text, names in corpora.read_re3d(held_out=True):
        gold = nlp.make_doc(text)
        spans = [
            span for start, end, label in names if (span := gold.char_span(start, end, label=label, alignment_mode="expand"))
        ]
        gold.set_ents(filter_spans(spans))
        examples.append(Example(predict(nlp, text), gold))
    return examples


def gum(genres: Sequence[str]) -> list[Path]:
    """Return the files of some genres of GUM's dev and test parts."""
    return [path for split in ("dev", "test") for path in corpora.gum_files(split) if path.stem.split("_")[1] in genres]


def scores_of(examples: Sequence[Example]) -> dict[str, Any]:
    """Return what spaCy's scorers of tagger, lemmatizer, parser and name tagger say."""
    found: dict[str, Any] = get_ner_prf(examples)
    for attribute in ("tag", "pos", "lemma"):
        found |= Scorer.score_token_attr(examples, attribute)
    found |= Scorer.score_spans(examples, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"))
    return found | Scorer.score_deps(examples, "dep", getter=relation, ignore_labels=("p", "punct"))


def relation(token: Token, attribute: str) -> str:
    """Return a word's relation as spaCy's scorer of parsers takes it."""
    return token.vocab.strings.as_string(getattr(token, attribute)).lower()


def row(label: str, examples: Sequence[Example], heads: Sequence[str]) -> str:
    """Return one line of the table: the scores of one set in per cent."""
    scores = scores_of(examples)
    cells = [f"{100 * scores[head]:7.1f}" if head in heads and scores.get(head) is not None else f"{'':7s}" for head in HEADS]
    return f"{label:38s} " + " ".join(cells) + f"   {len(examples)} texts"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?", default="en", help="another pipeline, by name or path")
    language = parser.parse_args().pipeline
    nlp = load_pipeline(language)
    print(f"{'':38s} " + " ".join(f"{name:>7s}" for name in HEADS.values()))
    trees = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    named = ("ents_p", "ents_r", "ents_f")
    test = [corpora.DATA / "ud/ewt/test.conllu"]
    print(row("EWT test", paragraphs(nlp, test, names=False), trees))
    print(row("GUM news and interviews, dev and test", paragraphs(nlp, gum(NEWS), names=False), trees))
    print(row("GUM news, dev and test: names", paragraphs(nlp, gum(("news",)), names=True), named))
    print(row("re3d held out: names", releases(nlp), named))
    for line in evaluate_attribution.rows(language):
        print(line)


if __name__ == "__main__":
    main()
