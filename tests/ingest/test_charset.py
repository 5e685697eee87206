from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.charset import decode, known_charset
from rashomon.ingest.draft import SetAsideError

WORDS = "The café in Łódź paid €20 – “half” of it."
LATIN = "The café in Malmö paid £20 – “half” of it, said Señor Muñoz, who had been there for the naïve soirée."


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(charset: str) -> None:
    assert decode(WORDS.encode(charset), ["windows-1252"]).text == WORDS


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(charset: str) -> None:
    assert decode(WORDS.encode(charset)).text == WORDS


def test_utf_8_is_believed_before_a_wrong_declaration() -> None:
    assert decode(WORDS.encode(), ["iso-8859-1"]).text == WORDS


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("iso-8859-1", LATIN),
        ("windows-1251", "Плотина выше города прорвалась во вторник"),
        ("shift_jis", "火曜日の夜、町の上のダムが決壊した"),
        ("gb2312", "星期二晚上,城镇上方的水坝决堤"),
        ("iso-2022-jp", "火曜日の夜、ダムが決壊した"),
    ],
)
def test_a_declared_charset_is_read_as_it_is_meant(label: str, words: str) -> None:
    data = words.encode("cp1252" if label == "iso-8859-1" else label)
    decoded = decode(data, ["no-such-charset", label])
    assert (decoded.text, decoded.problem) == (words, None)


def test_an_undeclared_charset_is_guessed() -> None:
    assert decode(LATIN.encode("cp1252")).text == LATIN


def test_a_damaged_byte_is_marked_and_counted() -> None:
    data = WORDS.encode() * 3 + b"\xe2\x82"
    decoded = decode(data)
    assert decoded.text == WORDS * 3 + "\ufffd"
    assert decoded.problem == "1 places are no utf-8 text and stand as U+FFFD"


@pytest.mark.parametrize("label", ["utf-7", "rot13", "unicode_escape", "utf-16", "base64", "", None, "x" * 500, "a\0b"])
def test_what_is_no_charset_for_texts_is_passed_over(label: str | None) -> None:
    assert known_charset(label) is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 \xe2\xe3", "binary data (a PDF by its first bytes), not text"),
        (b"PK\x03\x04 and more", "binary data (a ZIP archive or office document by its first bytes), not text"),
        (bytes(range(256)) * 20, "binary data, not text"),
    ],
)
def test_binary_data_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(SetAsideError) as caught:
        decode(data)
    assert str(caught.value) == why


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(SetAsideError):
        assert decode(data).text.encode() is not None
