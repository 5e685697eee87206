from typing import Any

from rashomon.dossier.book import open_book
from rashomon.dossier.cards import Card, card
from rashomon.dossier.form import read_form
from rashomon.dossier.story import StoryView, story_view
from tests.dossier.drafting import Draft, number
from tests.dossier.ferry import ferry


def cards(ledger: dict[str, Any]) -> dict[str, Card]:
    form = read_form(ledger)
    book = open_book(form, form.stories[0])
    return {question.id: card(book, question) for question in book.questions}


def view(ledger: dict[str, Any]) -> StoryView:
    form = read_form(ledger)
    return story_view(form, form.stories[0], 1)


def test_a_conflict_is_asked_with_its_figures() -> None:
    found = cards(ferry())
    assert found["q01"].title == "At least 9, 14 or 16 people?"
    assert found["q07"].title == "38 or 42 crew?"
    assert found["q09"].title == "November 2030 or March 2031?"
    assert found["q03"].title == "15 passengers, of at least 9, 14 or 16?"
    assert found["q07"].headline == "Crew on board: 38 or 42 crew?"


def test_an_update_tells_what_came_first_by_the_dates_of_the_reports() -> None:
    found = cards(ferry())
    assert found["q02"].title == "Some 30, then 11 people"
    assert [answer.order for answer in found["q02"].answers] == ["earlier", "later"]
    assert found["q06"].title == "412, corrected to 437 passengers"


def test_a_denial_is_told_apart_from_other_conflicts() -> None:
    found = cards(ferry())["q13"]
    assert (found.kicker, found.tone) == ("Claimed and denied", "denial")
    assert [saying.certainty for answer in found.answers for saying in answer.sayings] == ["", "", "denied"]


def test_every_card_has_its_reports_and_origins() -> None:
    found = cards(ferry())
    assert found["q01"].standing == "seven reports, between two and three origins"
    assert found["q04"].standing == "two reports, one origin"
    assert all("origin" in row.standing for row in found.values())


def test_who_gave_an_answer_in_which_words() -> None:
    first = cards(ferry())["q01"].answers[0]
    assert [saying.passage.focus for saying in first.sayings] == ["at least nine people", "at least nine people"]
    assert [saying.report for saying in first.sayings] == ["Meravel Gazette", "Coastal Wire"]
    assert {saying.voice for saying in first.sayings} == {"Sound Coastguard"}
    assert [saying.report for saying in first.more] == ["Coastal Wire", "Tarsk Online"]


def test_a_chain_of_voices_names_the_origin_first() -> None:
    draft = Draft()
    draft.story("s", "event")
    draft.report("r", "The Post reported that officials counted 12 houses.")
    draft.question("q", "houses", "single")
    draft.claim("r", "12 houses", value=number(12, unit="house"), voices=("The Post", "officials"))
    assert cards(draft.ledger())["q"].answers[0].sayings[0].voice == "officials (through The Post)"


def test_voices_of_one_origin_share_a_mark() -> None:
    form = read_form(ferry())
    book = open_book(form, form.stories[0])
    marks = {claim.voices[-1].name: book.mark(claim) for claim in form.claims.values() if claim.voices}
    assert marks["coastguard"] == marks["Sound Coastguard"]
    assert marks["Police"] != marks["Sound Coastguard"]


def test_a_chart_is_drawn_where_figures_differ_and_only_there() -> None:
    found = cards(ferry())
    chart = found["q01"].chart
    assert chart is not None
    assert [(lane.answer, lane.figure, lane.voice) for lane in chart.lanes] == [
        ("a", "at least 9", "Sound Coastguard"),
        ("a", "at least 9", "Coastal Wire, own words"),
        ("b", "14", "Sound Coastguard"),
        ("b", "14", "Northern Herald, own words"),
        ("c", "16", "Report 6, own words"),
    ]
    assert found["q16"].chart is None
    assert found["q13"].chart is None
    assert found["q09"].chart is not None


def test_a_reason_points_to_the_words_that_decide_it() -> None:
    proof = cards(ferry())["q01"].proofs[0]
    assert [name for _, name, _ in proof.quotes] == ["Northern Herald", "Report 6"]
    assert all(where.startswith("claim=") for where, _, _ in proof.quotes)


def test_the_glance_names_conflicts_updates_and_denials_first() -> None:
    story = view(ferry())
    tones = [row.tone for row in story.agenda]
    assert {*tones[:8]} == {"conflict", "update", "denial"}
    assert [row.label for row in story.agenda[8:]] == ["People taken to hospital", "Crew among the dead", "Damage"]
    assert (1, "denied", "denial", "first") in story.tallies


def test_background_is_folded_away() -> None:
    story = view(ferry())
    assert {row.label for row in story.background} >= {"Length of the ferry", "Price of a ticket"}
    shown = {row.label for row in (*story.first, *story.more, *story.agree, *story.differ)}
    assert shown.isdisjoint({row.label for row in story.background})


def test_a_former_id_still_leads_to_its_question() -> None:
    ledger = ferry()
    ledger["questions"][0]["was"] = ["older"]
    assert cards(ledger)["q01"].former == ("q=older",)
