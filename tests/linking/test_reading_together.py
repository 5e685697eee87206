"""Pairs that the slots leave open are read together: which of them, and what becomes of their score."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rashomon.linking import questions
from rashomon.linking.questions import DOUBTFUL, READ, SURE, read_open
from rashomon.model import Claim, Span
from rashomon.pairs import Standing, Texts
from rashomon.values.weights import weights_of


@dataclass(frozen=True)
class Told(Texts):
    """Says the same of every pair."""

    same: float = 0.0

    def standings(self, pairs: Sequence[tuple[Claim, Claim]]) -> list[Standing | None]:
        return [Standing(self.same, 0.0, -9.0, -9.0, -9.0) for _ in pairs]


def claims(*documents: str) -> dict[str, Claim]:
    """Return one statement of each report, called by its number."""
    span = Span(start=0, end=1)
    return {
        str(number): Claim(id=str(number), document=document, kind="whether", focus=span, span=span)
        for number, document in enumerate(documents)
    }


def test_only_doubtful_pairs_of_two_reports_are_read() -> None:
    own = claims("a", "b", "b", "c", "d")
    scores = {("0", "1"): 0.0, ("1", "2"): 0.0, ("0", "3"): DOUBTFUL - 0.1, ("0", "4"): SURE + 0.1}
    assert set(read_open(scores, own, Told(), "whether")) == {("0", "1")}


def test_what_is_read_counts_beside_the_slots() -> None:
    own = claims("a", "b")
    weights, bar = weights_of(READ["whether"][0]), READ["whether"][1]
    ((score, points),) = read_open({("0", "1"): 0.5}, own, Told(same=3.0), "whether").values()
    assert points == pytest.approx(3 * weights.of["by_reading"])
    assert score == pytest.approx(weights.bias + 0.5 * weights.of["by_slots"] + points - bar)
    against = read_open({("0", "1"): 0.5}, own, Told(same=-6.0), "whether")["0", "1"][0]
    assert against < 0 < score


def test_the_most_doubtful_are_read_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_READ", 1)
    own = claims("a", "b", "c")
    assert set(read_open({("0", "1"): 1.0, ("1", "2"): -0.2}, own, Told(), "whether")) == {("1", "2")}
