"""Who says what by rules on the parse, where a pipeline has no encoder."""

from rashomon.model import Span, Tree
from rashomon.reading.decoding import Draft
from rashomon.reading.quotations import find_quotations
from rashomon.reading.rules import find_by_rules
from tests.making import parse

SAID = """
Officials official NOUN NNS 2 nsubj
said say VERB VBD 0 root
two two NUM CD 4 nummod
bridges bridge NOUN NNS 5 nsubj
collapsed collapse VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""
BEHIND = """
Two two NUM CD 2 nummod
bridges bridge NOUN NNS 3 nsubj
collapsed collapse VERB VBD 0 root
, , PUNCT , 6 punct
officials official NOUN NNS 6 nsubj
said say VERB VBD 3 parataxis
. . PUNCT . 3 punct
"""
ACCORDING = """
Two two NUM CD 2 nummod
bridges bridge NOUN NNS 3 nsubj
collapsed collapse VERB VBD 0 root
, , PUNCT , 7 punct
according accord VERB VBG 7 case
to to ADP IN 5 fixed
officials official NOUN NNS 3 obl
. . PUNCT . 3 punct
"""
DENIED = """
Lund Lund PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
any any DET DT 4 det
part part NOUN NN 2 obj
. . PUNCT . 2 punct
"""


def drafts(table: str) -> tuple[str, list[Draft]]:
    text, tokens = parse(table)
    whole = Span(start=0, end=len(text))
    return text, find_by_rules(text, Tree(tokens), [whole], find_quotations(text, [whole]))


def said(table: str) -> list[tuple[str, str, str]]:
    text, found = drafts(table)
    return [
        (
            draft.source.of(text) if draft.source else "",
            draft.cue.of(text) if draft.cue else "",
            " | ".join(piece.of(text) for piece in draft.contents),
        )
        for draft in found
    ]


def test_a_clause_behind_its_cue() -> None:
    assert said(SAID) == [("Officials", "said", "two bridges collapsed")]


def test_a_clause_before_its_cue() -> None:
    assert said(BEHIND) == [("officials", "said", "Two bridges collapsed")]


def test_according_to() -> None:
    assert said(ACCORDING) == [("officials", "according to", "Two bridges collapsed")]


def test_an_object_is_held_as_its_verb_holds_it() -> None:
    assert said(DENIED) == [("Lund", "denied", "any part")]
    assert [draft.certainty for draft in drafts(DENIED)[1]] == ["negated"]
