"""Cues that tell what is said of somebody."""

from rashomon.model import Tree
from rashomon.reading.anchors import Anchor
from rashomon.reading.hearsay import is_asked, is_said_of
from tests.making import parse

ACCUSED = """
Brek Brek PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
accused accuse VERB VBN 0 root
of of ADP IN 5 case
fraud fraud NOUN NN 3 obl
"""
SAID = """
Brek Brek PROPN NNP 2 nsubj
said say VERB VBD 0 root
to to PART TO 4 mark
wait wait VERB VB 2 xcomp
"""
ASKED = """
Asked ask VERB VBN 6 advcl
about about ADP IN 3 case
fraud fraud NOUN NN 1 obl
, , PUNCT , 1 punct
Brek Brek PROPN NNP 6 nsubj
laughed laugh VERB VBD 0 root
"""


def at(*words: int) -> Anchor:
    return Anchor(words=words, bare=False, kind="say", score=1.0, certainty="stated", certainties={}, source={}, content={})


def test_the_accused_is_no_source() -> None:
    assert is_said_of(Tree(parse(ACCUSED)[1]), at(1, 2), [0])
    assert not is_said_of(Tree(parse(SAID)[1]), at(1), [0])


def test_who_is_asked_has_not_spoken_yet() -> None:
    assert is_asked(Tree(parse(ASKED)[1]), at(0))
    assert not is_asked(Tree(parse(ASKED)[1]), at(5))
