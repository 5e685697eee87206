"""What claims ask, on parses written by hand."""

import pytest

from rashomon.claims.asking import Asking
from rashomon.model import Clause, Quantity, QuantityMention, Reading, Span, TimeMention, Tree
from tests.making import parse

SEIZED = """
The     the     DET   DT  2 det
guards  guard   NOUN  NNS 3 nsubj
seized  seize   VERB  VBD 0 root
nine    nine    NUM   CD  6 nummod
wooden  wooden  ADJ   JJ  6 amod
crates  crate   NOUN  NNS 3 obj
in      in      ADP   IN  9 case
the     the     DET   DT  9 det
harbour harbour NOUN  NN  3 obl
"""
ESCAPED = """
Six     six     NUM   CD  5 nsubj
of      of      ADP   IN  3 case
them    they    PRON  PRP 1 nmod
had     have    AUX   VBD 5 aux
escaped escape  VERB  VBN 0 root
"""
CARGO = """
They    they    PRON  PRP 2 nsubj
lost    lose    VERB  VBD 0 root
40      40      NUM   CD  4 nummod
percent percent NOUN  NN  2 obj
of      of      ADP   IN  7 case
the     the     DET   DT  7 det
cargo   cargo   NOUN  NN  4 nmod
"""
WORTH = """
Lund    Lund    PROPN NNP 2 nsubj
made    make    VERB  VBD 0 root
a       a       DET   DT  6 det
$       $       SYM   $   6 compound
300     300     NUM   CD  4 nummod
offer   offer   NOUN  NN  2 obj
"""
LASTED = """
The     the     DET   DT  2 det
blaze   blaze   NOUN  NN  3 nsubj
lasted  last    VERB  VBD 0 root
two     two     NUM   CD  5 nummod
hours   hour    NOUN  NNS 3 obl
"""


def asked(table: str, words: str, number: str, head: int, unit: str, measure: str = "") -> tuple[str, str]:
    text, tokens = parse(table)
    tree = Tree(tokens)
    start = text.index(words)
    mention = QuantityMention(
        span=Span(start=start, end=start + len(words)),
        number=Span(start=text.index(number), end=text.index(number) + len(number)),
        head=head,
        value=Quantity(low=1, high=1, unit=unit),
    )
    asking = Asking(Reading(report="r", text=text, tokens=tokens), tree)
    return asking.figure(mention, measure, head), asking.within(head, measure)


@pytest.mark.parametrize(
    ("table", "words", "number", "head", "unit", "expected"),
    [
        (SEIZED, "nine wooden crates", "nine", 5, "crate", ("wooden crates seized", "in the harbour")),
        (ESCAPED, "Six", "Six", 0, "number", ("how many had escaped", "")),
        (CARGO, "40 percent", "40", 3, "percent", ("share of the cargo lost", "")),
        (WORTH, "$ 300", "300", 4, "USD", ("amount of the offer", "")),
        (LASTED, "two hours", "two", 4, "hour", ("how long the blaze lasted", "")),
    ],
)
def test_figures(table: str, words: str, number: str, head: int, unit: str, expected: tuple[str, str]) -> None:
    assert asked(table, words, number, head, unit) == expected


def test_a_family_of_measures_says_what_befell_people() -> None:
    assert asked(ESCAPED, "Six", "Six", 0, "person", "killed")[0] == "people killed"
    assert asked(SEIZED, "nine wooden crates", "nine", 5, "person", "protested")[0] == "wooden crates who protested"


DEAD = """
The     the     DET   DT  3 det
nine    nine    NUM   CD  3 nummod
dead    dead    NOUN  NNS 6 nsubj:pass
were    be      AUX   VBD 6 aux:pass
all     all     ADV   RB  6 advmod
named   name    VERB  VBN 0 root
"""
TOTAL = """
The     the     DET   DT  2 det
number  number  NOUN  NN  5 nsubj
of      of      ADP   IN  4 case
boats   boat    NOUN  NNS 2 nmod
reached reach   VERB  VBD 0 root
nine    nine    NUM   CD  5 obj
"""


def test_the_dead_are_people_killed() -> None:
    assert asked(DEAD, "nine dead", "nine", 2, "person", "killed")[0] == "people killed"


def test_a_noun_of_number_gives_way_to_what_it_counts() -> None:
    assert asked(TOTAL, "nine", "nine", 1, "boat")[0].startswith("boats")


FOUND = """
Divers  diver   NOUN  NNS 2 nsubj
found   find    VERB  VBD 0 root
the     the     DET   DT  4 det
bell    bell    NOUN  NN  2 obj
that    that    PRON  WDT 6 nsubj
sank    sink    VERB  VBD 4 acl:relcl
,       ,       PUNCT ,   8 punct
raising raise   VERB  VBG 2 advcl
it      it      PRON  PRP 8 obj
on      on      ADP   IN  11 case
Monday  Monday  PROPN NNP 8 obl
"""


def sentence(head: int, tokens: tuple[int, ...]) -> tuple[str, str]:
    text, parsed = parse(FOUND)
    monday = Span(start=text.index("on Monday"), end=len(text))
    reading = Reading(report="r", text=text, tokens=parsed, times=(TimeMention(span=monday, head=10, value=None),))
    tree = Tree(parsed)
    clause = Clause(span=tree.span(tokens), head=head, tokens=tokens)
    asking = Asking(reading, tree)
    return asking.statement(clause), asking.event(clause)


def test_a_main_clause_stands_as_it_is() -> None:
    assert sentence(1, (0, 1, 2, 3)) == ("divers found the bell", "divers found the bell")


def test_a_relative_clause_gets_its_noun() -> None:
    assert sentence(5, (4, 5)) == ("the bell sank", "the bell sank")


def test_a_participle_gets_the_subject_above_and_an_event_leaves_out_its_date() -> None:
    assert sentence(7, (7, 8, 9, 10)) == ("divers raising it on Monday", "divers were raising it")
