"""What questions and answers are called: chosen from what their claims ask."""

from dataclasses import replace

from rashomon.findings.labels import answer_label, question_label
from rashomon.model import Claim, Frame, Report
from rashomon.values.measures import AGE, PLACE
from tests.making import claim, people, report

TEXT = "Nine crates were seized."


def asking(asks: str, name: str = "a", *, within: str = "", place: str = "", certainty: str = "stated") -> Claim:
    made = claim(name, TEXT, "Nine crates", value=people(9), certainty=certainty, frame=Frame(asks=asks, within=within))
    return replace(made, place=place)


def stating(asks: str, name: str = "a", words: str = TEXT, *, measure: str = "", certainty: str = "stated") -> Claim:
    frame = Frame(asks=asks)
    return claim(name, words, words, kind="whether", measure=measure, certainty=certainty, frame=frame)


def label(*claims: Claim, apart: bool = False) -> str:
    return question_label(claims, reports(*claims), apart=apart)


def reports(*claims: Claim, text: str = TEXT) -> dict[str, Report]:
    return {one.document: report(text, one.document) for one in claims}


def test_a_figure_is_called_by_the_words_that_its_claims_share() -> None:
    assert label(asking("crates"), asking("crates seized", "b"), asking("wooden crates seized", "c")) == "Crates seized"


def test_a_short_label_tells_where_if_most_claims_do() -> None:
    assert label(asking("crates", within="in the harbour"), asking("crates", "b")) == "Crates in the harbour"
    found = label(asking("crates", within="in the harbour"), asking("crates", "b"), asking("crates", "c"))
    assert found == "Crates"


def test_questions_alike_are_told_apart_by_what_fewer_claims_tell() -> None:
    told = [asking("crates", place="Port Sarn"), *(asking("crates", name) for name in "bcd")]
    assert label(*told) == "Crates"
    assert label(*told, apart=True) == "Crates in Port Sarn"


def test_what_is_stated_goes_before_what_is_only_possible() -> None:
    stated, possible = stating("the crates were burnt"), stating("the crates of Sarn may burn", "b", certainty="hedged")
    assert label(stated, possible, possible) == "The crates were burnt"


def test_a_sentence_that_leans_on_another_stands_back() -> None:
    assert label(stating("its crates were burnt"), stating("the crates were burnt", "b")) == "The crates were burnt"


def test_where_and_when() -> None:
    assert label(stating("the crates were found", measure=PLACE)) == "Where the crates were found"
    when = claim("a", TEXT, "Nine", kind="time", frame=Frame(asks="the crates were found"))
    assert label(when) == "When the crates were found"
    assert label(replace(when, frame=Frame(asks="date of the fire"))) == "Date of the fire"


def test_the_age_of_a_person() -> None:
    one = claim("a", TEXT, "Nine", kind="whether", measure=AGE, frame=Frame(names=("ona brek",)))
    assert label(one) == "Age of Ona Brek"


def test_without_words_that_ask_a_statement_is_called_by_its_own() -> None:
    text = "in which she saw it,"
    one = claim("a", text, text, kind="whether")
    assert question_label([one], reports(one, text=text)) == "She saw it"


def test_without_words_that_ask_a_figure_is_called_by_its_unit() -> None:
    million = replace(people(9), unit="EUR")
    assert label(claim("a", TEXT, "Nine", value=million)) == "Amount"


def test_a_statement_is_answered_by_a_sentence_a_figure_by_its_words() -> None:
    one = stating("the crates were burnt")
    assert answer_label([one], reports(one)) == "the crates were burnt"
    figure = asking("crates")
    assert answer_label([figure], reports(figure)) == "Nine crates"


def test_without_words_that_ask_a_place_is_called_by_what_its_frame_holds() -> None:
    found = stating("", measure=PLACE)
    assert label(replace(found, frame=Frame(subject=("guard",), predicate="look_for"))) == "Where: guard look for"
