"""Hearsay: cues that tell what is said of somebody, or what somebody was asked, and not what they say."""

from collections.abc import Sequence

from rashomon.model import Tree
from rashomon.reading.anchors import Anchor

CHARGED = frozenset("accused charged suspected convicted".split())
"""Participles that, with a preposition right behind them, tell what is said of somebody."""
HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently ostensibly".split())
ESTIMATED = frozenset("believed thought expected estimated suspected rumored rumoured said reported".split())
"""Participles that, with an infinitive right behind them, tell what others say or think."""
ASKED = frozenset("asked questioned pressed quizzed".split())
NOBODY = frozenset("nobody none neither nothing".split())
"""Sources that say nothing."""
THOUGHT = frozenset("believe think expect suspect fear estimate consider know understand assume presume rumor hope".split())
"""Verbs of thinking whose passive has as its subject whom others think of."""


def is_asked(tree: Tree, anchor: Anchor) -> bool:
    """Whether a cue only tells what somebody was asked before they spoke: "Asked about the fire, Lund said"."""
    first = anchor.words[0]
    opens = first == 0 or tree.tokens[first - 1].sentence != tree.tokens[first].sentence or tree.tokens[first - 1].text in ",(—"
    return tree.tokens[first].text.casefold() in ASKED and opens and not anchor.bare


def is_said_of(tree: Tree, anchor: Anchor, source: Sequence[int]) -> bool:
    """Whether a passive cue tells what others say of its subject: "Brek was accused of", "is believed to"."""
    cue, last = anchor.words, anchor.words[-1]
    following = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    word, tag = tree.tokens[last].text.casefold(), tree.tokens[last].tag
    if word in CHARGED and following in ("of", "with", "in"):
        return True
    if word in HEARSAY or (word in ESTIMATED and tag == "VBN" and following == "to"):
        return True
    passive = [place for place in cue if tree.tokens[place].tag == "VBN"]
    if anchor.kind != "say" and not any(tree.tokens[place].lemma in THOUGHT for place in passive):
        return False
    subject = any(tree.tokens[place].dep == "nsubj:pass" and tree.tokens[place].head in passive for place in source)
    return subject or any(tree.is_dep(place, "acl") and tree.tokens[place].head in source for place in passive)
