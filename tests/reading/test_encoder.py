import itertools

import pytest
from spacy.language import Language

from rashomon.reading.parse import Parse, load_pipeline, parse_text

STORY = """Ferry sinks off Tresk

"At least nine people died," coast guard commander Doran Feyle said on Monday.
Survivors told the Tresk Courier that the lifeboats could not be lowered. The captain denied it.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def test_a_report_is_read(nlp: Language) -> None:
    parse = parse_text(nlp, STORY)
    said = next(token for token in parse.tokens if token.text == "said")
    feyle = next(token for token in parse.tokens if token.text == "Feyle")
    assert (said.lemma, said.pos, said.tag, said.dep) == ("say", "VERB", "VBD", "root")
    assert feyle.pos == "PROPN"
    assert [span.of(STORY) for span in parse.sentences] == [
        "Ferry sinks off Tresk",
        '"At least nine people died," coast guard commander Doran Feyle said on Monday.',
        "Survivors told the Tresk Courier that the lifeboats could not be lowered.",
        "The captain denied it.",
    ]
    assert ("Doran Feyle", "person") in {(name.span.of(STORY), name.type) for name in parse.names}


def test_attributions_are_anchored_at_their_cues(nlp: Language) -> None:
    parse = parse_text(nlp, STORY)
    assert parse.attribution is not None
    anchor = max(parse.attribution, key=lambda found: found.score)
    assert parse.tokens[anchor.words[0]].text in ("said", "told", "denied")
    assert all(0 <= word < len(parse.tokens) for found in parse.attribution for word in (*found.source, *found.content))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n \n",
        "a",
        "\u200b",
        "\u200b \n \u200d\u0301 \x00 \ufffd",
        "Line.\r\nNext line.\r\n",
        "  Two  blanks  here .  ",
        "John  Smith   arrived",
        "🙂🙃 \ud7ff 北京 العربية ñandú",
        "x" * 5000,
        "word " * 3000,
        "Nine died. " * 500,
        "http://example.org/" + "a/b" * 900,
        "Short line.\n" * 300,
    ],
)  # fmt: skip
def test_every_text_has_well_formed_trees(nlp: Language, text: str) -> None:
    parse = parse_text(nlp, text)
    assert "".join(token.text for token in parse.tokens).split() == "".join(text.split()).split()
    for number, sentence in enumerate(parse.sentences):
        own = [place for place, token in enumerate(parse.tokens) if token.sentence == number]
        assert sentence.start == parse.tokens[own[0]].start
        assert sentence.end == parse.tokens[own[-1]].end
        assert "\n" not in sentence.of(text).replace("\r\n", "\n").strip()
        roots = [place for place in own if parse.tokens[place].head == place]
        assert len(roots) == 1
        assert all(reaches(parse, place, roots[0]) for place in own[:50])


def reaches(parse: Parse, place: int, root: int) -> bool:
    for _ in parse.tokens:
        if place == root:
            return True
        place = parse.tokens[place].head
    return False


def test_a_report_is_read_alike_whatever_was_read_before(nlp: Language) -> None:
    first = parse_text(nlp, STORY)
    for other in ("Something else entirely.", STORY * 20, ""):
        parse_text(nlp, other)
    assert parse_text(nlp, STORY) == first
    assert parse_text(load_pipeline(), STORY) == first


def test_a_sentence_too_long_for_a_window_is_read_as_one(nlp: Language) -> None:
    text = "The minister, " + "who had " + ", ".join(f"met mayor number {number}" for number in range(90)) + ", resigned."
    parse = parse_text(nlp, text)
    assert len(parse.tokens) > 256
    assert len(parse.sentences) == 1


def test_lines_and_punctuation_bound_sentences(nlp: Language) -> None:
    text = "Dr. Feyle left\nthe harbour at 5 p. m. today. He slept."
    assert [span.of(text) for span in parse_text(nlp, text).sentences] == [
        "Dr. Feyle left",
        "the harbour at 5 p. m. today.",
        "He slept.",
    ]


def test_a_pipeline_on_disk_reads_the_same(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    assert parse_text(load_pipeline(str(folder)), STORY) == parse_text(nlp, STORY)


def test_names_do_not_cross_lines(nlp: Language) -> None:
    text = "Doran Feyle\nMara Lund\nTresk Harbour"
    doc = nlp(text)
    assert all("\n" not in entity.text for entity in doc.ents)
    assert all(first.end <= second.start for first, second in itertools.pairwise(doc.ents))
