from pathlib import Path

import numpy as np
import pytest

from rashomon.reading.encoder.lemma_rules import LemmaRule, best_lemma, rule_for
from rashomon.values.pieces import GLUED, MOST_PIECES, NEW_LINE, SPACED, PieceMaker, case_of, shape_of


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> PieceMaker:
    vocabulary: Path = tmp_path_factory.mktemp("vocabulary") / "vocab.txt"
    vocabulary.write_text('[UNK]\n[CLS]\n[SEP]\nferry\n##man\nu\n.\ns\nzurich\n北\n"\n-\n', encoding="utf-8")
    return PieceMaker(vocabulary)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("ferry", ["ferry"]),
        ("Ferryman", ["ferry", "##man"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("Zürich", ["zurich"]),
        ("ferry-ferryman", ["ferry", "-", "ferry", "##man"]),
        ("北北", ["北", "北"]),
        ("captain", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("\ufffd\x00", ["[UNK]"]),
        ("x" * 1000, ["[UNK]"]),
        ("." * 1000, ["."] * MOST_PIECES),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(maker: PieceMaker, word: str, pieces: list[str]) -> None:
    assert maker.cut(word) == tuple(maker.numbers[piece] for piece in pieces)


def test_the_shape_of_a_word_tells_its_capitals_and_what_stands_before_it() -> None:
    assert [case_of(word) for word in ("1,200", "said", "A", "Tresk", "NATO", "McCain", "U.S.", "don't", "Ærø")] == [
        0, 1, 2, 3, 4, 5, 4, 1, 3,
    ]  # fmt: skip
    assert len({shape_of(word, joint) for word in ("1", "a", "A") for joint in (GLUED, SPACED, NEW_LINE)}) == 9


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("ships", "ship"), ("Ships", "ship"), ("was", "be"), ("Tresk", "Tresk"), ("WERE", "be"), ("wrote", "write"),
        ("The", "the"), ("USA", "USA"), ("n't", "not"), ("’s", "’s"),
    ],
)  # fmt: skip
def test_a_rule_leads_from_the_form_to_the_lemma(form: str, lemma: str) -> None:
    assert rule_for(form, lemma).apply(form) == lemma


def test_a_rule_too_long_for_a_word_leaves_it() -> None:
    assert rule_for("wrote", "write").apply("Do") == "do"


def test_a_rule_takes_off_only_what_it_took_off_in_training() -> None:
    rules = (LemmaRule(lower=False, cut=1, added=""), LemmaRule(lower=False, cut=0, added=""))
    endings = (("s",), ("",))
    assert best_lemma("ships", np.array([2, 1], dtype=np.float32), rules, endings) == "ship"
    assert best_lemma("people", np.array([2, 1], dtype=np.float32), rules, endings) == "people"
    assert best_lemma("People", np.array([2], dtype=np.float32), rules[:1], endings) == "people"
