from rashomon.findings.wording import is_near_verbatim, longest_shared, shared_part

WIRE = "The ferry Maribel turned over in the strait of Kessen at dawn, the harbour office said on Tuesday."
REPRINT = "KESSEN - The ferry Maribel turned over in the strait of Kessen at dawn, the harbour office said."
OWN = "Fishermen who saw the Maribel go down near Kessen told this paper that it had listed for an hour."


def test_a_reprint_is_near_verbatim() -> None:
    assert shared_part(WIRE, REPRINT) > 0.8
    assert is_near_verbatim(WIRE, REPRINT)


def test_the_same_news_in_other_words_is_not() -> None:
    assert not is_near_verbatim(WIRE, OWN)


def test_short_passages_prove_nothing() -> None:
    assert not is_near_verbatim("Ten people were killed.", "Ten people were killed.")


def test_longest_shared_quotes_the_first_text() -> None:
    assert longest_shared(WIRE, REPRINT) == WIRE.removesuffix(" on Tuesday.")
    assert longest_shared(WIRE, OWN) == ""
