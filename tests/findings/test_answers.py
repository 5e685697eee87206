"""Which figures of one question say the same."""

import pytest

from rashomon.findings.answers import group_answers
from rashomon.findings.known import Known
from rashomon.findings.origins import Ground
from rashomon.findings.registry import Registry
from rashomon.model import Claim, Quantity
from tests.making import claim

RATES = {("EUR", "USD"): 1.3}


def worth(document: str, amount: float, unit: str) -> Claim:
    text = f"The haul was worth {amount:,.0f} {unit}."
    return claim(document, text, f"{amount:,.0f}", value=Quantity(low=amount, high=amount, unit=unit), measure="stolen")


@pytest.mark.parametrize("odd", [*"abcdefg"])
def test_a_figure_at_the_edge_of_two_joins_neither(odd: str) -> None:
    """2 million euros stand for anything from 2.5 to 2.7 million dollars; the reports that say 2.5 and 2.6 still differ."""
    others = [name for name in "abcdefg" if name != odd]
    claims = [worth(odd, 2.5e6, "USD"), *(worth(name, 2.6e6, "USD") for name in others[:2])]
    known = Known(reports={}, registry=Registry(claims), ground=Ground(texts={}, outlets={}, shared={}), rates=RATES)
    claims += [worth(name, 2e6, "EUR") for name in others[2:]]
    assert [sorted(one.document for one in group) for group in group_answers(claims, known)] == [others, [odd]]
