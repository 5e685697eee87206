"""Which language a text is in, so that one that the pipeline does not read is marked as not understood."""

import re
from collections.abc import Callable
from functools import lru_cache

DEFAULT = "en"
"""Said of a text in Latin script that is too short or too mixed to be sure of another language."""

UNKNOWN = "und"
"""ISO 639 code for a language that cannot be told: said of a text in another script that resembles none."""

FEWEST_LETTERS = 40
"""Letters below which Latin script tells nothing: headlines of names come out as any language."""

SURE = 0.95
"""Probability (naive Bayes, normalised, hence over-confident) that another language must reach."""

MOST_READ = 20_000
"""Code points of a text that are looked at; more do not change the answer."""

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that a text is written in, `DEFAULT` unless another is sure.

    Method: byte n-gram naive Bayes (Lui and Baldwin 2012, "langid.py"), offline. The text is judged as a whole, so a
    quotation in another language does not count.
    """
    sample = text[:MOST_READ].encode("utf-8", "ignore").decode("utf-8")
    letters = len(_LETTER.findall(sample))
    latin = len(_LATIN.findall(sample))
    in_latin = latin > letters / 2
    if letters == 0 or (in_latin and letters < FEWEST_LETTERS):
        return DEFAULT
    language, probability = _classifier()(sample)
    if not in_latin:
        return str(language) if language != DEFAULT else UNKNOWN
    return str(language) if probability >= SURE else DEFAULT


@lru_cache(maxsize=1)
def _classifier() -> Callable[[str], tuple[str, float]]:
    """Return the function that gives the most likely language and its probability; its model is read once."""
    from py3langid import langid  # type: ignore[import-untyped]  # noqa: PLC0415 (no stubs; reads a model of megabytes)

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
