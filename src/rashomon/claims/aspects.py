"""Aspects: where, and at what hour, a clause says that something happened.

A report that says what others say may still differ on one side of it: the side street, half past four. Such a phrase is an answer
of its own, to a question of its own; the clause lends it what happened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.claims.frames import clause_frame, content_lemmas, names_in
from rashomon.model import Clause, Frame, Reading, Span, Tree
from rashomon.values.clock import clock_phrases
from rashomon.values.countries import is_country
from rashomon.values.measures import HOUR, PLACE

NEAR = frozenset("near off outside inside through between along behind beside beneath around across".split())
"""Prepositions that stand before places."""
AT = frozenset("in at on from".split())
"""Prepositions that stand before places and much else."""
PLACES = frozenset(
    "street road avenue square highway freeway motorway interstate bridge tunnel city town village district suburb neighbourhood "
    "neighborhood quarter province region county area island coast shore beach bay sea ocean river lake harbour harbor port "
    "airport station hospital school university hotel house home apartment flat building office shop "
    "store mall market bank church "
    "mosque temple stadium park forest field farm mountain valley border checkpoint base barracks camp prison jail court embassy "
    "parliament room floor roof basement lobby entrance gate scene site corner junction intersection car park water capital "
    "headquarters factory plant mine well pier dock ship vessel boat train bus location place spot".split()
)
"""Nouns of places."""
LONGEST = 9
"""Words of a place; what is longer tells a story of its own."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a clause.

    `measure` says which, `focus` holds its words, `span` also what they tell of ("the bank on Quay Road").
    """

    measure: str
    focus: Span
    span: Span
    frame: Frame


def find_aspects(reading: Reading, tree: Tree, clause: Clause) -> Iterator[Aspect]:
    """Yield the hours and places that a clause gives."""
    frame = clause_frame(reading, tree, clause)
    sentence = reading.sentences[reading.tokens[clause.head].sentence]
    own = {tree.tokens[index].start for index in clause.tokens}
    for start, end, minutes in clock_phrases(sentence.of(reading.text)):
        span = Span(start=sentence.start + start, end=sentence.start + end)
        if span.start not in own:
            continue
        yield Aspect(HOUR, span, span, replace(frame, object=(), names=(), hour=minutes))
    for words in place_phrases(reading, tree, clause):
        span = tree.span(words)
        filler = content_lemmas(reading.tokens, words)
        rest = tuple(term for term in frame.terms if term not in filler)
        names = names_in(reading.names, span)
        yield Aspect(
            PLACE, span, with_noun(tree, words, span), replace(frame, object=filler, terms=(*rest, *filler), names=names)
        )


def with_noun(tree: Tree, words: Sequence[int], span: Span) -> Span:
    """Return a phrase with the noun that it stands on, its article and adjectives."""
    head = next((word for word in words if tree.tokens[word].head not in words), words[0])
    noun = tree.tokens[head].head
    if not tree.is_dep(head, "nmod") or noun >= words[0]:
        return span
    before = [noun, *(child for child in tree.children(noun, "det", "amod", "compound", "nmod:poss") if child < noun)]
    start = tree.tokens[min(before)].start
    return Span(start=start, end=span.end)


def place_phrases(reading: Reading, tree: Tree, clause: Clause) -> Iterator[Sequence[int]]:
    """Yield the words of each place that a clause names, its preposition with them."""
    own = set(clause.tokens)
    for index in clause.tokens:
        if not tree.is_dep(index, "obl", "nmod", "root"):
            continue
        cases = [child for child in tree.children(index, "case") if child < index]
        if not cases or not is_place(reading, tree, index, tree.tokens[cases[0]].text.lower()):
            continue
        words = [word for word in own_phrase(tree, index) if word in own and word >= cases[0]]
        if len(words) <= LONGEST and len(words) < len(clause.tokens) - 1:
            yield words


def own_phrase(tree: Tree, index: int) -> list[int]:
    """Return the words of a noun phrase without the places inside it: "on Quay Road" of "on Quay Road in the old town"."""
    inside: set[int] = set()
    for child in tree.children(index, "nmod", "obl"):
        cases = [tree.tokens[case].text.lower() for case in tree.children(child, "case")]
        if cases and cases[0] != "of":
            inside.update(tree.subtree(child))
    return [word for word in tree.subtree(index, without=("conj", "acl", "appos", "cc", "punct")) if word not in inside]


def is_place(reading: Reading, tree: Tree, index: int, preposition: str) -> bool:
    """Whether a noun after a preposition is a place nearer than a country."""
    token = tree.tokens[index]
    span = Span(start=token.start, end=token.end)
    name = next((name for name in reading.names if name.span.overlap(span)), None)
    if name is not None and is_country(name.full):
        return False
    if preposition in NEAR:
        return token.pos in ("NOUN", "PROPN") and (name is not None or token.lemma.lower() in PLACES)
    if preposition not in AT:
        return False
    if name is not None and token.pos == "PROPN":
        return name.type == "place" or (preposition != "from" and name.type != "nationality")
    return token.lemma.lower() in PLACES
