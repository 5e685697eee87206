"""Who the sources of a report are."""

import pytest

from tests.reading.words import who


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Doran Feyle, the minister of transport,", "Doran Feyle"),
        ("The minister, Doran Feyle,", "Doran Feyle"),
        ("Coast guard commander Doran Feyle", "Doran Feyle"),
        ("Doran Feyle of the Kessen Herald", "Doran Feyle"),
        ("a lawyer for Doran Feyle", "lawyer for Doran Feyle"),
        ("Doran Feyle's sister", "Doran Feyle's sister"),
        ("Two people familiar with the matter", "people familiar with the matter"),
        ("an official, who asked not to be named", "official"),
        ("the carmaker Dornholt", "Dornholt"),
        ("The Orvane Daily newspaper", "Orvane Daily"),
        ("residents of the lower town", "residents of the lower town"),
        ("the ministry said", "ministry"),
        ("The ministry, the police and the army", "ministry, the police and the army"),
    ],
)
def test_a_noun_phrase(source: str, expected: str) -> None:
    text = f"{source} said the bridge was closed."
    assert who(text, (source, "said", "the bridge was closed"), Doran_Feyle="person", Kessen_Herald="organization") == [expected]


def test_short_forms_are_led_back() -> None:
    text = "Feyle said rain fell. LWO said hail fell. Mayor Doran Feyle and the Lakes Weather Office (LWO) met."
    assert who(text, ("Feyle", "said", "rain fell"), ("LWO", "said", "hail fell"), Doran_Feyle="person") == [
        "Doran Feyle",
        "Lakes Weather Office",
    ]


def test_a_first_person_is_who_speaks() -> None:
    text = '"I think we hit a rock," Ona Brek said.'
    found = who(text, ("I", "think", "we hit a rock"), ("Ona Brek", "said", "I think we hit a rock,"), Ona_Brek="person")
    assert found == ["Ona Brek", "Ona Brek"]


def test_a_third_person_in_indirect_speech_is_the_speaker() -> None:
    text = "Ona Brek met Tor Lund. Lund said he hoped the strike would end."
    found = who(
        text,
        ("Lund", "said", "he hoped the strike would end"),
        ("he", "hoped", "the strike would end"),
        Ona_Brek="person",
        Tor_Lund="person",
    )
    assert found == ["Tor Lund", "Tor Lund"]


def test_a_pronoun_goes_back_to_who_spoke_last() -> None:
    text = "Ona Brek said the ship was late. She said the crew slept."
    found = who(text, ("Ona Brek", "said", "the ship was late"), ("She", "said", "the crew slept"), Ona_Brek="person")
    assert found == ["Ona Brek", "Ona Brek"]


def test_a_thing_is_no_person() -> None:
    text = "Halden Lines said the ship was late. Ona Brek waited. It said the crew slept."
    found = who(
        text,
        ("Halden Lines", "said", "the ship was late"),
        ("It", "said", "the crew slept"),
        Halden_Lines="organization",
        Ona_Brek="person",
    )
    assert found == ["Halden Lines", "Halden Lines"]


def test_a_description_is_the_name_it_stands_for() -> None:
    text = (
        "Halden Lines sold a ship. The company said rain fell. "
        "A spokesman for the port said hail fell. The spokesman said all fell."
    )
    found = who(
        text,
        ("The company", "said", "rain fell"),
        ("A spokesman for the port", "said", "hail fell"),
        ("The spokesman", "said", "all fell"),
        Halden_Lines="organization",
    )
    assert found == ["Halden Lines", "spokesman for the port", "spokesman for the port"]
