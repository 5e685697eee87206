import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.countries import country_of, is_adjective, is_country
from rashomon.values.names import compare_names, name_key, same_voice
from rashomon.values.spelling import alike, same_word
from rashomon.values.standing import is_unnamed


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("the Selwyn Herald", "Selwyn Herald", "the same words"),
        ("SELWYN HERALD", "Selwyn Herald’s", "the same words"),
        ("Captain Ana Ruiz", "Ana Ruiz, 38", "the same words"),
        ("Selwyn police Lt. Gerry Holm", "Gerald Holm", "two forms"),
        ("J. Holm", "Jonas Holm", "two forms"),
        ("Jonas B. Holm", "Jonas Holm", "two forms"),
        ("Bob Larsen", "Robert Larsen Jr.", "two forms"),
        ("Muammar Gaddafi", "Moammar Qaddafi", "the same person"),
        ("Kadhafi", "Gaddafi", "spellings"),
        ("Heydar Aliyev", "Heidar Aliev", ""),
        ("Kim Jong-un", "Kim Jong Un", "the same words"),
        ("Ban Ki-moon", "Ki-moon Ban", "order"),
        ("NIS", "South Korea's National Intelligence Service", "initials"),
        ("Selwyn Harbour Board (SHB)", "S.H.B.", "brackets"),
        ("USGS", "U.S. Geological Survey", "initials"),
        ("UN", "the United Nations", "initials"),
        ("Ministry of Defence", "Defense Ministry", "order or spelling"),
        ("the Indian Navy", "India's navy", "the same words"),
        ("Pyongyang", "North Korea", "one country"),
        ("Iranian government", "Tehran", "one country"),
        ("the Kremlin", "Russia", "one country"),
        ("a spokesman for the Harbour Board", "the Harbour Board", "the same words"),
        ("police spokeswoman Ana Ruiz", "Ana Ruiz", "the same words"),
    ],
)
def test_names_that_are_the_same(left: str, right: str, why: str) -> None:
    relation = compare_names(left, right)
    assert relation.kind == "same"
    assert why in relation.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Captain Manuel Ortega", "Ortega"),
        ("Kim Jong Un", "Kim"),
        ("President Park", "Park Geun-hye"),
        ("Boston Herald", "The Herald"),
        ("Greek police", "the police"),
        ("National Intelligence Service", "South Korea's National Intelligence Service"),
        ("Foreign Ministry", "Iran's Foreign Ministry"),
        ("Holm Ltd", "Holm"),
        ("local officials", "officials"),
    ],
)
def test_names_that_may_be_short_for_each_other(left: str, right: str) -> None:
    assert compare_names(left, right).kind == "compatible"
    assert same_voice(left, right)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Ana Ruiz", "Marta Ruiz", "two given names"),
        ("Kim Jong Un", "Kim Jong Il", "two given names"),
        ("Ana Ruiz", "Ana Holm", "family names"),
        ("North Korea", "South Korea", "two countries"),
        ("Greek police", "Turkish police", "two countries"),
        ("Selwyn", "Selwyn police", "institution named after it"),
        ("Fox News", "BBC News", "do not contain"),
        ("Chen", "Chan", "no telling word"),
        ("Moscow", "Kyiv", "two countries"),
        ("Ruiz", "Holm", "no telling word"),
    ],
)
def test_names_that_differ(left: str, right: str, why: str) -> None:
    relation = compare_names(left, right)
    assert relation.kind == "different"
    assert why in relation.why


def test_a_capital_is_its_government_but_not_its_country() -> None:
    assert compare_names("Seoul", "South Korea").kind == "same"
    assert compare_names("Seoul", "South Korea", type="place").kind == "compatible"


@pytest.mark.parametrize(
    "name", ["officials", "Analysts", "a naval officer", "two sources in the ministry", "U.S. officials", "a spokesman"]
)
def test_unnamed_voices(name: str) -> None:
    assert is_unnamed(name)


@pytest.mark.parametrize("name", ["Ana Ruiz", "Greek police", "the navy", "a Harbour Board spokesman", "police spokesman", "WNS"])
def test_named_voices(name: str) -> None:
    assert not is_unnamed(name)


def test_same_names_have_one_key() -> None:
    assert name_key("Captain Moammar Qaddafi") == name_key("Muammar Gaddafi")
    assert name_key("the Indian Navy") == name_key("India's navy")
    assert name_key("Tehran") == name_key("Iran") == "ir"
    assert name_key("Ana Ruiz") != name_key("Marta Ruiz")


NAMES = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            [
                *"the Ana Ruiz J. Holm Captain Navy Indian India's police Ministry of Defence NIS Kim Jong Un".split(),
                *"Tehran spokesman for , (NIS) Jr. al- Times".split(),
            ]
        ),
        max_size=6,
    ).map(" ".join),
)


@given(NAMES, NAMES)
def test_comparing_is_symmetric(left: str, right: str) -> None:
    assert compare_names(left, right) == compare_names(right, left)


@given(NAMES)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert compare_names(name, name).kind == "same"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Myanmar", "MM"),
        ("Burma", "MM"),
        ("U.S.", "US"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Türkiye", "TR"),
        ("Selwyn", None),
    ],
)
def test_country_of(word: str, code: str | None) -> None:
    assert country_of(word) == code


def test_countries_adjectives_and_capitals_are_told_apart() -> None:
    assert is_country("Ukraine")
    assert not is_country("Kyiv")
    assert is_adjective("Ukrainian")
    assert not is_adjective("Ukraine")


def test_spellings() -> None:
    assert same_word("Zelensky", "Zelenskyy")
    assert same_word("Mohammed", "Muhammad")
    assert same_word("Çelik", "celik")
    assert alike("Anderson", "Andersen")
    assert not alike("Martin", "Morton")
    assert not alike("Hernandez", "Fernandez")
