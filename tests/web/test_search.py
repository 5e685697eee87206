"""Search: every word, from its beginning; case and accents do not matter; offsets count code points of the text."""

import pytest

from rashomon.web.search import MOST_PLACES, search

TEXT = "😀 Zoë's café in São Tomé: Officials drank coffee.\nThe  coast\nguard said “no comment” on Straße 9."


def found(query: str, text: str = TEXT) -> list[str]:
    ledger = {"documents": [{"id": "r", "text": text}], "claims": []}
    return [text[place["start"] : place["end"]] for place in search(ledger, query)["texts"]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cafe", ["café"]),
        ("CAFÉ", ["café"]),
        ("off", ["Off"]),
        ("zoe sao", ["Zoë", "São"]),
        ("zoe nowhere", []),
        ('"coast guard"', ["coast\nguard"]),
        ('"guard coast"', []),
        ("“the coast”", ["The  coast"]),
        ('"coast gua"', []),
        ('"coast guard', ["coast\nguard"]),
        ("strasse", ["Straße"]),
        ("zoe's", ["Zoë's"]),
        ("zoe’s", ["Zoë's"]),
        ("9", ["9"]),
        ("😀", ["😀"]),
        ("", []),
        ('""', []),
        ("  ", []),
        (".*", []),
        ("(", []),
    ],
)
def test_words_are_found(query: str, words: list[str]) -> None:
    assert found(query) == words


def test_accents_of_their_own_belong_to_their_letter() -> None:
    assert found("cafe", "un cafe\u0301 noir") == ["cafe\u0301"]
    assert found("cafe", "un ca\u200bfe noir") == ["ca\u200bfe"]


def test_claims_are_found_by_words_and_voices() -> None:
    claims = [
        {"id": "one", "text": "Nine people died.", "voices": [{"name": "Mayor Ona Brek"}]},
        {"id": "two", "text": "Nine boats sank.", "voices": []},
    ]
    ledger = {"documents": [], "claims": claims}
    assert search(ledger, "nine")["claims"] == ["one", "two"]
    assert search(ledger, "nine brek")["claims"] == ["one"]


def test_a_word_that_stands_everywhere_is_cut_short() -> None:
    hits = search({"documents": [{"id": "r", "text": "a " * 3000}], "claims": []}, "a")
    assert (len(hits["texts"]), hits["more"]) == (MOST_PLACES, True)
