from rashomon.reading.clauses import find_clauses
from tests.making import parse

RELATIVE = """
The the DET DT 2 det
barge barge NOUN NN 8 nsubj
, , PUNCT , 5 punct
which which PRON WDT 5 nsubj
carried carry VERB VBD 2 acl:relcl
coal coal NOUN NN 5 obj
, , PUNCT , 5 punct
sank sink VERB VBD 0 root
near near ADP IN 10 case
Ostrel Ostrel PROPN NNP 8 obl
. . PUNCT . 8 punct
"""

REPORTED = """
Wardens warden NOUN NNS 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 6 mark
nobody nobody PRON NN 6 nsubj:pass
was be AUX VBD 6 aux:pass
hurt hurt VERB VBN 2 ccomp
. . PUNCT . 2 punct
"""

INFINITIVE = """
Two two NUM CD 2 nummod
thieves thief NOUN NNS 3 nsubj
tried try VERB VBD 0 root
to to PART TO 5 mark
flee flee VERB VB 3 xcomp
and and CCONJ CC 7 cc
dropped drop VERB VBD 3 conj
the the DET DT 9 det
loot loot NOUN NN 7 obj
. . PUNCT . 3 punct
"""

OPEN = """
Wardens warden NOUN NNS 2 nsubj
gave give VERB VBD 0 root
no no DET DT 4 det
hint hint NOUN NN 2 obj
of of ADP IN 6 case
where where ADV WRB 4 nmod
the the DET DT 8 det
barge barge NOUN NN 9 nsubj
sank sink VERB VBD 6 advcl:relcl
. . PUNCT . 2 punct
"""


def words(table: str) -> list[str]:
    text, tokens = parse(table)
    return [clause.span.of(text) for clause in find_clauses(tokens)]


def test_relative_clause_stands_by_itself() -> None:
    assert words(RELATIVE) == ["The barge, which carried coal, sank near Ostrel", "which carried coal"]


def test_own_words_leave_embedded_clauses_out() -> None:
    _, tokens = parse(RELATIVE)
    outer, inner = find_clauses(tokens)
    assert [tokens[i].text for i in outer.tokens] == ["The", "barge", "sank", "near", "Ostrel"]
    assert inner.parent == 0
    assert outer.parent is None


def test_complement_is_cut_from_its_mark() -> None:
    assert words(REPORTED) == ["Wardens said", "nobody was hurt"]


def test_infinitive_stays_with_its_verb_and_conjunct_stands_alone() -> None:
    assert words(INFINITIVE) == ["Two thieves tried to flee", "dropped the loot"]


def test_a_question_left_open_states_nothing_by_itself() -> None:
    assert words(OPEN) == ["Wardens gave no hint of where the barge sank"]
