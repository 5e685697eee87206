"""Certainty of clauses: stated, hedged, future or negated, as the clause itself words it.

The four are what the ledger keeps (bench guide, "Certainty"). Where several fit, a denial outweighs a plan and a plan a hedge;
"expected to have" looks back and is a hedge, "expected to" looks ahead.
"""

from itertools import pairwise

from rashomon.model import Certainty, Tree

NEGATIONS = frozenset("not n't never no nobody none nothing neither nor without hardly".split())
NO = frozenset("no neither".split())
LIMITS = frozenset("just only merely simply solely".split())
NEGATIVE_VERBS = frozenset("deny refuse fail reject refute lack".split())
UNTOUCHED = frozenset("undamaged unharmed unhurt unaffected uninjured unscathed intact untouched".split())
"""Words that say that no harm was done."""
MODALS_FUTURE = frozenset("will 'll shall wo".split())
MODALS_HEDGE = frozenset("may might could would should can".split())
PLANS = frozenset(
    "plan expect intend schedule pledge promise vow aim hope set due slate prepare agree threaten decide bind propose offer want "
    "seek consider call urge ask order tell demand require".split()
)
HEDGES = frozenset(
    "reportedly allegedly apparently possibly perhaps probably likely maybe supposedly purportedly presumably seemingly unclear "
    "unlikely potentially suspected alleged unconfirmed possible probable believed thought".split()
)
HEDGE_VERBS = frozenset(
    "believe suspect think suggest appear seem presume assume fear allege understand indicate estimate say report".split()
)
WITHOUT = ("ccomp", "advcl", "acl", "parataxis", "conj", "csubj")


def clause_certainty(tree: Tree, head: int) -> Certainty:
    """Return how surely a clause is worded.

    Args:
        tree: The parse.
        head: The predicate of the clause.
    """
    own = tree.subtree(head, without=WITHOUT)
    if is_negated(tree, head):
        return "negated"
    if looks_ahead(tree, head):
        return "future"
    if is_hedged(tree, head, own):
        return "hedged"
    return "stated"


def is_negated(tree: Tree, head: int) -> bool:
    """Whether the predicate, its helpers or its subject are negated, or the predicate denies."""
    tokens = tree.tokens
    for child in tree.children(head, "advmod", "det", "nsubj", "obj", "aux", "cc"):
        lemma = tokens[child].lemma.lower()
        if lemma in ("not", "n't") and (is_only_later(tree, head) or is_only_more(tree, child)):
            continue
        if lemma in NEGATIONS or any(tokens[below].lemma.lower() in NO for below in tree.children(child, "det")):
            return True
    if tokens[head].text.lower() in UNTOUCHED or is_not_yet(tree, head):
        return True
    below_deny = tree.is_dep(head, "xcomp") and tokens[tokens[head].head].lemma.lower() in NEGATIVE_VERBS
    failed = tokens[head].lemma.lower() == "fail" and not tree.children(head, "xcomp")  # "the talks failed" is no denial
    return (tokens[head].lemma.lower() in NEGATIVE_VERBS and not failed) or below_deny


def is_only_later(tree: Tree, head: int) -> bool:
    """Whether "not" goes with "until": what does not arrive until Monday arrives."""
    return any(token.text.lower() == "until" for token in tree.tokens[head : head + 6])


def is_only_more(tree: Tree, negation: int) -> bool:
    """Whether "not" goes with "just": who was not just a clerk was a clerk."""
    return any(token.text.lower() in LIMITS for token in tree.tokens[negation + 1 : negation + 2])


def is_not_yet(tree: Tree, head: int) -> bool:
    """Whether "yet" or "longer" negates: "have yet to make an offer", "is no longer missing"."""
    pairs = {("yet", "to"), ("no", "longer")}
    words = [token.text.lower() for token in tree.tokens[max(0, head - 4) : head + 4]]
    below = [head, *tree.children(head, "xcomp", "advcl")]
    own = {tree.tokens[index].text.lower() for place in below for index in tree.children(place, "advmod", "aux")}
    return bool(pairs & set(pairwise(words))) and bool(own & {"yet", "longer"})


def looks_ahead(tree: Tree, head: int) -> bool:
    """Whether the clause tells of what is to come: "will", "is to", "plans to", an infinitive under a plan."""
    tokens = tree.tokens
    helpers = [tokens[child].lemma.lower() for child in tree.children(head, "aux")]
    forms = [tokens[child].text.lower() for child in tree.children(head, "aux", "mark")]
    if MODALS_FUTURE & set(forms) or "will" in helpers or "shall" in helpers:
        return True
    if "to" in forms and "have" not in helpers:
        above = tokens[head].head
        if above != head and tree.is_dep(head, "xcomp", "acl", "ccomp", "advcl") and tokens[above].lemma.lower() in PLANS:
            return True
        if tree.is_dep(head, "acl") and tokens[above].lemma.lower() in (
            "plan",
            "deal",
            "agreement",
            "promise",
            "pledge",
            "order",
            "bid",
        ):
            return True
    for child in tree.children(head, "xcomp"):
        marks = [tokens[below].text.lower() for below in tree.children(child, "mark")]
        perfect = any(tokens[below].lemma.lower() == "have" for below in tree.children(child, "aux"))
        if tokens[head].lemma.lower() in PLANS and "to" in marks and not perfect:
            return True
        if tokens[head].lemma.lower() == "go" and tokens[head].tag == "VBG" and "to" in marks:
            return True
    return tokens[head].lemma.lower() in ("plan", "intend", "pledge", "promise", "vow")


def is_hedged(tree: Tree, head: int, own: list[int]) -> bool:
    """Whether the clause is held open: "may", "reportedly", "is believed to", "appears"."""
    tokens = tree.tokens
    for child in tree.children(head, "aux"):
        if tokens[child].lemma.lower() in MODALS_HEDGE or tokens[child].text.lower() in MODALS_HEDGE:
            return True
    if any(tokens[index].text.lower() in HEDGES for index in own):
        return True
    passive = bool(tree.children(head, "aux:pass", "nsubj:pass"))
    raised = bool(tree.children(head, "xcomp"))
    lemma = tokens[head].lemma.lower()
    if raised and (lemma in ("appear", "seem") or (passive and lemma in (*HEDGE_VERBS, *PLANS))):
        return True
    above = tokens[head].head
    under = tree.is_dep(head, "xcomp") and above != head
    return under and tokens[above].lemma.lower() in HEDGE_VERBS and bool(tree.children(above, "aux:pass", "nsubj:pass"))
