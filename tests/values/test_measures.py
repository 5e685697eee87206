import pytest

from rashomon.values.measures import FAMILIES, WITHIN, act_of, compare_measures, family_of, wholes_of


@pytest.mark.parametrize(
    ("lemma", "measure"), [("die", "killed"), ("fatality", "killed"), ("wound", "injured"), ("detain", "arrested"), ("loaf", "")]
)
def test_family_of(lemma: str, measure: str) -> None:
    assert family_of(lemma) == measure


def test_verbs_of_one_act_have_one_name() -> None:
    assert act_of("dispatch") == act_of("deploy") == "send"
    assert act_of("ponder") == "ponder"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("killed", "killed", "same"),
        ("killed", "injured", "different"),
        ("killed", "casualty", "part"),
        ("casualty", "hospitalized", "whole"),
        ("send", "build", "unknown"),
        ("", "killed", "unknown"),
    ],
)
def test_compare_measures(left: str, right: str, relation: str) -> None:
    assert compare_measures(left, right) == relation


def test_tree_of_measures_has_no_cycle_and_only_known_names() -> None:
    assert set(WITHIN) | set(WITHIN.values()) <= set(FAMILIES)
    for measure in FAMILIES:
        assert measure not in wholes_of(measure)


def test_no_lemma_names_two_measures() -> None:
    lemmas = [lemma for row in FAMILIES.values() for lemma in row.split()]
    assert len(lemmas) == len(set(lemmas))
