"""List irregular forms of verbs and nouns: `python -m training.irregular` writes src/rashomon/reading/irregular.txt.

Data: the exceptions of WordNet's morphology (Princeton University, WordNet licence), as spacy-lookups-data carries them.
Kept are forms of the words that the table of word vectors knows.
"""

import gzip
import json
from importlib.resources import files
from pathlib import Path

from rashomon.values.words import is_word

TARGET = Path("src/rashomon/reading/irregular.txt")
PARTS = {"verb": "VERB", "noun": "NOUN"}


def main() -> None:
    """Write one line a form: part of speech, form, lemma, divided by tabs."""
    packed = files("spacy_lookups_data").joinpath("data/en_lemma_exc.json.gz").read_bytes()
    table = json.loads(gzip.decompress(packed))
    rows = sorted(
        (pos, form, lemmas[0])
        for part, pos in PARTS.items()
        for form, lemmas in table[part].items()
        if form.isalpha() and is_word(form) and is_word(lemmas[0]) and lemmas[0] != form
    )
    TARGET.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} forms")


if __name__ == "__main__":
    main()
