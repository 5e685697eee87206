import pytest

from rashomon.claims.measuring import measure_of
from rashomon.model import Quantity, QuantityMention, Span, Tree
from tests.making import parse

PASSIVE = """
Twelve twelve NUM CD 2 nummod
people people NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
killed kill VERB VBN 0 root
"""
DEATHS = """
It it PRON PRP 2 nsubj
caused cause VERB VBD 0 root
12 12 NUM CD 4 nummod
deaths death NOUN NNS 2 obj
"""
LEFT = """
The the DET DT 2 det
blast blast NOUN NN 3 nsubj
left leave VERB VBD 0 root
12 12 NUM CD 5 nummod
workers worker NOUN NNS 3 obj
dead dead ADJ JJ 3 xcomp
"""
KILLERS = """
Four four NUM CD 2 nummod
gunmen gunman NOUN NNS 3 nsubj
killed kill VERB VBD 0 root
a a DET DT 5 det
guard guard NOUN NN 3 obj
"""
SENT = """
They they PRON PRP 2 nsubj
dispatched dispatch VERB VBD 0 root
40 40 NUM CD 4 nummod
divers diver NOUN NNS 2 obj
"""
PARTICIPLE = """
Of of ADP IN 4 case
the the DET DT 4 det
12 12 NUM CD 4 nummod
men man NOUN NNS 0 root
wounded wound VERB VBN 4 acl
"""
PULLED = """
40 40 NUM CD 2 nummod
people people NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
pulled pull VERB VBN 0 root
from from ADP IN 7 case
the the DET DT 7 det
water water NOUN NN 4 obl
"""
QUOTED = """
Two two NUM CD 2 nummod
survivors survivor NOUN NNS 3 nsubj
said say VERB VBD 0 root
so so ADV RB 3 advmod
"""


@pytest.mark.parametrize(
    ("table", "head", "measure"),
    [
        (PASSIVE, "people", "killed"),
        (DEATHS, "deaths", "killed"),
        (LEFT, "workers", "killed"),
        (SENT, "divers", "send"),
        (PARTICIPLE, "men", "injured"),
        (KILLERS, "gunmen", ""),
        (PULLED, "people", "rescued"),
        (QUOTED, "survivors", "say"),
    ],
)
def test_measure_is_read_off_noun_and_verb(table: str, head: str, measure: str) -> None:
    _, tokens = parse(table)
    index = next(i for i, token in enumerate(tokens) if token.text == head)
    span = Span(start=tokens[index].start, end=tokens[index].end)
    mention = QuantityMention(span=span, number=span, head=index, value=Quantity(low=12, high=12, unit="person"))
    assert measure_of(Tree(tokens), mention) == measure
