"""From words that the encoder gives to an anchor to spans."""

from dataclasses import replace

from rashomon.model import Tree
from rashomon.reading.anchors import Anchor
from rashomon.reading.decoding import Decoder, Draft
from rashomon.reading.parse import find_lines
from rashomon.reading.quotations import find_quotations
from tests.reading.words import anchor, tokens_of


def decode(text: str, given: Anchor) -> Draft | None:
    lines = find_lines(text)
    return Decoder(text, Tree(tokens_of(text)), lines, find_quotations(text, lines)).decode(given)


def pieces(text: str, given: Anchor) -> list[str]:
    draft = decode(text, given)
    return [piece.of(text) for piece in draft.contents] if draft is not None else []


def test_a_sentence_without_its_marks() -> None:
    text = "The ministry said that two bridges were closed."
    draft = decode(text, anchor(text, cue="said", source="The ministry", content="that two bridges were closed."))
    assert draft is not None
    assert draft.source is not None
    assert draft.source.of(text) == "The ministry"
    assert draft.cue is not None
    assert draft.cue.of(text) == "said"
    assert [piece.of(text) for piece in draft.contents] == ["two bridges were closed"]


def test_what_is_hardly_believed_is_none() -> None:
    text = "The council said nothing."
    assert decode(text, anchor(text, cue="said", source="council", content="nothing", score=0.3)) is None


def test_an_anchor_without_content_is_none() -> None:
    text = "The council said so."
    assert decode(text, anchor(text, cue="said", source="council")) is None


def test_a_small_gap_is_filled() -> None:
    text = "Brek said the old mill by the river burned."
    assert pieces(text, anchor(text, cue="said", source="Brek", content="the old|by the river burned")) == [
        "the old mill by the river burned"
    ]


def test_a_word_that_may_belong_beside_one_that_does_is_taken() -> None:
    text = "Brek said the old mill burned."
    given = anchor(text, cue="said", source="Brek", content="mill burned")
    old = next(place for place, token in enumerate(tokens_of(text)) if token.text == "old")
    assert pieces(text, replace(given, content=given.content | {old: 0.3})) == ["old mill burned"]


def test_a_cue_inside_parts_the_content() -> None:
    text = "The bridge, the council said, will reopen."
    assert pieces(text, anchor(text, cue="said", source="the council", content="The bridge,|, will reopen")) == [
        "The bridge",
        "will reopen",
    ]


def test_a_quotation_is_taken_whole() -> None:
    text = 'Lund said: "Nobody warned us of the water." Then he left.'
    assert pieces(text, anchor(text, cue="said", source="Lund", content="Nobody warned us of")) == [
        "Nobody warned us of the water."
    ]


def test_a_voice_inside_a_quotation_does_not_take_it_whole() -> None:
    text = '"I think nobody warned us," Lund said.'
    assert pieces(text, anchor(text, cue="think", source="I", content="nobody warned us")) == ["nobody warned us"]


def test_words_before_a_quotation_stay_with_it() -> None:
    text = 'Lund called the loss "a hole in our memory".'
    assert pieces(text, anchor(text, cue="called", source="Lund", content='the loss "a hole in our memory"')) == [
        'the loss "a hole in our memory"'
    ]


def test_contents_end_with_their_line() -> None:
    text = "Lund said:\nThe dam holds\nThe road does not"
    given = anchor(text, cue="said", source="Lund", content="The dam holds|The road does not")
    assert pieces(text, given) == ["The dam holds", "The road does not"]


def test_the_likeliest_run_is_the_source() -> None:
    text = "Bridges by the river were closed to all but ambulances, officials of Orga said."
    given = anchor(text, cue="said", source="river|officials of Orga", content="Bridges")
    draft = decode(text, given)
    assert draft is not None
    assert draft.source is not None
    assert draft.source.of(text) == "officials of Orga"
