"""Names in whole texts: bounds, kinds, full forms."""

from tests.reading.reader import read


def names(text: str) -> list[tuple[str, str, str]]:
    return [(name.span.of(text), name.type, name.full) for name in read(text).names]


def test_short_forms_are_led_back_to_the_full_one() -> None:
    text = "Commander Doran Feyle spoke to reporters in Port Sarn. Feyle said the search would go on."
    found = names(text)
    assert ("Feyle", "person", "Doran Feyle") in found
    assert [full for words, _, full in found if words == "Port Sarn"] == ["Port Sarn"]


def test_an_office_beside_a_name_makes_it_a_person() -> None:
    for text in (
        "The minister, Doran Feyle, resigned.",
        "Ona Brek, 61, lives by the harbour.",
        "Mira Tosk, a doctor at the hospital, saw it.",
    ):
        assert [kind for _, kind, _ in names(text)][:1] == ["person"]


def test_nationalities_lead_to_their_country() -> None:
    assert ("French", "nationality", "France") in names("Two French divers were rescued.")


def test_abbreviations_are_spelled_out() -> None:
    text = "The Northern Relief Organization sent tents. The NRO said 40 had arrived."
    assert "Northern Relief Organization" in [full for words, _, full in names(text) if words == "NRO"]
