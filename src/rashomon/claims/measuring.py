"""Measuring: what a number in a text counts, read off its noun, that noun's modifiers, and the verb above them."""

from rashomon.claims.frames import EMPTY, governor
from rashomon.model import QuantityMention, Tree
from rashomon.values.measures import FAMILIES, IDIOMS, SPEAKERS, act_of, family_of, wholes_of

UNDERGONE = ("nsubj:pass", "obj", "iobj", "dep")
INTRANSITIVE = frozenset(
    "die perish drown succumb disappear vanish survive protest demonstrate march rally surrender suffocate asphyxiate".split()
)
CHANGING = frozenset(
    "rise climb increase grow jump stand reach hit total fall drop revise raise put place estimate count tally be number".split()
)
"""Verbs that give their subject or object a figure: "the toll rose to 12", "officials put the dead at 12"."""
OF_PEOPLE = ("person", "share", "percent", "death", "fatality", "casualty", "injury", "body", "number")
"""Units of which the families of harm and custody are counted; a ship that is captured is not under arrest."""
WEAK = "inhabitants"
"""A measure that holds only where no verb gives another: residents who were evacuated are evacuated."""
ABOARD = "aboard"
SPEAKING = frozenset("say tell describe recall report add complain explain claim insist speak".split())
LEAVING = frozenset("leave find report confirm presume believe declare".split())


def measure_of(tree: Tree, mention: QuantityMention) -> str:
    """Return the measure of a quantity: a family ("killed"), else the act that governs it ("send"), else nothing."""
    if mention.value.unit == "magnitude":
        return "magnitude"
    if is_aboard(tree, mention.head):
        return ABOARD
    if speaks(tree, mention.head):
        return SPEAKERS
    measure = noun_measure(tree, mention.head)
    if measure in ("", WEAK):
        measure = verb_measure(tree, mention.head) or measure
    if measure in FAMILIES and mention.value.unit not in OF_PEOPLE:
        return act(tree, mention.head)
    return measure


def noun_measure(tree: Tree, head: int) -> str:
    """Return the measure that the counted noun names by itself ("deaths") or by what stands on it ("people killed").

    What stands on it counts for more where it is the narrower one ("victims injured").
    """
    own = family_of(tree.tokens[head].lemma)
    for child in tree.children(head, "amod", "acl"):
        token = tree.tokens[child]
        passive = token.tag == "VBN" or token.pos == "ADJ" or token.lemma.lower() in INTRANSITIVE
        if passive and (measure := family_of(token.lemma)) and (not own or own in wholes_of(measure)):
            return measure
    return own


def verb_measure(tree: Tree, head: int) -> str:
    """Return the measure that the governing verb gives: whom it strikes, not who acts."""
    above = governor(tree, head)
    if above != head and (measure := idiom(tree, above)):
        return measure
    if above == head or tree.tokens[above].lemma.lower() in EMPTY:
        return ""
    verb = tree.tokens[above]
    below = branch(tree, head, above)
    for child in tree.children(above, "xcomp", "obj", "amod", "conj"):
        if verb.lemma.lower() in LEAVING and child != below and (measure := family_of(tree.tokens[child].lemma)):
            return measure
    if verb.lemma.lower() in CHANGING:
        for child in tree.children(above, "nsubj", "obj"):
            if child != below and (measure := subtree_measure(tree, child)):
                return measure
    measure = family_of(verb.lemma)
    if not measure:
        return act_of(verb.lemma)
    undergone = tree.is_dep(below, "obj") or tree.tokens[below].dep in UNDERGONE
    noun = verb.pos != "VERB"
    intransitive = verb.lemma.lower() in INTRANSITIVE and tree.is_dep(below, "nsubj")
    participle = verb.tag == "VBN" and tree.is_dep(below, "nsubj")
    if undergone or intransitive or participle or noun:
        return measure
    return act_of(verb.lemma) if measure not in FAMILIES else ""


def is_aboard(tree: Tree, head: int) -> bool:
    """Whether those counted are on a vessel: "268 people aboard", "on board"."""
    for child in tree.children(head, "advmod", "nmod", "obl", "amod", "acl"):
        lemma = tree.tokens[child].lemma.lower()
        cases = {tree.tokens[case].lemma.lower() for case in tree.children(child, "case")}
        if family_of(lemma) == ABOARD or (lemma == "board" and "on" in cases):
            return True
    return False


def speaks(tree: Tree, head: int) -> bool:
    """Whether those counted only say something: "two survivors said"."""
    above = tree.tokens[head].head
    return tree.is_dep(head, "nsubj") and tree.tokens[above].lemma.lower() in SPEAKING


def idiom(tree: Tree, verb: int) -> str:
    """Return the measure that a verb has with one of its nouns ("took to the streets"), else the empty string."""
    lemma = tree.tokens[verb].lemma.lower()
    nouns = (tree.tokens[child].lemma.lower() for child in tree.children(verb, "obj", "obl"))
    return next((found for noun in nouns if (found := IDIOMS.get((lemma, noun)))), "")


def given_noun(tree: Tree, head: int) -> int | None:
    """Return the noun to which a verb gives a bare figure: "casualties" in "puts casualties at 6,000"."""
    above = governor(tree, head)
    if above == head or tree.tokens[head].pos not in ("NUM", "ADJ") or tree.tokens[above].lemma.lower() not in CHANGING:
        return None
    below = branch(tree, head, above)
    nouns = [child for child in tree.children(above, "obj", "nsubj") if child != below and tree.tokens[child].pos == "NOUN"]
    return next((noun for noun in nouns if tree.is_dep(noun, "obj")), nouns[0] if nouns else None)


def act(tree: Tree, head: int) -> str:
    """Return the act that governs a noun, whatever it counts."""
    above = governor(tree, head)
    lemma = tree.tokens[above].lemma.lower()
    return "" if above == head or lemma in EMPTY else act_of(lemma)


def subtree_measure(tree: Tree, index: int) -> str:
    """Return the measure that a noun phrase names: "the number of people killed"."""
    for word in (index, *tree.children(index, "nmod", "compound", "acl", "amod")):
        if measure := noun_measure(tree, word):
            return measure
    return ""


def branch(tree: Tree, below: int, above: int) -> int:
    """Return the dependent of `above` through which `below` hangs on it."""
    current = below
    while tree.tokens[current].head != above and tree.tokens[current].head != current:
        current = tree.tokens[current].head
    return current
