"""Sources and contents of which only a part was seen."""

from rashomon.model import Tree
from rashomon.reading.completion import completed, whole_cue, whole_phrase
from tests.making import parse

CLOSED = """
Two two NUM CD 2 nummod
men man NOUN NNS 3 nsubj
entered enter VERB VBD 0 root
the the DET DT 5 det
bank bank NOUN NN 3 obj
and and CCONJ CC 7 cc
fired fire VERB VBD 3 conj
, , PUNCT , 12 punct
the the DET DT 11 det
river river NOUN NN 11 compound
police police NOUN NNS 12 nsubj
said say VERB VBD 3 parataxis
. . PUNCT . 3 punct
"""
LEARNED = """
Radio radio PROPN NNP 3 nsubj
has have AUX VBZ 3 aux
learned learn VERB VBN 0 root
more more ADJ JJR 3 obj
. . PUNCT . 3 punct
"""


def words(table: str, indices: set[int] | list[int] | tuple[int, ...]) -> str:
    tokens = parse(table)[1]
    return " ".join(tokens[index].text for index in sorted(indices))


def test_what_stands_before_a_cue_at_the_end_is_all_content() -> None:
    tree = Tree(parse(CLOSED)[1])
    assert words(CLOSED, completed(tree, {4, 5, 6}, {11}, [8, 9, 10])) == "Two men entered the bank and fired ,"


def test_a_content_behind_its_cue_stays() -> None:
    tree = Tree(parse(LEARNED)[1])
    assert completed(tree, {3}, {1, 2}, [0]) == {3}


def test_a_source_ends_with_its_noun() -> None:
    tree = Tree(parse(CLOSED)[1])
    assert words(CLOSED, whole_phrase(tree, [8], {11})) == "the river police"
    assert words(CLOSED, whole_phrase(tree, [10], {11})) == "the river police"


def test_a_helper_goes_on_to_its_verb() -> None:
    assert words(LEARNED, whole_cue(Tree(parse(LEARNED)[1]), (1,))) == "has learned"
