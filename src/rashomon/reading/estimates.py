"""Estimates: who puts a number at what ("the union puts the toll at 40"), which the encoder seldom takes for saying."""

from collections.abc import Iterator, Sequence

from rashomon.model import Tree
from rashomon.reading.decoding import Draft

VERBS = frozenset(["put", "place", "set", "peg", "estimate"])
MONEY_OR_NUMBER = ("NUM", "SYM")


def find_estimates(tree: Tree, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an attribution for each verb of estimating with a subject, an object and a number behind "at".

    Those that the encoder sees already (`drafts`) are left out.
    """
    for index, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in VERBS:
            continue
        if any(draft.cue is not None and draft.cue.start <= token.start < draft.cue.end for draft in drafts):
            continue
        subjects, objects = tree.children(index, "nsubj"), tree.children(index, "obj")
        numbers = [child for child in tree.children(index, "obl", "nmod", "advmod") if is_at_number(tree, child)]
        if objects and not numbers:
            numbers = [word for word in sorted(tree.subtree(objects[0])) if word > objects[0] and is_at_number(tree, word)]
        if not subjects or not objects or not numbers:
            continue
        said = sorted({*tree.subtree(objects[0]), *tree.subtree(numbers[0])})
        yield Draft(source=tree.span(sorted(tree.subtree(subjects[0]))), cue=tree.span([index]), contents=(tree.span(said),))


def is_at_number(tree: Tree, index: int) -> bool:
    """Whether a phrase is "at" with a number in it."""
    words = [tree.tokens[word] for word in sorted(tree.subtree(index))]
    return bool(words) and words[0].text.lower() == "at" and any(word.pos in MONEY_OR_NUMBER for word in words)
