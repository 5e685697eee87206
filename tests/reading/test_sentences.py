"""Where sentences and lines begin."""

import pytest

from rashomon.reading.lemmas import mend_lemma
from tests.reading.reader import read


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in read(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Tor Lund met Kim Jong Un in St. Aldan on Fri. morning.",
        "The U.S. envoy left at 7 a.m. on Friday.",
        '"Stop!" she shouted at the driver.',
        "Halden Lines Inc. paid $1.2 million for the wreck.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_stops_quotes_and_lines_end_sentences() -> None:
    text = 'Ferry sinks off Oyra\n"It was dark." Nine people died. Were they warned? Nobody knows.'
    assert sentences(text) == [
        "Ferry sinks off Oyra",
        '"It was dark."',
        "Nine people died.",
        "Were they warned?",
        "Nobody knows.",
    ]


@pytest.mark.parametrize(
    "text", ["The silo burned at 6:40 p.m. No arson is suspected.", "He works at Halden Inc. The firm is old."]
)
def test_a_sentence_may_end_with_an_abbreviation(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    ("form", "guess", "pos", "lemma"),
    [("sank", "sank", "VERB", "sink"), ("wives", "wive", "NOUN", "wife")],
)
def test_lemmas_are_mended(form: str, guess: str, pos: str, lemma: str) -> None:
    assert mend_lemma(form, guess, pos) == lemma
