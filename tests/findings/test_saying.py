"""Which comparators speak for one answer or for two; their weights are learned and not tested here."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.findings import saying
from rashomon.findings.known import Known
from rashomon.findings.origins import Ground
from rashomon.findings.registry import Registry
from rashomon.model import Claim, Frame
from rashomon.pairs import Texts
from rashomon.values.weights import Table, weights_of
from tests.making import claim, report

TEXTS = {"a": "The gate was open at 9:40.", "b": "The gate had been shut by Mara Tolk.", "c": "The gate was closed at 9:40."}


def said(document: str, words: str, certainty: str = "stated", frame: Frame | None = None) -> Claim:
    return claim(document, TEXTS[document], words, kind="whether", certainty=certainty, frame=frame)


def known(*claims: Claim) -> Known:
    reports = {name: report(text, name, published=f"2031-03-1{place}") for place, (name, text) in enumerate(TEXTS.items())}
    times = {name: own.published or "" for name, own in reports.items()}
    return Known(reports=reports, registry=Registry(claims), ground=Ground(texts=TEXTS, outlets={}, shared={}), times=times)


def test_vectors_tell_one_answer_from_two() -> None:
    one, two = said("a", "The gate was open"), said("b", "The gate had been shut")
    near = saying.by_answer(replace(one, answer=(1.0, 0.0)), replace(two, answer=(0.9, 0.1)), known())
    far = saying.by_answer(replace(one, answer=(1.0, 0.0)), replace(two, answer=(0.0, 1.0)), known())
    assert near > 0 > far
    assert saying.by_answer(one, two, known()) == 0


SHUT = Frame(terms=("shut", "gate"), names=("ida venn",))


@pytest.mark.parametrize(
    ("comparator", "left"),
    [
        (saying.by_polarity, said("a", "The gate was open", "negated")),
        (saying.by_denial, said("a", "The gate was open", frame=Frame(terms=("deny", "gate")))),
        (saying.by_plan, said("a", "The gate was open", "future")),
        (saying.by_names, said("a", "The gate was open", frame=Frame(names=("mara tolk",)))),
        (saying.by_change, said("a", "The gate was open", frame=Frame(terms=("reopen",)))),
        (saying.by_days, said("a", "The gate was open")),
    ],
)
def test_what_speaks_for_two_answers(comparator: Callable[[Claim, Claim, Known], float], left: Claim) -> None:
    right = said("b", "The gate had been shut", frame=SHUT)
    assert comparator(left, right, known(left, right)) < 0


def test_one_hour_in_both_speaks_for_one_answer() -> None:
    left, right = said("a", "The gate was open at 9:40"), said("c", "The gate was closed at 9:40")
    assert saying.by_figures(left, right, known()) > 0


@pytest.mark.parametrize("table", ["answers", "conflict", "update"])
def test_every_comparator_has_its_weight(table: Table) -> None:
    assert {*weights_of(table).of} == {comparator.__name__ for comparator in saying.COMPARATORS}


STOOD = {
    "a": "The owner of the ferry insists that the fire on the Marigold started in the engine room.",
    "b": "Police said that the blaze on the ferry Marigold began when a lorry on the car deck caught fire.",
    "c": "According to the coastguard, a truck on the car deck set the Marigold ablaze.",
    "d": "The mayor of Tresk opened a new library on Monday.",
}


def stood(document: str) -> tuple[list[Claim], Known]:
    """Return a report's sentence as an answer that can be read, and what is known of all."""
    own = replace(claim(document, STOOD[document], STOOD[document], kind="whether"), meaning=(1.0,))
    reports = {name: report(text, name) for name, text in STOOD.items()}
    ground = Ground(texts=STOOD, outlets={}, shared={})
    return [own], Known(reports=reports, registry=Registry([own]), ground=ground, read=Texts(texts=STOOD))


def test_answers_exclude_each_other_only_if_reading_holds_them_to_be_of_one_question_and_not_the_same() -> None:
    (owner, everything), (police, _), (coastguard, _), (mayor, _) = (stood(name) for name in "abcd")
    assert saying.is_read_as_one(owner, police, everything)
    assert saying.is_read_apart(owner, police, everything)
    assert not saying.is_read_apart(police, coastguard, everything)
    assert not saying.is_read_as_one(owner, mayor, everything)
    unread = replace(everything, read=Texts())
    assert saying.is_read_as_one(owner, mayor, unread)
    assert saying.is_read_apart(police, coastguard, unread)


def test_reading_speaks_for_one_answer_or_against_it() -> None:
    (owner, everything), (police, _), (coastguard, _) = (stood(name) for name in "abc")
    alike = saying.by_read_alike(police[0], coastguard[0], everything)
    assert alike > saying.by_read_alike(police[0], owner[0], everything)
    against = saying.by_read_against(police[0], owner[0], everything)
    assert against > saying.by_read_against(police[0], coastguard[0], everything)
    assert saying.by_read_after(police[0], owner[0], replace(everything, read=Texts())) == 0
