"""Base forms that are words: what a trained lemmatizer makes up for forms it has not seen ("rammed" -> "ramm") is mended here."""

from functools import cache
from pathlib import Path

from rashomon.values.measures import VERB_OF, family_of
from rashomon.values.words import is_word

ENDINGS = ("ing", "ied", "ed", "ies", "es", "s")
VOWELS = "aeiou"
SHORTEST = 3
"""Letters that a base form has at least."""


@cache
def irregular() -> dict[tuple[str, str], str]:
    """Return {(part of speech, form): lemma} of irregular verbs and nouns; made by `training/irregular.py`."""
    lines = (Path(__file__).parent / "irregular.txt").read_text(encoding="utf-8").splitlines()
    return {(pos, form): lemma for pos, form, lemma in (line.split("\t") for line in lines)}


def mend_lemma(form: str, lemma: str, pos: str) -> str:
    """Return the lemma of a word, mended where the given one is no English word.

    Args:
        form: The word as it stands.
        lemma: What the pipeline says.
        pos: Universal part of speech; only verbs and nouns are mended.
    """
    if pos not in ("VERB", "NOUN"):
        return lemma
    word, known = form.lower(), is_known(lemma.lower())
    found = irregular().get((pos, word))
    if found is not None and (not known or lemma.lower() == word):
        return found
    if known or not word.isalpha():
        return lemma
    candidates = bases(word)
    return next((base for base in candidates if is_known(base)), candidates[0] if candidates else lemma)


def is_known(form: str) -> bool:
    """Whether a form is a common word, or a verb or noun that names a measure."""
    return is_word(form) or bool(family_of(form)) or form in VERB_OF


def bases(word: str) -> list[str]:
    """Return the base forms that a regular form may have, likeliest first."""
    found = []
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            stem = word.removesuffix(ending)
            if ending in ("ied", "ies"):
                found.append(stem + "y")
            elif ending in ("ing", "ed"):
                doubled = len(stem) > SHORTEST and stem[-1] == stem[-2]
                silent = not doubled and stem[-1] not in VOWELS and stem[-2] in VOWELS
                plain = [stem + "e", stem] if silent else [stem, stem + "e"]
                found += [*([stem[:-1]] if doubled else []), *plain]
            else:
                found.append(stem)
    return [base for base in found if len(base) >= SHORTEST]
