"""Lemmas as a choice of rules: how many letters a form loses at its end, and what it gains ("ships" -> "ship": 1, "")."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, order=True)
class LemmaRule:
    """One rule.

    Attributes:
        lower: The form is put in lower case first.
        cut: Code points taken from its end.
        added: What is added instead.
    """

    lower: bool
    cut: int
    added: str

    def apply(self, form: str) -> str:
        """Return the lemma of a form; one too short for the rule stays, in lower case."""
        base = form.lower() if self.lower else form
        if self.cut > len(base):
            return form.lower()
        return base[: len(base) - self.cut] + self.added


def best_lemma(form: str, scores: NDArray[np.float32], rules: Sequence[LemmaRule], endings: Sequence[tuple[str, ...]]) -> str:
    """Return the lemma by the best rule that takes an ending from the form as it took one from a form in training.

    Args:
        form: The word as it stands.
        scores: Of the rules.
        rules: The rules.
        endings: What each rule has taken off, in lower case.
    """
    low = form.lower()
    best = int(scores.argmax())
    if low.endswith(endings[best]):
        return rules[best].apply(form)
    ranked = np.argsort(-scores, kind="stable").tolist()
    return next((rules[number].apply(form) for number in ranked if low.endswith(endings[number])), low)


def rule_for(form: str, lemma: str) -> LemmaRule:
    """Return the rule that leads from a form to its lemma."""
    lower = not common(form, lemma) and form != form.lower() and bool(common(form.lower(), lemma))
    lower = lower or (form.lower() != form and lemma == lemma.lower())
    base = form.lower() if lower else form
    kept = common(base, lemma)
    return LemmaRule(lower=lower, cut=len(base) - kept, added=lemma[kept:])


def common(one: str, other: str) -> int:
    """Return the length of the common beginning."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
