"""Who says what, on whole sentences."""

import pytest

from tests.reading.reader import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was closed on Friday, the harbour office said.", ("harbour office", "The bridge was closed on Friday")),
        ("Nine people died, according to Mira Tosk, a doctor at the hospital.", ("Mira Tosk", "Nine people died")),
        (
            "According to two people familiar with the matter, the talks have failed.",
            ("people familiar with the matter", "the talks have failed"),
        ),
        (
            "In a statement, the company said no oil had been spilled.",
            ("company", "no oil had been spilled"),
        ),
        (
            '"It was not our ship," a spokesman for Halden Lines said on Monday.',
            ("spokesman for Halden Lines", "It was not our ship,"),
        ),
        (
            "Brek told the Kessen Herald that the police had fired first.",
            ("Brek", "the police had fired first"),
        ),
        (
            "The strike, which the union said had cost 3 million dinars, ended on Tuesday.",
            ("union", "had cost 3 million dinars"),
        ),
        (
            "The prosecutor accused Brek of selling the files to a rival.",
            ("prosecutor", "Brek of selling the files to a rival"),
        ),
        (
            'Asked about the fire, Tosk said: "Nobody warned us."',
            ("Tosk", "Nobody warned us."),
        ),
    ],
)
def test_source_and_content(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Harbour officials placed the number of missing at about 30.", "Harbour officials"),
        ("The union puts the toll at 40.", "union"),
        ("She placed the cup at the edge.", None),
    ],
)
def test_who_puts_a_number_at_what(text: str, who: str | None) -> None:
    assert [voice for voice, _ in said(text)] == ([who] if who else [])


def test_two_voices_in_one_sentence() -> None:
    found = said("The union claims that 4,000 workers walked out; the ministry puts the figure at 900.")
    assert found == [("union", "4,000 workers walked out"), ("ministry", "the figure at 900")]


def test_a_quotation_goes_on_without_a_cue() -> None:
    text = '"We heard two blasts," said Ona Brek, who lives nearby. "Then the lights went out."'
    assert said(text) == [("Ona Brek", "We heard two blasts,"), ("Ona Brek", "Then the lights went out.")]


def test_a_pronoun_is_who_spoke_last() -> None:
    found = said("The minister, Doran Feyle, denied that the dam had been inspected. He said the papers were forged.")
    assert found == [("Doran Feyle", "the dam had been inspected"), ("Doran Feyle", "the papers were forged")]


def test_a_denial_is_held_as_one() -> None:
    (denied,) = read("Kestrin Line denied that it had sold tickets on the quay.").attributions
    assert denied.certainty == "negated"
    assert denied.cue is not None
    (promised,) = read("The president promised to send 200 trucks.").attributions
    assert (promised.kind, promised.certainty) == ("intend", "future")


def test_a_chain_of_voices_lies_one_in_the_other() -> None:
    text = "The Tresk Courier reported that the coast guard said nine people had died."
    outer, inner = read(text).attributions
    assert (outer.who, inner.who) == ("Tresk Courier", "coast guard")
    assert outer.contents[0].covers(inner.contents[0])


def test_a_post_is_a_voice() -> None:
    text = "Sirens are still going in the harbour. pic.example/4471\n— Ona Brek (@onabrek) March 14, 2031"
    assert said(text) == [("Ona Brek", "Sirens are still going in the harbour.")]


def test_what_is_told_without_a_voice_has_none() -> None:
    assert said("Rebels took the town overnight. Nobody warned the villagers.") == []
