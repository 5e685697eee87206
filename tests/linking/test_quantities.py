"""Figures that must never answer one question, however alike their words."""

from rashomon.linking.beside import counted_apart
from rashomon.linking.comparing import APART, Setting
from rashomon.linking.quantities import by_kind, by_measure, by_part
from rashomon.model import Claim, Frame, Quantity
from rashomon.values.words import Nearness
from tests.making import claim, people

SETTING = Setting(near=Nearness(()))
TEXT = "Three helicopters and eight vessels were searching, the harbour master said."


def counted(words: str, number: int, *, text: str = TEXT, measure: str = "", head: str = "", part: bool = False) -> Claim:
    return claim("a", text, words, value=people(number), measure=measure, frame=Frame(head=head, part=part))


def test_figures_that_one_voice_gives_side_by_side() -> None:
    assert counted_apart(counted("Three", 3), counted("eight", 8))


def test_a_figure_and_what_it_was_before_may_meet() -> None:
    text = "The toll rose to 17 from nine."
    frame = Frame(predicate="increase")
    one, two = (claim("a", text, words, value=people(number), frame=frame) for words, number in (("17", 17), ("nine", 9)))
    assert not counted_apart(one, two)


def test_those_who_are_quoted_are_not_those_who_were_rescued() -> None:
    quoted = counted("Two", 2, text="Two survivors said so.", measure="say", head="survivor")
    rescued = counted("Six", 6, text="Six survivors came ashore.", measure="rescued", head="survivor")
    assert by_measure(quoted, rescued, SETTING)[0] == APART
    assert by_measure(quoted, quoted, SETTING)[0] > 0


def test_some_of_the_injured_are_not_the_injured() -> None:
    some = counted("Five", 5, text="Five of the injured are in danger.", measure="injured", head="injured", part=True)
    injured = counted("36", 36, text="36 of them were hurt.", measure="injured", head="them", part=True)
    assert by_part(some, injured, SETTING)[0] == APART


def test_people_are_not_counted_with_things_that_have_a_noun() -> None:
    text = "Two women and two unions spoke; the two left."
    women, left = counted("Two women", 2, text=text, head="woman"), counted("two", 2, text=text, head="two")
    unions = claim("a", text, "two unions", value=Quantity(low=2, high=2, unit="union"), frame=Frame(head="union"))
    assert by_kind(women, unions, SETTING)[0] < 0
    assert by_kind(left, unions, SETTING)[0] == by_kind(women, women, SETTING)[0] == 0
