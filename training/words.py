"""Count how common words are, for the weights of linking: `python -m training.words` writes src/rashomon/values/words.txt.

Data: lemmas of the training parts of UD English EWT and GUM (see docs/model-card.md for licences); a document is a `# newdoc`
of the treebank. Words in fewer than three documents are left out: they count as rare.
"""

import os
from collections import Counter
from pathlib import Path

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
TARGET = Path("src/rashomon/values/words.txt")
FEWEST_DOCUMENTS = 3


def read_documents(path: Path) -> list[set[str]]:
    """Return the set of lower-case lemmas of each document of a CoNLL-U file."""
    documents: list[set[str]] = [set()]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            documents.append(set())
        elif line and line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit() and columns[2].isalpha():
                documents[-1].add(columns[2].lower())
    return [document for document in documents if document]


def main() -> None:
    """Write one line a word: the word, a tab, and the share of documents that have it, in parts per thousand."""
    paths = [SHARED / "data/ud/ewt/train.conllu", *sorted((SHARED / "data/ud/gum/train").glob("*.conllu"))]
    documents = [document for path in paths for document in read_documents(path)]
    counts = Counter(word for document in documents for word in document)
    rows = sorted((-count, word) for word, count in counts.items() if count >= FEWEST_DOCUMENTS)
    lines = [f"{word}\t{-count * 1000 / len(documents):.1f}" for count, word in rows]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(documents)} documents, {len(lines)} words")


if __name__ == "__main__":
    main()
