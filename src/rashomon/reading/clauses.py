"""Cutting sentences into clauses: the grain at which something is said to have happened.

A clause here is a predicate (verb, or noun and adjective with a copula) with its arguments and modifiers. Relative clauses,
participles ("attended by the minister"), complements and adverbial clauses stand as clauses of their own, because reports
put separate statements there; infinitives that only complete a verb ("tried to flee") stay with it.
"""

from collections.abc import Sequence

from rashomon.model import Clause, Token, Tree

EMBEDDED = ("ccomp", "advcl", "acl", "parataxis", "csubj")
PREDICATES = ("VERB", "AUX")
EDGES = ("punct", "mark", "cc", "discourse")
BRACKETS = "\"'“”‘’()[]"


def find_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the clauses of a parsed text, ordered by their first word; certainty and reporting are left at their defaults."""
    tree = Tree(tokens)
    heads = [index for index in range(len(tokens)) if is_clause_head(tree, index)]
    found = [(head, own) for head in heads if (own := own_words(tree, head, set(heads)))]
    found.sort(key=lambda entry: (entry[1][0], entry[0]))
    position = {head: number for number, (head, _) in enumerate(found)}
    return tuple(
        Clause(span=tree.span(own), head=head, tokens=tuple(own), parent=parent_of(tree, head, position)) for head, own in found
    )


def is_clause_head(tree: Tree, index: int) -> bool:
    """Whether a token is the predicate of a clause of its own."""
    token = tree.tokens[index]
    if token.head == index:
        return token.pos not in ("PUNCT", "SYM")
    if tree.is_dep(index, *EMBEDDED):
        if is_bare_infinitive(tree, index) or is_free_relative(tree, index):
            return False
        return token.pos in PREDICATES or has_subject(tree, index) or token.dep in ("acl:relcl", "parataxis", "advcl")
    if token.dep.startswith("conj"):
        return is_verbal(tree, index) and is_clause_head(tree, token.head)
    return False


def is_bare_infinitive(tree: Tree, index: int) -> bool:
    """Whether a predicate is an infinitive without a subject of its own ("rare to see", "sent a ship to fix the lines").

    It completes the predicate above, whatever relation a parser gives it.
    """
    if tree.tokens[index].tag != "VB" or tree.children(index, "nsubj", "csubj", "expl"):
        return False
    marks = [tree.tokens[child].text.lower() for child in tree.children(index, "mark", "aux")]
    return "to" in marks and tree.tokens[index].dep != "acl:relcl"


def is_free_relative(tree: Tree, index: int) -> bool:
    """Whether a predicate hangs on its own question word ("no date for when the lock will open"): alone it states nothing."""
    return tree.is_dep(index, "acl", "advcl") and tree.tokens[tree.tokens[index].head].tag in ("WRB", "WP")


def is_verbal(tree: Tree, index: int) -> bool:
    """Whether a conjunct says something by itself: a verb, or a noun or adjective with subject or copula."""
    return tree.tokens[index].pos in PREDICATES or has_subject(tree, index)


def has_subject(tree: Tree, index: int) -> bool:
    """Whether a predicate has its own subject or copula."""
    return bool(tree.children(index, "nsubj", "csubj", "cop", "expl"))


def own_words(tree: Tree, head: int, heads: set[int]) -> list[int]:
    """Return the words of a clause without those of clauses inside it, and without marks and punctuation at its edges."""
    own, queue = [head], [head]
    while queue:
        for child in tree.children(queue.pop()):
            if child not in heads:
                own.append(child)
                queue.append(child)
    own.sort()
    while own and is_edge(tree, own[0], head):
        own.pop(0)
    while own and is_edge(tree, own[-1], head):
        own.pop()
    return own


def is_edge(tree: Tree, index: int, head: int) -> bool:
    """Whether a word at the edge of a clause belongs to the joint, not to the clause."""
    token = tree.tokens[index]
    if index == head:
        return False
    if token.text in BRACKETS or token.pos == "PUNCT":
        return True
    return token.head == head and tree.is_dep(index, *EDGES) and token.text.lower() != "to"


def parent_of(tree: Tree, head: int, position: dict[int, int]) -> int | None:
    """Return the position of the nearest clause above."""
    return next((position[above] for above in tree.ancestors(head) if above in position), None)
