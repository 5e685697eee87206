import pytest

from rashomon.reading.language import detect_language

REPORT = (
    "The ferry ran aground off Port Selwyn on Tuesday, and forty passengers were brought ashore by fishermen, the mayor said."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (REPORT, "en"),
        (REPORT.upper(), "en"),
        ("Die Fähre lief am Dienstag vor dem Hafen auf Grund, vierzig Fahrgäste wurden von Fischern an Land gebracht.", "de"),
        ("Le ferry s'est échoué mardi au large du port et quarante passagers ont été ramenés à terre par des pêcheurs.", "fr"),
        ("Паром сел на мель.", "ru"),
    ],
)
def test_detect_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12 : 34", "Port Selwyn", "Ana Ruiz, Bo Lindqvist", "\ud800"])
def test_what_is_too_short_to_tell_is_taken_for_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_a_foreign_quotation_does_not_make_a_foreign_report() -> None:
    assert (
        detect_language(f"{REPORT} “Alle sind in Sicherheit”, he told reporters at the harbour, and thanked the crews.") == "en"
    )
