"""Frames: what a claim is about, reduced to the lemmas that linking compares."""

from collections.abc import Iterable, Sequence

from rashomon.model import Clause, Frame, Name, Reading, Span, Token, Tree
from rashomon.values.measures import REST, act_of, family_of

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
EMPTY = frozenset(
    "be have do say tell report add get go make take come see one other many much more most such own same new last next first "
    "also however according well there here".split()
)
"""Lemmas that are in every text and tell nothing of what it is about."""
ONLY_HOW = frozenset(
    "expect plan schedule intend set due aim try attempt struggle begin start continue appear seem "
    "manage want hope need refuse fail "
    "agree decide move go vow pledge threaten prepare stop cease keep help be have use likely able ready slate poise".split()
)
"""Verbs that say of another one how far it got."""
NOMINAL = ("nmod", "obl", "obj", "iobj", "nsubj", "appos", "conj", "compound", "amod", "nummod", "dep", "flat", "xcomp")


def content_lemmas(tokens: Sequence[Token], indices: Iterable[int]) -> tuple[str, ...]:
    """Return the lemmas that carry content, lower case, each once, in text order."""
    found: dict[str, None] = {}
    for index in indices:
        token = tokens[index]
        lemma = token.lemma.lower()
        if token.pos in CONTENT and lemma not in EMPTY and any(map(str.isalpha, lemma)):
            found[lemma] = None
    return tuple(found)


def names_in(names: Sequence[Name], span: Span) -> tuple[str, ...]:
    """Return the full names that stand in `span`, casefolded, each once."""
    return tuple(dict.fromkeys(name.full.casefold() for name in names if span.covers(name.span)))


def content_verb(tree: Tree, head: int) -> int:
    """Return the verb that says what happens under one that only tells how far it got: "charged" in "expected to be charged"."""
    current = head
    for _ in range(3):
        if tree.tokens[current].lemma.lower() not in ONLY_HOW:
            break
        below = [c for c in tree.children(current, "xcomp", "advcl", "ccomp") if c > current and tree.tokens[c].pos == "VERB"]
        infinitive = [c for c in below if is_infinitive(tree, c) and not tree.children(c, "nsubj")]
        if not infinitive:
            break
        current = infinitive[0]
    return current


def is_infinitive(tree: Tree, index: int) -> bool:
    """Whether a verb is an infinitive, also a passive one, or a gerund."""
    marks = [tree.tokens[child].text.lower() for child in tree.children(index, "mark", "aux")]
    return tree.tokens[index].tag in ("VB", "VBG") or "to" in marks


def clause_frame(reading: Reading, tree: Tree, clause: Clause) -> Frame:
    """Return the frame of a whole clause: its predicate with subject and objects."""
    tokens = reading.tokens
    own = set(clause.tokens)
    verb = content_verb(tree, clause.head)
    verb = verb if verb in own else clause.head
    deps = ("obj", "obl", "xcomp", "iobj") if verb == clause.head else ("obj", "obl", "iobj")
    return Frame(
        head=tokens[verb].lemma.lower(),
        predicate=predicate_of(tree, verb),
        subject=content_lemmas(tokens, arguments(tree, clause.head, own, "nsubj")) or modified(tree, clause.head),
        object=content_lemmas(tokens, arguments(tree, verb, own, *deps)),
        names=names_in(reading.names, clause.span),
        terms=content_lemmas(tokens, clause.tokens),
        context=sentence_lemmas(reading, tree, clause.head),
    )


def predicate_of(tree: Tree, head: int) -> str:
    """Return the word that stands for what a predicate says happened, with its particle ("make_off")."""
    lemma = tree.tokens[head].lemma.lower()
    particles = [tree.tokens[child].text.lower() for child in tree.children(head, "compound:prt")]
    joined = "_".join([lemma, *particles])
    return act_of(family_of(joined) or family_of(lemma) or joined)


def arguments(tree: Tree, head: int, own: set[int], *deps: str) -> list[int]:
    """Return the words of a predicate's arguments in these relations, as far as they belong to its clause."""
    return [index for child in tree.children(head, *deps) for index in tree.subtree(child) if index in own]


def modified(tree: Tree, head: int) -> tuple[str, ...]:
    """Return the noun that a participle or relative clause modifies: it is the subject or object that the clause leaves out.

    "Anyone who was not listed" is no pronoun for something named before: it stands as it is.
    """
    if not tree.is_dep(head, "acl"):
        return ()
    noun = tree.tokens[head].head
    found = content_lemmas(tree.tokens, [noun, *tree.children(noun, "compound", "amod", "flat")])
    return found or (tree.tokens[noun].lemma.lower(),)


def sentence_lemmas(reading: Reading, tree: Tree, index: int) -> tuple[str, ...]:
    """Return the content lemmas of the sentence around a token."""
    sentence = reading.sentences[reading.tokens[index].sentence]
    return content_lemmas(reading.tokens, tree.inside(sentence))


def governor(tree: Tree, index: int) -> int:
    """Return the verb or deverbal noun that governs a noun: climb nominal relations until something that acts.

    The token itself where nothing does.
    """
    current = index
    for _ in range(6):
        token = tree.tokens[current]
        if token.head == current:
            break
        if token.pos == "VERB" or (current != index and family_of(token.lemma)):
            break
        if not tree.is_dep(current, *NOMINAL):
            break
        current = token.head
    return current


def leaving_out(tree: Tree, head: int) -> tuple[str, ...]:
    """Return the word by which a noun leaves out those counted before ("another 20,000 people")."""
    words = (tree.tokens[child].text.lower() for child in tree.children(head, "det", "amod", "advmod"))
    return tuple(word for word in words if word in REST)


def noun_frame(reading: Reading, tree: Tree, head: int, clause: Clause | None) -> Frame:
    """Return the frame of a counted noun or dated event inside its clause."""
    tokens = reading.tokens
    above = governor(tree, head)
    span = clause.span if clause is not None else reading.sentences[tokens[head].sentence]
    words = clause.tokens if clause is not None else tree.inside(span)
    modifiers = [
        index
        for child in tree.children(head, "amod", "compound", "nmod", "acl", "flat", "appos")
        for index in tree.subtree(child, without=("acl:relcl", "conj"))
    ]
    return Frame(
        head=tokens[head].lemma.lower(),
        predicate=act_of(family_of(tokens[above].lemma) or tokens[above].lemma) if above != head else "",
        subject=content_lemmas(tokens, [i for child in tree.children(above, "nsubj") for i in tree.subtree(child)]),
        object=content_lemmas(tokens, [i for child in tree.children(above, "obj", "obl") for i in tree.subtree(child)]),
        modifiers=(*content_lemmas(tokens, sorted(modifiers)), *leaving_out(tree, head)),
        names=names_in(reading.names, span),
        terms=content_lemmas(tokens, words),
        context=sentence_lemmas(reading, tree, head),
    )
